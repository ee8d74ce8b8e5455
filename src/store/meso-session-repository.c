/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-repository.h"

#include "meso-audit-body.h"
#include "meso-audit-log.h"
#include "meso-entered-in-error.h"
#include "meso-store-private.h"
#include "meso-store-time.h"

#define COLUMNS "s.id, s.patient, s.plan, s.session_n, s.date, s.time, s.operator, s.operator_role, s.operator_licence," \
                " s.physician, s.screening, s.formula, s.formula_version, s.points, s.volume_ul, s.wasted_ul, s.pain," \
                " s.systolic_before, s.diastolic_before, s.systolic_after, s.diastolic_after, s.notes, s.amends, s.reason," \
                " s.recorded_at, s.recorded_by, later.id, e.reason, s.reactions_none, s.preparation"
#define TABLES "treatment_session s LEFT JOIN treatment_session later ON later.amends = s.id" \
               " LEFT JOIN entered_in_error e ON e.entity = 'session' AND e.entity_id = s.id"
#define NEWEST_FIRST "s.date DESC, s.time DESC, s.recorded_at DESC, s.id"

static gboolean
insert_reactions (MesoStoreContext *context, const char *id, const MesoTreatmentSession *session, GError **error)
{
  for (guint i = 0; i < session->reactions->len; i++)
    {
      const MesoReaction *reaction = g_ptr_array_index (session->reactions, i);

      if (!meso_store_context_execute (context, error,
            "INSERT INTO session_reaction (session, n, term, grade, note) VALUES ($1, $2, $3, $4, $5)",
            T (id), I (i + 1), T (reaction->term), I (reaction->grade), T (reaction->note)))
        return FALSE;
    }
  return TRUE;
}

/* Columns: role, licence number. The operator's are those of the day they treated: an amendment tells of that same day. */
static MesoSqliteStatement *
find_qualification (MesoStoreContext *context, const char *operator, const char *amends, GError **error)
{
  g_autoptr(MesoSqliteStatement) row = meso_store_context_query (context, error,
    "SELECT coalesce (s.operator_role, p.role), coalesce (s.operator_licence, p.licence_number)"
    " FROM staff p LEFT JOIN treatment_session s ON s.id = $2 AND s.operator = p.id WHERE p.id = $1", T (operator), T (amends));

  if (row == NULL)
    return NULL;
  if (meso_sqlite_statement_next (row))
    return g_steal_pointer (&row);
  if (meso_sqlite_statement_finish (row, error))
    meso_store_context_set_no_record (error, "member of staff", operator);
  return NULL;
}

static MesoSqliteValue
unless_zero (gint64 value)
{
  return value != 0 ? I (value) : T (NULL);
}

static gboolean
insert_header (MesoStoreContext *context, const char *id, const char *staff, const MesoTreatmentSession *session,
               const char *amends, const char *reason, GError **error)
{
  g_autofree char *time = meso_store_time_to_text (session->minute);
  g_autoptr(MesoSqliteStatement) qualified = find_qualification (context, session->operator, amends, error);

  if (qualified == NULL)
    return FALSE;
  return meso_store_context_execute (context, error,
    "INSERT INTO treatment_session (id, patient, plan, session_n, date, time, operator, operator_role, operator_licence,"
    " physician, screening, formula, formula_version, points, volume_ul, wasted_ul, pain, systolic_before, diastolic_before,"
    " systolic_after, diastolic_after, notes, amends, reason, recorded_at, recorded_zone, recorded_by, reactions_none, preparation)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24,"
    " $25, $26, $27, $28, $29)",
    T (id), T (session->patient), T (session->plan), unless_zero (session->session_n), D (session->date), T (time),
    T (session->operator), T (meso_sqlite_statement_peek_text (qualified, 0)), T (meso_sqlite_statement_peek_text (qualified, 1)),
    T (session->physician), T (session->screening),
    T (session->formula), unless_zero (session->formula_version), I (session->points), I (session->volume_ul),
    I (session->wasted_ul), session->pain != MESO_PAIN_NOT_ASKED ? I (session->pain) : T (NULL),
    unless_zero (session->before.systolic), unless_zero (session->before.diastolic), unless_zero (session->after.systolic),
    unless_zero (session->after.diastolic), T (session->notes), T (amends), T (reason), T (context->now), T (context->zone),
    T (staff), I (session->no_reactions ? 1 : 0), T (session->preparation));
}

