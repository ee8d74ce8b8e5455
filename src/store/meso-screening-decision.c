/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-screening-repository.h"

#include "meso-audit-body.h"
#include "meso-audit-log.h"
#include "meso-staff-repository.h"
#include "meso-store-private.h"

static gboolean
insert_file (MesoStoreContext *context, const char *staff, const char *decision, const MesoClearanceFile *file, GError **error)
{
  return meso_store_context_execute (context, error,
    "INSERT INTO clearance_file (decision, name, content_type, sha256, size, added_at, added_zone, added_by, bytes)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    T (decision), T (file->name), T (meso_clearance_file_type_to_string (file->type)), T (file->sha256), I (file->size),
    T (context->now), T (context->zone), T (staff), B (file->bytes));
}

/**
 * meso_screening_repository_decide:
 * @staff: the physician who signs
 * @decision: what they decided; only a clearance carries the clearance's fields, and perhaps its file with its bytes
 *
 * The schema refuses what may not be: who isn't a physician, an override of a block, one without a
 * reason (%MESO_STORE_ERROR_REFUSED).
 *
 * Returns: (transfer full): the new id
 */
char *
meso_screening_repository_decide (MesoStoreContext *context, const char *staff, const MesoScreeningDecision *decision,
                                  GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr(MesoStaff) signer = meso_staff_repository_get (context, staff, error);
  g_autoptr(MesoAuditBody) body = meso_audit_body_new ();
  const char *kind = meso_decision_kind_to_string (decision->kind);
  const char *reason = decision->reason != NULL ? decision->reason : "";

  if (signer == NULL)
    return NULL;
  meso_audit_body_add (body, "screening", NULL, decision->screening);
  meso_audit_body_add (body, "kind", NULL, kind);
  meso_audit_body_add (body, "rule", NULL, decision->rule);
  meso_audit_body_add (body, "clearance_from", NULL, decision->clearance_from);
  if (decision->clearance_file != NULL)
    meso_audit_body_add (body, "clearance_file", NULL, decision->clearance_file->sha256);
  if (!meso_store_context_execute (context, error,
        "INSERT INTO screening_decision (id, screening, kind, rule, reason, clearance_from, clearance_document, clearance_date,"
        " clearance_expires, role, licence_number, decided_at, decided_zone, decided_by)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        T (id), T (decision->screening), T (kind), T (decision->rule), T (reason), T (decision->clearance_from),
        T (decision->clearance_document), D (decision->clearance_date), D (decision->clearance_expires),
        T (meso_role_to_string (signer->role)), T (signer->licence_number), T (context->now), T (context->zone), T (staff))
      || (decision->clearance_file != NULL && !insert_file (context, staff, id, decision->clearance_file, error))
      || !meso_audit_log_append (context, staff, "decide", "screening-decision", id, reason, meso_audit_body_get (body), error))
    return NULL;
  meso_store_context_changed (context, "decision", id);
  return g_steal_pointer (&id);
}

/* (nullable): from the first column on: name, type, hash, size */
static MesoClearanceFile *
read_file (MesoSqliteStatement *row, int first)
{
  MesoClearanceFile *file;

  if (meso_sqlite_statement_peek_text (row, first + 1) == NULL)
    return NULL;
  file = g_new0 (MesoClearanceFile, 1);
  file->name = meso_sqlite_statement_dup_text (row, first);
  meso_clearance_file_type_from_string (meso_sqlite_statement_peek_text (row, first + 1), &file->type);
  file->sha256 = meso_sqlite_statement_dup_text (row, first + 2);
  file->size = meso_sqlite_statement_get_int (row, first + 3);
  return file;
}

static MesoScreeningDecision *
read_decision (MesoSqliteStatement *row)
{
  MesoScreeningDecision *decision = g_new0 (MesoScreeningDecision, 1);

  decision->id = meso_sqlite_statement_dup_text (row, 0);
  decision->screening = meso_sqlite_statement_dup_text (row, 1);
  meso_decision_kind_from_string (meso_sqlite_statement_peek_text (row, 2), &decision->kind);
  decision->rule = meso_sqlite_statement_dup_text (row, 3);
  decision->reason = meso_sqlite_statement_dup_text (row, 4);
  decision->clearance_from = meso_sqlite_statement_dup_text (row, 5);
  decision->clearance_document = meso_sqlite_statement_dup_text (row, 6);
  decision->clearance_date = meso_sqlite_statement_get_date (row, 7);
  decision->clearance_expires = meso_sqlite_statement_get_date (row, 8);
  decision->decided_by = meso_sqlite_statement_dup_text (row, 9);
  decision->decided_at = meso_sqlite_statement_dup_text (row, 10);
  decision->clearance_file = read_file (row, 11);
  return decision;
}

/**
 * meso_screening_repository_list_decisions:
 *
 * Returns: (transfer full) (element-type MesoScreeningDecision): those that count, oldest first; one that was entered in error
 *   counts no more
 */
GPtrArray *
meso_screening_repository_list_decisions (MesoStoreContext *context, const char *screening, GError **error)
{
  g_autoptr(GPtrArray) decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_screening_decision_free);
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT id, screening, kind, rule, reason, clearance_from, clearance_document, clearance_date, clearance_expires,"
    " decided_by, decided_at, file.name, file.content_type, file.sha256, file.size"
    " FROM screening_decision LEFT JOIN clearance_file file ON file.decision = screening_decision.id WHERE screening = $1"
    " AND NOT EXISTS (SELECT 1 FROM entered_in_error WHERE entity = 'screening-decision' AND entity_id = screening_decision.id)"
    " ORDER BY decided_at, id", T (screening));

  if (rows == NULL)
    return NULL;
  while (meso_sqlite_statement_next (rows))
    g_ptr_array_add (decisions, read_decision (rows));
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&decisions) : NULL;
}

/**
 * meso_screening_repository_load_clearance_file:
 * @decision: a clearance's id
 *
 * Returns: (transfer full): its file with its bytes; %MESO_STORE_ERROR_NO_RECORD without one, %MESO_STORE_ERROR_DAMAGED when it
 *   isn't what was stored
 */
MesoClearanceFile *
meso_screening_repository_load_clearance_file (MesoStoreContext *context, const char *decision, GError **error)
{
  g_autoptr(MesoClearanceFile) file = NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr(MesoSqliteStatement) row = meso_store_context_query (context, error,
    "SELECT name, content_type, sha256, size, bytes FROM clearance_file WHERE decision = $1", T (decision));

  if (row == NULL)
    return NULL;
  if (!meso_sqlite_statement_next (row))
    {
      if (meso_sqlite_statement_finish (row, error))
        meso_store_context_set_no_record (error, "clearance file", decision);
      return NULL;
    }
  file = read_file (row, 0);
  file->bytes = meso_sqlite_statement_dup_blob (row, 4);
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, file->bytes);
  if (g_str_equal (sha256, file->sha256))
    return g_steal_pointer (&file);
  g_set_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_DAMAGED, "The file isn't what was stored. %s",
               meso_store_error_get_sentence (MESO_STORE_ERROR_DAMAGED));
  return NULL;
}
