/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-index.h"

#include <gio/gio.h>
#include <string.h>

#include "meso-patient-order.h"
#include "meso-patient-rows.h"
#include "meso-setting-repository.h"
#include "meso-text-fold.h"

#define SETTING_INDEX "search-index"

/* While all words are put in, so much is held in memory before it is written, 32 MiB instead of 1: what is written in small parts is
 * merged, and so written again, many times. */
#define SET_WHILE_FILLING "INSERT INTO patient_search (patient_search, rank) VALUES ('hashsize', 33554432)"
/* As the schema has it. Secure deletion concerns what is taken out: until here, nothing was. */
#define SET_WHEN_FILLED \
  "INSERT INTO patient_search (patient_search, rank) VALUES ('hashsize', 1048576);" \
  "INSERT INTO patient_search (patient_search, rank) VALUES ('secure-delete', 1)"

/* How many are made between two looks at who waits. */
#define PROGRESS_EVERY 1000

/* Family name first, as in a card index; in the other script where that is all there is. */
GBytes *
meso_patient_index_sort_key (const MesoPatient *patient)
{
  g_autofree char *name = g_strjoin (" ", patient->family_name, patient->given_name, NULL);
  g_autofree char *other = g_strjoin (" ", patient->other_family_name, patient->other_given_name, NULL);

  g_strstrip (name);
  return meso_text_sort_key (*name != '\0' ? name : g_strstrip (other));
}

/* One entry */

static gboolean
put_words (MesoSqliteConnection *connection, gint64 place, const MesoPatientTerms *words, GError **error)
{
  return meso_sqlite_connection_execute (connection,
           "INSERT INTO patient_search (rowid, name, other, digits) VALUES ($1, $2, $3, $4)",
           meso_sqlite_values (I (place), T (words->name->str), T (words->other->str), T (words->digits->str)), error);
}

static gboolean
put_entry (MesoSqliteConnection *connection, gint64 place, gint64 number, gboolean archived, const MesoPatientTerms *words,
           GError **error)
{
  return meso_sqlite_connection_execute (connection,
           "INSERT INTO patient_order (place, patient, archived) VALUES ($1, $2, $3)",
           meso_sqlite_values (I (place), I (number), I (archived ? 1 : 0)), error)
         && put_words (connection, place, words, error);
}

static gboolean
remove_words (MesoSqliteConnection *connection, gint64 place, GError **error)
{
  return meso_sqlite_connection_execute (connection, "DELETE FROM patient_search WHERE rowid = $1",
                                         meso_sqlite_values (I (place)), error);
}

/* Of one who may have none. */
static gboolean
remove_entry (MesoSqliteConnection *connection, gint64 number, GError **error)
{
  gint64 place = 0;

  return meso_patient_order_get_place (connection, number, &place, error)
         && (place == 0
             || (remove_words (connection, place, error)
                 && meso_sqlite_connection_execute (connection, "DELETE FROM patient_order WHERE place = $1",
                                                    meso_sqlite_values (I (place)), error)));
}

gboolean
meso_patient_index_add (MesoSqliteConnection *connection, gint64 number, const MesoPatient *patient, GError **error)
{
  g_autoptr(MesoPatientTerms) words = meso_patient_terms_new ();
  gint64 place = 0;

  meso_patient_terms_add (words, patient);
  return meso_patient_order_find_place (connection, number, &place, error)
         && put_entry (connection, place, number, patient->archived, words, error);
}

/**
 * meso_patient_index_make_words:
 * @number: the row of a record that stands for a person
 *
 * Returns: (transfer full): its words and those of all records that were merged into it
 */
MesoPatientTerms *
meso_patient_index_make_words (MesoSqliteConnection *connection, gint64 number, GError **error)
{
  g_autoptr(MesoPatientTerms) words = meso_patient_terms_new ();
  g_autoptr(MesoSqliteStatement) rows = meso_sqlite_connection_query (connection,
    "WITH RECURSIVE one (id) AS (SELECT id FROM patient WHERE number = $1"
    " UNION SELECT l.duplicate FROM patient_link l JOIN one ON l.kept = one.id WHERE l.unlinked_at IS NULL)"
    " SELECT " MESO_PATIENT_COLUMNS " FROM one JOIN patient p ON p.id = one.id ORDER BY p.number <> $1, p.number",
    meso_sqlite_values (I (number)), error);

  if (rows == NULL)
    return NULL;
  while (meso_sqlite_statement_next (rows))
    {
      g_autoptr(MesoPatient) patient = meso_patient_rows_read (rows);

      meso_patient_terms_add (words, patient);
    }
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&words) : NULL;
}

/* What doesn't change what someone is found by, such as a weight, leaves the index alone. */
static gboolean
has_words (MesoSqliteConnection *connection, gint64 place, const MesoPatientTerms *words, gboolean *has_out, GError **error)
{
  g_autoptr(MesoSqliteStatement) row = meso_sqlite_connection_query (connection,
    "SELECT name, other, digits FROM patient_search WHERE rowid = $1", meso_sqlite_values (I (place)), error);

  *has_out = FALSE;
  if (row == NULL)
    return FALSE;
  if (meso_sqlite_statement_next (row))
    *has_out = g_strcmp0 (meso_sqlite_statement_peek_text (row, 0), words->name->str) == 0
               && g_strcmp0 (meso_sqlite_statement_peek_text (row, 1), words->other->str) == 0
               && g_strcmp0 (meso_sqlite_statement_peek_text (row, 2), words->digits->str) == 0;
  return meso_sqlite_statement_finish (row, error);
}

