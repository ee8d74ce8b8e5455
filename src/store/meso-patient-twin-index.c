/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-twin-index.h"

#include "meso-patient-twin.h"
#include "meso-text-fold.h"

/* FNV-1a of 64 bits */
#define HASH_START G_GUINT64_CONSTANT (14695981039346656037)
#define HASH_PRIME G_GUINT64_CONSTANT (1099511628211)

/* The keys of so many records are held in memory, 30 MB, and sorted: each lot goes through the whole table once. */
#define CHUNK 400000

#define COLUMNS "number, given_name, family_name, other_given_name, other_family_name, birth_date, phone, second_phone, national_id"
#define N_COLUMNS 9

/* So many are written at a time. */
#define LOT 512

/* Two texts of one number would only be looked at in vain: who compares, compares the records. */
static gint64
hash_key (const char *text)
{
  guint64 hash = HASH_START;

  for (const char *at = text; *at != '\0'; at++)
    hash = (hash ^ (guchar) *at) * HASH_PRIME;
  return (gint64) hash;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

/**
 * meso_patient_twin_index_hash:
 *
 * Returns: (transfer full) (element-type gint64): what the record is found by, each once
 */
GArray *
meso_patient_twin_index_hash (const MesoPatient *patient)
{
  g_autoptr(GPtrArray) texts = meso_patient_twin_list_keys (patient);
  GArray *keys = g_array_sized_new (FALSE, FALSE, sizeof (gint64), texts->len);
  guint kept = 0;

  for (guint i = 0; i < texts->len; i++)
    {
      gint64 key = hash_key (g_ptr_array_index (texts, i));

      g_array_append_val (keys, key);
    }
  g_array_sort (keys, compare_numbers);
  for (guint i = 0; i < keys->len; i++)
    if (i == 0 || g_array_index (keys, gint64, i) != g_array_index (keys, gint64, kept - 1))
      g_array_index (keys, gint64, kept++) = g_array_index (keys, gint64, i);
  g_array_set_size (keys, kept);
  return keys;
}

/**
 * meso_patient_twin_index_insert:
 * @keys: what records are found by
 *
 * Returns: whether they are there
 */
gboolean
meso_patient_twin_index_insert (MesoSqliteConnection *connection, const MesoPatientTwinKey *keys, gsize n_keys, GError **error)
{
  MesoSqliteValue values[2 * LOT];

  for (gsize done = 0; done < n_keys; done += LOT)
    {
      gsize n = MIN (n_keys - done, LOT);

      for (gsize i = 0; i < n; i++)
        {
          values[2 * i] = I (keys[done + i].key);
          values[2 * i + 1] = I (keys[done + i].number);
        }
      if (!meso_sqlite_connection_insert (connection, "patient_twin_key (key, number)", values, 2, n, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert (MesoSqliteConnection *connection, gint64 key, gint64 number, GError **error)
{
  return meso_sqlite_connection_execute (connection, "INSERT INTO patient_twin_key (key, number) VALUES ($1, $2)",
                                         meso_sqlite_values (I (key), I (number)), error);
}

gboolean
meso_patient_twin_index_add (MesoSqliteConnection *connection, gint64 number, const MesoPatient *patient, GError **error)
{
  g_autoptr(GArray) keys = meso_patient_twin_index_hash (patient);

  for (guint i = 0; i < keys->len; i++)
    if (!insert (connection, g_array_index (keys, gint64, i), number, error))
      return FALSE;
  return TRUE;
}

gboolean
meso_patient_twin_index_remove (MesoSqliteConnection *connection, gint64 number, const MesoPatient *patient, GError **error)
{
  g_autoptr(GArray) keys = meso_patient_twin_index_hash (patient);

  for (guint i = 0; i < keys->len; i++)
    if (!meso_sqlite_connection_execute (connection, "DELETE FROM patient_twin_key WHERE key = $1 AND number = $2",
                                         meso_sqlite_values (I (g_array_index (keys, gint64, i)), I (number)), error))
      return FALSE;
  return TRUE;
}

static MesoPatient *
read_compared (MesoSqliteStatement *row)
{
  MesoPatient *patient = meso_patient_new ();

  g_set_str (&patient->given_name, meso_sqlite_statement_peek_text (row, 1));
  g_set_str (&patient->family_name, meso_sqlite_statement_peek_text (row, 2));
  g_set_str (&patient->other_given_name, meso_sqlite_statement_peek_text (row, 3));
  g_set_str (&patient->other_family_name, meso_sqlite_statement_peek_text (row, 4));
  patient->birth_date = meso_sqlite_statement_get_date (row, 5);
  g_set_str (&patient->phone, meso_sqlite_statement_peek_text (row, 6));
  g_set_str (&patient->second_phone, meso_sqlite_statement_peek_text (row, 7));
  g_set_str (&patient->national_id, meso_sqlite_statement_peek_text (row, 8));
  return patient;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const MesoPatientTwinKey *first = a, *second = b;

  return first->key != second->key ? (first->key < second->key ? -1 : 1) : compare_numbers (&first->number, &second->number);
}

/* last: of the records that were read. n_read 0: there are no more. */
static gboolean
read_chunk (MesoSqliteConnection *connection, GArray *entries, gint64 *last, guint *n_read, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_sqlite_connection_query (connection,
    "SELECT " COLUMNS " FROM patient WHERE number > $1 AND erased_at IS NULL ORDER BY number LIMIT $2",
    meso_sqlite_values (I (*last), I (CHUNK)), error);

  *n_read = 0;
  if (rows == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (rows))
    {
      g_autoptr(MesoPatient) patient = read_compared (rows);
      g_autoptr(GArray) keys = meso_patient_twin_index_hash (patient);

      *last = meso_sqlite_statement_get_int (rows, 0);
      (*n_read)++;
      for (guint i = 0; i < keys->len; i++)
        {
          MesoPatientTwinKey entry = { g_array_index (keys, gint64, i), *last };

          g_array_append_val (entries, entry);
        }
    }
  return meso_sqlite_statement_finish (rows, error);
}

/**
 * meso_patient_twin_index_add_all:
 * @after: the number of the last record that has keys, 0 when none has
 *
 * Returns: whether all later ones have theirs now
 */
gboolean
meso_patient_twin_index_add_all (MesoSqliteConnection *connection, gint64 after, GError **error)
{
  guint n_read = CHUNK;

  while (n_read == CHUNK)
    {
      g_autoptr(GArray) entries = g_array_new (FALSE, FALSE, sizeof (MesoPatientTwinKey));

      if (!read_chunk (connection, entries, &after, &n_read, error))
        return FALSE;
      g_array_sort (entries, compare_entries);
      if (!meso_patient_twin_index_insert (connection, (const MesoPatientTwinKey *) entries->data, entries->len, error))
        return FALSE;
    }
  return TRUE;
}

/* (transfer full): the keys come from this program and from its library that folds names */
static char *
make_version (void)
{
  g_autofree char *library = meso_text_collator_version ();

  return g_strconcat (MESO_PATIENT_TWIN_INDEX_VERSION, " ", library, NULL);
}

static gboolean
is_made_here (MesoSqliteConnection *connection, gboolean *made_out, GError **error)
{
  g_autofree char *version = make_version ();
  g_autoptr(MesoSqliteStatement) row = meso_sqlite_connection_query (connection,
    "SELECT 1 FROM clinic_setting WHERE key = 'twin-index' AND value = $1", meso_sqlite_values (T (version)), error);

  if (row == NULL)
    return FALSE;
  *made_out = meso_sqlite_statement_next (row);
  return meso_sqlite_statement_finish (row, error);
}

/**
 * meso_patient_twin_index_refresh:
 *
 * Returns: whether the keys are those that this program makes
 */
gboolean
meso_patient_twin_index_refresh (MesoSqliteConnection *connection, GError **error)
{
  g_autofree char *version = make_version ();
  gboolean made_here = FALSE;

  if (!is_made_here (connection, &made_here, error))
    return FALSE;
  return made_here || (meso_sqlite_connection_execute (connection, "DELETE FROM patient_twin_key", meso_sqlite_no_values, error)
         && meso_patient_twin_index_add_all (connection, 0, error)
         && meso_sqlite_connection_execute (connection,
              "INSERT INTO clinic_setting (key, value) VALUES ('twin-index', $1)"
              " ON CONFLICT (key) DO UPDATE SET value = excluded.value", meso_sqlite_values (T (version)), error));
}

static gboolean
has_key (MesoSqliteConnection *connection, gint64 key, gint64 number, gboolean *has_out, GError **error)
{
  g_autoptr(MesoSqliteStatement) row = meso_sqlite_connection_query (connection,
    "SELECT 1 FROM patient_twin_key WHERE key = $1 AND number = $2", meso_sqlite_values (I (key), I (number)), error);

  if (row == NULL)
    return FALSE;
  *has_out = meso_sqlite_statement_next (row);
  return meso_sqlite_statement_finish (row, error);
}

static gboolean
check_record (MesoSqliteConnection *connection, MesoSqliteStatement *row, gint64 *n_keys, GPtrArray *problems, GError **error)
{
  g_autoptr(MesoPatient) patient = read_compared (row);
  g_autoptr(GArray) keys = meso_patient_twin_index_hash (patient);
  gint64 number = meso_sqlite_statement_get_int (row, 0);
  gboolean has = TRUE;

  *n_keys += keys->len;
  for (guint i = 0; has && i < keys->len; i++)
    if (!has_key (connection, g_array_index (keys, gint64, i), number, &has, error))
      return FALSE;
  if (!has)
    g_ptr_array_add (problems, g_strdup_printf ("patient %s isn't compared with others",
                                                meso_sqlite_statement_peek_text (row, N_COLUMNS)));
  return TRUE;
}

/**
 * meso_patient_twin_index_check:
 *
 * Returns: whether it could be looked at
 */
gboolean
meso_patient_twin_index_check (MesoSqliteConnection *connection, GPtrArray *problems, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = NULL;
  gboolean made_here = FALSE;
  gint64 n_keys = 0, n_rows = 0;
  guint n_problems = problems->len;

  /* Another version's keys may differ rightly; opening the file makes them anew. */
  if (!is_made_here (connection, &made_here, error))
    return FALSE;
  if (!made_here)
    return TRUE;
  rows = meso_sqlite_connection_query (connection,
    "SELECT " COLUMNS ", file_number FROM patient WHERE erased_at IS NULL ORDER BY number", meso_sqlite_no_values, error);
  if (rows == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (rows))
    if (!check_record (connection, rows, &n_keys, problems, error))
      return FALSE;
  if (!meso_sqlite_statement_finish (rows, error)
      || !meso_sqlite_connection_get_int (connection, "SELECT count(*) FROM patient_twin_key", &n_rows, error))
    return FALSE;
  if (n_rows != n_keys && problems->len == n_problems)
    g_ptr_array_add (problems, g_strdup ("records are compared by what they don't say"));
  return TRUE;
}
