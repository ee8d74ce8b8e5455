/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-service.h"

#include <string.h>

#include "clinic-fixture.h"
#include "meso-chart-service.h"
#include "meso-core-error.h"
#include "meso-draft-service.h"
#include "meso-formula-service.h"
#include "meso-handout-service.h"
#include "meso-plan-service.h"
#include "meso-record-service.h"
#include "meso-screening-service.h"
#include "meso-short-form-service.h"
#include "meso-staff-service.h"

/**
 * Visit:
 * @screening: the full one, of today
 *
 * A patient who may be treated today: screened, signed, planned and with a formula.
 */
typedef struct
{
  ClinicFixture *fixture;
  MesoPatient *patient;
  char *physician;
  char *screening;
} Visit;

static MesoChart *
get_chart (const Visit *visit,
           const char  *day)
{
  g_autoptr(GError) error = NULL;
  MesoChart *chart = meso_chart_service_get (visit->fixture->clinic, visit->patient->id, clinic_fixture_day (day), &error);

  g_assert_no_error (error);
  return chart;
}

/* screened: the day of the full screening */
static Visit
begin_visit (const char *screened,
             const char *ingredient)
{
  Visit visit = { clinic_fixture_new () };

  visit.patient = clinic_fixture_add (visit.fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  visit.physician = clinic_fixture_seat_physician (visit.fixture);
  visit.screening = clinic_fixture_screen (visit.fixture, visit.patient, screened, "");
  clinic_fixture_decide (visit.fixture, visit.screening, MESO_DECISION_SIGN, NULL, NULL);
  clinic_fixture_plan (visit.fixture, visit.patient, "noticeable", TODAY);
  clinic_fixture_store_formula (visit.fixture, visit.patient, ingredient, NULL);
  return visit;
}

static void
end_visit (Visit *visit)
{
  clinic_fixture_free (visit->fixture);
  meso_patient_free (visit->patient);
  g_free (visit->physician);
  g_free (visit->screening);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Visit, end_visit)

/* Today's session of the course as it would be typed; screening left to the service. */
static MesoTreatmentSession *
type_session (const Visit *visit)
{
  g_autoptr(MesoChart) chart = get_chart (visit, TODAY);
  MesoTreatmentSession *session = meso_treatment_session_new ();

  session->patient = g_strdup (visit->patient->id);
  session->plan = g_strdup (chart->course->id);
  session->session_n = meso_course_get_next_session (chart->course) != NULL ? meso_course_get_next_session (chart->course)->n : 1;
  session->date = clinic_fixture_day (TODAY);
  session->minute = 14 * 60;
  session->operator = g_strdup (visit->physician);
  session->formula = g_strdup (chart->formula->formula_id);
  session->formula_version = chart->formula->version;
  session->points = 40;
  session->volume_ul = 2000;
  return session;
}

static char *
record (const Visit                *visit,
        const MesoTreatmentSession *session)
{
  g_autoptr(GError) error = NULL;
  char *id = meso_session_service_record (visit->fixture->clinic, session, clinic_fixture_day (TODAY), &error);

  g_assert_no_error (error);
  g_assert_true (g_uuid_string_is_valid (id));
  return id;
}

static void
assert_refused (const Visit                *visit,
                const MesoTreatmentSession *session,
                GQuark                      domain,
                int                         code,
                const char                 *text)
{
  g_autoptr(GError) error = NULL;
  guint before = clinic_fixture_count_audit (visit->fixture, NULL, NULL, NULL);

  g_assert_null (meso_session_service_record (visit->fixture->clinic, session, clinic_fixture_day (TODAY), &error));
  clinic_fixture_assert_error (&error, domain, code, text);
  g_assert_cmpuint (clinic_fixture_count_audit (visit->fixture, NULL, NULL, NULL), ==, before);
}

static void
test_record (void)
{
  g_auto(Visit) visit = begin_visit (TODAY, "biotin");
  g_autoptr(MesoTreatmentSession) session = type_session (&visit);
  g_autoptr(MesoTreatmentSession) stored = NULL;
  g_autoptr(MesoDraft) draft = NULL;
  g_autoptr(MesoChart) chart = NULL;
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_draft_service_put (visit.fixture->clinic, "session", visit.patient->id, "{}", &error));
  g_set_str (&session->patient, visit.patient->file_number);
  g_ptr_array_add (session->reactions, meso_reaction_new ("effect-pain", 1, NULL));
  id = record (&visit, session);
  stored = meso_session_service_get (visit.fixture->clinic, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (stored->patient, ==, visit.patient->id);
  g_assert_cmpstr (stored->screening, ==, visit.screening);
  g_assert_cmpint (stored->session_n, ==, 1);
  g_assert_cmpint (stored->operator_role, ==, MESO_ROLE_PHYSICIAN);
  g_assert_cmpuint (stored->reactions->len, ==, 1);
  draft = meso_draft_service_get (visit.fixture->clinic, "session", visit.patient->id, &error);
  g_assert_null (draft);

  chart = get_chart (&visit, TODAY);
  g_assert_cmpint (chart->treatments_done, ==, 1);
  g_assert_cmpstr (chart->last_session->id, ==, id);
  g_assert_cmpint (chart->course->status, ==, MESO_COURSE_ACTIVE);
  g_assert_cmpint (chart->next_step, ==, MESO_NEXT_STEP_AFTERCARE);
  assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "on record already");
}

