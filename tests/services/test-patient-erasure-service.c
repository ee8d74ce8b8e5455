/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-erasure-service.h"

#include "clinic-fixture.h"
#include "meso-audit-service.h"
#include "meso-backup-service.h"
#include "meso-draft-service.h"
#include "meso-formula-service.h"
#include "meso-handout-service.h"
#include "meso-patient-archive-service.h"
#include "meso-patient-history-service.h"
#include "meso-patient-merge-service.h"
#include "meso-patient-service.h"
#include "meso-patient-twins-service.h"
#include "meso-record-service.h"
#include "meso-screening-service.h"
#include "meso-session-service.h"
#include "meso-timeline-service.h"

#define REASON "asked for in writing"
#define BASIS "Article 17 GDPR"

/* Words that nobody else in the file has. */
static const char *const traces[] = {
  "Zuleikha", "Quxandari", "زلیخا", "قشقایی", "9127654321", "0077316894", "zuleikha@example.org", "Nightshade Lane", "Wolfram Quxandari",
  "secretly shy", "Hedgehog venom", "zuleikha", "quxandari", "قشقایي", "Betahistinum", "Dr Referrer Qux", "bites her nails",
  "told by her aunt Zu", "1987-03-14", "still typing Quxandari",
};

/* Reads the live files in another program: to open one here would let go of its lock. */
static gboolean
holds (ClinicFixture *fixture,
       const char    *word)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) grep = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, "grep", "-a", "-F", "-e", word, "--",
                                                  fixture->path, log, NULL);

  g_assert_no_error (error);
  g_subprocess_wait (grep, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (grep));
  g_assert_cmpint (g_subprocess_get_exit_status (grep), <=, 1);
  return g_subprocess_get_exit_status (grep) == 0;
}

static void
assert_sound (ClinicFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) problems = meso_clinic_check (fixture->clinic, &error);
  g_autoptr(MesoAuditReport) report = meso_audit_service_verify (fixture->clinic, &error);
  g_autoptr(GPtrArray) differences = NULL;
  guint replayed = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_null (report->problem);
  differences = meso_screening_service_replay (fixture->clinic, NULL, NULL, &replayed, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (differences->len, ==, 0);
}

static MesoErasure *
erase (ClinicFixture *fixture,
       const char    *patient)
{
  g_autoptr(GError) error = NULL;
  MesoErasure *erasure = meso_patient_erasure_service_erase (fixture->clinic, patient, REASON, BASIS, &error);

  g_assert_no_error (error);
  return erasure;
}

/* A record with something in every field. */
static MesoPatient *
add_everything (ClinicFixture *fixture)
{
  g_autoptr(MesoPatientRecord) record = meso_patient_record_new (meso_patient_new ());
  MesoPatient *patient = record->patient;
  MesoHealthItem *item = meso_health_item_new (MESO_HEALTH_ALLERGY, "Hedgehog venom");
  g_autoptr(MesoPatientRecord) stored = NULL;
  g_autoptr(GError) error = NULL;

  g_set_str (&patient->given_name, "Zuleikha");
  g_set_str (&patient->family_name, "Quxandari");
  g_set_str (&patient->other_given_name, "زلیخا");
  g_set_str (&patient->other_family_name, "قشقایی");
  patient->sex = MESO_SEX_FEMALE;
  patient->birth_date = clinic_fixture_day ("1987-03-14");
  g_set_str (&patient->phone, "09127654321");
  g_set_str (&patient->second_phone, "021 7654 3219");
  g_set_str (&patient->email, "zuleikha@example.org");
  g_set_str (&patient->national_id, "0077316894");
  g_set_str (&patient->address, "3 Nightshade Lane");
  g_set_str (&patient->next_of_kin_name, "Wolfram Quxandari");
  g_set_str (&patient->referred_by, "Dr Referrer Qux");
  g_set_str (&patient->hair_notes, "bites her nails");
  g_set_str (&patient->notes, "secretly shy");
  g_set_str (&item->detail, "told by her aunt Zu");
  g_ptr_array_add (record->items, item);
  g_ptr_array_add (record->items, meso_health_item_new (MESO_HEALTH_MEDICINE, "Betahistinum"));
  stored = meso_record_service_add (fixture->clinic, record, clinic_fixture_day (TODAY), &error);
  g_assert_no_error (error);
  return meso_patient_copy (stored->patient);
}

