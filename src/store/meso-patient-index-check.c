/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-index.h"

#include "meso-patient-rows.h"

/* Behind the columns of the record. */
enum { NUMBER = MESO_PATIENT_N_COLUMNS, SORT_KEY, STANDS, OTHERS, PLACE, ARCHIVED, NAME, OTHER, DIGITS };

static gboolean
has_right_words (MesoSqliteConnection *connection, MesoSqliteStatement *row, const MesoPatient *patient, gboolean *right_out,
                 GError **error)
{
  g_autoptr(MesoPatientTerms) words = NULL;

  if (meso_sqlite_statement_get_int (row, OTHERS) != 0)
    words = meso_patient_index_make_words (connection, meso_sqlite_statement_get_int (row, NUMBER), error);
  else
    meso_patient_terms_add (words = meso_patient_terms_new (), patient);
  if (words == NULL)
    return FALSE;
  *right_out = g_strcmp0 (meso_sqlite_statement_peek_text (row, NAME), words->name->str) == 0
               && g_strcmp0 (meso_sqlite_statement_peek_text (row, OTHER), words->other->str) == 0
               && g_strcmp0 (meso_sqlite_statement_peek_text (row, DIGITS), words->digits->str) == 0;
  return TRUE;
}

static gboolean
has_right_key (MesoSqliteStatement *row, const MesoPatient *patient)
{
  g_autoptr(GBytes) stored = meso_sqlite_statement_dup_blob (row, SORT_KEY);
  g_autoptr(GBytes) made = meso_patient_index_sort_key (patient);

  return stored != NULL && g_bytes_equal (stored, made);
}

/* last: the place of the one before by name */
static gboolean
check_row (MesoSqliteConnection *connection, MesoSqliteStatement *row, gint64 *last, GPtrArray *problems, GError **error)
{
  g_autoptr(MesoPatient) patient = meso_patient_rows_read (row);
  gboolean stands = meso_sqlite_statement_get_int (row, STANDS) != 0;
  gint64 place = meso_sqlite_statement_get_int (row, PLACE);
  gboolean right = TRUE;

  if (stands != (place > 0))
    g_ptr_array_add (problems, g_strdup_printf (stands ? "patient %s isn't in the order of names"
                                                       : "patient %s stands for another and is in the order of names all the same",
                                                patient->file_number));
  if (!stands || place == 0)
    return TRUE;
  if (place <= *last || !has_right_key (row, patient))
    g_ptr_array_add (problems, g_strdup_printf ("patient %s isn't in their place in the order of names", patient->file_number));
  if (patient->archived != (meso_sqlite_statement_get_int (row, ARCHIVED) != 0))
    g_ptr_array_add (problems, g_strdup_printf ("patient %s is listed as archived, or isn't, against the record",
                                                patient->file_number));
  *last = MAX (*last, place);
  if (!has_right_words (connection, row, patient, &right, error))
    return FALSE;
  if (!right)
    g_ptr_array_add (problems, g_strdup_printf ("patient %s can't be found by searching", patient->file_number));
  return TRUE;
}

static gboolean
check_rows (MesoSqliteConnection *connection, GPtrArray *problems, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_sqlite_connection_query (connection,
    "SELECT " MESO_PATIENT_COLUMNS ", p.number, p.sort_key, p.erased_at IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM patient_link l WHERE l.duplicate = p.id AND l.unlinked_at IS NULL),"
    " EXISTS (SELECT 1 FROM patient_link l WHERE l.kept = p.id AND l.unlinked_at IS NULL),"
    " o.place, o.archived, s.name, s.other, s.digits FROM patient p"
    " LEFT JOIN patient_order o ON o.patient = p.number LEFT JOIN patient_search s ON s.rowid = o.place"
    " ORDER BY p.sort_key, p.file_number", meso_sqlite_no_values, error);
  gint64 last = 0;

  if (rows == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (rows))
    if (!check_row (connection, rows, &last, problems, error))
      return FALSE;
  return meso_sqlite_statement_finish (rows, error);
}

/* What a search could find of someone whom the list doesn't have. */
static gboolean
check_strays (MesoSqliteConnection *connection, GPtrArray *problems, GError **error)
{
  gint64 strays = 0;

  if (!meso_sqlite_connection_get_int (connection,
        "SELECT count(*) FROM patient_search s WHERE NOT EXISTS (SELECT 1 FROM patient_order o WHERE o.place = s.rowid)",
        &strays, error))
    return FALSE;
  if (strays > 0)
    g_ptr_array_add (problems, g_strdup_printf ("the search knows %" G_GINT64_FORMAT " that aren't in the order of names", strays));
  return TRUE;
}

/**
 * meso_patient_index_check:
 * @problems: (element-type utf8): what is wrong is added
 *
 * Compares the order of names and the words of every patient with what would be made of their records now.
 *
 * Returns: whether it could be looked at
 */
gboolean
meso_patient_index_check (MesoSqliteConnection *connection, GPtrArray *problems, GError **error)
{
  gboolean current = FALSE;

  /* What another version of the program made may differ rightly; opening the file makes it anew. */
  if (!meso_patient_index_is_current (connection, &current, error))
    return FALSE;
  return !current || (check_rows (connection, problems, error) && check_strays (connection, problems, error));
}
