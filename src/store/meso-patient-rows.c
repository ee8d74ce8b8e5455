/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-rows.h"

#include "meso-patient-index.h"
#include "meso-store-private.h"

static void
read_identity (MesoPatient *patient, MesoSqliteStatement *row)
{
  patient->id = meso_sqlite_statement_dup_text (row, 0);
  patient->file_number = meso_sqlite_statement_dup_text (row, 1);
  patient->given_name = meso_sqlite_statement_dup_text (row, 2);
  patient->family_name = meso_sqlite_statement_dup_text (row, 3);
  meso_sex_from_string (meso_sqlite_statement_peek_text (row, 4), &patient->sex);
  patient->birth_date = meso_sqlite_statement_get_date (row, 5);
  patient->national_id = meso_sqlite_statement_dup_text (row, 8);
  patient->language = meso_sqlite_statement_dup_text (row, 9);
  patient->notes = meso_sqlite_statement_dup_text (row, 10);
  patient->revision = meso_sqlite_statement_get_int (row, 11);
  patient->other_given_name = meso_sqlite_statement_dup_text (row, 12);
  patient->other_family_name = meso_sqlite_statement_dup_text (row, 13);
  patient->age = (int) meso_sqlite_statement_get_int (row, 14);
  patient->age_on = meso_sqlite_statement_get_date (row, 15);
  patient->national_id_reason = meso_sqlite_statement_dup_text (row, 17);
}

static void
read_contact (MesoPatient *patient, MesoSqliteStatement *row)
{
  patient->phone = meso_sqlite_statement_dup_text (row, 6);
  patient->email = meso_sqlite_statement_dup_text (row, 7);
  patient->second_phone = meso_sqlite_statement_dup_text (row, 16);
  patient->address = meso_sqlite_statement_dup_text (row, 18);
  patient->next_of_kin_name = meso_sqlite_statement_dup_text (row, 19);
  patient->next_of_kin_relation = meso_sqlite_statement_dup_text (row, 20);
  patient->next_of_kin_phone = meso_sqlite_statement_dup_text (row, 21);
  patient->referred_by = meso_sqlite_statement_dup_text (row, 22);
}

static void
read_body (MesoPatient *patient, MesoSqliteStatement *row)
{
  patient->weight_g = meso_sqlite_statement_get_int (row, 23);
  patient->weight_on = meso_sqlite_statement_get_date (row, 24);
  patient->blood_group = meso_sqlite_statement_dup_text (row, 25);
  patient->hair_since = meso_sqlite_statement_dup_text (row, 26);
  meso_hair_onset_from_string (meso_sqlite_statement_peek_text (row, 27), &patient->hair_onset);
  meso_hair_family_from_string (meso_sqlite_statement_peek_text (row, 28), &patient->hair_family);
  patient->hair_treatments = meso_sqlite_statement_dup_text (row, 29);
  patient->hair_notes = meso_sqlite_statement_dup_text (row, 30);
  meso_asked_from_string (meso_sqlite_statement_peek_text (row, 31), &patient->allergies_asked);
  meso_asked_from_string (meso_sqlite_statement_peek_text (row, 32), &patient->medicines_asked);
  meso_asked_from_string (meso_sqlite_statement_peek_text (row, 33), &patient->conditions_asked);
  patient->archived = meso_sqlite_statement_get_int (row, 34) != 0;
  patient->has_photo = meso_sqlite_statement_get_int (row, 35) != 0;
  patient->erased = meso_sqlite_statement_get_int (row, 36) != 0;
}

MesoPatient *
meso_patient_rows_read (MesoSqliteStatement *row)
{
  MesoPatient *patient = g_new0 (MesoPatient, 1);

  read_identity (patient, row);
  read_contact (patient, row);
  read_body (patient, row);
  return patient;
}

GPtrArray *
meso_patient_rows_read_all (MesoSqliteStatement *rows, GError **error)
{
  g_autoptr(GPtrArray) patients = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_patient_free);

  while (meso_sqlite_statement_next (rows))
    g_ptr_array_add (patients, meso_patient_rows_read (rows));
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&patients) : NULL;
}

MesoPatient *
meso_patient_rows_read_one (MesoSqliteStatement *row, const char *asked_for, GError **error)
{
  if (meso_sqlite_statement_next (row))
    return meso_patient_rows_read (row);
  if (meso_sqlite_statement_finish (row, error))
    meso_store_context_set_no_record (error, "patient", asked_for);
  return NULL;
}

MesoPatient *
meso_patient_rows_find (MesoStoreContext *context, const char *id, GError **error)
{
  g_autoptr(MesoSqliteStatement) row =
    meso_store_context_query (context, error, "SELECT " MESO_PATIENT_COLUMNS " FROM patient p WHERE p.id = $1", T (id));

  return row != NULL ? meso_patient_rows_read_one (row, id, error) : NULL;
}

static gboolean
take_number (MesoSqliteStatement *row, gint64 *number_out, GError **error)
{
  if (row == NULL)
    return FALSE;
  if (meso_sqlite_statement_next (row))
    *number_out = meso_sqlite_statement_get_int (row, 0);
  return meso_sqlite_statement_finish (row, error);
}

static const char *
asked_in_words (MesoAsked asked)
{
  return meso_asked_to_string (asked == MESO_ASKED_NONE ? MESO_ASKED_NONE : MESO_ASKED_NOT);
}

