/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-service.h"

#include "meso-chart-service.h"
#include "meso-core-error.h"
#include "meso-draft-service.h"
#include "meso-formula-service.h"
#include "meso-handout-service.h"
#include "meso-plan-service.h"
#include "meso-record-service.h"
#include "meso-staff-service.h"
#include "visit-case.h"

static void
test_record (void)
{
  g_auto(Visit) visit = visit_begin (TODAY, "biotin");
  g_autoptr(MesoTreatmentSession) session = visit_type_session (&visit);
  g_autoptr(MesoTreatmentSession) stored = NULL;
  g_autoptr(MesoDraft) draft = NULL;
  g_autoptr(MesoChart) chart = NULL;
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_draft_service_put (visit.fixture->clinic, "session", visit.patient->id, "{}", &error));
  g_set_str (&session->patient, visit.patient->file_number);
  g_ptr_array_add (session->reactions, meso_reaction_new ("effect-pain", 1, NULL));
  id = visit_record (&visit, session);
  stored = meso_session_service_get (visit.fixture->clinic, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (stored->patient, ==, visit.patient->id);
  g_assert_cmpstr (stored->screening, ==, visit.screening);
  g_assert_cmpint (stored->session_n, ==, 1);
  g_assert_cmpint (stored->operator_role, ==, MESO_ROLE_PHYSICIAN);
  g_assert_cmpuint (stored->reactions->len, ==, 1);
  draft = meso_draft_service_get (visit.fixture->clinic, "session", visit.patient->id, &error);
  g_assert_null (draft);

  chart = visit_get_chart (&visit, TODAY);
  g_assert_cmpint (chart->treatments_done, ==, 1);
  g_assert_cmpstr (chart->last_session->id, ==, id);
  g_assert_cmpint (chart->course->status, ==, MESO_COURSE_ACTIVE);
  g_assert_cmpint (chart->next_step, ==, MESO_NEXT_STEP_AFTERCARE);
  visit_assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "on record already");
}

static void
test_full_screening (void)
{
  g_auto(Visit) visit = visit_begin (TODAY, "biotin");
  g_autoptr(MesoTreatmentSession) session = visit_type_session (&visit);
  g_autofree char *again = NULL;
  g_autofree char *id = NULL;
  g_autofree char *pregnant = NULL;

  clinic_fixture_decide (visit.fixture, visit.screening, MESO_DECISION_WAIT, NULL, NULL);
  visit_assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "not now");
  again = clinic_fixture_screen (visit.fixture, visit.patient, TODAY, "");
  visit_assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "Full screening: a physician has to sign");
  pregnant = clinic_fixture_screen (visit.fixture, visit.patient, TODAY, "pregnant=yes");
  visit_assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "do not treat");
  g_free (again);
  again = clinic_fixture_screen (visit.fixture, visit.patient, TODAY, "");
  clinic_fixture_decide (visit.fixture, again, MESO_DECISION_SIGN, NULL, NULL);
  id = visit_record (&visit, session);
}

static void
test_people (void)
{
  g_auto(Visit) visit = visit_begin (TODAY, "biotin");
  g_autoptr(MesoTreatmentSession) session = visit_type_session (&visit);
  g_autofree char *desk = clinic_fixture_employ (visit.fixture, "Nima", MESO_ROLE_DESK);
  g_autofree char *nurse = clinic_fixture_employ (visit.fixture, "Maryam", MESO_ROLE_NURSE);
  g_autofree char *gone = clinic_fixture_employ (visit.fixture, "Omid", MESO_ROLE_NURSE);
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;
  MesoStaff left = { .id = gone, .name = (char *) "Omid", .role = MESO_ROLE_NURSE, .licence_number = (char *) "" };

  g_assert_true (meso_staff_service_update (visit.fixture->clinic, &left, &error));
  g_assert_no_error (error);
  g_set_str (&session->operator, desk);
  visit_assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "operator: ");
  g_set_str (&session->operator, gone);
  visit_assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "operator: ");
  g_set_str (&session->operator, nurse);
  session->physician = g_strdup (nurse);
  visit_assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "physician: ");
  g_set_str (&session->physician, visit.physician);
  id = visit_record (&visit, session);
}

