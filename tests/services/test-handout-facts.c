/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-facts.h"

#include "clinic-fixture.h"
#include "meso-chart-service.h"
#include "meso-demo-service.h"
#include "meso-plan-repository.h"
#include "meso-plan-service.h"
#include "meso-record-service.h"

typedef struct
{
  const MesoProtocol *protocol;
  const MesoHandoutRequest *request;
  MesoHandoutFacts *facts;
} Gather;

static gboolean
gather_facts (MesoStoreContext  *context,
              gpointer           data,
              GError           **error)
{
  Gather *work = data;

  work->facts = meso_handout_facts_gather (context, work->protocol, work->request, error);
  return work->facts != NULL;
}

static MesoHandoutRequest
request_for (const MesoPatient *patient,
             const char        *kind)
{
  return (MesoHandoutRequest) {
    .kind = kind, .patient = patient->id, .when = MESO_CIVIL_TIME_NONE, .today = clinic_fixture_day (TODAY),
    .printed_at = MESO_CIVIL_TIME_NONE,
  };
}

static MesoHandoutFacts *
gather (ClinicFixture            *fixture,
        const MesoHandoutRequest *request)
{
  Gather work = { .protocol = meso_clinic_get_protocol (fixture->clinic), .request = request };
  g_autoptr(GError) error = NULL;

  meso_clinic_run (fixture->clinic, MESO_STORE_READ, gather_facts, &work, &error);
  g_assert_no_error (error);
  return work.facts;
}

static MesoHandoutFacts *
gather_in (ClinicFixture     *fixture,
           const MesoPatient *patient,
           const char        *language)
{
  MesoHandoutRequest request = request_for (patient, "aftercare");

  request.language = language;
  return gather (fixture, &request);
}

static void
assert_when (const MesoHandoutFacts *facts,
             const char             *expected)
{
  g_autofree char *when = meso_civil_time_to_string (facts->context->when);

  g_assert_cmpstr (when, ==, expected);
}

static void
test_record (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "<b>&\"", "کریمی", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoHandoutFacts) facts = gather_in (fixture, patient, NULL);

  g_assert_cmpstr (facts->patient, ==, patient->id);
  g_assert_cmpstr (facts->paper, ==, "a4");
  g_assert_cmpstr (facts->context->language, ==, "en");
  g_assert_cmpstr (facts->context->patient_name, ==, "<b>&\" کریمی");
  g_assert_cmpstr (facts->context->file_number, ==, patient->file_number);
  g_assert_false (facts->context->demo);
  g_assert_null (facts->course);
  g_assert_null (facts->formula_id);
  g_assert_cmpuint (facts->context->ingredients->len, ==, 0);
  g_assert_cmpuint (facts->context->visits->len, ==, 0);
  g_assert_cmpstr (facts->context->letterhead->clinic_name, ==, "");
  g_assert_cmpint (facts->session_n, ==, 0);
  /* nothing was treated, so no "until" can be said */
  g_assert_false (meso_calendar_date_is_set (facts->context->when.date));
  g_assert_cmpint (meso_calendar_date_compare (facts->date, clinic_fixture_day (TODAY)), ==, 0);
}

static void
test_language (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) persian = clinic_fixture_add (fixture, "لیلا", "کریمی", MESO_SEX_FEMALE, "1990-05-01", "fa");
  g_autoptr(MesoHandoutFacts) own = gather_in (fixture, persian, NULL);
  g_autoptr(MesoHandoutFacts) asked = gather_in (fixture, persian, "en");

  g_assert_cmpstr (own->context->language, ==, "fa");
  g_assert_cmpstr (asked->context->language, ==, "en");
}

