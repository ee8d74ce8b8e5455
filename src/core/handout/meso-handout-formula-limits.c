/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-worksheet.h"

#include "meso-quantity-private.h"
#include "meso-text.h"

#define LINE "\n"
#define G_PER_KG 1000
#define TENTHS_OF_PERCENT 1000

/* Shares are rounded up to a tenth: what is over the whole never reads as the whole. (transfer full) */
static char *
format_share (MesoWide part,
              MesoWide whole)
{
  g_autofree char *number = meso_decimal_to_string ((MesoDecimal) { (part * TENTHS_OF_PERCENT + whole - 1) / whole, 1 });

  return g_strconcat (number, "\u00a0%", NULL);
}

static const char *
sign_of_share (MesoWide part,
               MesoWide whole)
{
  return part * TENTHS_OF_PERCENT % whole == 0 ? "\u00a0=\u00a0" : "\u00a0\u2248\u00a0";
}

static void
add_text (GString    *lines,
          const char *text)
{
  g_string_append_printf (lines, "%s%s", lines->len > 0 ? LINE : "", text);
}

static void
add_equation (const MesoWorksheet *self,
              GString             *lines,
              const char          *phrase,
              const char          *equation)
{
  g_autofree char *shown = meso_worksheet_show (equation);
  g_autofree char *text = meso_worksheet_fill (self, phrase, "equation", shown);

  add_text (lines, text);
}

/* "3 mg ÷ 3 mg = 100 %" */
static void
add_share (const MesoWorksheet *self,
           GString             *lines,
           const char          *phrase,
           MesoQuantity         held,
           MesoQuantity         limit)
{
  MesoMassUnit unit = meso_quantity_mass_unit (limit);
  g_autofree char *amount = meso_quantity_format (held, unit);
  g_autofree char *most = meso_quantity_format (limit, unit);
  g_autofree char *share = format_share ((MesoWide) held.value, (MesoWide) limit.value);
  g_autofree char *equation = g_strconcat (amount, "\u00a0\u00f7\u00a0", most,
                                           sign_of_share ((MesoWide) held.value, (MesoWide) limit.value), share, NULL);

  add_equation (self, lines, phrase, equation);
}

/* "4.5 mg × 64 kg = 288 mg", and the share of that */
static void
add_weight_share (const MesoWorksheet  *self,
                  GString              *lines,
                  const MesoIngredient *ingredient,
                  MesoQuantity          held)
{
  MesoWide milli = (MesoWide) ingredient->cap_per_kg.value * (MesoWide) self->facts->weight_g;
  MesoQuantity limit = { (gint64) (milli / G_PER_KG), ingredient->dimension };
  g_autofree char *per_kg = meso_quantity_format (ingredient->cap_per_kg, MESO_MASS_UNIT_BY_SIZE);
  g_autofree char *most = NULL, *weight = NULL, *equation = NULL;

  if (self->facts->weight_g == 0 || limit.value == 0)
    {
      g_autofree char *shown = meso_worksheet_show (per_kg);
      g_autofree char *text = meso_worksheet_fill (self, "no-weight", "perkg", shown);

      add_text (lines, text);
      return;
    }
  most = meso_quantity_format (limit, meso_quantity_mass_unit (ingredient->cap_per_kg));
  weight = meso_decimal_to_string ((MesoDecimal) { (MesoWide) self->facts->weight_g, 3 });
  equation = g_strconcat (per_kg, "/kg\u00a0\u00d7\u00a0", weight, "\u00a0kg", milli % G_PER_KG == 0 ? "\u00a0=\u00a0" : "\u00a0\u2248\u00a0",
                          most, NULL);
  add_equation (self, lines, "limit-weight", equation);
  add_share (self, lines, "share-weight", held, limit);
}

static void
add_limit (const MesoWorksheet  *self,
           MesoHandoutBlock     *block,
           const MesoIngredient *ingredient,
           MesoQuantity          held)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *source = NULL;

  if (ingredient->cap.value > 0)
    add_share (self, lines, "share", held, ingredient->cap);
  if (ingredient->cap_per_kg.value > 0)
    add_weight_share (self, lines, ingredient, held);
  if (lines->len == 0)
    add_text (lines, meso_worksheet_phrase (self, "no-limit"));
  else
    {
      source = meso_worksheet_show_source (self, ingredient->cap_source);
      add_text (lines, source);
    }
  meso_handout_block_take_row (block, "", meso_worksheet_show_name (self, ingredient->id), g_strdup (lines->str));
}

/* Over all lines that hold it, whichever vial they are drawn from. */
static gint64
sum_up (const MesoFormulaCheck *check,
        const char             *ingredient)
{
  gint64 sum = 0;

  for (guint i = 0; i < check->lines->len; i++)
    {
      const MesoFormulaLine *line = g_ptr_array_index (check->lines, i);

      if (g_str_equal (line->ingredient, ingredient))
        sum += line->amount.value;
    }
  return sum;
}

/**
 * meso_worksheet_add_limits:
 *
 * What share each ingredient takes of the most that is known for it, and where that is from.
 */
void
meso_worksheet_add_limits (const MesoWorksheet *self)
{
  MesoHandoutBlock *block = meso_worksheet_add_block (self, MESO_HANDOUT_BLOCK_TABLE, "limits");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->check->lines->len; i++)
    {
      const MesoFormulaLine *line = g_ptr_array_index (self->check->lines, i);
      const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (self->judge, line->ingredient);

      if (ingredient != NULL && !ingredient->diluent && g_hash_table_add (seen, ingredient->id))
        add_limit (self, block, ingredient,
                   (MesoQuantity) { sum_up (self->check, ingredient->id), ingredient->dimension });
    }
  if (block->rows->len == 0)
    g_ptr_array_remove (self->sheet->blocks, block);
}
