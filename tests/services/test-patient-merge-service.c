/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-merge-service.h"

#include "clinic-fixture.h"
#include "meso-chart-service.h"
#include "meso-formula-service.h"
#include "meso-patient-service.h"
#include "meso-record-service.h"
#include "meso-timeline-service.h"

static void
merge (ClinicFixture     *fixture,
       const char        *duplicate,
       const char        *kept,
       const char *const *fields)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoPatient) merged = meso_patient_merge_service_merge (fixture->clinic, duplicate, kept, fields, "the same person", &error);

  g_assert_no_error (error);
  g_assert_nonnull (merged);
}

static MesoUnmerge *
unmerge (ClinicFixture *fixture,
         const char    *duplicate)
{
  g_autoptr(GError) error = NULL;
  MesoUnmerge *result = meso_patient_merge_service_unmerge (fixture->clinic, duplicate, "two persons after all", &error);

  g_assert_no_error (error);
  return result;
}

static MesoPatient *
get (ClinicFixture *fixture,
     const char    *id)
{
  g_autoptr(GError) error = NULL;
  MesoPatient *patient = meso_patient_service_get (fixture->clinic, id, &error);

  g_assert_no_error (error);
  return patient;
}

static MesoPatient *
update (ClinicFixture *fixture,
        MesoPatient   *patient)
{
  g_autoptr(GError) error = NULL;
  MesoPatient *stored = meso_patient_service_update (fixture->clinic, patient, clinic_fixture_day (TODAY), &error);

  g_assert_no_error (error);
  return stored;
}

static guint
count_timeline (ClinicFixture *fixture,
                const char    *patient)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = meso_timeline_service_list (fixture->clinic, patient, 0, &error);

  g_assert_no_error (error);
  return entries->len;
}

static void
assert_sound (ClinicFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) problems = meso_clinic_check (fixture->clinic, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
assert_refused (ClinicFixture *fixture,
                const char    *duplicate,
                const char    *kept,
                const char    *text)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (meso_patient_merge_service_preview (fixture->clinic, duplicate, kept, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, text);
  g_assert_null (meso_patient_merge_service_merge (fixture->clinic, duplicate, kept, NULL, "the same person", &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, text);
}

static void
test_preview (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) kept = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-13", "en");
  g_autoptr(MesoPatient) duplicate = clinic_fixture_add (fixture, "Leyla", "Karimi", MESO_SEX_UNKNOWN, "", "en");
  g_autofree char *screening = clinic_fixture_screen (fixture, duplicate, TODAY, "");
  g_autoptr(MesoMergePreview) preview = NULL;
  g_autoptr(GString) fields = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  clinic_fixture_plan (fixture, kept, "mild", "2026-12-06");
  clinic_fixture_plan (fixture, duplicate, "mild", "2026-12-06");
  preview = meso_patient_merge_service_preview (fixture->clinic, duplicate->file_number, kept->id, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < preview->fields->len; i++)
    {
      const MesoMergeField *field = g_ptr_array_index (preview->fields, i);

      g_string_append_printf (fields, "%s “%s” “%s”; ", field->name, field->kept, field->duplicate);
    }
  g_assert_cmpstr (fields->str, ==, "given_name “Leila” “Leyla”; sex “female” “unknown”; birth_date “1990-05-13” “”; ");
  g_assert_cmpint (preview->kept_counts.screenings, ==, 0);
  g_assert_cmpint (preview->kept_counts.plans, ==, 1);
  g_assert_cmpint (preview->duplicate_counts.screenings, ==, 1);
  g_assert_cmpint (preview->duplicate_counts.sessions, ==, 0);
  g_assert_true (preview->both_on_course);
  g_assert_cmpint (preview->twin.reasons, ==, MESO_PATIENT_TWIN_NAME_NEAR);
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "link", NULL, NULL), ==, 0);
}

