/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-counter.h"

#include "meso-patient-filter.h"
#include "meso-patient-service.h"

/* Milliseconds: of many changes in a row, one count is enough. */
#define DELAY 250

struct _MesoPatientCounter
{
  GObject parent_instance;

  MesoContext *context;
  GtkWidget *widget;        /* weak */
  gint64 counts[MESO_PATIENT_N_FILTERS];
  guint due;                /* id of a source, or 0 */
  gboolean asking;
  gboolean again;
};

G_DEFINE_FINAL_TYPE (MesoPatientCounter, meso_patient_counter, G_TYPE_OBJECT)

static guint changed_signal;

static void
meso_patient_counter_dispose (GObject *object)
{
  MesoPatientCounter *self = MESO_PATIENT_COUNTER (object);

  g_clear_handle_id (&self->due, g_source_remove);
  g_clear_weak_pointer (&self->widget);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_patient_counter_parent_class)->dispose (object);
}

static void
meso_patient_counter_class_init (MesoPatientCounterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = meso_patient_counter_dispose;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
meso_patient_counter_init (MesoPatientCounter *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->counts); i++)
    self->counts[i] = -1;
}

static gpointer
count (MesoClinic  *clinic,
       gpointer     context,
       GError     **error)
{
  g_autofree MesoPatientCounts *counts = g_new0 (MesoPatientCounts, 1);

  return meso_patient_service_count (clinic, meso_context_get_today (context), counts, error) ? g_steal_pointer (&counts) : NULL;
}

static void ask_soon (MesoPatientCounter *self);

/* Numbers that can't be had are left out: the list says itself what is wrong. */
static void
counted (GtkWidget    *widget,
         gpointer      result,
         const GError *error,
         gpointer      data)
{
  MesoPatientCounter *self = data;
  const MesoPatientCounts *counts = result;

  self->asking = FALSE;
  if (self->again)
    ask_soon (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->counts); i++)
    self->counts[i] = counts != NULL ? (gint64) counts->people[i] : -1;
  g_signal_emit (self, changed_signal, 0);
}

static gboolean
ask (gpointer data)
{
  MesoPatientCounter *self = data;

  self->due = 0;
  self->again = FALSE;
  self->asking = TRUE;
  if (self->widget != NULL)
    meso_context_call (self->context, self->widget, count, g_object_ref (self->context), g_object_unref, g_free, counted, self);
  return G_SOURCE_REMOVE;
}

static void
ask_soon (MesoPatientCounter *self)
{
  self->again = self->asking;
  if (!self->asking && self->due == 0)
    self->due = g_timeout_add (DELAY, ask, self);
}

static void
on_changed (MesoClinic         *clinic,
            const char         *what,
            const char         *id,
            MesoPatientCounter *self)
{
  static const char *const matter[] = { "patient", "plan", "session", NULL };

  if (g_strv_contains (matter, what))
    ask_soon (self);
}

MesoPatientCounter *
meso_patient_counter_new (MesoContext *context,
                          GtkWidget   *widget)
{
  MesoPatientCounter *self = g_object_new (MESO_TYPE_PATIENT_COUNTER, NULL);

  self->context = g_object_ref (context);
  g_set_weak_pointer (&self->widget, widget);
  g_signal_connect_object (meso_context_get_clinic (context), "changed", G_CALLBACK (on_changed), self, G_CONNECT_DEFAULT);
  ask_soon (self);
  return self;
}

const gint64 *
meso_patient_counter_get (MesoPatientCounter *self)
{
  return self->counts;
}
