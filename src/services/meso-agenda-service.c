/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-agenda-service.h"

#include "meso-chart-gather.h"
#include "meso-clinic-private.h"
#include "meso-draft-repository.h"
#include "meso-local-day.h"
#include "meso-overview.h"
#include "meso-patient-repository.h"
#include "meso-plan-repository.h"

/**
 * meso_agenda_entry_free:
 * @self: (transfer full) (nullable): a line of a day
 */
void
meso_agenda_entry_free (MesoAgendaEntry *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->session, meso_planned_session_free);
  g_clear_pointer (&self->chart, meso_chart_free);
  g_free (self);
}

/**
 * meso_draft_note_free:
 * @self: (transfer full) (nullable): something that was begun and left
 */
void
meso_draft_note_free (MesoDraftNote *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->draft, meso_draft_free);
  g_clear_pointer (&self->patient, meso_patient_free);
  g_free (self);
}

typedef struct
{
  MesoClinic *clinic;
  MesoCalendarDate day;
  MesoCalendarDate today;
  guint limit;
  GPtrArray *list;
} Work;

/* Takes session (nullable). */
static gboolean
add_entry (Work                *work,
           MesoStoreContext    *context,
           MesoPlannedSession  *session,
           const char          *patient,
           GError             **error)
{
  MesoAgendaEntry *entry = g_new0 (MesoAgendaEntry, 1);

  g_ptr_array_add (work->list, entry);
  entry->session = session;
  entry->chart = meso_chart_gather (context, meso_clinic_get_protocol (work->clinic), patient, work->today, error);
  return entry->chart != NULL;
}

/* What is still planned in a course that is over isn't due; what took place or was called off stays in sight. */
static gboolean
is_of_the_day (const MesoPlannedSession *session)
{
  return session->kind != MESO_PLAN_CHECK &&
         (session->status != MESO_PLANNED || session->plan_status == MESO_COURSE_ACTIVE ||
          session->plan_status == MESO_COURSE_SUSPENDED);
}

/* Those without a time come last. */
static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const MesoPlannedSession *first = a;
  const MesoPlannedSession *second = b;
  gboolean first_is_open = first->minute == MESO_CIVIL_TIME_NO_MINUTE;
  gboolean second_is_open = second->minute == MESO_CIVIL_TIME_NO_MINUTE;

  return first_is_open != second_is_open ? first_is_open - second_is_open : first->minute - second->minute;
}

static gboolean
list_day (MesoStoreContext  *context,
          gpointer           data,
          GError           **error)
{
  Work *work = data;
  g_autoptr(GPtrArray) sessions = meso_plan_repository_list_between (context, work->day, work->day, error);

  if (sessions == NULL)
    return FALSE;
  g_ptr_array_sort_values (sessions, compare_times);
  while (sessions->len > 0)
    {
      MesoPlannedSession *session = g_ptr_array_steal_index (sessions, 0);

      if (!is_of_the_day (session))
        meso_planned_session_free (session);
      else if (!add_entry (work, context, session, session->patient, error))
        return FALSE;
    }
  return TRUE;
}

static GPtrArray *
run (Work           *work,
     MesoStoreWork   what,
     GDestroyNotify  free_one,
     GError        **error)
{
  work->list = g_ptr_array_new_with_free_func (free_one);
  if (!meso_clinic_run (work->clinic, MESO_STORE_READ, what, work, error))
    g_clear_pointer (&work->list, g_ptr_array_unref);
  return work->list;
}

/**
 * meso_agenda_service_list_day:
 * @day: which day
 * @today: the clinic's day, for what comes next
 *
 * Returns: (transfer full) (element-type MesoAgendaEntry): treatments and maintenance of that day, also those called off or
 *   missed, in order of time, those without a time last; or %NULL
 */
