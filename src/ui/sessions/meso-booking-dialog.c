/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-booking-dialog.h"

struct _MesoBookingDialog
{
  AdwDialog parent_instance;

  MesoContext *context;
};

G_DEFINE_FINAL_TYPE (MesoBookingDialog, meso_booking_dialog, ADW_TYPE_DIALOG)

static void
meso_booking_dialog_dispose (GObject *object)
{
  MesoBookingDialog *self = MESO_BOOKING_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_BOOKING_DIALOG);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_booking_dialog_parent_class)->dispose (object);
}

static void
meso_booking_dialog_class_init (MesoBookingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_booking_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-booking-dialog.ui");
}

static void
meso_booking_dialog_init (MesoBookingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

MesoBookingDialog *
meso_booking_dialog_new (MesoContext *context, const char *patient)
{
  MesoBookingDialog *self = g_object_new (MESO_TYPE_BOOKING_DIALOG, NULL);

  self->context = g_object_ref (context);
  return self;
}
