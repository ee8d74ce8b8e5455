/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-import-staging-private.h"

#include "meso-patient-bulk.h"
#include "meso-store-private.h"

#define STEP 256

/* Keys for twins that are handed over at a time */
#define LOT 512

/* The last part is the order of names and the words for the search. */
#define PARTS 2

typedef struct
{
  MesoImportStaging *self;
  MesoPatientBulk *bulk;
  MesoStagedCopy *copy;
  MesoStagedProgress progress;
  gpointer data;
  guint64 done;
  gint64 *numbers;      /* the row of each that lay ready; 0 for who was left out */
  GError *stopped;
} Work;

static gboolean
tell (Work *work, GError **error)
{
  return work->progress == NULL || work->done % STEP != 0
         || work->progress (work->done, (guint64) work->self->n_records * PARTS, work->data, error);
}

/* Columns: renumber record n */
static gboolean
copy_one (Work *work, MesoSqliteStatement *row, GError **error)
{
  g_autoptr(MesoPatientRecord) record = meso_import_staging_read (row, 1, error);

  if (record == NULL)
    return FALSE;
  if (meso_sqlite_statement_get_int (row, 0) > 0)
    {
      g_clear_pointer (&record->patient->file_number, g_free);
      work->copy->n_renumbered++;
    }
  work->copy->n_imported++;
  work->done++;
  if (!tell (work, error) || !meso_patient_bulk_add_record (work->bulk, record, NULL, error))
    return FALSE;
  work->numbers[meso_sqlite_statement_get_int (row, 2)] = meso_patient_bulk_get_last_number (work->bulk);
  return TRUE;
}

/* They were made when the file was checked, and lie in the order of keys. */
static gboolean
hand_over_keys (Work *work, GError **error)
{
  const GArray *staged = work->self->keys;
  MesoPatientTwinKey keys[LOT];
  gsize n = 0;

  for (guint i = 0; i < staged->len; i++)
    {
      const MesoStagedKey *key = &g_array_index (staged, MesoStagedKey, i);

      if (work->numbers[key->n] != 0)
        keys[n++] = (MesoPatientTwinKey) { key->key, work->numbers[key->n] };
      if (n == LOT || i + 1 == staged->len)
        {
          if (!meso_patient_bulk_add_twin_keys (work->bulk, keys, n, error))
            return FALSE;
          n = 0;
        }
    }
  return TRUE;
}

/* Those that bring a number come first: what is given out must not be in their way. */
static gboolean
copy_all (Work *work, gboolean numbered, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_import_staging_query (work->self, error,
    "SELECT s.renumber, s.record, s.n FROM staged s LEFT JOIN twin t ON t.n = s.n"
    " WHERE (s.number_key IS NOT NULL AND s.renumber = 0) = $1 AND (t.n IS NULL OR $2 = 0) ORDER BY s.n",
    I (numbered), I (work->copy->skip_twins));

  if (rows == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (rows))
    if (!copy_one (work, rows, error))
      return FALSE;
  return meso_sqlite_statement_finish (rows, error);
}

static gboolean
tell_end (guint64 done, guint64 total, gpointer data)
{
  Work *work = data;
  guint64 all = (guint64) work->self->n_records * PARTS;

  if (work->progress == NULL || total == 0)
    return TRUE;
  return work->progress (all / PARTS + all / PARTS * done / total, all, work->data, &work->stopped);
}

static gboolean
copy_everything (Work *work, GError **error)
{
  gboolean done = copy_all (work, TRUE, error) && copy_all (work, FALSE, error) && hand_over_keys (work, error)
                  && meso_patient_bulk_finish (work->bulk, tell_end, work, error);

  g_clear_error (&work->stopped);
  return done;
}

/**
 * meso_import_staging_copy:
 * @context: a unit of work that writes, with no statement in use
 * @staff: who enters them
 * @copy: (inout): what to leave out; filled in with what was done
 * @progress: (nullable) (scope call): told how far it is; FALSE stops
 * @cancellable: (nullable): looked at while a statement runs, too
 *
 * Stores all that lies ready. On failure the unit of work must fail too: then nothing is stored.
 *
 * Returns: whether all is stored
 */
gboolean
meso_import_staging_copy (MesoImportStaging *self, MesoStoreContext *context, const char *staff, MesoStagedCopy *copy,
                          MesoStagedProgress progress, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr(MesoPatientBulk) bulk = meso_patient_bulk_begin (context, staff, self->n_records, error);
  g_autofree gint64 *numbers = g_new0 (gint64, (gsize) self->n_records + 1);
  Work work = { .self = self, .bulk = bulk, .copy = copy, .progress = progress, .data = data, .numbers = numbers };
  gboolean done;

  if (bulk == NULL)
    return FALSE;
  copy->n_imported = copy->n_renumbered = 0;
  copy->n_skipped = copy->skip_twins ? self->n_twins : 0;
  meso_sqlite_connection_set_cancellable (context->connection, cancellable);
  done = copy_everything (&work, error);
  meso_sqlite_connection_set_cancellable (context->connection, NULL);
  return done;
}
