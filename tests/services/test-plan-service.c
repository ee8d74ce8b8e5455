/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-plan-service.h"

#include "clinic-fixture.h"
#include "meso-core-error.h"
#include "meso-plan-repository.h"

static MesoPlan *
record (ClinicFixture    *fixture,
        const char       *patient,
        MesoPlanOptions   options,
        GError          **error)
{
  const MesoPlanTemplate *template = meso_protocol_lookup_plan (meso_clinic_get_protocol (fixture->clinic), "noticeable");

  g_assert_nonnull (template);
  return meso_plan_service_record (fixture->clinic, patient, template, &options, error);
}

static void
assert_first_day (ClinicFixture     *fixture,
                  const MesoPatient *patient,
                  const char        *start,
                  const char        *closed,
                  const char        *expected)
{
  MesoPlanOptions options = { .start = clinic_fixture_day (start) };
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoPlan) plan = NULL;
  g_autofree char *day = NULL;

  g_assert_true (meso_plan_parse_closed_days (closed, &options.closed, &error));
  plan = record (fixture, patient->id, options, &error);
  g_assert_no_error (error);
  day = meso_calendar_date_to_string (((MesoPlanSession *) g_ptr_array_index (plan->sessions, 0))->date);
  g_assert_cmpstr (day, ==, expected);
}

typedef struct
{
  const char *patient;
  MesoCourse *course;
} Load;

static gboolean
load (MesoStoreContext  *context,
      gpointer           data,
      GError           **error)
{
  Load *work = data;

  work->course = meso_plan_repository_latest_of_patient (context, work->patient, error);
  return work->course != NULL;
}

static void
test_record (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  MesoPlanOptions options = { .start = clinic_fixture_day ("2026-11-24"), .sessions = 5 };
  Load work = { .patient = patient->id };
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoPlan) plan = record (fixture, patient->file_number, options, &error);
  g_autoptr(MesoCourse) course = NULL;

  g_assert_no_error (error);
  g_assert_true (meso_clinic_run (fixture->clinic, MESO_STORE_READ, load, &work, &error));
  g_assert_no_error (error);
  course = work.course;
  g_assert_cmpstr (course->template_id, ==, "noticeable");
  g_assert_cmpuint (course->sessions->len, ==, plan->sessions->len);
  g_assert_cmpuint (course->sessions->len, >=, 5);
  for (guint i = 0; i < plan->sessions->len; i++)
    {
      const MesoPlanSession *laid_out = g_ptr_array_index (plan->sessions, i);
      const MesoPlannedSession *stored = g_ptr_array_index (course->sessions, i);

      g_assert_cmpint (stored->n, ==, laid_out->n);
      g_assert_cmpint (stored->kind, ==, laid_out->kind);
      g_assert_cmpint (stored->status, ==, MESO_PLANNED);
      g_assert_cmpint (meso_calendar_date_compare (stored->date, laid_out->date), ==, 0);
    }
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "create", "plan", course->id), ==, 1);
}

/* First day of bleeding on the 20th: not before the 27th, a Friday. */
static void
test_a_wait_moves_the_start (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *waiting = NULL;
  g_autofree char *suitable = NULL;

  assert_first_day (fixture, patient, "2026-11-24", "", "2026-11-24");
  waiting = clinic_fixture_screen (fixture, patient, "2026-11-21", "menstruating=yes period-started-on=2026-11-20");
  assert_first_day (fixture, patient, "2026-11-24", "", "2026-11-27");
  assert_first_day (fixture, patient, "2026-11-24", "fri", "2026-11-28");
  assert_first_day (fixture, patient, "2026-12-01", "", "2026-12-01");

  suitable = clinic_fixture_screen (fixture, patient, TODAY, "");
  assert_first_day (fixture, patient, "2026-11-24", "", "2026-11-24");
}

/* A question was left open, and a wait was found all the same. */
static void
test_a_wait_counts_in_an_incomplete_screening (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *screening = NULL;

  screening = clinic_fixture_screen (fixture, patient, TODAY,
                                     "menstruating=yes period-started-on=2026-11-20 tumour-history=unknown");
  assert_first_day (fixture, patient, "2026-11-24", "", "2026-11-27");
}

static void
assert_refused (ClinicFixture   *fixture,
                const char      *patient,
                MesoPlanOptions  options,
                GQuark           domain,
                int              code,
                const char      *text)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *before = clinic_fixture_dump (fixture);
  g_autofree char *after = NULL;

  g_assert_null (record (fixture, patient, options, &error));
  clinic_fixture_assert_error (&error, domain, code, text);
  after = clinic_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_after_a_block (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *block = clinic_fixture_screen (fixture, patient, TODAY, "pregnant=yes");
  g_autofree char *again = NULL;

  assert_refused (fixture, patient->id, (MesoPlanOptions) { .start = clinic_fixture_day (TODAY) }, MESO_SERVICES_ERROR,
                  MESO_SERVICES_ERROR_REFUSED, "do not treat");

  /* A test came back within the hour: the later of two on one day counts. */
  again = clinic_fixture_screen (fixture, patient, TODAY, "");
  assert_first_day (fixture, patient, "2026-11-24", "", "2026-11-24");
}