static void
hand_out (ClinicFixture     *fixture,
          const MesoPatient *patient)
{
  g_autoptr(GDateTime) now = g_date_time_new_utc (2026, 11, 22, 9, 0, 0);
  const MesoHandoutRequest request = {
    .kind = "before", .patient = patient->id, .when = MESO_CIVIL_TIME_NONE, .today = clinic_fixture_day (TODAY), .creation = now,
    .printed_at = MESO_CIVIL_TIME_NONE,
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoIssuedHandout) handout = meso_handout_service_issue (fixture->clinic, &request, &error);

  g_assert_no_error (error);
}

/* Something of hers in every table: screening, decision, plan, formula, session, sheet, draft, and changes in the log. */
static void
add_history (ClinicFixture *fixture,
             MesoPatient   *patient,
             const char    *physician)
{
  g_autofree char *screening = clinic_fixture_screen (fixture, patient, TODAY, "");
  g_autofree char *short_form = NULL;
  g_autofree char *session = NULL;
  g_autoptr(MesoPatient) archived = NULL;
  g_autoptr(MesoPatient) restored = NULL;
  g_autoptr(GError) error = NULL;

  clinic_fixture_decide (fixture, screening, MESO_DECISION_SIGN, NULL, "Quxandari insisted");
  short_form = clinic_fixture_screen_short (fixture, patient, TODAY, "");
  clinic_fixture_decide (fixture, short_form, MESO_DECISION_SIGN, NULL, "signed");
  clinic_fixture_plan (fixture, patient, "mild", TODAY);
  clinic_fixture_store_formula (fixture, patient, "biotin", NULL);
  session = clinic_fixture_treat (fixture, patient, physician, "2026-11-22T14:00");
  hand_out (fixture, patient);
  archived = meso_patient_archive_service_archive (fixture->clinic, patient->id, "Zuleikha moved away", &error);
  g_assert_no_error (error);
  restored = meso_patient_archive_service_restore (fixture->clinic, patient->id, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (meso_draft_service_put (fixture->clinic, "session", patient->id, "{\"notes\":\"shy\"}", NULL));
  g_assert_true (meso_draft_service_put (fixture->clinic, "patient", "new", "{\"family_name\":\"still typing Quxandari\"}", NULL));
  g_assert_true (meso_draft_service_put (fixture->clinic, "patient", "other", "{\"family_name\":\"Somebody\"}", NULL));
}

/* Others, before and after, so that pages are split. */
static void
add_crowd (ClinicFixture *fixture,
           int            from)
{
  for (int i = from; i < from + 60; i++)
    {
      g_autofree char *given = g_strdup_printf ("Given%d", i * 7919 % 1000);
      g_autofree char *family = g_strdup_printf ("Family%d", i * 104729 % 1000);

      meso_patient_free (clinic_fixture_add (fixture, given, family, MESO_SEX_MALE, "1980-05-13", "en"));
    }
}

static void
test_no_trace_is_left (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autoptr(MesoPatient) patient = NULL;
  g_autoptr(MesoErasure) erasure = NULL;
  guint found = 0;

  add_crowd (fixture, 0);
  patient = add_everything (fixture);
  add_history (fixture, patient, physician);
  add_crowd (fixture, 60);
  for (guint i = 0; i < G_N_ELEMENTS (traces); i++)
    found += holds (fixture, traces[i]);
  g_assert_cmpuint (found, >=, G_N_ELEMENTS (traces) - 1);
  erasure = erase (fixture, patient->file_number);
  g_assert_true (erasure->file_rewritten);
  g_assert_cmpint (erasure->records, ==, 1);
  g_assert_cmpint (erasure->sheets, ==, 1);
  g_assert_cmpint (erasure->log_rows, >=, 10);
  for (guint i = 0; i < G_N_ELEMENTS (traces); i++)
    {
      if (holds (fixture, traces[i]))
        g_error ("“%s” is still in the file", traces[i]);
    }
  g_assert_true (holds (fixture, "Family"));
  assert_sound (fixture);
}

/* The file as SQLite leaves it, before it is written anew, knows nothing in its tables either. */
static void
test_tombstone (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autoptr(MesoPatient) patient = add_everything (fixture);
  g_autoptr(MesoErasure) erasure = NULL;
  g_autoptr(MesoErasure) tombstone = NULL;
  g_autoptr(MesoPatient) left = NULL;
  g_autoptr(MesoDraft) gone = NULL;
  g_autoptr(MesoDraft) typed = NULL;
  g_autoptr(MesoDraft) other = NULL;
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(GError) error = NULL;

  add_history (fixture, patient, physician);
  g_assert_null (meso_patient_erasure_service_get (fixture->clinic, patient->id, &error));
  g_assert_no_error (error);
  erasure = erase (fixture, patient->id);
  tombstone = meso_patient_erasure_service_get (fixture->clinic, patient->file_number, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tombstone->reason, ==, REASON);
  g_assert_cmpstr (tombstone->legal_basis, ==, BASIS);
  g_assert_cmpstr (tombstone->at_utc, ==, erasure->at_utc);
  g_assert_cmpstr (tombstone->file_number, ==, patient->file_number);
  left = meso_patient_service_get (fixture->clinic, patient->file_number, &error);
  g_assert_no_error (error);
  g_assert_true (left->erased);
  g_assert_cmpint (left->sex, ==, MESO_SEX_FEMALE);
  g_assert_false (meso_calendar_date_is_set (left->birth_date));
  /* Drafts about her, and with her name; nobody else's. */
  gone = meso_draft_service_get (fixture->clinic, "session", patient->id, NULL);
  typed = meso_draft_service_get (fixture->clinic, "patient", "new", NULL);
  other = meso_draft_service_get (fixture->clinic, "patient", "other", NULL);
  g_assert_null (gone);
  g_assert_null (typed);
  g_assert_nonnull (other);
  /* Counts stay: what was done was done. */
  entries = meso_timeline_service_list (fixture->clinic, patient->id, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 9);
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "erase", "patient", patient->id), ==, 1);
}

