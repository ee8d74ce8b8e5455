/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-plan-service.h"

#include "meso-clinic-private.h"
#include "meso-closed-days.h"
#include "meso-eligibility.h"
#include "meso-plan-repository.h"
#include "meso-screening-history.h"
#include "meso-screening-repository.h"

typedef struct
{
  MesoClinic *clinic;
  const char *patient;
  const MesoPlanTemplate *template;
  MesoPlanOptions options;
  MesoPlan *plan;
} Work;

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, sentence);
  return FALSE;
}

/* Each wait that no physician has overridden counts, also where an open question makes the verdict incomplete, so that it has no
 * day of its own. */
static gboolean
heed_waits (Work                *work,
            const MesoScreening *screening,
            const GPtrArray     *decisions,
            GError             **error)
{
  for (guint i = 0; i < screening->verdict->findings->len; i++)
    {
      const MesoFinding *finding = g_ptr_array_index (screening->verdict->findings, i);

      if (finding->outcome != MESO_OUTCOME_DEFER || !meso_eligibility_is_open (finding, decisions, screening->date))
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

static gboolean
heed_screening (Work                 *work,
                MesoStoreContext     *context,
                const MesoScreening  *screening,
                GError              **error)
{
  g_autoptr(GPtrArray) decisions = meso_screening_repository_list_decisions (context, screening->id, error);

  if (decisions == NULL)
    return FALSE;
  if (screening->verdict->outcome == MESO_OUTCOME_BLOCK)
    return refuse (error, "The patient's newest screening says: do not treat. Screen again when the reason has changed; no "
                          "course was planned.");
  return heed_waits (work, screening, decisions, error);
}

/* A course is not planned on top of a screening that says do not treat; a wait moves its first day. */
static gboolean
heed_screenings (Work              *work,
                 MesoStoreContext  *context,
                 const char        *patient,
                 GError           **error)
{
  g_autoptr(GPtrArray) history = meso_screening_history_load (context, patient, MESO_CALENDAR_DATE_NONE, error);
  g_autoptr(GPtrArray) heeded = history != NULL ? meso_screening_history_list_heeded (history) : NULL;

  if (heeded == NULL)
    return FALSE;
  for (guint i = 0; i < heeded->len; i++)
    {
      if (!heed_screening (work, context, g_ptr_array_index (heeded, i), error))
        return FALSE;
    }
  return TRUE;
}

/* (transfer full): the patient's id */
static char *
lay_out_inside (Work              *work,
                MesoStoreContext  *context,
                GError           **error)
{
  g_autoptr(MesoPatient) patient = meso_clinic_find_patient (context, work->patient, error);

  if (patient == NULL || !heed_screenings (work, context, patient->id, error) ||
      !meso_closed_days_add (context, &work->options.closed, error))
    return NULL;
  work->plan = meso_plan_new (work->template, &work->options, error);
  return work->plan != NULL ? g_strdup (patient->id) : NULL;
}

/* One course at a time: what was still planned in the last one is due no more. What suspended it isn't left behind with it. */
static gboolean
finish_courses (Work              *work,
                MesoStoreContext  *context,
                const char        *patient,
                GError           **error)
{
  g_autoptr(GPtrArray) courses = meso_plan_repository_list (context, patient, error);

  for (guint i = 0; courses != NULL && i < courses->len; i++)
    {
      const MesoCourse *course = g_ptr_array_index (courses, i);

      if (course->status == MESO_COURSE_SUSPENDED)
        return refuse (error, "The patient's course is suspended. A physician lets it go on first; no course was "
                              "planned.");
      if (course->status == MESO_COURSE_ACTIVE &&
          !meso_plan_repository_set_plan_status (context, meso_clinic_get_staff (work->clinic), course->id, MESO_COURSE_FINISHED,
                                                 "", error))
        return FALSE;
    }
  return courses != NULL;
}

static gboolean
record (MesoStoreContext  *context,
        gpointer           data,
        GError           **error)
{
  Work *work = data;
  g_autofree char *patient = lay_out_inside (work, context, error);
  g_autofree char *id = NULL;

  if (patient == NULL || !finish_courses (work, context, patient, error))
    return FALSE;
  id = meso_plan_repository_insert (context, meso_clinic_get_staff (work->clinic), patient, work->plan, error);
  return id != NULL;
}

/**
 * meso_plan_service_record:
 * @patient: an id or a file number
 * @options: what was chosen; the clinic's closed days are closed beside those named here
 *
 * Lays out a course and stores it with the patient. The newest screenings are heeded. A course before it is finished by it.
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

static gboolean
read_not_before (MesoStoreContext  *context,
                 gpointer           data,
                 GError           **error)
{
  Work *work = data;
  g_autoptr(MesoPatient) patient = meso_clinic_find_patient (context, work->patient, error);

  return patient != NULL && heed_screenings (work, context, patient->id, error);
}

/**
 * meso_plan_service_get_not_before:
 * @patient: an id or a file number
 * @day_out: (out): the first day that a wait leaves open; unset when none holds
 *
 * Returns: %FALSE with %MESO_SERVICES_ERROR_REFUSED when the newest screening says do not treat, or wait without a day
 */
gboolean
meso_plan_service_get_not_before (MesoClinic        *clinic,
                                  const char        *patient,
                                  MesoCalendarDate  *day_out,
                                  GError           **error)
{
  Work work = { .clinic = clinic, .patient = patient };

  if (!meso_clinic_run (clinic, MESO_STORE_READ, read_not_before, &work, error))
    return FALSE;
  *day_out = work.options.not_before;
  return TRUE;
}

static gboolean
lay_out (MesoStoreContext  *context,
         gpointer           data,
         GError           **error)
{
  g_autofree char *patient = lay_out_inside (data, context, error);

  return patient != NULL;
}

/**
 * meso_plan_service_lay_out:
 * @patient: an id or a file number
 *
 * Returns: (transfer full): the course as meso_plan_service_record() would store it, or %NULL
 */
MesoPlan *
meso_plan_service_lay_out (MesoClinic              *clinic,
                           const char              *patient,
                           const MesoPlanTemplate  *template,
                           const MesoPlanOptions   *options,
                           GError                 **error)
{
  Work work = { .clinic = clinic, .patient = patient, .template = template, .options = *options };

  return meso_clinic_run (clinic, MESO_STORE_READ, lay_out, &work, error) ? work.plan : NULL;
}
