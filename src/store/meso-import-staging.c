/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-import-staging-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "meso-patient-terms.h"
#include "meso-patient-twin-index.h"
#include "meso-record-packing.h"
#include "meso-store-place.h"

/* Only whoever has the clinic open makes or removes it, so one name is enough. */
#define SUFFIX ".import"

static const char schema[] =
  "CREATE TABLE staged (n INTEGER PRIMARY KEY, line INTEGER NOT NULL, number_key TEXT, number_line INTEGER NOT NULL,"
  " number_column INTEGER NOT NULL, renumber INTEGER NOT NULL, record BLOB NOT NULL) STRICT;"
  "CREATE TABLE fault (n INTEGER PRIMARY KEY, line INTEGER NOT NULL, column_number INTEGER NOT NULL, field INTEGER NOT NULL,"
  " kind INTEGER NOT NULL, expected INTEGER NOT NULL, found INTEGER NOT NULL, text TEXT, row TEXT NOT NULL) STRICT;"
  "CREATE TABLE twin (n INTEGER PRIMARY KEY, name TEXT NOT NULL, other_line INTEGER NOT NULL, patient TEXT, file_number TEXT,"
  " other_name TEXT NOT NULL, grade INTEGER NOT NULL, reasons INTEGER NOT NULL) STRICT;"
  "BEGIN";

static char *
make_path (const char *clinic)
{
  return g_strconcat (clinic, SUFFIX, NULL);
}

/**
 * meso_import_staging_remove_left:
 * @path: a clinic's file that the caller has locked
 *
 * Removes what an import that was killed has left: it holds records too.
 */
void
meso_import_staging_remove_left (const char *path)
{
  g_autofree char *left = make_path (path);
  g_autofree char *journal = g_strconcat (left, "-journal", NULL);

  g_unlink (left);
  g_unlink (journal);
}

/* Private from its first moment. */
static gboolean
make_file (const char *path, GError **error)
{
  int fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);

  if (fd >= 0)
    {
      close (fd);
      return TRUE;
    }
  if (errno == EEXIST)
    g_set_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_BUSY, "Another import is under way. %s",
                 meso_store_error_get_sentence (MESO_STORE_ERROR_BUSY));
  else
    meso_store_place_set_errno (error, errno, path, "made");
  return FALSE;
}

/**
 * meso_import_staging_new:
 * @store: an open store, which must outlive the result
 *
 * Returns: (transfer full): an empty place for records
 */
