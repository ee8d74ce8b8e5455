/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "bench-bare-store.h"

/* What one save writes, in the order of writing. The first column that is read says which save a row belongs to; the others are
 * written, as they stand, into the columns named, or all. */
static const struct
{
  const char *read;
  const char *into;
  gboolean by_audit;        /* ?1 is a row of the audit, not a patient */
} tables[] = {
  { "SELECT number, * FROM patient WHERE number > ?1 ORDER BY number", "patient", FALSE },
  { "SELECT patient, place, patient, archived FROM patient_order WHERE patient > ?1 ORDER BY patient", "patient_order", FALSE },
  { "SELECT o.patient, s.rowid, s.name, s.other, s.digits FROM patient_order o JOIN patient_search s ON s.rowid = o.place"
    " WHERE o.patient > ?1 ORDER BY o.patient", "patient_search (rowid, name, other, digits)", FALSE },
  { "SELECT number, key, number FROM patient_twin_key WHERE number > ?1 ORDER BY number", "patient_twin_key", FALSE },
  { "SELECT seq, * FROM audit WHERE seq > ?1 ORDER BY seq", "audit", TRUE },
  { "SELECT seq, * FROM audit_payload WHERE seq > ?1 ORDER BY seq", "audit_payload", TRUE },
};

#define N_TABLES ((int) G_N_ELEMENTS (tables))

struct _BenchBareStore
{
  sqlite3 *handle;
  GPtrArray *statements;    /* our own; SQLite's full text search has some too */
  sqlite3_stmt *begin;
  sqlite3_stmt *number;
  sqlite3_stmt *writes[G_N_ELEMENTS (tables)];  /* made at the first save */
  sqlite3_stmt *commit;
};

typedef struct
{
  int table;
  GPtrArray *values;        /* sqlite3_value */
} Row;

struct _BenchBareSave
{
  GPtrArray *rows;          /* Row */
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
    "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY;"
    "PRAGMA recursive_triggers = ON; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"
    "PRAGMA journal_size_limit = 67108864; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;";
  BenchBareStore *self = g_new0 (BenchBareStore, 1);
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE;

  self->statements = g_ptr_array_new_with_free_func (finalize);
  check (self, sqlite3_open_v2 (path, &self->handle, flags, NULL), SQLITE_OK);
  check (self, sqlite3_exec (self->handle, settings, NULL, NULL, NULL), SQLITE_OK);
  self->begin = bench_bare_store_prepare (self, "BEGIN IMMEDIATE");
  self->number = bench_bare_store_prepare (self, "UPDATE number_sequence SET next = next + 1 WHERE name = 'file-number'");
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
row_free (gpointer data)
{
  Row *row = data;

  g_ptr_array_unref (row->values);
  g_free (row);
}

static void
save_free (gpointer data)
{
  BenchBareSave *save = data;

  g_ptr_array_unref (save->rows);
  g_free (save);
}

static BenchBareSave *
save_new (void)
{
  BenchBareSave *save = g_new0 (BenchBareSave, 1);

  save->rows = g_ptr_array_new_with_free_func (row_free);
  return save;
}

static Row *
read_row (sqlite3_stmt *statement, int table)
{
  Row *row = g_new0 (Row, 1);

  row->table = table;
  row->values = g_ptr_array_new_with_free_func ((GDestroyNotify) sqlite3_value_free);
  for (int column = 1; column < sqlite3_column_count (statement); column++)
    g_ptr_array_add (row->values, sqlite3_value_dup (sqlite3_column_value (statement, column)));
  return row;
}

/* Saves follow one another; the first table has one row of each. */
static void
read_table (BenchBareStore *self, int table, gint64 after, GPtrArray *saves)
{
  sqlite3_stmt *statement = bench_bare_store_prepare (self, tables[table].read);
  gint64 last = after;
  guint n_saves = 0;

  sqlite3_bind_int64 (statement, 1, after);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      gint64 owner = sqlite3_column_int64 (statement, 0);

      n_saves += owner != last;
      last = owner;
      if (table == 0)
        g_ptr_array_add (saves, save_new ());
      g_assert_cmpuint (n_saves, <=, saves->len);
      g_ptr_array_add (((BenchBareSave *) g_ptr_array_index (saves, n_saves - 1))->rows, read_row (statement, table));
    }
  g_assert_cmpuint (n_saves, ==, saves->len);
  sqlite3_reset (statement);
}

GPtrArray *
bench_bare_store_read_saves (BenchBareStore *self, gint64 after_patient, gint64 after_audit)
{
  GPtrArray *saves = g_ptr_array_new_with_free_func (save_free);

  for (int table = 0; table < N_TABLES; table++)
    read_table (self, table, tables[table].by_audit ? after_audit : after_patient, saves);
  return saves;
}

static void
run (BenchBareStore *self, sqlite3_stmt *statement)
{
  check (self, sqlite3_step (statement), SQLITE_DONE);
  sqlite3_reset (statement);
}

static sqlite3_stmt *
get_write (BenchBareStore *self, const Row *row)
{
  g_autoptr(GString) sql = NULL;

  if (self->writes[row->table] != NULL)
    return self->writes[row->table];
  sql = g_string_new (NULL);
  g_string_printf (sql, "INSERT INTO %s VALUES (?1", tables[row->table].into);
  for (guint column = 2; column <= row->values->len; column++)
    g_string_append_printf (sql, ", ?%u", column);
  g_string_append_c (sql, ')');
  self->writes[row->table] = bench_bare_store_prepare (self, sql->str);
  return self->writes[row->table];
}

void
bench_bare_store_save (BenchBareStore *self, const BenchBareSave *save)
{
  run (self, self->begin);
  run (self, self->number);
  for (guint i = 0; i < save->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (save->rows, i);

      for (guint column = 0; column < row->values->len; column++)
        sqlite3_bind_value (get_write (self, row), (int) column + 1, g_ptr_array_index (row->values, column));
      run (self, get_write (self, row));
    }
  run (self, self->commit);
}
