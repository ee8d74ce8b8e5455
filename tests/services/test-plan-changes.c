/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-plan-service.h"

#include "clinic-fixture.h"
#include "meso-chart-service.h"
#include "meso-plan-repository.h"

static MesoCourse *
get_course (ClinicFixture     *fixture,
            const MesoPatient *patient)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoChart) chart = meso_chart_service_get (fixture->clinic, patient->id, clinic_fixture_day (TODAY), &error);

  g_assert_no_error (error);
  return g_steal_pointer (&chart->course);
}

/* "1 2026-11-24 -1 planned": number, day, minute and state of each session that isn't a check-up, apart by "; " */
static void
assert_course (ClinicFixture     *fixture,
               const MesoPatient *patient,
               const char        *expected)
{
  g_autoptr(MesoCourse) course = get_course (fixture, patient);
  g_autoptr(GString) text = g_string_new ("");

  for (guint i = 0; i < course->sessions->len; i++)
    {
      const MesoPlannedSession *session = g_ptr_array_index (course->sessions, i);
      g_autofree char *day = meso_calendar_date_to_string (session->date);

      if (session->kind == MESO_PLAN_TREATMENT)
        g_string_append_printf (text, "%s%d %s %d %s", text->len > 0 ? "; " : "", session->n, day, session->minute,
                                meso_planned_status_to_string (session->status));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
plan (ClinicFixture     *fixture,
      const MesoPatient *patient,
      int                sessions)
{
  const MesoPlanTemplate *template = meso_protocol_lookup_plan (meso_clinic_get_protocol (fixture->clinic), "noticeable");
  const MesoPlanOptions options = { .start = clinic_fixture_day ("2026-11-24"), .sessions = sessions };
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoPlan) made = meso_plan_service_record (fixture->clinic, patient->id, template, &options, &error);

  g_assert_no_error (error);
}

static MesoCivilTime
at (const char *text)
{
  MesoCivilTime time = MESO_CIVIL_TIME_NONE;

  g_assert_true (meso_civil_time_parse (text, &time, NULL));
  return time;
}

static void
test_move (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoCourse) course = NULL;
  g_autoptr(GError) error = NULL;

  plan (fixture, patient, 4);
  course = get_course (fixture, patient);
  assert_course (fixture, patient,
                 "1 2026-11-24 -1 planned; 2 2026-12-08 -1 planned; 3 2026-12-22 -1 planned; 4 2027-01-05 -1 planned");
  g_assert_true (meso_plan_service_move (fixture->clinic, course->id, 2, at ("2026-12-10T16:30"), FALSE, "asked by phone", &error));
  g_assert_no_error (error);
  assert_course (fixture, patient,
                 "1 2026-11-24 -1 planned; 2 2026-12-10 990 planned; 3 2026-12-22 -1 planned; 4 2027-01-05 -1 planned");

  /* The third one would fall on a Friday, which is closed. */
  clinic_fixture_set (fixture, "closed-days", "fri", NULL);
  g_assert_true (meso_plan_service_move (fixture->clinic, course->id, 2, at ("2026-12-13"), TRUE, NULL, &error));
  g_assert_no_error (error);
  assert_course (fixture, patient,
                 "1 2026-11-24 -1 planned; 2 2026-12-13 -1 planned; 3 2026-12-26 -1 planned; 4 2027-01-09 -1 planned");
}

