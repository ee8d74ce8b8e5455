/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-query.h"

#include "meso-patient-search.h"

/**
 * meso_patient_query_free:
 * @query: (transfer full): a query, and its answer
 */
void
meso_patient_query_free (gpointer query)
{
  MesoPatientQuery *self = query;

  g_clear_pointer (&self->patients, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->within, g_array_unref);
  g_free (self->text);
  g_free (self->without);
  g_free (self);
}

static gboolean
find_within (MesoPatientQuery  *self,
             MesoStoreContext  *context,
             GError           **error)
{
  if (self->filter == MESO_PATIENT_FILTER_ALL || self->within != NULL)
    return TRUE;
  self->within = meso_patient_search_places (context, self->filter, self->today, error);
  return self->within != NULL;
}

static gboolean
find_places (MesoPatientQuery  *self,
             MesoStoreContext  *context,
             GError           **error)
{
  gboolean all = self->limit == 0;

  if (*self->text != '\0')
    self->places = meso_patient_search_find_places (context, self->text, self->within, self->limit, error);
  else if (self->within == NULL)
    self->places = meso_patient_search_some_places (context, 0, self->limit, error);
  else
    {
      self->places = g_array_ref (self->within);
      all = TRUE;
    }
  self->complete = self->places != NULL && (all || self->places->len < self->limit);
  return self->places != NULL;
}

static gboolean
count (MesoPatientQuery  *self,
       MesoStoreContext  *context,
       GError           **error)
{
  if (*self->text != '\0' || self->within != NULL || !self->complete)
    return meso_patient_search_count (context, &self->total, error);
  self->total = self->places->len;
  return TRUE;
}

/* Those who pass a filter are handed on from question to question: they stay whole. */
static gboolean
leave_out (MesoPatientQuery  *self,
           MesoStoreContext  *context,
           GError           **error)
{
  gint64 place;
  guint i = 0;

  if (self->without == NULL)
    return TRUE;
  if (!meso_patient_search_find_place (context, self->without, &place, error))
    return FALSE;
  while (i < self->places->len && g_array_index (self->places, gint64, i) != place)
    i++;
  if (i == self->places->len)
    return TRUE;
  if (self->places == self->within)
    {
      self->places = g_array_copy (self->within);
      g_array_unref (self->within);
    }
  g_array_remove_index (self->places, i);
  return TRUE;
}

/**
 * meso_patient_query_find:
 * @context: the unit of work that this happens in
 * @query: what is asked; the answer is put into it
 *
 * Returns: whether it is answered
 */
gboolean
meso_patient_query_find (MesoStoreContext  *context,
                         gpointer           query,
                         GError           **error)
{
  MesoPatientQuery *self = query;

  if (!find_within (self, context, error) || !find_places (self, context, error) ||
      (self->counts && !count (self, context, error)) || !leave_out (self, context, error))
    return FALSE;
  self->patients = meso_patient_search_read (context, (const gint64 *) self->places->data, MIN (self->n_read, self->places->len), error);
  return self->patients != NULL;
}

/**
 * meso_patient_query_read:
 * @context: the unit of work that this happens in
 * @query: a query with its places
 *
 * Returns: whether those who stand there were read
 */
gboolean
meso_patient_query_read (MesoStoreContext  *context,
                         gpointer           query,
                         GError           **error)
{
  MesoPatientQuery *self = query;

  self->patients = meso_patient_search_read (context, (const gint64 *) self->places->data, self->places->len, error);
  return self->patients != NULL;
}
