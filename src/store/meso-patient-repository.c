/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-repository.h"

#include "meso-patient-changes.h"
#include "meso-patient-index.h"
#include "meso-patient-rows.h"
#include "meso-store-private.h"

/**
 * meso_patient_repository_insert:
 * @staff: who enters it
 * @patient: a checked and normalised record without an id; without a file number, one is given out
 *
 * Returns: (transfer full): the record as stored
 */
MesoPatient *
meso_patient_repository_insert (MesoStoreContext *context, const char *staff, const MesoPatient *patient, GError **error)
{
  g_autoptr(MesoPatient) stored = meso_patient_copy (patient);
  g_autoptr(MesoAuditBody) body = meso_audit_body_new ();

  g_return_val_if_fail (patient->id == NULL, NULL);

  meso_patient_changes_settle_asked (NULL, stored);
  return meso_patient_changes_insert (context, staff, stored, body, error) ? g_steal_pointer (&stored) : NULL;
}

/**
 * meso_patient_repository_update:
 * @patient: the record as it shall be, checked and normalised, with the revision that it was read at
 * @reason: (nullable): why, when someone said
 *
 * Changes a record; old and new values of what changed go into the audit. When someone else changed it since it was read, nothing
 * is overwritten: %MESO_STORE_ERROR_CHANGED.
 */
gboolean
meso_patient_repository_update (MesoStoreContext *context, const char *staff, const MesoPatient *patient, const char *reason,
                                GError **error)
{
  g_autoptr(MesoPatient) old = meso_patient_repository_get (context, patient->id, error);
  g_autoptr(MesoPatient) stored = meso_patient_copy (patient);
  g_autoptr(MesoAuditBody) body = meso_audit_body_new ();

  if (old == NULL || !meso_patient_changes_is_current (old, patient, error))
    return FALSE;
  meso_patient_changes_settle_asked (old, stored);
  return meso_patient_changes_update (context, staff, old, stored, body, reason, error);
}

/**
 * meso_patient_repository_get:
 *
 * Returns: (transfer full): the record; %MESO_STORE_ERROR_NO_RECORD when there is none
 */
MesoPatient *
meso_patient_repository_get (MesoStoreContext *context, const char *id, GError **error)
{
  g_autoptr(MesoSqliteStatement) row =
    meso_store_context_query (context, error, "SELECT " MESO_PATIENT_COLUMNS " FROM patient p WHERE p.id = $1", T (id));

  return row != NULL ? meso_patient_rows_read_one (row, id, error) : NULL;
}

/**
 * meso_patient_repository_get_by_file_number:
 *
 * Returns: (transfer full): the record; any digit form, leading zeros alike
 */
MesoPatient *
meso_patient_repository_get_by_file_number (MesoStoreContext *context, const char *file_number, GError **error)
{
  g_autofree char *key = meso_patient_index_file_number_key (file_number);
  g_autoptr(MesoSqliteStatement) row =
    meso_store_context_query (context, error, "SELECT " MESO_PATIENT_COLUMNS " FROM patient p WHERE p.file_number_key = $1", T (key));

  return row != NULL ? meso_patient_rows_read_one (row, file_number, error) : NULL;
}

/* A hit is the record itself or the one it was merged into, over any number of steps. Best (0): the file number itself, then
 * all words whole in the name, then the order of names. Of each grade only the first rows can be among the first of all; only
 * their keys are read, until it is known which rows are shown. Merged records are few: all are looked at. */
#define MATCHES(query) "(SELECT rowid FROM patient_search WHERE patient_search MATCH " query ")"
#define FIRST_BY_NAME(grade, query) \
  "SELECT * FROM (SELECT h.number, " grade " FROM patient_search s JOIN patient h ON h.number = s.rowid" \
  " WHERE patient_search MATCH " query " AND h.number NOT IN (SELECT number FROM merged)" \
  " ORDER BY h.sort_key, h.file_number_key LIMIT $4)"

