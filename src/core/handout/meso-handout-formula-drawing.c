/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-worksheet.h"

#include "meso-handout-doses.h"
#include "meso-text.h"

/* What one item is drawn from: "5 mg/mL", and what was typed where that was another unit. (transfer full) */
static char *
show_strength (const MesoWorksheet   *self,
               const MesoFormulaItem *item)
{
  MesoStrength strength;
  g_autofree char *text = NULL;

  if (item->product != NULL)
    return g_strdup (meso_worksheet_phrase (self, "ready-made"));
  if (!meso_worksheet_parse_strength (self, item->ingredient, item->salt, item->strength, &strength))
    return meso_worksheet_show (item->strength != NULL ? item->strength : "");
  text = meso_strength_format (strength);
  return meso_worksheet_show (text);
}

/* (transfer full): "Biotin: 5 mg/mL · Zinc: 1 mg/mL" */
static char *
show_components (const MesoWorksheet *self,
                 const GPtrArray     *components)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < components->len; i++)
    {
      const MesoProductComponent *component = g_ptr_array_index (components, i);
      g_autofree char *name = meso_worksheet_show_name (self, component->ingredient);
      g_autofree char *strength = meso_worksheet_show (component->strength);

      g_ptr_array_add (parts, meso_handout_doses_of (name, strength));
    }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (MESO_WORKSHEET_SEPARATOR, (char **) parts->pdata);
}

/* (transfer full): the salt that the strength is of, and the element that it holds; "" for none */
static char *
show_salt (const MesoWorksheet   *self,
           const MesoFormulaItem *item)
{
  const MesoSalt *salt = meso_worksheet_find_salt (self, item->ingredient, item->salt);
  const MesoIngredient *ingredient = salt != NULL ? meso_protocol_lookup_ingredient (self->judge, item->ingredient) : NULL;
  MesoStrength of_salt, elemental;
  g_autofree char *text = NULL, *shown = NULL;

  if (salt == NULL)
    return g_strdup ("");
  if (!meso_worksheet_parse_strength (self, item->ingredient, item->salt, item->strength, &of_salt) ||
      !meso_salt_to_elemental (salt, ingredient->molar_mass_ug_per_mmol, of_salt, &elemental))
    return g_strdup (meso_handout_words_text (self->words, salt->name));
  text = meso_strength_format (elemental);
  shown = meso_worksheet_show (text);
  return meso_text_format (meso_worksheet_phrase (self, "as-salt"), "salt", meso_handout_words_text (self->words, salt->name),
                           "strength", shown, NULL);
}

/* (transfer none): what the vial is called, and below it what it holds or which salt it is */
static MesoHandoutRow *
add_item (const MesoWorksheet   *self,
          MesoHandoutBlock      *block,
          const MesoFormulaItem *item)
{
  const MesoProduct *product = item->product != NULL ? meso_protocol_lookup_product (self->judge, item->product) : NULL;
  g_autofree char *product_name = NULL;

  if (product == NULL)
    return meso_handout_block_take_row (block, "",
                                        meso_worksheet_show_name (self, item->ingredient != NULL ? item->ingredient : item->product),
                                        show_salt (self, item));
  product_name = g_strdup (meso_handout_words_text (self->words, product->name));
  return meso_handout_block_take_row (block, "", meso_handout_words_inline (product_name),
                                      show_components (self, product->components));
}

/* Lot and expiry are written, and both boxes ticked, beside the vial. */
static void
leave_by_hand (MesoHandoutRow *row)
{
  for (int i = 0; i < 4; i++)
    meso_handout_row_take_cell (row, g_strdup (""));
}

static void
add_diluent (const MesoWorksheet *self,
             MesoHandoutBlock    *block)
{
  g_autofree char *total = meso_worksheet_show_volume (self->check->total_volume_ul);
  MesoHandoutRow *row;

  if (self->formula->diluent == NULL)
    return;
  row = meso_handout_block_take_row (block, "", meso_worksheet_show_name (self, self->formula->diluent), g_strdup (""));
  meso_handout_row_take_cell (row, meso_worksheet_fill (self, "to-volume", "volume", total));
  meso_handout_row_take_cell (row, meso_worksheet_show_volume (self->check->diluent_volume_ul));
  leave_by_hand (row);
}

static void
add_columns (const MesoWorksheet *self,
             MesoHandoutBlock    *block)
{
  static const struct { MesoHandoutColumnType type; const char *label; guint share; } columns[] = {
    { MESO_HANDOUT_COLUMN_TEXT, "ingredient", 30 }, { MESO_HANDOUT_COLUMN_NUMBER, "stock", 16 },
    { MESO_HANDOUT_COLUMN_RESULT, "draw-up", 12 }, { MESO_HANDOUT_COLUMN_LINE, "lot", 17 },
    { MESO_HANDOUT_COLUMN_LINE, "expires", 13 }, { MESO_HANDOUT_COLUMN_BOX, "drawn", 8 }, { MESO_HANDOUT_COLUMN_BOX, "checked", 9 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    meso_handout_block_add_column (block, columns[i].type, meso_worksheet_phrase (self, columns[i].label), columns[i].share);
}

/**
 * meso_worksheet_add_drawing:
 *
 * What is drawn up, in that order, with room for lot, expiry and ticks. Without a check the grid has its columns only.
 *
 * Returns: (transfer none): the grid
 */
MesoHandoutBlock *
meso_worksheet_add_drawing (const MesoWorksheet *self)
{
  MesoHandoutBlock *block = meso_worksheet_add_block (self, MESO_HANDOUT_BLOCK_GRID, "drawing");
  MesoHandoutRow *total;
  guint line = 0;

  meso_handout_take (&block->note, meso_handout_join_section (self->words, self->text, "draw"));
  add_columns (self, block);
  if (self->check == NULL)
    return block;
  for (guint i = 0; i < self->formula->items->len; i++)
    {
      const MesoFormulaItem *item = g_ptr_array_index (self->formula->items, i);
      const GPtrArray *components = meso_worksheet_get_components (self, item);
      MesoHandoutRow *row = add_item (self, block, item);

      meso_handout_row_take_cell (row, show_strength (self, item));
      meso_handout_row_take_cell (row, meso_worksheet_show_volume (((const MesoFormulaLine *) g_ptr_array_index (self->check->lines, line))->volume_ul));
      leave_by_hand (row);
      line += components != NULL ? components->len : 1;
    }
  add_diluent (self, block);
  total = meso_handout_block_take_row (block, "", g_strdup (meso_worksheet_phrase (self, "in-all")), g_strdup (""));
  meso_handout_row_take_cell (total, NULL);
  meso_handout_row_take_cell (total, meso_worksheet_show_volume (self->check->total_volume_ul));
  return block;
}
