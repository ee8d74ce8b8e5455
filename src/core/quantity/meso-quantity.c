/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-quantity-private.h"

#include <string.h>

#include "meso-measure.h"
#include "meso-text.h"

#define NBSP "\u00a0"

static gboolean
parse_plain (const char *text, const MesoMeasureKind *kind, gint64 molar, MesoExactAmount *amount_out, GError **error)
{
  g_autofree char *name = NULL;
  const MesoUnit *unit;

  if (!meso_measure_parse_number (text, kind, &amount_out->value, &name, error))
    return FALSE;
  unit = meso_unit_find (name, strlen (name));
  if (unit == NULL ||
      (kind == &meso_measure_volume && unit->dimension != MESO_DIMENSION_VOLUME) ||
      (kind == &meso_measure_amount && unit->dimension == MESO_DIMENSION_VOLUME))
    return meso_measure_refuse_unit (error, text, kind, name);
  amount_out->dimension = unit->dimension;
  return meso_measure_convert (text, kind, unit, molar, &amount_out->value, error);
}

/**
 * meso_quantity_is_ambiguous:
 * @text: (nullable): an amount or a strength as it was typed
 *
 * Returns: whether its number has a comma that may stand for a thousand: it is read as a fraction, and
 *   a person who typed it should be asked first
 */
gboolean
meso_quantity_is_ambiguous (const char *text)
{
  g_autofree char *stripped = NULL;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return FALSE;
  stripped = meso_text_trim (text);
  return meso_decimal_is_ambiguous (stripped);
}

/**
 * meso_quantity_parse:
 * @text: (nullable): a number and a unit, with or without a space between: "2.5 mL", "۳ mg", "50U"
 * @quantity_out: (out): the amount in ng, µL or mIU
 *
 * Returns: %FALSE with %MESO_CORE_ERROR_INVALID when it isn't an amount, or with %MESO_CORE_ERROR_RANGE when it is zero,
 *   too large, or finer than 1 ng, 1 µL or 1 mIU
 */
gboolean
meso_quantity_parse (const char    *text,
                     MesoQuantity  *quantity_out,
                     GError       **error)
{
  MesoExactAmount amount;

  if (!parse_plain (text, &meso_measure_quantity, 0, &amount, error) ||
      !meso_measure_check_range (text,
                                 amount.dimension == MESO_DIMENSION_VOLUME ? &meso_measure_volume : &meso_measure_quantity,
                                 amount.value, 0, error))
    return FALSE;
  *quantity_out = (MesoQuantity) { (gint64) amount.value.digits, amount.dimension };
  return TRUE;
}

/**
 * meso_exact_amount_parse:
 * @text: (nullable): a mass or an activity
 * @molar_mass_ug_per_mmol: µg per mmol; 0 when mmol can't be used
 *
 * Like meso_quantity_parse(), but keeps what is finer than 1 ng or 1 mIU, and refuses volumes.
 */
gboolean
meso_exact_amount_parse (const char       *text,
                         gint64            molar_mass_ug_per_mmol,
                         MesoExactAmount  *amount_out,
                         GError          **error)
{
  return parse_plain (text, &meso_measure_amount, molar_mass_ug_per_mmol, amount_out, error) &&
         meso_measure_check_range (text, &meso_measure_amount, amount_out->value, MESO_QUANTITY_MAX_SCALE, error);
}

/**
 * meso_volume_parse:
 * @text: (nullable): a volume
 * @zero_allowed: a dead space may be none, what is drawn may not
 * @volume_ul_out: (out): in µL
 */
gboolean
meso_volume_parse (const char  *text,
                   gboolean     zero_allowed,
                   gint64      *volume_ul_out,
                   GError     **error)
{
  MesoExactAmount amount;

  if (!parse_plain (text, &meso_measure_volume, 0, &amount, error))
    return FALSE;
  if (!(zero_allowed && amount.value.digits == 0) &&
      !meso_measure_check_range (text, &meso_measure_volume, amount.value, 0, error))
    return FALSE;
  *volume_ul_out = (gint64) amount.value.digits;
  return TRUE;
}

/**
 * meso_quantity_mass_unit:
 * @quantity: any
 *
 * The unit that a clinic would write a mass of this size in: mg from 0.1 mg, so that “0.5 mg” and “0.4 mg” stay mg;
 * below that µg, because “60 µg” is read more safely than “0.06 mg”.
 */
MesoMassUnit
meso_quantity_mass_unit (MesoQuantity quantity)
{
  if (quantity.value >= 1000000000)
    return MESO_MASS_UNIT_G;
  if (quantity.value >= 100000)
    return MESO_MASS_UNIT_MG;
  return quantity.value >= 100 ? MESO_MASS_UNIT_UG : MESO_MASS_UNIT_NG;
}

/**
 * meso_quantity_format:
 * @unit: for a mass; a volume is always written in mL, an activity in IU
 *
 * The exact amount, shortest: “0.5 mg”, “4 mL”; ASCII digits in every language, because doses are read beside vials.
 *
 * Returns: (transfer full): number, U+00A0, unit
 */
char *
meso_quantity_format (MesoQuantity quantity,
                      MesoMassUnit unit)
{
  static const struct { const char *name; guint scale; } mass_units[] = {
    [MESO_MASS_UNIT_NG] = { "ng", 0 },
    [MESO_MASS_UNIT_UG] = { "\u00b5g", 3 },
    [MESO_MASS_UNIT_MG] = { "mg", 6 },
    [MESO_MASS_UNIT_G] = { "g", 9 },
  };
  g_autofree char *number = NULL;
  const char *name;
  guint scale = 3;

  g_assert (quantity.value >= 0);
  if (quantity.dimension == MESO_DIMENSION_MASS)
    {
      if (unit == MESO_MASS_UNIT_BY_SIZE)
        unit = meso_quantity_mass_unit (quantity);
      name = mass_units[unit].name;
      scale = mass_units[unit].scale;
    }
  else
    name = quantity.dimension == MESO_DIMENSION_VOLUME ? "mL" : "IU";

  number = meso_decimal_to_string ((MesoDecimal) { (MesoWide) quantity.value, scale });
  return g_strconcat (number, NBSP, name, NULL);
}
