/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-screening-repository.h"

#include "meso-audit-body.h"
#include "meso-audit-log.h"
#include "meso-entered-in-error.h"
#include "meso-screening-rows.h"

#define COLUMNS "s.id, s.patient, s.date, s.form, s.sex, s.birth_date, s.weight_g, s.protocol, a.version, s.protocol_reviewed," \
                " s.verdict, s.until, s.amends, s.reason, s.recorded_at, s.recorded_by, e.reason"
#define TABLES "screening s JOIN protocol_archive a ON a.hash = s.protocol" \
               " LEFT JOIN entered_in_error e ON e.entity = 'screening' AND e.entity_id = s.id"

static gboolean
insert_header (MesoStoreContext *context, const char *id, const char *staff, const char *patient,
               const MesoQuestionnaireResponse *response, const MesoVerdict *verdict, const char *amends, const char *reason,
               GError **error)
{
  return meso_store_context_execute (context, error,
    "INSERT INTO screening (id, patient, date, form, sex, birth_date, weight_g, protocol, protocol_reviewed, verdict, until,"
    " amends, reason, recorded_at, recorded_zone, recorded_by)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
    T (id), T (patient), D (verdict->date), T (response->form == MESO_FORM_SHORT ? "short" : "full"),
    T (meso_sex_to_string (response->sex)), D (response->birth_date),
    response->weight_g > 0 ? I (response->weight_g) : T (NULL), T (verdict->protocol_hash),
    I (verdict->protocol_reviewed ? 1 : 0), T (meso_outcome_to_string (verdict->outcome)), D (verdict->until), T (amends),
    T (reason != NULL ? reason : ""), T (context->now), T (context->zone), T (staff));
}

/**
 * meso_screening_repository_insert:
 * @staff: who recorded it
 * @patient: whose it is
 * @response: what was known and answered
 * @verdict: what the engine concluded from it
 * @amends: (nullable): the screening that this one corrects
 * @reason: (nullable): why; due with @amends
 *
 * Stores and seals a screening: from here on it never changes.
 *
 * Returns: (transfer full): the new id
 */
char *
meso_screening_repository_insert (MesoStoreContext *context, const char *staff, const char *patient,
                                  const MesoQuestionnaireResponse *response, const MesoVerdict *verdict, const char *amends,
                                  const char *reason, GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr(MesoAuditBody) body = meso_audit_body_new ();

  meso_audit_body_add (body, "patient", NULL, patient);
  meso_audit_body_add_date (body, "date", MESO_CALENDAR_DATE_NONE, verdict->date);
  meso_audit_body_add (body, "verdict", NULL, meso_outcome_to_string (verdict->outcome));
  meso_audit_body_add_date (body, "until", MESO_CALENDAR_DATE_NONE, verdict->until);
  meso_audit_body_add (body, "protocol", NULL, verdict->protocol_hash);
  meso_audit_body_add (body, "amends", NULL, amends);
  if (!meso_screening_rows_insert (context, id, response, verdict, error)
      || !insert_header (context, id, staff, patient, response, verdict, amends, reason, error)
      || !meso_audit_log_append (context, staff, amends != NULL ? "amend" : "create", "screening", id, reason,
                                 meso_audit_body_get (body), error))
    return NULL;
  meso_store_context_changed (context, "screening", id);
  return g_steal_pointer (&id);
}

static MesoScreening *
read_header (MesoSqliteStatement *row)
{
  MesoScreening *screening = g_new0 (MesoScreening, 1);
  MesoQuestionnaireResponse *response = meso_questionnaire_response_new ();
  MesoVerdict *verdict = meso_verdict_new ();

  screening->response = response;
  screening->verdict = verdict;
  screening->id = meso_sqlite_statement_dup_text (row, 0);
  screening->patient = meso_sqlite_statement_dup_text (row, 1);
  screening->date = meso_sqlite_statement_get_date (row, 2);
  response->form = g_str_equal (meso_sqlite_statement_peek_text (row, 3), "short") ? MESO_FORM_SHORT : MESO_FORM_FULL;
  meso_sex_from_string (meso_sqlite_statement_peek_text (row, 4), &response->sex);
  response->birth_date = meso_sqlite_statement_get_date (row, 5);
  response->weight_g = meso_sqlite_statement_get_int (row, 6);
  verdict->date = screening->date;
  g_set_str (&verdict->protocol_hash, meso_sqlite_statement_peek_text (row, 7));
  g_set_str (&verdict->protocol_version, meso_sqlite_statement_peek_text (row, 8));
  verdict->protocol_reviewed = meso_sqlite_statement_get_int (row, 9) != 0;
  meso_outcome_from_string (meso_sqlite_statement_peek_text (row, 10), &verdict->outcome);
  verdict->until = meso_sqlite_statement_get_date (row, 11);
  screening->amends = meso_sqlite_statement_dup_text (row, 12);
  screening->reason = meso_sqlite_statement_dup_text (row, 13);
  screening->recorded_at = meso_sqlite_statement_dup_text (row, 14);
  screening->recorded_by = meso_sqlite_statement_dup_text (row, 15);
  screening->entered_in_error = meso_sqlite_statement_dup_text (row, 16);
  return screening;
}