/* Chart, timeline, record and search read both as one, under either number. */
static void
test_both_histories (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) kept = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-13", "en");
  g_autoptr(MesoPatient) duplicate = clinic_fixture_add (fixture, "Leyla", "Ahmadi", MESO_SEX_FEMALE, "1990-05-13", "en");
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autofree char *screening = clinic_fixture_screen (fixture, duplicate, TODAY, "");
  g_autoptr(MesoChart) chart = NULL;
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GError) error = NULL;

  clinic_fixture_decide (fixture, screening, MESO_DECISION_SIGN, NULL, "indication missing is no reason");
  clinic_fixture_plan (fixture, duplicate, "mild", TODAY);
  clinic_fixture_store_formula (fixture, duplicate, "biotin", NULL);
  merge (fixture, duplicate->id, kept->id, NULL);
  chart = meso_chart_service_get (fixture->clinic, duplicate->file_number, clinic_fixture_day (TODAY), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (chart->patient->id, ==, kept->id);
  g_assert_cmpstr (chart->screening->id, ==, screening);
  g_assert_nonnull (chart->course);
  g_assert_nonnull (chart->formula);
  /* Screening, decision, plan, formula; and that each of the two was put on file. */
  g_assert_cmpuint (count_timeline (fixture, kept->id), ==, 6);
  g_assert_cmpuint (count_timeline (fixture, duplicate->id), ==, 6);
  found = meso_patient_service_search (fixture->clinic, "Ahmadi", 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (((MesoPatient *) found->pdata[0])->id, ==, kept->id);
  assert_sound (fixture);
}

static void
add_allergy (ClinicFixture *fixture,
             const char    *patient,
             const char    *substance)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoPatientRecord) record = meso_record_service_get (fixture->clinic, patient, &error);
  g_autoptr(MesoPatientRecord) stored = NULL;

  g_assert_no_error (error);
  g_ptr_array_add (record->items, meso_health_item_new (MESO_HEALTH_ALLERGY, substance));
  stored = meso_record_service_update (fixture->clinic, record, clinic_fixture_day (TODAY), &error);
  g_assert_no_error (error);
}

/* (transfer full): "Latex, Lidocaine" */
static char *
join_allergies (ClinicFixture *fixture,
                const char    *patient)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoPatientRecord) record = meso_record_service_get (fixture->clinic, patient, &error);
  g_autoptr(GPtrArray) active = NULL;
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_auto(GStrv) all = NULL;

  g_assert_no_error (error);
  active = meso_patient_record_list_active (record, MESO_HEALTH_ALLERGY);
  for (guint i = 0; i < active->len; i++)
    g_strv_builder_add (names, ((MesoHealthItem *) active->pdata[i])->what);
  all = g_strv_builder_end (names);
  return g_strjoinv (", ", all);
}

/* A formula heeds what either record says. */
static void
assert_formula_heeds (ClinicFixture *fixture,
                      const char    *patient,
                      const char    *allergy)
{
  g_autoptr(GError) error = NULL;
  MesoFormulaPatient *facts = meso_formula_service_gather_facts (fixture->clinic, patient, &error);

  g_assert_no_error (error);
  g_assert_true (g_ptr_array_find_with_equal_func (facts->allergies, allergy, g_str_equal, NULL));
  meso_formula_patient_free (facts);
}

static void
test_allergies_of_both_count (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) kept = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-13", "en");
  g_autoptr(MesoPatient) duplicate = clinic_fixture_add (fixture, "Leyla", "Karimi", MESO_SEX_FEMALE, "1990-05-13", "en");
  g_autoptr(MesoUnmerge) result = NULL;
  g_autofree char *both = NULL;
  g_autofree char *own = NULL;
  g_autofree char *other = NULL;

  add_allergy (fixture, kept->id, "Latex");
  add_allergy (fixture, duplicate->id, "Lidocaine");
  merge (fixture, duplicate->id, kept->id, NULL);
  both = join_allergies (fixture, kept->id);
  g_assert_true (g_str_equal (both, "Latex, Lidocaine") || g_str_equal (both, "Lidocaine, Latex"));
  assert_formula_heeds (fixture, kept->id, "Latex");
  assert_formula_heeds (fixture, kept->id, "Lidocaine");
  assert_formula_heeds (fixture, duplicate->file_number, "Latex");
  result = unmerge (fixture, duplicate->id);
  own = join_allergies (fixture, kept->id);
  other = join_allergies (fixture, duplicate->id);
  g_assert_cmpstr (own, ==, "Latex");
  g_assert_cmpstr (other, ==, "Lidocaine");
}

