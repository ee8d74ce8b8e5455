/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-plan-dialog.h"

struct _MesoPlanDialog
{
  AdwDialog parent_instance;

  MesoContext *context;
};

G_DEFINE_FINAL_TYPE (MesoPlanDialog, meso_plan_dialog, ADW_TYPE_DIALOG)

static void
meso_plan_dialog_dispose (GObject *object)
{
  MesoPlanDialog *self = MESO_PLAN_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_PLAN_DIALOG);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_plan_dialog_parent_class)->dispose (object);
}

static void
meso_plan_dialog_class_init (MesoPlanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_plan_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-plan-dialog.ui");
}

static void
meso_plan_dialog_init (MesoPlanDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

MesoPlanDialog *
meso_plan_dialog_new (MesoContext *context, const char *patient)
{
  MesoPlanDialog *self = g_object_new (MESO_TYPE_PLAN_DIALOG, NULL);

  self->context = g_object_ref (context);
  return self;
}