static void
test_letterhead (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoHandoutFacts) english = NULL;
  g_autoptr(MesoHandoutFacts) persian = NULL;
  const MesoLetterhead *head;

  clinic_fixture_set (fixture, "clinic-name", "Hair & <Skin>", "clinic-name-fa", "کلینیک مو", "physician", "Dr Rahimi",
                      "address-fa", "تهران\n\nپلاک ۱", "phone", "021 1234 5670", "emergency-phone", "112", "paper", "a5", NULL);
  english = gather_in (fixture, patient, "en");
  head = english->context->letterhead;
  g_assert_cmpstr (head->clinic_name, ==, "Hair & <Skin>");
  g_assert_cmpstr (head->physician, ==, "Dr Rahimi");
  g_assert_cmpuint (head->address->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (head->address, 0), ==, "تهران");
  g_assert_cmpstr (g_ptr_array_index (head->address, 1), ==, "پلاک ۱");
  g_assert_cmpstr (head->phone, ==, "021 1234 5670");
  g_assert_cmpstr (head->emergency_number, ==, "112");
  g_assert_cmpstr (english->paper, ==, "a5");

  /* What was entered in one language only is better than nothing in the other. */
  persian = gather_in (fixture, patient, "fa");
  head = persian->context->letterhead;
  g_assert_cmpstr (head->clinic_name, ==, "کلینیک مو");
  g_assert_cmpstr (head->physician, ==, "Dr Rahimi");
  g_assert_cmpstr (g_ptr_array_index (head->address, 0), ==, "تهران");
  g_assert_cmpstr (head->phone, ==, "021 1234 5670");
}

static void
test_empty_setting_falls_back (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoHandoutFacts) persian = NULL;

  clinic_fixture_set (fixture, "clinic-name", "Hair Clinic", "clinic-name-fa", "", NULL);
  persian = gather_in (fixture, patient, "fa");
  g_assert_cmpstr (persian->context->letterhead->clinic_name, ==, "Hair Clinic");
}

/* Pre-printed paper has its own head. */
static void
test_no_letterhead (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoHandoutFacts) facts = NULL;

  clinic_fixture_set (fixture, "clinic-name", "Hair Clinic", "address", "1 Street", "letterhead", "no", "paper", "letter", NULL);
  facts = gather_in (fixture, patient, "en");
  g_assert_cmpstr (facts->context->letterhead->clinic_name, ==, "");
  g_assert_cmpuint (facts->context->letterhead->address->len, ==, 0);
  g_assert_cmpstr (facts->paper, ==, "letter");
}

static void
test_paper_that_was_asked_for (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  MesoHandoutRequest request = request_for (patient, "information");
  g_autoptr(MesoHandoutFacts) facts = NULL;

  clinic_fixture_set (fixture, "paper", "a5", NULL);
  request.paper = "letter";
  facts = gather (fixture, &request);
  g_assert_cmpstr (facts->paper, ==, "letter");
}

static void
test_demo (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = NULL;
  g_autoptr(MesoHandoutFacts) facts = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_demo_service_fill (fixture->clinic, 0, 1, clinic_fixture_day (TODAY), &error));
  g_assert_no_error (error);
  patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  facts = gather_in (fixture, patient, "fa");
  g_assert_true (facts->context->demo);
  g_assert_cmpstr (facts->context->letterhead->clinic_name, ==, "کلینیک نمایشی مو");
}

static void
test_formula (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoHandoutFacts) facts = NULL;

  clinic_fixture_store_formula (fixture, patient, "zinc", "magnesium");
  clinic_fixture_store_formula (fixture, patient, "zinc", "biotin");
  facts = gather_in (fixture, patient, "en");
  g_assert_true (g_uuid_string_is_valid (facts->formula_id));
  g_assert_cmpint (facts->formula_version, ==, 2);
  g_assert_cmpuint (facts->context->ingredients->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (facts->context->ingredients, 0), ==, "zinc");
  g_assert_cmpstr (g_ptr_array_index (facts->context->ingredients, 1), ==, "biotin");
}

/* Six sessions from the 10th of November, 14 days apart: the 24th is the second. */
static void
test_next_session_is_prepared_for (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  MesoHandoutRequest request = request_for (patient, "before");
  g_autoptr(MesoHandoutFacts) facts = NULL;

  clinic_fixture_plan (fixture, patient, "noticeable", "2026-11-10");
  facts = gather (fixture, &request);
  assert_when (facts, "2026-11-24");
  g_assert_cmpint (facts->session_n, ==, 2);
  g_assert_cmpint (facts->context->session_n, ==, 2);
  g_assert_cmpint (facts->context->session_count, ==, 6);
  g_assert_true (g_uuid_string_is_valid (facts->course));
}

