/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-release-service.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "clinic-fixture.h"
#include "meso-core-error.h"
#include "meso-handout-service.h"
#include "meso-patient-erasure-service.h"
#include "meso-patient-history-service.h"
#include "meso-patient-merge-service.h"
#include "meso-patient-service.h"
#include "meso-record-service.h"
#include "stock-case.h"

static GDateTime *
get_creation (void)
{
  static GDateTime *creation;

  if (creation == NULL)
    creation = g_date_time_new_utc (2026, 11, 22, 9, 0, 0);
  return creation;
}

static MesoRelease *
make (ClinicFixture *fixture,
      const char    *patient,
      const char    *language,
      const char    *paper)
{
  const MesoReleaseRequest request = {
    .patient = patient, .recipient = "Dr A & B <i>", .reason = "second opinion", .language = language, .paper = paper,
    .printed_at = { clinic_fixture_day (TODAY), 12 * 60 + 30 }, .creation = get_creation (),
  };
  g_autoptr(GError) error = NULL;
  MesoRelease *release = meso_patient_release_service_make (fixture->clinic, &request, &error);

  g_assert_no_error (error);
  return release;
}

/* (transfer full): what another program reads from the pages, with single spaces */
static char *
read_pages (ClinicFixture *fixture,
            GBytes        *pdf)
{
  g_autofree char *path = g_build_filename (fixture->folder, "record.pdf", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) reader = NULL;
  g_autoptr(GRegex) spaces = g_regex_new ("\\s+", 0, 0, NULL);
  char *text = NULL;
  g_autofree char *raw = NULL;

  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  reader = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "pdftotext", "-layout", path, "-", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (reader, NULL, NULL, &raw, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (reader));
  text = g_regex_replace_literal (spaces, raw, -1, 0, " ", 0, NULL);
  return text;
}

static void
assert_holds (const char        *text,
              const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strstr (text, words[i]) == NULL)
        g_error ("“%s” isn't in: %s", words[i], text);
    }
}

