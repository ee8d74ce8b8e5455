/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-page.h"

struct _MesoPatientPage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
};

G_DEFINE_FINAL_TYPE (MesoPatientPage, meso_patient_page, ADW_TYPE_NAVIGATION_PAGE)

static void
meso_patient_page_dispose (GObject *object)
{
  MesoPatientPage *self = MESO_PATIENT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_PATIENT_PAGE);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_patient_page_parent_class)->dispose (object);
}

static void
meso_patient_page_class_init (MesoPatientPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_patient_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-patient-page.ui");
}

static void
meso_patient_page_init (MesoPatientPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

MesoPatientPage *
meso_patient_page_new (MesoContext *context, const char *patient)
{
  MesoPatientPage *self = g_object_new (MESO_TYPE_PATIENT_PAGE, NULL);

  self->context = g_object_ref (context);
  return self;
}
