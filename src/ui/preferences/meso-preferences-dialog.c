/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-preferences-dialog.h"

struct _MesoPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  MesoContext *context;
};

G_DEFINE_FINAL_TYPE (MesoPreferencesDialog, meso_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static void
meso_preferences_dialog_dispose (GObject *object)
{
  MesoPreferencesDialog *self = MESO_PREFERENCES_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_PREFERENCES_DIALOG);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_preferences_dialog_parent_class)->dispose (object);
}

static void
meso_preferences_dialog_class_init (MesoPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_preferences_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-preferences-dialog.ui");
}

static void
meso_preferences_dialog_init (MesoPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

MesoPreferencesDialog *
meso_preferences_dialog_new (MesoContext *context)
{
  MesoPreferencesDialog *self = g_object_new (MESO_TYPE_PREFERENCES_DIALOG, NULL);

  self->context = g_object_ref (context);
  return self;
}