static JsonObject *
parse (const MesoRelease *release,
       JsonParser        *parser)
{
  g_autoptr(GError) error = NULL;

  json_parser_load_from_data (parser, g_bytes_get_data (release->data, NULL), (gssize) g_bytes_get_size (release->data), &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

static void
hand_out (ClinicFixture     *fixture,
          const MesoPatient *patient)
{
  const MesoHandoutRequest request = {
    .kind = "before", .patient = patient->id, .when = MESO_CIVIL_TIME_NONE, .today = clinic_fixture_day (TODAY),
    .creation = get_creation (), .printed_at = MESO_CIVIL_TIME_NONE,
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoIssuedHandout) handout = meso_handout_service_issue (fixture->clinic, &request, &error);

  g_assert_no_error (error);
}

/* Leila, to whom everything has happened once. */
static MesoPatient *
add_leila (ClinicFixture *fixture)
{
  g_autoptr(MesoPatientRecord) record = meso_patient_record_new (meso_patient_new ());
  MesoPatient *patient = record->patient;
  MesoHealthItem *item = meso_health_item_new (MESO_HEALTH_ALLERGY, "Latex");
  g_autoptr(MesoPatientRecord) stored = NULL;
  g_autofree char *physician = NULL;
  g_autofree char *screening = NULL;
  g_autofree char *short_form = NULL;
  g_autofree char *session = NULL;
  g_autoptr(GError) error = NULL;

  g_set_str (&patient->given_name, "Leila");
  g_set_str (&patient->family_name, "Karimi & <b>");
  g_set_str (&patient->other_given_name, "لیلا");
  g_set_str (&patient->other_family_name, "کریمی");
  patient->sex = MESO_SEX_FEMALE;
  patient->birth_date = clinic_fixture_day ("1990-05-01");
  g_set_str (&patient->phone, "09123456789");
  patient->weight_g = 61500;
  patient->weight_on = clinic_fixture_day (TODAY);
  g_set_str (&patient->blood_group, "AB-");
  g_set_str (&patient->hair_since, "two years");
  g_set_str (&patient->notes, "Likes to be called.\nآرام است.");
  patient->conditions_asked = MESO_ASKED_NONE;
  g_set_str (&item->detail, "rash");
  item->severity = MESO_ALLERGY_SEVERE;
  g_ptr_array_add (record->items, item);
  stored = meso_record_service_add (fixture->clinic, record, clinic_fixture_day (TODAY), &error);
  g_assert_no_error (error);
  physician = clinic_fixture_seat_physician (fixture);
  screening = clinic_fixture_screen (fixture, stored->patient, TODAY, "");
  clinic_fixture_decide (fixture, screening, MESO_DECISION_SIGN, NULL, "looked at everything");
  short_form = clinic_fixture_screen_short (fixture, stored->patient, TODAY, "");
  clinic_fixture_decide (fixture, short_form, MESO_DECISION_SIGN, NULL, "signed");
  clinic_fixture_plan (fixture, stored->patient, "mild", TODAY);
  clinic_fixture_store_formula (fixture, stored->patient, "biotin", "zinc");
  session = clinic_fixture_treat (fixture, stored->patient, physician, "2026-11-22T14:00");
  hand_out (fixture, stored->patient);
  return meso_patient_copy (stored->patient);
}

static void
test_pages (void)
{
  static const char *const words[] = {
    "Patient record", "Leila Karimi & <b>", "Dr A & B <i>", "second opinion", "Female", "1 May 1990", "61.5", "AB-", "two years",
    "Likes to be called.", "Latex", "rash", "severe", "None known.", "Nobody has asked yet.", "Suitable", "full form", "short form",
    "Signed", "looked at everything", "planned", "Biotin", "1 mg in 1 mL", "Treated by", "Points", "Not noted", "Sheets handed out",
    "Page 1 of", NULL
  };
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) leila = add_leila (fixture);
  g_autoptr(MesoRelease) release = make (fixture, leila->file_number, "en", NULL);
  g_autofree char *raw = read_pages (fixture, release->pdf);
  g_auto(GStrv) parts = g_strsplit (raw, "\u00A0", -1);
  g_autofree char *text = g_strjoinv (" ", parts);

  assert_holds (text, words);
  g_assert_cmpstr (release->file_number, ==, "0001");
  g_assert_cmpstr (release->paper, ==, "a4");
  g_assert_cmpint (release->pages, >=, 2);
}

static void
test_persian (void)
{
  static const char *const words[] = { "پروندهٔ بیمار", "لیلا", "حساسیت", NULL };
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) leila = add_leila (fixture);
  g_autoptr(MesoRelease) a4 = make (fixture, leila->id, "fa", "a4");
  g_autoptr(MesoRelease) a5 = make (fixture, leila->id, "fa", "a5");
  g_autofree char *text = read_pages (fixture, a4->pdf);

  assert_holds (text, words);
  g_assert_cmpstr (a5->paper, ==, "a5");
  g_assert_cmpint (a5->pages, >, a4->pages);
}

static void
test_data (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) leila = add_leila (fixture);
  g_autoptr(MesoRelease) release = make (fixture, leila->id, "en", NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  JsonObject *root = parse (release, parser);
  JsonObject *patient = json_object_get_object_member (root, "patient");
  JsonObject *session = json_array_get_object_element (json_object_get_array_member (root, "sessions"), 0);
  JsonObject *formula = json_array_get_object_element (json_object_get_array_member (root, "formulas"), 0);
  JsonObject *allergy = json_array_get_object_element (json_object_get_array_member (root, "allergies"), 0);

  g_assert_cmpstr (json_object_get_string_member (root, "format"), ==, "mesoclinic-patient-record");
  g_assert_cmpint (json_object_get_int_member (root, "version"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (root, "printed_at"), ==, "2026-11-22T12:30");
  g_assert_cmpstr (json_object_get_string_member (patient, "family_name"), ==, "Karimi & <b>");
  g_assert_cmpstr (json_object_get_string_member (patient, "birth_date"), ==, "1990-05-01");
  g_assert_cmpint (json_object_get_int_member (patient, "weight_g"), ==, 61500);
  g_assert_true (json_object_get_null_member (patient, "age"));
  g_assert_cmpstr (json_object_get_string_member (patient, "conditions_asked"), ==, "none-known");
  g_assert_cmpstr (json_object_get_string_member (allergy, "what"), ==, "Latex");
  g_assert_cmpstr (json_object_get_string_member (allergy, "severity"), ==, "severe");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "screenings")), ==, 2);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (formula, "lines")), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (session, "date"), ==, "2026-11-22");
  g_assert_cmpint (json_object_get_int_member (session, "minute"), ==, 14 * 60);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "handouts")), ==, 1);
  for (const char *const *field = meso_patient_fields (); *field != NULL; field++)
    g_assert_true (json_object_has_member (patient, *field));
}