static void
test_formula (void)
{
  g_auto(Visit) visit = visit_begin (TODAY, "minoxidil");
  g_autoptr(MesoTreatmentSession) session = visit_type_session (&visit);
  g_autoptr(MesoPatient) other = clinic_fixture_add (visit.fixture, "Reza", "Rahimi", MESO_SEX_MALE, "1980-05-01", "");
  g_autoptr(MesoChart) others = NULL;
  g_autofree char *id = NULL;
  g_autofree char *own = g_strdup (session->formula);
  g_autoptr(GError) error = NULL;

  visit_assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "before: ");
  session->before = (MesoBloodPressure) { 120, 80 };
  visit_assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "after: ");
  session->after = (MesoBloodPressure) { 115, 75 };
  clinic_fixture_store_formula (visit.fixture, other, "biotin", NULL);
  others = meso_chart_service_get (visit.fixture->clinic, other->id, clinic_fixture_day (TODAY), &error);
  g_set_str (&session->formula, others->formula->formula_id);
  visit_assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "isn't this patient's");
  g_set_str (&session->formula, own);
  session->formula_version = 7;
  visit_assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "formula");
  session->formula_version = 1;
  id = visit_record (&visit, session);
}

/* A recipe of the clinic was never checked for this patient. */
static void
test_template (void)
{
  g_auto(Visit) visit = visit_begin (TODAY, "biotin");
  g_autoptr(MesoTreatmentSession) session = visit_type_session (&visit);
  g_autoptr(MesoChart) chart = visit_get_chart (&visit, TODAY);
  const MesoFormulaSave save = { .name = "House mix", .formula = chart->formula->formula, .language = "en" };
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoFormulaVersion) template = meso_formula_service_save (visit.fixture->clinic, &save, &error);

  g_assert_no_error (error);
  g_set_str (&session->formula, template->formula_id);
  visit_assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "isn't this patient's");
}

/* The formula is older than the screening that takes one of its ingredients out. */
static void
test_excluded (void)
{
  g_auto(Visit) visit = visit_begin (TODAY, "minoxidil");
  g_autoptr(MesoTreatmentSession) session = visit_type_session (&visit);
  g_autofree char *newer = clinic_fixture_screen (visit.fixture, visit.patient, TODAY,
                                                  "localised-bald-spots=yes bald-spots-sudden=yes");
  const MesoScreeningDecision clearance = {
    .screening = newer, .kind = MESO_DECISION_CLEARANCE, .rule = (char *) "AA", .reason = (char *) "",
    .clearance_from = (char *) "Dr Skin", .clearance_document = (char *) "Letter", .clearance_date = clinic_fixture_day (TODAY),
    .clearance_expires = clinic_fixture_day ("2027-11-01"),
  };

  session->before = session->after = (MesoBloodPressure) { 120, 80 };
  clinic_fixture_clear (visit.fixture, &clearance);
  clinic_fixture_decide (visit.fixture, newer, MESO_DECISION_SIGN, NULL, "letter on file");
  visit_assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "minoxidil");
}

static void
test_fields (void)
{
  g_auto(Visit) visit = visit_begin (TODAY, "biotin");
  g_autoptr(MesoTreatmentSession) session = visit_type_session (&visit);
  g_autofree char *id = NULL;

  session->points = -1;
  visit_assert_refused (&visit, session, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE, "points: ");
  session->points = 40;
  session->session_n = 5;
  session->plan[0] = session->plan[0] == 'a' ? 'b' : 'a';
  visit_assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "plan");
  g_clear_pointer (&session->plan, g_free);
  visit_assert_refused (&visit, session, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID, "session_n: ");
  session->session_n = 0;
  g_clear_pointer (&session->patient, g_free);
  visit_assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "patient: ");
  session->patient = g_strdup ("999");
  visit_assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "999");
  g_set_str (&session->patient, visit.patient->id);
  id = visit_record (&visit, session);
}

static void
test_planned_session (void)
{
  g_auto(Visit) visit = visit_begin (TODAY, "biotin");
  g_autoptr(MesoTreatmentSession) session = visit_type_session (&visit);
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;

  session->session_n = 99;
  visit_assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "session_n: ");
  session->session_n = 7;       /* a check-up */
  visit_assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "session_n: ");
  session->session_n = 1;
  g_assert_true (meso_plan_service_set_status (visit.fixture->clinic, session->plan, 1, MESO_CANCELLED, "on a journey", &error));
  visit_assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "cancelled");
  g_assert_true (meso_plan_service_set_status (visit.fixture->clinic, session->plan, 1, MESO_MISSED, NULL, &error));
  g_assert_no_error (error);
  /* It wasn't missed after all. */
  id = visit_record (&visit, session);
}

