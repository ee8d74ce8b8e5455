/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-sqlite-migrator.h"

#include "meso-store-error.h"

/**
 * meso_sqlite_migrator_get_version:
 * @version_out: (out): the version of the file's schema, 0 for an empty file
 *
 * Returns: whether it could be read
 */
gboolean
meso_sqlite_migrator_get_version (MesoSqliteConnection *connection, int *version_out, GError **error)
{
  gint64 version = 0;

  if (!meso_sqlite_connection_get_int (connection, "PRAGMA user_version", &version, error))
    return FALSE;
  *version_out = (int) version;
  return TRUE;
}

int
meso_sqlite_migrator_count (const MesoSqliteMigration *migrations)
{
  int count = 0;

  while (migrations[count].name != NULL)
    count++;
  return count;
}

/* Foreign keys are checked before the commit: a step may rebuild a table, and must leave every reference whole. */
static gboolean
check_references (MesoSqliteConnection *connection, GError **error)
{
  g_autoptr(MesoSqliteStatement) statement =
    meso_sqlite_connection_query (connection, "SELECT count(*) FROM pragma_foreign_key_check", meso_sqlite_no_values, error);

  if (statement == NULL)
    return FALSE;
  if (meso_sqlite_statement_next (statement) && meso_sqlite_statement_get_int (statement, 0) > 0)
    {
      g_set_error_literal (error, MESO_STORE_ERROR, MESO_STORE_ERROR_MIGRATION, "references between records broke");
      return FALSE;
    }
  return meso_sqlite_statement_finish (statement, error);
}

static gboolean
run_step (MesoSqliteConnection *connection, const MesoSqliteMigration *migration, int version, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (migration->sql, &size);
  g_autofree char *sql = g_strndup (data, size);
  /* A pragma takes no bound values; this one is our own small integer. */
  g_autofree char *set_version = g_strdup_printf ("PRAGMA user_version = %d", version);

  return meso_sqlite_connection_run_script (connection, "BEGIN IMMEDIATE", error)
         && meso_sqlite_connection_run_script (connection, sql, error)
         && meso_sqlite_connection_run_script (connection, set_version, error)
         && check_references (connection, error)
         && meso_sqlite_connection_run_script (connection, "COMMIT", error);
}

static gboolean
run_steps (MesoSqliteConnection *connection, const MesoSqliteMigration *migrations, int version, int newest, GError **error)
{
  for (; version < newest; version++)
    {
      g_autoptr(GError) why = NULL;

      if (run_step (connection, &migrations[version], version + 1, &why))
        continue;
      if (meso_sqlite_connection_in_transaction (connection))
        meso_sqlite_connection_run_script (connection, "ROLLBACK", NULL);
      g_set_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_MIGRATION,
                   "The file could not be brought to version %d (%s): %s. %s", version + 1, migrations[version].name,
                   why->message, meso_store_error_get_sentence (MESO_STORE_ERROR_MIGRATION));
      return FALSE;
    }
  return TRUE;
}

/**
 * meso_sqlite_migrator_run:
 * @migrations: (array zero-terminated=1): all steps there are
 *
 * Brings a file to the newest version. A step may rebuild a table that others refer to: foreign keys,
 * which can't be switched within a transaction, are off meanwhile and are checked before each commit. They
 * hold again on every way out.
 *
 * Returns: whether the file has the newest version
 */
gboolean
meso_sqlite_migrator_run (MesoSqliteConnection *connection, const MesoSqliteMigration *migrations, GError **error)
{
  int newest = meso_sqlite_migrator_count (migrations);
  int version = 0;
  gboolean done;

  if (!meso_sqlite_migrator_get_version (connection, &version, error))
    return FALSE;
  if (version > newest)
    {
      g_set_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_NEWER,
                   "The file has version %d, this program knows versions up to %d. %s", version, newest,
                   meso_store_error_get_sentence (MESO_STORE_ERROR_NEWER));
      return FALSE;
    }
  if (version == newest)
    return TRUE;
  if (!meso_sqlite_connection_set_references (connection, FALSE, error))
    return FALSE;
  done = run_steps (connection, migrations, version, newest, error);
  /* After a failure its reason counts, and the caller closes the file. */
  return meso_sqlite_connection_set_references (connection, TRUE, done ? error : NULL) && done;
}
