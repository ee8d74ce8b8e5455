/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-adjust.h"

#include "meso-core-error.h"
#include "meso-formula-check.h"
#include "meso-quantity-private.h"

/**
 * Ratio:
 *
 * What everything is multiplied with: to / from, both volumes in µL.
 */
typedef struct
{
  MesoWide to;
  MesoWide from;
} Ratio;

/* The amounts alone: whose formula it is changes none of them. */
static MesoFormulaCheck *
check_amounts (const MesoProtocol *protocol, const MesoFormula *formula, GError **error)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  const MesoFormulaPatient nobody = { .allergies = none };

  return meso_formula_check_new (protocol, formula, &nobody, NULL, error);
}

static MesoFormulaAdjustment *
add_adjustment (GPtrArray *adjustments, guint item, gint64 before_ul)
{
  MesoFormulaAdjustment *adjustment = g_new0 (MesoFormulaAdjustment, 1);

  adjustment->item = item;
  adjustment->before_ul = adjustment->after_ul = before_ul;
  adjustment->exact = TRUE;
  g_ptr_array_add (adjustments, adjustment);
  return adjustment;
}

/* (transfer full) (element-type MesoFormulaAdjustment): of each item the volume that is drawn; nothing is adjusted yet */
static GPtrArray *
list_volumes (const MesoProtocol *protocol, const MesoFormula *formula, const MesoFormulaCheck *check)
{
  GPtrArray *adjustments = g_ptr_array_new_with_free_func (g_free);
  guint next = 0;

  for (guint i = 0; i < formula->items->len; i++)
    {
      const MesoFormulaItem *item = g_ptr_array_index (formula->items, i);
      const MesoFormulaLine *line = g_ptr_array_index (check->lines, next);

      add_adjustment (adjustments, i, line->volume_ul);
      next += item->product != NULL ? meso_protocol_lookup_product (protocol, item->product)->components->len : 1;
    }
  return adjustments;
}

static char *
write_quantity (MesoWide value, MesoDimension dimension)
{
  return meso_quantity_format ((MesoQuantity) { (gint64) value, dimension }, MESO_MASS_UNIT_BY_SIZE);
}

/* value (inout), 10^-scale of a unit → whole units × ratio, rounded half-even; FALSE when that is nothing, or too much */
static gboolean
scale_value (MesoWide *value, guint scale, Ratio ratio, gboolean *exact_out)
{
  MesoWide numerator, denominator;

  if (!meso_wide_multiply (*value, ratio.to, &numerator) ||
      !meso_wide_multiply (ratio.from, meso_wide_power_of_ten (scale), &denominator))
    return FALSE;
  *value = meso_wide_divide_half_even (numerator, denominator, exact_out);
  return *value > 0 && *value < G_MAXINT64;
}

static gboolean
refuse (GError **error, const char *path)
{
  g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE,
               "%s: at this volume it would be less than can be measured, or more than can be held. Choose another volume.", path);
  return FALSE;
}

/* A text of volume, in place */
static gboolean
scale_volume (char **text, Ratio ratio, gboolean *exact_out)
{
  gint64 volume_ul;
  MesoWide value;

  /* The check has read it. */
  if (!meso_volume_parse (*text, FALSE, &volume_ul, NULL))
    return FALSE;
  value = (MesoWide) volume_ul;
  if (!scale_value (&value, 0, ratio, exact_out))
    return FALSE;
  g_free (*text);
  *text = write_quantity (value, MESO_DIMENSION_VOLUME);
  return TRUE;
}

/* A text of amount, in place; what was written in mmol is a mass afterwards. */
static gboolean
scale_amount (const MesoProtocol *protocol, MesoFormulaItem *item, Ratio ratio, gboolean *exact_out)
{
  const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (protocol, item->ingredient);
  const MesoSalt *salt = meso_ingredient_find_salt (ingredient, item->salt);
  gint64 molar = salt != NULL ? salt->molar_mass_ug_per_mmol : ingredient->molar_mass_ug_per_mmol;
  MesoExactAmount amount;

  if (!meso_exact_amount_parse (item->amount, molar, &amount, NULL) ||
      !scale_value (&amount.value.digits, amount.value.scale, ratio, exact_out))
    return FALSE;
  g_free (item->amount);
  item->amount = write_quantity (amount.value.digits, amount.dimension);
  return TRUE;
}

static gboolean
scale_items (const MesoProtocol *protocol, MesoFormula *scaled, Ratio ratio, const GPtrArray *adjustments, GError **error)
{
  for (guint i = 0; i < scaled->items->len; i++)
    {
      MesoFormulaItem *item = g_ptr_array_index (scaled->items, i);
      MesoFormulaAdjustment *adjustment = g_ptr_array_index (adjustments, i);
      g_autofree char *path = g_strdup_printf ("items[%u].%s", i, item->amount != NULL ? "amount" : "volume");
      gboolean fine = item->amount != NULL ? scale_amount (protocol, item, ratio, &adjustment->exact)
                                           : scale_volume (&item->volume, ratio, &adjustment->exact);

      if (!fine)
        return refuse (error, path);
    }
  return TRUE;
}

/* What is drawn now: the check's own answer, which rounds an amount to the volume that can be drawn */
static gboolean
take_volumes (const MesoProtocol *protocol, const MesoFormula *formula, const GPtrArray *adjustments, GError **error)
{
  g_autoptr (MesoFormulaCheck) check = check_amounts (protocol, formula, error);
  g_autoptr (GPtrArray) now = check != NULL ? list_volumes (protocol, formula, check) : NULL;

  for (guint i = 0; now != NULL && i < now->len; i++)
    ((MesoFormulaAdjustment *) g_ptr_array_index (adjustments, i))->after_ul =
      ((const MesoFormulaAdjustment *) g_ptr_array_index (now, i))->before_ul;
  return now != NULL;
}

