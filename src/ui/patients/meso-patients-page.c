/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patients-page.h"

#include "meso-patient-finder.h"
#include "meso-window-action.h"

struct _MesoPatientsPage
{
  AdwNavigationPage parent_instance;

  MesoPatientFinder *finder;
  GtkWidget *menu_button;
};

G_DEFINE_FINAL_TYPE (MesoPatientsPage, meso_patients_page, ADW_TYPE_NAVIGATION_PAGE)

static void
patient_chosen (MesoPatientsPage *self,
                const char       *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-patient", "s", id);
}

static void
new_patient (MesoPatientsPage *self,
             const char       *typed)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.new-patient", "s", typed);
}

/* Escape with nothing typed: back to the rows. */
static void
finder_left (MesoPatientsPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->finder), GTK_DIR_TAB_FORWARD);
}

static void
new_clicked (MesoPatientsPage *self)
{
  new_patient (self, "");
}

static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  new_clicked (MESO_PATIENTS_PAGE (widget));
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (MESO_PATIENTS_PAGE (widget)->finder));
}

static void
meso_patients_page_shown (AdwNavigationPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (MESO_PATIENTS_PAGE (page)->finder));
  ADW_NAVIGATION_PAGE_CLASS (meso_patients_page_parent_class)->shown (page);
}

/* A menu of which nothing could be shown isn't there. */
static void
meso_patients_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (meso_patients_page_parent_class)->root (widget);
  gtk_widget_set_visible (MESO_PATIENTS_PAGE (widget)->menu_button,
                          meso_window_action_exists (widget, "win.import-patients")
                            || meso_window_action_exists (widget, "win.export-patients"));
}

static void
meso_patients_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MESO_TYPE_PATIENTS_PAGE);
  G_OBJECT_CLASS (meso_patients_page_parent_class)->dispose (object);
}

static void
meso_patients_page_class_init (MesoPatientsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_patients_page_dispose;
  widget_class->root = meso_patients_page_root;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = meso_patients_page_shown;
  g_type_ensure (MESO_TYPE_PATIENT_FINDER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-patients-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoPatientsPage, finder);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientsPage, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, patient_chosen);
  gtk_widget_class_bind_template_callback (widget_class, new_patient);
  gtk_widget_class_bind_template_callback (widget_class, new_clicked);
  gtk_widget_class_bind_template_callback (widget_class, finder_left);
  gtk_widget_class_install_action (widget_class, "patients.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "patients.search", NULL, search_action);
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

  meso_patient_finder_set_context (self->finder, context);
  meso_patient_finder_capture (self->finder, GTK_WIDGET (self));
  return self;
}