static void
test_full_screening (void)
{
  g_auto(Visit) visit = begin_visit (TODAY, "biotin");
  g_autoptr(MesoTreatmentSession) session = type_session (&visit);
  g_autofree char *again = NULL;
  g_autofree char *id = NULL;
  g_autofree char *pregnant = NULL;

  clinic_fixture_decide (visit.fixture, visit.screening, MESO_DECISION_WAIT, NULL, NULL);
  assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "not now");
  again = clinic_fixture_screen (visit.fixture, visit.patient, TODAY, "");
  assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "Full screening: a physician has to sign");
  pregnant = clinic_fixture_screen (visit.fixture, visit.patient, TODAY, "pregnant=yes");
  assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "do not treat");
  g_free (again);
  again = clinic_fixture_screen (visit.fixture, visit.patient, TODAY, "");
  clinic_fixture_decide (visit.fixture, again, MESO_DECISION_SIGN, NULL, NULL);
  id = record (&visit, session);
}

/* The full screening is of an earlier day: the questions of the day are asked for themselves. */
static void
test_questions_of_the_day (void)
{
  g_auto(Visit) visit = begin_visit ("2026-10-01", "biotin");
  g_autoptr(MesoTreatmentSession) session = type_session (&visit);
  g_autofree char *waits = NULL;
  g_autofree char *id = NULL;

  assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "Questions of the day: there are no answers");
  waits = clinic_fixture_screen_short (visit.fixture, visit.patient, TODAY, "menstruating=yes period-started-on=2026-11-20");
  assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "Questions of the day: the answers say: not now");
  clinic_fixture_decide (visit.fixture, waits, MESO_DECISION_OVERRIDE, "MENS", "light bleeding");
  assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "Questions of the day: a physician has to sign");
  clinic_fixture_decide (visit.fixture, waits, MESO_DECISION_SIGN, NULL, "light bleeding");
  id = record (&visit, session);
}

static MesoQuestionnaireResponse *
answer_short (const Visit *visit,
              const char  *answers)
{
  MesoQuestionnaireResponse *response = clinic_fixture_answer (visit->fixture, MESO_SEX_FEMALE, answers);

  response->form = MESO_FORM_SHORT;
  for (guint i = 0; i < meso_protocol_get_questions (meso_clinic_get_protocol (visit->fixture->clinic))->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (meso_protocol_get_questions (meso_clinic_get_protocol (visit->fixture->clinic)), i);
      gboolean is_short = (question->forms & MESO_FORM_SHORT) != 0;

      if (!is_short)
        meso_questionnaire_response_set (response, question->id, NULL);
      else if (question->type == MESO_QUESTION_ANSWER && question->parent == NULL &&
               meso_questionnaire_response_lookup (response, question->id) == NULL)
        meso_questionnaire_response_set (response, question->id, meso_answer_new (MESO_ANSWER_NO));
    }
  return response;
}

