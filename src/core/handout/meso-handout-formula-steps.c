/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-worksheet.h"

#include "meso-quantity-private.h"
#include "meso-text.h"

#define LINE "\n"
#define UL_PER_ML 1000
#define NG_PER_ML_SCALE_OF_PERCENT 7    /* 1 % is 10 mg/mL, which is 10^7 ng/mL */

/* Numbers that were rounded say so. */
#define EQUAL "\u00a0=\u00a0"
#define NEARLY "\u00a0\u2248\u00a0"
#define TIMES "\u00a0\u00d7\u00a0"
#define OVER "\u00a0\u00f7\u00a0"

static char *
format (MesoQuantity quantity)
{
  return meso_quantity_format (quantity, MESO_MASS_UNIT_BY_SIZE);
}

static char *
format_volume (gint64 volume_ul)
{
  return format ((MesoQuantity) { volume_ul, MESO_DIMENSION_VOLUME });
}

static const char *
sign (gboolean exact)
{
  return exact ? EQUAL : NEARLY;
}

/* Whether strength × volume is exactly so many ng or mIU: digits × 10^-scale. */
static gboolean
holds (MesoStrength strength,
       gint64       volume_ul,
       MesoWide     digits,
       guint        scale)
{
  MesoWide held, asked;

  return meso_wide_multiply ((MesoWide) strength.mantissa, (MesoWide) volume_ul, &held) &&
         meso_wide_multiply (held, meso_wide_power_of_ten (scale), &held) &&
         meso_wide_multiply (digits, meso_wide_power_of_ten (strength.scale + 3), &asked) && held == asked;
}

/* text: (transfer full): "3 mg ÷ 1 mg/mL = 3 mL"; one more line that says what it is */
static void
take_step (const MesoWorksheet *self,
           GString             *steps,
           const char          *phrase,
           char                *text)
{
  g_autofree char *equation = text;
  g_autofree char *shown = meso_worksheet_show (equation);
  g_autofree char *step = meso_worksheet_fill (self, phrase, "equation", shown);

  g_string_append_printf (steps, "%s%s", steps->len > 0 ? LINE : "", step);
}

/* What one line is drawn from; the strength is as typed, with a salt of that. */
typedef struct
{
  const MesoFormulaItem *item;
  const MesoFormulaLine *line;
  const MesoIngredient *ingredient;
  const MesoSalt *salt;
  const char *strength_text;
  MesoStrength strength;
} Stock;

/* The volume that holds what was asked for. */
static void
add_volume_step (const MesoWorksheet *self,
                 GString             *steps,
                 const Stock         *stock)
{
  gint64 molar_mass = stock->salt != NULL ? stock->salt->molar_mass_ug_per_mmol : stock->ingredient->molar_mass_ug_per_mmol;
  MesoExactAmount asked;
  gboolean exact;
  g_autofree char *per_ml = meso_strength_format (stock->strength);
  g_autofree char *volume = format_volume (stock->line->volume_ul);
  g_autofree char *amount = NULL;

  if (stock->item->amount == NULL || !meso_exact_amount_parse (stock->item->amount, molar_mass, &asked, NULL))
    return;
  exact = holds (stock->strength, stock->line->volume_ul, asked.value.digits, asked.value.scale);
  /* What is finer than the unit is written as it was typed. */
  amount = asked.value.scale == 0 ? format ((MesoQuantity) { (gint64) asked.value.digits, asked.dimension })
                                  : g_strdup (stock->item->amount);
  take_step (self, steps, "step-volume", g_strconcat (amount, OVER, per_ml, sign (exact), volume, NULL));
}

/* "13.2 mg × 65.38 ÷ 287.54 ≈ 3.001 mg": how much of the element is in the salt, by their molar masses. */
static void
add_element_step (const MesoWorksheet *self,
                  GString             *steps,
                  const Stock         *stock)
{
  const MesoFormulaLine *line = stock->line;
  gint64 element = stock->ingredient->molar_mass_ug_per_mmol;
  gboolean exact = (MesoWide) line->salt_amount_ng * (MesoWide) element * (MesoWide) stock->salt->elements ==
                   (MesoWide) line->amount.value * (MesoWide) stock->salt->molar_mass_ug_per_mmol;
  g_autofree char *of_salt = format ((MesoQuantity) { line->salt_amount_ng, MESO_DIMENSION_MASS });
  g_autofree char *of_element = meso_decimal_to_string ((MesoDecimal) { (MesoWide) element, 3 });
  g_autofree char *of_molecule = meso_decimal_to_string ((MesoDecimal) { (MesoWide) stock->salt->molar_mass_ug_per_mmol, 3 });
  g_autofree char *amount = format (line->amount);
  g_autofree char *times = stock->salt->elements > 1 ? g_strdup_printf (TIMES "%d", stock->salt->elements) : g_strdup ("");

  take_step (self, steps, "step-element", g_strconcat (of_salt, times, TIMES, of_element, OVER, of_molecule, sign (exact), amount, NULL));
}

