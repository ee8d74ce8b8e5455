/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "frozen-file.h"
#include "meso-audit-log.h"
#include "meso-backup.h"
#include "meso-draft-repository.h"
#include "meso-formula-repository.h"
#include "meso-handout-repository.h"
#include "meso-lot-repository.h"
#include "meso-patient-erasure.h"
#include "meso-patient-repository.h"
#include "meso-patient-search.h"
#include "meso-patient-twins.h"
#include "meso-photo-repository.h"
#include "meso-plan-repository.h"
#include "meso-preparation-repository.h"
#include "meso-protocol-archive-repository.h"
#include "meso-protocol-layer.h"
#include "meso-protocol-version-repository.h"
#include "meso-recall-repository.h"
#include "meso-record-repository.h"
#include "meso-screening-engine.h"
#include "meso-screening-repository.h"
#include "meso-session-repository.h"
#include "meso-setting-repository.h"
#include "meso-stock-repository.h"
#include "meso-store-schema.h"
#include "meso-test-store.h"
#include "meso-test-values.h"
#include "meso-text-fold.h"

/* Files of every version that ever shipped: each must open, upgraded, with all that was in it. */

static MesoPatient *
find_one (MesoStoreContext *context, const char *text, const char *file_number)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = meso_patient_search_find (context, text, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (((MesoPatient *) g_ptr_array_index (found, 0))->file_number, ==, file_number);
  return g_ptr_array_steal_index (found, 0);
}

/* The content of the time, and the same verdict again: whatever ships today. */
static void
expect_replay (MesoStoreContext *context, const MesoScreening *screening)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) documents =
    meso_protocol_archive_repository_load (context, screening->verdict->protocol_hash, &error);
  g_autoptr(MesoProtocol) protocol = NULL;
  g_autoptr(MesoVerdict) again = NULL;
  g_autofree char *difference = NULL;

  g_assert_no_error (error);
  protocol = meso_protocol_new (documents, &error);
  g_assert_no_error (error);
  again = meso_screening_engine_evaluate (protocol, screening->response, screening->date, &error);
  g_assert_no_error (error);
  difference = meso_verdict_describe_difference (screening->verdict, again);
  g_assert_cmpstr (difference, ==, NULL);
}

static void
expect_screenings (MesoStoreContext *context, const char *patient)
{
  g_autoptr(GPtrArray) screenings = meso_screening_repository_list (context, patient, NULL);
  g_autoptr(GPtrArray) decisions = NULL;
  guint counts[MESO_OUTCOME_BLOCK + 1] = { 0 };
  guint amending = 0, in_error = 0;

  g_assert_cmpuint (screenings->len, ==, 4);
  for (guint i = 0; i < screenings->len; i++)
    {
      const MesoScreening *screening = g_ptr_array_index (screenings, i);

      expect_replay (context, screening);
      counts[screening->verdict->outcome]++;
      amending += screening->amends != NULL;
      in_error += screening->entered_in_error != NULL;
      if (screening->verdict->outcome == MESO_OUTCOME_SUITABLE)
        decisions = meso_screening_repository_list_decisions (context, screening->id, NULL);
    }
  g_assert_cmpuint (counts[MESO_OUTCOME_SUITABLE], ==, 1);
  g_assert_cmpuint (counts[MESO_OUTCOME_DEFER], ==, 1);
  g_assert_cmpuint (counts[MESO_OUTCOME_BLOCK], ==, 1);
  g_assert_cmpuint (counts[MESO_OUTCOME_INCOMPLETE], ==, 1);
  g_assert_cmpuint (amending, ==, 1);
  g_assert_cmpuint (in_error, ==, 1);
  g_assert_cmpuint (decisions->len, ==, 1);
}

