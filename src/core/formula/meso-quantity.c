/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-quantity-private.h"

#include <string.h>

#include "meso-core-error.h"
#include "meso-text.h"

#define NBSP "\u00a0"
#define NG_PER_ML_OF_ONE_PERCENT 10000000
#define NG_PER_UG 1000
/* Nothing that is injected weighs more than its volume of water by much: 1000 mg/mL is 100 %. */
#define MAX_NG_PER_ML 1000000000

/**
 * Unit:
 * @factor: how many ng, µL or mIU it is; for a molar unit: how many times the molar mass in µg
 */
typedef struct
{
  const char *name;
  MesoDimension dimension;
  guint64 factor;
  gboolean molar;
} Unit;

/* Exact spellings: “MG” would be a megagram, and guessing at units isn't safe. */
static const Unit units[] = {
  { "ng", MESO_DIMENSION_MASS, 1 },
  { "\u00b5g", MESO_DIMENSION_MASS, 1000 },
  { "\u03bcg", MESO_DIMENSION_MASS, 1000 },
  { "ug", MESO_DIMENSION_MASS, 1000 },
  { "mcg", MESO_DIMENSION_MASS, 1000 },
  { "mg", MESO_DIMENSION_MASS, 1000000 },
  { "g", MESO_DIMENSION_MASS, 1000000000 },
  { "mmol", MESO_DIMENSION_MASS, 1, TRUE },
  { "\u00b5L", MESO_DIMENSION_VOLUME, 1 },
  { "\u03bcL", MESO_DIMENSION_VOLUME, 1 },
  { "uL", MESO_DIMENSION_VOLUME, 1 },
  { "\u00b5l", MESO_DIMENSION_VOLUME, 1 },
  { "\u03bcl", MESO_DIMENSION_VOLUME, 1 },
  { "ul", MESO_DIMENSION_VOLUME, 1 },
  { "mL", MESO_DIMENSION_VOLUME, 1000 },
  { "ml", MESO_DIMENSION_VOLUME, 1000 },
  { "L", MESO_DIMENSION_VOLUME, 1000000 },
  { "l", MESO_DIMENSION_VOLUME, 1000000 },
  { "mIU", MESO_DIMENSION_ACTIVITY, 1 },
  { "IU", MESO_DIMENSION_ACTIVITY, 1000 },
  { "U", MESO_DIMENSION_ACTIVITY, 1000 },
};

static const char *const percent_signs[] = { "%", "\u066a" };
static const char *const per_volume[] = { "/mL", "/ml" };

/**
 * Kind:
 *
 * What a text is to be, for the sentence that refuses it.
 */
typedef struct
{
  const char *name;
  const char *allowed;
} Kind;

static const Kind kind_quantity = {
  "an amount", "Write a number and one of ng, µg, mg, g, mIU, IU, U, µL, mL, L: for example “2.5 mg”."
};
static const Kind kind_amount = {
  "an amount", "Write a number and one of ng, µg, mg, g, mIU, IU, U, or mmol where the molar mass is known: "
               "for example “2.5 mg”."
};
static const Kind kind_volume = {
  "a volume", "Write a number and one of µL, mL, L, not finer than 1 µL: for example “2.5 mL”."
};
static const Kind kind_strength = {
  "a strength", "Write a number and % or one of ng, µg, mg, g, mIU, IU, U with /mL, or mmol/mL where the molar mass is "
                "known, up to 1000 mg/mL: for example “2.5 mg/mL”."
};

static gboolean
refuse (GError **error, int code, const char *text, const Kind *kind, const char *what)
{
  g_autofree char *quoted = meso_text_quote (text);

  g_set_error (error, MESO_CORE_ERROR, code, "%s can't be used as %s: %s. %s", quoted, kind->name, what, kind->allowed);
  return FALSE;
}

static gboolean
refuse_unit (GError **error, const char *text, const Kind *kind, const char *unit)
{
  g_autofree char *quoted = meso_text_quote (unit);
  g_autofree char *what = g_strdup_printf ("the unit %s isn't known here", quoted);

  return refuse (error, MESO_CORE_ERROR_INVALID, text, kind, *unit == '\0' ? "the unit is missing" : what);
}

/* The number, with the unit's text left over in @unit_out (transfer full) */
static gboolean
parse_number (const char *text, const Kind *kind, MesoDecimal *number_out, char **unit_out, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autofree char *stripped = NULL;
  const char *rest;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return refuse (error, MESO_CORE_ERROR_INVALID, text == NULL ? "" : text, kind, "it isn't text");
  stripped = meso_text_trim (text);
  if (*stripped == '\0')
    return refuse (error, MESO_CORE_ERROR_INVALID, text, kind, "it is empty");
  if (!meso_decimal_parse (stripped, &rest, number_out, &fault))
    return refuse (error, fault->code, text, kind, fault->message);
  *unit_out = meso_text_trim (rest);
  return TRUE;
}

