/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-work.h"

#include "meso-core-error.h"
#include "meso-text.h"

#define G_PER_KG 1000
/* limits are compared in thousandths of a unit: a cap per kg × grams gives no finer */
#define MILLI 1000
/* anaesthetics together: warn over half of their limits, block over all of them; both are general knowledge */
#define SOURCE_FRACTION "GK"

/**
 * Fraction:
 *
 * An exact sum of fractions, in lowest terms.
 */
typedef struct
{
  MesoWide numerator;
  MesoWide denominator;
} Fraction;

static MesoWide
get_exact_unit (void)
{
  return meso_wide_power_of_ten (MESO_FORMULA_EXACT_SCALE);
}

/* cap per kg × weight, in 10^-3 ng or mIU: below 2^63 × 10^6 */
static MesoWide
get_weight_limit_milli (const MesoFormulaWork *work, const MesoIngredient *ingredient)
{
  return (MesoWide) ingredient->cap_per_kg.value * (MesoWide) work->patient->weight_g;
}

/* What is held, for a sentence: rounded up, so that “more than the limit” reads so. */
static MesoQuantity
get_shown_total (const MesoFormulaTotal *total)
{
  MesoWide whole = total->held / get_exact_unit () + (total->held % get_exact_unit () > 0 ? 1 : 0);

  return (MesoQuantity) { meso_formula_shorten (whole, TRUE), total->ingredient->dimension };
}

static MesoSeverity
get_cap_severity (const MesoIngredient *ingredient)
{
  return ingredient->cap_blocks ? MESO_SEVERITY_BLOCK : MESO_SEVERITY_WARN;
}

static void
check_cap (MesoFormulaWork *work, const MesoFormulaTotal *total)
{
  const MesoIngredient *ingredient = total->ingredient;
  MesoSeverity severity = get_cap_severity (ingredient);
  MesoMassUnit unit = meso_quantity_mass_unit (ingredient->cap);
  g_autofree char *name = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *limit = NULL;

  if (ingredient->cap.value == 0 || total->held <= (MesoWide) ingredient->cap.value * get_exact_unit ())
    return;
  name = meso_formula_work_show_name (work, ingredient);
  amount = meso_formula_work_show_quantity (work, get_shown_total (total), unit);
  limit = meso_formula_work_show_quantity (work, ingredient->cap, unit);
  meso_formula_work_take_finding (
    work, severity, "cap", meso_formula_ids (ingredient->id, NULL), ingredient->cap_source,
    meso_text_format (meso_formula_work_phrase (work, severity == MESO_SEVERITY_BLOCK ? "finding-cap-block"
                                                                                      : "finding-cap-warn"),
                      "ingredient", name, "amount", amount, "limit", limit, NULL));
}

static void
take_weight_cap (MesoFormulaWork *work, const MesoFormulaTotal *total)
{
  const MesoIngredient *ingredient = total->ingredient;
  MesoSeverity severity = get_cap_severity (ingredient);
  MesoWide limit_whole = get_weight_limit_milli (work, ingredient) / G_PER_KG;
  MesoQuantity allowed = { meso_formula_shorten (limit_whole, FALSE), ingredient->dimension };
  MesoMassUnit unit = meso_quantity_mass_unit (ingredient->cap_per_kg);
  g_autofree char *name = meso_formula_work_show_name (work, ingredient);
  g_autofree char *amount = meso_formula_work_show_quantity (work, get_shown_total (total), unit);
  g_autofree char *limit = meso_formula_work_show_quantity (work, allowed, unit);
  g_autofree char *per_kg = meso_formula_work_show_quantity (work, ingredient->cap_per_kg, unit);
  g_autofree char *kilograms = meso_decimal_to_string ((MesoDecimal) { (MesoWide) work->patient->weight_g, 3 });
  g_autofree char *kilograms_with_unit = g_strconcat (kilograms, "\u00a0kg", NULL);
  g_autofree char *weight = meso_formula_work_show_number (work, kilograms_with_unit);

  meso_formula_work_take_finding (
    work, severity, "weight-cap", meso_formula_ids (ingredient->id, NULL), ingredient->cap_source,
    meso_text_format (meso_formula_work_phrase (work, severity == MESO_SEVERITY_BLOCK ? "finding-weight-cap-block"
                                                                                      : "finding-weight-cap-warn"),
                      "ingredient", name, "amount", amount, "limit", limit, "perkg", per_kg, "weight", weight, NULL));
}

static void
take_weight_missing (MesoFormulaWork *work, const MesoIngredient *ingredient)
{
  g_autofree char *name = meso_formula_work_show_name (work, ingredient);
  g_autofree char *per_kg = meso_formula_work_show_quantity (work, ingredient->cap_per_kg, MESO_MASS_UNIT_BY_SIZE);

  /* A recipe is for nobody yet; it is checked again with the weight of whoever a formula is made for from it. */
  meso_formula_work_take_finding (
    work, work->patient->anybody ? MESO_SEVERITY_WARN : MESO_SEVERITY_BLOCK, "weight-missing",
    meso_formula_ids (ingredient->id, NULL), ingredient->cap_source,
    meso_text_format (meso_formula_work_phrase (work, work->patient->anybody ? "finding-weight-missing-anybody"
                                                                             : "finding-weight-missing"),
                      "ingredient", name, "perkg", per_kg, NULL));
}