#define WRITTEN_COLUMNS \
  "created_at, created_by, file_number, file_number_key, given_name, family_name, sex, birth_date, phone, email, national_id," \
  " language, notes, sort_key, other_given_name, other_family_name, age, age_on, second_phone, national_id_reason, address," \
  " next_of_kin_name, next_of_kin_relation, next_of_kin_phone, referred_by, weight_g, weight_on, blood_group, hair_since," \
  " hair_onset, hair_family, hair_treatments, hair_notes, allergies_asked, medicines_asked, conditions_asked, archived," \
  " revision, updated_at, updated_by"

/* What all statements write; those for one row as $4 to $38. */
#define WRITTEN(patient) \
  T ((patient)->file_number), T (key), T ((patient)->given_name), T ((patient)->family_name), \
  T (meso_sex_to_string ((patient)->sex)), D ((patient)->birth_date), T ((patient)->phone), T ((patient)->email), \
  T ((patient)->national_id), T ((patient)->language), T ((patient)->notes), B (sort_key), T ((patient)->other_given_name), \
  T ((patient)->other_family_name), \
  meso_calendar_date_is_set ((patient)->age_on) ? I ((patient)->age) : T (NULL), D ((patient)->age_on), \
  T ((patient)->second_phone), T ((patient)->national_id_reason), T ((patient)->address), T ((patient)->next_of_kin_name), \
  T ((patient)->next_of_kin_relation), T ((patient)->next_of_kin_phone), T ((patient)->referred_by), \
  (patient)->weight_g > 0 ? I ((patient)->weight_g) : T (NULL), D ((patient)->weight_on), T ((patient)->blood_group), \
  T ((patient)->hair_since), T (meso_hair_onset_to_string ((patient)->hair_onset)), \
  T (meso_hair_family_to_string ((patient)->hair_family)), T ((patient)->hair_treatments), T ((patient)->hair_notes), \
  T (asked_in_words ((patient)->allergies_asked)), T (asked_in_words ((patient)->medicines_asked)), \
  T (asked_in_words ((patient)->conditions_asked)), I ((patient)->archived ? 1 : 0)

gboolean
meso_patient_rows_insert (MesoStoreContext *context, const char *staff, const MesoPatient *patient, gint64 *number_out,
                          GError **error)
{
  g_autofree char *key = meso_patient_terms_file_number_key (patient->file_number);
  g_autoptr(GBytes) sort_key = meso_patient_index_sort_key (patient);
  g_autoptr(MesoSqliteStatement) row = meso_store_context_query (context, error,
    "INSERT INTO patient (id, " WRITTEN_COLUMNS ")"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,"
    " $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, 1, $2, $3) RETURNING number",
    T (patient->id), T (context->now), T (staff), WRITTEN (patient));

  return take_number (row, number_out, error);
}

/**
 * meso_patient_rows_insert_many:
 * @patients: (element-type MesoPatient): records whose ids and texts are all there
 * @first: the row's number of the first; the others follow it
 *
 * Returns: whether all rows are there
 */
gboolean
meso_patient_rows_insert_many (MesoStoreContext *context, const char *staff, const GPtrArray *patients, gint64 first, GError **error)
{
  g_autoptr(GArray) values = g_array_new (FALSE, FALSE, sizeof (MesoSqliteValue));
  g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) sort_keys = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < patients->len; i++)
    {
      const MesoPatient *patient = g_ptr_array_index (patients, i);
      char *key = meso_patient_terms_file_number_key (patient->file_number);
      GBytes *sort_key = meso_patient_index_sort_key (patient);
      const MesoSqliteValue row[] = { I (first + i), T (patient->id), T (context->now), T (staff), WRITTEN (patient), I (1),
                                      T (context->now), T (staff) };

      g_ptr_array_add (keys, key);
      g_ptr_array_add (sort_keys, sort_key);
      g_array_append_vals (values, row, G_N_ELEMENTS (row));
    }
  return patients->len == 0
         || meso_sqlite_connection_insert (context->connection, "patient (number, id, " WRITTEN_COLUMNS ")",
                                           (const MesoSqliteValue *) values->data, values->len / patients->len, patients->len, error);
}

/* What is listed stays so; "none known" beside a list is for the schema to refuse. */
#define ASKED(column, said) column " = CASE WHEN " column " = 'listed' AND " said " <> 'none-known' THEN 'listed' ELSE " said " END"

gboolean
meso_patient_rows_update (MesoStoreContext *context, const char *staff, const MesoPatient *patient, gint64 *number_out,
                          GError **error)
{
  g_autofree char *key = meso_patient_terms_file_number_key (patient->file_number);
  g_autoptr(GBytes) sort_key = meso_patient_index_sort_key (patient);
  g_autoptr(MesoSqliteStatement) row = meso_store_context_query (context, error,
    "UPDATE patient SET revision = revision + 1, updated_at = $2, updated_by = $3, file_number = $4, file_number_key = $5,"
    " given_name = $6, family_name = $7, sex = $8, birth_date = $9, phone = $10, email = $11, national_id = $12, language = $13,"
    " notes = $14, sort_key = $15, other_given_name = $16, other_family_name = $17, age = $18, age_on = $19, second_phone = $20,"
    " national_id_reason = $21, address = $22, next_of_kin_name = $23, next_of_kin_relation = $24, next_of_kin_phone = $25,"
    " referred_by = $26, weight_g = $27, weight_on = $28, blood_group = $29, hair_since = $30, hair_onset = $31,"
    " hair_family = $32, hair_treatments = $33, hair_notes = $34,"
    ASKED (" allergies_asked", "$35") "," ASKED (" medicines_asked", "$36") "," ASKED (" conditions_asked", "$37") ","
    " archived = $38 WHERE id = $1 RETURNING number",
    T (patient->id), T (context->now), T (staff), WRITTEN (patient));

  return take_number (row, number_out, error);
}