/* Without a day, aftercare is about the last session that was due: the 10th, not the 24th to come. */
static void
test_last_session_is_followed_up (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  MesoHandoutRequest request = request_for (patient, "aftercare");
  g_autoptr(MesoHandoutFacts) facts = NULL;

  clinic_fixture_plan (fixture, patient, "noticeable", "2026-11-10");
  facts = gather (fixture, &request);
  assert_when (facts, "2026-11-10");
  g_assert_cmpint (facts->session_n, ==, 1);
}

static void
test_session_of_today_is_prepared_for (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  MesoHandoutRequest request = request_for (patient, "before");
  g_autoptr(MesoHandoutFacts) facts = NULL;

  clinic_fixture_plan (fixture, patient, "noticeable", TODAY);
  facts = gather (fixture, &request);
  assert_when (facts, TODAY);
  g_assert_cmpint (facts->session_n, ==, 1);
}

/* A date that is said counts, with its hour, whatever is planned. */
static void
test_date_that_was_said (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  MesoHandoutRequest request = request_for (patient, "before");
  g_autoptr(MesoHandoutFacts) facts = NULL;

  clinic_fixture_plan (fixture, patient, "noticeable", "2026-11-10");
  request.when = (MesoCivilTime) { clinic_fixture_day ("2026-11-25"), 14 * 60 + 30 };
  facts = gather (fixture, &request);
  assert_when (facts, "2026-11-25T14:30");
  g_assert_cmpint (facts->session_n, ==, 0);
  g_assert_cmpint (facts->context->session_n, ==, 0);
  g_assert_cmpint (facts->context->session_count, ==, 6);
}

static void
test_next_visits (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  MesoHandoutRequest request = request_for (patient, "aftercare");
  g_autoptr(MesoHandoutFacts) facts = NULL;
  const MesoHandoutVisit *visit;
  g_autofree char *day = NULL;
  guint treatments = 0;

  clinic_fixture_plan (fixture, patient, "noticeable", "2026-11-10");
  request.when = (MesoCivilTime) { clinic_fixture_day ("2026-11-24"), 15 * 60 };
  facts = gather (fixture, &request);
  g_assert_cmpint (facts->session_n, ==, 2);
  visit = g_ptr_array_index (facts->context->visits, 0);
  day = meso_calendar_date_to_string (visit->when.date);
  g_assert_cmpstr (day, ==, "2026-12-08");
  g_assert_cmpint (visit->when.minute, ==, MESO_CIVIL_TIME_NO_MINUTE);
  g_assert_cmpint (visit->n, ==, 3);
  for (guint i = 0; i < facts->context->visits->len; i++)
    {
      visit = g_ptr_array_index (facts->context->visits, i);
      g_assert_cmpint (meso_calendar_date_compare (visit->when.date, request.when.date), >, 0);
      if (visit->kind == MESO_PLAN_TREATMENT)
        treatments++;
    }
  g_assert_cmpuint (treatments, ==, 4);
}

typedef struct
{
  MesoClinic *clinic;
  const char *plan;
  int n;
} Cancel;

static gboolean
cancel_session (MesoStoreContext  *context,
                gpointer           data,
                GError           **error)
{
  const Cancel *work = data;

  return meso_plan_repository_set_status (context, meso_clinic_get_staff (work->clinic), work->plan, work->n, MESO_CANCELLED,
                                          "The patient travels.", error);
}