/* Answers and session are one unit of work: what keeps the session out keeps the answers out as well. */
static void
test_with_answers (void)
{
  g_auto(Visit) visit = begin_visit ("2026-10-01", "biotin");
  g_autoptr(MesoTreatmentSession) session = type_session (&visit);
  g_autoptr(MesoQuestionnaireResponse) pregnant = answer_short (&visit, "pregnant=yes");
  g_autoptr(MesoQuestionnaireResponse) nothing = answer_short (&visit, "");
  g_autoptr(MesoTreatmentSession) stored = NULL;
  g_autoptr(MesoChart) chart = NULL;
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;
  MesoCalendarDate today = clinic_fixture_day (TODAY);
  guint before = clinic_fixture_count_audit (visit.fixture, NULL, NULL, NULL);

  g_assert_null (meso_session_service_record_with_answers (visit.fixture->clinic, session, pregnant, today, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "do not treat");
  session->points = -1;
  g_assert_null (meso_session_service_record_with_answers (visit.fixture->clinic, session, nothing, today, &error));
  clinic_fixture_assert_error (&error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE, "points");
  session->points = 40;
  nothing->form = MESO_FORM_FULL;
  g_assert_null (meso_session_service_record_with_answers (visit.fixture->clinic, session, nothing, today, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "form");
  nothing->form = MESO_FORM_SHORT;
  g_assert_cmpuint (clinic_fixture_count_audit (visit.fixture, NULL, NULL, NULL), ==, before);

  id = meso_session_service_record_with_answers (visit.fixture->clinic, session, nothing, today, &error);
  g_assert_no_error (error);
  stored = meso_session_service_get (visit.fixture->clinic, id, &error);
  chart = get_chart (&visit, TODAY);
  g_assert_cmpstr (stored->screening, ==, chart->short_form->id);
}

/* By themselves, of today or from paper; never of a day to come. */
static void
test_answers_alone (void)
{
  g_auto(Visit) visit = begin_visit ("2026-10-01", "biotin");
  g_autoptr(MesoQuestionnaireResponse) nothing = answer_short (&visit, "");
  g_autoptr(MesoVerdict) verdict = NULL;
  g_autoptr(MesoScreening) stored = NULL;
  g_autoptr(MesoChart) chart = NULL;
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;
  MesoCalendarDate today = clinic_fixture_day (TODAY);

  g_assert_null (meso_short_form_service_record (visit.fixture->clinic, visit.patient->id, nothing, clinic_fixture_day ("2026-11-23"),
                                                 today, &id, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "date");
  clinic_fixture_set_clock (visit.fixture, TODAY);
  verdict = meso_short_form_service_record (visit.fixture->clinic, visit.patient->id, nothing, clinic_fixture_day ("2026-11-20"), today,
                                            &id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (verdict->outcome, ==, MESO_OUTCOME_SUITABLE);
  /* Both times: the day that it is about, and when it was entered. */
  stored = meso_screening_service_get (visit.fixture->clinic, id, NULL, &error);
  g_assert_cmpint (meso_calendar_date_compare (stored->date, clinic_fixture_day ("2026-11-20")), ==, 0);
  g_assert_true (g_str_has_prefix (stored->recorded_at, TODAY));
  /* Answered for the day only. */
  chart = get_chart (&visit, TODAY);
  g_assert_null (chart->short_form);
}

static void
test_newer_answers (void)
{
  g_auto(Visit) visit = begin_visit ("2026-10-01", "biotin");
  g_autoptr(MesoTreatmentSession) session = type_session (&visit);
  g_autofree char *first = clinic_fixture_screen_short (visit.fixture, visit.patient, TODAY, "");
  g_autofree char *second = clinic_fixture_screen_short (visit.fixture, visit.patient, TODAY, "");
  g_autofree char *id = NULL;

  session->screening = g_strdup (first);
  assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "answered again");
  g_set_str (&session->screening, second);
  id = record (&visit, session);
}

/* Signed this morning, and then somebody heard that she is pregnant, and closed the form. */
static void
test_draft_that_forbids (void)
{
  g_auto(Visit) visit = begin_visit ("2026-10-01", "biotin");
  g_autoptr(MesoTreatmentSession) session = type_session (&visit);
  g_autofree char *answered = clinic_fixture_screen_short (visit.fixture, visit.patient, TODAY, "");
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_draft_service_put (visit.fixture->clinic, "screening", visit.patient->id,
                                         "{ \"date\": \"" TODAY "\", \"says\": \"block\" }", &error));
  assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "unfinished screening");
  g_assert_true (meso_draft_service_remove (visit.fixture->clinic, "screening", visit.patient->id, &error));
  id = record (&visit, session);
}

static void
test_late_entry (void)
{
  g_auto(Visit) visit = begin_visit ("2026-10-01", "biotin");
  g_autoptr(MesoTreatmentSession) session = type_session (&visit);
  g_autoptr(MesoTreatmentSession) stored = NULL;
  g_autofree char *today = clinic_fixture_screen_short (visit.fixture, visit.patient, TODAY, "");
  g_autofree char *that_day = NULL;
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;

  session->date = clinic_fixture_day ("2026-11-20");
  assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "Questions of the day");
  that_day = clinic_fixture_screen_short (visit.fixture, visit.patient, "2026-11-20", "");
  id = record (&visit, session);
  stored = meso_session_service_get (visit.fixture->clinic, id, &error);
  g_assert_cmpstr (stored->screening, ==, that_day);

  session->date = clinic_fixture_day ("2026-11-23");
  session->session_n = 2;
  assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "no answers");
}