static void
expect_formula (MesoStoreContext *context, const char *patient)
{
  g_autoptr(MesoFormulaVersion) formula = meso_formula_repository_latest_of_patient (context, patient, NULL);
  g_autoptr(MesoFormulaVersion) first = NULL;

  g_assert_cmpint (formula->version, ==, 2);
  g_assert_cmpint (formula->formula->points, ==, 60);
  g_assert_cmpint (formula->check->total_volume_ul, ==, 5000);
  g_assert_cmpuint (formula->check->lines->len, ==, 2);
  first = meso_formula_repository_get (context, formula->formula_id, 1, NULL);
  g_assert_cmpint (first->formula->points, ==, 50);
  g_assert_cmpstr (((MesoFormulaItem *) g_ptr_array_index (first->formula->items, 0))->strength, ==, "۱ mg/mL");
}

static void
expect_course (MesoStoreContext *context, const char *patient)
{
  static const char *const status[] = { "done", "planned", "planned", "planned", "planned", "cancelled" };
  g_autoptr(MesoCourse) course = meso_plan_repository_latest_of_patient (context, patient, NULL);
  g_autoptr(GPtrArray) issues = meso_handout_repository_list (context, patient, NULL);
  g_autoptr(MesoHandoutIssue) issue = NULL;

  /* Six treatments, then the check-ups and the first recall. */
  g_assert_cmpuint (course->sessions->len, ==, 10);
  for (guint i = 0; i < 6; i++)
    g_assert_cmpstr (meso_planned_status_to_string (((MesoPlannedSession *) g_ptr_array_index (course->sessions, i))->status), ==,
                     status[i]);
  g_assert_cmpint (((MesoPlannedSession *) g_ptr_array_index (course->sessions, 1))->date.day, ==, 9);
  g_assert_cmpuint (issues->len, ==, 1);
  issue = meso_handout_repository_get (context, ((MesoHandoutIssue *) g_ptr_array_index (issues, 0))->id, NULL);
  g_assert_cmpmem (g_bytes_get_data (issue->pdf, NULL), g_bytes_get_size (issue->pdf), "%PDF-1.7 a sheet, as printed\n", 29);
  g_assert_cmpstr (issue->sheet_time, ==, "14:00");
  g_assert_cmpint (issue->session_n, ==, 1);
}

/* entries: how long the audit is. What version 1 held, every later file holds too: they are made by the same generator. */
static gboolean
expect_version_1 (MesoStoreContext *context, gpointer data, GError **error)
{
  g_autoptr(MesoPatient) leila = find_one (context, "0912 123", "0001");
  g_autoptr(MesoPatient) twin = find_one (context, "leyla", "0001");
  g_autoptr(MesoPatient) reza = find_one (context, "علیرضا", "0002");
  g_autoptr(MesoPatient) karim = find_one (context, "کریم رضایی", "0003");
  g_autoptr(MesoPatient) john = find_one (context, "obrien", "0004");
  g_autoptr(MesoDraft) draft = meso_draft_repository_get (context, "screening", karim->id, NULL);
  g_autoptr(MesoBackupReceipt) receipt = meso_backup_get_latest (context, NULL);
  g_autoptr(MesoAuditVerification) audit = meso_audit_log_verify (context, NULL);
  g_autofree char *name = meso_setting_repository_get (context, MESO_SETTING_CLINIC_NAME_FA, NULL);

  g_assert_cmpstr (leila->national_id, ==, "0084571622");
  g_assert_cmpint (leila->birth_date.year, ==, 1990);
  g_assert_cmpstr (john->email, ==, "john@example.org");
  g_assert_cmpstr (john->phone, ==, "+44 20 7946 0018");
  expect_screenings (context, leila->id);
  expect_formula (context, leila->id);
  expect_course (context, leila->id);
  g_assert_cmpstr (draft->text, ==, "{\"pregnant\":\"no\"}");
  g_assert_cmpint (receipt->patients, ==, 5);
  g_assert_cmpstr (name, ==, "کلینیک مو و پوست");
  g_assert_cmpuint (audit->entries, ==, *(guint64 *) data);
  g_assert_cmpint (audit->first_bad, ==, 0);
  return TRUE;
}