static MesoAuditBody *
describe (const MesoTreatmentSession *session, const char *amends)
{
  MesoAuditBody *body = meso_audit_body_new ();

  meso_audit_body_add (body, "patient", NULL, session->patient);
  meso_audit_body_add_date (body, "date", MESO_CALENDAR_DATE_NONE, session->date);
  meso_audit_body_add (body, "operator", NULL, session->operator);
  meso_audit_body_add (body, "screening", NULL, session->screening);
  meso_audit_body_add (body, "plan", NULL, session->plan);
  if (session->plan != NULL)
    meso_audit_body_add_int (body, "session", session->session_n);
  meso_audit_body_add (body, "formula", NULL, session->formula);
  if (session->formula != NULL)
    meso_audit_body_add_int (body, "formula_version", session->formula_version);
  meso_audit_body_add (body, "preparation", NULL, session->preparation);
  meso_audit_body_add_int (body, "points", session->points);
  meso_audit_body_add_int (body, "volume_ul", session->volume_ul);
  if (session->reactions->len > 0 || session->no_reactions)
    meso_audit_body_add_int (body, "reactions", session->reactions->len);
  meso_audit_body_add (body, "amends", NULL, amends);
  return body;
}

/**
 * meso_session_repository_insert:
 * @staff: who recorded it
 * @session: a checked session
 * @amends: (nullable): the session that this one corrects
 * @reason: (nullable): why; due with @amends
 *
 * Stores and seals a session: from here on it never changes. The schema refuses what may not be: a screening that blocks, that is of
 * another day or isn't decided, another patient's plan or formula, the same session of a plan twice (%MESO_STORE_ERROR_REFUSED).
 *
 * Returns: (transfer full): the new id
 */
char *
meso_session_repository_insert (MesoStoreContext *context, const char *staff, const MesoTreatmentSession *session,
                                const char *amends, const char *reason, GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr(MesoAuditBody) body = describe (session, amends);
  const char *why = reason != NULL ? reason : "";

  if (!insert_reactions (context, id, session, error)
      || !insert_header (context, id, staff, session, amends, why, error)
      || !meso_audit_log_append (context, staff, amends != NULL ? "amend" : "create", "session", id, why,
                                 meso_audit_body_get (body), error))
    return NULL;
  meso_store_context_changed (context, "session", id);
  return g_steal_pointer (&id);
}

static void
read_refers_to (MesoTreatmentSession *session, MesoSqliteStatement *row)
{
  session->id = meso_sqlite_statement_dup_text (row, 0);
  session->patient = meso_sqlite_statement_dup_text (row, 1);
  session->plan = meso_sqlite_statement_dup_text (row, 2);
  session->session_n = (int) meso_sqlite_statement_get_int (row, 3);
  session->date = meso_sqlite_statement_get_date (row, 4);
  session->minute = meso_store_time_from_text (meso_sqlite_statement_peek_text (row, 5));
  session->operator = meso_sqlite_statement_dup_text (row, 6);
  meso_role_from_string (meso_sqlite_statement_peek_text (row, 7), &session->operator_role);
  session->operator_licence = meso_sqlite_statement_dup_text (row, 8);
  session->physician = meso_sqlite_statement_dup_text (row, 9);
  session->screening = meso_sqlite_statement_dup_text (row, 10);
  session->formula = meso_sqlite_statement_dup_text (row, 11);
  session->formula_version = (int) meso_sqlite_statement_get_int (row, 12);
}

static MesoBloodPressure
read_pressure (MesoSqliteStatement *row, int column)
{
  return (MesoBloodPressure) {
    .systolic = (int) meso_sqlite_statement_get_int (row, column),
    .diastolic = (int) meso_sqlite_statement_get_int (row, column + 1),
  };
}

