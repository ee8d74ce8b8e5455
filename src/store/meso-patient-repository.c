/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-repository.h"

#include "meso-audit-body.h"
#include "meso-audit-log.h"
#include "meso-patient-index.h"
#include "meso-store-private.h"

#define COLUMNS "p.id, p.file_number, p.given_name, p.family_name, p.sex, p.birth_date, p.phone, p.email, p.national_id, " \
                "p.language, p.notes, p.revision"

static const char *const no_text = "";

static const char *
text_or_empty (const char *text)
{
  return text != NULL ? text : no_text;
}

static MesoPatient *
read_patient (MesoSqliteStatement *row)
{
  MesoPatient *patient = g_new0 (MesoPatient, 1);

  patient->id = meso_sqlite_statement_dup_text (row, 0);
  patient->file_number = meso_sqlite_statement_dup_text (row, 1);
  patient->given_name = meso_sqlite_statement_dup_text (row, 2);
  patient->family_name = meso_sqlite_statement_dup_text (row, 3);
  meso_sex_from_string (meso_sqlite_statement_peek_text (row, 4), &patient->sex);
  patient->birth_date = meso_sqlite_statement_get_date (row, 5);
  patient->phone = meso_sqlite_statement_dup_text (row, 6);
  patient->email = meso_sqlite_statement_dup_text (row, 7);
  patient->national_id = meso_sqlite_statement_dup_text (row, 8);
  patient->language = meso_sqlite_statement_dup_text (row, 9);
  patient->notes = meso_sqlite_statement_dup_text (row, 10);
  patient->revision = meso_sqlite_statement_get_int (row, 11);
  return patient;
}

static GPtrArray *
read_patients (MesoSqliteStatement *rows, GError **error)
{
  g_autoptr(GPtrArray) patients = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_patient_free);

  while (meso_sqlite_statement_next (rows))
    g_ptr_array_add (patients, read_patient (rows));
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&patients) : NULL;
}

static MesoPatient *
read_one (MesoSqliteStatement *row, const char *asked_for, GError **error)
{
  if (meso_sqlite_statement_next (row))
    return read_patient (row);
  if (meso_sqlite_statement_finish (row, error))
    meso_store_context_set_no_record (error, "patient", asked_for);
  return NULL;
}

/* old is NULL for someone new. */
static MesoAuditBody *
describe (const MesoPatient *old, const MesoPatient *patient)
{
  MesoAuditBody *body = meso_audit_body_new ();

#define ADD(field) meso_audit_body_add (body, #field, old != NULL ? old->field : no_text, text_or_empty (patient->field))
  ADD (file_number);
  ADD (given_name);
  ADD (family_name);
  ADD (phone);
  ADD (email);
  ADD (national_id);
  ADD (language);
  ADD (notes);
#undef ADD
  meso_audit_body_add (body, "sex", old != NULL ? meso_sex_to_string (old->sex) : NULL, meso_sex_to_string (patient->sex));
  meso_audit_body_add_date (body, "birth_date", old != NULL ? old->birth_date : MESO_CALENDAR_DATE_NONE, patient->birth_date);
  return body;
}

static gboolean
take_next_number (MesoStoreContext *context, gint64 *number_out, GError **error)
{
  g_autoptr(MesoSqliteStatement) row = meso_store_context_query (context, error,
    "UPDATE number_sequence SET next = next + 1 WHERE name = $1 RETURNING next - 1", T ("file-number"));

  if (row == NULL)
    return FALSE;
  if (!meso_sqlite_statement_next (row))
    {
      if (meso_sqlite_statement_finish (row, error))
        meso_store_context_set_no_record (error, "number sequence", "file-number");
      return FALSE;
    }
  *number_out = meso_sqlite_statement_get_int (row, 0);
  return meso_sqlite_statement_finish (row, error);
}

static gboolean
is_number_taken (MesoStoreContext *context, gint64 number, gboolean *taken_out, GError **error)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  g_autoptr(MesoSqliteStatement) row =
    meso_store_context_query (context, error, "SELECT 1 FROM patient WHERE file_number_key = $1", T (key));

  if (row == NULL)
    return FALSE;
  *taken_out = meso_sqlite_statement_next (row);
  return meso_sqlite_statement_finish (row, error);
}

/* Numbers are given out once. Those that someone typed may be in the way, however many: then the next. */
static char *
allocate_file_number (MesoStoreContext *context, GError **error)
{
  gboolean taken = TRUE;
  gint64 number = 0;

  while (taken)
    if (!take_next_number (context, &number, error) || !is_number_taken (context, number, &taken, error))
      return NULL;
  return g_strdup_printf ("%04" G_GINT64_FORMAT, number);
}

static gboolean
insert_row (MesoStoreContext *context, const char *staff, const MesoPatient *patient, gint64 *number_out, GError **error)
{
  g_autofree char *key = meso_patient_index_file_number_key (patient->file_number);
  g_autoptr(GBytes) sort_key = meso_patient_index_sort_key (patient);
  g_autoptr(MesoSqliteStatement) row = meso_store_context_query (context, error,
    "INSERT INTO patient (id, file_number, file_number_key, given_name, family_name, sex, birth_date, phone, email,"
    " national_id, language, notes, sort_key, revision, created_at, created_by, updated_at, updated_by)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1, $14, $15, $14, $15) RETURNING number",
    T (patient->id), T (patient->file_number), T (key), T (patient->given_name), T (patient->family_name),
    T (meso_sex_to_string (patient->sex)), D (patient->birth_date), T (patient->phone), T (patient->email),
    T (patient->national_id), T (patient->language), T (patient->notes), B (sort_key), T (context->now), T (staff));

  if (row == NULL)
    return FALSE;
  if (meso_sqlite_statement_next (row))
    *number_out = meso_sqlite_statement_get_int (row, 0);
  return meso_sqlite_statement_finish (row, error);
}