/* An infection has to heal first, and nobody knows when that is. */
static void
test_after_a_wait_without_a_day (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Reza", "Rahimi", MESO_SEX_MALE, "1980-05-01", "");
  g_autofree char *wait = clinic_fixture_screen (fixture, patient, TODAY, "localised-bald-spots=yes bald-spots-fungal=yes");

  assert_refused (fixture, patient->id, (MesoPlanOptions) { .start = clinic_fixture_day (TODAY) }, MESO_SERVICES_ERROR,
                  MESO_SERVICES_ERROR_REFUSED, "no day");
}

/* The short form asks less: what the full one found holds on beside it. */
static void
test_a_short_form_hides_no_wait (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *full = clinic_fixture_screen (fixture, patient, "2026-11-21", "menstruating=yes period-started-on=2026-11-20");
  g_autofree char *short_form = clinic_fixture_screen_short (fixture, patient, TODAY, "");

  assert_first_day (fixture, patient, "2026-11-24", "", "2026-11-27");
}

/* A physician has decided to go on. */
static void
test_an_overridden_wait_is_none (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autofree char *full = clinic_fixture_screen (fixture, patient, TODAY, "menstruating=yes period-started-on=2026-11-20");

  assert_first_day (fixture, patient, TODAY, "", "2026-11-27");
  clinic_fixture_decide (fixture, full, MESO_DECISION_OVERRIDE, "MENS", "light bleeding");
  assert_first_day (fixture, patient, TODAY, "", TODAY);
}

static void
test_not_before (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *waiting = NULL;
  g_autofree char *block = NULL;
  g_autoptr(GError) error = NULL;
  MesoCalendarDate day = clinic_fixture_day (TODAY);

  g_assert_true (meso_plan_service_get_not_before (fixture->clinic, patient->id, &day, &error));
  g_assert_no_error (error);
  g_assert_false (meso_calendar_date_is_set (day));
  waiting = clinic_fixture_screen (fixture, patient, "2026-11-21", "menstruating=yes period-started-on=2026-11-20");
  g_assert_true (meso_plan_service_get_not_before (fixture->clinic, patient->file_number, &day, &error));
  g_assert_cmpint (meso_calendar_date_compare (day, clinic_fixture_day ("2026-11-27")), ==, 0);
  block = clinic_fixture_screen (fixture, patient, TODAY, "pregnant=yes");
  g_assert_false (meso_plan_service_get_not_before (fixture->clinic, patient->id, &day, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "do not treat");
}

/* What the form shows is what would be stored, and nothing is. */
static void
test_lay_out (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  const MesoPlanTemplate *template = meso_protocol_lookup_plan (meso_clinic_get_protocol (fixture->clinic), "noticeable");
  const MesoPlanOptions options = { .start = clinic_fixture_day ("2026-11-27") };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoPlan) shown = NULL;
  g_autofree char *day = NULL;

  clinic_fixture_set (fixture, "closed-days", "fri", NULL);
  before = clinic_fixture_dump (fixture);
  shown = meso_plan_service_lay_out (fixture->clinic, patient->id, template, &options, &error);
  g_assert_no_error (error);
  after = clinic_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  day = meso_calendar_date_to_string (((MesoPlanSession *) g_ptr_array_index (shown->sessions, 0))->date);
  g_assert_cmpstr (day, ==, "2026-11-28");
  assert_first_day (fixture, patient, "2026-11-27", "", "2026-11-28");
}

/* What was still planned in the last course is due no more. */
static void
test_one_course_at_a_time (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *states = NULL;

  clinic_fixture_plan (fixture, patient, "noticeable", "2026-11-24");
  clinic_fixture_plan (fixture, patient, "mild", "2026-11-24");
  clinic_fixture_close (fixture);
  states = clinic_fixture_shell (fixture->path, "SELECT group_concat(template || ' ' || status, ', ') FROM (SELECT * FROM plan"
                                                " ORDER BY template);");
  clinic_fixture_open (fixture, NULL);
  g_assert_cmpstr (states, ==, "mild active, noticeable finished");
}

static void
test_nothing_is_stored_on_error (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  const MesoPlanOptions plain = { .start = clinic_fixture_day (TODAY) };
  const MesoPlanOptions too_many = { .start = clinic_fixture_day (TODAY), .sessions = 11 };

  assert_refused (fixture, "999", plain, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "999");
  assert_refused (fixture, patient->id, too_many, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE, "11");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/plan/record", test_record);
  g_test_add_func ("/services/plan/a-wait-moves-the-start", test_a_wait_moves_the_start);
  g_test_add_func ("/services/plan/a-wait-counts-in-an-incomplete-screening", test_a_wait_counts_in_an_incomplete_screening);
  g_test_add_func ("/services/plan/after-a-block", test_after_a_block);
  g_test_add_func ("/services/plan/after-a-wait-without-a-day", test_after_a_wait_without_a_day);
  g_test_add_func ("/services/plan/a-short-form-hides-no-wait", test_a_short_form_hides_no_wait);
  g_test_add_func ("/services/plan/an-overridden-wait-is-none", test_an_overridden_wait_is_none);
  g_test_add_func ("/services/plan/not-before", test_not_before);
  g_test_add_func ("/services/plan/lay-out", test_lay_out);
  g_test_add_func ("/services/plan/one-course-at-a-time", test_one_course_at_a_time);
  g_test_add_func ("/services/plan/nothing-is-stored-on-error", test_nothing_is_stored_on_error);

  return g_test_run ();
}
