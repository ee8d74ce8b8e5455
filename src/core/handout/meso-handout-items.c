/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-parts.h"

#include <string.h>

#include "meso-text.h"

static gboolean
holds (const GPtrArray *texts,
       const char      *text)
{
  for (guint i = 0; i < texts->len; i++)
    {
      if (g_strcmp0 (g_ptr_array_index (texts, i), text) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Two flags follow from the recorded sex; all others are the patient's own. */
static gboolean
flag_is_set (const MesoHandoutWords *words,
             const char             *flag)
{
  MesoSex sex = words->context->sex;

  if (g_str_equal (flag, "sex-unknown"))
    return sex == MESO_SEX_UNKNOWN;
  if (g_str_equal (flag, "not-male"))
    return sex == MESO_SEX_FEMALE || sex == MESO_SEX_OTHER;

  return holds (words->context->flags, flag);
}

/**
 * meso_handout_item_applies:
 * @words: the sheet's language and content
 * @item: an instruction
 *
 * Returns: whether the patient has the ingredient and the flag that @item asks for; one that asks for none always applies
 */
gboolean
meso_handout_item_applies (const MesoHandoutWords *words,
                           const MesoHandoutItem  *item)
{
  return (item->when_ingredient == NULL || holds (words->context->ingredients, item->when_ingredient)) &&
         (item->when_flag == NULL || flag_is_set (words, item->when_flag));
}

static MesoCivilTime
add_duration (MesoCivilTime          when,
              const MesoHandoutItem *item)
{
  if (!meso_calendar_date_is_set (when.date) || (item->duration_hours == 0 && item->duration_days == 0))
    return MESO_CIVIL_TIME_NONE;

  if (item->duration_hours > 0)
    return meso_civil_time_add_hours (when, item->duration_hours);

  return meso_civil_time_add_days (when, item->duration_days);
}

/**
 * meso_handout_item_end:
 * @words: the sheet's language and content
 * @item: an instruction; it holds for hours or for days
 *
 * Returns: when it is over, counted from the sheet's time; unset when it has no duration or the sheet no date
 */
MesoCivilTime
meso_handout_item_end (const MesoHandoutWords *words,
                       const MesoHandoutItem  *item)
{
  return add_duration (words->context->when, item);
}

/**
 * meso_handout_item_end_of_course:
 * @words: the sheet's language and content
 * @item: an instruction; it holds for hours or for days
 *
 * Returns: when it is over, counted from the last treatment that is planned, or from the sheet's time when none is;
 *   unset when it has no duration or the sheet no date
 */
MesoCivilTime
meso_handout_item_end_of_course (const MesoHandoutWords *words,
                                 const MesoHandoutItem  *item)
{
  const GPtrArray *visits = words->context->visits;
  MesoCivilTime last = words->context->when;

  for (guint i = 0; i < visits->len && meso_calendar_date_is_set (last.date); i++)
    {
      const MesoHandoutVisit *visit = g_ptr_array_index (visits, i);

      if (visit->kind == MESO_PLAN_TREATMENT && meso_calendar_date_compare (visit->when.date, last.date) > 0)
        last = visit->when;
    }

  return add_duration (last, item);
}

/* What the item is about: the day its duration ends, or its ingredient; it is set bold. */
static char *
dup_item_value (const MesoHandoutWords *words,
                const MesoHandoutItem  *item,
                const char             *template)
{
  MesoCivilTime end = meso_handout_item_end (words, item);
  const MesoIngredient *ingredient = NULL;

  if (strstr (template, "{ingredient}") != NULL)
    {
      if (item->when_ingredient != NULL)
        ingredient = meso_protocol_lookup_ingredient (words->protocol, item->when_ingredient);

      return ingredient != NULL ? meso_handout_words_name (words, ingredient, template[0] == '{') : g_strdup ("");
    }

  if (meso_calendar_date_is_set (end.date))
    return meso_handout_words_date (words, end);

  return meso_handout_words_hours (words, item->duration_hours, item->duration_days);
}

/* (transfer full): the template, filled; the value that went in is put into `strong`. */
static char *
fill_item_text (const MesoHandoutWords *words,
                const MesoHandoutItem  *item,
                const char             *template,
                char                  **strong)
{
  g_autofree char *value = NULL;

  if (strchr (template, '{') == NULL)
    return g_strdup (template);

  value = dup_item_value (words, item, template);
  meso_handout_take (strong, g_strdup (value));

  return meso_text_format (template, "ingredient", value, "date", value, NULL);
}

/**
 * meso_handout_row_from_item:
 * @words: the sheet's language and content
 * @item: an instruction
 * @bold_text: whether its text is the lead even when there is no detail
 *
 * Returns: (transfer full): the row that says it, its placeholders filled
 */
MesoHandoutRow *
meso_handout_row_from_item (const MesoHandoutWords *words,
                            const MesoHandoutItem  *item,
                            gboolean                bold_text)
{
  MesoHandoutRow *row = meso_handout_row_new (item->id);
  const char *text = meso_handout_words_text (words, item->text);
  const char *detail = meso_handout_words_text (words, item->detail);

  if (bold_text || detail[0] != '\0')
    {
      meso_handout_take (&row->lead, fill_item_text (words, item, text, &row->strong));
      meso_handout_take (&row->text, fill_item_text (words, item, detail, &row->strong));
    }
  else
    {
      meso_handout_take (&row->text, fill_item_text (words, item, text, &row->strong));
    }

  if (item->icon != NULL)
    g_set_str (&row->icon, item->icon);
  row->avoid = item->avoid;

  return row;
}

/**
 * meso_handout_add_section:
 * @words: the sheet's language and content
 * @text: the sheet's content
 * @section: name of one of its sections
 * @bold_text: whether an item's text is the lead even when there is no detail
 * @block: what gets the rows
 *
 * Adds a row for each item of @section that applies, in the content's order.
 */
void
meso_handout_add_section (const MesoHandoutWords *words,
                          const MesoHandoutText  *text,
                          const char             *section,
                          gboolean                bold_text,
                          MesoHandoutBlock       *block)
{
  for (guint i = 0; i < text->items->len; i++)
    {
      const MesoHandoutItem *item = g_ptr_array_index (text->items, i);

      if (g_strcmp0 (item->section, section) == 0 && meso_handout_item_applies (words, item))
        g_ptr_array_add (block->rows, meso_handout_row_from_item (words, item, bold_text));
    }
}

/**
 * meso_handout_join_section:
 * @words: the sheet's language and content
 * @text: the sheet's content
 * @section: name of one of its sections
 *
 * Returns: (transfer full): the sentences of the items that apply, one after the other; "" when there are none
 */
char *
meso_handout_join_section (const MesoHandoutWords *words,
                           const MesoHandoutText  *text,
                           const char             *section)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < text->items->len; i++)
    {
      const MesoHandoutItem *item = g_ptr_array_index (text->items, i);

      if (g_strcmp0 (item->section, section) != 0 || !meso_handout_item_applies (words, item))
        continue;
      if (joined->len > 0)
        g_string_append_c (joined, ' ');
      g_string_append (joined, meso_handout_words_text (words, item->text));
    }

  return g_string_free (joined, FALSE);
}

/**
 * meso_handout_add_list:
 * @words: the sheet's language and content
 * @list: name of one of the content's lists
 * @block: what gets the rows
 *
 * Adds a row for each entry of @list, in the content's order; the text is the lead of one that has a detail.
 */
void
meso_handout_add_list (const MesoHandoutWords *words,
                       const char             *list,
                       MesoHandoutBlock       *block)
{
  const GPtrArray *entries = meso_protocol_get_lists (words->protocol);

  for (guint i = 0; i < entries->len; i++)
    {
      const MesoListEntry *entry = g_ptr_array_index (entries, i);
      const char *title, *detail;
      MesoHandoutRow *row;

      if (!g_str_equal (entry->list, list))
        continue;

      title = meso_handout_words_text (words, entry->text);
      detail = meso_handout_words_text (words, entry->detail);
      row = meso_handout_row_new (entry->id);
      if (detail[0] != '\0')
        {
          meso_handout_take (&row->lead, g_strconcat (title, ".", NULL));
          g_set_str (&row->text, detail);
        }
      else
        {
          g_set_str (&row->text, title);
        }
      g_ptr_array_add (block->rows, row);
    }
}