MesoImportStaging *
meso_import_staging_new (MesoStore *store, GError **error)
{
  g_autofree char *path = make_path (meso_store_get_path (store));
  g_autoptr(MesoImportStaging) self = NULL;

  if (!make_file (path, error))
    return NULL;
  self = g_new0 (MesoImportStaging, 1);
  self->path = g_steal_pointer (&path);
  self->packed = g_byte_array_new ();
  self->keys = g_array_new (FALSE, FALSE, sizeof (MesoStagedKey));
  self->connection = meso_sqlite_connection_new (self->path, MESO_SQLITE_OPEN_MAKE, error);
  if (self->connection == NULL || !meso_sqlite_connection_run_script (self->connection, schema, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * meso_import_staging_free:
 * @self: (transfer full): what lay ready, which is thrown away
 */
void
meso_import_staging_free (MesoImportStaging *self)
{
  g_clear_pointer (&self->connection, meso_sqlite_connection_free);
  g_unlink (self->path);
  g_byte_array_unref (self->packed);
  g_array_unref (self->keys);
  g_free (self->path);
  g_free (self);
}

static void
note_keys (MesoImportStaging *self, const MesoPatient *patient)
{
  g_autoptr(GArray) keys = meso_patient_twin_index_hash (patient);

  for (guint i = 0; i < keys->len; i++)
    {
      MesoStagedKey key = { g_array_index (keys, gint64, i), self->n_records };

      g_array_append_val (self->keys, key);
    }
}

/**
 * meso_import_staging_add:
 * @line: where the record stands in its file
 * @number_place: line and column of its file number there
 * @record: checked and normalised, without an id
 *
 * Returns: whether it lies ready
 */
gboolean
meso_import_staging_add (MesoImportStaging *self, guint64 line, const MesoImportFault *number_place,
                         const MesoPatientRecord *record, GError **error)
{
  const char *number = record->patient->file_number;
  g_autofree char *key = number != NULL && *number != '\0' ? meso_patient_terms_file_number_key (number) : NULL;
  g_autoptr(GBytes) packed = NULL;

  self->n_records++;
  note_keys (self, record->patient);
  meso_record_packing_pack (self->packed, record);
  packed = g_bytes_new_static (self->packed->data, self->packed->len);
  return meso_import_staging_execute (self, error,
           "INSERT INTO staged (n, line, number_key, number_line, number_column, renumber, record)"
           " VALUES ($1, $2, $3, $4, $5, 0, $6)",
           I (self->n_records), I ((gint64) line), T (key), I ((gint64) number_place->line), I (number_place->column), B (packed));
}

/**
 * meso_import_staging_add_fault:
 * @fault: what is wrong
 * @row: what the file says in that row
 *
 * Returns: whether it is noted
 */
gboolean
meso_import_staging_add_fault (MesoImportStaging *self, const MesoImportFault *fault, const char *row, GError **error)
{
  return meso_import_staging_execute (self, error,
           "INSERT INTO fault (line, column_number, field, kind, expected, found, text, row) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
           I ((gint64) fault->line), I (fault->column), I (fault->field), I (fault->kind), I ((gint64) fault->expected),
           I ((gint64) fault->found), T (fault->text), T (row));
}

/**
 * meso_import_staging_each_fault:
 * @limit: at most so many, those that refuse a row before mere remarks; 0 for all
 * @func: (scope call): gets them in the order of lines
 *
 * Returns: whether all were told
 */
gboolean
meso_import_staging_each_fault (MesoImportStaging *self, guint limit, MesoImportFaultFunc func, gpointer data, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_import_staging_query (self, error,
    "SELECT line, column_number, field, kind, expected, found, text, row FROM fault"
    " ORDER BY $2 AND kind >= $3, line, column_number, n LIMIT $1",
    I (limit > 0 ? (gint64) limit : G_MAXINT64), I (limit > 0), I (MESO_IMPORT_FAULT_FILE_NUMBER_TWICE));

  if (rows == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (rows))
    {
      MesoImportFault fault = {
        .line = (guint64) meso_sqlite_statement_get_int (rows, 0),
        .column = (guint) meso_sqlite_statement_get_int (rows, 1),
        .field = (MesoImportField) meso_sqlite_statement_get_int (rows, 2),
        .kind = (MesoImportFaultKind) meso_sqlite_statement_get_int (rows, 3),
        .expected = (guint64) meso_sqlite_statement_get_int (rows, 4),
        .found = (guint64) meso_sqlite_statement_get_int (rows, 5),
        .text = (char *) meso_sqlite_statement_peek_text (rows, 6),
      };

      if (!func (&fault, meso_sqlite_statement_peek_text (rows, 7), data, error))
        return FALSE;
    }
  return meso_sqlite_statement_finish (rows, error);
}

/**
 * meso_import_staging_count_remarks:
 * @count_out: (out): how many faults are mere remarks
 *
 * Returns: whether they could be counted
 */
gboolean
meso_import_staging_count_remarks (MesoImportStaging *self, guint64 *count_out, GError **error)
{
  g_autoptr(MesoSqliteStatement) row =
    meso_import_staging_query (self, error, "SELECT count(*) FROM fault WHERE kind >= $1", I (MESO_IMPORT_FAULT_FILE_NUMBER_TWICE));

  if (row == NULL)
    return FALSE;
  *count_out = meso_sqlite_statement_next (row) ? (guint64) meso_sqlite_statement_get_int (row, 0) : 0;
  return meso_sqlite_statement_finish (row, error);
}

MesoPatientRecord *
meso_import_staging_read (MesoSqliteStatement *row, int column, GError **error)
{
  g_autoptr(GBytes) packed = meso_sqlite_statement_dup_blob (row, column);
  MesoPatientRecord *record = packed != NULL ? meso_record_packing_unpack (packed) : NULL;

  if (record == NULL)
    g_set_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_INTERNAL, "What was laid ready can't be read again. %s",
                 meso_store_error_get_sentence (MESO_STORE_ERROR_INTERNAL));
  return record;
}