static void
test_fields_are_taken_and_given_back (void)
{
  static const char *const fields[] = { "given_name", "phone", "birth_date", NULL };
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) kept = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "", "en");
  g_autoptr(MesoPatient) duplicate = clinic_fixture_add (fixture, "Leyla", "Karimi", MESO_SEX_FEMALE, "1990-05-13", "en");
  g_autoptr(MesoPatient) phoned = NULL;
  g_autoptr(MesoPatient) taken = NULL;
  g_autoptr(MesoPatient) changed = NULL;
  g_autoptr(MesoUnmerge) result = NULL;
  g_autoptr(GPtrArray) merges = NULL;

  g_set_str (&duplicate->phone, "09123456789");
  phoned = update (fixture, duplicate);
  kept->age = 30;
  kept->age_on = clinic_fixture_day (TODAY);
  meso_patient_free (g_steal_pointer (&kept));
  kept = get (fixture, "1");
  merge (fixture, duplicate->id, kept->id, fields);
  taken = get (fixture, kept->id);
  g_assert_cmpstr (taken->given_name, ==, "Leyla");
  g_assert_cmpstr (taken->phone, ==, "+989123456789");
  g_assert_true (meso_calendar_date_is_set (taken->birth_date));
  merges = meso_patient_merge_service_list (fixture->clinic, kept->id, NULL);
  g_assert_cmpuint (merges->len, ==, 1);
  g_assert_cmpstrv (((MesoMerge *) merges->pdata[0])->fields, ((const char *const[]) { "birth_date", "given_name", "phone", NULL }));
  /* Somebody corrects one of them: that stays. */
  g_set_str (&taken->phone, "09350000000");
  changed = update (fixture, taken);
  result = unmerge (fixture, duplicate->file_number);
  g_assert_cmpstrv (result->given_back, ((const char *const[]) { "birth_date", "given_name", NULL }));
  g_assert_cmpstrv (result->left, ((const char *const[]) { "phone", NULL }));
  g_assert_cmpstr (result->kept->given_name, ==, "Leila");
  g_assert_cmpstr (result->kept->phone, ==, "+989350000000");
  g_assert_false (meso_calendar_date_is_set (result->kept->birth_date));
  g_assert_cmpstr (result->duplicate->given_name, ==, "Leyla");
  assert_sound (fixture);
}

/* An age goes when a birth date comes, and comes back with it. */
static void
test_companions (void)
{
  static const char *const fields[] = { "birth_date", NULL };
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) typed = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "", "en");
  g_autoptr(MesoPatient) duplicate = clinic_fixture_add (fixture, "Leyla", "Karimi", MESO_SEX_FEMALE, "1990-05-13", "en");
  g_autoptr(MesoPatient) kept = NULL;
  g_autoptr(MesoPatient) taken = NULL;
  g_autoptr(MesoUnmerge) result = NULL;

  typed->age = 36;
  typed->age_on = clinic_fixture_day (TODAY);
  kept = update (fixture, typed);
  merge (fixture, duplicate->id, kept->id, fields);
  taken = get (fixture, kept->id);
  g_assert_false (meso_calendar_date_is_set (taken->age_on));
  result = unmerge (fixture, duplicate->id);
  g_assert_cmpint (result->kept->age, ==, 36);
  g_assert_cmpint (meso_calendar_date_compare (result->kept->age_on, clinic_fixture_day (TODAY)), ==, 0);
  g_assert_false (meso_calendar_date_is_set (result->kept->birth_date));
}

