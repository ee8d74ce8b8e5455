/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-sqlite-connection.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "meso-store-error.h"
#include "meso-test-store.h"

/* A database of its own, without the clinic's schema. */
typedef struct
{
  char *folder;
  char *path;
  MesoSqliteConnection *connection;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("meso-test-XXXXXX", &error);
  fixture->path = g_build_filename (fixture->folder, "a.db", NULL);
  fixture->connection = meso_sqlite_connection_new (fixture->path, MESO_SQLITE_OPEN_MAKE, &error);
  g_assert_no_error (error);
  meso_sqlite_connection_run_script (fixture->connection,
                                     "CREATE TABLE t (a TEXT, b INTEGER, c BLOB, d TEXT) STRICT", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->connection, meso_sqlite_connection_free);
  meso_test_remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
test_values (Fixture *fixture, gconstpointer data)
{
  static const guint8 bytes[] = { 0, 1, 2, 0, 255 };
  g_autoptr(GBytes) blob = g_bytes_new_static (bytes, sizeof bytes);
  g_autoptr(GBytes) empty = g_bytes_new_static (NULL, 0);
  g_autoptr(GBytes) read = NULL;
  g_autoptr(GBytes) read_empty = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoSqliteStatement) rows = NULL;
  MesoCalendarDate day = { 2026, 11, 22 };

  /* Out of order: SQLite numbers parameters by where they first stand. */
  g_assert_true (meso_sqlite_connection_execute (fixture->connection, "INSERT INTO t (d, b, a, c) VALUES ($4, $2, $1, $3)",
                   meso_sqlite_values (T ("'; DROP TABLE t; --"), I (G_MININT64), B (blob), D (day)), &error));
  g_assert_no_error (error);
  g_assert_true (meso_sqlite_connection_execute (fixture->connection, "INSERT INTO t (a, b, c, d) VALUES ($1, $2, $3, $4)",
                   meso_sqlite_values (T (NULL), I (7), B (empty), D (MESO_CALENDAR_DATE_NONE)), &error));
  rows = meso_sqlite_connection_query (fixture->connection, "SELECT a, b, c, d FROM t ORDER BY b", meso_sqlite_no_values, &error);
  g_assert_no_error (error);
  g_assert_true (meso_sqlite_statement_next (rows));
  g_assert_cmpstr (meso_sqlite_statement_peek_text (rows, 0), ==, "'; DROP TABLE t; --");
  g_assert_cmpint (meso_sqlite_statement_get_int (rows, 1), ==, G_MININT64);
  read = meso_sqlite_statement_dup_blob (rows, 2);
  g_assert_true (g_bytes_equal (read, blob));
  g_assert_cmpint (meso_calendar_date_compare (meso_sqlite_statement_get_date (rows, 3), day), ==, 0);
  g_assert_true (meso_sqlite_statement_next (rows));
  g_assert_true (meso_sqlite_statement_is_null (rows, 0));
  g_assert_null (meso_sqlite_statement_peek_text (rows, 0));
  read_empty = meso_sqlite_statement_dup_blob (rows, 2);
  g_assert_nonnull (read_empty);
  g_assert_cmpuint (g_bytes_get_size (read_empty), ==, 0);
  g_assert_false (meso_calendar_date_is_set (meso_sqlite_statement_get_date (rows, 3)));
  g_assert_false (meso_sqlite_statement_next (rows));
  g_assert_true (meso_sqlite_statement_finish (rows, &error));
}

/* A statement that is being read is never reused by somebody further down. */
static void
test_borrowing (Fixture *fixture, gconstpointer data)
{
  static const char sql[] = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1) SELECT i FROM n";
  g_autoptr(GError) error = NULL;
  int outer_rows = 0, inner_rows = 0;
  MesoSqliteStatement *outer = meso_sqlite_connection_query (fixture->connection, sql, meso_sqlite_values (I (3)), &error);

  while (meso_sqlite_statement_next (outer))
    {
      g_autoptr(MesoSqliteStatement) inner =
        meso_sqlite_connection_query (fixture->connection, sql, meso_sqlite_values (I (2)), &error);

      g_assert_true (inner != outer);
      while (meso_sqlite_statement_next (inner))
        inner_rows++;
      outer_rows++;
    }
  g_assert_cmpint (outer_rows, ==, 3);
  g_assert_cmpint (inner_rows, ==, 6);
  meso_sqlite_statement_release (outer);
  {
    g_autoptr(MesoSqliteStatement) again =
      meso_sqlite_connection_query (fixture->connection, sql, meso_sqlite_values (I (1)), &error);

    /* The same one, with nothing left in it. */
    g_assert_true (again == outer);
    g_assert_true (meso_sqlite_statement_next (again));
    g_assert_false (meso_sqlite_statement_next (again));
  }
}

