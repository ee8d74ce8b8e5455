/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-import-staging-private.h"

#include "meso-patient-rows.h"
#include "meso-store-private.h"

/* Of many that share a key, each is compared with no more than that. */
#define MAX_COMPARED 8
/* Between two looks at whether to stop */
#define STEP 4096

typedef struct
{
  MesoImportStaging *self;
  MesoStoreContext *context;
  MesoStagedProgress progress;
  gpointer data;
  guint64 done;
  guint64 total;
  GHashTable *best;         /* n → MesoImportTwin, of whom a likely twin was found */
} Work;

static gboolean
tell (Work *work, guint64 steps, GError **error)
{
  guint64 before = work->done;

  work->done += steps;
  return work->progress == NULL || before / STEP == work->done / STEP
         || work->progress (MIN (work->done, work->total), work->total, work->data, error);
}

/* File numbers */

static gboolean
is_on_file (Work *work, const char *key, gboolean *on_file_out, GError **error)
{
  g_autoptr(MesoSqliteStatement) row =
    meso_store_context_query (work->context, error, "SELECT 1 FROM patient WHERE file_number_key = $1", T (key));

  if (row == NULL)
    return FALSE;
  *on_file_out = meso_sqlite_statement_next (row);
  return meso_sqlite_statement_finish (row, error);
}

/* Columns: n number_key number_line number_column record */
static gboolean
renumber (Work *work, MesoSqliteStatement *row, MesoImportFaultKind kind, guint64 first_line, GError **error)
{
  g_autoptr(MesoPatientRecord) record = meso_import_staging_read (row, 4, error);
  MesoImportFault remark = {
    .line = (guint64) meso_sqlite_statement_get_int (row, 2),
    .column = (guint) meso_sqlite_statement_get_int (row, 3),
    .field = MESO_IMPORT_FIELD_FILE_NUMBER,
    .kind = kind,
    .found = first_line,
  };

  if (record == NULL)
    return FALSE;
  remark.text = record->patient->file_number;
  return meso_import_staging_add_fault (work->self, &remark, "", error)
         && meso_import_staging_execute (work->self, error, "UPDATE staged SET renumber = 1 WHERE n = $1",
                                         I (meso_sqlite_statement_get_int (row, 0)));
}

static gboolean
compare_numbers (Work *work, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_sqlite_connection_query (work->self->connection,
    "SELECT n, number_key, number_line, number_column, record FROM staged WHERE number_key IS NOT NULL ORDER BY number_key, n",
    meso_sqlite_no_values, error);
  g_autofree char *key = NULL;
  guint64 first_line = 0;

  if (rows == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (rows))
    {
      const char *next = meso_sqlite_statement_peek_text (rows, 1);
      gboolean twice = g_strcmp0 (key, next) == 0;
      gboolean taken = FALSE;

      if (!tell (work, 1, error) || (!twice && !is_on_file (work, next, &taken, error)))
        return FALSE;
      if ((twice || taken)
          && !renumber (work, rows, taken ? MESO_IMPORT_FAULT_FILE_NUMBER_TAKEN : MESO_IMPORT_FAULT_FILE_NUMBER_TWICE, first_line,
                        error))
        return FALSE;
      /* Of several with a number that is taken, none gets it: the next is told of the record on file too. */
      if (!twice && !taken)
        {
          g_free (key);
          key = g_strdup (next);
          first_line = (guint64) meso_sqlite_statement_get_int (rows, 2);
        }
    }
  return meso_sqlite_statement_finish (rows, error);
}

/* Twins */

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const MesoStagedKey *first = a, *second = b;

  if (first->key != second->key)
    return first->key < second->key ? -1 : 1;
  return first->n < second->n ? -1 : first->n > second->n;
}

static MesoPatientRecord *
load_staged (Work *work, guint32 n, guint64 *line_out, GError **error)
{
  g_autoptr(MesoSqliteStatement) row =
    meso_import_staging_query (work->self, error, "SELECT line, record FROM staged WHERE n = $1", I (n));

  if (row == NULL)
    return NULL;
  if (!meso_sqlite_statement_next (row))
    {
      if (meso_sqlite_statement_finish (row, error))
        meso_store_context_set_no_record (error, "staged record", "");
      return NULL;
    }
  *line_out = (guint64) meso_sqlite_statement_get_int (row, 0);
  return meso_import_staging_read (row, 1, error);
}

