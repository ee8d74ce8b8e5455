/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-page-facts.h"

typedef struct
{
  char *patient;
  MesoCalendarDate today;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->patient);
  g_free (request);
}

static void
facts_free (gpointer data)
{
  MesoPageFacts *facts = data;

  g_clear_pointer (&facts->overview, meso_patient_overview_free);
  g_clear_pointer (&facts->merged, g_ptr_array_unref);
  g_clear_pointer (&facts->erasure, meso_erasure_free);
  g_free (facts);
}

/* (nullable) */
static GPtrArray *
list_merged (MesoClinic  *clinic,
             const char  *patient,
             GError     **error)
{
  g_autoptr(GPtrArray) merges = meso_patient_merge_service_list (clinic, patient, error);
  GPtrArray *merged;

  if (merges == NULL)
    return NULL;
  merged = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_patient_free);
  for (guint i = 0; i < merges->len; i++)
    {
      const MesoMerge *merge = g_ptr_array_index (merges, i);

      if (merge->ended_at == NULL)
        g_ptr_array_add (merged, meso_patient_copy (merge->duplicate));
    }
  return merged;
}

static gboolean
fill (MesoPageFacts  *facts,
      MesoClinic     *clinic,
      const Request  *request,
      GError        **error)
{
  g_autoptr(GError) local_error = NULL;

  facts->overview = meso_patient_overview_get (clinic, request->patient, request->today, error);
  facts->merged = facts->overview != NULL ? list_merged (clinic, facts->overview->record->patient->id, error) : NULL;
  if (facts->merged == NULL)
    return FALSE;
  facts->erasure = meso_patient_erasure_service_get (clinic, facts->overview->record->patient->id, &local_error);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return *error == NULL;
}

static gpointer
query (MesoClinic  *clinic,
       gpointer     data,
       GError     **error)
{
  MesoPageFacts *facts = g_new0 (MesoPageFacts, 1);
  GError *local_error = NULL;
  g_autofree char *key = NULL;
  GPtrArray *rows;

  if (!fill (facts, clinic, data, &local_error))
    {
      g_propagate_error (error, local_error);
      facts_free (facts);
      return NULL;
    }
  rows = g_ptr_array_new_with_free_func (g_object_unref);
  /* There is too much in it to be told alike: each answer is another one. */
  key = g_strdup_printf ("%p %" G_GINT64_FORMAT, (void *) facts, g_get_monotonic_time ());
  g_ptr_array_add (rows, meso_row_new (key, facts, facts_free));
  return rows;
}

MesoQueryList *
meso_page_facts_list_new (MesoContext *context,
                          const char  *patient)
{
  Request *request = g_new0 (Request, 1);

  request->patient = g_strdup (patient);
  request->today = meso_context_get_today (context);
  return meso_query_list_new (meso_context_get_clinic (context), query, request, request_free,
                              "patient screening decision plan formula stock preparation session handout draft");
}
