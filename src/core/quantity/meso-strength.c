/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-strength.h"

#include <string.h>

#include "meso-core-error.h"
#include "meso-measure.h"
#include "meso-quantity-private.h"
#include "meso-text.h"

#define NBSP "\u00a0"
#define NG_PER_ML_OF_ONE_PERCENT 10000000
/* Nothing that is injected weighs more than its volume of water by much: 1000 mg/mL is 100 %. */
#define MAX_NG_PER_ML 1000000000

static const char *const percent_signs[] = { "%", "\u066a" };
static const char *const per_volume[] = { "/mL", "/ml" };

/* Spaces round the stroke change nothing: "mg / mL" is (transfer full) "mg/mL" */
static char *
dup_closed_up (const char *name)
{
  const char *stroke = strchr (name, '/');
  g_autofree char *before = stroke != NULL ? g_strndup (name, (gsize) (stroke - name)) : NULL;
  g_autofree char *above = stroke != NULL ? meso_text_trim (before) : NULL;
  g_autofree char *below = stroke != NULL ? meso_text_trim (stroke + 1) : NULL;

  return stroke != NULL ? g_strconcat (above, "/", below, NULL) : g_strdup (name);
}

/* What stands before "/mL" or "/ml"; -1 when @name ends in neither */
static gssize
length_before_per_volume (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (per_volume); i++)
    if (g_str_has_suffix (name, per_volume[i]))
      return (gssize) (strlen (name) - strlen (per_volume[i]));
  return -1;
}

/**
 * meso_strength_parse:
 * @text: (nullable): "5 mg/mL", "250 mg / mL", "0.05 %" (g per 100 mL), "100 IU/mL"
 * @strength_out: (out): the strength, exact
 *
 * Returns: %FALSE with %MESO_CORE_ERROR_INVALID when it isn't a strength, or with %MESO_CORE_ERROR_RANGE when it is
 *   zero, above 1000 mg/mL, or has more digits than can be held
 */
gboolean
meso_strength_parse (const char    *text,
                     MesoStrength  *strength_out,
                     GError       **error)
{
  return meso_strength_parse_molar (text, 0, strength_out, error);
}

/**
 * meso_strength_parse_molar:
 * @text: (nullable): as in meso_strength_parse(), or in mmol/mL
 * @molar_mass_ug_per_mmol: µg per mmol of the ingredient; 0 when mmol can't be used
 * @strength_out: (out): the strength, exact
 */
gboolean
meso_strength_parse_molar (const char    *text,
                           gint64         molar_mass_ug_per_mmol,
                           MesoStrength  *strength_out,
                           GError       **error)
{
  static const MesoUnit percent = { "%", MESO_DIMENSION_MASS, NG_PER_ML_OF_ONE_PERCENT };
  const MesoUnit *unit = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *name = NULL;
  MesoDecimal number;

  if (!meso_measure_parse_number (text, &meso_measure_strength, &number, &rest, error))
    return FALSE;
  name = dup_closed_up (rest);
  for (guint i = 0; i < G_N_ELEMENTS (percent_signs); i++)
    if (strcmp (name, percent_signs[i]) == 0)
      unit = &percent;
  if (unit == NULL)
    {
      gssize length = length_before_per_volume (name);

      if (length < 0 && meso_unit_find (name, strlen (name)) != NULL)
        return meso_measure_refuse (error, MESO_CORE_ERROR_INVALID, text, &meso_measure_strength, "“/mL” is missing");
      unit = length < 0 ? NULL : meso_unit_find (name, (gsize) length);
    }
  if (unit == NULL || unit->dimension == MESO_DIMENSION_VOLUME)
    return meso_measure_refuse_unit (error, text, &meso_measure_strength, name);

  if (!meso_measure_convert (text, &meso_measure_strength, unit, molar_mass_ug_per_mmol, &number, error) ||
      !meso_measure_check_range (text, &meso_measure_strength, number, MESO_QUANTITY_MAX_SCALE, error))
    return FALSE;
  if (unit->dimension == MESO_DIMENSION_MASS &&
      number.digits > MAX_NG_PER_ML * meso_wide_power_of_ten (number.scale))
    return meso_measure_refuse (error, MESO_CORE_ERROR_RANGE, text, &meso_measure_strength, "it is above 1000 mg/mL");
  if (number.digits > G_MAXINT64)
    return meso_measure_refuse (error, MESO_CORE_ERROR_RANGE, text, &meso_measure_strength, "the number has too many digits");
  *strength_out = (MesoStrength) { (gint64) number.digits, (guint8) number.scale, unit->dimension };
  return TRUE;
}

/**
 * meso_strength_compare:
 * @a: a strength, or none
 * @b: one of the same dimension, or none, which is less than any
 *
 * Returns: less than, equal to or more than 0 as @a is weaker than, as strong as or stronger than @b
 */
int
meso_strength_compare (MesoStrength a,
                       MesoStrength b)
{
  MesoWide left, right;

  /* 2^63 × 10^18 is held by 128 bits; a strength never has more decimal places. */
  g_assert (a.scale <= 18 && b.scale <= 18);
  left = (MesoWide) a.mantissa * meso_wide_power_of_ten (b.scale);
  right = (MesoWide) b.mantissa * meso_wide_power_of_ten (a.scale);
  return left < right ? -1 : left > right;
}

/**
 * meso_strength_get_amount:
 * @volume_ul: a volume, never negative
 * @amount_out: (out): what it holds, in ng or mIU, rounded half-even
 *
 * Returns: %FALSE when it is too much to be held
 */
gboolean
meso_strength_get_amount (MesoStrength  self,
                          gint64        volume_ul,
                          gint64       *amount_out)
{
  MesoWide held, amount;

  /* 10^-scale per mL × µL = 10^-(scale + 3) */
  if (!meso_wide_multiply ((MesoWide) self.mantissa, (MesoWide) volume_ul, &held))
    return FALSE;
  amount = meso_wide_divide_half_even (held, meso_wide_power_of_ten (self.scale + 3u), NULL);
  *amount_out = (gint64) amount;
  return amount <= G_MAXINT64;
}

/**
 * meso_strength_format:
 *
 * The exact strength in mg/mL or IU/mL, also when it was written in percent: percent alone is misread by factors of ten.
 *
 * Returns: (transfer full): number, U+00A0, unit
 */
char *
meso_strength_format (MesoStrength strength)
{
  gboolean mass = strength.dimension == MESO_DIMENSION_MASS;
  g_autofree char *number = NULL;

  g_assert (strength.mantissa >= 0);
  number = meso_decimal_to_string ((MesoDecimal) { (MesoWide) strength.mantissa, strength.scale + (mass ? 6u : 3u) });
  return g_strconcat (number, NBSP, mass ? "mg/mL" : "IU/mL", NULL);
}
