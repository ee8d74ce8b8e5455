/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-repository.h"

#include "meso-audit-body.h"
#include "meso-audit-log.h"
#include "meso-patient-index.h"
#include "meso-store-private.h"

/**
 * meso_patient_repository_link:
 * @duplicate: the record that is to stand for another
 * @kept: the record it stands for
 * @reason: how it was found out, not empty
 */
gboolean
meso_patient_repository_link (MesoStoreContext *context, const char *staff, const char *duplicate, const char *kept,
                              const char *reason, GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr(MesoAuditBody) body = meso_audit_body_new ();

  meso_audit_body_add (body, "kept", NULL, kept);
  if (!meso_store_context_execute (context, error,
        "INSERT INTO patient_link (id, duplicate, kept, reason, linked_at, linked_by) VALUES ($1, $2, $3, $4, $5, $6)",
        T (id), T (duplicate), T (kept), T (reason), T (context->now), T (staff))
      || !meso_patient_index_renew (context->connection, duplicate, error)
      || !meso_audit_log_append (context, staff, "link", "patient", duplicate, reason, meso_audit_body_get (body), error))
    return FALSE;
  meso_store_context_changed (context, "patient", duplicate);
  meso_store_context_changed (context, "patient", kept);
  return TRUE;
}

static char *
dup_kept (MesoStoreContext *context, const char *duplicate, gboolean must, GError **error)
{
  g_autoptr(MesoSqliteStatement) row = meso_store_context_query (context, error,
    "SELECT kept FROM patient_link WHERE duplicate = $1 AND unlinked_at IS NULL", T (duplicate));

  if (row == NULL)
    return NULL;
  if (meso_sqlite_statement_next (row))
    return meso_sqlite_statement_dup_text (row, 0);
  if (meso_sqlite_statement_finish (row, error) && must)
    meso_store_context_set_no_record (error, "merge of patient", duplicate);
  return NULL;
}

/**
 * meso_patient_repository_unlink:
 *
 * Takes a merge back; it stays on file with @reason.
 *
 * Returns: whether it is done
 */
gboolean
meso_patient_repository_unlink (MesoStoreContext *context, const char *staff, const char *duplicate, const char *reason,
                                GError **error)
{
  g_autofree char *kept = dup_kept (context, duplicate, TRUE, error);
  g_autoptr(MesoAuditBody) body = meso_audit_body_new ();

  if (kept == NULL)
    return FALSE;
  meso_audit_body_add (body, "kept", kept, NULL);
  if (!meso_store_context_execute (context, error,
        "UPDATE patient_link SET unlinked_at = $2, unlinked_by = $3, unlink_reason = $4"
        " WHERE duplicate = $1 AND unlinked_at IS NULL", T (duplicate), T (context->now), T (staff), T (reason))
      || !meso_patient_index_renew (context->connection, duplicate, error)
      || !meso_patient_index_renew (context->connection, kept, error)
      || !meso_audit_log_append (context, staff, "unlink", "patient", duplicate, reason, meso_audit_body_get (body), error))
    return FALSE;
  meso_store_context_changed (context, "patient", duplicate);
  meso_store_context_changed (context, "patient", kept);
  return TRUE;
}

/**
 * meso_patient_repository_resolve:
 *
 * Returns: (transfer full): the id of the record that @id stands for, over any number of merges
 */
char *
meso_patient_repository_resolve (MesoStoreContext *context, const char *id, GError **error)
{
  g_autoptr(MesoPatient) patient = meso_patient_repository_get (context, id, error);
  g_autofree char *at = NULL;

  if (patient == NULL)
    return NULL;
  /* The schema allows no circle. */
  at = g_strdup (id);
  while (TRUE)
    {
      g_autoptr(GError) failed = NULL;
      char *next = dup_kept (context, at, FALSE, &failed);

      if (failed != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failed));
          return NULL;
        }
      if (next == NULL)
        return g_steal_pointer (&at);
      g_free (at);
      at = next;
    }
}
