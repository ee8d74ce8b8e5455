/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-plan-service.h"

#include "meso-clinic-private.h"
#include "meso-plan-repository.h"
#include "meso-screening-repository.h"

typedef struct
{
  MesoClinic *clinic;
  const char *patient;
  const MesoPlanTemplate *template;
  MesoPlanOptions options;
  MesoPlan *plan;
} Work;

/* Each wait counts, also where an open question makes the verdict incomplete, so that it has no day of its own. */
static gboolean
heed_waits (Work               *work,
            const MesoVerdict  *verdict,
            GError            **error)
{
  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const MesoFinding *finding = g_ptr_array_index (verdict->findings, i);

      if (finding->outcome != MESO_OUTCOME_DEFER)
        continue;
      if (!meso_calendar_date_is_set (finding->until))
        {
          g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED,
                       "The patient's newest screening says: wait, and no day is known yet (%s). Screen again when it is; "
                       "no course was planned.", finding->rule);
          return FALSE;
        }
      if (meso_calendar_date_compare (finding->until, work->options.not_before) > 0)
        work->options.not_before = finding->until;
    }
  return TRUE;
}

/* A course is not planned on top of a screening that says do not treat; a wait moves its first day. */
static gboolean
heed_screening (Work              *work,
                MesoStoreContext  *context,
                const char        *patient,
                GError           **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(MesoScreening) screening = meso_screening_repository_latest (context, patient, &local_error);

  if (meso_clinic_take_error (&local_error, error))
    return FALSE;
  if (screening == NULL)
    return TRUE;
  if (screening->verdict->outcome == MESO_OUTCOME_BLOCK)
    {
      g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED,
                           "The patient's newest screening says: do not treat. Screen again when the reason has "
                           "changed; no course was planned.");
      return FALSE;
    }
  return heed_waits (work, screening->verdict, error);
}

static gboolean
record (MesoStoreContext  *context,
        gpointer           data,
        GError           **error)
{
  Work *work = data;
  g_autoptr(MesoPatient) patient = meso_clinic_find_patient (context, work->patient, error);
  g_autofree char *id = NULL;

  if (patient == NULL || !heed_screening (work, context, patient->id, error))
    return FALSE;
  work->plan = meso_plan_new (work->template, &work->options, error);
  if (work->plan == NULL)
    return FALSE;
  id = meso_plan_repository_insert (context, meso_clinic_get_staff (work->clinic), patient->id, work->plan, error);
  return id != NULL;
}

/**
 * meso_plan_service_record:
 * @patient: an id or a file number
 *
 * Lays out a course and stores it with the patient. The newest screening is heeded.
 *
 * Returns: (transfer full): the plan, or %NULL; nothing is stored then
 */
MesoPlan *
meso_plan_service_record (MesoClinic              *clinic,
                          const char              *patient,
                          const MesoPlanTemplate  *template,
                          const MesoPlanOptions   *options,
                          GError                 **error)
{
  Work work = { .clinic = clinic, .patient = patient, .template = template, .options = *options };

  if (!meso_clinic_run (clinic, MESO_STORE_WRITE, record, &work, error))
    {
      g_clear_pointer (&work.plan, meso_plan_free);
      return NULL;
    }
  return work.plan;
}