static void
test_people (void)
{
  g_auto(Visit) visit = begin_visit (TODAY, "biotin");
  g_autoptr(MesoTreatmentSession) session = type_session (&visit);
  g_autofree char *desk = clinic_fixture_employ (visit.fixture, "Nima", MESO_ROLE_DESK);
  g_autofree char *nurse = clinic_fixture_employ (visit.fixture, "Maryam", MESO_ROLE_NURSE);
  g_autofree char *gone = clinic_fixture_employ (visit.fixture, "Omid", MESO_ROLE_NURSE);
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;
  MesoStaff left = { .id = gone, .name = (char *) "Omid", .role = MESO_ROLE_NURSE, .licence_number = (char *) "" };

  g_assert_true (meso_staff_service_update (visit.fixture->clinic, &left, &error));
  g_assert_no_error (error);
  g_set_str (&session->operator, desk);
  assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "operator: ");
  g_set_str (&session->operator, gone);
  assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "operator: ");
  g_set_str (&session->operator, nurse);
  session->physician = g_strdup (nurse);
  assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "physician: ");
  g_set_str (&session->physician, visit.physician);
  id = record (&visit, session);
}

static void
test_formula (void)
{
  g_auto(Visit) visit = begin_visit (TODAY, "minoxidil");
  g_autoptr(MesoTreatmentSession) session = type_session (&visit);
  g_autoptr(MesoPatient) other = clinic_fixture_add (visit.fixture, "Reza", "Rahimi", MESO_SEX_MALE, "1980-05-01", "");
  g_autoptr(MesoChart) others = NULL;
  g_autofree char *id = NULL;
  g_autofree char *own = g_strdup (session->formula);
  g_autoptr(GError) error = NULL;

  assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "before: ");
  session->before = (MesoBloodPressure) { 120, 80 };
  assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "after: ");
  session->after = (MesoBloodPressure) { 115, 75 };
  clinic_fixture_store_formula (visit.fixture, other, "biotin", NULL);
  others = meso_chart_service_get (visit.fixture->clinic, other->id, clinic_fixture_day (TODAY), &error);
  g_set_str (&session->formula, others->formula->formula_id);
  assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "isn't this patient's");
  g_set_str (&session->formula, own);
  session->formula_version = 7;
  assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "formula");
  session->formula_version = 1;
  id = record (&visit, session);
}

