/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-repository.h"

#include "meso-audit-body.h"
#include "meso-audit-log.h"
#include "meso-entered-in-error.h"
#include "meso-store-private.h"

#define COLUMNS "id, patient, kind, language, paper, sheet_date, sheet_time, protocol, formula, formula_version, plan," \
                " plan_session, pages, sha256, issued_at, issued_by"

static gboolean
insert_row (MesoStoreContext *context, const char *staff, const char *id, const char *sha256, const MesoHandoutIssue *issue,
            GError **error)
{
  gboolean has_time = issue->sheet_time != NULL && *issue->sheet_time != '\0';

  return meso_store_context_execute (context, error,
    "INSERT INTO handout_issue (id, patient, kind, language, paper, sheet_date, sheet_time, protocol, formula, formula_version,"
    " plan, plan_session, pages, sha256, issued_at, issued_zone, issued_by, pdf)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
    T (id), T (issue->patient), T (issue->kind), T (issue->language), T (issue->paper), D (issue->sheet_date),
    T (has_time ? issue->sheet_time : NULL), T (issue->protocol_hash), T (issue->formula_id),
    issue->formula_id != NULL ? I (issue->formula_version) : T (NULL), T (issue->session_plan),
    issue->session_n > 0 ? I (issue->session_n) : T (NULL), I (issue->pages), T (sha256), T (context->now), T (context->zone),
    T (staff), B (issue->pdf));
}

/**
 * meso_handout_repository_insert:
 * @issue: the sheet with its bytes as printed
 *
 * Returns: (transfer full): the new id
 */
char *
meso_handout_repository_insert (MesoStoreContext *context, const char *staff, const MesoHandoutIssue *issue, GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, issue->pdf);
  g_autoptr(MesoAuditBody) body = meso_audit_body_new ();

  meso_audit_body_add (body, "patient", NULL, issue->patient);
  meso_audit_body_add (body, "kind", NULL, issue->kind);
  meso_audit_body_add (body, "language", NULL, issue->language);
  meso_audit_body_add_date (body, "sheet_date", MESO_CALENDAR_DATE_NONE, issue->sheet_date);
  meso_audit_body_add (body, "sha256", NULL, sha256);
  if (!insert_row (context, staff, id, sha256, issue, error)
      || !meso_audit_log_append (context, staff, "print", "handout", id, "", meso_audit_body_get (body), error))
    return NULL;
  meso_store_context_changed (context, "handout", id);
  return g_steal_pointer (&id);
}

static MesoHandoutIssue *
read_issue (MesoSqliteStatement *row)
{
  MesoHandoutIssue *issue = g_new0 (MesoHandoutIssue, 1);

  issue->id = meso_sqlite_statement_dup_text (row, 0);
  issue->patient = meso_sqlite_statement_dup_text (row, 1);
  issue->kind = meso_sqlite_statement_dup_text (row, 2);
  issue->language = meso_sqlite_statement_dup_text (row, 3);
  issue->paper = meso_sqlite_statement_dup_text (row, 4);
  issue->sheet_date = meso_sqlite_statement_get_date (row, 5);
  issue->sheet_time = g_strdup (meso_sqlite_statement_is_null (row, 6) ? "" : meso_sqlite_statement_peek_text (row, 6));
  issue->protocol_hash = meso_sqlite_statement_dup_text (row, 7);
  issue->formula_id = meso_sqlite_statement_dup_text (row, 8);
  issue->formula_version = (int) meso_sqlite_statement_get_int (row, 9);
  issue->session_plan = meso_sqlite_statement_dup_text (row, 10);
  issue->session_n = (int) meso_sqlite_statement_get_int (row, 11);
  issue->pages = (int) meso_sqlite_statement_get_int (row, 12);
  issue->sha256 = meso_sqlite_statement_dup_text (row, 13);
  issue->issued_at = meso_sqlite_statement_dup_text (row, 14);
  issue->issued_by = meso_sqlite_statement_dup_text (row, 15);
  return issue;
}

/**
 * meso_handout_repository_get:
 *
 * Returns: (transfer full): the sheet with its bytes; %MESO_STORE_ERROR_NO_RECORD when there is none
 */
MesoHandoutIssue *
meso_handout_repository_get (MesoStoreContext *context, const char *id, GError **error)
{
  g_autoptr(MesoSqliteStatement) row =
    meso_store_context_query (context, error, "SELECT " COLUMNS ", pdf FROM handout_issue WHERE id = $1", T (id));
  MesoHandoutIssue *issue;

  if (row == NULL)
    return NULL;
  if (!meso_sqlite_statement_next (row))
    {
      if (meso_sqlite_statement_finish (row, error))
        meso_store_context_set_no_record (error, "sheet", id);
      return NULL;
    }
  issue = read_issue (row);
  issue->pdf = meso_sqlite_statement_dup_blob (row, 16);
  return issue;
}

/**
 * meso_handout_repository_mark_entered_in_error:
 * @id: a sheet that was kept and never reached anybody
 * @reason: why, not empty
 *
 * The sheet stays, with the mark beside it; it counts no more.
 */
gboolean
meso_handout_repository_mark_entered_in_error (MesoStoreContext *context, const char *staff, const char *id, const char *reason,
                                               GError **error)
{
  return meso_entered_in_error_mark (context, staff, "handout", id, reason, error);
}

/**
 * meso_handout_repository_list:
 *
 * Returns: (transfer full) (element-type MesoHandoutIssue): those that count, newest first, without the bytes
 */
GPtrArray *
meso_handout_repository_list (MesoStoreContext *context, const char *patient, GError **error)
{
  g_autoptr(GPtrArray) issues = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_handout_issue_free);
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT " COLUMNS " FROM handout_issue WHERE patient " IS_OF_PERSON ("$1")
    " AND NOT EXISTS (SELECT 1 FROM entered_in_error WHERE entity = 'handout' AND entity_id = handout_issue.id)"
    " ORDER BY issued_at DESC, id", T (patient));

  if (rows == NULL)
    return NULL;
  while (meso_sqlite_statement_next (rows))
    g_ptr_array_add (issues, read_issue (rows));
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&issues) : NULL;
}
