/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-draft-repository.h"

#include "meso-store-private.h"

/**
 * meso_draft_repository_put:
 * @entity: what is being written
 * @key: which one
 * @text: JSON
 *
 * Keeps what someone is typing, in the place of what was kept before.
 */
gboolean
meso_draft_repository_put (MesoStoreContext *context, const char *staff, const char *entity, const char *key, const char *text,
                           GError **error)
{
  g_autofree char *id = g_strconcat (entity, "/", key, NULL);

  meso_store_context_changed (context, "draft", id);
  return meso_store_context_execute (context, error,
    "INSERT INTO draft (entity, key, text, staff, updated_at) VALUES ($1, $2, $3, $4, $5)"
    " ON CONFLICT (entity, key) DO UPDATE SET text = excluded.text, staff = excluded.staff, updated_at = excluded.updated_at",
    T (entity), T (key), T (text), T (staff), T (context->now));
}

static MesoDraft *
read_draft (MesoSqliteStatement *row)
{
  MesoDraft *draft = g_new0 (MesoDraft, 1);

  draft->entity = meso_sqlite_statement_dup_text (row, 0);
  draft->key = meso_sqlite_statement_dup_text (row, 1);
  draft->text = meso_sqlite_statement_dup_text (row, 2);
  draft->staff = meso_sqlite_statement_dup_text (row, 3);
  draft->updated_at = meso_sqlite_statement_dup_text (row, 4);
  return draft;
}

/**
 * meso_draft_repository_get:
 *
 * Returns: (transfer full) (nullable): the draft; %NULL without error when there is none
 */
MesoDraft *
meso_draft_repository_get (MesoStoreContext *context, const char *entity, const char *key, GError **error)
{
  g_autoptr(MesoSqliteStatement) row = meso_store_context_query (context, error,
    "SELECT entity, key, text, staff, updated_at FROM draft WHERE entity = $1 AND key = $2", T (entity), T (key));

  if (row == NULL)
    return NULL;
  if (meso_sqlite_statement_next (row))
    return read_draft (row);
  meso_sqlite_statement_finish (row, error);
  return NULL;
}

/**
 * meso_draft_repository_remove:
 *
 * Forgets a draft; one that isn't there is forgotten already.
 *
 * Returns: whether it is gone
 */
gboolean
meso_draft_repository_remove (MesoStoreContext *context, const char *entity, const char *key, GError **error)
{
  g_autofree char *id = g_strconcat (entity, "/", key, NULL);

  meso_store_context_changed (context, "draft", id);
  return meso_store_context_execute (context, error, "DELETE FROM draft WHERE entity = $1 AND key = $2", T (entity), T (key));
}

/**
 * meso_draft_repository_list:
 *
 * Returns: (transfer full) (element-type MesoDraft): newest first
 */
GPtrArray *
meso_draft_repository_list (MesoStoreContext *context, GError **error)
{
  g_autoptr(GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_draft_free);
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query_plain (context, error,
    "SELECT entity, key, text, staff, updated_at FROM draft ORDER BY updated_at DESC, entity, key");

  if (rows == NULL)
    return NULL;
  while (meso_sqlite_statement_next (rows))
    g_ptr_array_add (drafts, read_draft (rows));
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&drafts) : NULL;
}
