/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* The questions of the day: no session without their answers. */

#include "meso-core-error.h"
#include "meso-draft-service.h"
#include "meso-screening-service.h"
#include "meso-session-service.h"
#include "meso-short-form-service.h"
#include "visit-case.h"

/* The full screening is of an earlier day: the questions of the day are asked for themselves. */
static void
test_questions_of_the_day (void)
{
  g_auto(Visit) visit = visit_begin ("2026-10-01", "biotin");
  g_autoptr(MesoTreatmentSession) session = visit_type_session (&visit);
  g_autofree char *waits = NULL;
  g_autofree char *id = NULL;

  visit_assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "Questions of the day: there are no answers");
  waits = clinic_fixture_screen_short (visit.fixture, visit.patient, TODAY, "menstruating=yes period-started-on=2026-11-20");
  visit_assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "Questions of the day: the answers say: not now");
  clinic_fixture_decide (visit.fixture, waits, MESO_DECISION_OVERRIDE, "MENS", "light bleeding");
  visit_assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "Questions of the day: a physician has to sign");
  clinic_fixture_decide (visit.fixture, waits, MESO_DECISION_SIGN, NULL, "light bleeding");
  id = visit_record (&visit, session);
}

/* Answers and session are one unit of work: what keeps the session out keeps the answers out as well. */
static void
test_with_answers (void)
{
  g_auto(Visit) visit = visit_begin ("2026-10-01", "biotin");
  g_autoptr(MesoTreatmentSession) session = visit_type_session (&visit);
  g_autoptr(MesoQuestionnaireResponse) pregnant = visit_answer_short (&visit, "pregnant=yes");
  g_autoptr(MesoQuestionnaireResponse) nothing = visit_answer_short (&visit, "");
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
  chart = visit_get_chart (&visit, TODAY);
  g_assert_cmpstr (stored->screening, ==, chart->short_form->id);
}

/* By themselves, of today or from paper; never of a day to come. */
static void
test_answers_alone (void)
{
  g_auto(Visit) visit = visit_begin ("2026-10-01", "biotin");
  g_autoptr(MesoQuestionnaireResponse) nothing = visit_answer_short (&visit, "");
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
  chart = visit_get_chart (&visit, TODAY);
  g_assert_null (chart->short_form);
}

static void
test_newer_answers (void)
{
  g_auto(Visit) visit = visit_begin ("2026-10-01", "biotin");
  g_autoptr(MesoTreatmentSession) session = visit_type_session (&visit);
  g_autofree char *first = clinic_fixture_screen_short (visit.fixture, visit.patient, TODAY, "");
  g_autofree char *second = clinic_fixture_screen_short (visit.fixture, visit.patient, TODAY, "");
  g_autofree char *id = NULL;

  session->screening = g_strdup (first);
  visit_assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "answered again");
  g_set_str (&session->screening, second);
  id = visit_record (&visit, session);
}

/* Signed this morning, and then somebody heard that she is pregnant, and closed the form. */
static void
test_draft_that_forbids (void)
{
  g_auto(Visit) visit = visit_begin ("2026-10-01", "biotin");
  g_autoptr(MesoTreatmentSession) session = visit_type_session (&visit);
  g_autofree char *answered = clinic_fixture_screen_short (visit.fixture, visit.patient, TODAY, "");
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_draft_service_put (visit.fixture->clinic, "screening", visit.patient->id,
                                         "{ \"date\": \"" TODAY "\", \"says\": \"block\" }", &error));
  visit_assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "unfinished screening");
  g_assert_true (meso_draft_service_remove (visit.fixture->clinic, "screening", visit.patient->id, &error));
  id = visit_record (&visit, session);
}

static void
test_late_entry (void)
{
  g_auto(Visit) visit = visit_begin ("2026-10-01", "biotin");
  g_autoptr(MesoTreatmentSession) session = visit_type_session (&visit);
  g_autoptr(MesoTreatmentSession) stored = NULL;
  g_autofree char *today = clinic_fixture_screen_short (visit.fixture, visit.patient, TODAY, "");
  g_autofree char *that_day = NULL;
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;

  session->date = clinic_fixture_day ("2026-11-20");
  visit_assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "Questions of the day");
  that_day = clinic_fixture_screen_short (visit.fixture, visit.patient, "2026-11-20", "");
  id = visit_record (&visit, session);
  stored = meso_session_service_get (visit.fixture->clinic, id, &error);
  g_assert_cmpstr (stored->screening, ==, that_day);

  session->date = clinic_fixture_day ("2026-11-23");
  session->session_n = 2;
  visit_assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "no answers");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/session/questions-of-the-day", test_questions_of_the_day);
  g_test_add_func ("/services/session/with-answers", test_with_answers);
  g_test_add_func ("/services/session/answers-alone", test_answers_alone);
  g_test_add_func ("/services/session/newer-answers", test_newer_answers);
  g_test_add_func ("/services/session/draft-that-forbids", test_draft_that_forbids);
  g_test_add_func ("/services/session/late-entry", test_late_entry);

  return g_test_run ();
}
