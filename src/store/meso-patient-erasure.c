/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-erasure.h"

#include "meso-audit-body.h"
#include "meso-audit-log.h"
#include "meso-patient-index.h"
#include "meso-patient-repository.h"
#include "meso-patient-twin-index.h"
#include "meso-store-private.h"

#define ERASED "'" MESO_PATIENT_ERASED_TEXT "'"
#define BLANK(column) column " = CASE " column " WHEN '' THEN '' ELSE " ERASED " END"
#define OF_SCREENING "IN (SELECT id FROM screening WHERE patient = $1)"
#define OF_PREPARATION "IN (SELECT id FROM preparation WHERE patient = $1)"
#define OF_SESSION "IN (SELECT id FROM treatment_session WHERE patient = $1)"

/* $1: the record. Each is the whole of one table; what they leave is in the migration's own words. */
static const char *const steps[] = {
  "DELETE FROM health_item WHERE patient = $1",
  "DELETE FROM patient_portrait WHERE patient = $1",
  "DELETE FROM photo_piece WHERE photo IN (SELECT id FROM photo WHERE patient = $1)",
  "DELETE FROM photo WHERE patient = $1",
  "DELETE FROM clearance_file WHERE decision IN (SELECT id FROM screening_decision WHERE screening " OF_SCREENING ")",
  "UPDATE screening SET birth_date = NULL, " BLANK ("reason") " WHERE patient = $1",
  "UPDATE screening_decision SET " BLANK ("reason") ", clearance_from = CASE WHEN clearance_from IS NOT NULL THEN " ERASED " END,"
  " clearance_document = CASE WHEN clearance_document IS NOT NULL THEN " ERASED " END WHERE screening " OF_SCREENING,
  "UPDATE formula_version SET " BLANK ("name") " WHERE formula IN (SELECT id FROM formula WHERE patient = $1)",
  "UPDATE formula_fact SET value = " ERASED " WHERE list = 'allergy' AND formula IN (SELECT id FROM formula WHERE patient = $1)",
  "UPDATE formula_finding SET message = " ERASED " WHERE code = 'allergy' AND formula IN (SELECT id FROM formula WHERE patient = $1)",
  "UPDATE plan SET " BLANK ("status_reason") " WHERE patient = $1",
  "UPDATE plan SET status = 'stopped', status_reason = " ERASED ", status_at = NULL, status_by = NULL WHERE patient = $1 AND status IN ('active', 'suspended')",
  "UPDATE plan_session SET " BLANK ("reason") " WHERE plan IN (SELECT id FROM plan WHERE patient = $1)",
  "UPDATE treatment_session SET " BLANK ("notes") ", " BLANK ("reason") " WHERE patient = $1",
  "UPDATE session_reaction SET " BLANK ("note") " WHERE session " OF_SESSION,
  /* What was drawn from which lot stays: it is how others are warned. */
  "UPDATE preparation SET " BLANK ("notes") ", " BLANK ("reason") " WHERE patient = $1",
  "UPDATE preparation_discard SET reason = " ERASED " WHERE batch " OF_PREPARATION,
  "UPDATE entered_in_error SET reason = " ERASED " WHERE (entity = 'screening' AND entity_id " OF_SCREENING ")"
  " OR (entity = 'screening-decision' AND entity_id IN (SELECT id FROM screening_decision WHERE screening " OF_SCREENING "))"
  " OR (entity = 'formula' AND entity_id IN (SELECT id FROM formula WHERE patient = $1))"
  " OR (entity = 'handout' AND entity_id IN (SELECT id FROM handout_issue WHERE patient = $1))"
  " OR (entity = 'session' AND entity_id " OF_SESSION ")"
  " OR (entity = 'preparation' AND entity_id " OF_PREPARATION ")",
  "UPDATE patient_link SET reason = " ERASED ", unlink_reason = CASE WHEN unlink_reason IS NOT NULL THEN " ERASED " END"
  " WHERE duplicate = $1 OR kept = $1",
  "UPDATE patient_link_field SET " BLANK ("before") ", " BLANK ("after")
  " WHERE link IN (SELECT id FROM patient_link WHERE duplicate = $1 OR kept = $1)",
  "UPDATE patient_different SET " BLANK ("reason") " WHERE first = $1 OR second = $1",
};