/* A recipe of the clinic was never checked for this patient. */
static void
test_template (void)
{
  g_auto(Visit) visit = begin_visit (TODAY, "biotin");
  g_autoptr(MesoTreatmentSession) session = type_session (&visit);
  g_autoptr(MesoChart) chart = get_chart (&visit, TODAY);
  const MesoFormulaSave save = { .name = "House mix", .formula = chart->formula->formula, .language = "en" };
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoFormulaVersion) template = meso_formula_service_save (visit.fixture->clinic, &save, &error);

  g_assert_no_error (error);
  g_set_str (&session->formula, template->formula_id);
  assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "isn't this patient's");
}

/* The formula is older than the screening that takes one of its ingredients out. */
static void
test_excluded (void)
{
  g_auto(Visit) visit = begin_visit (TODAY, "minoxidil");
  g_autoptr(MesoTreatmentSession) session = type_session (&visit);
  g_autofree char *newer = clinic_fixture_screen (visit.fixture, visit.patient, TODAY,
                                                  "localised-bald-spots=yes bald-spots-sudden=yes");
  const MesoScreeningDecision clearance = {
    .screening = newer, .kind = MESO_DECISION_CLEARANCE, .rule = (char *) "AA", .reason = (char *) "",
    .clearance_from = (char *) "Dr Skin", .clearance_document = (char *) "Letter", .clearance_date = clinic_fixture_day (TODAY),
  };

  session->before = session->after = (MesoBloodPressure) { 120, 80 };
  clinic_fixture_clear (visit.fixture, &clearance);
  clinic_fixture_decide (visit.fixture, newer, MESO_DECISION_SIGN, NULL, "letter on file");
  assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "minoxidil");
}

static void
test_fields (void)
{
  g_auto(Visit) visit = begin_visit (TODAY, "biotin");
  g_autoptr(MesoTreatmentSession) session = type_session (&visit);
  g_autofree char *id = NULL;

  session->points = -1;
  assert_refused (&visit, session, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE, "points: ");
  session->points = 40;
  session->session_n = 5;
  session->plan[0] = session->plan[0] == 'a' ? 'b' : 'a';
  assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "plan");
  g_clear_pointer (&session->plan, g_free);
  assert_refused (&visit, session, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID, "session_n: ");
  session->session_n = 0;
  g_clear_pointer (&session->patient, g_free);
  assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "patient: ");
  session->patient = g_strdup ("999");
  assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "999");
  g_set_str (&session->patient, visit.patient->id);
  id = record (&visit, session);
}

static void
test_planned_session (void)
{
  g_auto(Visit) visit = begin_visit (TODAY, "biotin");
  g_autoptr(MesoTreatmentSession) session = type_session (&visit);
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;

  session->session_n = 99;
  assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "session_n: ");
  session->session_n = 7;       /* a check-up */
  assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "session_n: ");
  session->session_n = 1;
  g_assert_true (meso_plan_service_set_status (visit.fixture->clinic, session->plan, 1, MESO_CANCELLED, "on a journey", &error));
  assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "cancelled");
  g_assert_true (meso_plan_service_set_status (visit.fixture->clinic, session->plan, 1, MESO_MISSED, NULL, &error));
  g_assert_no_error (error);
  /* It wasn't missed after all. */
  id = record (&visit, session);
}

