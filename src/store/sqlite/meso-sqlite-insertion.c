/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-sqlite-connection.h"

/* One statement inserts so many rows: what it sets up, such as the sets that columns are compared with, is set up once for all of
 * them. What is left over at the end goes row by row, so that there are no more than two statements for a table. */
#define ROWS_AT_ONCE 32

/* (transfer none): kept for good, as a statement's text must be */
static const char *
make_sql (const char *into, gsize n_columns, gsize n_rows)
{
  g_autoptr(GString) sql = g_string_new ("INSERT INTO ");

  g_string_append (sql, into);
  g_string_append (sql, " VALUES ");
  for (gsize i = 0; i < n_rows * n_columns; i++)
    {
      g_string_append (sql, i % n_columns > 0 ? ", ?" : i > 0 ? ", (?" : "(?");
      if ((i + 1) % n_columns == 0)
        g_string_append_c (sql, ')');
    }
  return g_intern_string (sql->str);
}

/**
 * meso_sqlite_connection_insert:
 * @into: a table and its columns, "table (column, column)", static text
 * @values: row by row
 * @n_columns: how many values a row has
 *
 * For many rows: several with each statement. When one of them can't be, the unit of work must fail.
 *
 * Returns: whether all rows are there
 */
gboolean
meso_sqlite_connection_insert (MesoSqliteConnection *self, const char *into, const MesoSqliteValue *values, gsize n_columns,
                               gsize n_rows, GError **error)
{
  const char *many = n_rows >= ROWS_AT_ONCE ? make_sql (into, n_columns, ROWS_AT_ONCE) : NULL;
  const char *one = n_rows % ROWS_AT_ONCE > 0 ? make_sql (into, n_columns, 1) : NULL;

  while (n_rows > 0)
    {
      gsize n = n_rows >= ROWS_AT_ONCE ? ROWS_AT_ONCE : 1;

      if (!meso_sqlite_connection_execute (self, n > 1 ? many : one, values, n * n_columns, error))
        return FALSE;
      values += n * n_columns;
      n_rows -= n;
    }
  return TRUE;
}