static void
expect_session (const MesoTreatmentSession *session)
{
  g_assert_cmpint (session->session_n, ==, 1);
  g_assert_cmpint (session->minute, ==, 10 * 60 + 5);
  g_assert_cmpint (session->operator_role, ==, MESO_ROLE_NURSE);
  g_assert_cmpint (session->formula_version, ==, 1);
  g_assert_cmpint (session->points, ==, 50);
  g_assert_cmpint (session->volume_ul, ==, 4750);
  g_assert_cmpint (session->wasted_ul, ==, 250);
  g_assert_cmpint (session->pain, ==, 3);
  g_assert_cmpint (session->before.systolic, ==, 121);
  g_assert_cmpint (session->after.diastolic, ==, 80);
  g_assert_cmpuint (session->reactions->len, ==, 2);
  g_assert_cmpstr (((MesoReaction *) g_ptr_array_index (session->reactions, 1))->note, ==, "dizzy for a minute");
  g_assert_cmpstr (session->notes, ==, "Sat up slowly.\nآرام نشست");
  g_assert_cmpstr (session->reason, ==, "counted again");
}

static gboolean
expect_version_2 (MesoStoreContext *context, gpointer data, GError **error)
{
  g_autoptr(MesoPatient) leila = find_one (context, "0912 123", "0001");
  g_autoptr(GPtrArray) sessions = meso_session_repository_list (context, leila->id, NULL);
  g_autoptr(MesoTreatmentSession) latest = meso_session_repository_latest (context, leila->id, NULL);
  g_autoptr(MesoCourse) course = meso_plan_repository_latest_of_patient (context, leila->id, NULL);
  guint amended = 0, in_error = 0;

  g_assert_cmpuint (sessions->len, ==, 3);
  for (guint i = 0; i < sessions->len; i++)
    {
      const MesoTreatmentSession *session = g_ptr_array_index (sessions, i);

      amended += session->amended_by != NULL;
      in_error += session->entered_in_error != NULL;
    }
  g_assert_cmpuint (amended, ==, 1);
  g_assert_cmpuint (in_error, ==, 1);
  expect_session (latest);
  g_assert_cmpint (course->status, ==, MESO_COURSE_SUSPENDED);
  g_assert_cmpstr (course->status_reason, ==, "a new bald patch");
  /* Older files know it from their audit. */
  g_assert_nonnull (course->status_by);
  g_assert_true (g_str_has_prefix (course->status_at, "2026-11-22T"));
  g_assert_cmpint (((MesoPlannedSession *) g_ptr_array_index (course->sessions, 1))->minute, ==, 14 * 60 + 30);
  return TRUE;
}

static const MesoHealthItem *
get_item (const MesoPatientRecord *record, guint n, const char *what, MesoHealthStatus status)
{
  const MesoHealthItem *item = g_ptr_array_index (record->items, n);

  g_assert_cmpstr (item->what, ==, what);
  g_assert_cmpint (item->status, ==, status);
  return item;
}

static void
expect_items (const MesoPatientRecord *record)
{
  g_assert_cmpuint (record->items->len, ==, 6);
  get_item (record, 0, "لیدوکائین", MESO_HEALTH_REPLACED);
  g_assert_cmpint (get_item (record, 1, "لیدوکائین", MESO_HEALTH_ACTIVE)->severity, ==, MESO_ALLERGY_SEVERE);
  g_assert_cmpstr (get_item (record, 1, "لیدوکائین", MESO_HEALTH_ACTIVE)->ingredient, ==, "lidocaine");
  g_assert_cmpstr (get_item (record, 2, "Penicillin", MESO_HEALTH_ENTERED_IN_ERROR)->reason, ==, "another patient's");
  g_assert_cmpint (get_item (record, 3, "Warfarin", MESO_HEALTH_ACTIVE)->origin, ==, MESO_MEDICINE_PRESCRIBED);
  get_item (record, 4, "Omega-3", MESO_HEALTH_ENDED);
  g_assert_cmpstr (get_item (record, 5, "Hypothyroidism", MESO_HEALTH_ACTIVE)->since, ==, "2020");
}