static void
test_severe_reaction_suspends (void)
{
  g_auto(Visit) visit = begin_visit (TODAY, "biotin");
  g_autoptr(MesoTreatmentSession) session = type_session (&visit);
  g_autoptr(MesoChart) chart = NULL;
  g_autoptr(MesoChart) again = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *later = NULL;

  g_ptr_array_add (session->reactions, meso_reaction_new ("effect-pain", 2, NULL));
  g_ptr_array_add (session->reactions, meso_reaction_new ("effect-swelling-bruising", 3, NULL));
  id = record (&visit, session);
  chart = get_chart (&visit, TODAY);
  g_assert_cmpint (chart->course->status, ==, MESO_COURSE_SUSPENDED);
  g_assert_nonnull (strstr (chart->course->status_reason, "3/5"));
  g_assert_cmpint (chart->next_step, ==, MESO_NEXT_STEP_AFTERCARE);

  g_ptr_array_set_size (session->reactions, 0);
  session->session_n = 2;
  assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "suspended");
  /* Nobody goes round it by leaving the course out. */
  g_clear_pointer (&session->plan, g_free);
  session->session_n = 0;
  assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "suspended");
  g_assert_true (meso_plan_service_resume (visit.fixture->clinic, chart->course->id, "healed", &error));
  g_assert_no_error (error);
  later = record (&visit, session);
  again = get_chart (&visit, TODAY);
  g_assert_cmpint (again->course->status, ==, MESO_COURSE_ACTIVE);
}

/* The clinic with content in which a rule suspends, and a patient on a course. */
static Visit
begin_suspending (MesoContent **content_out)
{
  Visit visit = begin_visit ("2026-10-01", "biotin");
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = clinic_fixture_copy_content (visit.fixture, "suspending", "screening.xml", "<rule id=\"MENS\"",
                                                         "<rule suspends=\"true\" id=\"MENS\"");

  *content_out = meso_content_load_folder (folder, &error);
  g_assert_no_error (error);
  clinic_fixture_close (visit.fixture);
  clinic_fixture_open (visit.fixture, *content_out);
  g_assert_true (meso_staff_service_take_desk (visit.fixture->clinic, visit.physician, &error));
  g_assert_no_error (error);
  return visit;
}