static void
fill_texts (MesoPatient *patient)
{
  char **texts[] = { &patient->given_name, &patient->family_name, &patient->phone, &patient->email, &patient->national_id,
                     &patient->language, &patient->notes };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (*texts[i] == NULL)
      *texts[i] = g_strdup ("");
}

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
  g_autoptr(MesoAuditBody) body = NULL;
  gint64 number = 0;

  g_return_val_if_fail (patient->id == NULL, NULL);

  stored->id = g_uuid_string_random ();
  stored->revision = 1;
  fill_texts (stored);
  if (*text_or_empty (stored->file_number) == '\0')
    {
      g_free (stored->file_number);
      stored->file_number = allocate_file_number (context, error);
      if (stored->file_number == NULL)
        return NULL;
    }
  body = describe (NULL, stored);
  if (!insert_row (context, staff, stored, &number, error)
      || !meso_patient_index_add (context->connection, number, stored, error)
      || !meso_audit_log_append (context, staff, "create", "patient", stored->id, "", meso_audit_body_get (body), error))
    return NULL;
  meso_store_context_changed (context, "patient", stored->id);
  return g_steal_pointer (&stored);
}

static gboolean
update_row (MesoStoreContext *context, const char *staff, const MesoPatient *patient, gint64 *number_out, GError **error)
{
  g_autofree char *key = meso_patient_index_file_number_key (patient->file_number);
  g_autoptr(GBytes) sort_key = meso_patient_index_sort_key (patient);
  g_autoptr(MesoSqliteStatement) row = meso_store_context_query (context, error,
    "UPDATE patient SET file_number = $2, file_number_key = $3, given_name = $4, family_name = $5, sex = $6,"
    " birth_date = $7, phone = $8, email = $9, national_id = $10, language = $11, notes = $12, sort_key = $13,"
    " revision = revision + 1, updated_at = $14, updated_by = $15 WHERE id = $1 RETURNING number",
    T (patient->id), T (patient->file_number), T (key), T (patient->given_name), T (patient->family_name),
    T (meso_sex_to_string (patient->sex)), D (patient->birth_date), T (patient->phone), T (patient->email),
    T (patient->national_id), T (patient->language), T (patient->notes), B (sort_key), T (context->now), T (staff));

  if (row == NULL)
    return FALSE;
  if (meso_sqlite_statement_next (row))
    *number_out = meso_sqlite_statement_get_int (row, 0);
  return meso_sqlite_statement_finish (row, error);
}

static gboolean
is_unchanged (const MesoPatient *on_file, const MesoPatient *patient, GError **error)
{
  if (on_file->revision == patient->revision)
    return TRUE;
  g_set_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_CHANGED, "The record %s was changed by someone else meanwhile. %s",
               on_file->file_number, meso_store_error_get_sentence (MESO_STORE_ERROR_CHANGED));
  return FALSE;
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
  g_autoptr(MesoPatient) stored = NULL;
  g_autoptr(MesoAuditBody) body = NULL;
  gint64 number = 0;

  if (old == NULL || !is_unchanged (old, patient, error))
    return FALSE;
  stored = meso_patient_copy (patient);
  fill_texts (stored);
  if (*text_or_empty (stored->file_number) == '\0')
    {
      g_free (stored->file_number);
      stored->file_number = g_strdup (old->file_number);
    }
  body = describe (old, stored);
  if (meso_audit_body_is_empty (body))
    return TRUE;
  meso_store_context_changed (context, "patient", stored->id);
  return update_row (context, staff, stored, &number, error)
         && meso_patient_index_replace (context->connection, number, stored, error)
         && meso_audit_log_append (context, staff, "update", "patient", stored->id, reason, meso_audit_body_get (body), error);
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
    meso_store_context_query (context, error, "SELECT " COLUMNS " FROM patient p WHERE p.id = $1", T (id));

  return row != NULL ? read_one (row, id, error) : NULL;
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
    meso_store_context_query (context, error, "SELECT " COLUMNS " FROM patient p WHERE p.file_number_key = $1", T (key));

  return row != NULL ? read_one (row, file_number, error) : NULL;
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
  " SELECT " COLUMNS " FROM best JOIN patient p ON p.number = best.number"
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
  return rows != NULL ? read_patients (rows, error) : NULL;
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
    "SELECT " COLUMNS " FROM patient p"
    " WHERE NOT EXISTS (SELECT 1 FROM patient_link l WHERE l.duplicate = p.id AND l.unlinked_at IS NULL)"
    " ORDER BY p.sort_key, p.file_number LIMIT $1 OFFSET $2",
    I (limit > 0 ? (gint64) limit : G_MAXINT64), I (offset));

  return rows != NULL ? read_patients (rows, error) : NULL;
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
