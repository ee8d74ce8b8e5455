/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "bench-bare-store.h"

enum { PATIENT, SEARCH, AUDIT, PAYLOAD, N_TABLES };

static const struct
{
  const char *read;
  const char *write;
  int n_columns;
} tables[N_TABLES] = {
  { "SELECT * FROM patient WHERE number > ?1 ORDER BY number",
    "INSERT INTO patient VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,"
    " ?20)", 20 },
  { "SELECT rowid, name, other, digits FROM patient_search WHERE rowid > ?1 ORDER BY rowid",
    "INSERT INTO patient_search (rowid, name, other, digits) VALUES (?1, ?2, ?3, ?4)", 4 },
  { "SELECT * FROM audit WHERE seq > ?1 ORDER BY seq",
    "INSERT INTO audit VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)", 10 },
  { "SELECT * FROM audit_payload WHERE seq > ?1 ORDER BY seq",
    "INSERT INTO audit_payload VALUES (?1, ?2, ?3)", 3 },
};

#define MOST_COLUMNS 20

struct _BenchBareStore
{
  sqlite3 *handle;
  GPtrArray *statements;    /* our own; SQLite's full text search has some too */
  sqlite3_stmt *begin;
  sqlite3_stmt *number;
  sqlite3_stmt *writes[N_TABLES];
  sqlite3_stmt *commit;
};

struct _BenchBareSave
{
  sqlite3_value *values[N_TABLES][MOST_COLUMNS];
};

static void
check (BenchBareStore *self, int code, int wanted)
{
  if (code != wanted)
    g_error ("bare SQLite: %s", sqlite3_errmsg (self->handle));
}

static void
finalize (gpointer statement)
{
  sqlite3_finalize (statement);
}

sqlite3_stmt *
bench_bare_store_prepare (BenchBareStore *self, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  check (self, sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL), SQLITE_OK);
  g_ptr_array_add (self->statements, statement);
  return statement;
}

/* As the program opens its file, in the same order. */
BenchBareStore *
bench_bare_store_open (const char *path)
{
  static const char settings[] =
    "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; BEGIN IMMEDIATE; COMMIT;"
    "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;"
    "PRAGMA recursive_triggers = ON; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"
    "PRAGMA journal_size_limit = 67108864; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;";
  BenchBareStore *self = g_new0 (BenchBareStore, 1);
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE;

  self->statements = g_ptr_array_new_with_free_func (finalize);
  check (self, sqlite3_open_v2 (path, &self->handle, flags, NULL), SQLITE_OK);
  check (self, sqlite3_exec (self->handle, settings, NULL, NULL, NULL), SQLITE_OK);
  self->begin = bench_bare_store_prepare (self, "BEGIN IMMEDIATE");
  self->number = bench_bare_store_prepare (self, "UPDATE number_sequence SET next = next + 1 WHERE name = 'file-number'");
  for (int i = 0; i < N_TABLES; i++)
    self->writes[i] = bench_bare_store_prepare (self, tables[i].write);
  self->commit = bench_bare_store_prepare (self, "COMMIT");
  return self;
}

void
bench_bare_store_close (BenchBareStore *self)
{
  g_ptr_array_unref (self->statements);
  check (self, sqlite3_close (self->handle), SQLITE_OK);
  g_free (self);
}

gint64
bench_bare_store_count (BenchBareStore *self, const char *sql)
{
  sqlite3_stmt *statement = bench_bare_store_prepare (self, sql);
  gint64 count;

  check (self, sqlite3_step (statement), SQLITE_ROW);
  count = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return count;
}

static void
save_free (gpointer data)
{
  BenchBareSave *save = data;

  for (int table = 0; table < N_TABLES; table++)
    for (int column = 0; column < tables[table].n_columns; column++)
      sqlite3_value_free (save->values[table][column]);
  g_free (save);
}

static void
read_table (BenchBareStore *self, int table, gint64 after, GPtrArray *saves)
{
  sqlite3_stmt *statement = bench_bare_store_prepare (self, tables[table].read);
  guint n_rows = 0;

  g_assert_cmpint (sqlite3_column_count (statement), ==, tables[table].n_columns);
  sqlite3_bind_int64 (statement, 1, after);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      BenchBareSave *save;

      if (table == PATIENT)
        g_ptr_array_add (saves, g_new0 (BenchBareSave, 1));
      g_assert_cmpuint (n_rows, <, saves->len);
      save = g_ptr_array_index (saves, n_rows++);
      for (int column = 0; column < tables[table].n_columns; column++)
        save->values[table][column] = sqlite3_value_dup (sqlite3_column_value (statement, column));
    }
  g_assert_cmpuint (n_rows, ==, saves->len);
  sqlite3_reset (statement);
}

GPtrArray *
bench_bare_store_read_saves (BenchBareStore *self, gint64 after_patient, gint64 after_audit)
{
  GPtrArray *saves = g_ptr_array_new_with_free_func (save_free);

  for (int table = 0; table < N_TABLES; table++)
    read_table (self, table, table == PATIENT || table == SEARCH ? after_patient : after_audit, saves);
  return saves;
}

static void
run (BenchBareStore *self, sqlite3_stmt *statement)
{
  check (self, sqlite3_step (statement), SQLITE_DONE);
  sqlite3_reset (statement);
}

void
bench_bare_store_save (BenchBareStore *self, const BenchBareSave *save)
{
  run (self, self->begin);
  run (self, self->number);
  for (int table = 0; table < N_TABLES; table++)
    {
      for (int column = 0; column < tables[table].n_columns; column++)
        sqlite3_bind_value (self->writes[table], column + 1, save->values[table][column]);
      run (self, self->writes[table]);
    }
  run (self, self->commit);
}