void
meso_erasure_row_free (MesoErasureRow *self)
{
  g_free (self->at);
  g_free (self->by);
  g_free (self->reason);
  g_free (self->legal_basis);
  g_free (self);
}

void
meso_erasure_copies_clear (MesoErasureCopies *self)
{
  g_clear_pointer (&self->last_at, g_free);
  g_clear_pointer (&self->last_path, g_free);
}

/* (transfer full): ids of all records of the person; drained before anything is changed */
static GStrv
list_records (MesoStoreContext *context, const char *patient, GError **error)
{
  g_autoptr(GStrvBuilder) records = g_strv_builder_new ();
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT patient FROM patient_person WHERE person = (SELECT person FROM patient_person WHERE patient = $1)", T (patient));

  if (rows == NULL)
    return NULL;
  while (meso_sqlite_statement_next (rows))
    g_strv_builder_add (records, meso_sqlite_statement_peek_text (rows, 0));
  return meso_sqlite_statement_finish (rows, error) ? g_strv_builder_end (records) : NULL;
}

static gboolean
erase_sheets (MesoStoreContext *context, const char *record, int *count, GError **error)
{
  g_autoptr(GBytes) nothing = g_bytes_new_static (MESO_PATIENT_ERASED_TEXT, sizeof MESO_PATIENT_ERASED_TEXT - 1);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, nothing);
  g_autoptr(MesoSqliteStatement) rows =
    meso_store_context_query (context, error, "SELECT count(*) FROM handout_issue WHERE patient = $1", T (record));

  if (rows == NULL)
    return FALSE;
  if (meso_sqlite_statement_next (rows))
    *count += (int) meso_sqlite_statement_get_int (rows, 0);
  return meso_sqlite_statement_finish (rows, error)
         && meso_store_context_execute (context, error, "UPDATE handout_issue SET pdf = $2, sha256 = $3 WHERE patient = $1",
                                        T (record), B (nothing), T (sha256));
}

/* The row itself keeps its number, its dates and the sex, which clinical counts need. */
static gboolean
blank_row (MesoStoreContext *context, const char *staff, const char *record, gint64 *number_out, GError **error)
{
  g_autoptr(MesoPatient) nobody = meso_patient_new ();
  g_autoptr(GBytes) sort_key = meso_patient_index_sort_key (nobody);
  g_autoptr(MesoSqliteStatement) row = meso_store_context_query (context, error,
    "UPDATE patient SET given_name = '', family_name = '', other_given_name = '', other_family_name = '', birth_date = NULL,"
    " age = NULL, age_on = NULL, phone = '', second_phone = '', email = '', national_id = '', national_id_reason = '', address = '',"
    " language = '', next_of_kin_name = '', next_of_kin_relation = '', next_of_kin_phone = '', referred_by = '', weight_g = NULL,"
    " weight_on = NULL, blood_group = '', hair_since = '', hair_onset = 'unknown', hair_family = 'unknown', hair_treatments = '',"
    " hair_notes = '', allergies_asked = 'not-asked', medicines_asked = 'not-asked', conditions_asked = 'not-asked', notes = '',"
    " archived = 0, has_photo = 0, sort_key = $2, revision = revision + 1, updated_at = $3, updated_by = $4"
    " WHERE id = $1 RETURNING number", T (record), B (sort_key), T (context->now), T (staff));

  if (row == NULL)
    return FALSE;
  if (meso_sqlite_statement_next (row))
    *number_out = meso_sqlite_statement_get_int (row, 0);
  return meso_sqlite_statement_finish (row, error);
}

