/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-body-weight.h"

#include "meso-core-error.h"
#include "meso-decimal.h"
#include "meso-text.h"

#define G_PER_KG 1000

static const char *const units[] = { "", "kg", "Kg", "KG", "کیلوگرم", "کیلو" };

static gboolean
refuse (GError **error, int code, const char *what)
{
  g_set_error (error, MESO_CORE_ERROR, code, "weight: %s", what);
  return FALSE;
}

/**
 * meso_body_weight_is_plausible:
 * @weight_g: grams
 *
 * Returns: whether a person may weigh that: 20 to 400 kg (ours; the article and the research name no bounds)
 */
gboolean
meso_body_weight_is_plausible (gint64 weight_g)
{
  return weight_g >= MESO_BODY_WEIGHT_MIN_G && weight_g <= MESO_BODY_WEIGHT_MAX_G;
}

/**
 * meso_body_weight_parse:
 * @text: (nullable): kilograms as a person types them: "72.5", "۷۲٫۵ kg"
 * @weight_g_out: (out): whole grams; untouched on failure
 *
 * A comma can only begin a fraction: what it could mean otherwise, no person weighs. So “1,000” is refused, and not
 * taken for 1 kg.
 *
 * Returns: %FALSE with %MESO_CORE_ERROR_INVALID when it isn't a number of kilograms, or with %MESO_CORE_ERROR_RANGE when
 *   it is one that no person weighs, or is finer than a gram
 */
gboolean
meso_body_weight_parse (const char  *text,
                        gint64      *weight_g_out,
                        GError     **error)
{
  g_autofree char *trimmed = NULL;
  g_autofree char *unit = NULL;
  const char *rest;
  MesoDecimal decimal;
  gboolean known = FALSE;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return refuse (error, MESO_CORE_ERROR_INVALID, "it isn't text. Write kilograms, for example 72.5.");
  trimmed = meso_text_trim (text);
  if (!meso_decimal_parse (trimmed, &rest, &decimal, NULL))
    return refuse (error, MESO_CORE_ERROR_INVALID, "it isn't a number. Write kilograms, for example 72.5.");
  unit = meso_text_trim (rest);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    known = known || g_str_equal (unit, units[i]);
  if (!known)
    return refuse (error, MESO_CORE_ERROR_INVALID, "its unit isn't known here. Write kilograms, for example 72.5.");
  if (!meso_decimal_multiply (&decimal, G_PER_KG) || decimal.scale > 0 || decimal.digits > MESO_BODY_WEIGHT_MAX_G ||
      !meso_body_weight_is_plausible ((gint64) decimal.digits))
    return refuse (error, MESO_CORE_ERROR_RANGE, "no person weighs that. Write 20 to 400 kilograms, for example 72.5.");
  *weight_g_out = (gint64) decimal.digits;
  return TRUE;
}
