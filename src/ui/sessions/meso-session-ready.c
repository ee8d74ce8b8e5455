/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-ready.h"

#include <glib/gi18n.h>

#include "meso-data-row.h"
#include "meso-quantity.h"
#include "meso-tag.h"
#include "meso-text.h"

gboolean
meso_session_ready_short_form (const MesoChart *chart)
{
  if (chart->short_form == NULL)
    return FALSE;
  return chart->short_eligibility == MESO_ELIGIBILITY_SIGNED ||
         chart->short_form->verdict->outcome == MESO_OUTCOME_SUITABLE;
}

static void
set_tag (GtkBox     *state,
         const char *icon,
         const char *label,
         const char *kind)
{
  GtkWidget *old = gtk_widget_get_first_child (GTK_WIDGET (state));

  if (old != NULL)
    gtk_box_remove (state, old);
  gtk_box_append (state, meso_tag_new (icon, label, kind));
}

void
meso_session_ready_show_short_form (const MesoChart *chart,
                                    AdwActionRow    *row,
                                    GtkBox          *state,
                                    GtkButton       *button)
{
  gboolean ready = meso_session_ready_short_form (chart);

  gtk_widget_set_visible (GTK_WIDGET (button), !ready);
  if (ready)
    {
      adw_action_row_set_subtitle (row, _("Answered for this day"));
      set_tag (state, "meso-done-symbolic", _("Done"), "success");
    }
  else if (chart->short_form == NULL)
    {
      adw_action_row_set_subtitle (row, _("A few questions before each session: anything new since last time?"));
      set_tag (state, "meso-question-symbolic", _("Missing"), "warning");
      gtk_button_set_label (button, _("Answer…"));
    }
  else
    {
      gboolean blocked = chart->short_eligibility == MESO_ELIGIBILITY_BLOCKED;

      adw_action_row_set_subtitle (row, blocked ? _("It says: do not treat today")
                                                : _("It needs a physician’s decision"));
      set_tag (state, blocked ? "meso-stop-symbolic" : "dialog-warning-symbolic", blocked ? _("Do not treat") : _("Open"),
               blocked ? "error" : "warning");
      gtk_button_set_label (button, _("Look…"));
    }
}

static GtkWidget *
make_line (MesoContext           *context,
           const MesoFormulaLine *line)
{
  const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (meso_context_get_protocol (context), line->ingredient);
  const char *name = ingredient != NULL ? meso_local_text_get (ingredient->name, meso_context_get_language (context))
                                        : line->ingredient;
  g_autofree char *volume = meso_quantity_format ((MesoQuantity) { line->volume_ul, MESO_DIMENSION_VOLUME },
                                                  MESO_MASS_UNIT_BY_SIZE);
  g_autofree char *amount = meso_quantity_format (line->amount, MESO_MASS_UNIT_BY_SIZE);
  g_autofree char *localised_volume = meso_context_localise_digits (context, volume);
  g_autofree char *localised_amount = meso_context_localise_digits (context, amount);
  g_autofree char *isolated_volume = meso_text_isolate (localised_volume);
  g_autofree char *isolated_amount = meso_text_isolate (localised_amount);
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, name, isolated_amount);
  GtkWidget *label = gtk_label_new (isolated_volume);

  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

void
meso_session_ready_show_formula (MesoContext    *context,
                                 const MesoChart *chart,
                                 AdwExpanderRow *row,
                                 GtkBox         *state,
                                 GPtrArray      *rows)
{
  const MesoFormulaVersion *formula = chart->formula;
  g_autofree char *version = formula != NULL ? meso_context_format_number (context, formula->version) : NULL;
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < rows->len; i++)
    adw_expander_row_remove (row, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
  adw_expander_row_set_enable_expansion (row, formula != NULL);
  if (formula == NULL)
    {
      adw_expander_row_set_subtitle (row, _("No checked formula is on file"));
      set_tag (state, "meso-question-symbolic", _("Missing"), "warning");
      return;
    }
  /* Translators: a formula's version; %s is a number */
  subtitle = g_strdup_printf (_("Version %s"), version);
  adw_expander_row_set_subtitle (row, *formula->name != '\0' ? formula->name : subtitle);
  set_tag (state, "meso-done-symbolic", _("Checked"), "success");
  for (guint i = 0; i < formula->check->lines->len; i++)
    {
      GtkWidget *line = make_line (context, g_ptr_array_index (formula->check->lines, i));

      adw_expander_row_add_row (row, line);
      g_ptr_array_add (rows, line);
    }
}