static void
check_weight_cap (MesoFormulaWork *work, const MesoFormulaTotal *total)
{
  const MesoIngredient *ingredient = total->ingredient;

  if (ingredient->cap_per_kg.value == 0 || total->strongest.mantissa == 0)
    return;
  if (work->patient->weight_g == 0)
    take_weight_missing (work, ingredient);
  else if (total->held > get_weight_limit_milli (work, ingredient) * (get_exact_unit () / MILLI))
    take_weight_cap (work, total);
}

/* The lower of the two limits of an anaesthetic, in 10^-3 ng or mIU; 0 when it has none that can be known */
static MesoWide
get_limit_milli (const MesoFormulaWork *work, const MesoIngredient *ingredient)
{
  MesoWide cap = (MesoWide) ingredient->cap.value * MILLI;
  MesoWide by_weight = get_weight_limit_milli (work, ingredient);

  if (cap == 0 || by_weight == 0)
    return MAX (cap, by_weight);
  return MIN (cap, by_weight);
}

static gboolean
add_fraction (Fraction *sum, MesoWide numerator, MesoWide denominator)
{
  MesoWide divisor = meso_wide_gcd (numerator, denominator);
  MesoWide common, ours, theirs;

  numerator /= divisor;
  denominator /= divisor;
  common = meso_wide_gcd (sum->denominator, denominator);
  if (!meso_wide_multiply (sum->numerator, denominator / common, &ours) ||
      !meso_wide_multiply (numerator, sum->denominator / common, &theirs) ||
      !meso_wide_add (ours, theirs, &sum->numerator) ||
      !meso_wide_multiply (sum->denominator, denominator / common, &sum->denominator))
    return FALSE;
  divisor = meso_wide_gcd (sum->numerator, sum->denominator);
  sum->numerator /= divisor;
  sum->denominator /= divisor;
  return TRUE;
}

/* In percent, rounded up to a tenth, so that what is over 100 % never reads as 100 %. */
static gboolean
get_percent (Fraction fraction, char **percent_out)
{
  g_autofree char *number = NULL;
  MesoWide thousandfold;

  if (!meso_wide_multiply (fraction.numerator, 1000, &thousandfold) ||
      !meso_wide_add (thousandfold, fraction.denominator - 1, &thousandfold))
    return FALSE;
  number = meso_decimal_to_string ((MesoDecimal) { thousandfold / fraction.denominator, 1 });
  *percent_out = g_strconcat (number, "\u00a0%", NULL);
  return TRUE;
}

static void
take_fraction (MesoFormulaWork *work, MesoSeverity severity, GPtrArray *ids, const char *percent)
{
  g_autofree char *shown = meso_formula_work_show_number (work, percent);
  g_autofree char *names = NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *name = meso_formula_work_show_name (
        work, meso_protocol_lookup_ingredient (work->protocol, g_ptr_array_index (ids, i)));

      names = meso_formula_work_join (work, names, name);
    }
  meso_formula_work_take_finding (
    work, severity, "anaesthetic-fraction", ids, SOURCE_FRACTION,
    meso_text_format (meso_formula_work_phrase (work, severity == MESO_SEVERITY_BLOCK
                                                        ? "finding-anaesthetic-fraction-block"
                                                        : "finding-anaesthetic-fraction-warn"),
                      "ingredients", names, "percent", shown, NULL));
}

/* Each anaesthetic as a fraction of its own lower limit; together they must stay under the whole. */
static gboolean
check_anaesthetics (MesoFormulaWork *work, GError **error)
{
  g_autoptr (GPtrArray) ids = meso_formula_ids (NULL, NULL);
  g_autofree char *percent = NULL;
  Fraction sum = { 0, 1 };
  gboolean is_exact = TRUE;

  for (guint i = 0; i < work->totals->len; i++)
    {
      const MesoFormulaTotal *total = g_ptr_array_index (work->totals, i);
      MesoWide limit = get_limit_milli (work, total->ingredient);
      MesoWide denominator = limit * (get_exact_unit () / MILLI);

      if (!total->ingredient->anaesthetic || limit == 0)
        continue;
      g_ptr_array_add (ids, g_strdup (total->ingredient->id));
      is_exact = is_exact && add_fraction (&sum, total->held, denominator);
    }

  if (!is_exact || !get_percent (sum, &percent))
    {
      g_set_error_literal (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE,
                           "items: the local anaesthetics can't be added up exactly. Write their strengths and amounts "
                           "with fewer digits.");
      return FALSE;
    }
  if (sum.numerator > sum.denominator)
    take_fraction (work, MESO_SEVERITY_BLOCK, g_steal_pointer (&ids), percent);
  else if (sum.numerator > sum.denominator - sum.numerator)
    take_fraction (work, MESO_SEVERITY_WARN, g_steal_pointer (&ids), percent);
  return TRUE;
}

/**
 * meso_formula_work_check_caps:
 *
 * Most per session, most per session and kilogram, anaesthetics together: `cap`, `weight-cap`, `weight-missing`,
 * `anaesthetic-fraction`. Exactly the limit is still allowed.
 *
 * Returns: %FALSE with %MESO_CORE_ERROR_RANGE when the fractions can't be added exactly
 */
gboolean
meso_formula_work_check_caps (MesoFormulaWork *work,
                              GError         **error)
{
  for (guint i = 0; i < work->totals->len; i++)
    {
      const MesoFormulaTotal *total = g_ptr_array_index (work->totals, i);

      check_cap (work, total);
      check_weight_cap (work, total);
    }
  return check_anaesthetics (work, error);
}
