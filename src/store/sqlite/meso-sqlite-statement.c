/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-sqlite-statement.h"

#include <sqlite3.h>
#include <string.h>

#include "meso-sqlite-error.h"

struct _MesoSqliteStatement
{
  sqlite3 *connection;
  sqlite3_stmt *handle;
  int n_values;
  int *places;          /* where SQLite has `$1`, `$2` …: it numbers them by where they first stand; NULL where `?` stand in order */
  gboolean borrowed;
  gboolean cached;
  int code;             /* the first failure of binding or stepping; SQLITE_OK or SQLITE_DONE without one */
};

static void
find_places (MesoSqliteStatement *self)
{
  self->n_values = sqlite3_bind_parameter_count (self->handle);
  /* Hundreds of names would take long to look up. */
  if (self->n_values <= 0 || sqlite3_bind_parameter_name (self->handle, 1) == NULL)
    return;
  self->places = g_new (int, (gsize) self->n_values);
  for (int i = 0; i < self->n_values; i++)
    {
      g_autofree char *name = g_strdup_printf ("$%d", i + 1);

      self->places[i] = sqlite3_bind_parameter_index (self->handle, name);
      g_assert (self->places[i] > 0);
    }
}

MesoSqliteStatement *
meso_sqlite_statement_new (sqlite3 *connection, const char *sql, GError **error)
{
  sqlite3_stmt *handle = NULL;
  const char *tail = NULL;
  int code = sqlite3_prepare_v3 (connection, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, &tail);
  MesoSqliteStatement *self;

  if (code != SQLITE_OK)
    {
      meso_sqlite_error_set (error, connection, code, NULL);
      return NULL;
    }
  g_assert (handle != NULL && *tail == '\0');

  self = g_new0 (MesoSqliteStatement, 1);
  self->connection = connection;
  self->handle = handle;
  find_places (self);
  return self;
}

/**
 * meso_sqlite_statement_destroy:
 * @self: (transfer full): a statement, in use or not
 */
void
meso_sqlite_statement_destroy (MesoSqliteStatement *self)
{
  sqlite3_finalize (self->handle);
  g_free (self->places);
  g_free (self);
}

/* FALSE when someone up the stack is still reading from it: a busy statement is never reused. */
gboolean
meso_sqlite_statement_borrow (MesoSqliteStatement *self, gboolean cached)
{
  if (self->borrowed)
    return FALSE;
  self->borrowed = TRUE;
  self->cached = cached;
  self->code = SQLITE_OK;
  return TRUE;
}

/**
 * meso_sqlite_statement_release:
 * @self: a borrowed statement
 *
 * Gives it back; what was read from it with peek is gone.
 */
void
meso_sqlite_statement_release (MesoSqliteStatement *self)
{
  if (self->cached)
    {
      /* What reset says again was heard by finish (). Bound values may be a patient's: they don't stay. */
      sqlite3_reset (self->handle);
      sqlite3_clear_bindings (self->handle);
      self->borrowed = FALSE;
    }
  else
    {
      meso_sqlite_statement_destroy (self);
    }
}

static int
bind_one (sqlite3_stmt *handle, int index, const MesoSqliteValue *value)
{
  switch (value->type)
    {
    case MESO_SQLITE_TEXT:
      return sqlite3_bind_text64 (handle, index, value->text, value->text != NULL ? strlen (value->text) : 0,
                                  SQLITE_TRANSIENT, SQLITE_UTF8);
    case MESO_SQLITE_INTEGER:
      return sqlite3_bind_int64 (handle, index, value->integer);
    case MESO_SQLITE_BLOB:
      if (value->blob == NULL)
        return sqlite3_bind_null (handle, index);
      if (g_bytes_get_size (value->blob) == 0)
        return sqlite3_bind_zeroblob (handle, index, 0);
      return sqlite3_bind_blob64 (handle, index, g_bytes_get_data (value->blob, NULL), g_bytes_get_size (value->blob),
                                  SQLITE_TRANSIENT);
    case MESO_SQLITE_DATE:
      if (!meso_calendar_date_is_set (value->date))
        {
          return sqlite3_bind_null (handle, index);
        }
      else
        {
          char *text = meso_calendar_date_to_string (value->date);
          return sqlite3_bind_text64 (handle, index, text, strlen (text), g_free, SQLITE_UTF8);
        }
    default:
      g_assert_not_reached ();
    }
}

void
meso_sqlite_statement_bind (MesoSqliteStatement *self, const MesoSqliteValue *values, gsize n_values)
{
  g_assert (self->n_values == (int) n_values);

  for (gsize i = 0; i < n_values && self->code == SQLITE_OK; i++)
    self->code = bind_one (self->handle, self->places != NULL ? self->places[i] : (int) i + 1, &values[i]);
}

gboolean
meso_sqlite_statement_next (MesoSqliteStatement *self)
{
  if (self->code != SQLITE_OK)
    return FALSE;
  self->code = sqlite3_step (self->handle);
  if (self->code != SQLITE_ROW)
    return FALSE;
  self->code = SQLITE_OK;
  return TRUE;
}

/* Whether all went well so far; a statement that hasn't been stepped to its end is no failure. */
gboolean
meso_sqlite_statement_finish (MesoSqliteStatement *self, GError **error)
{
  if (self->code == SQLITE_OK || self->code == SQLITE_DONE)
    return TRUE;
  meso_sqlite_error_set (error, self->connection, self->code, NULL);
  return FALSE;
}

/**
 * meso_sqlite_statement_peek_text:
 * @column: from 0
 *
 * Returns: (transfer none) (nullable): the text, until the next row
 */
const char *
meso_sqlite_statement_peek_text (MesoSqliteStatement *self, int column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

char *
meso_sqlite_statement_dup_text (MesoSqliteStatement *self, int column)
{
  return g_strdup (meso_sqlite_statement_peek_text (self, column));
}

gint64
meso_sqlite_statement_get_int (MesoSqliteStatement *self, int column)
{
  return sqlite3_column_int64 (self->handle, column);
}

GBytes *
meso_sqlite_statement_dup_blob (MesoSqliteStatement *self, int column)
{
  const void *data = sqlite3_column_blob (self->handle, column);
  int size = sqlite3_column_bytes (self->handle, column);

  return meso_sqlite_statement_is_null (self, column) ? NULL : g_bytes_new (data, (gsize) size);
}

MesoCalendarDate
meso_sqlite_statement_get_date (MesoSqliteStatement *self, int column)
{
  const char *text = meso_sqlite_statement_peek_text (self, column);
  MesoCalendarDate date = MESO_CALENDAR_DATE_NONE;

  /* A CHECK of the schema keeps what isn't a day out. */
  if (text != NULL)
    meso_calendar_date_parse (text, &date, NULL);
  return date;
}

gboolean
meso_sqlite_statement_is_null (MesoSqliteStatement *self, int column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}
