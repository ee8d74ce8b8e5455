/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-screening-dialog.h"

struct _MesoScreeningDialog
{
  AdwDialog parent_instance;

  MesoContext *context;
};

G_DEFINE_FINAL_TYPE (MesoScreeningDialog, meso_screening_dialog, ADW_TYPE_DIALOG)

static void
meso_screening_dialog_dispose (GObject *object)
{
  MesoScreeningDialog *self = MESO_SCREENING_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_SCREENING_DIALOG);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_screening_dialog_parent_class)->dispose (object);
}

static void
meso_screening_dialog_class_init (MesoScreeningDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_screening_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-screening-dialog.ui");
}

static void
meso_screening_dialog_init (MesoScreeningDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

MesoScreeningDialog *
meso_screening_dialog_new (MesoContext *context, const char *patient, MesoForm form, const char *screening)
{
  MesoScreeningDialog *self = g_object_new (MESO_TYPE_SCREENING_DIALOG, NULL);

  self->context = g_object_ref (context);
  return self;
}