/**
 * meso_formula_scale:
 * @formula: a formula that can be checked
 * @to_ul: the volume of the finished syringe that it is to have, in µL, above 0
 * @adjustments_out: (out) (transfer full) (element-type MesoFormulaAdjustment): what became of each line
 *
 * Multiplies every volume and every amount with the same ratio, exactly; what isn't a whole µL, ng or mIU then is rounded
 * half-even, and its adjustment says so. Points and volume a point stay: they belong to the scalp, not to the syringe.
 *
 * Returns: (transfer full): the scaled formula, or %NULL with %MESO_CORE_ERROR_RANGE for what would vanish or not be held
 */
MesoFormula *
meso_formula_scale (const MesoProtocol  *protocol,
                    const MesoFormula   *formula,
                    gint64               to_ul,
                    GPtrArray          **adjustments_out,
                    GError             **error)
{
  g_autoptr (MesoFormulaCheck) check = check_amounts (protocol, formula, error);
  g_autoptr (MesoFormula) scaled = meso_formula_copy (formula);
  g_autoptr (GPtrArray) adjustments = NULL;
  Ratio ratio = { (MesoWide) MAX (to_ul, 0), 0 };

  if (check == NULL)
    return NULL;
  ratio.from = (MesoWide) check->total_volume_ul;
  adjustments = list_volumes (protocol, formula, check);
  if (!scale_items (protocol, scaled, ratio, adjustments, error))
    return NULL;
  if (scaled->to_volume != NULL)
    {
      MesoFormulaAdjustment *fill_up = add_adjustment (adjustments, MESO_FORMULA_FILL_UP, 0);

      meso_volume_parse (scaled->to_volume, FALSE, &fill_up->before_ul, NULL);
      if (!scale_volume (&scaled->to_volume, ratio, &fill_up->exact))
        {
          refuse (error, "diluent.to_volume");
          return NULL;
        }
      meso_volume_parse (scaled->to_volume, FALSE, &fill_up->after_ul, NULL);
    }
  if (!take_volumes (protocol, scaled, adjustments, error))
    return NULL;
  *adjustments_out = g_steal_pointer (&adjustments);
  return g_steal_pointer (&scaled);
}

/* syringe (nullable): the smallest that holds the volume */
static void
round_volume (MesoFormulaAdjustment *adjustment, const MesoSyringe *syringe)
{
  gint64 rounded_ul =
    meso_syringe_round (syringe != NULL ? syringe : meso_syringe_find_for (adjustment->before_ul), adjustment->before_ul);

  adjustment->exact = rounded_ul == adjustment->before_ul;
  adjustment->too_little = rounded_ul == 0;
  if (rounded_ul > 0)
    adjustment->after_ul = rounded_ul;
}

static gboolean
is_to_be_written (const MesoFormulaAdjustment *adjustment)
{
  return !adjustment->exact && !adjustment->too_little;
}

/**
 * meso_formula_round_to_marks:
 * @formula: a formula that can be checked
 * @syringe: (nullable): what everything is drawn with; %NULL: each with the smallest syringe that holds it
 * @adjustments_out: (out) (transfer full) (element-type MesoFormulaAdjustment): before and after of each line; after − before is
 *   the rest that the marks don't show
 *
 * Rounds what is drawn of each item, and what is filled up to, half-even to the marks. An item that is rounded is asked for by
 * its volume afterwards, and its amount follows; one that lies on a mark stays as it was typed. Less than half a mark is never
 * rounded away: it stays, and its adjustment says so.
 *
 * Returns: (transfer full): the rounded formula, or %NULL with the error of the check
 */
MesoFormula *
meso_formula_round_to_marks (const MesoProtocol  *protocol,
                             const MesoFormula   *formula,
                             const MesoSyringe   *syringe,
                             GPtrArray          **adjustments_out,
                             GError             **error)
{
  g_autoptr (MesoFormulaCheck) check = check_amounts (protocol, formula, error);
  g_autoptr (MesoFormula) rounded = meso_formula_copy (formula);
  g_autoptr (GPtrArray) adjustments = NULL;

  if (check == NULL)
    return NULL;
  adjustments = list_volumes (protocol, formula, check);
  for (guint i = 0; i < adjustments->len; i++)
    {
      MesoFormulaAdjustment *adjustment = g_ptr_array_index (adjustments, i);
      MesoFormulaItem *item = g_ptr_array_index (rounded->items, i);

      round_volume (adjustment, syringe);
      if (!is_to_be_written (adjustment))
        continue;
      g_clear_pointer (&item->amount, g_free);
      g_free (item->volume);
      item->volume = write_quantity ((MesoWide) adjustment->after_ul, MESO_DIMENSION_VOLUME);
    }
  if (rounded->to_volume != NULL)
    {
      MesoFormulaAdjustment *fill_up = add_adjustment (adjustments, MESO_FORMULA_FILL_UP, 0);

      meso_volume_parse (rounded->to_volume, FALSE, &fill_up->before_ul, NULL);
      fill_up->after_ul = fill_up->before_ul;
      round_volume (fill_up, syringe);
      if (is_to_be_written (fill_up))
        {
          g_free (rounded->to_volume);
          rounded->to_volume = write_quantity ((MesoWide) fill_up->after_ul, MESO_DIMENSION_VOLUME);
        }
    }
  *adjustments_out = g_steal_pointer (&adjustments);
  return g_steal_pointer (&rounded);
}
