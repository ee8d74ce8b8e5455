/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patients-page.h"

struct _MesoPatientsPage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
};

G_DEFINE_FINAL_TYPE (MesoPatientsPage, meso_patients_page, ADW_TYPE_NAVIGATION_PAGE)

static void
meso_patients_page_dispose (GObject *object)
{
  MesoPatientsPage *self = MESO_PATIENTS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_PATIENTS_PAGE);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_patients_page_parent_class)->dispose (object);
}

static void
meso_patients_page_class_init (MesoPatientsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_patients_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-patients-page.ui");
}

static void
meso_patients_page_init (MesoPatientsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

MesoPatientsPage *
meso_patients_page_new (MesoContext *context)
{
  MesoPatientsPage *self = g_object_new (MESO_TYPE_PATIENTS_PAGE, NULL);

  self->context = g_object_ref (context);
  return self;
}