/* A visit that will not be is neither prepared for nor announced. */
static void
test_cancelled_session (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  MesoHandoutRequest request = request_for (patient, "before");
  g_autoptr(MesoHandoutFacts) before = NULL;
  g_autoptr(MesoHandoutFacts) after = NULL;
  g_autoptr(GError) error = NULL;
  Cancel work = { .clinic = fixture->clinic, .n = 2 };

  clinic_fixture_plan (fixture, patient, "noticeable", "2026-11-10");
  before = gather (fixture, &request);
  work.plan = before->course;
  g_assert_true (meso_clinic_run (fixture->clinic, MESO_STORE_WRITE, cancel_session, &work, &error));
  g_assert_no_error (error);
  after = gather (fixture, &request);
  assert_when (after, "2026-12-08");
  g_assert_cmpint (after->session_n, ==, 3);
  g_assert_cmpuint (after->context->visits->len, ==, before->context->visits->len - 1);
}

static void
test_newest_course_counts (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  MesoHandoutRequest request = request_for (patient, "before");
  g_autoptr(MesoHandoutFacts) facts = NULL;

  clinic_fixture_plan (fixture, patient, "noticeable", "2026-11-10");
  clinic_fixture_plan (fixture, patient, "maintenance", "2027-02-01");
  facts = gather (fixture, &request);
  assert_when (facts, "2027-02-01");
  g_assert_cmpint (facts->context->session_count, ==, 0);
  g_assert_cmpint (facts->session_n, ==, 0);
}

static void
test_unknown_patient (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  const MesoHandoutRequest request = { .kind = "before", .patient = "999", .when = MESO_CIVIL_TIME_NONE };
  Gather work = { .request = &request };
  g_autoptr(GError) error = NULL;

  g_assert_false (meso_clinic_run (fixture->clinic, MESO_STORE_READ, gather_facts, &work, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "999");
  g_assert_null (work.facts);
}

/* Screened and signed long ago, in a course since the tenth; (transfer full): the physician */
static char *
begin_care (ClinicFixture     *fixture,
            const MesoPatient *patient)
{
  char *physician = clinic_fixture_seat_physician (fixture);
  g_autofree char *screening = clinic_fixture_screen (fixture, patient, "2026-10-01", "");

  clinic_fixture_decide (fixture, screening, MESO_DECISION_SIGN, NULL, NULL);
  clinic_fixture_plan (fixture, patient, "noticeable", "2026-11-10");
  return physician;
}

static char *
treat (ClinicFixture     *fixture,
       const MesoPatient *patient,
       const char        *operator,
       const char        *day,
       const char        *time)
{
  g_autofree char *short_form = clinic_fixture_screen_short (fixture, patient, day, "");
  g_autofree char *when = g_strconcat (day, time, NULL);

  return clinic_fixture_treat (fixture, patient, operator, when);
}

/* What was given counts, not what was mixed since; when it was, not when it was planned. */
static void
test_recorded_session (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *physician = begin_care (fixture, patient);
  g_autofree char *nurse = clinic_fixture_employ (fixture, "Maryam", MESO_ROLE_NURSE);
  MesoHandoutRequest request = request_for (patient, "aftercare");
  g_autofree char *id = NULL;
  g_autoptr(MesoHandoutFacts) facts = NULL;
  g_autoptr(MesoHandoutFacts) said = NULL;
  g_autoptr(MesoHandoutFacts) timed = NULL;

  clinic_fixture_store_formula (fixture, patient, "biotin", NULL);
  id = treat (fixture, patient, nurse, "2026-11-12", "T14:05");
  clinic_fixture_store_formula (fixture, patient, "zinc", NULL);
  facts = gather (fixture, &request);
  assert_when (facts, "2026-11-12T14:05");
  g_assert_cmpstr (facts->context->treated_by, ==, "Maryam");
  g_assert_cmpint (facts->session_n, ==, 1);
  g_assert_cmpint (facts->context->session_n, ==, 1);
  g_assert_cmpint (facts->context->session_count, ==, 6);
  g_assert_cmpint (facts->formula_version, ==, 1);
  g_assert_cmpuint (facts->context->ingredients->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (facts->context->ingredients, 0), ==, "biotin");

  request.when.date = clinic_fixture_day ("2026-11-12");
  said = gather (fixture, &request);
  assert_when (said, "2026-11-12T14:05");
  request.when.minute = 15 * 60;
  timed = gather (fixture, &request);
  assert_when (timed, "2026-11-12T15:00");
  g_assert_cmpint (timed->formula_version, ==, 1);
}

/* A later session that was due, and isn't recorded yet, is what the sheet is about. */
static void
test_due_after_recorded (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *physician = begin_care (fixture, patient);
  g_autofree char *id = treat (fixture, patient, physician, "2026-11-10", "");
  MesoHandoutRequest request = request_for (patient, "aftercare");
  g_autoptr(MesoHandoutFacts) facts = NULL;

  request.today = clinic_fixture_day ("2026-11-24");
  facts = gather (fixture, &request);
  assert_when (facts, "2026-11-24");
  g_assert_cmpint (facts->session_n, ==, 2);
  g_assert_cmpstr (facts->context->treated_by, ==, "");
}

static void
test_session_without_a_course (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autofree char *screening = clinic_fixture_screen (fixture, patient, TODAY, "");
  MesoHandoutRequest request = request_for (patient, "aftercare");
  g_autoptr(MesoHandoutFacts) facts = NULL;
  g_autofree char *id = NULL;

  clinic_fixture_decide (fixture, screening, MESO_DECISION_SIGN, NULL, NULL);
  id = clinic_fixture_treat (fixture, patient, physician, TODAY "T14:00");
  facts = gather (fixture, &request);
  assert_when (facts, TODAY "T14:00");
  g_assert_null (facts->course);
  g_assert_cmpint (facts->session_n, ==, 0);
  g_assert_null (facts->formula_id);
}

static MesoCourse *
get_course (ClinicFixture     *fixture,
            const MesoPatient *patient)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoChart) chart = meso_chart_service_get (fixture->clinic, patient->id, clinic_fixture_day (TODAY), &error);

  g_assert_no_error (error);
  return g_steal_pointer (&chart->course);
}

