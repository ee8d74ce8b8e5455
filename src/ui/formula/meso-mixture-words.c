/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-mixture-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "meso-formula-wording.h"
#include "meso-text.h"
#include "meso-words.h"

#define NG_PER_MG 1000000
/* So long a word is in sight beside the columns. */
#define MAX_WORD_LETTERS 14

/* How much of the salt holds 1 mg of the element: four digits are more than a scale shows. */
static char *
describe_share (MesoContext                  *context,
                const MesoFormulaItemReading *reading)
{
  const MesoSalt *salt = reading->salt;
  gint64 of_elements = reading->ingredient->molar_mass_ug_per_mmol * salt->elements;
  gint64 per_mg = (salt->molar_mass_ug_per_mmol * NG_PER_MG + of_elements / 2) / of_elements;
  gint64 short_per_mg = (per_mg + 500) / 1000 * 1000;
  g_autofree char *one = meso_formula_wording_quantity (context, (MesoQuantity) { NG_PER_MG, MESO_DIMENSION_MASS });
  g_autofree char *weighed = meso_formula_wording_quantity (context, (MesoQuantity) { short_per_mg, MESO_DIMENSION_MASS });
  g_autofree char *one_isolated = meso_words_isolate (one);
  g_autofree char *weighed_isolated = meso_words_isolate (weighed);

  /* Translators: %1$s is "1 mg" of an element, %2$s what that weighs as the salt, "4.398 mg" */
  return g_strdup_printf (_("%1$s elemental ≈ %2$s of the salt"), one_isolated, weighed_isolated);
}

char *
meso_mixture_words_salt (MesoContext                  *context,
                         const MesoFormulaItemReading *reading)
{
  g_autofree char *share = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *isolated = NULL;

  if (reading->salt_gone)
    return g_strdup (_("This salt is no longer in the formulary: choose another"));
  if (reading->salt == NULL)
    return g_strdup ("");
  share = describe_share (context, reading);
  if (!reading->complete)
    return g_steal_pointer (&share);
  amount = meso_formula_wording_quantity (context, reading->amount);
  isolated = meso_words_isolate (amount);
  /* Translators: %1$s is how much of the element an amount of a salt holds, "2.3 mg"; %2$s: "1 mg elemental ≈ 4.398 mg of the salt" */
  return g_strdup_printf (_("holds %1$s elemental; %2$s"), isolated, share);
}

char *
meso_mixture_words_note (MesoContext                  *context,
                         const MesoFormulaItem        *item,
                         const MesoFormulaItemReading *reading)
{
  if (reading->product != NULL)
    return g_strdup (_("Ready-made vial"));
  if (reading->ingredient == NULL)
    return g_strdup (_("No longer in the formulary: take it out"));
  /* A percentage is misread by factors of ten: what it comes to stands beside it. */
  if (reading->stock.mantissa > 0 && item->strength != NULL && strpbrk (item->strength, "%\u066a") != NULL)
    {
      g_autofree char *strength = meso_formula_wording_strength (context, reading->stock);
      g_autofree char *isolated = meso_text_isolate (strength);

      /* Translators: what a percentage comes to; %s is "5 mg/mL" */
      return g_strdup_printf (_("stock of %s"), isolated);
    }
  return reading->complete && !reading->exact ? g_strdup (_("rounded")) : NULL;
}

char *
meso_mixture_words_share (MesoContext                  *context,
                          const MesoFormulaItemReading *reading,
                          char                        **spoken_out)
{
  g_autofree char *percent = NULL;
  g_autofree char *cap = NULL;

  if (!reading->complete)
    {
      *spoken_out = g_strdup (_("Not known yet"));
      return g_strdup ("");
    }
  if (reading->ingredient == NULL || reading->ingredient->cap.value + reading->ingredient->cap_per_kg.value == 0)
    {
      *spoken_out = g_strdup (_("No cap is known"));
      return g_strdup (reading->ingredient != NULL ? _("no source") : "");
    }
  cap = meso_formula_wording_cap (context, reading->ingredient);
  if (reading->limit == 0)
    {
      *spoken_out = g_strdup_printf (_("%s; the weight is missing"), cap);
      return g_strdup (_("weight?"));
    }
  percent = meso_formula_wording_percent (context, meso_formula_item_reading_get_percent (reading));
  /* Translators: %1$s is a percentage, %2$s "cap 3 mg" */
  *spoken_out = g_strdup_printf (_("%1$s of the limit; %2$s"), percent, cap);
  return g_steal_pointer (&percent);
}

PangoWrapMode
meso_mixture_words_choose_wrap (const char *name)
{
  guint letters = 0;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      letters = g_unichar_isspace (c) ? 0 : letters + (g_unichar_iszerowidth (c) ? 0 : 1);
      if (letters > MAX_WORD_LETTERS)
        return PANGO_WRAP_WORD_CHAR;
    }
  return PANGO_WRAP_WORD;
}