GPtrArray *
meso_agenda_service_list_day (MesoClinic        *clinic,
                              MesoCalendarDate   day,
                              MesoCalendarDate   today,
                              GError           **error)
{
  Work work = { .clinic = clinic, .day = day, .today = today };

  return run (&work, list_day, (GDestroyNotify) meso_agenda_entry_free, error);
}

/* (transfer full) */
static MesoPlannedSession *
load_session (MesoStoreContext      *context,
              const MesoSessionRef  *ref,
              GError               **error)
{
  g_autoptr(MesoCourse) course = meso_plan_repository_get (context, ref->plan, error);

  for (guint i = 0; course != NULL && i < course->sessions->len; i++)
    {
      const MesoPlannedSession *session = g_ptr_array_index (course->sessions, i);

      if (session->n == ref->n)
        return g_ptr_array_steal_index (course->sessions, i);
    }
  return NULL;
}

static gboolean
add_open (Work              *work,
          MesoStoreContext  *context,
          MesoPlanKind       kind,
          MesoCalendarDate   upto,
          GError           **error)
{
  g_autoptr(GPtrArray) refs = meso_overview_list_open (context, kind, upto, work->limit, error);

  for (guint i = 0; refs != NULL && i < refs->len; i++)
    {
      MesoPlannedSession *session = load_session (context, g_ptr_array_index (refs, i), error);

      if (session == NULL || !add_entry (work, context, session, session->patient, error))
        return FALSE;
    }
  return refs != NULL;
}

static int
compare_oldest_first (gconstpointer a,
                      gconstpointer b)
{
  const MesoAgendaEntry *first = a;
  const MesoAgendaEntry *second = b;

  return meso_calendar_date_compare (first->session->date, second->session->date);
}

/* A recall of today is among the day's sessions. */
static gboolean
list_due (MesoStoreContext  *context,
          gpointer           data,
          GError           **error)
{
  Work *work = data;
  MesoCalendarDate yesterday = meso_calendar_date_add_days (work->today, -1);

  if (!add_open (work, context, MESO_PLAN_CHECK, work->today, error) ||
      !add_open (work, context, MESO_PLAN_MAINTENANCE, yesterday, error))
    return FALSE;
  g_ptr_array_sort_values (work->list, compare_oldest_first);
  if (work->list->len > work->limit)
    g_ptr_array_set_size (work->list, (int) work->limit);
  return TRUE;
}

/**
 * meso_agenda_service_list_due:
 * @today: the clinic's day
 * @limit: how many at most, above zero
 *
 * Returns: (transfer full) (element-type MesoAgendaEntry): check-ups due up to today and recalls due before it that are still
 *   open, oldest first, or %NULL
 */
GPtrArray *
meso_agenda_service_list_due (MesoClinic        *clinic,
                              MesoCalendarDate   today,
                              guint              limit,
                              GError           **error)
{
  Work work = { .clinic = clinic, .today = today, .limit = limit };

  return run (&work, list_due, (GDestroyNotify) meso_agenda_entry_free, error);
}

static gboolean
list_overdue (MesoStoreContext  *context,
              gpointer           data,
              GError           **error)
{
  Work *work = data;

  return add_open (work, context, MESO_PLAN_TREATMENT, meso_calendar_date_add_days (work->today, -1), error);
}

/**
 * meso_agenda_service_list_overdue:
 * @today: the clinic's day
 * @limit: how many at most, above zero
 *
 * Returns: (transfer full) (element-type MesoAgendaEntry): treatments before today of which nobody has said what became, oldest
 *   first, or %NULL
 */
GPtrArray *
meso_agenda_service_list_overdue (MesoClinic        *clinic,
                                  MesoCalendarDate   today,
                                  guint              limit,
                                  GError           **error)
{
  Work work = { .clinic = clinic, .today = today, .limit = limit };

  return run (&work, list_overdue, (GDestroyNotify) meso_agenda_entry_free, error);
}