static void
move (ClinicFixture    *fixture,
      const MesoCourse *course,
      int               n,
      const char       *to)
{
  MesoCivilTime when = MESO_CIVIL_TIME_NONE;
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_civil_time_parse (to, &when, &error));
  g_assert_true (meso_plan_service_move (fixture->clinic, course->id, n, when, FALSE, NULL, &error));
  g_assert_no_error (error);
}

/* Visits are told with the times that were agreed, and in the order of time. */
static void
test_times_that_were_agreed (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *physician = begin_care (fixture, patient);
  g_autoptr(MesoCourse) course = get_course (fixture, patient);
  g_autofree char *id = treat (fixture, patient, physician, "2026-11-10", "");
  MesoHandoutRequest before = request_for (patient, "before");
  MesoHandoutRequest aftercare = request_for (patient, "aftercare");
  const char *const expected[] = { "2026-11-25T16:30", "2026-11-30T10:00", "2026-12-22" };
  g_autoptr(MesoHandoutFacts) after = NULL;
  g_autoptr(MesoHandoutFacts) unsaid = NULL;
  g_autoptr(MesoHandoutFacts) said = NULL;

  move (fixture, course, 2, "2026-11-30T10:00");
  move (fixture, course, 3, "2026-11-25T16:30");
  after = gather (fixture, &aftercare);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const MesoHandoutVisit *visit = g_ptr_array_index (after->context->visits, i);
      g_autofree char *when = meso_civil_time_to_string (visit->when);

      g_assert_cmpstr (when, ==, expected[i]);
    }
  before.when.date = clinic_fixture_day ("2026-11-30");
  said = gather (fixture, &before);
  assert_when (said, "2026-11-30T10:00");
  before.when = MESO_CIVIL_TIME_NONE;
  unsaid = gather (fixture, &before);
  g_assert_true (meso_calendar_date_is_set (unsaid->context->when.date));
  g_assert_cmpint (unsaid->context->when.minute, >, 0);
}

static gboolean
suspend (MesoStoreContext  *context,
         gpointer           data,
         GError           **error)
{
  const char *const *work = data;

  return meso_plan_repository_set_plan_status (context, work[0], work[1], MESO_COURSE_SUSPENDED, "an abscess", error);
}

