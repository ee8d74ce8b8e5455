/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-measure.h"

#include <string.h>

#include "meso-core-error.h"
#include "meso-text.h"
#include "meso-unit-words.h"

#define NG_PER_UG 1000

/* Exact spellings: “MG” would be a megagram, and guessing at units isn't safe. */
static const MesoUnit units[] = {
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

const MesoMeasureKind meso_measure_quantity = {
  "an amount", "Write a number and one of ng, µg, mg, g, mIU, IU, U, µL, mL, L: for example “2.5 mg”."
};
const MesoMeasureKind meso_measure_amount = {
  "an amount", "Write a number and one of ng, µg, mg, g, mIU, IU, U, or mmol where the molar mass is known: "
               "for example “2.5 mg”."
};
const MesoMeasureKind meso_measure_volume = {
  "a volume", "Write a number and one of µL, mL, L, not finer than 1 µL: for example “2.5 mL”."
};
const MesoMeasureKind meso_measure_strength = {
  "a strength", "Write a number and % or one of ng, µg, mg, g, mIU, IU, U with /mL, or mmol/mL where the molar mass is "
                "known, up to 1000 mg/mL: for example “2.5 mg/mL”."
};

/**
 * meso_measure_refuse:
 * @code: a %MESO_CORE_ERROR
 * @text: what was typed
 * @kind: what it was to be
 * @what: what is wrong with it, as a part of a sentence
 *
 * Returns: %FALSE with @error, which says what is allowed
 */
gboolean
meso_measure_refuse (GError                **error,
                     int                     code,
                     const char             *text,
                     const MesoMeasureKind  *kind,
                     const char             *what)
{
  g_autofree char *quoted = meso_text_quote (text);

  g_set_error (error, MESO_CORE_ERROR, code, "%s can't be used as %s: %s. %s", quoted, kind->name, what, kind->allowed);
  return FALSE;
}

static gboolean
is_cc (const char *part)
{
  return g_ascii_strcasecmp (part, "cc") == 0;
}

/* “MG”, “ML” and “iu” are told how they are written; nothing is said of “MIU”, which could be a million. */
static gboolean
is_in_other_letters (const char *part)
{
  static const char *const names[] = { "mg", "mcg", "ug", "ng", "g", "mL", "uL", "IU" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (part, names[i]) == 0)
      return meso_unit_find (part, strlen (part)) == NULL;
  return FALSE;
}

/* Whether it is so of what is above or below the stroke */
static gboolean
any_part (const char  *unit,
          gboolean   (*is_so) (const char *part))
{
  g_auto (GStrv) parts = g_strsplit (unit, "/", 2);

  for (guint i = 0; parts[i] != NULL; i++)
    if (is_so (parts[i]))
      return TRUE;
  return FALSE;
}

/**
 * meso_measure_refuse_unit:
 * @unit: what stands behind the number; "" for nothing
 *
 * Returns: %FALSE with @error: the unit is missing, or isn't known here
 */
gboolean
meso_measure_refuse_unit (GError                **error,
                          const char             *text,
                          const MesoMeasureKind  *kind,
                          const char             *unit)
{
  g_autofree char *quoted = meso_text_quote (unit);
  g_autofree char *what = NULL;

  if (*unit == '\0')
    what = g_strdup ("the unit is missing");
  else if (any_part (unit, is_cc))
    what = g_strdup ("“cc” is read wrongly too easily, write mL");
  else if (any_part (unit, is_in_other_letters))
    what = g_strdup_printf ("the unit %s has other small and capital letters here, such as mg, mL, mg/mL, IU", quoted);
  else
    what = g_strdup_printf ("the unit %s isn't known here", quoted);
  return meso_measure_refuse (error, MESO_CORE_ERROR_INVALID, text, kind, what);
}

/**
 * meso_measure_parse_number:
 * @text: (nullable): what was typed
 * @number_out: (out): its number
 * @unit_out: (out) (transfer full): what stands behind the number, without blanks round it; words of Persian as units in Latin letters
 */
gboolean
meso_measure_parse_number (const char             *text,
                           const MesoMeasureKind  *kind,
                           MesoDecimal            *number_out,
                           char                  **unit_out,
                           GError                **error)
{
  g_autoptr (GError) fault = NULL;
  g_autofree char *stripped = NULL;
  g_autofree char *behind = NULL;
  const char *rest;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return meso_measure_refuse (error, MESO_CORE_ERROR_INVALID, text == NULL ? "" : text, kind, "it isn't text");
  stripped = meso_text_trim (text);
  if (*stripped == '\0')
    return meso_measure_refuse (error, MESO_CORE_ERROR_INVALID, text, kind, "it is empty");
  if (!meso_decimal_parse (stripped, &rest, number_out, &fault))
    return meso_measure_refuse (error, fault->code, text, kind, fault->message);
  behind = meso_text_trim (rest);
  *unit_out = meso_unit_words_to_latin (behind);
  return TRUE;
}

/**
 * meso_unit_find:
 * @name: (array length=length): a unit as it was typed
 *
 * Returns: (nullable) (transfer none): the unit. Exact spellings only: “MG” would be a megagram
 */
const MesoUnit *
meso_unit_find (const char *name,
                gsize       length)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strlen (units[i].name) == length && strncmp (units[i].name, name, length) == 0)
      return &units[i];
  return NULL;
}

/**
 * meso_measure_convert:
 * @molar: µg per mmol; 0 where the molar mass isn't known
 * @number: (inout): a number of @unit, then of ng, µL or mIU, exactly
 */
gboolean
meso_measure_convert (const char             *text,
                      const MesoMeasureKind  *kind,
                      const MesoUnit         *unit,
                      gint64                  molar,
                      MesoDecimal            *number,
                      GError                **error)
{
  if (unit->molar && molar <= 0)
    return meso_measure_refuse (error, MESO_CORE_ERROR_INVALID, text, kind, "mmol can't be used without a molar mass");
  if (!meso_decimal_multiply (number, unit->factor) ||
      (unit->molar && (!meso_decimal_multiply (number, NG_PER_UG) ||
                       !meso_decimal_multiply (number, (MesoWide) molar))))
    return meso_measure_refuse (error, MESO_CORE_ERROR_RANGE, text, kind, "the number is too large");
  return TRUE;
}

/**
 * meso_measure_check_range:
 * @max_scale: so many decimal places may be left
 *
 * Refuses zero, what is too large and what is too fine, alike for everything.
 */
gboolean
meso_measure_check_range (const char             *text,
                          const MesoMeasureKind  *kind,
                          MesoDecimal             number,
                          guint                   max_scale,
                          GError                **error)
{
  if (number.digits == 0)
    return meso_measure_refuse (error, MESO_CORE_ERROR_RANGE, text, kind, "it must be more than zero");
  if (number.scale > max_scale)
    return meso_measure_refuse (error, MESO_CORE_ERROR_RANGE, text, kind,
                                kind == &meso_measure_volume ? "it is finer than 1 µL" : "it is finer than can be held exactly");
  if (number.digits / meso_wide_power_of_ten (number.scale) >= G_MAXINT64)
    return meso_measure_refuse (error, MESO_CORE_ERROR_RANGE, text, kind, "the number is too large");
  return TRUE;
}