static gboolean
renew_in_place (MesoSqliteConnection *connection, gint64 place, gboolean archived, const MesoPatientTerms *words, GError **error)
{
  gboolean same = FALSE;

  return has_words (connection, place, words, &same, error)
         && (same || (remove_words (connection, place, error) && put_words (connection, place, words, error)))
         && meso_sqlite_connection_execute (connection, "UPDATE patient_order SET archived = $2 WHERE place = $1 AND archived <> $2",
                                            meso_sqlite_values (I (place), I (archived ? 1 : 0)), error);
}

static gboolean
renew_person (MesoSqliteConnection *connection, gint64 number, gboolean archived, GError **error)
{
  g_autoptr(MesoPatientTerms) words = meso_patient_index_make_words (connection, number, error);
  gboolean right = FALSE;
  gint64 place = 0;

  if (words == NULL || !meso_patient_order_get_place (connection, number, &place, error)
      || (place > 0 && !meso_patient_order_is_right (connection, number, place, &right, error)))
    return FALSE;
  if (right)
    return renew_in_place (connection, place, archived, words, error);
  return remove_entry (connection, number, error) && meso_patient_order_find_place (connection, number, &place, error)
         && put_entry (connection, place, number, archived, words, error);
}

/**
 * meso_patient_index_renew:
 * @id: a record that was changed
 *
 * Follows it to the person it stands for, and makes that entry anew.
 *
 * Returns: whether the index is right
 */
gboolean
meso_patient_index_renew (MesoSqliteConnection *connection, const char *id, GError **error)
{
  g_autofree char *kept = NULL;
  g_autoptr(MesoSqliteStatement) row = meso_sqlite_connection_query (connection,
    "SELECT p.number, p.archived, p.erased_at IS NOT NULL, l.kept FROM patient p"
    " LEFT JOIN patient_link l ON l.duplicate = p.id AND l.unlinked_at IS NULL WHERE p.id = $1",
    meso_sqlite_values (T (id)), error);
  gint64 number = 0;
  gboolean archived = FALSE, erased = FALSE;

  if (row == NULL)
    return FALSE;
  if (meso_sqlite_statement_next (row))
    {
      number = meso_sqlite_statement_get_int (row, 0);
      archived = meso_sqlite_statement_get_int (row, 1) != 0;
      erased = meso_sqlite_statement_get_int (row, 2) != 0;
      kept = meso_sqlite_statement_dup_text (row, 3);
    }
  if (!meso_sqlite_statement_finish (row, error))
    return FALSE;
  g_clear_pointer (&row, meso_sqlite_statement_release);
  /* The schema allows no circle. */
  if (kept != NULL)
    return remove_entry (connection, number, error) && meso_patient_index_renew (connection, kept, error);
  if (number == 0 || erased)
    return remove_entry (connection, number, error);
  return renew_person (connection, number, archived, error);
}

/* All entries */

static gboolean
count_people (MesoSqliteConnection *connection, gint64 *people_out, GError **error)
{
  return meso_sqlite_connection_get_int (connection,
    "SELECT (SELECT count(*) FROM patient) - (SELECT count(*) FROM patient_link WHERE unlinked_at IS NULL)", people_out, error);
}

/* Row by row, a full text index of a million rows is emptied slower than it is made: it is made anew as the schema says. */
static gboolean
empty_index (MesoSqliteConnection *connection, GError **error)
{
  g_autofree char *sql = NULL;

  {
    g_autoptr(MesoSqliteStatement) row = meso_sqlite_connection_query (connection,
      "SELECT sql FROM sqlite_schema WHERE name = 'patient_search'", meso_sqlite_no_values, error);

    if (row == NULL)
      return FALSE;
    if (meso_sqlite_statement_next (row))
      sql = meso_sqlite_statement_dup_text (row, 0);
    if (!meso_sqlite_statement_finish (row, error))
      return FALSE;
  }
  return meso_sqlite_connection_run_script (connection, "DELETE FROM patient_order; DROP TABLE patient_search", error)
         && meso_sqlite_connection_run_script (connection, sql, error)
         && meso_sqlite_connection_run_script (connection, SET_WHILE_FILLING, error);
}

static gboolean
put_row (MesoSqliteConnection *connection, MesoSqliteStatement *row, gint64 place, GError **error)
{
  gint64 number = meso_sqlite_statement_get_int (row, MESO_PATIENT_N_COLUMNS);
  g_autoptr(MesoPatient) patient = meso_patient_rows_read (row);
  g_autoptr(MesoPatientTerms) words = NULL;

  if (meso_sqlite_statement_get_int (row, MESO_PATIENT_N_COLUMNS + 1) != 0)
    {
      words = meso_patient_index_make_words (connection, number, error);
      return words != NULL && put_entry (connection, place, number, patient->archived, words, error);
    }
  words = meso_patient_terms_new ();
  meso_patient_terms_add (words, patient);
  return put_entry (connection, place, number, patient->archived, words, error);
}