/* Nobody knows yet whether it goes on. */
static void
test_suspended_course_promises_nothing (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *physician = begin_care (fixture, patient);
  g_autoptr(MesoCourse) course = get_course (fixture, patient);
  const char *work[] = { physician, course->id };
  MesoHandoutRequest request = request_for (patient, "aftercare");
  g_autoptr(MesoHandoutFacts) before = gather (fixture, &request);
  g_autoptr(MesoHandoutFacts) after = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (before->context->visits->len, >, 0);
  g_assert_true (meso_clinic_run (fixture->clinic, MESO_STORE_WRITE, suspend, work, &error));
  g_assert_no_error (error);
  after = gather (fixture, &request);
  g_assert_cmpuint (after->context->visits->len, ==, 0);
}

/* Equal facts have equal keys; whatever changes the sheet changes the key. */
static void
test_key (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *physician = begin_care (fixture, patient);
  g_autoptr(MesoCourse) course = get_course (fixture, patient);
  MesoHandoutRequest request = request_for (patient, "aftercare");
  g_autoptr(MesoHandoutFacts) first = gather (fixture, &request);
  g_autoptr(MesoHandoutFacts) same = gather (fixture, &request);
  g_autoptr(MesoHandoutFacts) moved = NULL;
  g_autoptr(MesoHandoutFacts) mixed = NULL;
  g_autoptr(MesoHandoutFacts) letterhead = NULL;

  g_assert_cmpstr (first->key, ==, same->key);
  move (fixture, course, 2, "2026-11-30T10:00");
  moved = gather (fixture, &request);
  g_assert_cmpstr (moved->key, !=, first->key);
  clinic_fixture_store_formula (fixture, patient, "biotin", NULL);
  mixed = gather (fixture, &request);
  g_assert_cmpstr (mixed->key, !=, moved->key);
  clinic_fixture_set (fixture, "clinic-name", "Hair & Skin", NULL);
  letterhead = gather (fixture, &request);
  g_assert_cmpstr (letterhead->key, !=, mixed->key);
}

static void
assert_thinner (ClinicFixture     *fixture,
                const MesoPatient *patient,
                gboolean           expected)
{
  MesoHandoutRequest request = request_for (patient, "aftercare");
  g_autoptr(MesoHandoutFacts) facts = NULL;

  request.when.date = clinic_fixture_day (TODAY);
  facts = gather (fixture, &request);
  g_assert_cmpuint (facts->context->flags->len, ==, expected ? 1 : 0);
  if (expected)
    g_assert_cmpstr (g_ptr_array_index (facts->context->flags, 0), ==, "blood-thinner");
}

static void
note_medicine (ClinicFixture      *fixture,
               const MesoPatient  *patient,
               const char         *what,
               MesoMedicineOrigin  origin)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoPatientRecord) record = meso_record_service_get (fixture->clinic, patient->id, &error);
  MesoHealthItem *item = meso_health_item_new (MESO_HEALTH_MEDICINE, what);

  g_assert_no_error (error);
  item->origin = origin;
  g_ptr_array_add (record->items, item);
  meso_patient_record_free (meso_record_service_update (fixture->clinic, record, clinic_fixture_day (TODAY), &error));
  g_assert_no_error (error);
}

/* What was prescribed goes on, and the sheet says so; what somebody takes by own choice isn't spoken of. */
static void
test_thinner_on_record (void)
{
  static const struct { const char *what; MesoMedicineOrigin origin; gboolean expected; } cases[] = {
    { "Warfarin 5 mg", MESO_MEDICINE_PRESCRIBED, TRUE },
    { "آسپرین", MESO_MEDICINE_PRESCRIBED, TRUE },
    { "Aspirin 100", MESO_MEDICINE_SELF_CHOSEN, FALSE },
    { "Ginkgo", MESO_MEDICINE_SELF_CHOSEN, FALSE },
    { "Levothyroxine", MESO_MEDICINE_PRESCRIBED, FALSE },
  };
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");

      assert_thinner (fixture, patient, FALSE);
      note_medicine (fixture, patient, cases[i].what, cases[i].origin);
      assert_thinner (fixture, patient, cases[i].expected);
    }
}

