/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-outlook-service.h"

#include "clinic-fixture.h"

static MesoPatientOutlook *
look (ClinicFixture     *fixture,
      const MesoPatient *patient)
{
  const char *ids[] = { patient->id, NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) outlooks = meso_outlook_service_list (fixture->clinic, ids, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (outlooks->len, ==, 1);
  return g_ptr_array_steal_index (outlooks, 0);
}

static void
assert_day (MesoCalendarDate day,
            const char      *expected)
{
  g_autofree char *text = meso_calendar_date_is_set (day) ? meso_calendar_date_to_string (day) : g_strdup ("");

  g_assert_cmpstr (text, ==, expected);
}

static void
test_new_patient (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoPatientOutlook) outlook = look (fixture, patient);

  g_assert_cmpstr (outlook->patient, ==, patient->id);
  g_assert_nonnull (outlook->registered_at);
  g_assert_false (outlook->on_course);
  g_assert_false (outlook->asked_pregnant);
  assert_day (outlook->next, "");
  assert_day (outlook->last_seen, "");
}

static void
test_course (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autofree char *screening = clinic_fixture_screen (fixture, patient, TODAY, "");
  g_autofree char *session = NULL;
  g_autoptr(MesoPatientOutlook) before = NULL;
  g_autoptr(MesoPatientOutlook) after = NULL;

  clinic_fixture_decide (fixture, screening, MESO_DECISION_SIGN, NULL, NULL);
  clinic_fixture_plan (fixture, patient, "noticeable", TODAY);
  before = look (fixture, patient);
  g_assert_true (before->on_course);
  g_assert_cmpint (before->course_status, ==, MESO_COURSE_ACTIVE);
  assert_day (before->next, TODAY);
  assert_day (before->last_seen, TODAY);
  g_assert_cmpint (before->next_kind, ==, MESO_PLAN_TREATMENT);
  g_assert_cmpint (before->next_place, ==, 1);
  g_assert_cmpint (before->next_count, ==, 6);
  g_assert_true (before->asked_pregnant);
  g_assert_cmpint (before->pregnant, ==, MESO_ANSWER_NO);

  clinic_fixture_store_formula (fixture, patient, "biotin", NULL);
  session = clinic_fixture_treat (fixture, patient, physician, TODAY "T14:00");
  after = look (fixture, patient);
  g_assert_cmpint (after->next_place, ==, 2);
  g_assert_cmpint (meso_calendar_date_compare (after->next, clinic_fixture_day (TODAY)), >, 0);
}

/* The newest answer that counts. */
static void
test_pregnant (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *earlier = clinic_fixture_screen (fixture, patient, "2026-03-01", "pregnant=yes");
  g_autofree char *later = NULL;
  g_autoptr(MesoPatientOutlook) then = look (fixture, patient);
  g_autoptr(MesoPatientOutlook) now = NULL;

  g_assert_cmpint (then->pregnant, ==, MESO_ANSWER_YES);
  later = clinic_fixture_screen (fixture, patient, TODAY, "pregnant=unknown");
  now = look (fixture, patient);
  g_assert_cmpint (now->pregnant, ==, MESO_ANSWER_UNKNOWN);
  assert_day (now->last_seen, TODAY);
}

/* What belongs to a record that was merged into it belongs to the one that was kept. */
static void
test_merged (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) kept = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoPatient) duplicate = clinic_fixture_add (fixture, "Leyla", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *screening = clinic_fixture_screen (fixture, duplicate, TODAY, "");
  g_autofree char *sql = NULL;
  g_autofree char *answer = NULL;
  g_autoptr(MesoPatientOutlook) apart = look (fixture, kept);
  g_autoptr(MesoPatientOutlook) together = NULL;

  assert_day (apart->last_seen, "");
  sql = g_strdup_printf ("INSERT INTO patient_link (id, duplicate, kept, reason, linked_at, linked_by) SELECT"
                         " '00000000-0000-4000-8000-000000000001', '%s', '%s', 'same', created_at, created_by FROM patient LIMIT 1;",
                         duplicate->id, kept->id);
  clinic_fixture_close (fixture);
  answer = clinic_fixture_shell (fixture->path, sql);
  clinic_fixture_open (fixture, NULL);
  together = look (fixture, kept);
  assert_day (together->last_seen, TODAY);
}

/* Nobody, and somebody who isn't there. */
static void
test_nobody (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  const char *none[] = { NULL };
  const char *unknown[] = { "00000000-0000-4000-8000-00000000ffff", NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) empty = meso_outlook_service_list (fixture->clinic, none, &error);
  g_autoptr(GPtrArray) one = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (empty->len, ==, 0);
  one = meso_outlook_service_list (fixture->clinic, unknown, &error);
  g_assert_no_error (error);
  g_assert_null (((MesoPatientOutlook *) g_ptr_array_index (one, 0))->registered_at);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outlook-service/new-patient", test_new_patient);
  g_test_add_func ("/outlook-service/course", test_course);
  g_test_add_func ("/outlook-service/pregnant", test_pregnant);
  g_test_add_func ("/outlook-service/merged", test_merged);
  g_test_add_func ("/outlook-service/nobody", test_nobody);
  return g_test_run ();
}
