/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-audit-chain.h"

#include <string.h>

static void
add_field (GChecksum *checksum, const char *text)
{
  g_autofree char *length = g_strdup_printf ("%" G_GSIZE_FORMAT ":", strlen (text));

  g_checksum_update (checksum, (const guchar *) length, -1);
  g_checksum_update (checksum, (const guchar *) text, -1);
  g_checksum_update (checksum, (const guchar *) ",", 1);
}

char *
meso_audit_chain_hash (const MesoAuditRow *row)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *seq = g_strdup_printf ("%" G_GINT64_FORMAT, row->seq);

  add_field (checksum, row->prev);
  add_field (checksum, seq);
  add_field (checksum, row->at_utc);
  add_field (checksum, row->staff);
  add_field (checksum, row->action);
  add_field (checksum, row->entity);
  add_field (checksum, row->entity_id);
  add_field (checksum, row->reason);
  add_field (checksum, row->payload_digest);
  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * meso_audit_chain_digest:
 *
 * Returns: (transfer full): SHA-256 of @salt followed by @body, in hexadecimal
 */
char *
meso_audit_chain_digest (GBytes *salt, const char *body)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, g_bytes_get_data (salt, NULL), (gssize) g_bytes_get_size (salt));
  g_checksum_update (checksum, (const guchar *) body, -1);
  return g_strdup (g_checksum_get_string (checksum));
}

static void
set_problem (MesoAuditVerification *result, gint64 seq, const char *problem)
{
  if (result->problem != NULL && result->first_bad <= seq)
    return;
  g_free (result->problem);
  result->first_bad = seq;
  result->problem = g_strdup (problem);
}

/* Columns: seq at_utc staff action entity entity_id reason payload_digest prev hash, salt body erased */
static const char *
find_problem (MesoSqliteStatement *row, gint64 expected_seq, const char *expected_prev)
{
  MesoAuditRow values = {
    .seq = meso_sqlite_statement_get_int (row, 0),
    .at_utc = meso_sqlite_statement_peek_text (row, 1),
    .staff = meso_sqlite_statement_peek_text (row, 2),
    .action = meso_sqlite_statement_peek_text (row, 3),
    .entity = meso_sqlite_statement_peek_text (row, 4),
    .entity_id = meso_sqlite_statement_peek_text (row, 5),
    .reason = meso_sqlite_statement_peek_text (row, 6),
    .payload_digest = meso_sqlite_statement_peek_text (row, 7),
    .prev = meso_sqlite_statement_peek_text (row, 8),
  };
  g_autofree char *hash = meso_audit_chain_hash (&values);
  g_autofree char *digest = NULL;
  g_autoptr(GBytes) salt = NULL;

  if (values.seq != expected_seq)
    return "rows before it are missing";
  if (strcmp (values.prev, expected_prev) != 0)
    return "it doesn't follow the row before it";
  /* Its reason was taken away: what it hashed to stands in the next row, but can't be worked out any more. */
  if (strcmp (hash, meso_sqlite_statement_peek_text (row, 9)) != 0
      && !(strcmp (values.reason, MESO_AUDIT_ERASED_REASON) == 0 && meso_sqlite_statement_get_int (row, 12) > 0))
    return "it isn't what was written";
  if (meso_sqlite_statement_is_null (row, 11))
    return *values.payload_digest == '\0' || meso_sqlite_statement_get_int (row, 12) > 0
             ? NULL : "its old and new values are missing, and no erasure is recorded";
  salt = meso_sqlite_statement_dup_blob (row, 10);
  digest = meso_audit_chain_digest (salt, meso_sqlite_statement_peek_text (row, 11));
  return strcmp (digest, values.payload_digest) == 0 ? NULL : "its old and new values aren't what was written";
}

static gboolean
walk_rows (MesoSqliteConnection *connection, MesoAuditVerification *result, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_sqlite_connection_query (connection,
    "SELECT a.seq, a.at_utc, a.staff, a.action, a.entity, a.entity_id, a.reason, a.payload_digest, a.prev, a.hash,"
    " p.salt, p.body, (SELECT count(*) FROM audit e WHERE e.entity = 'audit' AND e.entity_id = CAST (a.seq AS TEXT)"
    " AND e.action = 'erase') FROM audit a LEFT JOIN audit_payload p ON p.seq = a.seq ORDER BY a.seq",
    meso_sqlite_no_values, error);
  g_autofree char *prev = g_strdup (MESO_AUDIT_CHAIN_START);
  gint64 expected = 1;

  if (rows == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (rows))
    {
      const char *problem = find_problem (rows, expected, prev);

      if (problem != NULL)
        set_problem (result, meso_sqlite_statement_get_int (rows, 0), problem);
      expected = meso_sqlite_statement_get_int (rows, 0) + 1;
      g_free (prev);
      prev = meso_sqlite_statement_dup_text (rows, 9);
      result->entries++;
    }
  if (result->entries > 0)
    result->head = g_steal_pointer (&prev);
  return meso_sqlite_statement_finish (rows, error);
}

/* Each receipt knew the last hash of its day: a chain that was cut off, or made anew, shows there. */
static gboolean
compare_receipts (MesoSqliteConnection *connection, MesoAuditVerification *result, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_sqlite_connection_query (connection,
    "SELECT r.audit_seq FROM backup_receipt r LEFT JOIN audit a ON a.seq = r.audit_seq"
    " WHERE r.audit_seq > 0 AND (a.hash IS NULL OR a.hash <> r.audit_hash) ORDER BY r.audit_seq",
    meso_sqlite_no_values, error);

  if (rows == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (rows))
    set_problem (result, meso_sqlite_statement_get_int (rows, 0), "it isn't what a backup's receipt says it was");
  return meso_sqlite_statement_finish (rows, error);
}

/* Old and new values whose row is gone: the end of the chain was cut off. */
static gboolean
find_rows_cut_off (MesoSqliteConnection *connection, MesoAuditVerification *result, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_sqlite_connection_query (connection,
    "SELECT p.seq FROM audit_payload p LEFT JOIN audit a ON a.seq = p.seq WHERE a.seq IS NULL ORDER BY p.seq",
    meso_sqlite_no_values, error);

  if (rows == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (rows))
    set_problem (result, meso_sqlite_statement_get_int (rows, 0), "it is missing, and its old and new values are still there");
  return meso_sqlite_statement_finish (rows, error);
}

/**
 * meso_audit_chain_verify:
 *
 * Follows the chain from its first row to its last.
 *
 * Returns: (transfer full): how many rows there are, and the first that is wrong; %NULL when it could not be read
 */
MesoAuditVerification *
meso_audit_chain_verify (MesoSqliteConnection *connection, GError **error)
{
  g_autoptr(MesoAuditVerification) result = g_new0 (MesoAuditVerification, 1);

  if (!walk_rows (connection, result, error) || !find_rows_cut_off (connection, result, error) ||
      !compare_receipts (connection, result, error))
    return NULL;
  return g_steal_pointer (&result);
}