/* What somebody was typing about the person: by the record's id, or by the name or a number that stands in it. */
static gboolean
erase_drafts (MesoStoreContext *context, const MesoPatient *patient, GError **error)
{
  const char *const words[] = { patient->id, patient->family_name, patient->phone, patient->national_id };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (*words[i] != '\0'
        && !meso_store_context_execute (context, error, "DELETE FROM draft WHERE key = $1 OR instr (text, $1) > 0", T (words[i])))
      return FALSE;
  return TRUE;
}

/* (transfer full): rows of the audit that are about the record, or whose values name it, and hold values or a reason */
static GArray *
list_log_rows (MesoStoreContext *context, const char *record, GError **error)
{
  g_autoptr(GArray) rows_out = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT a.seq FROM audit a LEFT JOIN audit_payload p ON p.seq = a.seq"
    " WHERE a.action <> 'erase' AND (p.body IS NOT NULL OR a.reason NOT IN ('', " ERASED ")) AND ("
    " (a.entity = 'patient' AND a.entity_id = $1)"
    " OR (a.entity = 'screening' AND a.entity_id " OF_SCREENING ")"
    " OR (a.entity = 'screening-decision' AND a.entity_id IN (SELECT id FROM screening_decision WHERE screening " OF_SCREENING "))"
    " OR (a.entity = 'formula' AND a.entity_id IN (SELECT id FROM formula WHERE patient = $1))"
    " OR (a.entity = 'plan' AND a.entity_id IN (SELECT id FROM plan WHERE patient = $1))"
    " OR (a.entity = 'session' AND a.entity_id " OF_SESSION ")"
    " OR (a.entity = 'preparation' AND a.entity_id " OF_PREPARATION ")"
    " OR (a.entity = 'handout' AND a.entity_id IN (SELECT id FROM handout_issue WHERE patient = $1))"
    " OR instr (p.body, $1) > 0) ORDER BY a.seq", T (record));

  if (rows == NULL)
    return NULL;
  while (meso_sqlite_statement_next (rows))
    {
      gint64 seq = meso_sqlite_statement_get_int (rows, 0);

      g_array_append_val (rows_out, seq);
    }
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&rows_out) : NULL;
}

static gboolean
erase_log_rows (MesoStoreContext *context, const char *staff, const char *record, const char *reason, int *count, GError **error)
{
  g_autoptr(GArray) rows = list_log_rows (context, record, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!meso_audit_log_erase_row (context, staff, g_array_index (rows, gint64, i), reason, error))
      return FALSE;
  *count += (int) rows->len;
  return TRUE;
}

static gboolean
erase_record (MesoStoreContext *context, const char *staff, const char *record, const char *reason, MesoErasureRow *result,
              GError **error)
{
  g_autoptr(MesoPatient) patient = meso_patient_repository_get (context, record, error);
  gint64 number = 0;

  /* The log first: photos say whose they are as long as they are there. */
  if (patient == NULL || !erase_log_rows (context, staff, record, reason, &result->log_rows, error)
      || !meso_store_context_execute (context, error, "UPDATE patient SET erased_at = $2 WHERE id = $1", T (record), T (context->now)))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (!meso_sqlite_connection_execute (context->connection, steps[i], meso_sqlite_values (T (record)), error))
      return FALSE;
  meso_store_context_changed (context, "patient", record);
  result->records++;
  return erase_sheets (context, record, &result->sheets, error)
         && erase_drafts (context, patient, error)
         && blank_row (context, staff, record, &number, error)
         && meso_patient_twin_index_remove (context->connection, number, patient, error)
         && meso_patient_index_renew (context->connection, record, error);
}