static void
expect_portraits (MesoStoreContext *context, const char *patient)
{
  g_autoptr(GPtrArray) portraits = meso_photo_repository_list_portraits (context, patient, NULL);
  g_autoptr(MesoPhoto) portrait = meso_photo_repository_get_portrait (context, patient, NULL);
  g_autoptr(GBytes) bytes = meso_photo_repository_load (context, portrait->id, NULL);
  g_autoptr(GBytes) thumbnail = meso_photo_repository_load_thumbnail (context, portrait->id, NULL);
  const MesoPhoto *before = g_ptr_array_index (portraits, 1);

  g_assert_cmpuint (portraits->len, ==, 2);
  g_assert_cmpint (portrait->type, ==, MESO_PHOTO_PNG);
  g_assert_cmpint (portrait->orientation, ==, 3);
  g_assert_cmpint (portrait->size, ==, (gint64) g_bytes_get_size (bytes));
  g_assert_cmpmem (g_bytes_get_data (thumbnail, NULL), g_bytes_get_size (thumbnail), "a small picture", 15);
  g_assert_cmpint (before->type, ==, MESO_PHOTO_JPEG);
  g_assert_cmpint (before->orientation, ==, 6);
  g_assert_nonnull (before->ended_by);
}

static gboolean
expect_version_3 (MesoStoreContext *context, gpointer data, GError **error)
{
  g_autoptr(MesoPatient) found = find_one (context, "0912 123", "0001");
  g_autoptr(MesoPatient) farid = find_one (context, "farid nouri", "0006");
  g_autoptr(MesoPatientRecord) record = meso_record_repository_get (context, found->id, NULL);
  const MesoPatient *leila = record->patient;

  g_assert_cmpstr (leila->other_family_name, ==, "کریمی");
  g_assert_cmpstr (leila->address, ==, "Vali-e-Asr St, No. 12\nتهران");
  g_assert_cmpstr (leila->next_of_kin_phone, ==, "+989127654321");
  g_assert_cmpint (leila->weight_g, ==, 61500);
  g_assert_cmpint (leila->weight_on.day, ==, 22);
  g_assert_cmpstr (leila->blood_group, ==, "AB-");
  g_assert_cmpint (leila->hair_onset, ==, MESO_HAIR_ONSET_GRADUAL);
  g_assert_cmpint (leila->hair_family, ==, MESO_HAIR_FAMILY_YES);
  g_assert_cmpint (leila->medicines_asked, ==, MESO_ASKED_LISTED);
  g_assert_true (leila->has_photo);
  expect_items (record);
  expect_portraits (context, leila->id);
  g_assert_cmpint (farid->age, ==, 43);
  g_assert_cmpint (farid->age_on.year, ==, 2026);
  g_assert_cmpstr (farid->national_id_reason, ==, "as on the card");
  g_assert_cmpint (farid->allergies_asked, ==, MESO_ASKED_NONE);
  g_assert_cmpint (farid->conditions_asked, ==, MESO_ASKED_NOT);
  g_assert_true (farid->archived);
  g_assert_false (farid->has_photo);
  return TRUE;
}

/* Of what a file's version didn't know, nothing is known. */
static gboolean
expect_nothing_of_version_3 (MesoStoreContext *context, gpointer data, GError **error)
{
  g_autoptr(MesoPatient) found = find_one (context, "0912 123", "0001");
  g_autoptr(MesoPatientRecord) record = meso_record_repository_get (context, found->id, NULL);
  g_autoptr(MesoPatient) nobody = meso_patient_new ();
  static const char *const known[] = { "file_number", "given_name", "family_name", "sex", "birth_date", "phone", "email", "national_id",
                                       "language", "notes", NULL };

  g_assert_cmpuint (record->items->len, ==, 0);
  g_assert_false (record->patient->has_photo);
  for (const char *const *field = meso_patient_fields (); *field != NULL; field++)
    {
      g_autofree char *value = meso_patient_dup_field (record->patient, *field);
      g_autofree char *none = meso_patient_dup_field (nobody, *field);

      if (!g_strv_contains (known, *field))
        g_assert_cmpstr (value, ==, none);
    }
  return TRUE;
}

