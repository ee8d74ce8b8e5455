/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-chooser.h"

#include <glib/gi18n.h>

#include "meso-data-row.h"
#include "meso-patient-finder.h"
#include "meso-patient-twins-service.h"
#include "meso-patient-words.h"
#include "meso-twin-words.h"

/* Above all others there is no room for more. */
#define LIKELY_MAX 3

struct _MesoPatientChooser
{
  AdwDialog parent_instance;

  char *action;
  MesoContext *context;
  GtkWidget *likely;
  GtkListBox *likely_list;
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
likely_chosen (MesoPatientChooser *self,
               GtkWidget          *row)
{
  patient_chosen (self, g_object_get_data (G_OBJECT (row), "patient"));
}

static gpointer
list_alike (MesoClinic  *clinic,
            gpointer     patient,
            GError     **error)
{
  return meso_patient_twins_service_list_alike (clinic, patient, LIKELY_MAX, error);
}

static void
show_likely (GtkWidget    *widget,
             gpointer      result,
             const GError *error,
             gpointer      user_data)
{
  MesoPatientChooser *self = MESO_PATIENT_CHOOSER (widget);
  const GPtrArray *matches = result;

  /* It is a hint: when it can't be had, the list below has everybody. */
  for (guint i = 0; matches != NULL && i < matches->len; i++)
    {
      const MesoTwinMatch *match = g_ptr_array_index (matches, i);
      g_autofree char *name = meso_patient_dup_full_name (match->patient);
      g_autofree char *why = meso_twin_words_why (&match->twin);
      g_autofree char *facts = meso_patient_words_line (self->context, match->patient);
      g_autofree char *subtitle = g_strdup_printf ("%s\n%s", why, facts);
      GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, name, subtitle);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (row), "patient", g_strdup (match->patient->id), g_free);
      g_signal_connect_object (row, "activated", G_CALLBACK (likely_chosen), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->likely_list, row);
      gtk_widget_set_visible (self->likely, TRUE);
    }
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
  g_clear_object (&MESO_PATIENT_CHOOSER (object)->context);
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
  gtk_widget_class_bind_template_child (widget_class, MesoPatientChooser, likely);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientChooser, likely_list);
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

  self->context = g_object_ref (context);
  self->action = g_strdup (action);
  meso_patient_finder_set_context (self->finder, context);
  return self;
}

void
meso_patient_chooser_set_beside (MesoPatientChooser *self,
                                  const MesoPatient  *patient)
{
  meso_patient_finder_leave_out (self->finder, patient->id);
  meso_context_call (self->context, GTK_WIDGET (self), list_alike, meso_patient_copy (patient), (GDestroyNotify) meso_patient_free,
                     (GDestroyNotify) g_ptr_array_unref, show_likely, NULL);
}

MesoPatientChooser *
meso_patient_chooser_new (MesoContext *context)
{
  return meso_patient_chooser_new_for (context, _("Whom to Screen?"), "win.screen");
}
