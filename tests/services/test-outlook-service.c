/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-outlook-service.h"

#include "clinic-fixture.h"
#include "meso-chart-service.h"
#include "meso-demo-history.h"
#include "meso-next-step.h"
#include "meso-patient-service.h"
#include "meso-record-service.h"

#define PEOPLE 80
#define SEED 5

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

/* The severest allergy of all: to what the newest formula holds. */
static void
note_allergy (ClinicFixture     *fixture,
              const MesoPatient *patient,
              const char        *what)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoPatientRecord) record = meso_record_service_get (fixture->clinic, patient->id, &error);
  g_autoptr(MesoPatientRecord) stored = NULL;

  g_assert_no_error (error);
  *meso_patient_asked_of (record->patient, MESO_HEALTH_ALLERGY) = MESO_ASKED_LISTED;
  g_ptr_array_add (record->items, meso_health_item_new (MESO_HEALTH_ALLERGY, what));
  stored = meso_record_service_update (fixture->clinic, record, clinic_fixture_day (TODAY), &error);
  g_assert_no_error (error);
}

static void
test_formula_forbidden (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autofree char *screening = NULL;
  g_autoptr(MesoPatientOutlook) before = NULL;
  g_autoptr(MesoPatientOutlook) other = NULL;
  g_autoptr(MesoPatientOutlook) after = NULL;

  clinic_fixture_set_clock (fixture, TODAY);
  screening = clinic_fixture_screen (fixture, patient, TODAY, "");
  clinic_fixture_decide (fixture, screening, MESO_DECISION_SIGN, NULL, NULL);
  clinic_fixture_plan (fixture, patient, "noticeable", TODAY);
  clinic_fixture_store_formula (fixture, patient, "biotin", NULL);
  before = look (fixture, patient);
  g_assert_false (before->formula_forbidden);
  note_allergy (fixture, patient, "Latex");
  other = look (fixture, patient);
  g_assert_true (other->formula_doubtful);
  g_assert_false (other->formula_forbidden);
  note_allergy (fixture, patient, "Biotin");
  after = look (fixture, patient);
  g_assert_true (after->formula_forbidden);
}

static void
assert_agrees (ClinicFixture     *fixture,
               const MesoPatient *patient,
               guint             *n_forbidden)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoChart) chart = meso_chart_service_get (fixture->clinic, patient->id, clinic_fixture_day (TODAY), &error);
  g_autoptr(MesoPatientOutlook) outlook = look (fixture, patient);
  const MesoPlannedSession *next;
  guint n_allergies = 0;

  g_assert_no_error (error);
  next = meso_course_get_next_session (chart->course);
  for (guint i = 0; i < chart->health->len; i++)
    {
      const MesoHealthItem *item = g_ptr_array_index (chart->health, i);

      n_allergies += item->kind == MESO_HEALTH_ALLERGY && item->status == MESO_HEALTH_ACTIVE;
    }
  g_assert_cmpint (outlook->on_course, ==, chart->course != NULL);
  if (chart->course != NULL)
    g_assert_cmpint (outlook->course_status, ==, chart->course->status);
  if (next != NULL && outlook->next_kind != MESO_PLAN_CHECK)
    g_assert_cmpint (meso_calendar_date_compare (outlook->next, next->date), ==, 0);
  g_assert_cmpuint (g_strv_length (outlook->allergies), ==, n_allergies);
  if (outlook->formula_forbidden != (chart->formula_forbidden && next != NULL))
    g_error ("file %s: the list says %d, the page %d; seed %d", patient->file_number, outlook->formula_forbidden,
             chart->formula_forbidden, SEED);
  *n_forbidden += outlook->formula_forbidden;
}

/* Whatever befell somebody, the list says of them what their page says. */
static void
test_agrees_with_the_chart (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  const MesoDemoHistory history = { .patients = PEOPLE, .seed = SEED, .today = clinic_fixture_day (TODAY), .language = "en" };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) patients = NULL;
  guint n_forbidden = 0, n_noted = 0;

  g_assert_true (meso_demo_history_fill (fixture->clinic, &history, NULL, &error));
  g_assert_no_error (error);
  clinic_fixture_set_clock (fixture, TODAY);
  patients = meso_patient_service_list (fixture->clinic, 0, PEOPLE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (patients->len, >, PEOPLE / 2);
  for (guint i = 0; i < patients->len; i++)
    {
      const MesoPatient *patient = g_ptr_array_index (patients, i);

      assert_agrees (fixture, patient, &n_noted);
      if (i % 2 == 0)
        note_allergy (fixture, patient, i % 4 == 0 ? "Biotin" : "Dexpanthenol");
      assert_agrees (fixture, patient, &n_forbidden);
    }
  g_assert_cmpuint (n_forbidden, >, n_noted);
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
  g_test_add_func ("/outlook-service/formula-forbidden", test_formula_forbidden);
  g_test_add_func ("/outlook-service/agrees-with-the-chart", test_agrees_with_the_chart);
  return g_test_run ();
}