/* Nobody without a name stands among what was done last. */
static void
test_overviews (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autoptr(MesoPatient) patient = add_everything (fixture);
  g_autoptr(MesoErasure) erasure = NULL;
  g_autoptr(GPtrArray) sheets = NULL;
  g_autoptr(GPtrArray) formulas = NULL;

  add_history (fixture, patient, physician);
  erasure = erase (fixture, patient->id);
  sheets = meso_handout_service_list_recent (fixture->clinic, 10, NULL);
  formulas = meso_formula_service_list_recent (fixture->clinic, 10, NULL);
  g_assert_cmpuint (sheets->len, ==, 0);
  g_assert_cmpuint (formulas->len, ==, 0);
}

static void
test_log_shows_what_was_erased (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autoptr(MesoPatient) patient = add_everything (fixture);
  g_autoptr(MesoErasure) erasure = erase (fixture, patient->id);
  g_autoptr(GPtrArray) changes = NULL;
  g_autoptr(GError) error = NULL;

  changes = meso_patient_history_service_list (fixture->clinic, patient->id, "phone", 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_true (((MesoFieldChange *) changes->pdata[0])->erased);
  g_assert_cmpstr (((MesoFieldChange *) changes->pdata[0])->action, ==, "create");
}

static void
test_search_and_lists (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autoptr(MesoPatient) patient = add_everything (fixture);
  g_autoptr(MesoErasure) erasure = erase (fixture, patient->id);
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GPtrArray) pairs = NULL;
  g_autoptr(MesoPatient) again = NULL;
  g_autoptr(GPtrArray) alike = NULL;

  for (guint i = 0; i < 8; i++)
    {
      g_clear_pointer (&found, g_ptr_array_unref);
      found = meso_patient_service_search (fixture->clinic, traces[i], 0, NULL);
      g_assert_cmpuint (found->len, ==, 0);
    }
  /* Whoever comes back is a new patient. */
  again = add_everything (fixture);
  g_assert_cmpstr (again->file_number, !=, patient->file_number);
  pairs = meso_patient_twins_service_list_pairs (fixture->clinic, 10, NULL);
  g_assert_cmpuint (pairs->len, ==, 0);
  alike = meso_patient_twins_service_list_alike (fixture->clinic, again, 10, NULL);
  g_assert_cmpuint (alike->len, ==, 0);
  assert_sound (fixture);
}

