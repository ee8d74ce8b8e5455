/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-archive-repository.h"

#include "meso-audit-body.h"
#include "meso-audit-log.h"
#include "meso-store-private.h"

static gboolean
is_archived (MesoStoreContext *context, const char *hash, gboolean *is_out, GError **error)
{
  g_autoptr(MesoSqliteStatement) row =
    meso_store_context_query (context, error, "SELECT 1 FROM protocol_archive WHERE hash = $1", T (hash));

  if (row == NULL)
    return FALSE;
  *is_out = meso_sqlite_statement_next (row);
  return meso_sqlite_statement_finish (row, error);
}

/**
 * meso_protocol_archive_repository_store:
 * @protocol: the content in use
 * @documents: (element-type MesoProtocolDocument): what it was read from
 *
 * Keeps the content of the time, so that what was concluded with it can be evaluated again. Documents
 * whose content isn't that of @protocol are the caller's mistake.
 */
gboolean
meso_protocol_archive_repository_store (MesoStoreContext *context, const char *staff, const MesoProtocol *protocol,
                                        const GPtrArray *documents, GError **error)
{
  const char *hash = meso_protocol_get_hash (protocol);
  const char *version = meso_protocol_get_version (protocol);
  g_autoptr(MesoAuditBody) body = meso_audit_body_new ();
  gboolean archived = FALSE;

  if (!is_archived (context, hash, &archived, error))
    return FALSE;
  if (archived)
    return TRUE;
  /* Children first: the header seals them. */
  for (guint i = 0; i < documents->len; i++)
    {
      const MesoProtocolDocument *document = g_ptr_array_index (documents, i);

      if (!meso_store_context_execute (context, error,
            "INSERT INTO protocol_document (protocol, name, bytes) VALUES ($1, $2, $3)",
            T (hash), T (document->name), B (document->bytes)))
        return FALSE;
    }
  meso_audit_body_add (body, "version", NULL, version);
  meso_store_context_changed (context, "protocol", hash);
  return meso_store_context_execute (context, error,
           "INSERT INTO protocol_archive (hash, version, archived_at) VALUES ($1, $2, $3)",
           T (hash), T (version), T (context->now))
         && meso_audit_log_append (context, staff, "archive", "protocol", hash, "", meso_audit_body_get (body), error);
}

/**
 * meso_protocol_archive_repository_load:
 *
 * Returns: (transfer full) (element-type MesoProtocolDocument): the content of the time, in the order of names
 */
GPtrArray *
meso_protocol_archive_repository_load (MesoStoreContext *context, const char *hash, GError **error)
{
  g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_protocol_document_free);
  g_autoptr(MesoSqliteStatement) rows = NULL;
  gboolean archived = FALSE;

  if (!is_archived (context, hash, &archived, error))
    return NULL;
  if (!archived)
    {
      meso_store_context_set_no_record (error, "archived content", hash);
      return NULL;
    }
  rows = meso_store_context_query (context, error,
    "SELECT name, bytes FROM protocol_document WHERE protocol = $1 ORDER BY name", T (hash));
  if (rows == NULL)
    return NULL;
  while (meso_sqlite_statement_next (rows))
    {
      g_autoptr(GBytes) bytes = meso_sqlite_statement_dup_blob (rows, 1);
      g_ptr_array_add (documents, meso_protocol_document_new (meso_sqlite_statement_peek_text (rows, 0), bytes));
    }
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&documents) : NULL;
}
