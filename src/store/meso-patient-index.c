/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-index.h"

#include <string.h>

#include "meso-phone.h"
#include "meso-setting-repository.h"
#include "meso-text-fold.h"
#include "meso-text.h"

/* Shorter runs of digits would match half of all numbers. */
#define MIN_DIGITS 3

/* Nobody searches for more characters than that; what stands behind is left out of the search. */
#define MAX_QUERY 256

#define SETTING_INDEX "search-index"

typedef struct
{
  char *name;
  char *other;
  char *digits;
} Words;

static void
words_clear (Words *words)
{
  g_free (words->name);
  g_free (words->other);
  g_free (words->digits);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

/* Every end of a number that is long enough is a word of its own: so that the beginning of a word is any part of the number. */
static void
append_ends (GString *words, const char *numbers)
{
  g_auto(GStrv) parts = g_strsplit (numbers, " ", -1);

  for (gsize i = 0; parts[i] != NULL; i++)
    for (gsize at = 0, length = strlen (parts[i]); at + MIN_DIGITS <= length; at++)
      g_string_append_printf (words, "%s ", parts[i] + at);
}

static void
make_words (const MesoPatient *patient, const char *file_number_key, Words *words)
{
  g_autofree char *full_name = g_strconcat (patient->given_name, " ", patient->family_name, NULL);
  g_autofree char *email = meso_text_fold (patient->email);
  g_autofree char *notes = meso_text_fold (patient->notes);
  g_autofree char *national_id = meso_text_fold (patient->national_id);
  g_autofree char *file_number = meso_text_fold (patient->file_number);
  g_autofree char *phone_key = meso_phone_search_key (patient->phone);
  g_autofree char *id_key = meso_phone_id_key (patient->national_id);
  GString *digits = g_string_new (NULL);

  append_ends (digits, phone_key);
  append_ends (digits, id_key);
  words->name = meso_text_fold_index (full_name);
  words->other = g_strjoin (" ", file_number, file_number_key, email, notes, national_id, NULL);
  words->digits = g_string_free (digits, FALSE);
}

gboolean
meso_patient_index_add (MesoSqliteConnection *connection, gint64 number, const MesoPatient *patient, GError **error)
{
  g_autofree char *key = meso_patient_index_file_number_key (patient->file_number);
  g_auto(Words) words = { 0 };

  make_words (patient, key, &words);
  return meso_sqlite_connection_execute (connection,
           "INSERT INTO patient_search (rowid, name, other, digits) VALUES ($1, $2, $3, $4)",
           meso_sqlite_values (I (number), T (words.name), T (words.other), T (words.digits)), error);
}

/**
 * meso_patient_index_replace:
 * @number: the patient's row
 *
 * Makes the search words of a patient anew who is in the index.
 *
 * Returns: whether they are stored
 */
gboolean
meso_patient_index_replace (MesoSqliteConnection *connection, gint64 number, const MesoPatient *patient, GError **error)
{
  return meso_sqlite_connection_execute (connection, "DELETE FROM patient_search WHERE rowid = $1",
                                         meso_sqlite_values (I (number)), error)
         && meso_patient_index_add (connection, number, patient, error);
}

/* Family name first, as in a card index. */
GBytes *
meso_patient_index_sort_key (const MesoPatient *patient)
{
  g_autofree char *name = g_strjoin (" ", patient->family_name, patient->given_name, NULL);
  g_autofree char *trimmed = g_strstrip (g_strdup (name));

  return meso_text_sort_key (trimmed);
}

/**
 * meso_patient_index_file_number_key:
 *
 * Returns: (transfer full): folded, without leading zeros: “0417”, “٤١٧” and “417” are one number
 */
char *
meso_patient_index_file_number_key (const char *file_number)
{
  g_autofree char *folded = meso_text_fold (file_number);
  const char *start = folded;

  while (start[0] == '0' && g_ascii_isdigit (start[1]))
    start++;
  return g_strdup (start);
}

/* Folded words hold letters and digits only, so quotes are enough to keep them from being read as anything else. */
static void
append_word (GString *query, const char *word)
{
  g_autofree char *part = meso_phone_search_part (word);

  if (part != NULL)
    g_string_append_printf (query, "({name other} : \"%s\" * OR {digits} : \"%s\" *)", word, part);
  else
    g_string_append_printf (query, "({name other} : \"%s\" *)", word);
}

/**
 * meso_patient_index_make_query:
 * @typed: what someone typed
 *
 * Returns: (transfer full) (nullable): the same for the full text index; %NULL when there is nothing to look for
 */
char *
meso_patient_index_make_query (const char *typed)
{
  g_autofree char *text = g_utf8_substring (typed, 0, MIN (g_utf8_strlen (typed, -1), MAX_QUERY));
  g_autoptr(GPtrArray) alternatives = meso_text_fold_query (text);
  g_autofree char *number = meso_phone_search_part (text);
  GString *query = g_string_new (NULL);

  /* The whole text may be one number, written in groups. */
  if (number != NULL)
    g_string_append_printf (query, "({digits} : \"%s\" *)", number);
  for (guint i = 0; i < alternatives->len; i++)
    {
      GStrv words = g_ptr_array_index (alternatives, i);

      g_string_append (query, query->len > 0 ? " OR (" : "(");
      for (gsize j = 0; words[j] != NULL; j++)
        {
          if (j > 0)
            g_string_append (query, " AND ");
          append_word (query, words[j]);
        }
      g_string_append_c (query, ')');
    }
  return g_string_free (query, query->len == 0);
}

/**
 * meso_patient_index_make_exact_query:
 * @typed: what someone typed
 *
 * Returns: (transfer full) (nullable): a query for names that have exactly these words; %NULL without a word
 */
char *
meso_patient_index_make_exact_query (const char *typed)
{
  g_autofree char *text = g_utf8_substring (typed, 0, MIN (g_utf8_strlen (typed, -1), MAX_QUERY));
  g_autoptr(GPtrArray) words = meso_text_fold_words (text);
  GString *query = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (query, "%s{name} : \"%s\"", i > 0 ? " AND " : "", (char *) g_ptr_array_index (words, i));
  return g_string_free (query, query->len == 0);
}

/* Columns: number file_number given_name family_name phone email national_id notes */
static MesoPatient *
read_indexed (MesoSqliteStatement *row)
{
  MesoPatient *patient = g_new0 (MesoPatient, 1);

  patient->file_number = meso_sqlite_statement_dup_text (row, 1);
  patient->given_name = meso_sqlite_statement_dup_text (row, 2);
  patient->family_name = meso_sqlite_statement_dup_text (row, 3);
  patient->phone = meso_sqlite_statement_dup_text (row, 4);
  patient->email = meso_sqlite_statement_dup_text (row, 5);
  patient->national_id = meso_sqlite_statement_dup_text (row, 6);
  patient->notes = meso_sqlite_statement_dup_text (row, 7);
  return patient;
}

static gboolean
rebuild (MesoSqliteConnection *connection, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_sqlite_connection_query (connection,
    "SELECT number, file_number, given_name, family_name, phone, email, national_id, notes FROM patient ORDER BY number",
    meso_sqlite_no_values, error);

  if (rows == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (rows))
    {
      gint64 number = meso_sqlite_statement_get_int (rows, 0);
      g_autoptr(MesoPatient) patient = read_indexed (rows);
      g_autoptr(GBytes) key = meso_patient_index_sort_key (patient);

      if (!meso_patient_index_replace (connection, number, patient, error)
          || !meso_sqlite_connection_execute (connection, "UPDATE patient SET sort_key = $2 WHERE number = $1",
                                              meso_sqlite_values (I (number), B (key)), error))
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

/**
 * meso_patient_index_refresh:
 *
 * Makes all sort keys and search words anew when they come from another version of this program or of its collation
 * library. Runs within a transaction.
 *
 * Returns: whether they are up to date
 */
gboolean
meso_patient_index_refresh (MesoSqliteConnection *connection, GError **error)
{
  g_autofree char *collator = meso_text_collator_version ();
  gboolean same_collator = FALSE, same_index = FALSE;

  if (!is_setting (connection, MESO_SETTING_COLLATOR, collator, &same_collator, error)
      || !is_setting (connection, SETTING_INDEX, MESO_PATIENT_INDEX_VERSION, &same_index, error))
    return FALSE;
  return (same_collator && same_index)
         || (rebuild (connection, error) && put_setting (connection, MESO_SETTING_COLLATOR, collator, error)
             && put_setting (connection, SETTING_INDEX, MESO_PATIENT_INDEX_VERSION, error));
}

static gboolean
is_indexed_right (MesoSqliteStatement *row)
{
  g_autoptr(MesoPatient) patient = read_indexed (row);
  g_autofree char *key = meso_patient_index_file_number_key (patient->file_number);
  g_auto(Words) words = { 0 };

  make_words (patient, key, &words);
  return g_strcmp0 (meso_sqlite_statement_peek_text (row, 8), words.name) == 0
         && g_strcmp0 (meso_sqlite_statement_peek_text (row, 9), words.other) == 0
         && g_strcmp0 (meso_sqlite_statement_peek_text (row, 10), words.digits) == 0;
}

gboolean
meso_patient_index_check (MesoSqliteConnection *connection, GPtrArray *problems, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_sqlite_connection_query (connection,
    "SELECT p.number, p.file_number, p.given_name, p.family_name, p.phone, p.email, p.national_id, p.notes,"
    " s.name, s.other, s.digits FROM patient p LEFT JOIN patient_search s ON s.rowid = p.number ORDER BY p.number",
    meso_sqlite_no_values, error);
  gboolean made_here = FALSE;

  /* Words that another version of the program made may differ rightly; opening the file makes them anew. */
  if (rows == NULL || !is_setting (connection, SETTING_INDEX, MESO_PATIENT_INDEX_VERSION, &made_here, error))
    return FALSE;
  while (made_here && meso_sqlite_statement_next (rows))
    if (!is_indexed_right (rows))
      g_ptr_array_add (problems, g_strdup_printf ("patient %s can't be found by searching",
                                                  meso_sqlite_statement_peek_text (rows, 1)));
  return meso_sqlite_statement_finish (rows, error);
}