/* What was answered is kept by itself, and nobody is treated before a physician has closed what it suspended. */
static void
test_answer_suspends (void)
{
  g_autoptr(MesoContent) content = NULL;
  g_auto(Visit) visit = begin_suspending (&content);
  g_autoptr(MesoTreatmentSession) session = type_session (&visit);
  g_autoptr(MesoQuestionnaireResponse) nothing = answer_short (&visit, "");
  g_autoptr(MesoQuestionnaireResponse) told = answer_short (&visit, "menstruating=yes period-started-on=2026-11-20");
  g_autoptr(MesoVerdict) verdict = NULL;
  g_autoptr(MesoChart) chart = NULL;
  g_autoptr(MesoChart) after = NULL;
  g_autofree char *nurse = clinic_fixture_employ (visit.fixture, "Nurse", MESO_ROLE_NURSE);
  g_autofree char *id = NULL;
  g_autofree char *again = NULL;
  g_autoptr(GError) error = NULL;
  MesoCalendarDate today = clinic_fixture_day (TODAY);

  /* With a session it is all or nothing: neither the session nor the suspension. */
  g_assert_null (meso_session_service_record_with_answers (visit.fixture->clinic, session, told, today, &error));
  g_assert_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED);
  g_clear_error (&error);
  chart = get_chart (&visit, TODAY);
  g_assert_cmpint (chart->course->status, ==, MESO_COURSE_ACTIVE);
  g_clear_pointer (&chart, meso_chart_free);

  verdict = meso_short_form_service_record (visit.fixture->clinic, visit.patient->id, told, today, today, &id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (verdict->outcome, ==, MESO_OUTCOME_DEFER);
  chart = get_chart (&visit, TODAY);
  g_assert_cmpint (chart->course->status, ==, MESO_COURSE_SUSPENDED);
  g_assert_nonnull (strstr (chart->course->status_reason, "bruises"));
  g_assert_cmpint (chart->next_step, ==, MESO_NEXT_STEP_REVIEW);

  /* Other answers don't lift it, and neither does a nurse. */
  g_assert_null (meso_session_service_record_with_answers (visit.fixture->clinic, session, nothing, today, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "suspended");
  g_assert_true (meso_staff_service_take_desk (visit.fixture->clinic, nurse, &error));
  g_assert_false (meso_plan_service_resume (visit.fixture->clinic, chart->course->id, "gone", &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "physician");
  g_assert_true (meso_staff_service_take_desk (visit.fixture->clinic, visit.physician, &error));
  g_assert_false (meso_plan_service_resume (visit.fixture->clinic, chart->course->id, " ", &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "reason");
  g_assert_true (meso_plan_service_resume (visit.fixture->clinic, chart->course->id, "seen, nothing there", &error));
  g_assert_no_error (error);
  again = meso_session_service_record_with_answers (visit.fixture->clinic, session, nothing, today, &error);
  g_assert_no_error (error);
  after = get_chart (&visit, TODAY);
  g_assert_cmpint (after->course->status, ==, MESO_COURSE_ACTIVE);
}

/* A full screening that tells of it does the same, and what is entered late as well. A course that is over stays over. */
static void
test_answer_suspends_on_any_way (void)
{
  g_autoptr(MesoContent) content = NULL;
  g_auto(Visit) visit = begin_suspending (&content);
  g_autoptr(MesoQuestionnaireResponse) told = answer_short (&visit, "menstruating=yes period-started-on=2026-11-18");
  g_autoptr(MesoVerdict) verdict = NULL;
  g_autoptr(MesoChart) chart = NULL;
  g_autofree char *full = clinic_fixture_screen (visit.fixture, visit.patient, TODAY, "menstruating=yes period-started-on=2026-11-20");
  g_autofree char *id = NULL;
  g_autofree char *again = NULL;
  g_autoptr(GError) error = NULL;

  chart = get_chart (&visit, TODAY);
  g_assert_cmpint (chart->course->status, ==, MESO_COURSE_SUSPENDED);
  g_assert_true (meso_plan_service_resume (visit.fixture->clinic, chart->course->id, "seen", &error));
  verdict = meso_short_form_service_record (visit.fixture->clinic, visit.patient->id, told, clinic_fixture_day ("2026-11-19"),
                                            clinic_fixture_day (TODAY), &id, &error);
  g_assert_no_error (error);
  g_clear_pointer (&chart, meso_chart_free);
  chart = get_chart (&visit, TODAY);
  g_assert_cmpint (chart->course->status, ==, MESO_COURSE_SUSPENDED);
  g_assert_true (meso_plan_service_stop (visit.fixture->clinic, chart->course->id, "moved away", &error));
  again = clinic_fixture_screen_short (visit.fixture, visit.patient, TODAY, "menstruating=yes period-started-on=2026-11-20");
  g_clear_pointer (&chart, meso_chart_free);
  chart = get_chart (&visit, TODAY);
  g_assert_cmpint (chart->course->status, ==, MESO_COURSE_STOPPED);
}

static void
test_amend (void)
{
  g_auto(Visit) visit = begin_visit (TODAY, "biotin");
  g_autoptr(MesoTreatmentSession) session = type_session (&visit);
  g_autoptr(MesoTreatmentSession) old = NULL;
  g_autoptr(MesoChart) chart = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = record (&visit, session);
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
  chart = get_chart (&visit, TODAY);
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
  g_auto(Visit) visit = begin_visit ("2026-10-01", "biotin");
  g_autoptr(MesoTreatmentSession) session = type_session (&visit);
  g_autofree char *short_form = clinic_fixture_screen_short (visit.fixture, visit.patient, TODAY, "");
  g_autofree char *id = record (&visit, session);
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
  g_autoptr(MesoChart) chart = get_chart (visit, TODAY);

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
  session = type_session (&visit);
  id = record (&visit, session);
  assert_step (&visit, MESO_NEXT_STEP_AFTERCARE);
  handout = meso_handout_service_issue (fixture->clinic, &sheet, &error);
  g_assert_no_error (error);
  kept = meso_handout_service_get (fixture->clinic, handout->issue, &error);
  g_assert_cmpstr (kept->sheet_time, ==, "14:00");
  g_assert_cmpstr (kept->session_plan, ==, session->plan);
  g_assert_cmpint (kept->session_n, ==, 1);
  assert_step (&visit, MESO_NEXT_STEP_BOOK);

  chart = get_chart (&visit, TODAY);
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
  g_auto(Visit) visit = begin_visit (TODAY, "biotin");
  g_autoptr(MesoTreatmentSession) session = type_session (&visit);
  g_autoptr(MesoChart) before = get_chart (&visit, TODAY);
  g_autoptr(MesoChart) after = NULL;
  g_autofree char *id = NULL;

  g_assert_cmpint (before->next_step, ==, MESO_NEXT_STEP_SESSION);
  clinic_fixture_set_clock (visit.fixture, TODAY);   /* eight in the morning */
  note_allergy (&visit, "بیوتین");
  after = get_chart (&visit, TODAY);
  g_assert_cmpint (after->next_step, ==, MESO_NEXT_STEP_FORMULA);
  assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "allergic to");
  session->minute = MESO_CIVIL_TIME_NO_MINUTE;
  assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "allergic to");
  clinic_fixture_set_clock (visit.fixture, "2026-11-23");
  mend_allergy (&visit);
  session->minute = 8 * 60 + 30;
  assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "allergic to");
  session->minute = 7 * 60 + 30;
  id = record (&visit, session);
}