static MesoPatient *
load_on_file (Work *work, gint64 number, GError **error)
{
  g_autofree char *asked_for = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  g_autoptr(MesoSqliteStatement) row = meso_store_context_query (work->context, error,
    "SELECT " MESO_PATIENT_COLUMNS " FROM patient p WHERE p.number = $1", I (number));

  return row != NULL ? meso_patient_rows_read_one (row, asked_for, error) : NULL;
}

static gboolean
has_twin (Work *work, guint32 n)
{
  return g_hash_table_contains (work->best, GUINT_TO_POINTER (n));
}

/* other_line is 0 for one on file. */
static void
note_twin (Work *work, guint32 n, guint64 line, const MesoPatient *patient, guint64 other_line, const MesoPatient *other)
{
  MesoPatientTwin twin = meso_patient_twin_compare (patient, other);
  MesoImportTwin *found;

  if (twin.grade < MESO_PATIENT_TWIN_LIKELY)
    return;
  found = g_new0 (MesoImportTwin, 1);
  found->line = line;
  found->name = meso_patient_dup_full_name (patient);
  found->other_line = other_line;
  found->patient = g_strdup (other->id);
  found->file_number = g_strdup (other->file_number);
  found->other_name = meso_patient_dup_full_name (other);
  found->twin = twin;
  g_hash_table_replace (work->best, GUINT_TO_POINTER (n), found);
}

static const MesoStagedKey *
get_key (Work *work, guint i)
{
  return &g_array_index (work->self->keys, MesoStagedKey, i);
}

/* Where the staged keys equal to the one at start end. */
static guint
find_end (Work *work, guint start)
{
  guint end = start + 1;

  while (end < work->self->keys->len && get_key (work, end)->key == get_key (work, start)->key)
    end++;
  return end;
}

/* A record on file with everyone in the file who shares a key with it. */
static gboolean
compare_with_file (Work *work, gint64 number, guint start, guint end, GError **error)
{
  g_autoptr(MesoPatient) on_file = NULL;

  for (guint i = start; i < end; i++)
    {
      g_autoptr(MesoPatientRecord) staged = NULL;
      guint64 line = 0;

      if (has_twin (work, get_key (work, i)->n))
        continue;
      if (on_file == NULL && (on_file = load_on_file (work, number, error)) == NULL)
        return FALSE;
      staged = load_staged (work, get_key (work, i)->n, &line, error);
      if (staged == NULL)
        return FALSE;
      note_twin (work, get_key (work, i)->n, line, staged->patient, 0, on_file);
    }
  return TRUE;
}

/* Both sides are in the order of keys: each is walked once. */
static gboolean
compare_clinic (Work *work, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows =
    meso_store_context_query_plain (work->context, error, "SELECT key, number FROM patient_twin_key ORDER BY key, number");
  guint at = 0, n_compared = 0;
  gint64 last = 0;

  if (rows == NULL)
    return FALSE;
  while (at < work->self->keys->len && meso_sqlite_statement_next (rows))
    {
      gint64 key = meso_sqlite_statement_get_int (rows, 0);

      if (!tell (work, 1, error))
        return FALSE;
      while (at < work->self->keys->len && get_key (work, at)->key < key)
        at++;
      if (at == work->self->keys->len || get_key (work, at)->key != key)
        continue;
      n_compared = key == last ? n_compared + 1 : 0;
      last = key;
      if (n_compared < MAX_COMPARED
          && !compare_with_file (work, meso_sqlite_statement_get_int (rows, 1), at, find_end (work, at), error))
        return FALSE;
    }
  return meso_sqlite_statement_finish (rows, error);
}

/* One of several that share a key with those before it. */
static gboolean
compare_with_earlier (Work *work, guint start, guint i, GError **error)
{
  g_autoptr(MesoPatientRecord) staged = NULL;
  guint64 line = 0, other_line = 0;

  if (has_twin (work, get_key (work, i)->n))
    return TRUE;
  staged = load_staged (work, get_key (work, i)->n, &line, error);
  if (staged == NULL)
    return FALSE;
  for (guint j = start; j < i && j - start < MAX_COMPARED && !has_twin (work, get_key (work, i)->n); j++)
    {
      g_autoptr(MesoPatientRecord) earlier = load_staged (work, get_key (work, j)->n, &other_line, error);

      if (earlier == NULL)
        return FALSE;
      note_twin (work, get_key (work, i)->n, line, staged->patient, other_line, earlier->patient);
    }
  return TRUE;
}

