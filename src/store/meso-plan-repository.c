/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-plan-repository.h"

#include "meso-audit-body.h"
#include "meso-audit-log.h"
#include "meso-store-private.h"
#include "meso-store-time.h"

#define COURSE_COLUMNS "id, patient, template, created_at, created_by, status, status_reason, status_at," \
                       " (SELECT name FROM staff WHERE staff.id = status_by)"
#define SESSION_COLUMNS "s.plan, p.patient, s.n, s.date, s.kind, s.status, s.reason, s.time, p.status"
#define SESSION_TABLES "plan_session s JOIN plan p ON p.id = s.plan"

static gboolean
insert_sessions (MesoStoreContext *context, const char *id, const MesoPlan *plan, GError **error)
{
  for (guint i = 0; i < plan->sessions->len; i++)
    {
      const MesoPlanSession *session = g_ptr_array_index (plan->sessions, i);

      if (!meso_store_context_execute (context, error,
            "INSERT INTO plan_session (plan, n, date, kind, status, reason) VALUES ($1, $2, $3, $4, 'planned', '')",
            T (id), I (session->n), D (session->date), T (meso_plan_kind_to_string (session->kind))))
        return FALSE;
    }
  return TRUE;
}

/**
 * meso_plan_repository_insert:
 * @patient: whose plan it is
 * @plan: the sessions as laid out
 *
 * Returns: (transfer full): the new id
 */
char *
meso_plan_repository_insert (MesoStoreContext *context, const char *staff, const char *patient, const MesoPlan *plan,
                             GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr(MesoAuditBody) body = meso_audit_body_new ();

  meso_audit_body_add (body, "patient", NULL, patient);
  meso_audit_body_add (body, "template", NULL, plan->template_id);
  meso_audit_body_add_int (body, "sessions", plan->sessions->len);
  if (!meso_store_context_execute (context, error,
        "INSERT INTO plan (id, patient, template, status, status_reason, created_at, created_zone, created_by)"
        " VALUES ($1, $2, $3, 'active', '', $4, $5, $6)",
        T (id), T (patient), T (plan->template_id), T (context->now), T (context->zone), T (staff))
      || !insert_sessions (context, id, plan, error)
      || !meso_audit_log_append (context, staff, "create", "plan", id, "", meso_audit_body_get (body), error))
    return NULL;
  meso_store_context_changed (context, "plan", id);
  return g_steal_pointer (&id);
}

static MesoPlanKind
read_kind (const char *text)
{
  static const MesoPlanKind all[] = { MESO_PLAN_MAINTENANCE, MESO_PLAN_CHECK };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    if (g_strcmp0 (text, meso_plan_kind_to_string (all[i])) == 0)
      return all[i];
  return MESO_PLAN_TREATMENT;
}

static GPtrArray *
read_sessions (MesoSqliteStatement *rows, GError **error)
{
  g_autoptr(GPtrArray) sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_planned_session_free);

  while (meso_sqlite_statement_next (rows))
    {
      MesoPlannedSession *session = g_new0 (MesoPlannedSession, 1);

      g_ptr_array_add (sessions, session);
      session->plan = meso_sqlite_statement_dup_text (rows, 0);
      session->patient = meso_sqlite_statement_dup_text (rows, 1);
      session->n = (int) meso_sqlite_statement_get_int (rows, 2);
      session->date = meso_sqlite_statement_get_date (rows, 3);
      session->kind = read_kind (meso_sqlite_statement_peek_text (rows, 4));
      meso_planned_status_from_string (meso_sqlite_statement_peek_text (rows, 5), &session->status);
      session->reason = meso_sqlite_statement_dup_text (rows, 6);
      session->minute = meso_store_time_from_text (meso_sqlite_statement_peek_text (rows, 7));
      meso_course_status_from_string (meso_sqlite_statement_peek_text (rows, 8), &session->plan_status);
    }
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&sessions) : NULL;
}