/* The same people, lined up by name, and found by what version 3 knows of them. */
static gboolean
expect_version_4 (MesoStoreContext *context, gpointer data, GError **error)
{
  g_autoptr(GPtrArray) listed = meso_patient_search_list (context, 0, 0, NULL);
  g_autoptr(MesoPatient) other_name = find_one (context, "لیلا کریمی", "0001");
  g_autoptr(MesoPatient) persian = find_one (context, "لیلا ۱۳۶۹/۲/۱۱", "0001");
  g_autoptr(MesoPatient) gregorian = find_one (context, "1990-05-01 leila", "0001");
  guint64 count = 0;

  g_assert_true (meso_patient_search_count (context, &count, NULL));
  g_assert_cmpuint (count, ==, listed->len);
  for (guint i = 1; i < listed->len; i++)
    {
      const MesoPatient *one = g_ptr_array_index (listed, i - 1), *next = g_ptr_array_index (listed, i);
      g_autofree char *one_name = g_strjoin (" ", one->family_name, one->given_name, NULL);
      g_autofree char *next_name = g_strjoin (" ", next->family_name, next->given_name, NULL);
      g_autoptr(GBytes) one_key = meso_text_sort_key (one_name);
      g_autoptr(GBytes) next_key = meso_text_sort_key (next_name);

      g_assert_cmpint (g_bytes_compare (one_key, next_key), <=, 0);
      g_assert_false (one->archived || next->archived);
    }
  return TRUE;
}

/* Twins are found in files of all versions; what somebody said of them, and who was erased, is in those that could hold it. */
static gboolean
expect_version_5 (MesoStoreContext *context, gpointer data, GError **error)
{
  g_autoptr(GPtrArray) mahin = meso_patient_search_find (context, "Mahin Tavakoli", 0, NULL);
  g_autoptr(GPtrArray) pairs = meso_patient_twins_list_pairs (context, 10, NULL);
  g_autoptr(MesoPatient) gone = meso_patient_repository_get_by_file_number (context, "9", NULL);
  g_autoptr(MesoErasureRow) erasure = meso_patient_erasure_get (context, gone->id, NULL);
  gboolean different = FALSE;

  g_assert_cmpuint (mahin->len, ==, 2);
  g_assert_true (meso_patient_twins_are_different (context, ((MesoPatient *) mahin->pdata[0])->id,
                                                   ((MesoPatient *) mahin->pdata[1])->id, &different, NULL));
  g_assert_true (different);
  g_assert_cmpuint (pairs->len, ==, 0);
  g_assert_true (gone->erased);
  g_assert_cmpstr (gone->family_name, ==, "");
  g_assert_cmpstr (erasure->legal_basis, ==, "data protection act");
  return TRUE;
}

static gboolean
expect_version_6 (MesoStoreContext *context, gpointer data, GError **error)
{
  g_autoptr(MesoProtocolVersion) newest = meso_protocol_version_repository_get_newest (context, NULL);
  g_autoptr(GPtrArray) documents = meso_protocol_archive_repository_load (context, newest->hash, NULL);
  g_autoptr(MesoProtocol) protocol = meso_protocol_new (documents, NULL);

  g_assert_cmpuint (newest->number, ==, 1);
  g_assert_cmpstr (newest->action, ==, "change");
  g_assert_cmpstr (newest->reason, ==, "جلسهٔ پزشکان");
  g_assert_cmpstr (meso_protocol_get_hash (protocol), ==, newest->hash);
  g_assert_cmpint (meso_protocol_lookup_change (protocol, "MENS", 1)->days, ==, 9);
  return TRUE;
}

static guint
count_no_reactions (MesoStoreContext *context)
{
  g_autoptr(MesoPatient) leila = find_one (context, "0912 123", "0001");
  g_autoptr(GPtrArray) sessions = meso_session_repository_list (context, leila->id, NULL);
  guint said = 0;

  for (guint i = 0; i < sessions->len; i++)
    said += ((const MesoTreatmentSession *) g_ptr_array_index (sessions, i))->no_reactions;
  return said;
}

