/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-entry.h"

#include "meso-body-weight.h"
#include "meso-core-error.h"
#include "meso-decimal.h"
#include "meso-text.h"
#include "meso-unit-words.h"

#define MAX_POINTS 100000

/* What stands behind the number of an ASCII text; NULL when it begins with none. */
static const char *
skip_number (const char *text,
             gboolean   *zero_out)
{
  const char *p = text;
  gboolean digits = FALSE;

  *zero_out = TRUE;
  for (;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 128 && g_ascii_isdigit ((char) c))
        {
          digits = TRUE;
          *zero_out = *zero_out && c == '0';
        }
      else if (c != '.' && c != ',' && c != 0x066B)
        break;
    }
  while (*p == ' ' || g_str_has_prefix (p, "\u00a0"))
    p = g_utf8_next_char (p);
  return digits ? p : NULL;
}

static char *
dup_plain (const char *text)
{
  g_autofree char *ascii = meso_text_ascii_digits (text != NULL ? text : "");

  return meso_text_trim (ascii);
}

/* Only behind one number a unit is all that is missing: “1.5.2” is none, and “.5” may be 5 to another reader. */
static gboolean
is_number (const char *plain)
{
  g_autoptr(GError) error = NULL;
  const char *rest;
  MesoDecimal decimal;

  return meso_decimal_parse (plain, &rest, &decimal, &error) || g_error_matches (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE);
}

gboolean
meso_formula_entry_is_bare (const char *text)
{
  g_autofree char *plain = dup_plain (text);
  gboolean zero;
  const char *rest = skip_number (plain, &zero);

  return rest != NULL && *rest == '\0' && is_number (plain);
}

char *
meso_formula_entry_complete (const char *text,
                             gboolean    volume)
{
  if (volume && meso_formula_entry_is_bare (text))
    return g_strconcat (text, "\u00a0mL", NULL);
  return meso_unit_words_rewrite (text);
}

/* Why core refused a text: only what it said in its code, and what can be seen. */
static MesoFormulaProblem
explain (const char   *text,
         const GError *error)
{
  g_autofree char *plain = dup_plain (text);
  MesoQuantity quantity;
  MesoStrength strength;
  gboolean zero;
  const char *unit = skip_number (plain, &zero);

  if (*plain == '\0')
    return MESO_FORMULA_PROBLEM_EMPTY;
  if (unit == NULL || !is_number (plain))
    return MESO_FORMULA_PROBLEM_NO_NUMBER;
  if (*unit == '\0')
    return MESO_FORMULA_PROBLEM_NO_UNIT;
  if (zero)
    return MESO_FORMULA_PROBLEM_ZERO;
  if (g_error_matches (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE))
    return MESO_FORMULA_PROBLEM_RANGE;
  if (meso_quantity_parse (text, &quantity, NULL) || meso_strength_parse (text, &strength, NULL))
    return MESO_FORMULA_PROBLEM_WRONG_KIND;
  return MESO_FORMULA_PROBLEM_UNIT;
}

static gint64
get_molar_mass (const MesoIngredient *ingredient,
                const MesoSalt       *salt)
{
  return salt != NULL ? salt->molar_mass_ug_per_mmol : ingredient->molar_mass_ug_per_mmol;
}

MesoFormulaProblem
meso_formula_entry_read_strength (const MesoIngredient *ingredient,
                                  const MesoSalt       *salt,
                                  const char           *text,
                                  MesoStrength         *strength_out)
{
  g_autoptr(GError) error = NULL;
  MesoQuantity quantity;

  if (meso_quantity_is_ambiguous (text))
    {
      *strength_out = (MesoStrength) { 0 };
      return MESO_FORMULA_PROBLEM_AMBIGUOUS;
    }
  if (!meso_strength_parse_molar (text, get_molar_mass (ingredient, salt), strength_out, &error))
    {
      *strength_out = (MesoStrength) { 0 };
      if (meso_quantity_parse (text, &quantity, NULL) && quantity.dimension == ingredient->dimension)
        return MESO_FORMULA_PROBLEM_PER_ML;
      return explain (text, error);
    }
  if (strength_out->dimension == ingredient->dimension)
    return MESO_FORMULA_PROBLEM_NONE;
  *strength_out = (MesoStrength) { 0 };
  return MESO_FORMULA_PROBLEM_WRONG_KIND;
}

