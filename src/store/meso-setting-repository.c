/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-setting-repository.h"

#include "meso-audit-body.h"
#include "meso-audit-log.h"
#include "meso-store-private.h"

/**
 * meso_setting_repository_get:
 *
 * Returns: (transfer full) (nullable): the value; %NULL without error when it was never set
 */
char *
meso_setting_repository_get (MesoStoreContext *context, const char *key, GError **error)
{
  g_autoptr(MesoSqliteStatement) row =
    meso_store_context_query (context, error, "SELECT value FROM clinic_setting WHERE key = $1", T (key));

  if (row == NULL)
    return NULL;
  if (meso_sqlite_statement_next (row))
    return meso_sqlite_statement_dup_text (row, 0);
  meso_sqlite_statement_finish (row, error);
  return NULL;
}

/**
 * meso_setting_repository_set:
 * @key: which setting
 * @value: (nullable): %NULL takes it back
 *
 * Sets one of the clinic's settings; old and new value go into the audit.
 */
gboolean
meso_setting_repository_set (MesoStoreContext *context, const char *staff, const char *key, const char *value, GError **error)
{
  g_autoptr(GError) failed = NULL;
  g_autofree char *old = meso_setting_repository_get (context, key, &failed);
  g_autoptr(MesoAuditBody) body = meso_audit_body_new ();

  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  if (g_strcmp0 (old, value) == 0)
    return TRUE;
  meso_audit_body_add (body, "value", old, value);
  meso_store_context_changed (context, "setting", key);
  return (value != NULL
            ? meso_store_context_execute (context, error,
                "INSERT INTO clinic_setting (key, value) VALUES ($1, $2)"
                " ON CONFLICT (key) DO UPDATE SET value = excluded.value", T (key), T (value))
            : meso_store_context_execute (context, error, "DELETE FROM clinic_setting WHERE key = $1", T (key)))
         && meso_audit_log_append (context, staff, "update", "setting", key, "", meso_audit_body_get (body), error);
}

/**
 * meso_setting_repository_get_all:
 *
 * Returns: (transfer full) (element-type utf8 utf8): every setting that has a value
 */
GHashTable *
meso_setting_repository_get_all (MesoStoreContext *context, GError **error)
{
  g_autoptr(GHashTable) settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(MesoSqliteStatement) rows =
    meso_store_context_query_plain (context, error, "SELECT key, value FROM clinic_setting");

  if (rows == NULL)
    return NULL;
  while (meso_sqlite_statement_next (rows))
    g_hash_table_insert (settings, meso_sqlite_statement_dup_text (rows, 0), meso_sqlite_statement_dup_text (rows, 1));
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&settings) : NULL;
}
