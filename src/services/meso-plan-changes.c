/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-plan-service.h"

#include "meso-clinic-private.h"
#include "meso-closed-days.h"
#include "meso-physician.h"
#include "meso-plan-repository.h"
#include "meso-text.h"

typedef struct
{
  MesoClinic *clinic;
  const char *plan;
  int n;
  MesoCivilTime when;
  gboolean following;
  MesoPlannedStatus status;
  const char *reason;
} ChangeWork;

/* (transfer none) */
static const MesoPlannedSession *
find_session (const MesoCourse  *course,
              int                n,
              GError           **error)
{
  for (guint i = 0; i < course->sessions->len; i++)
    {
      const MesoPlannedSession *session = g_ptr_array_index (course->sessions, i);

      if (session->n == n)
        return session;
    }
  g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "The course has no session %d. Nothing was stored.", n);
  return NULL;
}

static gboolean
move_following (ChangeWork        *work,
                MesoStoreContext  *context,
                const MesoCourse  *course,
                int                days,
                GError           **error)
{
  guint8 closed = 0;

  if (!meso_closed_days_add (context, &closed, error))
    return FALSE;
  for (guint i = 0; i < course->sessions->len; i++)
    {
      const MesoPlannedSession *session = g_ptr_array_index (course->sessions, i);
      MesoCivilTime to = { meso_calendar_date_add_days (session->date, days), session->minute };

      if (session->n <= work->n || session->status != MESO_PLANNED)
        continue;
      to.date = meso_closed_days_find_open (to.date, closed);
      if (!meso_calendar_date_is_set (to.date))
        return meso_services_refuse (error, MESO_NOTHING_STORED, "A later session would fall out of the calendar.");
      if (!meso_plan_repository_move (context, meso_clinic_get_staff (work->clinic), work->plan, session->n, to, work->reason,
                                      error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
move (MesoStoreContext  *context,
      gpointer           data,
      GError           **error)
{
  ChangeWork *work = data;
  g_autoptr(MesoCourse) course = meso_plan_repository_get (context, work->plan, error);
  const MesoPlannedSession *session = course != NULL ? find_session (course, work->n, error) : NULL;
  int days;

  if (session == NULL)
    return FALSE;
  if (session->status != MESO_PLANNED)
    return meso_services_refuse (error, MESO_NOTHING_STORED, "Only a session that is still planned can be moved.");
  days = meso_calendar_date_days_between (session->date, work->when.date);
  return meso_plan_repository_move (context, meso_clinic_get_staff (work->clinic), work->plan, work->n, work->when, work->reason,
                                    error) &&
         (!work->following || move_following (work, context, course, days, error));
}

/**
 * meso_plan_service_move:
 * @plan: the course, and @n the session's number in it
 * @when: the new day, and time of day where one is set; any day, also one that is closed
 * @following: whether the sessions after it that are still planned move by as many days, on to the next open day where that one is
 *   closed; their times of day stay
 * @reason: (nullable): why
 *
 * Returns: whether it is done; else nothing was moved
 */
gboolean
meso_plan_service_move (MesoClinic     *clinic,
                        const char     *plan,
                        int             n,
                        MesoCivilTime   when,
                        gboolean        following,
                        const char     *reason,
                        GError        **error)
{
  ChangeWork work = { .clinic = clinic, .plan = plan, .n = n, .when = when, .following = following, .reason = reason };

  if (!meso_calendar_date_is_set (when.date))
    {
      g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "date: Write the new day.");
      return FALSE;
    }
  return meso_clinic_run (clinic, MESO_STORE_WRITE, move, &work, error);
}

/* A treatment is done by its record, which names it; a check-up, perhaps a call, by the word of whoever made it. */
static gboolean
set_status (MesoStoreContext  *context,
            gpointer           data,
            GError           **error)
{
  ChangeWork *work = data;
  g_autoptr(MesoCourse) course = meso_plan_repository_get (context, work->plan, error);
  const MesoPlannedSession *session = course != NULL ? find_session (course, work->n, error) : NULL;

  if (session == NULL)
    return FALSE;
  if (session->kind != MESO_PLAN_CHECK && (session->status == MESO_DONE) != (work->status == MESO_DONE))
    return meso_services_refuse (error, MESO_NOTHING_STORED,
                                 session->status == MESO_DONE
                                   ? "This session took place and is on record. Amend its record where that is wrong."
                                   : "A session is done once it is recorded. Record it.");
  return meso_plan_repository_set_status (context, meso_clinic_get_staff (work->clinic), work->plan, work->n, work->status,
                                          work->reason, error);
}

/**
 * meso_plan_service_set_status:
 * @plan: the course, and @n the session's number in it
 * @status: what became of it
 * @reason: (nullable): why; due for a cancelled one
 *
 * Returns: whether it is done; else nothing was stored. %MESO_SERVICES_ERROR_REFUSED for a treatment that is to be done without
 *   a record, or not done in spite of one
 */
gboolean
meso_plan_service_set_status (MesoClinic         *clinic,
                              const char         *plan,
                              int                 n,
                              MesoPlannedStatus   status,
                              const char         *reason,
                              GError            **error)
{
  ChangeWork work = { .clinic = clinic, .plan = plan, .n = n, .status = status, .reason = reason };

  if (status == MESO_CANCELLED && meso_text_is_empty (reason))
    {
      g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "reason: Write why the session is cancelled.");
      return FALSE;
    }
  return meso_clinic_run (clinic, MESO_STORE_WRITE, set_status, &work, error);
}

static gboolean
resume (MesoStoreContext  *context,
        gpointer           data,
        GError           **error)
{
  ChangeWork *work = data;
  g_autoptr(MesoCourse) course = meso_plan_repository_get (context, work->plan, error);

  if (course == NULL || !meso_physician_check_desk (context, work->clinic, error))
    return FALSE;
  if (course->status != MESO_COURSE_SUSPENDED)
    return meso_services_refuse (error, MESO_NOTHING_STORED, "The course isn't suspended.");
  return meso_plan_repository_set_plan_status (context, meso_clinic_get_staff (work->clinic), work->plan, MESO_COURSE_ACTIVE,
                                               work->reason, error);
}

/**
 * meso_plan_service_resume:
 * @plan: a suspended course
 * @reason: why it may go on
 *
 * Whoever is at the desk closes what suspended the course: %MESO_SERVICES_ERROR_REFUSED unless that is a physician.
 *
 * Returns: whether it is done; else nothing was stored
 */
gboolean
meso_plan_service_resume (MesoClinic  *clinic,
                          const char  *plan,
                          const char  *reason,
                          GError     **error)
{
  ChangeWork work = { .clinic = clinic, .plan = plan, .reason = reason };

  if (meso_text_is_empty (reason))
    {
      g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "reason: Write why the course may go on.");
      return FALSE;
    }
  return meso_clinic_run (clinic, MESO_STORE_WRITE, resume, &work, error);
}

/* What suspended a course is a physician's to close, also by ending it. */
static gboolean
stop (MesoStoreContext  *context,
      gpointer           data,
      GError           **error)
{
  ChangeWork *work = data;
  g_autoptr(MesoCourse) course = meso_plan_repository_get (context, work->plan, error);

  if (course == NULL)
    return FALSE;
  if (course->status != MESO_COURSE_ACTIVE && course->status != MESO_COURSE_SUSPENDED)
    return meso_services_refuse (error, MESO_NOTHING_STORED, "The course is over already.");
  if (course->status == MESO_COURSE_SUSPENDED && !meso_physician_check_desk (context, work->clinic, error))
    return FALSE;
  return meso_plan_repository_set_plan_status (context, meso_clinic_get_staff (work->clinic), work->plan, MESO_COURSE_STOPPED,
                                               work->reason, error);
}

/**
 * meso_plan_service_stop:
 * @plan: a course that is under way
 * @reason: why it ends before its last session
 *
 * What was planned in it is due no more; what took place stays. Another course can be planned. A suspended one is stopped by a
 * physician at the desk only: %MESO_SERVICES_ERROR_REFUSED otherwise.
 *
 * Returns: whether it is done; else nothing was stored
 */
gboolean
meso_plan_service_stop (MesoClinic  *clinic,
                        const char  *plan,
                        const char  *reason,
                        GError     **error)
{
  ChangeWork work = { .clinic = clinic, .plan = plan, .reason = reason };

  if (meso_text_is_empty (reason))
    {
      g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "reason: Write why the course ends.");
      return FALSE;
    }
  return meso_clinic_run (clinic, MESO_STORE_WRITE, stop, &work, error);
}
