/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-outlook-service.h"

#include "meso-chart-gather.h"
#include "meso-clinic-private.h"
#include "meso-local-day.h"
#include "meso-next-step.h"
#include "meso-outlook-repository.h"

typedef struct
{
  const MesoProtocol *protocol;
  const char *const *patients;
  GPtrArray *outlooks;
} Work;

/* Whether a formula may be given is said in one place only: a list of patients must not say anything else than the patient's page. */
static gboolean
look_at_formula (MesoStoreContext    *context,
                 const Work          *work,
                 MesoPatientOutlook  *outlook,
                 GError             **error)
{
  MesoCalendarDate today = meso_local_day_of_moment (meso_store_context_get_now (context));
  g_autoptr(MesoChart) chart = NULL;

  if (!outlook->formula_doubtful)
    return TRUE;
  chart = meso_chart_gather (context, work->protocol, outlook->patient, today, error);
  if (chart == NULL)
    return FALSE;
  outlook->formula_forbidden = chart->formula_forbidden && meso_course_get_next_session (chart->course) != NULL;
  return TRUE;
}

static gboolean
list (MesoStoreContext  *context,
      gpointer           data,
      GError           **error)
{
  Work *work = data;

  for (guint i = 0; work->patients[i] != NULL; i++)
    {
      MesoPatientOutlook *outlook = meso_outlook_repository_get (context, work->patients[i], error);

      if (outlook == NULL)
        return FALSE;
      g_ptr_array_add (work->outlooks, outlook);
      if (!look_at_formula (context, work, outlook, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * meso_outlook_service_list:
 * @patients: (array zero-terminated=1): ids of records, as many as are in sight
 *
 * What a long list says of patients beside their records: what comes next, and what must not be overlooked.
 *
 * Returns: (transfer full) (element-type MesoPatientOutlook): one for each, in the same order, or %NULL
 */
GPtrArray *
meso_outlook_service_list (MesoClinic         *clinic,
                           const char *const  *patients,
                           GError            **error)
{
  Work work = { .protocol = meso_clinic_get_protocol (clinic), .patients = patients };

  work.outlooks = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_patient_outlook_free);
  if (!meso_clinic_run (clinic, MESO_STORE_READ, list, &work, error))
    g_clear_pointer (&work.outlooks, g_ptr_array_unref);
  return work.outlooks;
}