static void
test_amend (void)
{
  g_auto(Visit) visit = visit_begin (TODAY, "biotin");
  g_autoptr(MesoTreatmentSession) session = visit_type_session (&visit);
  g_autoptr(MesoTreatmentSession) old = NULL;
  g_autoptr(MesoChart) chart = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = visit_record (&visit, session);
  g_autofree char *amended = NULL;

  g_assert_null (meso_session_service_amend (visit.fixture->clinic, id, session, " ", clinic_fixture_day (TODAY), &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "reason: ");
  /* What a physician decides afterwards doesn't keep anyone from telling what was. */
  clinic_fixture_decide (visit.fixture, visit.screening, MESO_DECISION_WAIT, NULL, NULL);
  session->points = 38;
  session->session_n = 2;
  g_clear_pointer (&session->patient, g_free);
  g_ptr_array_add (session->reactions, meso_reaction_new ("effect-swelling-bruising", 4, NULL));
  amended = meso_session_service_amend (visit.fixture->clinic, id, session, "counted again", clinic_fixture_day (TODAY), &error);
  g_assert_no_error (error);

  old = meso_session_service_get (visit.fixture->clinic, id, &error);
  g_assert_cmpstr (old->amended_by, ==, amended);
  g_assert_cmpint (old->points, ==, 40);
  chart = visit_get_chart (&visit, TODAY);
  g_assert_cmpstr (chart->last_session->id, ==, amended);
  g_assert_cmpint (chart->last_session->points, ==, 38);
  g_assert_cmpint (((MesoPlannedSession *) g_ptr_array_index (chart->course->sessions, 0))->status, ==, MESO_PLANNED);
  g_assert_cmpint (((MesoPlannedSession *) g_ptr_array_index (chart->course->sessions, 1))->status, ==, MESO_DONE);
  g_assert_cmpint (chart->course->status, ==, MESO_COURSE_SUSPENDED);

  g_assert_null (meso_session_service_amend (visit.fixture->clinic, id, session, "again", clinic_fixture_day (TODAY), &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "amended already");
  g_assert_null (meso_session_service_amend (visit.fixture->clinic, visit.patient->id, session, "again", clinic_fixture_day (TODAY),
                                             &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, visit.patient->id);
}

/* Another day has its own questions. */
static void
test_amend_the_day (void)
{
  g_auto(Visit) visit = visit_begin ("2026-10-01", "biotin");
  g_autoptr(MesoTreatmentSession) session = visit_type_session (&visit);
  g_autofree char *short_form = clinic_fixture_screen_short (visit.fixture, visit.patient, TODAY, "");
  g_autofree char *id = visit_record (&visit, session);
  g_autofree char *yesterday = NULL;
  g_autofree char *amended = NULL;
  g_autoptr(GError) error = NULL;

  session->date = clinic_fixture_day ("2026-11-21");
  g_assert_null (meso_session_service_amend (visit.fixture->clinic, id, session, "it was Saturday", clinic_fixture_day (TODAY), &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "Questions of the day");
  yesterday = clinic_fixture_screen_short (visit.fixture, visit.patient, "2026-11-21", "");
  amended = meso_session_service_amend (visit.fixture->clinic, id, session, "it was Saturday", clinic_fixture_day (TODAY), &error);
  g_assert_no_error (error);
}

static void
assert_step (const Visit  *visit,
             MesoNextStep  step)
{
  g_autoptr(MesoChart) chart = visit_get_chart (visit, TODAY);

  g_assert_cmpstr (meso_next_step_to_string (chart->next_step), ==, meso_next_step_to_string (step));
}

/* From the door to the next date, in one go, through services only. */
static void
test_visit (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "fa");
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  const Visit visit = { fixture, patient, physician, NULL };
  g_autoptr(GDateTime) now = g_date_time_new_utc (2026, 11, 22, 15, 0, 0);
  const MesoHandoutRequest sheet = {
    .kind = "aftercare", .patient = patient->id, .when = MESO_CIVIL_TIME_NONE, .today = clinic_fixture_day (TODAY),
    .creation = now, .printed_at = MESO_CIVIL_TIME_NONE,
  };
  g_autofree char *screening = NULL;
  g_autofree char *id = NULL;
  g_autoptr(MesoTreatmentSession) session = NULL;
  g_autoptr(MesoIssuedHandout) handout = NULL;
  g_autoptr(MesoHandoutIssue) kept = NULL;
  g_autoptr(MesoChart) chart = NULL;
  g_autoptr(GError) error = NULL;

  assert_step (&visit, MESO_NEXT_STEP_SCREEN);
  screening = clinic_fixture_screen (fixture, patient, TODAY, "");
  assert_step (&visit, MESO_NEXT_STEP_SIGN);
  clinic_fixture_decide (fixture, screening, MESO_DECISION_SIGN, NULL, NULL);
  assert_step (&visit, MESO_NEXT_STEP_PLAN);
  clinic_fixture_plan (fixture, patient, "noticeable", TODAY);
  assert_step (&visit, MESO_NEXT_STEP_FORMULA);
  clinic_fixture_store_formula (fixture, patient, "biotin", NULL);
  assert_step (&visit, MESO_NEXT_STEP_SESSION);
  session = visit_type_session (&visit);
  id = visit_record (&visit, session);
  assert_step (&visit, MESO_NEXT_STEP_AFTERCARE);
  handout = meso_handout_service_issue (fixture->clinic, &sheet, &error);
  g_assert_no_error (error);
  kept = meso_handout_service_get (fixture->clinic, handout->issue, &error);
  g_assert_cmpstr (kept->sheet_time, ==, "14:00");
  g_assert_cmpstr (kept->session_plan, ==, session->plan);
  g_assert_cmpint (kept->session_n, ==, 1);
  assert_step (&visit, MESO_NEXT_STEP_BOOK);

  chart = visit_get_chart (&visit, TODAY);
  g_assert_true (meso_plan_service_move (fixture->clinic, chart->course->id, 2,
                                         (MesoCivilTime) { clinic_fixture_day ("2026-12-07"), 10 * 60 }, FALSE, NULL, &error));
  g_assert_no_error (error);
  assert_step (&visit, MESO_NEXT_STEP_NONE);
}

static void
note_allergy (const Visit *visit,
              const char  *what)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoPatientRecord) record = meso_record_service_get (visit->fixture->clinic, visit->patient->id, &error);
  g_autoptr(MesoPatientRecord) stored = NULL;

  g_ptr_array_add (record->items, meso_health_item_new (MESO_HEALTH_ALLERGY, what));
  stored = meso_record_service_update (visit->fixture->clinic, record, clinic_fixture_day (TODAY), &error);
  g_assert_no_error (error);
}

static void
mend_allergy (const Visit *visit)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoPatientRecord) record = meso_record_service_get (visit->fixture->clinic, visit->patient->id, &error);
  g_autoptr(MesoPatientRecord) stored = NULL;

  ((MesoHealthItem *) g_ptr_array_index (record->items, 0))->severity = MESO_ALLERGY_SEVERE;
  stored = meso_record_service_update (visit->fixture->clinic, record, clinic_fixture_day (TODAY), &error);
  g_assert_no_error (error);
}