static gboolean
compare_among (Work *work, GError **error)
{
  for (guint start = 0, end; start < work->self->keys->len; start = end)
    {
      end = find_end (work, start);
      if (!tell (work, end - start, error))
        return FALSE;
      for (guint i = start + 1; i < end; i++)
        if (!compare_with_earlier (work, start, i, error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
store_twins (Work *work, GError **error)
{
  GHashTableIter iter;
  gpointer n, value;

  g_hash_table_iter_init (&iter, work->best);
  while (g_hash_table_iter_next (&iter, &n, &value))
    {
      const MesoImportTwin *twin = value;

      if (!meso_import_staging_execute (work->self, error,
            "INSERT INTO twin (n, name, other_line, patient, file_number, other_name, grade, reasons)"
            " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            I (GPOINTER_TO_UINT (n)), T (twin->name), I ((gint64) twin->other_line), T (twin->patient), T (twin->file_number),
            T (twin->other_name), I (twin->twin.grade), I (twin->twin.reasons)))
        return FALSE;
    }
  work->self->n_twins = g_hash_table_size (work->best);
  return TRUE;
}

/**
 * meso_import_staging_compare:
 * @context: a unit of work that reads
 * @progress: (nullable) (scope call): told how far it is; FALSE stops
 *
 * Compares all that lies ready with what is on file, and with what stands before it in the file: file numbers that aren't
 * free any more, and records that are likely one person's. Once, when all were added.
 *
 * Returns: whether all were compared
 */
gboolean
meso_import_staging_compare (MesoImportStaging *self, MesoStoreContext *context, MesoStagedProgress progress, gpointer data,
                             GError **error)
{
  g_autoptr(GHashTable) best = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) meso_import_twin_free);
  Work work = { .self = self, .context = context, .progress = progress, .data = data, .best = best };
  gint64 on_file = 0;

  if (!meso_sqlite_connection_get_int (context->connection, "SELECT count(*) FROM patient_twin_key", &on_file, error))
    return FALSE;
  work.total = self->n_records + (guint64) on_file + self->keys->len;
  g_array_sort (self->keys, compare_keys);
  return compare_numbers (&work, error) && compare_clinic (&work, error) && compare_among (&work, error)
         && store_twins (&work, error);
}

/**
 * meso_import_staging_count_twins:
 *
 * Returns: how many are likely on file, or stand in the file before
 */
guint64
meso_import_staging_count_twins (MesoImportStaging *self)
{
  return self->n_twins;
}

/**
 * meso_import_staging_list_twins:
 * @limit: at most so many
 *
 * Returns: (transfer full) (element-type MesoImportTwin): them, in the order of lines
 */
GPtrArray *
meso_import_staging_list_twins (MesoImportStaging *self, guint limit, GError **error)
{
  g_autoptr(GPtrArray) twins = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_import_twin_free);
  g_autoptr(MesoSqliteStatement) rows = meso_import_staging_query (self, error,
    "SELECT s.line, t.name, t.other_line, t.patient, t.file_number, t.other_name, t.grade, t.reasons"
    " FROM twin t JOIN staged s ON s.n = t.n ORDER BY t.n LIMIT $1", I (limit));

  if (rows == NULL)
    return NULL;
  while (meso_sqlite_statement_next (rows))
    {
      MesoImportTwin *twin = g_new0 (MesoImportTwin, 1);

      twin->line = (guint64) meso_sqlite_statement_get_int (rows, 0);
      twin->name = meso_sqlite_statement_dup_text (rows, 1);
      twin->other_line = (guint64) meso_sqlite_statement_get_int (rows, 2);
      twin->patient = meso_sqlite_statement_dup_text (rows, 3);
      twin->file_number = meso_sqlite_statement_dup_text (rows, 4);
      twin->other_name = meso_sqlite_statement_dup_text (rows, 5);
      twin->twin.grade = (MesoPatientTwinGrade) meso_sqlite_statement_get_int (rows, 6);
      twin->twin.reasons = (MesoPatientTwinReasons) meso_sqlite_statement_get_int (rows, 7);
      g_ptr_array_add (twins, twin);
    }
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&twins) : NULL;
}
