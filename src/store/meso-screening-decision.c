/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-screening-repository.h"

#include "meso-audit-body.h"
#include "meso-audit-log.h"
#include "meso-staff-repository.h"
#include "meso-store-private.h"

/**
 * meso_screening_repository_decide:
 * @staff: the physician who signs
 * @decision: what they decided; only a clearance carries the clearance's fields
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
  if (!meso_store_context_execute (context, error,
        "INSERT INTO screening_decision (id, screening, kind, rule, reason, clearance_from, clearance_document, clearance_date,"
        " clearance_expires, role, licence_number, decided_at, decided_zone, decided_by)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        T (id), T (decision->screening), T (kind), T (decision->rule), T (reason), T (decision->clearance_from),
        T (decision->clearance_document), D (decision->clearance_date), D (decision->clearance_expires),
        T (meso_role_to_string (signer->role)), T (signer->licence_number), T (context->now), T (context->zone), T (staff))
      || !meso_audit_log_append (context, staff, "decide", "screening-decision", id, reason, meso_audit_body_get (body), error))
    return NULL;
  meso_store_context_changed (context, "decision", id);
  return g_steal_pointer (&id);
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
    " decided_by, decided_at FROM screening_decision WHERE screening = $1"
    " AND NOT EXISTS (SELECT 1 FROM entered_in_error WHERE entity = 'screening-decision' AND entity_id = screening_decision.id)"
    " ORDER BY decided_at, id", T (screening));

  if (rows == NULL)
    return NULL;
  while (meso_sqlite_statement_next (rows))
    g_ptr_array_add (decisions, read_decision (rows));
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&decisions) : NULL;
}