static void
test_merged_records_go_together (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autoptr(MesoPatient) kept = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-13", "en");
  g_autoptr(MesoPatient) duplicate = add_everything (fixture);
  g_autoptr(MesoPatient) other = clinic_fixture_add (fixture, "Sara", "Ahmadi", MESO_SEX_FEMALE, "1990-05-13", "en");
  static const char *const fields[] = { "phone", "notes", NULL };
  g_autoptr(MesoPatient) merged = NULL;
  g_autoptr(MesoErasure) erasure = NULL;
  g_autoptr(GError) error = NULL;

  merged = meso_patient_merge_service_merge (fixture->clinic, duplicate->id, kept->id, fields, "Zuleikha is Leila", &error);
  g_assert_no_error (error);
  /* By either number. */
  erasure = erase (fixture, duplicate->file_number);
  g_assert_cmpint (erasure->records, ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (traces); i++)
    g_assert_false (holds (fixture, traces[i]));
  g_assert_false (holds (fixture, "Leila"));
  g_assert_true (holds (fixture, "Ahmadi"));
  g_assert_null (meso_patient_merge_service_unmerge (fixture->clinic, duplicate->id, "no", &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "erased");
  assert_sound (fixture);
}

static void
test_nothing_is_added (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autoptr(MesoPatient) patient = add_everything (fixture);
  g_autoptr(MesoPatient) other = clinic_fixture_add (fixture, "Sara", "Ahmadi", MESO_SEX_FEMALE, "1990-05-13", "en");
  g_autoptr(MesoErasure) erasure = erase (fixture, patient->id);
  g_autoptr(MesoPatient) left = meso_patient_service_get (fixture->clinic, patient->id, NULL);
  g_autoptr(GError) error = NULL;

  g_set_str (&left->given_name, "Zuleikha");
  g_assert_null (meso_patient_service_update (fixture->clinic, left, clinic_fixture_day (TODAY), &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "erased");
  g_assert_null (meso_patient_archive_service_archive (fixture->clinic, patient->id, NULL, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "erased");
  g_assert_null (meso_patient_merge_service_merge (fixture->clinic, other->id, patient->id, NULL, "same", &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "erased");
  g_assert_null (meso_patient_erasure_service_erase (fixture->clinic, patient->id, REASON, BASIS, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "erased already");
}

static void
test_who_and_why (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = add_everything (fixture);
  g_autofree char *physician = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (meso_patient_erasure_service_erase (fixture->clinic, patient->id, REASON, BASIS, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "physician");
  physician = clinic_fixture_seat_physician (fixture);
  g_assert_null (meso_patient_erasure_service_erase (fixture->clinic, patient->id, " ", BASIS, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "reason");
  g_assert_null (meso_patient_erasure_service_erase (fixture->clinic, patient->id, REASON, "", &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "legal_basis");
  g_assert_null (meso_patient_erasure_service_erase (fixture->clinic, patient->id, "asked for by Mrs QUXANDARI", BASIS, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "name");
  g_assert_null (meso_patient_erasure_service_erase (fixture->clinic, "17", REASON, BASIS, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "17");
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "erase", NULL, NULL), ==, 0);
}

/* A copy made before is told of, one made afterwards isn't. */
static void
test_copies_are_told_of (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autoptr(MesoPatient) patient = add_everything (fixture);
  g_autofree char *before = g_build_filename (fixture->folder, "before.db", NULL);
  g_autofree char *after = g_build_filename (fixture->folder, "after.db", NULL);
  g_autofree char *upgrade = NULL;
  g_autoptr(MesoErasure) erasure = NULL;
  g_autoptr(MesoErasure) tombstone = NULL;
  g_autofree char *held = NULL;
  g_autofree char *gone = NULL;
  g_autoptr(GError) error = NULL;

  meso_backup_result_free (meso_backup_service_write (fixture->clinic, before, &error));
  g_assert_no_error (error);
  upgrade = g_strconcat (fixture->path, ".version-4.20261122T080000.000000.backup", NULL);
  g_assert_true (g_file_set_contents (upgrade, "a copy", -1, NULL));
  erasure = erase (fixture, patient->id);
  g_assert_cmpint (erasure->backups, ==, 2);
  g_assert_cmpstr (erasure->last_backup_path, ==, before);
  meso_backup_result_free (meso_backup_service_write (fixture->clinic, after, &error));
  g_assert_no_error (error);
  tombstone = meso_patient_erasure_service_get (fixture->clinic, patient->id, NULL);
  g_assert_cmpint (tombstone->backups, ==, 2);
  held = clinic_fixture_shell (before, "SELECT count(*) FROM patient WHERE given_name = 'Zuleikha'");
  gone = clinic_fixture_shell (after, "SELECT count(*) FROM patient WHERE given_name = 'Zuleikha'");
  g_assert_cmpstr (held, ==, "1");
  g_assert_cmpstr (gone, ==, "0");
}

/* What is signed stays closed to everything but an erasure. */
static void
test_signed_rows_stay_closed (void)
{
  static const char *const changes[] = {
    "UPDATE screening SET reason = '[erased]'", "UPDATE treatment_session SET notes = '[erased]'",
    "UPDATE handout_issue SET pdf = CAST ('[erased]' AS BLOB)", "UPDATE screening_decision SET reason = '[erased]'",
    "UPDATE formula_version SET name = ''", "UPDATE audit SET reason = '[erased]'", "DELETE FROM health_item",
    "UPDATE patient_link SET reason = '[erased]'",
  };
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autoptr(MesoPatient) patient = add_everything (fixture);
  g_autoptr(MesoPatient) other = clinic_fixture_add (fixture, "Zuleikha", "Quxandari", MESO_SEX_FEMALE, "1987-03-14", "en");
  g_autoptr(MesoPatient) merged = NULL;

  add_history (fixture, patient, physician);
  merged = meso_patient_merge_service_merge (fixture->clinic, other->id, patient->id, NULL, "same", NULL);
  g_assert_nonnull (merged);
  clinic_fixture_close (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr(GSubprocess) shell = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL, "sqlite3", "-bail", "-batch",
                                                       fixture->path, changes[i], NULL);

      g_subprocess_wait (shell, NULL, NULL);
      if (g_subprocess_get_successful (shell))
        g_error ("“%s” should be refused", changes[i]);
    }
  clinic_fixture_open (fixture, NULL);
}

/* A reason may only be missing where an erasure says so. */
static void
test_log_that_was_tampered_with (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autoptr(MesoPatient) patient = add_everything (fixture);
  g_autoptr(MesoPatient) archived = meso_patient_archive_service_archive (fixture->clinic, patient->id, "moved away", NULL);
  g_autoptr(MesoErasure) erasure = NULL;
  g_autoptr(MesoAuditReport) sound = NULL;
  g_autoptr(MesoAuditReport) broken = NULL;
  g_autofree char *trigger = NULL;
  g_autofree char *put_back = NULL;
  g_autofree char *changed = NULL;

  clinic_fixture_close (fixture);
  trigger = clinic_fixture_shell (fixture->path, "SELECT sql FROM sqlite_schema WHERE name = 'audit_update'");
  put_back = g_strconcat ("DROP TRIGGER audit_update; UPDATE audit SET reason = '[erased]' WHERE reason = 'moved away'; ", trigger, NULL);
  changed = clinic_fixture_shell (fixture->path, put_back);
  clinic_fixture_open (fixture, NULL);
  broken = meso_audit_service_verify (fixture->clinic, NULL);
  g_assert_cmpstr (broken->problem, ==, "it isn't what was written");
  erasure = erase (fixture, patient->id);
  sound = meso_audit_service_verify (fixture->clinic, NULL);
  g_assert_null (sound->problem);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/patient-erasure/no-trace-is-left", test_no_trace_is_left);
  g_test_add_func ("/services/patient-erasure/tombstone", test_tombstone);
  g_test_add_func ("/services/patient-erasure/overviews", test_overviews);
  g_test_add_func ("/services/patient-erasure/log-shows-what-was-erased", test_log_shows_what_was_erased);
  g_test_add_func ("/services/patient-erasure/search-and-lists", test_search_and_lists);
  g_test_add_func ("/services/patient-erasure/merged-records-go-together", test_merged_records_go_together);
  g_test_add_func ("/services/patient-erasure/nothing-is-added", test_nothing_is_added);
  g_test_add_func ("/services/patient-erasure/who-and-why", test_who_and_why);
  g_test_add_func ("/services/patient-erasure/copies-are-told-of", test_copies_are_told_of);
  g_test_add_func ("/services/patient-erasure/signed-rows-stay-closed", test_signed_rows_stay_closed);
  g_test_add_func ("/services/patient-erasure/log-that-was-tampered-with", test_log_that_was_tampered_with);

  return g_test_run ();
}