static void
test_field_that_is_not_taken (void)
{
  static const char *const fields[] = { "file_number", NULL };
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) kept = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "", "en");
  g_autoptr(MesoPatient) duplicate = clinic_fixture_add (fixture, "Leyla", "Karimi", MESO_SEX_FEMALE, "", "en");
  g_autoptr(GError) error = NULL;

  g_assert_null (meso_patient_merge_service_merge (fixture->clinic, duplicate->id, kept->id, fields, "same", &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "file_number");
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "link", NULL, NULL), ==, 0);
  g_assert_null (meso_patient_merge_service_merge (fixture->clinic, duplicate->id, kept->id, NULL, " ", &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "reason");
}

/* The records alone, as the sqlite3 shell sees them. */
static char *
dump_records (ClinicFixture *fixture)
{
  g_autoptr(MesoContent) content = meso_content_ref (meso_clinic_get_content (fixture->clinic));
  char *dump;

  clinic_fixture_close (fixture);
  dump = clinic_fixture_shell (fixture->path,
    "SELECT id, file_number, given_name, family_name, other_given_name, sex, birth_date, phone, notes, age, erased_at, archived,"
    " hex (sort_key), has_photo, allergies_asked FROM patient ORDER BY id; SELECT * FROM screening ORDER BY id; SELECT * FROM plan ORDER BY id;"
    " SELECT * FROM formula ORDER BY id; SELECT * FROM health_item ORDER BY id; SELECT * FROM treatment_session ORDER BY id;"
    " SELECT * FROM patient_twin_key; SELECT * FROM patient_twin_group");
  clinic_fixture_open (fixture, content);
  return dump;
}

static void
test_unmerge_restores_everything (void)
{
  static const char *const fields[] = { "given_name", "birth_date", "notes", NULL };
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) kept = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-13", "en");
  g_autoptr(MesoPatient) duplicate = clinic_fixture_add (fixture, "Leyla", "Karimi", MESO_SEX_FEMALE, "1991-05-13", "en");
  g_autofree char *screening = clinic_fixture_screen (fixture, duplicate, TODAY, "");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(MesoUnmerge) result = NULL;
  guint own, other;

  add_allergy (fixture, duplicate->id, "Lidocaine");
  clinic_fixture_plan (fixture, kept, "mild", TODAY);
  own = count_timeline (fixture, kept->id);
  other = count_timeline (fixture, duplicate->id);
  before = dump_records (fixture);
  merge (fixture, duplicate->id, kept->id, fields);
  result = unmerge (fixture, duplicate->id);
  g_assert_cmpuint (g_strv_length (result->left), ==, 0);
  g_assert_cmpint (result->crossed, ==, 0);
  after = dump_records (fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (count_timeline (fixture, kept->id), ==, own);
  g_assert_cmpuint (count_timeline (fixture, duplicate->id), ==, other);
  assert_sound (fixture);
}

static void
test_chains (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) a = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-13", "en");
  g_autoptr(MesoPatient) b = clinic_fixture_add (fixture, "Leyla", "Karimi", MESO_SEX_FEMALE, "1990-05-13", "en");
  g_autoptr(MesoPatient) c = clinic_fixture_add (fixture, "Laila", "Karimi", MESO_SEX_FEMALE, "1990-05-13", "en");
  g_autoptr(MesoPatient) d = clinic_fixture_add (fixture, "Lejla", "Karimi", MESO_SEX_FEMALE, "1990-05-13", "en");
  g_autoptr(MesoPatient) found = NULL;
  g_autoptr(MesoUnmerge) result = NULL;
  g_autoptr(GPtrArray) merges = NULL;

  merge (fixture, a->id, b->id, NULL);
  merge (fixture, b->id, c->id, NULL);
  /* Who is merged into a record that stands for another is merged into that other. */
  merge (fixture, d->id, a->id, NULL);
  found = get (fixture, a->id);
  g_assert_cmpstr (found->id, ==, c->id);
  assert_refused (fixture, c->id, a->id, "one record already");
  assert_refused (fixture, a->id, c->id, "one record already");
  merges = meso_patient_merge_service_list (fixture->clinic, a->id, NULL);
  g_assert_cmpuint (merges->len, ==, 3);
  /* One in the middle is taken back with what hangs on it. */
  result = unmerge (fixture, b->id);
  g_clear_pointer (&found, meso_patient_free);
  found = get (fixture, a->id);
  g_assert_cmpstr (found->id, ==, b->id);
  g_clear_pointer (&found, meso_patient_free);
  found = get (fixture, d->id);
  g_assert_cmpstr (found->id, ==, c->id);
  assert_sound (fixture);
}