/* What the volume holds: of the salt, where one is weighed, and then of its element. */
static void
add_amount_steps (const MesoWorksheet *self,
                  GString             *steps,
                  const Stock         *stock)
{
  const MesoFormulaLine *line = stock->line;
  MesoQuantity weighed = stock->salt != NULL ? (MesoQuantity) { line->salt_amount_ng, MESO_DIMENSION_MASS } : line->amount;
  gboolean exact = holds (stock->strength, line->volume_ul, (MesoWide) weighed.value, 0);
  g_autofree char *per_ml = meso_strength_format (stock->strength);
  g_autofree char *volume = format_volume (line->volume_ul);
  g_autofree char *amount = format (weighed);

  if (strchr (stock->strength_text, '%') != NULL)
    take_step (self, steps, "step-strength", g_strconcat (stock->strength_text, EQUAL, per_ml, NULL));
  add_volume_step (self, steps, stock);
  take_step (self, steps, stock->salt != NULL ? "step-salt" : "step-amount",
             g_strconcat (per_ml, TIMES, volume, sign (exact), amount, NULL));
  if (stock->salt != NULL)
    add_element_step (self, steps, stock);
}

/* (transfer full): a strength in mg/mL, and where it is a mass in percent too */
static char *
format_final (const MesoFormulaLine *line)
{
  MesoStrength final = { line->final_per_ml, 0, line->amount.dimension };
  g_autofree char *per_ml = meso_strength_format (final);
  g_autofree char *percent = NULL;

  if (line->amount.dimension != MESO_DIMENSION_MASS)
    return g_steal_pointer (&per_ml);
  percent = meso_decimal_to_string ((MesoDecimal) { (MesoWide) line->final_per_ml, NG_PER_ML_SCALE_OF_PERCENT });
  return g_strconcat (per_ml, EQUAL, percent, "\u00a0%", NULL);
}

static void
add_final_step (const MesoWorksheet   *self,
                GString               *steps,
                const MesoFormulaLine *line)
{
  gint64 total_ul = self->check->total_volume_ul;
  gboolean exact = (MesoWide) line->amount.value * UL_PER_ML == (MesoWide) line->final_per_ml * (MesoWide) total_ul;
  g_autofree char *amount = format (line->amount);
  g_autofree char *total = format_volume (total_ul);
  g_autofree char *final = format_final (line);

  take_step (self, steps, "step-final", g_strconcat (amount, OVER, total, sign (exact), final, NULL));
}

/* What one point gets, of the amount itself: a rounded strength would round twice. */
static void
add_point_step (const MesoWorksheet   *self,
                GString               *steps,
                const MesoFormulaLine *line)
{
  gint64 per_point_ul;
  gboolean exact;
  MesoQuantity at_point = { 0, line->amount.dimension };
  g_autofree char *amount = NULL, *per_point = NULL, *total = NULL, *result = NULL;

  if (self->formula->volume_per_point == NULL ||
      !meso_volume_parse (self->formula->volume_per_point, FALSE, &per_point_ul, NULL))
    return;
  at_point.value = (gint64) meso_wide_divide_half_even ((MesoWide) line->amount.value * (MesoWide) per_point_ul,
                                                        (MesoWide) self->check->total_volume_ul, &exact);
  amount = format (line->amount);
  per_point = format_volume (per_point_ul);
  total = format_volume (self->check->total_volume_ul);
  result = format (at_point);
  take_step (self, steps, "step-point", g_strconcat (amount, TIMES, per_point, OVER, total, sign (exact), result, NULL));
}

/* component: (nullable): of a product */
static void
add_line (const MesoWorksheet        *self,
          MesoHandoutBlock           *block,
          const MesoFormulaItem      *item,
          const MesoProductComponent *component,
          const MesoFormulaLine      *line)
{
  g_autoptr (GString) steps = g_string_new (NULL);
  const char *salt = component != NULL ? component->salt : item->salt;
  Stock stock = {
    .item = item, .line = line, .ingredient = meso_protocol_lookup_ingredient (self->judge, line->ingredient),
    .salt = meso_worksheet_find_salt (self, line->ingredient, salt),
    .strength_text = component != NULL ? component->strength : item->strength,
  };

  if (stock.ingredient != NULL && (salt == NULL || stock.salt != NULL) &&
      meso_worksheet_parse_strength (self, line->ingredient, salt, stock.strength_text, &stock.strength))
    add_amount_steps (self, steps, &stock);
  add_final_step (self, steps, line);
  add_point_step (self, steps, line);
  meso_handout_block_take_row (block, "", meso_worksheet_show_name (self, line->ingredient), g_strdup (steps->str));
}