/* A formula that was checked before the allergy was known isn't given. One that was given before is recorded: it may well be how the
 * allergy came to be known. */
static void
test_an_allergy_that_was_noted_since (void)
{
  g_auto(Visit) visit = visit_begin (TODAY, "biotin");
  g_autoptr(MesoTreatmentSession) session = visit_type_session (&visit);
  g_autoptr(MesoChart) before = visit_get_chart (&visit, TODAY);
  g_autoptr(MesoChart) after = NULL;
  g_autofree char *id = NULL;

  g_assert_cmpint (before->next_step, ==, MESO_NEXT_STEP_SESSION);
  clinic_fixture_set_clock (visit.fixture, TODAY);   /* eight in the morning */
  note_allergy (&visit, "بیوتین");
  after = visit_get_chart (&visit, TODAY);
  g_assert_cmpint (after->next_step, ==, MESO_NEXT_STEP_FORMULA);
  visit_assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "allergic to");
  session->minute = MESO_CIVIL_TIME_NO_MINUTE;
  visit_assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "allergic to");
  clinic_fixture_set_clock (visit.fixture, "2026-11-23");
  mend_allergy (&visit);
  session->minute = 8 * 60 + 30;
  visit_assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "allergic to");
  session->minute = 7 * 60 + 30;
  id = visit_record (&visit, session);
}

static void
test_an_allergy_to_something_else (void)
{
  g_auto(Visit) visit = visit_begin (TODAY, "biotin");
  g_autoptr(MesoTreatmentSession) session = visit_type_session (&visit);
  g_autofree char *id = NULL;

  clinic_fixture_set_clock (visit.fixture, TODAY);
  note_allergy (&visit, "Latex");
  id = visit_record (&visit, session);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/session/record", test_record);
  g_test_add_func ("/services/session/full-screening", test_full_screening);
  g_test_add_func ("/services/session/people", test_people);
  g_test_add_func ("/services/session/formula", test_formula);
  g_test_add_func ("/services/session/template", test_template);
  g_test_add_func ("/services/session/excluded", test_excluded);
  g_test_add_func ("/services/session/fields", test_fields);
  g_test_add_func ("/services/session/planned-session", test_planned_session);
  g_test_add_func ("/services/session/amend", test_amend);
  g_test_add_func ("/services/session/amend-the-day", test_amend_the_day);
  g_test_add_func ("/services/session/visit", test_visit);
  g_test_add_func ("/services/session/an-allergy-that-was-noted-since", test_an_allergy_that_was_noted_since);
  g_test_add_func ("/services/session/an-allergy-to-something-else", test_an_allergy_to_something_else);

  return g_test_run ();
}
