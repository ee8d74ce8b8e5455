/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-help-dialog.h"

#include <glib/gi18n.h>

#include "meso-badge.h"
#include "meso-data-row.h"

struct _MesoHelpDialog
{
  AdwDialog parent_instance;

  GtkListBox *steps;
};

G_DEFINE_FINAL_TYPE (MesoHelpDialog, meso_help_dialog, ADW_TYPE_DIALOG)

static const struct
{
  const char *icon;
  const char *title;
  const char *text;
} steps[] = {
  { "meso-patient-symbolic", N_("Find or Add the Patient"),
    N_("Press Ctrl+F and type anything: a name in either script, a file number, a phone number. Nobody found? New Patient takes over "
       "what was typed.") },
  { "meso-screening-symbolic", N_("Screen"),
    N_("One question a page; Y, N and U answer it. The result says what was found, why, and what to do.") },
  { "meso-sign-symbolic", N_("Sign the Verdict and Choose a Plan"),
    N_("A physician signs. The plan lays out the sessions on the days when the clinic is open.") },
  { "meso-flask-symbolic", N_("Check the Formula"),
    N_("Add ingredients and amounts in any unit. Doses, limits and pairs that don’t mix are checked while you type.") },
  { "meso-syringe-symbolic", N_("Record the Session"),
    N_("The short form of the day comes first, then what was given, where, and how it went.") },
  { "meso-handout-symbolic", N_("Print the Sheets and Book the Next Date"),
    N_("The patient leaves with their own dates on paper, in their own language.") },
};

static void
meso_help_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MESO_TYPE_HELP_DIALOG);
  G_OBJECT_CLASS (meso_help_dialog_parent_class)->dispose (object);
}

static void
meso_help_dialog_class_init (MesoHelpDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_help_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-help-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoHelpDialog, steps);
}

static void
meso_help_dialog_init (MesoHelpDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, _(steps[i].title), _(steps[i].text));

      adw_action_row_add_prefix (ADW_ACTION_ROW (row), meso_badge_new (steps[i].icon, "accent"));
      gtk_list_box_append (self->steps, row);
    }
}

MesoHelpDialog *
meso_help_dialog_new (void)
{
  return g_object_new (MESO_TYPE_HELP_DIALOG, NULL);
}