/**
 * meso_worksheet_add_amounts:
 *
 * Each component, step by step: what is drawn, what that holds, how strong the mixture is, what one point gets.
 */
void
meso_worksheet_add_amounts (const MesoWorksheet *self)
{
  MesoHandoutBlock *block = meso_worksheet_add_block (self, MESO_HANDOUT_BLOCK_TABLE, "amounts");
  guint next = 0;

  meso_handout_take (&block->note, meso_handout_join_section (self->words, self->text, "steps"));
  for (guint i = 0; i < self->formula->items->len; i++)
    {
      const MesoFormulaItem *item = g_ptr_array_index (self->formula->items, i);
      const GPtrArray *components = meso_worksheet_get_components (self, item);
      guint n = components != NULL ? components->len : 1;

      for (guint j = 0; j < n && next < self->check->lines->len; j++)
        add_line (self, block, item, components != NULL ? g_ptr_array_index (components, j) : NULL,
                  g_ptr_array_index (self->check->lines, next++));
    }
}

/* (transfer full): "1 mL + 0.5 mL"; a line may end behind a plus */
static char *
join_volumes (const MesoWorksheet *self,
              gint64              *sum_ul_out)
{
  g_autoptr (GString) sum = g_string_new (NULL);
  guint line = 0;

  *sum_ul_out = 0;
  for (guint i = 0; i < self->formula->items->len; i++)
    {
      const GPtrArray *components = meso_worksheet_get_components (self, g_ptr_array_index (self->formula->items, i));
      gint64 volume_ul = ((const MesoFormulaLine *) g_ptr_array_index (self->check->lines, line))->volume_ul;
      g_autofree char *volume = format_volume (volume_ul);

      g_string_append_printf (sum, "%s%s", i > 0 ? "\u00a0+ " : "", volume);
      *sum_ul_out += volume_ul;
      line += components != NULL ? components->len : 1;
    }
  return g_string_free_and_steal (g_steal_pointer (&sum));
}

/* text: (transfer full) */
static void
take_equation (const MesoWorksheet *self,
               MesoHandoutBlock    *block,
               const char          *lead,
               char                *text)
{
  g_autofree char *equation = text;

  meso_handout_block_take_row (block, "", g_strdup (meso_worksheet_phrase (self, lead)), meso_worksheet_show (equation));
}

static void
add_points (const MesoWorksheet *self,
            MesoHandoutBlock    *block)
{
  gint64 per_point_ul, needed_ul, left_ul, dead_ul = 0;
  g_autofree char *per_point = NULL, *needed = NULL, *total = NULL, *left = NULL, *dead = NULL, *points = NULL;

  if (self->formula->points == 0 || self->formula->volume_per_point == NULL ||
      !meso_volume_parse (self->formula->volume_per_point, FALSE, &per_point_ul, NULL) ||
      __builtin_mul_overflow (per_point_ul, (gint64) self->formula->points, &needed_ul))
    return;
  if (self->formula->dead_space != NULL)
    meso_volume_parse (self->formula->dead_space, TRUE, &dead_ul, NULL);
  left_ul = self->check->total_volume_ul - needed_ul;
  per_point = format_volume (per_point_ul);
  needed = format_volume (needed_ul);
  total = format_volume (self->check->total_volume_ul);
  left = format_volume (ABS (left_ul));
  dead = format_volume (dead_ul);
  points = g_strdup_printf ("%d", self->formula->points);
  take_equation (self, block, "points", g_strconcat (points, TIMES, per_point, EQUAL, needed, NULL));
  take_equation (self, block, left_ul < 0 ? "missing" : "left",
                 left_ul < 0 ? g_strconcat (needed, "\u00a0\u2212\u00a0", total, EQUAL, left, NULL)
                             : g_strconcat (total, "\u00a0\u2212\u00a0", needed, EQUAL, left, NULL));
  take_equation (self, block, "dead-space", g_steal_pointer (&dead));
}

/**
 * meso_worksheet_add_volumes:
 *
 * What is in the syringe, and where it goes.
 */
void
meso_worksheet_add_volumes (const MesoWorksheet *self)
{
  MesoHandoutBlock *block = meso_worksheet_add_block (self, MESO_HANDOUT_BLOCK_TABLE, "volumes");
  gint64 sum_ul;
  g_autofree char *volumes = join_volumes (self, &sum_ul);
  g_autofree char *sum = format_volume (sum_ul);

  take_equation (self, block, "components-volume", g_strconcat (volumes, EQUAL, sum, NULL));
  if (self->formula->diluent != NULL)
    {
      g_autofree char *total = format_volume (self->check->total_volume_ul);
      g_autofree char *rest = format_volume (self->check->diluent_volume_ul);

      take_equation (self, block, "diluent-volume", g_strconcat (total, "\u00a0\u2212\u00a0", sum, EQUAL, rest, NULL));
    }
  add_points (self, block);
}