/* “No reactions” was said of one of the sessions. */
static gboolean
expect_version_7 (MesoStoreContext *context, gpointer data, GError **error)
{
  g_assert_cmpuint (count_no_reactions (context), ==, 1);
  return TRUE;
}

static const MesoLot *
find_lot (const GPtrArray *lots, const char *number)
{
  for (guint i = 0; i < lots->len; i++)
    if (g_str_equal (((const MesoLot *) g_ptr_array_index (lots, i))->number, number))
      return g_ptr_array_index (lots, i);
  g_assert_not_reached ();
}

static void
expect_preparation (const MesoPreparation *preparation)
{
  const MesoPreparationDraw *draw = g_ptr_array_index (preparation->draws, 2);

  g_assert_cmpint (preparation->formula_version, ==, 1);
  g_assert_cmpint (preparation->wasted_ul, ==, 100);
  g_assert_cmpstr (preparation->mixed_at, ==, "2026-11-22T06:30:00.000000Z");
  g_assert_cmpstr (preparation->zone, ==, "Asia/Tehran");
  g_assert_cmpstr (preparation->notes, ==, "Clear.\nشفاف");
  g_assert_cmpstr (preparation->reason, ==, "measured again");
  g_assert_nonnull (preparation->session);
  g_assert_cmpuint (preparation->draws->len, ==, 3);
  g_assert_cmpuint (draw->item, ==, MESO_PREPARATION_DILUENT);
  g_assert_cmpint (draw->volume_ul, ==, 1000);
}