static const char search_sql[] =
  "WITH RECURSIVE merged (number, file_number_key, kept) AS MATERIALIZED ("
  " SELECT d.number, d.file_number_key, l.kept FROM patient_link l JOIN patient d ON d.id = l.duplicate"
  " WHERE l.unlinked_at IS NULL),"
  " linked (id, grade) AS ("
  " SELECT kept, CASE WHEN file_number_key = $2 THEN 0 WHEN number IN " MATCHES ("$3") " THEN 1 ELSE 2 END"
  " FROM merged WHERE number IN " MATCHES ("$1")
  " UNION SELECT l.kept, linked.grade FROM linked JOIN patient_link l ON l.duplicate = linked.id AND l.unlinked_at IS NULL),"
  " hit (number, grade) AS ("
  " SELECT h.number, 0 FROM patient h WHERE h.file_number_key = $2"
  " AND EXISTS (SELECT 1 FROM patient_search s WHERE s.rowid = h.number AND patient_search MATCH $1)"
  " UNION ALL " FIRST_BY_NAME ("1", "$3")
  " UNION ALL " FIRST_BY_NAME ("2", "$1")
  " UNION ALL SELECT p.number, linked.grade FROM linked JOIN patient p ON p.id = linked.id),"
  " best (number, grade) AS (SELECT number, min (grade) FROM hit GROUP BY number)"
  " SELECT " MESO_PATIENT_COLUMNS " FROM best JOIN patient p ON p.number = best.number"
  " WHERE best.number NOT IN (SELECT number FROM merged)"
  " ORDER BY best.grade, p.sort_key, p.file_number_key LIMIT $4";

/**
 * meso_patient_repository_search:
 * @text: what someone typed: words of a name, a number, a phone …
 * @limit: at most that many, 0 for all
 *
 * Returns: (transfer full) (element-type MesoPatient): those that fit, the best first; empty for an empty text
 */
GPtrArray *
meso_patient_repository_search (MesoStoreContext *context, const char *text, guint limit, GError **error)
{
  g_autofree char *query = meso_patient_index_make_query (text);
  g_autofree char *exact = NULL;
  g_autofree char *key = NULL;
  g_autoptr(MesoSqliteStatement) rows = NULL;

  if (query == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) meso_patient_free);
  exact = meso_patient_index_make_exact_query (text);
  key = meso_patient_index_file_number_key (text);
  rows = meso_store_context_query (context, error, search_sql, T (query), T (key), T (exact != NULL ? exact : query),
                                   I (limit > 0 ? (gint64) limit : G_MAXINT64));
  return rows != NULL ? meso_patient_rows_read_all (rows, error) : NULL;
}

/**
 * meso_patient_repository_list:
 *
 * Returns: (transfer full) (element-type MesoPatient): in the order of names, without those merged into another
 */
GPtrArray *
meso_patient_repository_list (MesoStoreContext *context, guint offset, guint limit, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT " MESO_PATIENT_COLUMNS " FROM patient p"
    " WHERE NOT EXISTS (SELECT 1 FROM patient_link l WHERE l.duplicate = p.id AND l.unlinked_at IS NULL)"
    " ORDER BY p.sort_key, p.file_number LIMIT $1 OFFSET $2",
    I (limit > 0 ? (gint64) limit : G_MAXINT64), I (offset));

  return rows != NULL ? meso_patient_rows_read_all (rows, error) : NULL;
}

/**
 * meso_patient_repository_count:
 *
 * Returns: whether @count_out holds how many records there are, without those merged into another
 */
gboolean
meso_patient_repository_count (MesoStoreContext *context, guint64 *count_out, GError **error)
{
  gint64 count = 0;

  if (!meso_sqlite_connection_get_int (context->connection,
        "SELECT (SELECT count(*) FROM patient) - (SELECT count(*) FROM patient_link WHERE unlinked_at IS NULL)", &count, error))
    return FALSE;
  *count_out = (guint64) count;
  return TRUE;
}
