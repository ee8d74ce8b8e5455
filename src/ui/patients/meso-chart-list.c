/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-chart-list.h"

#include "meso-chart-service.h"

typedef struct
{
  char *patient;
  MesoCalendarDate today;
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  g_free (self->patient);
  g_free (self);
}

static gpointer
query (MesoClinic  *clinic,
       gpointer     data,
       GError     **error)
{
  const Request *request = data;
  MesoChart *chart = meso_chart_service_get (clinic, request->patient, request->today, error);
  g_autofree char *key = NULL;
  GPtrArray *rows;

  if (chart == NULL)
    return NULL;
  rows = g_ptr_array_new_with_free_func (g_object_unref);
  /* A chart has too much in it to be told alike: each answer is another one. */
  key = g_strdup_printf ("%p %" G_GINT64_FORMAT, (void *) chart, g_get_monotonic_time ());
  g_ptr_array_add (rows, meso_row_new (key, chart, (GDestroyNotify) meso_chart_free));
  return rows;
}

MesoQueryList *
meso_chart_list_new (MesoContext *context,
                     const char  *patient)
{
  Request *request = g_new0 (Request, 1);

  request->patient = g_strdup (patient);
  request->today = meso_context_get_today (context);
  return meso_query_list_new (meso_context_get_clinic (context), query, request, request_free,
                              "patient screening decision plan formula session handout draft");
}