/* Lots, one of them corrected and recalled since, and a batch that was amended and given. */
static gboolean
expect_version_8 (MesoStoreContext *context, gpointer data, GError **error)
{
  g_autoptr(MesoPatient) leila = find_one (context, "0912 123", "0001");
  g_autoptr(GPtrArray) lots = meso_lot_repository_list (context, TRUE, NULL);
  g_autoptr(GPtrArray) preparations = meso_preparation_repository_list (context, leila->id, NULL);
  g_autoptr(MesoRecall) recall = meso_recall_repository_trace (context, "zn-l", NULL);
  g_autoptr(GHashTable) minimums = meso_stock_repository_get_minimums (context, NULL);
  const MesoLot *zinc = find_lot (lots, "ZN-1");
  const MesoProductComponent *sulfate = g_ptr_array_index (find_lot (lots, "ZS 3")->components, 0);

  g_assert_cmpuint (lots->len, ==, 4);
  g_assert_cmpint (zinc->state, ==, MESO_LOT_RECALLED);
  g_assert_cmpint (zinc->balance_ul, ==, 48000);
  g_assert_cmpint (((MesoOpening *) g_ptr_array_index (zinc->openings, 0))->left_ul, ==, 8000);
  g_assert_cmpstr (sulfate->salt, ==, "zinc-sulfate-heptahydrate");
  g_assert_cmpint (find_lot (lots, "ZS 3")->balance_ul, ==, 45000);
  g_assert_cmpuint (preparations->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    if (meso_preparation_counts (g_ptr_array_index (preparations, i)))
      expect_preparation (g_ptr_array_index (preparations, i));
  g_assert_cmpuint (recall->entries->len, ==, 2);
  g_assert_cmpuint (meso_recall_count_patients (recall), ==, 1);
  g_assert_cmpint (*(gint64 *) g_hash_table_lookup (minimums, "zinc"), ==, 3);
  return TRUE;
}

/* Before that nobody could say so: it is never made up. */
static gboolean
expect_nothing_of_version_7 (MesoStoreContext *context, gpointer data, GError **error)
{
  g_assert_cmpuint (count_no_reactions (context), ==, 0);
  return TRUE;
}

/* The scan of a clearance's paper. */
static gboolean
expect_version_9 (MesoStoreContext *context, gpointer data, GError **error)
{
  g_autoptr(MesoPatient) leila = find_one (context, "0912 123", "0001");
  g_autoptr(GPtrArray) screenings = meso_screening_repository_list (context, leila->id, NULL);
  guint n_files = 0;

  for (guint i = 0; i < screenings->len; i++)
    {
      const MesoScreening *screening = g_ptr_array_index (screenings, i);
      g_autoptr(GPtrArray) decisions = meso_screening_repository_list_decisions (context, screening->id, NULL);

      for (guint j = 0; j < decisions->len; j++)
        {
          const MesoScreeningDecision *decision = g_ptr_array_index (decisions, j);
          g_autoptr(MesoClearanceFile) file = NULL;

          if (decision->clearance_file == NULL)
            continue;
          file = meso_screening_repository_load_clearance_file (context, decision->id, NULL);
          g_assert_cmpmem (g_bytes_get_data (file->bytes, NULL), g_bytes_get_size (file->bytes), "%PDF-1.7 the letter, as scanned\n", 32);
          g_assert_cmpstr (file->name, ==, "letter 17.pdf");
          n_files++;
        }
    }
  g_assert_cmpuint (n_files, ==, 1);
  return TRUE;
}

/* What each version's own file holds more than the one before. */
static const struct { guint64 audit_entries; MesoStoreWork expect; } files[] = {
  { 30, NULL },
  { 37, expect_version_2 },
  { 42, expect_version_3 },
  { 42, expect_version_4 },
  { 48, expect_version_5 },
  { 50, expect_version_6 },
  { 50, expect_version_7 },
  { 63, expect_version_8 },
  { 64, expect_version_9 },
};

static void
test_version (gconstpointer data)
{
  int version = GPOINTER_TO_INT (data);
  g_autofree char *folder = g_dir_make_tmp ("meso-test-XXXXXX", NULL);
  g_autofree char *path = frozen_file_unpack (folder, version);
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoStore) store = meso_store_open (path, MESO_STORE_OPEN, &error);
  g_autoptr(GPtrArray) problems = NULL;
  guint64 entries;

  g_assert_no_error (error);
  g_assert_cmpint (meso_store_get_schema_version (store), ==, meso_store_schema_get_version ());
  g_assert_true ((meso_store_get_upgrade_backup (store) != NULL) == (version < meso_store_schema_get_version ()));
  problems = meso_store_check (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  entries = files[version - 1].audit_entries;
  g_assert_true (meso_store_run (store, MESO_STORE_READ, expect_version_1, &entries, &error));
  g_assert_no_error (error);
  for (int i = 1; i < version; i++)
    g_assert_true (meso_store_run (store, MESO_STORE_READ, files[i].expect, NULL, &error));
  if (version > 1 && version < 7)
    g_assert_true (meso_store_run (store, MESO_STORE_READ, expect_nothing_of_version_7, NULL, &error));
  if (version < 3)
    g_assert_true (meso_store_run (store, MESO_STORE_READ, expect_nothing_of_version_3, NULL, &error));
  meso_store_close (store, NULL);
  meso_test_remove_tree (folder);
}

/* A migration that landed is never edited: a file of that version still has the schema that its migrations make. */
static void
test_migrations_were_not_edited (void)
{
  static const char sql[] = "SELECT group_concat (sql, ';') FROM (SELECT sql FROM sqlite_schema ORDER BY type, name)";
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autofree char *path = frozen_file_unpack (store->folder, meso_store_schema_get_version ());
  g_autofree char *frozen = NULL;
  g_autofree char *made = NULL;

  meso_test_store_close (store);
  frozen = meso_test_sqlite (path, sql);
  made = meso_test_sqlite (store->path, sql);
  g_assert_cmpstr (made, ==, frozen);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int version = 1; version <= meso_store_schema_get_version (); version++)
    {
      g_autofree char *name = g_strdup_printf ("/schema/version-%d", version);
      g_test_add_data_func (name, GINT_TO_POINTER (version), test_version);
    }
  g_test_add_func ("/schema/migrations-were-not-edited", test_migrations_were_not_edited);
  return g_test_run ();
}
