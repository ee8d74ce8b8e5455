/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-mixture-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "meso-formula-wording.h"
#include "meso-text.h"

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