MesoFormulaProblem
meso_formula_entry_read_amount (const MesoIngredient *ingredient,
                                const MesoSalt       *salt,
                                const char           *text)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *plain = dup_plain (text);
  g_autofree char *latin = meso_unit_words_rewrite (plain);
  MesoQuantity quantity;
  MesoStrength strength;

  if (meso_quantity_is_ambiguous (text))
    return MESO_FORMULA_PROBLEM_AMBIGUOUS;
  if (g_str_has_suffix (latin, "mmol"))
    {
      /* Only the strength can be read in mmol from here; "per mL" makes one of it. */
      g_autofree char *per_ml = g_strconcat (latin, "/mL", NULL);

      if (meso_strength_parse_molar (per_ml, get_molar_mass (ingredient, salt), &strength, &error))
        return strength.dimension == ingredient->dimension ? MESO_FORMULA_PROBLEM_NONE : MESO_FORMULA_PROBLEM_WRONG_KIND;
      return explain (text, error);
    }
  if (!meso_quantity_parse (text, &quantity, &error))
    return explain (text, error);
  return quantity.dimension == ingredient->dimension ? MESO_FORMULA_PROBLEM_NONE : MESO_FORMULA_PROBLEM_WRONG_KIND;
}

MesoFormulaProblem
meso_formula_entry_read_volume (const char *text,
                                gboolean    zero_allowed)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *plain = dup_plain (text);
  g_autofree char *latin = meso_unit_words_rewrite (plain);
  MesoQuantity quantity;
  MesoFormulaProblem problem;

  if (meso_quantity_is_ambiguous (text))
    return MESO_FORMULA_PROBLEM_AMBIGUOUS;
  if (meso_quantity_parse (text, &quantity, &error))
    return quantity.dimension == MESO_DIMENSION_VOLUME ? MESO_FORMULA_PROBLEM_NONE : MESO_FORMULA_PROBLEM_WRONG_KIND;
  problem = explain (text, error);
  if (problem != MESO_FORMULA_PROBLEM_ZERO || !zero_allowed)
    return problem;
  return g_str_has_suffix (latin, "L") || g_str_has_suffix (latin, "l") ? MESO_FORMULA_PROBLEM_NONE : MESO_FORMULA_PROBLEM_UNIT;
}

MesoFormulaProblem
meso_formula_entry_read_points (const char *text,
                                int        *points_out)
{
  g_autofree char *plain = dup_plain (text);
  guint64 number;

  *points_out = 0;
  if (*plain == '\0')
    return MESO_FORMULA_PROBLEM_EMPTY;
  if (!g_ascii_string_to_unsigned (plain, 10, 0, G_MAXUINT64, &number, NULL))
    return MESO_FORMULA_PROBLEM_NO_NUMBER;
  if (number == 0)
    return MESO_FORMULA_PROBLEM_ZERO;
  if (number > MAX_POINTS)
    return MESO_FORMULA_PROBLEM_RANGE;
  *points_out = (int) number;
  return MESO_FORMULA_PROBLEM_NONE;
}

MesoFormulaProblem
meso_formula_entry_read_weight (const char *text,
                                gint64     *weight_g_out)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *plain = dup_plain (text);
  gboolean zero;

  *weight_g_out = 0;
  if (*plain == '\0')
    return MESO_FORMULA_PROBLEM_EMPTY;
  if (meso_body_weight_parse (plain, weight_g_out, &error))
    return MESO_FORMULA_PROBLEM_NONE;
  if (g_error_matches (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE))
    return MESO_FORMULA_PROBLEM_RANGE;
  return skip_number (plain, &zero) == NULL ? MESO_FORMULA_PROBLEM_NO_NUMBER : MESO_FORMULA_PROBLEM_UNIT;
}