/* From which lots it came: on paper, and for programs. */
static void
test_preparation (void)
{
  static const char *const words[] = { "Preparations", "lot A-1, to be used by", "Prepared by", "Checked by", "Maryam", NULL };
  g_auto(Visit) visit = stock_begin_visit ("biotin");
  g_autofree char *nurse = clinic_fixture_employ (visit.fixture, "Maryam", MESO_ROLE_NURSE);
  g_autofree char *lot = stock_receive (visit.fixture, stock_type_lot ("A-1", "biotin"));
  g_autoptr(MesoPreparation) draft = stock_type_preparation (&visit, nurse);
  g_autoptr(MesoPreparation) stored = stock_prepare (&visit, draft);
  g_autoptr(MesoRelease) release = make (visit.fixture, visit.patient->id, "en", "a4");
  g_autofree char *raw = read_pages (visit.fixture, release->pdf);
  g_auto(GStrv) parts = g_strsplit (raw, "\u00A0", -1);
  g_autofree char *text = g_strjoinv (" ", parts);
  g_autoptr(JsonParser) parser = json_parser_new ();
  JsonArray *preparations = json_object_get_array_member (parse (release, parser), "preparations");
  JsonObject *preparation = json_array_get_object_element (preparations, 0);
  JsonObject *draw = json_array_get_object_element (json_object_get_array_member (preparation, "draws"), 0);

  assert_holds (text, words);
  g_assert_cmpuint (json_array_get_length (preparations), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (preparation, "id"), ==, stored->id);
  g_assert_cmpstr (json_object_get_string_member (preparation, "checked_by"), ==, "Maryam");
  g_assert_cmpint (json_object_get_int_member (draw, "item"), ==, 0);
  g_assert_cmpstr (json_object_get_string_member (draw, "lot"), ==, lot);
  g_assert_cmpstr (json_object_get_string_member (draw, "number"), ==, "A-1");
  g_assert_cmpint (json_object_get_int_member (draw, "volume_ul"), ==, 1000);
}

static void
test_log (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) leila = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "en");
  g_autoptr(MesoRelease) release = make (fixture, leila->id, NULL, NULL);
  const MesoReleaseRequest request = { .patient = leila->id, .printed_at = MESO_CIVIL_TIME_NONE, .creation = get_creation () };
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoRelease) preview = meso_patient_release_service_preview (fixture->clinic, &request, &error);
  g_autoptr(GPtrArray) changes = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (preview);
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "release", "patient", leila->id), ==, 1);
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "print", "patient", leila->id), ==, 1);
  /* It changes nothing of the record. */
  changes = meso_patient_history_service_list (fixture->clinic, leila->id, "recipient", 0, 0, NULL);
  g_assert_cmpuint (changes->len, ==, 0);
  g_assert_null (meso_patient_release_service_make (fixture->clinic, &request, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "recipient");
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "release", NULL, NULL), ==, 1);
}

static void
test_equal_input_equal_bytes (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) leila = add_leila (fixture);
  g_autoptr(MesoRelease) one = make (fixture, leila->id, "fa", NULL);
  g_autoptr(MesoRelease) other = make (fixture, leila->id, "fa", NULL);

  g_assert_true (g_bytes_equal (one->pdf, other->pdf));
  g_assert_true (g_bytes_equal (one->data, other->data));
}

