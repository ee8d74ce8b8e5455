/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-chooser.h"

#include <glib/gi18n.h>

#include "meso-patient-finder.h"

struct _MesoPatientChooser
{
  AdwDialog parent_instance;

  char *action;
  MesoPatientFinder *finder;
};

G_DEFINE_FINAL_TYPE (MesoPatientChooser, meso_patient_chooser, ADW_TYPE_DIALOG)

/* The next dialog opens on the window: this one is on its way out. */
static void
go_on (MesoPatientChooser *self,
       const char         *action,
       const char         *text)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *copy = g_strdup (text);

  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action (window, action, "s", copy);
}

static void
patient_chosen (MesoPatientChooser *self,
                const char         *id)
{
  go_on (self, self->action, id);
}

static void
new_patient (MesoPatientChooser *self,
             const char         *typed)
{
  go_on (self, "win.new-patient", typed);
}

static void
finder_left (MesoPatientChooser *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
meso_patient_chooser_finalize (GObject *object)
{
  g_free (MESO_PATIENT_CHOOSER (object)->action);
  G_OBJECT_CLASS (meso_patient_chooser_parent_class)->finalize (object);
}

static void
meso_patient_chooser_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MESO_TYPE_PATIENT_CHOOSER);
  G_OBJECT_CLASS (meso_patient_chooser_parent_class)->dispose (object);
}

static void
meso_patient_chooser_class_init (MesoPatientChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_patient_chooser_dispose;
  G_OBJECT_CLASS (klass)->finalize = meso_patient_chooser_finalize;
  g_type_ensure (MESO_TYPE_PATIENT_FINDER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-patient-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoPatientChooser, finder);
  gtk_widget_class_bind_template_callback (widget_class, patient_chosen);
  gtk_widget_class_bind_template_callback (widget_class, new_patient);
  gtk_widget_class_bind_template_callback (widget_class, finder_left);
}

static void
meso_patient_chooser_init (MesoPatientChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

MesoPatientChooser *
meso_patient_chooser_new_for (MesoContext *context,
                              const char  *title,
                              const char  *action)
{
  MesoPatientChooser *self = g_object_new (MESO_TYPE_PATIENT_CHOOSER, "title", title, NULL);

  self->action = g_strdup (action);
  meso_patient_finder_set_context (self->finder, context);
  return self;
}

MesoPatientChooser *
meso_patient_chooser_new (MesoContext *context)
{
  return meso_patient_chooser_new_for (context, _("Whom to Screen?"), "win.screen");
}