static void
test_move_is_refused (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoCourse) course = NULL;
  g_autoptr(GError) error = NULL;

  plan (fixture, patient, 4);
  course = get_course (fixture, patient);
  g_assert_false (meso_plan_service_move (fixture->clinic, course->id, 1, MESO_CIVIL_TIME_NONE, FALSE, NULL, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "date: ");
  g_assert_false (meso_plan_service_move (fixture->clinic, course->id, 99, at ("2026-12-10"), FALSE, NULL, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "99");
  g_assert_false (meso_plan_service_move (fixture->clinic, course->id, 1, at ("9999-12-31"), TRUE, NULL, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "calendar");
  g_assert_true (meso_plan_service_set_status (fixture->clinic, course->id, 1, MESO_MISSED, NULL, &error));
  g_assert_false (meso_plan_service_move (fixture->clinic, course->id, 1, at ("2026-12-10"), FALSE, NULL, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "still planned");
  assert_course (fixture, patient,
                 "1 2026-11-24 -1 missed; 2 2026-12-08 -1 planned; 3 2026-12-22 -1 planned; 4 2027-01-05 -1 planned");
}

static void
test_set_status (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoCourse) course = NULL;
  g_autoptr(GError) error = NULL;

  plan (fixture, patient, 4);
  course = get_course (fixture, patient);
  g_assert_false (meso_plan_service_set_status (fixture->clinic, course->id, 1, MESO_CANCELLED, " ", &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "reason: ");
  g_assert_false (meso_plan_service_set_status (fixture->clinic, course->id, 1, MESO_DONE, NULL, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "recorded");
  g_assert_true (meso_plan_service_set_status (fixture->clinic, course->id, 1, MESO_CANCELLED, "on a journey", &error));
  g_assert_true (meso_plan_service_set_status (fixture->clinic, course->id, 2, MESO_MISSED, NULL, &error));
  g_assert_true (meso_plan_service_set_status (fixture->clinic, course->id, 2, MESO_PLANNED, NULL, &error));
  /* A check-up may be a call: nothing else is recorded of it. */
  g_assert_true (meso_plan_service_set_status (fixture->clinic, course->id, 5, MESO_DONE, NULL, &error));
  g_assert_no_error (error);
  assert_course (fixture, patient,
                 "1 2026-11-24 -1 cancelled; 2 2026-12-08 -1 planned; 3 2026-12-22 -1 planned; 4 2027-01-05 -1 planned");
}

typedef struct
{
  ClinicFixture *fixture;
  const char *plan;
} Suspension;

static gboolean
suspend (MesoStoreContext  *context,
         gpointer           data,
         GError           **error)
{
  Suspension *work = data;

  return meso_plan_repository_set_plan_status (context, meso_clinic_get_staff (work->fixture->clinic), work->plan,
                                               MESO_COURSE_SUSPENDED, "an abscess", error);
}

static void
test_resume (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoCourse) course = NULL;
  g_autoptr(MesoCourse) again = NULL;
  g_autofree char *physician = NULL;
  g_autoptr(GError) error = NULL;
  Suspension work = { fixture, NULL };
  const MesoPlanTemplate *template = meso_protocol_lookup_plan (meso_clinic_get_protocol (fixture->clinic), "noticeable");
  const MesoPlanOptions options = { .start = clinic_fixture_day ("2026-11-24") };

  plan (fixture, patient, 4);
  course = get_course (fixture, patient);
  work.plan = course->id;
  g_assert_true (meso_clinic_run (fixture->clinic, MESO_STORE_WRITE, suspend, &work, &error));

  /* A new course is no way round it. */
  g_assert_null (meso_plan_service_record (fixture->clinic, patient->id, template, &options, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "suspended");
  g_assert_false (meso_plan_service_resume (fixture->clinic, course->id, "healed", &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "physician");
  physician = clinic_fixture_seat_physician (fixture);
  g_assert_false (meso_plan_service_resume (fixture->clinic, course->id, "", &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "reason: ");
  g_assert_true (meso_plan_service_resume (fixture->clinic, course->id, "healed", &error));
  g_assert_no_error (error);
  again = get_course (fixture, patient);
  g_assert_cmpint (again->status, ==, MESO_COURSE_ACTIVE);
  g_assert_false (meso_plan_service_resume (fixture->clinic, course->id, "healed", &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "suspended");
}

/* A course ends by a word that says why; what is planned in it is due no more, and another one may follow. */
static void
test_stop (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoCourse) course = NULL;
  g_autoptr(MesoCourse) stopped = NULL;
  g_autoptr(MesoCourse) second = NULL;
  g_autoptr(MesoCourse) ended = NULL;
  g_autofree char *physician = NULL;
  g_autoptr(GError) error = NULL;
  Suspension work = { fixture, NULL };

  plan (fixture, patient, 4);
  course = get_course (fixture, patient);
  g_assert_false (meso_plan_service_stop (fixture->clinic, course->id, " ", &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "reason: ");
  g_assert_true (meso_plan_service_stop (fixture->clinic, course->id, "moves to another town", &error));
  g_assert_no_error (error);
  stopped = get_course (fixture, patient);
  g_assert_cmpint (stopped->status, ==, MESO_COURSE_STOPPED);
  g_assert_cmpstr (stopped->status_reason, ==, "moves to another town");
  g_assert_null (meso_course_get_next_session (stopped));
  g_assert_false (meso_plan_service_stop (fixture->clinic, course->id, "again", &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "over");

  /* What suspended it is a physician's to close, also so. */
  plan (fixture, patient, 4);
  second = get_course (fixture, patient);
  work.plan = second->id;
  g_assert_true (meso_clinic_run (fixture->clinic, MESO_STORE_WRITE, suspend, &work, &error));
  g_assert_false (meso_plan_service_stop (fixture->clinic, second->id, "an abscess", &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "physician");
  physician = clinic_fixture_seat_physician (fixture);
  g_assert_true (meso_plan_service_stop (fixture->clinic, second->id, "an abscess", &error));
  ended = get_course (fixture, patient);
  g_assert_cmpint (ended->status, ==, MESO_COURSE_STOPPED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/plan-changes/move", test_move);
  g_test_add_func ("/services/plan-changes/move-is-refused", test_move_is_refused);
  g_test_add_func ("/services/plan-changes/set-status", test_set_status);
  g_test_add_func ("/services/plan-changes/resume", test_resume);
  g_test_add_func ("/services/plan-changes/stop", test_stop);

  return g_test_run ();
}
