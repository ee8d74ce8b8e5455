/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-dialog.h"

struct _MesoPatientDialog
{
  AdwDialog parent_instance;

  MesoContext *context;
};

G_DEFINE_FINAL_TYPE (MesoPatientDialog, meso_patient_dialog, ADW_TYPE_DIALOG)

static void
meso_patient_dialog_dispose (GObject *object)
{
  MesoPatientDialog *self = MESO_PATIENT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_PATIENT_DIALOG);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_patient_dialog_parent_class)->dispose (object);
}

static void
meso_patient_dialog_class_init (MesoPatientDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_patient_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-patient-dialog.ui");
}

static void
meso_patient_dialog_init (MesoPatientDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

MesoPatientDialog *
meso_patient_dialog_new (MesoContext *context, const char *patient, const char *text)
{
  MesoPatientDialog *self = g_object_new (MESO_TYPE_PATIENT_DIALOG, NULL);

  self->context = g_object_ref (context);
  return self;
}