static void
test_thinner_that_was_said (void)
{
  static const struct { const char *answers; gboolean expected; } cases[] = {
    { "", FALSE },
    { "blood-thinner=yes anticoagulant=yes", TRUE },
    { "blood-thinner=yes antiplatelet=yes", TRUE },
    { "blood-thinner=yes thinner-self-chosen=yes", FALSE },
    { "blood-thinner=yes antiplatelet=yes thinner-self-chosen=yes", TRUE },
  };
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
      g_autofree char *full = clinic_fixture_screen (fixture, patient, TODAY, cases[i].answers);

      assert_thinner (fixture, patient, cases[i].expected);
    }
}

/* The questions of the day are newer; what is said later than the sheet's day says nothing of it. */
static void
test_newest_answer_about_thinners (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *full = clinic_fixture_screen (fixture, patient, "2026-10-01", "blood-thinner=yes anticoagulant=yes");
  g_autofree char *ended = NULL;
  MesoHandoutRequest request = request_for (patient, "aftercare");
  g_autoptr(MesoHandoutFacts) before = NULL;

  assert_thinner (fixture, patient, TRUE);
  ended = clinic_fixture_screen_short (fixture, patient, TODAY, "");
  assert_thinner (fixture, patient, FALSE);
  request.when.date = clinic_fixture_day ("2026-10-02");
  before = gather (fixture, &request);
  g_assert_cmpuint (before->context->flags->len, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/handout-facts/record", test_record);
  g_test_add_func ("/services/handout-facts/language", test_language);
  g_test_add_func ("/services/handout-facts/letterhead", test_letterhead);
  g_test_add_func ("/services/handout-facts/empty-setting-falls-back", test_empty_setting_falls_back);
  g_test_add_func ("/services/handout-facts/no-letterhead", test_no_letterhead);
  g_test_add_func ("/services/handout-facts/paper-that-was-asked-for", test_paper_that_was_asked_for);
  g_test_add_func ("/services/handout-facts/demo", test_demo);
  g_test_add_func ("/services/handout-facts/formula", test_formula);
  g_test_add_func ("/services/handout-facts/next-session-is-prepared-for", test_next_session_is_prepared_for);
  g_test_add_func ("/services/handout-facts/last-session-is-followed-up", test_last_session_is_followed_up);
  g_test_add_func ("/services/handout-facts/session-of-today-is-prepared-for", test_session_of_today_is_prepared_for);
  g_test_add_func ("/services/handout-facts/date-that-was-said", test_date_that_was_said);
  g_test_add_func ("/services/handout-facts/next-visits", test_next_visits);
  g_test_add_func ("/services/handout-facts/cancelled-session", test_cancelled_session);
  g_test_add_func ("/services/handout-facts/newest-course-counts", test_newest_course_counts);
  g_test_add_func ("/services/handout-facts/unknown-patient", test_unknown_patient);
  g_test_add_func ("/services/handout-facts/recorded-session", test_recorded_session);
  g_test_add_func ("/services/handout-facts/due-after-recorded", test_due_after_recorded);
  g_test_add_func ("/services/handout-facts/session-without-a-course", test_session_without_a_course);
  g_test_add_func ("/services/handout-facts/times-that-were-agreed", test_times_that_were_agreed);
  g_test_add_func ("/services/handout-facts/suspended-course-promises-nothing", test_suspended_course_promises_nothing);
  g_test_add_func ("/services/handout-facts/key", test_key);
  g_test_add_func ("/services/handout-facts/thinner-on-record", test_thinner_on_record);
  g_test_add_func ("/services/handout-facts/thinner-that-was-said", test_thinner_that_was_said);
  g_test_add_func ("/services/handout-facts/newest-answer-about-thinners", test_newest_answer_about_thinners);

  return g_test_run ();
}
