/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-ready-words.h"

#include <glib/gi18n.h>

#include "meso-data-row.h"
#include "meso-formula-wording.h"
#include "meso-text.h"
#include "meso-words.h"

/* What the answers wait for. */
const char *
meso_ready_words_eligibility (MesoEligibility eligibility)
{
  switch (eligibility)
    {
    case MESO_ELIGIBILITY_UNSCREENED:
      return _("There are no answers that count on this day");
    case MESO_ELIGIBILITY_INCOMPLETE:
      return _("A question is still open");
    case MESO_ELIGIBILITY_BLOCKED:
      return _("It says: do not treat");
    case MESO_ELIGIBILITY_WAIT:
      return _("It says: not now");
    case MESO_ELIGIBILITY_TO_CLEAR:
      return _("Another physician’s written clearance is missing");
    case MESO_ELIGIBILITY_TO_DECIDE:
      return _("It needs a physician’s decision");
    case MESO_ELIGIBILITY_TO_SIGN:
      return _("It needs a physician’s signature");
    case MESO_ELIGIBILITY_SIGNED:
    default:
      return "";
    }
}

char *
meso_ready_words_formula (MesoContext     *context,
                          const MesoChart *chart,
                          MesoCivilTime    start)
{
  const char *excluded;
  g_autofree char *name = NULL;
  g_autofree char *isolated = NULL;

  if (chart->formula == NULL)
    return g_strdup (_("No checked formula is on file"));
  if (!chart->formula->check->ok)
    return g_strdup (_("The check blocks this version"));
  excluded = meso_chart_find_excluded (chart, chart->formula);
  if (excluded == NULL)
    return meso_chart_dup_allergy (chart, meso_context_get_protocol (context), chart->formula, start,
                                   meso_context_get_language (context));
  name = meso_formula_wording_name (context, excluded);
  isolated = meso_words_isolate (name);
  /* Translators: %s is an ingredient */
  return g_strdup_printf (_("It holds %s, which the screening takes out"), isolated);
}

char *
meso_ready_words_version (MesoContext              *context,
                          const MesoFormulaVersion *formula)
{
  g_autofree char *number = formula != NULL ? meso_context_format_number (context, formula->version) : NULL;
  g_autofree char *isolated = formula != NULL ? meso_words_isolate (formula->name) : NULL;
  g_autofree char *version = NULL;

  if (formula == NULL)
    return g_strdup (_("None is on record"));
  /* Translators: a formula's version; %s is a number */
  version = g_strdup_printf (_("Version %s"), number);
  return *formula->name != '\0' ? g_strdup_printf ("%s · %s", isolated, version) : g_steal_pointer (&version);
}

GtkWidget *
meso_ready_words_ingredient_row (MesoContext           *context,
                                 const MesoFormulaLine *line)
{
  g_autofree char *name = meso_formula_wording_name (context, line->ingredient);
  g_autofree char *volume = meso_formula_wording_volume (context, line->volume_ul);
  g_autofree char *amount = meso_formula_wording_quantity (context, line->amount);
  g_autofree char *isolated_volume = meso_text_isolate (volume);
  g_autofree char *isolated_amount = meso_text_isolate (amount);
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, name, isolated_amount);
  GtkWidget *label = gtk_label_new (isolated_volume);

  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}