static void
test_failures_are_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gint64 value = 0;

  g_assert_null (meso_sqlite_connection_query (fixture->connection, "SELEKT 1", meso_sqlite_no_values, &error));
  g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_INTERNAL);
  g_clear_error (&error);
  /* STRICT tables take no text for a number. */
  g_assert_false (meso_sqlite_connection_execute (fixture->connection, "INSERT INTO t (b) VALUES ($1)",
                                                  meso_sqlite_values (T ("seven")), &error));
  g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (meso_sqlite_connection_get_int (fixture->connection, "SELECT abs (-9223372036854775807 - 1)", &value, &error));
  g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_INTERNAL);
  g_clear_error (&error);
  g_assert_true (meso_sqlite_connection_get_int (fixture->connection, "SELECT count(*) FROM t", &value, &error));
  g_assert_cmpint (value, ==, 0);
}

/* Whole statements' worth of rows and what is left over; one that can't be is told wherever it stands. */
static void
test_many_rows (Fixture *fixture, gconstpointer data)
{
  static const gsize counts[] = { 1, 31, 32, 33, 100 };
  g_autoptr(GError) error = NULL;
  gint64 rows = 0, expected = 0;
  MesoSqliteValue values[200];

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      for (gsize j = 0; j < counts[i]; j++)
        {
          values[2 * j] = I ((gint64) j);
          values[2 * j + 1] = T (j % 2 == 0 ? "even" : NULL);
        }
      g_assert_true (meso_sqlite_connection_insert (fixture->connection, "t (b, a)", values, 2, counts[i], &error));
      g_assert_no_error (error);
      expected += (gint64) counts[i];
    }
  g_assert_true (meso_sqlite_connection_insert (fixture->connection, "t (b, a)", NULL, 2, 0, &error));
  g_assert_true (meso_sqlite_connection_get_int (fixture->connection,
                   "SELECT count(*) FROM t WHERE a IS CASE b % 2 WHEN 0 THEN 'even' END", &rows, &error));
  g_assert_cmpint (rows, ==, expected);
  g_assert_true (meso_sqlite_connection_get_int (fixture->connection, "SELECT max (b) FROM t", &rows, &error));
  g_assert_cmpint (rows, ==, 99);

  for (gsize at = 0; at < 100; at += 33)
    {
      MesoSqliteValue right = values[2 * at];

      values[2 * at] = T ("seven");
      g_assert_false (meso_sqlite_connection_insert (fixture->connection, "t (b, a)", values, 2, 100, &error));
      g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_REFUSED);
      g_clear_error (&error);
      values[2 * at] = right;
    }
}

static void
test_only_looking (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoSqliteConnection) look = NULL;
  g_autofree char *missing = g_strconcat (fixture->path, "-missing", NULL);

  look = meso_sqlite_connection_new (fixture->path, MESO_SQLITE_OPEN_LOOK, &error);
  g_assert_no_error (error);
  g_assert_false (meso_sqlite_connection_run_script (look, "INSERT INTO t (a) VALUES ('x')", &error));
  g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  /* Neither looking at a file nor opening a live one ever makes it. */
  g_assert_null (meso_sqlite_connection_new (missing, MESO_SQLITE_OPEN_LOOK, &error));
  g_clear_error (&error);
  g_assert_null (meso_sqlite_connection_new (missing, MESO_SQLITE_OPEN_LIVE, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (g_access (missing, F_OK), !=, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/sqlite-connection/values", Fixture, NULL, set_up, test_values, tear_down);
  g_test_add ("/sqlite-connection/borrowing", Fixture, NULL, set_up, test_borrowing, tear_down);
  g_test_add ("/sqlite-connection/many-rows", Fixture, NULL, set_up, test_many_rows, tear_down);
  g_test_add ("/sqlite-connection/failures-are-told", Fixture, NULL, set_up, test_failures_are_told, tear_down);
  g_test_add ("/sqlite-connection/only-looking", Fixture, NULL, set_up, test_only_looking, tear_down);
  return g_test_run ();
}