static void
test_merged_elsewhere (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) a = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-13", "en");
  g_autoptr(MesoPatient) b = clinic_fixture_add (fixture, "Leyla", "Karimi", MESO_SEX_FEMALE, "1990-05-13", "en");
  g_autoptr(MesoPatient) c = clinic_fixture_add (fixture, "Laila", "Karimi", MESO_SEX_FEMALE, "1990-05-13", "en");
  g_autoptr(MesoPatient) man = clinic_fixture_add (fixture, "Ali", "Karimi", MESO_SEX_MALE, "1990-05-13", "en");
  g_autoptr(GError) error = NULL;

  merge (fixture, a->id, b->id, NULL);
  assert_refused (fixture, a->id, c->id, "was merged into file 0002");
  assert_refused (fixture, man->id, c->id, "Correct the sex");
  g_assert_null (meso_patient_merge_service_unmerge (fixture->clinic, b->id, "no", &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "merge");
  g_assert_null (meso_patient_merge_service_merge (fixture->clinic, "17", c->id, NULL, "same", &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "17");
}

/* Merged, treated on what was the other's, and taken back: nothing moves, and it is said. */
static void
test_crossed (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) kept = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-13", "en");
  g_autoptr(MesoPatient) duplicate = clinic_fixture_add (fixture, "Leyla", "Karimi", MESO_SEX_FEMALE, "1990-05-13", "en");
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autofree char *screening = clinic_fixture_screen (fixture, duplicate, TODAY, "");
  g_autofree char *short_form = NULL;
  g_autofree char *session = NULL;
  g_autoptr(MesoUnmerge) result = NULL;

  clinic_fixture_decide (fixture, screening, MESO_DECISION_SIGN, NULL, "signed");
  short_form = clinic_fixture_screen_short (fixture, duplicate, TODAY, "");
  clinic_fixture_decide (fixture, short_form, MESO_DECISION_SIGN, NULL, "signed");
  clinic_fixture_plan (fixture, duplicate, "mild", TODAY);
  merge (fixture, duplicate->id, kept->id, NULL);
  session = clinic_fixture_treat (fixture, kept, physician, "2026-11-22T14:00");
  result = unmerge (fixture, duplicate->id);
  g_assert_cmpint (result->crossed, ==, 1);
  assert_sound (fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/patient-merge/preview", test_preview);
  g_test_add_func ("/services/patient-merge/both-histories", test_both_histories);
  g_test_add_func ("/services/patient-merge/allergies-of-both-count", test_allergies_of_both_count);
  g_test_add_func ("/services/patient-merge/fields-are-taken-and-given-back", test_fields_are_taken_and_given_back);
  g_test_add_func ("/services/patient-merge/companions", test_companions);
  g_test_add_func ("/services/patient-merge/field-that-is-not-taken", test_field_that_is_not_taken);
  g_test_add_func ("/services/patient-merge/unmerge-restores-everything", test_unmerge_restores_everything);
  g_test_add_func ("/services/patient-merge/chains", test_chains);
  g_test_add_func ("/services/patient-merge/merged-elsewhere", test_merged_elsewhere);
  g_test_add_func ("/services/patient-merge/crossed", test_crossed);

  return g_test_run ();
}