static void
test_an_allergy_to_something_else (void)
{
  g_auto(Visit) visit = begin_visit (TODAY, "biotin");
  g_autoptr(MesoTreatmentSession) session = type_session (&visit);
  g_autofree char *id = NULL;

  clinic_fixture_set_clock (visit.fixture, TODAY);
  note_allergy (&visit, "Latex");
  id = record (&visit, session);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/session/record", test_record);
  g_test_add_func ("/services/session/full-screening", test_full_screening);
  g_test_add_func ("/services/session/questions-of-the-day", test_questions_of_the_day);
  g_test_add_func ("/services/session/with-answers", test_with_answers);
  g_test_add_func ("/services/session/answers-alone", test_answers_alone);
  g_test_add_func ("/services/session/newer-answers", test_newer_answers);
  g_test_add_func ("/services/session/draft-that-forbids", test_draft_that_forbids);
  g_test_add_func ("/services/session/late-entry", test_late_entry);
  g_test_add_func ("/services/session/people", test_people);
  g_test_add_func ("/services/session/formula", test_formula);
  g_test_add_func ("/services/session/template", test_template);
  g_test_add_func ("/services/session/excluded", test_excluded);
  g_test_add_func ("/services/session/fields", test_fields);
  g_test_add_func ("/services/session/planned-session", test_planned_session);
  g_test_add_func ("/services/session/severe-reaction-suspends", test_severe_reaction_suspends);
  g_test_add_func ("/services/session/answer-suspends", test_answer_suspends);
  g_test_add_func ("/services/session/answer-suspends-on-any-way", test_answer_suspends_on_any_way);
  g_test_add_func ("/services/session/amend", test_amend);
  g_test_add_func ("/services/session/amend-the-day", test_amend_the_day);
  g_test_add_func ("/services/session/visit", test_visit);
  g_test_add_func ("/services/session/an-allergy-that-was-noted-since", test_an_allergy_that_was_noted_since);
  g_test_add_func ("/services/session/an-allergy-to-something-else", test_an_allergy_to_something_else);

  return g_test_run ();
}