static GPtrArray *
read_all (MesoStoreContext *context, MesoSqliteStatement *rows, GError **error)
{
  g_autoptr(GPtrArray) screenings = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_screening_free);

  while (meso_sqlite_statement_next (rows))
    {
      MesoScreening *screening = read_header (rows);

      g_ptr_array_add (screenings, screening);
      if (!meso_screening_rows_load (context, screening, error))
        return NULL;
    }
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&screenings) : NULL;
}

static MesoScreening *
take_first (GPtrArray *screenings)
{
  return screenings->len > 0 ? g_ptr_array_steal_index (screenings, 0) : NULL;
}

/**
 * meso_screening_repository_get:
 *
 * Returns: (transfer full): the screening; %MESO_STORE_ERROR_NO_RECORD when there is none
 */
MesoScreening *
meso_screening_repository_get (MesoStoreContext *context, const char *id, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows =
    meso_store_context_query (context, error, "SELECT " COLUMNS " FROM " TABLES " WHERE s.id = $1", T (id));
  g_autoptr(GPtrArray) found = rows != NULL ? read_all (context, rows, error) : NULL;

  if (found != NULL && found->len == 0)
    meso_store_context_set_no_record (error, "screening", id);
  return found != NULL ? take_first (found) : NULL;
}

/**
 * meso_screening_repository_list:
 *
 * Returns: (transfer full) (element-type MesoScreening): newest first, with those entered in error
 */
GPtrArray *
meso_screening_repository_list (MesoStoreContext *context, const char *patient, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT " COLUMNS " FROM " TABLES " WHERE s.patient " IS_OF_PERSON ("$1") " ORDER BY s.date DESC, s.recorded_at DESC, s.id", T (patient));

  return rows != NULL ? read_all (context, rows, error) : NULL;
}

/**
 * meso_screening_repository_latest:
 *
 * Returns: (transfer full) (nullable): the newest that counts; %NULL without error when there is none
 */
MesoScreening *
meso_screening_repository_latest (MesoStoreContext *context, const char *patient, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT " COLUMNS " FROM " TABLES " WHERE s.patient " IS_OF_PERSON ("$1") " AND e.reason IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM screening later WHERE later.amends = s.id)"
    " ORDER BY s.date DESC, s.recorded_at DESC, s.id LIMIT 1", T (patient));
  g_autoptr(GPtrArray) found = rows != NULL ? read_all (context, rows, error) : NULL;

  return found != NULL ? take_first (found) : NULL;
}

/**
 * meso_screening_repository_list_ids:
 *
 * Returns: (transfer full) (element-type utf8): every screening, oldest first; without those of erased records, whose birth
 *   dates are gone
 */
GPtrArray *
meso_screening_repository_list_ids (MesoStoreContext *context, GError **error)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query_plain (context, error,
    "SELECT s.id FROM screening s WHERE NOT EXISTS (SELECT 1 FROM patient p WHERE p.id = s.patient AND p.erased_at IS NOT NULL)"
    " ORDER BY s.recorded_at, s.id");

  if (rows == NULL)
    return NULL;
  while (meso_sqlite_statement_next (rows))
    g_ptr_array_add (ids, meso_sqlite_statement_dup_text (rows, 0));
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&ids) : NULL;
}

/**
 * meso_screening_repository_mark_entered_in_error:
 * @id: the screening that should not have been
 * @reason: why, not empty
 *
 * The screening stays, with the mark beside it; it counts no more.
 */
gboolean
meso_screening_repository_mark_entered_in_error (MesoStoreContext *context, const char *staff, const char *id,
                                                 const char *reason, GError **error)
{
  return meso_entered_in_error_mark (context, staff, "screening", id, reason, error);
}
