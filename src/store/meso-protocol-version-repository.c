/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-version-repository.h"

#include "meso-audit-body.h"
#include "meso-audit-log.h"
#include "meso-store-private.h"

#define COLUMNS "SELECT v.number, v.previous, v.action, v.author, s.name, v.at, v.reason, v.protocol" \
                " FROM protocol_version v JOIN staff s ON s.id = v.author"

/**
 * meso_protocol_version_repository_insert:
 * @author: id of a physician who works here
 * @previous: (nullable): the newest version so far; %NULL for what ships
 * @action: "change", "import" or "review"
 * @hash: the content as a whole, which is in the archive
 * @reason: "" is fine for a review only
 *
 * Returns: the new version's number, or 0 with %MESO_STORE_ERROR_REFUSED
 */
guint
meso_protocol_version_repository_insert (MesoStoreContext *context, const char *author, const MesoProtocolVersion *previous,
                                         const char *action, const char *hash, const char *reason, GError **error)
{
  guint number = previous != NULL ? previous->number + 1 : 1;
  g_autofree char *id = g_strdup_printf ("%u", number);
  g_autoptr(MesoAuditBody) body = meso_audit_body_new ();
  gboolean stored = previous == NULL
    ? meso_store_context_execute (context, error,
        "INSERT INTO protocol_version (number, protocol, action, author, at, reason) VALUES ($1, $2, $3, $4, $5, $6)",
        I (number), T (hash), T (action), T (author), T (context->now), T (reason))
    : meso_store_context_execute (context, error,
        "INSERT INTO protocol_version (number, previous, protocol, action, author, at, reason)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7)",
        I (number), I (previous->number), T (hash), T (action), T (author), T (context->now), T (reason));

  if (!stored)
    return 0;
  meso_audit_body_add (body, "content", previous != NULL ? previous->hash : NULL, hash);
  meso_store_context_changed (context, "protocol", id);
  return meso_audit_log_append (context, author, action, "protocol", id, reason, meso_audit_body_get (body), error) ? number : 0;
}

static MesoProtocolVersion *
read_version (MesoSqliteStatement *row)
{
  MesoProtocolVersion *self = g_new0 (MesoProtocolVersion, 1);

  self->number = meso_sqlite_statement_get_int (row, 0);
  self->previous = meso_sqlite_statement_get_int (row, 1);
  self->action = meso_sqlite_statement_dup_text (row, 2);
  self->author = meso_sqlite_statement_dup_text (row, 3);
  self->author_name = meso_sqlite_statement_dup_text (row, 4);
  self->at_utc = meso_sqlite_statement_dup_text (row, 5);
  self->reason = meso_sqlite_statement_dup_text (row, 6);
  self->hash = meso_sqlite_statement_dup_text (row, 7);
  return self;
}

static GPtrArray *
read_all (MesoSqliteStatement *rows, GError **error)
{
  g_autoptr(GPtrArray) versions = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_protocol_version_free);

  if (rows == NULL)
    return NULL;
  while (meso_sqlite_statement_next (rows))
    g_ptr_array_add (versions, read_version (rows));
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&versions) : NULL;
}

/**
 * meso_protocol_version_repository_list:
 *
 * Returns: (transfer full) (element-type MesoProtocolVersion): all versions of the clinic's protocol, newest first
 */
GPtrArray *
meso_protocol_version_repository_list (MesoStoreContext *context, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query_plain (context, error, COLUMNS " ORDER BY v.number DESC");

  return read_all (rows, error);
}

/**
 * meso_protocol_version_repository_get_newest:
 *
 * Returns: (transfer full) (nullable): the version in use; %NULL without error when the clinic works with what ships
 */
MesoProtocolVersion *
meso_protocol_version_repository_get_newest (MesoStoreContext *context, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows =
    meso_store_context_query_plain (context, error, COLUMNS " ORDER BY v.number DESC LIMIT 1");
  g_autoptr(GPtrArray) versions = read_all (rows, error);

  return versions != NULL && versions->len > 0 ? g_ptr_array_steal_index (versions, 0) : NULL;
}

/**
 * meso_protocol_version_repository_get:
 * @number: from 1
 *
 * Returns: (transfer full): the version, or %NULL with %MESO_STORE_ERROR_NO_RECORD
 */
MesoProtocolVersion *
meso_protocol_version_repository_get (MesoStoreContext *context, guint number, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows =
    meso_store_context_query (context, error, COLUMNS " WHERE v.number = $1", I (number));
  g_autoptr(GPtrArray) versions = read_all (rows, error);
  g_autofree char *id = g_strdup_printf ("%u", number);

  if (versions == NULL)
    return NULL;
  if (versions->len > 0)
    return g_ptr_array_steal_index (versions, 0);
  meso_store_context_set_no_record (error, "version of the protocol", id);
  return NULL;
}
