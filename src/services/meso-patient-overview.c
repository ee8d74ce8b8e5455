/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-overview.h"

#include "meso-chart-gather.h"
#include "meso-clinic-private.h"
#include "meso-record-repository.h"

typedef struct
{
  const char *patient;
  MesoProtocol *protocol;
  MesoCalendarDate today;
  MesoPatientOverview *overview;
} Work;

/**
 * meso_patient_overview_free:
 * @self: (transfer full) (nullable): an overview
 */
void
meso_patient_overview_free (MesoPatientOverview *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->chart, meso_chart_free);
  g_clear_pointer (&self->record, meso_patient_record_free);
  g_free (self);
}

static gboolean
get (MesoStoreContext  *context,
     gpointer           data,
     GError           **error)
{
  Work *work = data;
  MesoPatientOverview *overview = work->overview;

  overview->chart = meso_chart_gather (context, work->protocol, work->patient, work->today, error);
  if (overview->chart != NULL)
    overview->record = meso_record_repository_get (context, overview->chart->patient->id, error);
  return overview->record != NULL;
}

/**
 * meso_patient_overview_get:
 * @clinic: a clinic
 * @patient: an id or a file number; a record that was merged into another shows as that other
 * @today: the clinic's day
 *
 * Chart and record as they stand at one moment. A page asks again whenever something changed: that somebody reads the record is
 * logged by meso_record_service_get () only.
 *
 * Returns: (transfer full): what there is, or %NULL with %MESO_SERVICES_ERROR_NOT_FOUND
 */
MesoPatientOverview *
meso_patient_overview_get (MesoClinic        *clinic,
                           const char        *patient,
                           MesoCalendarDate   today,
                           GError           **error)
{
  g_autoptr(MesoPatientOverview) overview = g_new0 (MesoPatientOverview, 1);
  Work work = { .patient = patient, .protocol = meso_clinic_get_protocol (clinic), .today = today, .overview = overview };

  return meso_clinic_run (clinic, MESO_STORE_READ, get, &work, error) ? g_steal_pointer (&overview) : NULL;
}