static GPtrArray *
read_courses (MesoStoreContext *context, MesoSqliteStatement *rows, GError **error)
{
  g_autoptr(GPtrArray) courses = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_course_free);

  while (meso_sqlite_statement_next (rows))
    {
      MesoCourse *course = g_new0 (MesoCourse, 1);
      g_autoptr(MesoSqliteStatement) sessions = NULL;

      g_ptr_array_add (courses, course);
      course->id = meso_sqlite_statement_dup_text (rows, 0);
      course->patient = meso_sqlite_statement_dup_text (rows, 1);
      course->template_id = meso_sqlite_statement_dup_text (rows, 2);
      course->created_at = meso_sqlite_statement_dup_text (rows, 3);
      course->created_by = meso_sqlite_statement_dup_text (rows, 4);
      meso_course_status_from_string (meso_sqlite_statement_peek_text (rows, 5), &course->status);
      course->status_reason = meso_sqlite_statement_dup_text (rows, 6);
      course->status_at = meso_sqlite_statement_dup_text (rows, 7);
      course->status_by = meso_sqlite_statement_dup_text (rows, 8);
      sessions = meso_store_context_query (context, error,
        "SELECT " SESSION_COLUMNS " FROM " SESSION_TABLES " WHERE s.plan = $1 ORDER BY s.n",
        T (course->id));
      course->sessions = sessions != NULL ? read_sessions (sessions, error) : NULL;
      if (course->sessions == NULL)
        return NULL;
    }
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&courses) : NULL;
}

/**
 * meso_plan_repository_get:
 *
 * Returns: (transfer full): the plan; %MESO_STORE_ERROR_NO_RECORD when there is none
 */
MesoCourse *
meso_plan_repository_get (MesoStoreContext *context, const char *id, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT " COURSE_COLUMNS " FROM plan WHERE id = $1", T (id));
  g_autoptr(GPtrArray) found = rows != NULL ? read_courses (context, rows, error) : NULL;

  if (found != NULL && found->len == 0)
    meso_store_context_set_no_record (error, "plan", id);
  return found != NULL && found->len > 0 ? g_ptr_array_steal_index (found, 0) : NULL;
}

/**
 * meso_plan_repository_list:
 *
 * Returns: (transfer full) (element-type MesoCourse): newest first
 */
GPtrArray *
meso_plan_repository_list (MesoStoreContext *context, const char *patient, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT " COURSE_COLUMNS " FROM plan WHERE patient " IS_OF_PERSON ("$1") " ORDER BY created_at DESC, id",
    T (patient));

  return rows != NULL ? read_courses (context, rows, error) : NULL;
}

/**
 * meso_plan_repository_latest_of_patient:
 *
 * Returns: (transfer full) (nullable): the plan made last; %NULL without error when there is none
 */
MesoCourse *
meso_plan_repository_latest_of_patient (MesoStoreContext *context, const char *patient, GError **error)
{
  g_autoptr(GPtrArray) courses = meso_plan_repository_list (context, patient, error);

  return courses != NULL && courses->len > 0 ? g_ptr_array_steal_index (courses, 0) : NULL;
}

/**
 * meso_plan_repository_list_between:
 *
 * Returns: (transfer full) (element-type MesoPlannedSession): all patients' sessions of these days, both included
 */
GPtrArray *
meso_plan_repository_list_between (MesoStoreContext *context, MesoCalendarDate from, MesoCalendarDate to, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT " SESSION_COLUMNS " FROM " SESSION_TABLES
    " WHERE s.date >= $1 AND s.date <= $2 ORDER BY s.date, s.time, s.plan, s.n", D (from), D (to));

  return rows != NULL ? read_sessions (rows, error) : NULL;
}

static MesoPlannedSession *
get_session (MesoStoreContext *context, const char *plan, int n, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT " SESSION_COLUMNS " FROM " SESSION_TABLES " WHERE s.plan = $1 AND s.n = $2",
    T (plan), I (n));
  g_autoptr(GPtrArray) found = rows != NULL ? read_sessions (rows, error) : NULL;

  if (found != NULL && found->len == 0)
    {
      g_autofree char *id = g_strdup_printf ("%s, session %d", plan, n);
      meso_store_context_set_no_record (error, "plan", id);
    }
  return found != NULL && found->len > 0 ? g_ptr_array_steal_index (found, 0) : NULL;
}

/**
 * meso_plan_repository_set_status:
 * @n: number of the session in its plan
 * @reason: (nullable): due for a cancelled session
 *
 * Says what became of a session. Saying it again otherwise is a second, audited change.
 */
