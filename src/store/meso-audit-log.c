/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-audit-log.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "meso-audit-chain.h"
#include "meso-store-private.h"

/**
 * meso_audit_entry_free:
 * @self: (transfer full): an entry
 */
void
meso_audit_entry_free (MesoAuditEntry *self)
{
  g_free (self->at_utc);
  g_free (self->staff);
  g_free (self->action);
  g_free (self->entity);
  g_free (self->entity_id);
  g_free (self->reason);
  g_free (self->body);
  g_free (self->hash);
  g_free (self);
}

/**
 * meso_audit_verification_free:
 * @self: (transfer full): a result
 */
void
meso_audit_verification_free (MesoAuditVerification *self)
{
  g_free (self->problem);
  g_free (self->head);
  g_free (self);
}

#define SALT_BYTES 16

#define AUDIT_COLUMNS "audit (seq, at_utc, staff, action, entity, entity_id, reason, payload_digest, prev, hash)"
#define PAYLOAD_COLUMNS "audit_payload (seq, salt, body)"

/* The system's random bytes: without a salt, a short value such as a sex or a day could be guessed from its digest after it
 * was erased. */
static GBytes *
make_salt (void)
{
  guint8 salt[SALT_BYTES];

  /* So few at once never fail on a system that this runs on; what isn't chance must not be taken for it. */
  if (getentropy (salt, sizeof salt) != 0)
    g_error ("The system gives no random bytes: %s", g_strerror (errno));
  return g_bytes_new (salt, sizeof salt);
}

static gboolean
read_head (MesoStoreContext *context, gint64 *seq_out, char **hash_out, GError **error)
{
  g_autoptr(MesoSqliteStatement) head =
    meso_store_context_query_plain (context, error, "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1");

  if (head == NULL)
    return FALSE;
  if (meso_sqlite_statement_next (head))
    {
      *seq_out = meso_sqlite_statement_get_int (head, 0);
      *hash_out = meso_sqlite_statement_dup_text (head, 1);
    }
  else
    {
      *seq_out = 0;
      *hash_out = g_strdup (MESO_AUDIT_CHAIN_START);
    }
  return meso_sqlite_statement_finish (head, error);
}

/**
 * meso_audit_log_append:
 * @staff: who did it
 * @action: what was done
 * @entity: to what kind of record
 * @entity_id: which one
 * @reason: why, "" when none is due
 * @body: (nullable): old and new values as JSON
 *
 * Adds a row to the audit, in the transaction of what it tells of.
 */
gboolean
meso_audit_log_append (MesoStoreContext *context, const char *staff, const char *action, const char *entity,
                       const char *entity_id, const char *reason, const char *body, GError **error)
{
  g_autoptr(GBytes) salt = body != NULL ? make_salt () : NULL;
  g_autofree char *digest = body != NULL ? meso_audit_chain_digest (salt, body) : g_strdup ("");
  g_autofree char *prev = NULL;
  g_autofree char *hash = NULL;
  MesoAuditRow row = {
    .at_utc = context->now, .staff = staff, .action = action, .entity = entity, .entity_id = entity_id,
    .reason = reason != NULL ? reason : "", .payload_digest = digest,
  };

  if (!read_head (context, &row.seq, &prev, error))
    return FALSE;
  row.seq++;
  row.prev = prev;
  hash = meso_audit_chain_hash (&row);
  return meso_store_context_execute (context, error,
           "INSERT INTO " AUDIT_COLUMNS " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
           I (row.seq), T (row.at_utc), T (staff), T (action), T (entity), T (entity_id), T (row.reason), T (digest),
           T (prev), T (hash))
         && (body == NULL
             || meso_store_context_execute (context, error,
                  "INSERT INTO " PAYLOAD_COLUMNS " VALUES ($1, $2, $3)", I (row.seq), B (salt), T (body)));
}

/* What the rows of meso_audit_log_append_many () borrow */
typedef struct
{
  GArray *rows;         /* MesoSqliteValue */
  GArray *payloads;     /* the same */
  GPtrArray *texts;
  GPtrArray *salts;
} Lot;

/* prev_inout: the hash of the row before; then that of this one, both owned by the lot */
static void
add_to_lot (Lot *lot, MesoStoreContext *context, gint64 seq, const char **prev_inout, const char *staff, const char *action,
            const char *entity, const MesoAuditNote *note)
{
  GBytes *salt = make_salt ();
  char *digest = meso_audit_chain_digest (salt, note->body);
  MesoAuditRow row = {
    .seq = seq, .at_utc = context->now, .staff = staff, .action = action, .entity = entity, .entity_id = note->entity_id,
    .reason = "", .payload_digest = digest, .prev = *prev_inout,
  };
  char *hash = meso_audit_chain_hash (&row);
  const MesoSqliteValue values[] = { I (seq), T (row.at_utc), T (staff), T (action), T (entity), T (note->entity_id), T (row.reason),
                                     T (digest), T (*prev_inout), T (hash) };
  const MesoSqliteValue payload[] = { I (seq), B (salt), T (note->body) };

  g_ptr_array_add (lot->salts, salt);
  g_ptr_array_add (lot->texts, digest);
  g_ptr_array_add (lot->texts, hash);
  g_array_append_vals (lot->rows, values, G_N_ELEMENTS (values));
  g_array_append_vals (lot->payloads, payload, G_N_ELEMENTS (payload));
  *prev_inout = hash;
}

/**
 * meso_audit_log_append_many:
 * @action: what was done
 * @entity: to what kind of record
 * @notes: (element-type MesoAuditNote): to which ones, in their order
 *
 * A row for each note, as meso_audit_log_append () makes them, several with each statement.
 *
 * Returns: whether all rows are there
 */
