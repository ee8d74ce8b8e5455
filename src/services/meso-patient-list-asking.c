/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-list-private.h"

#include "meso-clinic-private.h"
#include "meso-patient-query.h"
#include "meso-weak.h"

/* What is asked for first: more than a window shows. All who match follow. */
#define FIRST 128
/* And how many of them are read with it. */
#define FIRST_READ 64
/* Milliseconds until all who match are asked for: the rows in sight come first, and perhaps the next key. */
#define REST_AFTER 40

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

/**
 * meso_patient_list_give_up:
 * @self: a list
 *
 * Nobody waits any more for what was asked before.
 */
void
meso_patient_list_give_up (MesoPatientList *self)
{
  self->serial++;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  clear_source (&self->due);
  clear_source (&self->rest_due);
}

static void
set_flag (MesoPatientList *self,
          gboolean        *flag,
          gboolean         value,
          const char      *property)
{
  if (*flag == value)
    return;
  *flag = value;
  g_object_notify (G_OBJECT (self), property);
}

/* (transfer full): the first rows, so that they are there when the list tells of them */
static GPtrArray *
hold_first (MesoPatientList  *self,
            MesoPatientQuery *query)
{
  GPtrArray *held = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < query->patients->len; i++)
    {
      MesoPatientItem *item = meso_patient_shelf_add (self->shelf, g_array_index (query->places, gint64, i),
                                                      (MesoPatient **) &g_ptr_array_index (query->patients, i));

      if (item != NULL)
        g_ptr_array_add (held, item);
    }
  return held;
}

/**
 * meso_patient_list_on_replaced:
 * @place: a place in the order of names
 *
 * Whom a place belongs to may change: its row is told of anew.
 */
void
meso_patient_list_on_replaced (gint64   place,
                               gpointer data)
{
  MesoPatientList *self = data;
  guint position;

  if (meso_patient_places_find (&self->places, place, &position))
    g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);
}

static void
put_rest (MesoPatientList  *self,
          MesoPatientQuery *query)
{
  for (guint i = 0; i < query->patients->len; i++)
    meso_patient_shelf_put (self->shelf, g_array_index (query->places, gint64, i),
                            g_steal_pointer (&g_ptr_array_index (query->patients, i)));
}

static void
take_answer (MesoPatientList  *self,
             MesoPatientQuery *query)
{
  g_autoptr(GPtrArray) held = hold_first (self, query);
  gboolean was_sorted = self->sorted;

  if (query->within != NULL && self->within == NULL)
    self->within = g_array_ref (query->within);
  self->counted = self->counted || query->counts;
  if (query->counts && self->total != query->total)
    {
      self->total = query->total;
      g_object_notify (G_OBJECT (self), "total");
    }
  self->sorted = *query->text == '\0';
  meso_patient_places_set (&self->places, query->places, was_sorted && self->sorted, G_LIST_MODEL (self));
  put_rest (self, query);
  set_flag (self, &self->complete, query->complete && self->counted, "complete");
}

static void
take_error (MesoPatientList *self,
            GError          *error)
{
  gboolean differs = self->error != NULL || error != NULL;

  g_clear_error (&self->error);
  self->error = error;
  if (differs)
    g_object_notify (G_OBJECT (self), "error");
}

static void on_answer (GObject *store, GAsyncResult *result, gpointer data);

/* The first without counting everyone, which would take longer than they do.
 * Straight to the store: somebody who types doesn't wait for a sheet that the clinic's own thread is just drawing. */
static void
ask (MesoPatientList *self,
     guint            limit,
     guint            n_read)
{
  MesoPatientQuery *query = g_new0 (MesoPatientQuery, 1);

  meso_patient_list_give_up (self);
  self->cancellable = g_cancellable_new ();
  query->serial = self->serial;
  query->text = g_strdup (self->text);
  query->without = g_strdup (self->without);
  query->filter = self->filter;
  query->today = self->today;
  query->within = self->within != NULL ? g_array_ref (self->within) : NULL;
  query->limit = limit;
  query->n_read = n_read;
  query->counts = !self->counted && limit == 0;
  meso_store_run_async (meso_clinic_get_store (self->clinic), MESO_STORE_READ, meso_patient_query_find, query,
                        meso_patient_query_free, self->cancellable, on_answer, meso_weak_new (self));
}

/**
 * meso_patient_list_ask_first:
 * @self: a list
 *
 * Asks for the rows in sight; all who match follow by themselves.
 */
void
meso_patient_list_ask_first (MesoPatientList *self)
{
  ask (self, FIRST, FIRST_READ);
  set_flag (self, &self->loading, TRUE, "loading");
}

/* source (transfer full) */
static GSource *
attach (MesoPatientList *self,
        GSource         *source,
        GSourceFunc      function,
        const char      *name)
{
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, name);
  g_source_set_callback (source, function, self, NULL);
  g_source_attach (source, self->context);
  return source;
}

static gboolean
ask_for_rest (gpointer data)
{
  MesoPatientList *self = data;

  clear_source (&self->rest_due);
  ask (self, 0, 0);
  return G_SOURCE_REMOVE;
}

static void
on_answer (GObject      *store,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(MesoPatientList) self = meso_weak_take (data);
  MesoPatientQuery *query = meso_store_run_get_data (result);
  g_autoptr(GError) error = NULL;
  gboolean found = meso_store_run_finish (MESO_STORE (store), result, &error);
  guint serial = query->serial;

  if (self == NULL || serial != self->serial)
    return;
  g_clear_object (&self->cancellable);
  if (found)
    take_answer (self, query);
  take_error (self, g_steal_pointer (&error));
  /* Those who were told may have asked for something else. */
  if (serial != self->serial)
    return;
  if (found && !self->complete)
    self->rest_due = attach (self, g_timeout_source_new (REST_AFTER), ask_for_rest, "MesoPatientList rest");
  set_flag (self, &self->loading, FALSE, "loading");
}

/* What is in sight first, then who is where. */
static gboolean
reload_when_due (gpointer data)
{
  MesoPatientList *self = data;

  g_clear_pointer (&self->due, g_source_unref);
  meso_patient_shelf_expire (self->shelf);
  ask (self, 0, FIRST_READ);
  return G_SOURCE_REMOVE;
}

/**
 * meso_patient_list_reload:
 * @self: a list
 *
 * Reads everything again; what is shown stays until that is there.
 */
void
meso_patient_list_reload (MesoPatientList *self)
{
  self->counted = FALSE;
  g_clear_pointer (&self->within, g_array_unref);
  if (self->due != NULL)
    return;
  meso_patient_list_give_up (self);
  self->due = attach (self, g_idle_source_new (), reload_when_due, "MesoPatientList reload");
  set_flag (self, &self->loading, TRUE, "loading");
}