gboolean
meso_plan_repository_set_status (MesoStoreContext *context, const char *staff, const char *plan, int n,
                                 MesoPlannedStatus status, const char *reason, GError **error)
{
  g_autoptr(MesoPlannedSession) old = get_session (context, plan, n, error);
  g_autoptr(MesoAuditBody) body = meso_audit_body_new ();
  const char *name = meso_planned_status_to_string (status);

  if (old == NULL)
    return FALSE;
  meso_audit_body_add_int (body, "session", n);
  meso_audit_body_add (body, "status", meso_planned_status_to_string (old->status), name);
  meso_store_context_changed (context, "plan", plan);
  return meso_store_context_execute (context, error,
           "UPDATE plan_session SET status = $3, reason = $4 WHERE plan = $1 AND n = $2",
           T (plan), I (n), T (name), T (reason != NULL ? reason : ""))
         && meso_audit_log_append (context, staff, "update", "plan", plan, reason, meso_audit_body_get (body), error);
}

/**
 * meso_plan_repository_move:
 * @to: the new day, and the time of day when one is set
 * @reason: (nullable): why
 *
 * Moves a session that is still planned; the old day stays in the audit.
 *
 * Returns: whether it is done
 */
gboolean
meso_plan_repository_move (MesoStoreContext *context, const char *staff, const char *plan, int n, MesoCivilTime to,
                           const char *reason, GError **error)
{
  g_autoptr(MesoPlannedSession) old = get_session (context, plan, n, error);
  g_autoptr(MesoAuditBody) body = meso_audit_body_new ();
  g_autofree char *old_time = NULL;
  g_autofree char *time = meso_store_time_to_text (to.minute);

  if (old == NULL)
    return FALSE;
  if (meso_calendar_date_compare (old->date, to.date) == 0 && old->minute == to.minute)
    return TRUE;
  old_time = meso_store_time_to_text (old->minute);
  meso_audit_body_add_int (body, "session", n);
  meso_audit_body_add_date (body, "date", old->date, to.date);
  meso_audit_body_add (body, "time", old_time, time);
  meso_store_context_changed (context, "plan", plan);
  return meso_store_context_execute (context, error,
           "UPDATE plan_session SET date = $3, time = $4, reason = $5 WHERE plan = $1 AND n = $2",
           T (plan), I (n), D (to.date), T (time), T (reason != NULL ? reason : ""))
         && meso_audit_log_append (context, staff, "update", "plan", plan, reason, meso_audit_body_get (body), error);
}

/**
 * meso_plan_repository_set_plan_status:
 * @reason: (nullable): due for a suspended or stopped plan
 *
 * Says what became of a plan as a whole; its sessions stay as they are. Saying it again otherwise is a second, audited change.
 *
 * Returns: whether it is done
 */
gboolean
meso_plan_repository_set_plan_status (MesoStoreContext *context, const char *staff, const char *plan, MesoCourseStatus status,
                                      const char *reason, GError **error)
{
  g_autoptr(MesoCourse) old = meso_plan_repository_get (context, plan, error);
  g_autoptr(MesoAuditBody) body = meso_audit_body_new ();
  const char *name = meso_course_status_to_string (status);

  if (old == NULL)
    return FALSE;
  meso_audit_body_add (body, "plan_status", meso_course_status_to_string (old->status), name);
  meso_store_context_changed (context, "plan", plan);
  return meso_store_context_execute (context, error, "UPDATE plan SET status = $2, status_reason = $3, status_at = $4, status_by = $5 WHERE id = $1",
                                     T (plan), T (name), T (reason != NULL ? reason : ""), T (context->now), T (staff))
         && meso_audit_log_append (context, staff, "update", "plan", plan, reason, meso_audit_body_get (body), error);
}

/**
 * meso_plan_repository_next_of_patient:
 * @from: the first day that is asked about: today, as a rule
 *
 * Returns: (transfer full) (nullable): the first session from @from on that is still planned, of an active plan; %NULL without
 *   error when there is none
 */
MesoPlannedSession *
meso_plan_repository_next_of_patient (MesoStoreContext *context, const char *patient, MesoCalendarDate from, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT " SESSION_COLUMNS " FROM " SESSION_TABLES " WHERE p.patient " IS_OF_PERSON ("$1") " AND p.status = 'active'"
    " AND s.status = 'planned' AND s.date >= $2 ORDER BY s.date, s.time, p.created_at, s.n LIMIT 1", T (patient), D (from));
  g_autoptr(GPtrArray) found = rows != NULL ? read_sessions (rows, error) : NULL;

  return found != NULL && found->len > 0 ? g_ptr_array_steal_index (found, 0) : NULL;
}