gboolean
meso_audit_log_append_many (MesoStoreContext *context, const char *staff, const char *action, const char *entity, const GArray *notes,
                            GError **error)
{
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (MesoSqliteValue));
  g_autoptr(GArray) payloads = g_array_new (FALSE, FALSE, sizeof (MesoSqliteValue));
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) salts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autofree char *head = NULL;
  const char *prev;
  gint64 seq = 0;

  if (notes->len == 0)
    return TRUE;
  if (!read_head (context, &seq, &head, error))
    return FALSE;
  prev = head;
  for (guint i = 0; i < notes->len; i++)
    add_to_lot (&(Lot) { rows, payloads, texts, salts }, context, seq + 1 + i, &prev, staff, action, entity,
                &g_array_index (notes, MesoAuditNote, i));
  return meso_sqlite_connection_insert (context->connection, AUDIT_COLUMNS, (const MesoSqliteValue *) rows->data,
                                        rows->len / notes->len, notes->len, error)
         && meso_sqlite_connection_insert (context->connection, PAYLOAD_COLUMNS, (const MesoSqliteValue *) payloads->data,
                                           payloads->len / notes->len, notes->len, error);
}

static MesoAuditEntry *
read_entry (MesoSqliteStatement *row)
{
  MesoAuditEntry *entry = g_new0 (MesoAuditEntry, 1);

  entry->seq = meso_sqlite_statement_get_int (row, 0);
  entry->at_utc = meso_sqlite_statement_dup_text (row, 1);
  entry->staff = meso_sqlite_statement_dup_text (row, 2);
  entry->action = meso_sqlite_statement_dup_text (row, 3);
  entry->entity = meso_sqlite_statement_dup_text (row, 4);
  entry->entity_id = meso_sqlite_statement_dup_text (row, 5);
  entry->reason = meso_sqlite_statement_dup_text (row, 6);
  entry->body = meso_sqlite_statement_dup_text (row, 8);
  entry->erased = *meso_sqlite_statement_peek_text (row, 7) != '\0' && entry->body == NULL;
  entry->hash = meso_sqlite_statement_dup_text (row, 9);
  return entry;
}

/**
 * meso_audit_log_list:
 * @entity: (nullable): only this kind of record
 * @entity_id: (nullable): only this one
 * @limit: at most so many, 0 for all
 *
 * Returns: (transfer full) (element-type MesoAuditEntry): newest first
 */
GPtrArray *
meso_audit_log_list (MesoStoreContext *context, const char *entity, const char *entity_id, guint limit, GError **error)
{
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_audit_entry_free);
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT a.seq, a.at_utc, a.staff, a.action, a.entity, a.entity_id, a.reason, a.payload_digest, p.body, a.hash"
    " FROM audit a LEFT JOIN audit_payload p ON p.seq = a.seq"
    " WHERE ($1 IS NULL OR a.entity = $1) AND ($2 IS NULL OR a.entity_id = $2) ORDER BY a.seq DESC LIMIT $3",
    T (entity), T (entity_id), I (limit > 0 ? (gint64) limit : G_MAXINT64));

  if (rows == NULL)
    return NULL;
  while (meso_sqlite_statement_next (rows))
    g_ptr_array_add (entries, read_entry (rows));
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&entries) : NULL;
}

/**
 * meso_audit_log_verify:
 *
 * Returns: (transfer full): what the walk over the whole chain found; a broken chain is no error
 */
MesoAuditVerification *
meso_audit_log_verify (MesoStoreContext *context, GError **error)
{
  return meso_audit_chain_verify (context->connection, error);
}

static gboolean
has_payload (MesoStoreContext *context, gint64 seq, gboolean *has_out, GError **error)
{
  g_autoptr(MesoSqliteStatement) row =
    meso_store_context_query (context, error, "SELECT 1 FROM audit_payload WHERE seq = $1", I (seq));

  if (row == NULL)
    return FALSE;
  *has_out = meso_sqlite_statement_next (row);
  return meso_sqlite_statement_finish (row, error);
}

/**
 * meso_audit_log_erase:
 * @seq: whose old and new values to take away
 * @reason: the legal ground, not empty
 *
 * A legal erasure, itself recorded. There is no way back.
 */
gboolean
meso_audit_log_erase (MesoStoreContext *context, const char *staff, gint64 seq, const char *reason, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, seq);
  gboolean has = FALSE;

  if (!has_payload (context, seq, &has, error))
    return FALSE;
  if (!has)
    {
      meso_store_context_set_no_record (error, "audit row with values", id);
      return FALSE;
    }
  meso_store_context_changed (context, "audit", id);
  return meso_audit_log_append (context, staff, "erase", "audit", id, reason, NULL, error)
         && meso_store_context_execute (context, error, "DELETE FROM audit_payload WHERE seq = $1", I (seq));
}

/**
 * meso_audit_log_erase_row:
 * @seq: whose reason, and old and new values, to take away
 * @reason: the legal ground, not empty
 *
 * A legal erasure, itself recorded. There is no way back.
 */
gboolean
meso_audit_log_erase_row (MesoStoreContext *context, const char *staff, gint64 seq, const char *reason, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, seq);

  meso_store_context_changed (context, "audit", id);
  return meso_audit_log_append (context, staff, "erase", "audit", id, reason, NULL, error)
         && meso_store_context_execute (context, error, "DELETE FROM audit_payload WHERE seq = $1", I (seq))
         && meso_store_context_execute (context, error, "UPDATE audit SET reason = $2 WHERE seq = $1 AND reason <> ''", I (seq),
                                        T (MESO_AUDIT_ERASED_REASON));
}