static MesoTreatmentSession *
read_header (MesoSqliteStatement *row)
{
  MesoTreatmentSession *session = meso_treatment_session_new ();

  read_refers_to (session, row);
  session->points = (int) meso_sqlite_statement_get_int (row, 13);
  session->volume_ul = meso_sqlite_statement_get_int (row, 14);
  session->wasted_ul = meso_sqlite_statement_get_int (row, 15);
  if (!meso_sqlite_statement_is_null (row, 16))
    session->pain = (int) meso_sqlite_statement_get_int (row, 16);
  session->before = read_pressure (row, 17);
  session->after = read_pressure (row, 19);
  g_set_str (&session->notes, meso_sqlite_statement_peek_text (row, 21));
  session->amends = meso_sqlite_statement_dup_text (row, 22);
  g_set_str (&session->reason, meso_sqlite_statement_peek_text (row, 23));
  session->recorded_at = meso_sqlite_statement_dup_text (row, 24);
  session->recorded_by = meso_sqlite_statement_dup_text (row, 25);
  session->amended_by = meso_sqlite_statement_dup_text (row, 26);
  session->entered_in_error = meso_sqlite_statement_dup_text (row, 27);
  session->no_reactions = meso_sqlite_statement_get_int (row, 28) != 0;
  session->preparation = meso_sqlite_statement_dup_text (row, 29);
  return session;
}

static gboolean
load_reactions (MesoStoreContext *context, MesoTreatmentSession *session, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT term, grade, note FROM session_reaction WHERE session = $1 ORDER BY n", T (session->id));

  if (rows == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (rows))
    g_ptr_array_add (session->reactions,
                     meso_reaction_new (meso_sqlite_statement_peek_text (rows, 0), (int) meso_sqlite_statement_get_int (rows, 1),
                                        meso_sqlite_statement_peek_text (rows, 2)));
  return meso_sqlite_statement_finish (rows, error);
}

static GPtrArray *
read_all (MesoStoreContext *context, MesoSqliteStatement *rows, GError **error)
{
  g_autoptr(GPtrArray) sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_treatment_session_free);

  while (meso_sqlite_statement_next (rows))
    {
      MesoTreatmentSession *session = read_header (rows);

      g_ptr_array_add (sessions, session);
      if (!load_reactions (context, session, error))
        return NULL;
    }
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&sessions) : NULL;
}

static MesoTreatmentSession *
take_first (GPtrArray *sessions)
{
  return sessions->len > 0 ? g_ptr_array_steal_index (sessions, 0) : NULL;
}

/**
 * meso_session_repository_get:
 *
 * Returns: (transfer full): the session; %MESO_STORE_ERROR_NO_RECORD when there is none
 */
MesoTreatmentSession *
meso_session_repository_get (MesoStoreContext *context, const char *id, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows =
    meso_store_context_query (context, error, "SELECT " COLUMNS " FROM " TABLES " WHERE s.id = $1", T (id));
  g_autoptr(GPtrArray) found = rows != NULL ? read_all (context, rows, error) : NULL;

  if (found != NULL && found->len == 0)
    meso_store_context_set_no_record (error, "session", id);
  return found != NULL ? take_first (found) : NULL;
}

/**
 * meso_session_repository_list:
 *
 * Returns: (transfer full) (element-type MesoTreatmentSession): newest first, over all records that are this person's; those
 *   that were amended or entered in error say so
 */
GPtrArray *
meso_session_repository_list (MesoStoreContext *context, const char *patient, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT " COLUMNS " FROM " TABLES " WHERE s.patient " IS_OF_PERSON ("$1") " ORDER BY " NEWEST_FIRST, T (patient));

  return rows != NULL ? read_all (context, rows, error) : NULL;
}

/**
 * meso_session_repository_latest:
 *
 * Returns: (transfer full) (nullable): the newest that counts; %NULL without error when there is none
 */
MesoTreatmentSession *
meso_session_repository_latest (MesoStoreContext *context, const char *patient, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT " COLUMNS " FROM " TABLES " WHERE s.patient " IS_OF_PERSON ("$1") " AND later.id IS NULL AND e.reason IS NULL"
    " ORDER BY " NEWEST_FIRST " LIMIT 1", T (patient));
  g_autoptr(GPtrArray) found = rows != NULL ? read_all (context, rows, error) : NULL;

  return found != NULL ? take_first (found) : NULL;
}

/**
 * meso_session_repository_mark_entered_in_error:
 * @id: the session that should not have been recorded
 * @reason: why, not empty
 *
 * The session stays, with the mark beside it; it counts no more, and its place in the plan is free again.
 *
 * Returns: whether it is done
 */
gboolean
meso_session_repository_mark_entered_in_error (MesoStoreContext *context, const char *staff, const char *id, const char *reason,
                                               GError **error)
{
  return meso_entered_in_error_mark (context, staff, "session", id, reason, error);
}