static void
test_merged_records (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) leila = add_leila (fixture);
  g_autoptr(MesoPatient) kept = clinic_fixture_add (fixture, "Leyla", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "en");
  g_autoptr(MesoPatient) merged = meso_patient_merge_service_merge (fixture->clinic, leila->id, kept->id, NULL, "same", NULL);
  g_autoptr(MesoRelease) release = make (fixture, leila->id, "en", NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  JsonObject *root = parse (release, parser);

  g_assert_nonnull (merged);
  g_assert_cmpstr (release->file_number, ==, "0002");
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (root, "other_file_numbers"), 0), ==, "0001");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "sessions")), ==, 1);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "allergies")), ==, 1);
}

static void
test_demo (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) leila = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "en");
  g_autoptr(MesoContent) content = meso_content_ref (meso_clinic_get_content (fixture->clinic));
  g_autofree char *done = NULL;
  g_autoptr(MesoRelease) real = make (fixture, leila->id, "en", NULL);
  g_autoptr(MesoRelease) release = NULL;
  g_autofree char *text = NULL;

  clinic_fixture_close (fixture);
  done = clinic_fixture_shell (fixture->path, "INSERT INTO clinic_setting (key, value) VALUES ('demo', 'yes')");
  clinic_fixture_open (fixture, content);
  release = make (fixture, leila->id, "en", NULL);
  text = read_pages (fixture, release->pdf);
  /* The mark is a picture, not text. */
  g_assert_false (g_bytes_equal (release->pdf, real->pdf));
  g_assert_true (g_bytes_equal (release->data, real->data));
  g_assert_nonnull (strstr (text, "Nothing on record."));
}

static gboolean
fail_to_deliver (GBytes      *pdf,
                 GBytes      *data,
                 const char  *file_number,
                 gpointer     user_data,
                 GError     **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  return FALSE;
}

/* What can't be handed over wasn't given out. */
static void
test_delivery (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) leila = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "en");
  const MesoReleaseRequest request = {
    .patient = leila->id, .recipient = "court", .reason = "order", .printed_at = MESO_CIVIL_TIME_NONE, .creation = get_creation (),
    .deliver = fail_to_deliver,
  };
  g_autoptr(GError) error = NULL;

  g_assert_null (meso_patient_release_service_make (fixture->clinic, &request, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "release", NULL, NULL), ==, 0);
}

static void
test_refused (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) leila = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "en");
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  MesoReleaseRequest request = {
    .patient = "17", .recipient = "court", .reason = "order", .printed_at = MESO_CIVIL_TIME_NONE, .creation = get_creation (),
  };
  g_autoptr(MesoErasure) erasure = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (meso_patient_release_service_make (fixture->clinic, &request, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "17");
  request.patient = leila->id;
  request.language = "de";
  g_assert_null (meso_patient_release_service_make (fixture->clinic, &request, &error));
  clinic_fixture_assert_error (&error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID, "de");
  request.language = NULL;
  erasure = meso_patient_erasure_service_erase (fixture->clinic, leila->id, "asked for", "law", &error);
  g_assert_no_error (error);
  g_assert_null (meso_patient_release_service_make (fixture->clinic, &request, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "erased");
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "release", NULL, NULL), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/patient-release/pages", test_pages);
  g_test_add_func ("/services/patient-release/persian", test_persian);
  g_test_add_func ("/services/patient-release/data", test_data);
  g_test_add_func ("/services/patient-release/preparation", test_preparation);
  g_test_add_func ("/services/patient-release/log", test_log);
  g_test_add_func ("/services/patient-release/equal-input-equal-bytes", test_equal_input_equal_bytes);
  g_test_add_func ("/services/patient-release/merged-records", test_merged_records);
  g_test_add_func ("/services/patient-release/demo", test_demo);
  g_test_add_func ("/services/patient-release/delivery", test_delivery);
  g_test_add_func ("/services/patient-release/refused", test_refused);

  return g_test_run ();
}