static const Unit *
find_unit (const char *name, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strlen (units[i].name) == length && strncmp (units[i].name, name, length) == 0)
      return &units[i];
  return NULL;
}

/* Into the fixed unit, exactly. */
static gboolean
convert (const char *text, const Kind *kind, const Unit *unit, gint64 molar, MesoDecimal *number, GError **error)
{
  if (unit->molar && molar <= 0)
    return refuse (error, MESO_CORE_ERROR_INVALID, text, kind, "mmol can't be used without a molar mass");
  if (!meso_decimal_multiply (number, unit->factor) ||
      (unit->molar && (!meso_decimal_multiply (number, NG_PER_UG) ||
                       !meso_decimal_multiply (number, (MesoWide) molar))))
    return refuse (error, MESO_CORE_ERROR_RANGE, text, kind, "the number is too large");
  return TRUE;
}

/* Zero, the upper bound and the finest fraction, alike for everything */
static gboolean
check_range (const char *text, const Kind *kind, MesoDecimal number, guint max_scale, GError **error)
{
  if (number.digits == 0)
    return refuse (error, MESO_CORE_ERROR_RANGE, text, kind, "it must be more than zero");
  if (number.scale > max_scale)
    return refuse (error, MESO_CORE_ERROR_RANGE, text, kind,
                   kind == &kind_volume ? "it is finer than 1 µL" : "it is finer than can be held exactly");
  if (number.digits / meso_wide_power_of_ten (number.scale) >= G_MAXINT64)
    return refuse (error, MESO_CORE_ERROR_RANGE, text, kind, "the number is too large");
  return TRUE;
}

static gboolean
parse_plain (const char *text, const Kind *kind, gint64 molar, MesoExactAmount *amount_out, GError **error)
{
  g_autofree char *name = NULL;
  const Unit *unit;

  if (!parse_number (text, kind, &amount_out->value, &name, error))
    return FALSE;
  unit = find_unit (name, strlen (name));
  if (unit == NULL ||
      (kind == &kind_volume && unit->dimension != MESO_DIMENSION_VOLUME) ||
      (kind == &kind_amount && unit->dimension == MESO_DIMENSION_VOLUME))
    return refuse_unit (error, text, kind, name);
  amount_out->dimension = unit->dimension;
  return convert (text, kind, unit, molar, &amount_out->value, error);
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

  if (!parse_plain (text, &kind_quantity, 0, &amount, error) ||
      !check_range (text, amount.dimension == MESO_DIMENSION_VOLUME ? &kind_volume : &kind_quantity,
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
  return parse_plain (text, &kind_amount, molar_mass_ug_per_mmol, amount_out, error) &&
         check_range (text, &kind_amount, amount_out->value, MESO_QUANTITY_MAX_SCALE, error);
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

  if (!parse_plain (text, &kind_volume, 0, &amount, error))
    return FALSE;
  if (!(zero_allowed && amount.value.digits == 0) &&
      !check_range (text, &kind_volume, amount.value, 0, error))
    return FALSE;
  *volume_ul_out = (gint64) amount.value.digits;
  return TRUE;
}

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
  static const Unit percent = { "%", MESO_DIMENSION_MASS, NG_PER_ML_OF_ONE_PERCENT };
  const Unit *unit = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *name = NULL;
  MesoDecimal number;

  if (!parse_number (text, &kind_strength, &number, &rest, error))
    return FALSE;
  name = dup_closed_up (rest);
  for (guint i = 0; i < G_N_ELEMENTS (percent_signs); i++)
    if (strcmp (name, percent_signs[i]) == 0)
      unit = &percent;
  if (unit == NULL)
    {
      gssize length = length_before_per_volume (name);

      if (length < 0 && find_unit (name, strlen (name)) != NULL)
        return refuse (error, MESO_CORE_ERROR_INVALID, text, &kind_strength, "“/mL” is missing");
      unit = length < 0 ? NULL : find_unit (name, (gsize) length);
    }
  if (unit == NULL || unit->dimension == MESO_DIMENSION_VOLUME)
    return refuse_unit (error, text, &kind_strength, name);

  if (!convert (text, &kind_strength, unit, molar_mass_ug_per_mmol, &number, error) ||
      !check_range (text, &kind_strength, number, MESO_QUANTITY_MAX_SCALE, error))
    return FALSE;
  if (unit->dimension == MESO_DIMENSION_MASS &&
      number.digits > MAX_NG_PER_ML * meso_wide_power_of_ten (number.scale))
    return refuse (error, MESO_CORE_ERROR_RANGE, text, &kind_strength, "it is above 1000 mg/mL");
  if (number.digits > G_MAXINT64)
    return refuse (error, MESO_CORE_ERROR_RANGE, text, &kind_strength, "the number has too many digits");
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
