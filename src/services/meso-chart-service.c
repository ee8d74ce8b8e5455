/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-chart-service.h"

#include "meso-chart-gather.h"
#include "meso-clinic-private.h"

typedef struct
{
  MesoClinic *clinic;
  const char *patient;
  MesoCalendarDate today;
  MesoChart *chart;
} Work;

static gboolean
get (MesoStoreContext  *context,
     gpointer           data,
     GError           **error)
{
  Work *work = data;

  work->chart = meso_chart_gather (context, meso_clinic_get_protocol (work->clinic), work->patient, work->today, error);
  return work->chart != NULL;
}

/**
 * meso_chart_service_get:
 * @patient: an id or a file number; a record that was merged into another shows as that other
 * @today: the clinic's day
 *
 * Returns: (transfer full): what is known of the patient today, and what comes next, or %NULL
 */
MesoChart *
meso_chart_service_get (MesoClinic        *clinic,
                        const char        *patient,
                        MesoCalendarDate   today,
                        GError           **error)
{
  Work work = { .clinic = clinic, .patient = patient, .today = today };

  return meso_clinic_run (clinic, MESO_STORE_READ, get, &work, error) ? work.chart : NULL;
}
