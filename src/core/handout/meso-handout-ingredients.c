/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-parts.h"

static const char *
get_group_phrase (MesoIngredientGroup group)
{
  switch (group)
    {
    case MESO_INGREDIENT_MINERALS:
      return "paper-minerals";
    case MESO_INGREDIENT_VITAMINS:
      return "paper-vitamins";
    case MESO_INGREDIENT_OTHER:
      return "paper-other";
    default:
      g_assert_not_reached ();
    }
}

/* (transfer full): what it is said to do */
static char *
dup_benefit (const MesoHandoutWords *words,
             const MesoIngredient   *ingredient)
{
  const char *benefit = meso_handout_words_text (words, ingredient->benefit);

  if (ingredient->availability == MESO_AVAILABILITY_ON)
    return g_strdup (benefit);

  return g_strjoin (" ", benefit, meso_handout_words_phrase (words, "paper-not-usual"), NULL);
}

static MesoHandoutRow *
find_row (const GPtrArray *rows,
          guint            first,
          const char      *text)
{
  for (guint i = first; i < rows->len; i++)
    {
      MesoHandoutRow *row = g_ptr_array_index (rows, i);

      if (g_str_equal (row->text, text))
        return row;
    }

  return NULL;
}

/* Ingredients of a group of which the same is said share a row. */
static void
add_ingredient (const MesoHandoutWords *words,
                const MesoIngredient   *ingredient,
                guint                   first,
                GPtrArray              *rows)
{
  g_autofree char *benefit = dup_benefit (words, ingredient);
  MesoHandoutRow *row = find_row (rows, first, benefit);
  g_autofree char *name = meso_handout_words_name (words, ingredient, row == NULL);

  if (row != NULL)
    {
      meso_handout_take (&row->lead, g_strjoin (meso_handout_words_comma (words), row->lead, name, NULL));
      return;
    }

  row = meso_handout_row_new (ingredient->id);
  g_set_str (&row->lead, name);
  g_set_str (&row->text, benefit);
  g_ptr_array_add (rows, row);
}

/**
 * meso_handout_part_ingredients:
 * @words: the sheet's language and content
 * @text: the sheet's content
 *
 * The ingredients that the article names, in its three groups, each with what it is said to do. What the
 * formulary holds beyond them is for the physician, not for a general sheet.
 *
 * Returns: (transfer full) (nullable): the table; %NULL when the article named none
 */
MesoHandoutBlock *
meso_handout_part_ingredients (const MesoHandoutWords *words,
                               const MesoHandoutText  *text)
{
  const GPtrArray *ingredients = meso_protocol_get_ingredients (words->protocol);
  g_autoptr (MesoHandoutBlock) block = meso_handout_block_new (MESO_HANDOUT_BLOCK_TABLE);

  for (MesoIngredientGroup group = MESO_INGREDIENT_MINERALS; group <= MESO_INGREDIENT_OTHER; group++)
    {
      guint first = block->rows->len + 1;

      for (guint i = 0; i < ingredients->len; i++)
        {
          const MesoIngredient *ingredient = g_ptr_array_index (ingredients, i);

          if (ingredient->group != group || ingredient->provenance.origin != MESO_ORIGIN_ARTICLE)
            continue;

          if (block->rows->len < first)
            {
              MesoHandoutRow *head = meso_handout_row_new ("");

              g_set_str (&head->lead, meso_handout_words_phrase (words, get_group_phrase (group)));
              g_ptr_array_add (block->rows, head);
            }
          add_ingredient (words, ingredient, first, block->rows);
        }
    }

  if (block->rows->len == 0)
    return NULL;

  g_set_str (&block->heading, meso_handout_words_phrase (words, "paper-ingredients"));
  meso_handout_take (&block->note, meso_handout_join_section (words, text, "ingredients"));

  return g_steal_pointer (&block);
}