/* The tombstone, and the row of the log that stays. */
static gboolean
record_erasure (MesoStoreContext *context, const char *staff, const char *licence, const char *record, const MesoErasureRow *result,
                GError **error)
{
  g_autoptr(MesoAuditBody) body = meso_audit_body_new ();

  meso_audit_body_add (body, "legal_basis", NULL, result->legal_basis);
  meso_audit_body_add_int (body, "records", result->records);
  meso_audit_body_add_int (body, "sheets", result->sheets);
  meso_audit_body_add_int (body, "log_rows", result->log_rows);
  return meso_store_context_execute (context, error,
           "INSERT INTO patient_erasure (patient, reason, legal_basis, role, licence_number, erased_at, erased_zone, erased_by)"
           " VALUES ($1, $2, $3, 'physician', $4, $5, $6, $7)", T (record), T (result->reason), T (result->legal_basis), T (licence),
           T (context->now), T (context->zone), T (staff))
         && meso_audit_log_append (context, staff, "erase", "patient", record, result->reason, meso_audit_body_get (body), error);
}

/**
 * meso_patient_erasure_erase:
 * @staff: the physician, with @licence
 * @patient: any record of the person
 * @reason: why, not empty
 * @legal_basis: by which law or request, not empty
 *
 * Returns: (transfer full): what was taken away
 */
MesoErasureRow *
meso_patient_erasure_erase (MesoStoreContext *context, const char *staff, const char *licence, const char *patient, const char *reason,
                            const char *legal_basis, GError **error)
{
  g_autoptr(MesoErasureRow) result = g_new0 (MesoErasureRow, 1);
  g_auto(GStrv) records = list_records (context, patient, error);

  if (records == NULL)
    return NULL;
  result->at = g_strdup (context->now);
  result->by = g_strdup (staff);
  result->reason = g_strdup (reason);
  result->legal_basis = g_strdup (legal_basis);
  for (guint i = 0; records[i] != NULL; i++)
    if (!erase_record (context, staff, records[i], reason, result, error))
      return NULL;
  for (guint i = 0; records[i] != NULL; i++)
    if (!record_erasure (context, staff, licence, records[i], result, error))
      return NULL;
  return g_steal_pointer (&result);
}

/**
 * meso_patient_erasure_get:
 *
 * Returns: (transfer full) (nullable): what is left to say of an erased record
 */
MesoErasureRow *
meso_patient_erasure_get (MesoStoreContext *context, const char *patient, GError **error)
{
  g_autoptr(MesoErasureRow) result = NULL;
  g_autoptr(MesoSqliteStatement) row = meso_store_context_query (context, error,
    "SELECT erased_at, erased_by, reason, legal_basis FROM patient_erasure WHERE patient = $1", T (patient));

  if (row == NULL)
    return NULL;
  if (meso_sqlite_statement_next (row))
    {
      result = g_new0 (MesoErasureRow, 1);
      result->at = meso_sqlite_statement_dup_text (row, 0);
      result->by = meso_sqlite_statement_dup_text (row, 1);
      result->reason = meso_sqlite_statement_dup_text (row, 2);
      result->legal_basis = meso_sqlite_statement_dup_text (row, 3);
    }
  return meso_sqlite_statement_finish (row, error) ? g_steal_pointer (&result) : NULL;
}

gboolean
meso_patient_erasure_count_copies (MesoStoreContext *context, const char *before, MesoErasureCopies *copies_out, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query (context, error,
    "SELECT at_utc, path FROM backup_receipt WHERE at_utc < $1 ORDER BY at_utc DESC", T (before));

  *copies_out = (MesoErasureCopies) { 0 };
  if (rows == NULL)
    return FALSE;
  for (; meso_sqlite_statement_next (rows); copies_out->count++)
    if (copies_out->count == 0)
      {
        copies_out->last_at = meso_sqlite_statement_dup_text (rows, 0);
        copies_out->last_path = meso_sqlite_statement_dup_text (rows, 1);
      }
  return meso_sqlite_statement_finish (rows, error);
}
