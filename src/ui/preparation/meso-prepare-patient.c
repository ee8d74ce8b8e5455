/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-prepare-patient.h"

#include "meso-chart-words.h"
#include "meso-patient-words.h"
#include "meso-record-words.h"

#define TAGS_MAX 6

struct _MesoPreparePatient
{
  AdwBin parent_instance;

  GtkLabel *name;
  GtkLabel *facts;
  AdwWrapBox *tags;
};

G_DEFINE_FINAL_TYPE (MesoPreparePatient, meso_prepare_patient, ADW_TYPE_BIN)

static void
meso_prepare_patient_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MESO_TYPE_PREPARE_PATIENT);
  G_OBJECT_CLASS (meso_prepare_patient_parent_class)->dispose (object);
}

static void
meso_prepare_patient_class_init (MesoPreparePatientClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_prepare_patient_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-prepare-patient.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoPreparePatient, name);
  gtk_widget_class_bind_template_child (widget_class, MesoPreparePatient, facts);
  gtk_widget_class_bind_template_child (widget_class, MesoPreparePatient, tags);
}

static void
meso_prepare_patient_init (MesoPreparePatient *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
append_tags (MesoPreparePatient *self,
             const GPtrArray    *tags)
{
  for (guint i = 0; i < tags->len; i++)
    adw_wrap_box_append (self->tags, g_ptr_array_index (tags, i));
}

void
meso_prepare_patient_show (MesoPreparePatient        *self,
                           MesoContext               *context,
                           const MesoPatientOverview *overview)
{
  g_autofree char *name = meso_patient_dup_full_name (overview->record->patient);
  g_autofree char *facts = meso_patient_words_facts (context, overview->record->patient);
  g_autoptr(GPtrArray) record_tags = meso_record_words_make_tags (context, overview->record);
  g_autoptr(GPtrArray) chart_tags = meso_chart_words_make_tags (context, overview->chart, TRUE, TAGS_MAX);
  GtkWidget *child;

  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->facts, facts);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->tags))) != NULL)
    adw_wrap_box_remove (self->tags, child);
  append_tags (self, record_tags);
  append_tags (self, chart_tags);
  gtk_widget_set_visible (GTK_WIDGET (self->tags), gtk_widget_get_first_child (GTK_WIDGET (self->tags)) != NULL);
}