static gboolean
go_on (MesoPatientIndexProgress progress, guint64 done, guint64 total, gpointer data, GError **error)
{
  if (progress == NULL || done % PROGRESS_EVERY != 0 || progress (done, total, data))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "This was cancelled; nothing was changed.");
  return FALSE;
}

/**
 * meso_patient_index_line_up:
 * @progress: (nullable) (scope call): told how far it is, from time to time
 *
 * Makes all entries anew, in the order of names and evenly apart.
 *
 * Returns: whether it is done
 */
gboolean
meso_patient_index_line_up (MesoSqliteConnection *connection, MesoPatientIndexProgress progress, gpointer data, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = NULL;
  gint64 people = 0, gap;
  guint64 done = 0;

  if (!count_people (connection, &people, error) || !empty_index (connection, error))
    return FALSE;
  gap = meso_patient_order_get_gap (people);
  rows = meso_sqlite_connection_query (connection,
    "SELECT " MESO_PATIENT_COLUMNS ", p.number,"
    " EXISTS (SELECT 1 FROM patient_link l WHERE l.kept = p.id AND l.unlinked_at IS NULL) FROM patient p"
    " WHERE p.erased_at IS NULL AND NOT EXISTS (SELECT 1 FROM patient_link l WHERE l.duplicate = p.id AND l.unlinked_at IS NULL)"
    " ORDER BY p.sort_key, p.file_number", meso_sqlite_no_values, error);
  if (rows == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (rows))
    {
      if (!go_on (progress, done, (guint64) people, data, error)
          || !put_row (connection, rows, gap * (gint64) ++done, error))
        return FALSE;
    }
  return meso_sqlite_statement_finish (rows, error) && meso_sqlite_connection_run_script (connection, SET_WHEN_FILLED, error);
}

static gboolean
renew_sort_keys (MesoSqliteConnection *connection, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_sqlite_connection_query (connection,
    "SELECT " MESO_PATIENT_COLUMNS ", p.number FROM patient p ORDER BY p.number", meso_sqlite_no_values, error);

  if (rows == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (rows))
    {
      g_autoptr(MesoPatient) patient = meso_patient_rows_read (rows);
      g_autoptr(GBytes) key = meso_patient_index_sort_key (patient);

      if (!meso_sqlite_connection_execute (connection, "UPDATE patient SET sort_key = $2 WHERE number = $1 AND sort_key <> $2",
             meso_sqlite_values (I (meso_sqlite_statement_get_int (rows, MESO_PATIENT_N_COLUMNS)), B (key)), error))
        return FALSE;
    }
  return meso_sqlite_statement_finish (rows, error);
}

static gboolean
is_setting (MesoSqliteConnection *connection, const char *key, const char *value, gboolean *is_out, GError **error)
{
  g_autoptr(MesoSqliteStatement) row = meso_sqlite_connection_query (connection,
    "SELECT 1 FROM clinic_setting WHERE key = $1 AND value = $2", meso_sqlite_values (T (key), T (value)), error);

  if (row == NULL)
    return FALSE;
  *is_out = meso_sqlite_statement_next (row);
  return meso_sqlite_statement_finish (row, error);
}

static gboolean
put_setting (MesoSqliteConnection *connection, const char *key, const char *value, GError **error)
{
  return meso_sqlite_connection_execute (connection,
    "INSERT INTO clinic_setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    meso_sqlite_values (T (key), T (value)), error);
}

gboolean
meso_patient_index_is_current (MesoSqliteConnection *connection, gboolean *current_out, GError **error)
{
  g_autofree char *collator = meso_text_collator_version ();
  gboolean same_collator = FALSE, same_index = FALSE;

  if (!is_setting (connection, MESO_SETTING_COLLATOR, collator, &same_collator, error)
      || !is_setting (connection, SETTING_INDEX, MESO_PATIENT_INDEX_VERSION, &same_index, error))
    return FALSE;
  *current_out = same_collator && same_index;
  return TRUE;
}

/**
 * meso_patient_index_refresh:
 *
 * Makes all sort keys, words and places anew when they come from another version of this program or of its collation
 * library. Runs within a transaction.
 *
 * Returns: whether they are up to date
 */
gboolean
meso_patient_index_refresh (MesoSqliteConnection *connection, GError **error)
{
  g_autofree char *collator = meso_text_collator_version ();
  gboolean current = FALSE;

  if (!meso_patient_index_is_current (connection, &current, error))
    return FALSE;
  return current
         || (renew_sort_keys (connection, error) && meso_patient_index_line_up (connection, NULL, NULL, error)
             && put_setting (connection, MESO_SETTING_COLLATOR, collator, error)
             && put_setting (connection, SETTING_INDEX, MESO_PATIENT_INDEX_VERSION, error));
}
