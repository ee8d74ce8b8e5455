/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-sqlite-connection.h"

#include <sqlite3.h>

#include "meso-sqlite-error.h"
#include "meso-store-error.h"

/* How many instructions of SQLite's run between two looks at the cancel flag: about a tenth of a millisecond. */
#define OPS_BETWEEN_LOOKS 1000

/* Half of what the window may need on top of an empty one; the system keeps the rest of the file at hand. */
#define SMALL_CACHE "PRAGMA cache_size = -32768;"
#define LARGE_CACHE "PRAGMA cache_size = -131072;"

struct _MesoSqliteConnection
{
  sqlite3 *handle;
  GHashTable *statements;   /* their SQL → MesoSqliteStatement */
  sqlite3_backup *backup;   /* (nullable): a copy in the making */
};

static gboolean
configure (sqlite3 *handle, GError **error)
{
  static const struct { int option; int value; } options[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    {
      int now = -1;
      int code = sqlite3_db_config (handle, options[i].option, options[i].value, &now);

      if (code != SQLITE_OK || now != options[i].value)
        {
          meso_sqlite_error_set (error, handle, code, "setting up the connection");
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
expect_pragma (MesoSqliteConnection *self, const char *sql, const char *expected, GError **error)
{
  g_autoptr(MesoSqliteStatement) statement = meso_sqlite_connection_query (self, sql, meso_sqlite_no_values, error);

  if (statement == NULL)
    return FALSE;
  if (meso_sqlite_statement_next (statement) && g_strcmp0 (meso_sqlite_statement_peek_text (statement, 0), expected) == 0)
    return TRUE;
  if (meso_sqlite_statement_finish (statement, error))
    g_set_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_INTERNAL, "The database didn't accept “%s”. %s", sql,
                 meso_store_error_get_sentence (MESO_STORE_ERROR_INTERNAL));
  return FALSE;
}

/* Order matters: the lock is asked for before the log is looked at, so that no shared memory is ever made, and taken for
 * good before anything else. */
static gboolean
lock_for_good (MesoSqliteConnection *self, GError **error)
{
  return expect_pragma (self, "PRAGMA locking_mode = EXCLUSIVE", "exclusive", error)
         && expect_pragma (self, "PRAGMA journal_mode = WAL", "wal", error)
         && meso_sqlite_connection_run_script (self, "BEGIN IMMEDIATE; COMMIT;", error);
}

static gboolean
set_pragmas (MesoSqliteConnection *self, MesoSqliteOpen how, GError **error)
{
  static const char common[] =
    "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY;" SMALL_CACHE
    /* REPLACE must not get round the triggers that keep signed rows. */
    "PRAGMA recursive_triggers = ON;";
  static const char live[] = "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 67108864;";
  /* Nobody knows the name yet: what isn't finished is thrown away, and what is finished is synced by hand. A copy of a
   * database in use says that it has a log: here it loses that, and is one file. */
  static const char make[] =
    "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA secure_delete = ON;";

  switch (how)
    {
    case MESO_SQLITE_OPEN_LIVE:
      return meso_sqlite_connection_run_script (self, common, error)
             && meso_sqlite_connection_run_script (self, live, error)
             && expect_pragma (self, "PRAGMA synchronous", "2", error)
             && expect_pragma (self, "PRAGMA foreign_keys", "1", error)
             && expect_pragma (self, "PRAGMA secure_delete", "1", error);
    case MESO_SQLITE_OPEN_MAKE:
      /* First of all: the other pragmas read the file, which in a log's mode would ask for shared memory. */
      return meso_sqlite_connection_run_script (self, make, error)
             && meso_sqlite_connection_run_script (self, common, error);
    case MESO_SQLITE_OPEN_LOOK:
      return meso_sqlite_connection_run_script (self, common, error)
             && meso_sqlite_connection_run_script (self, "PRAGMA query_only = ON;", error);
    default:
      g_assert_not_reached ();
    }
}

/* A file that was refused is left as it was found, with its log. */
void
meso_sqlite_connection_keep_file (MesoSqliteConnection *self)
{
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
}

static gboolean
open_handle (MesoSqliteConnection *self, const char *path, MesoSqliteOpen how, GError **error)
{
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE;
  /* Copies may lie where locks don't work, and nobody else has them open. */
  const char *vfs = how == MESO_SQLITE_OPEN_LIVE ? "unix" : "unix-none";
  int code;

  flags |= how == MESO_SQLITE_OPEN_LOOK ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  if (how == MESO_SQLITE_OPEN_MAKE)
    flags |= SQLITE_OPEN_CREATE;
  code = sqlite3_open_v2 (path, &self->handle, flags, vfs);
  if (code == SQLITE_OK)
    return configure (self->handle, error);
  meso_sqlite_error_set (error, self->handle, code, "opening the file");
  return FALSE;
}

/**
 * meso_sqlite_connection_new:
 * @path: the file
 *
 * Opens a file with every setting of the house, checked one by one. On failure the file is as it was:
 * a log that was left behind stays too.
 */
MesoSqliteConnection *
meso_sqlite_connection_new (const char *path, MesoSqliteOpen how, GError **error)
{
  g_autoptr(MesoSqliteConnection) self = g_new0 (MesoSqliteConnection, 1);

  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) meso_sqlite_statement_destroy);
  if (!open_handle (self, path, how, error))
    return NULL;
  if ((how == MESO_SQLITE_OPEN_LIVE && !lock_for_good (self, error)) || !set_pragmas (self, how, error))
    {
      meso_sqlite_connection_keep_file (self);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * meso_sqlite_connection_close:
 *
 * Closes the file; @self is good for nothing but meso_sqlite_connection_free() then. When a statement is
 * still in use somewhere the file stays open and locked, and closing may be tried again.
 *
 * Returns: whether the file is closed
 */
gboolean
meso_sqlite_connection_close (MesoSqliteConnection *self, GError **error)
{
  int code;

  meso_sqlite_connection_backup_end (self);
  g_clear_pointer (&self->statements, g_hash_table_unref);
  code = sqlite3_close (self->handle);
  if (code != SQLITE_OK)
    {
      meso_sqlite_error_set (error, self->handle, code, "closing the file");
      return FALSE;
    }
  self->handle = NULL;
  return TRUE;
}

/**
 * meso_sqlite_connection_free:
 * @self: (transfer full): a connection, closed or not
 */
void
meso_sqlite_connection_free (MesoSqliteConnection *self)
{
  if (!meso_sqlite_connection_close (self, NULL))
    g_critical ("a statement outlived its database connection");
  g_free (self);
}

static MesoSqliteStatement *
borrow_statement (MesoSqliteConnection *self, const char *sql, GError **error)
{
  MesoSqliteStatement *statement = g_hash_table_lookup (self->statements, sql);
  gboolean busy = FALSE;

  if (statement != NULL)
    {
      if (meso_sqlite_statement_borrow (statement, TRUE))
        return statement;
      busy = TRUE;
    }
  statement = meso_sqlite_statement_new (self->handle, sql, error);
  if (statement == NULL)
    return NULL;
  meso_sqlite_statement_borrow (statement, !busy);
  if (!busy)
    g_hash_table_insert (self->statements, (char *) sql, statement);
  return statement;
}

MesoSqliteStatement *
meso_sqlite_connection_query (MesoSqliteConnection *self, const char *sql, const MesoSqliteValue *values, gsize n_values,
                              GError **error)
{
  MesoSqliteStatement *statement = borrow_statement (self, sql, error);

  if (statement != NULL)
    meso_sqlite_statement_bind (statement, values, n_values);
  return statement;
}

/**
 * meso_sqlite_connection_execute:
 * @sql: one static statement
 *
 * Runs it to its end; rows that it gives are passed over.
 *
 * Returns: whether it ran
 */
gboolean
meso_sqlite_connection_execute (MesoSqliteConnection *self, const char *sql, const MesoSqliteValue *values, gsize n_values,
                                GError **error)
{
  g_autoptr(MesoSqliteStatement) statement = meso_sqlite_connection_query (self, sql, values, n_values, error);

  if (statement == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (statement))
    continue;
  return meso_sqlite_statement_finish (statement, error);
}

/**
 * meso_sqlite_connection_run_script:
 * @sql: statements without values
 *
 * Returns: whether all of them ran; those before one that failed did
 */
gboolean
meso_sqlite_connection_run_script (MesoSqliteConnection *self, const char *sql, GError **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  meso_sqlite_error_set (error, self->handle, code, NULL);
  return FALSE;
}

/**
 * meso_sqlite_connection_get_int:
 * @sql: one static statement without values
 * @value_out: (out): the first column of the first row, 0 without a row
 *
 * Returns: whether it ran
 */
gboolean
meso_sqlite_connection_get_int (MesoSqliteConnection *self, const char *sql, gint64 *value_out, GError **error)
{
  g_autoptr(MesoSqliteStatement) statement = meso_sqlite_connection_query (self, sql, meso_sqlite_no_values, error);

  if (statement == NULL)
    return FALSE;
  *value_out = meso_sqlite_statement_next (statement) ? meso_sqlite_statement_get_int (statement, 0) : 0;
  return meso_sqlite_statement_finish (statement, error);
}

/**
 * meso_sqlite_connection_set_references:
 * @hold: whether every reference must name a row that is there
 *
 * SQLite passes over a change within a transaction without a word: it is looked at afterwards.
 *
 * Returns: whether it is so now
 */
gboolean
meso_sqlite_connection_set_references (MesoSqliteConnection *self, gboolean hold, GError **error)
{
  return meso_sqlite_connection_run_script (self, hold ? "PRAGMA foreign_keys = ON" : "PRAGMA foreign_keys = OFF", error)
         && expect_pragma (self, "PRAGMA foreign_keys", hold ? "1" : "0", error);
}

/**
 * meso_sqlite_connection_set_large:
 * @large: whether very much is being written
 *
 * An import may take more memory than a window that stands open all day: what fits into it needn't be written twice.
 */
void
meso_sqlite_connection_set_large (MesoSqliteConnection *self, gboolean large)
{
  meso_sqlite_connection_run_script (self, large ? LARGE_CACHE : SMALL_CACHE, NULL);
}

/**
 * meso_sqlite_connection_in_transaction:
 *
 * Returns: whether a transaction is open
 */
gboolean
meso_sqlite_connection_in_transaction (MesoSqliteConnection *self)
{
  return !sqlite3_get_autocommit (self->handle);
}

static int
look_at_flag (void *cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

/**
 * meso_sqlite_connection_set_cancellable:
 * @cancellable: (nullable): looked at while statements run; must outlive its being set
 *
 * Statements fail with %G_IO_ERROR_CANCELLED once it is cancelled.
 */
void
meso_sqlite_connection_set_cancellable (MesoSqliteConnection *self, GCancellable *cancellable)
{
  if (cancellable != NULL)
    sqlite3_progress_handler (self->handle, OPS_BETWEEN_LOOKS, look_at_flag, cancellable);
  else
    sqlite3_progress_handler (self->handle, 0, NULL, NULL);
}

/**
 * meso_sqlite_connection_count_rows:
 * @table: a table's name
 * @rows_out: (out): how many rows it holds
 *
 * Returns: whether they could be counted
 */
gboolean
meso_sqlite_connection_count_rows (MesoSqliteConnection *self, const char *table, gint64 *rows_out, GError **error)
{
  /* A name can't be bound; SQLite's own quoting of one is used, and the statement isn't kept. */
  char *sql = sqlite3_mprintf ("SELECT count(*) FROM \"%w\"", table);
  g_autoptr(MesoSqliteStatement) statement = meso_sqlite_statement_new (self->handle, sql, error);

  sqlite3_free (sql);
  if (statement == NULL)
    return FALSE;
  meso_sqlite_statement_borrow (statement, FALSE);
  *rows_out = meso_sqlite_statement_next (statement) ? meso_sqlite_statement_get_int (statement, 0) : 0;
  return meso_sqlite_statement_finish (statement, error);
}

/**
 * meso_sqlite_connection_backup_begin:
 * @target: where the copy goes; stays open until meso_sqlite_connection_backup_end()
 *
 * Returns: whether a copy has begun; %MESO_STORE_ERROR_BUSY while another one is being made
 */
gboolean
meso_sqlite_connection_backup_begin (MesoSqliteConnection *self, MesoSqliteConnection *target, GError **error)
{
  if (self->backup != NULL)
    {
      g_set_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_BUSY, "Another backup is being made. %s",
                   meso_store_error_get_sentence (MESO_STORE_ERROR_BUSY));
      return FALSE;
    }
  self->backup = sqlite3_backup_init (target->handle, "main", self->handle, "main");
  if (self->backup != NULL)
    return TRUE;
  meso_sqlite_error_set (error, target->handle, sqlite3_extended_errcode (target->handle), "starting a copy");
  return FALSE;
}

gboolean
meso_sqlite_connection_backup_step (MesoSqliteConnection *self, int pages, gboolean *done_out, int *remaining_out,
                                    int *total_out, GError **error)
{
  int code;

  g_assert (self->backup != NULL && !meso_sqlite_connection_in_transaction (self));

  code = sqlite3_backup_step (self->backup, pages);
  *done_out = code == SQLITE_DONE;
  *remaining_out = sqlite3_backup_remaining (self->backup);
  *total_out = sqlite3_backup_pagecount (self->backup);
  if (code == SQLITE_OK || code == SQLITE_DONE)
    return TRUE;
  meso_sqlite_error_set (error, NULL, code, "copying");
  return FALSE;
}

void
meso_sqlite_connection_backup_end (MesoSqliteConnection *self)
{
  sqlite3_backup_finish (g_steal_pointer (&self->backup));
}