/* (transfer full) (element-type utf8): whoever has a session today, as the person they are */
static GHashTable *
find_expected (Work              *work,
               MesoStoreContext  *context,
               GError           **error)
{
  g_autoptr(GPtrArray) sessions = meso_plan_repository_list_between (context, work->today, work->today, error);
  g_autoptr(GHashTable) expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; sessions != NULL && i < sessions->len; i++)
    {
      const MesoPlannedSession *session = g_ptr_array_index (sessions, i);
      char *person = is_of_the_day (session) ? meso_patient_repository_resolve (context, session->patient, error) : NULL;

      if (person != NULL)
        g_hash_table_add (expected, person);
      else if (is_of_the_day (session))
        return NULL;
    }
  return sessions != NULL ? g_steal_pointer (&expected) : NULL;
}

static gboolean
list_begun (MesoStoreContext  *context,
            gpointer           data,
            GError           **error)
{
  Work *work = data;
  g_autofree char *from = meso_local_day_to_moment (work->today);
  g_autofree char *to = meso_local_day_to_moment (meso_calendar_date_add_days (work->today, 1));
  g_autoptr(GHashTable) expected = find_expected (work, context, error);
  g_autoptr(GPtrArray) patients = NULL;

  if (expected == NULL)
    return FALSE;
  patients = meso_overview_list_worked_on (context, from, to, work->limit + g_hash_table_size (expected), error);
  for (guint i = 0; patients != NULL && work->list->len < work->limit && i < patients->len; i++)
    {
      const char *patient = g_ptr_array_index (patients, i);

      if (!g_hash_table_contains (expected, patient) && !add_entry (work, context, NULL, patient, error))
        return FALSE;
    }
  return patients != NULL;
}

/**
 * meso_agenda_service_list_begun:
 * @today: the clinic's day
 * @limit: how many at most, above zero
 *
 * Returns: (transfer full) (element-type MesoAgendaEntry): patients about whom something was recorded today, and who aren't in the
 *   day's sessions, without a session, newest first; or %NULL
 */
GPtrArray *
meso_agenda_service_list_begun (MesoClinic        *clinic,
                                MesoCalendarDate   today,
                                guint              limit,
                                GError           **error)
{
  Work work = { .clinic = clinic, .today = today, .limit = limit };

  return run (&work, list_begun, (GDestroyNotify) meso_agenda_entry_free, error);
}

/* A key is a patient's id, or else names a recipe, a session, or "new". */
static gboolean
find_subject (MesoStoreContext  *context,
              MesoDraftNote     *note,
              GError           **error)
{
  g_autoptr(GError) local_error = NULL;

  if (!g_uuid_string_is_valid (note->draft->key))
    return TRUE;
  note->patient = meso_clinic_find_patient (context, note->draft->key, &local_error);
  if (g_error_matches (local_error, MESO_STORE_ERROR, MESO_STORE_ERROR_NO_RECORD))
    g_clear_error (&local_error);
  return !meso_clinic_take_error (&local_error, error);
}

static gboolean
list_drafts (MesoStoreContext  *context,
             gpointer           data,
             GError           **error)
{
  Work *work = data;
  g_autoptr(GPtrArray) drafts = meso_draft_repository_list (context, error);

  if (drafts == NULL)
    return FALSE;
  while (drafts->len > 0)
    {
      MesoDraftNote *note = g_new0 (MesoDraftNote, 1);

      g_ptr_array_add (work->list, note);
      note->draft = g_ptr_array_steal_index (drafts, 0);
      if (!find_subject (context, note, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * meso_agenda_service_list_drafts:
 *
 * Returns: (transfer full) (element-type MesoDraftNote): what was begun and left, newest first, or %NULL
 */
GPtrArray *
meso_agenda_service_list_drafts (MesoClinic  *clinic,
                                 GError     **error)
{
  Work work = { .clinic = clinic };

  return run (&work, list_drafts, (GDestroyNotify) meso_draft_note_free, error);
}
