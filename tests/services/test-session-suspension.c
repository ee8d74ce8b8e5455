/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* What a course is suspended by, and what lifts that. */

#include <string.h>

#include "meso-plan-service.h"
#include "meso-session-service.h"
#include "meso-short-form-service.h"
#include "meso-staff-service.h"
#include "visit-case.h"

static void
test_severe_reaction_suspends (void)
{
  g_auto(Visit) visit = visit_begin (TODAY, "biotin");
  g_autoptr(MesoTreatmentSession) session = visit_type_session (&visit);
  g_autoptr(MesoChart) chart = NULL;
  g_autoptr(MesoChart) again = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *later = NULL;

  g_ptr_array_add (session->reactions, meso_reaction_new ("effect-pain", 2, NULL));
  g_ptr_array_add (session->reactions, meso_reaction_new ("effect-swelling-bruising", 3, NULL));
  id = visit_record (&visit, session);
  chart = visit_get_chart (&visit, TODAY);
  g_assert_cmpint (chart->course->status, ==, MESO_COURSE_SUSPENDED);
  g_assert_nonnull (strstr (chart->course->status_reason, "3/5"));
  g_assert_cmpint (chart->next_step, ==, MESO_NEXT_STEP_AFTERCARE);

  g_ptr_array_set_size (session->reactions, 0);
  session->session_n = 2;
  visit_assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "suspended");
  /* Nobody goes round it by leaving the course out. */
  g_clear_pointer (&session->plan, g_free);
  session->session_n = 0;
  visit_assert_refused (&visit, session, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "suspended");
  g_assert_true (meso_plan_service_resume (visit.fixture->clinic, chart->course->id, "healed", &error));
  g_assert_no_error (error);
  later = visit_record (&visit, session);
  again = visit_get_chart (&visit, TODAY);
  g_assert_cmpint (again->course->status, ==, MESO_COURSE_ACTIVE);
}

/* The clinic with content in which a rule suspends, and a patient on a course. */
static Visit
begin_suspending (MesoContent **content_out)
{
  Visit visit = visit_begin ("2026-10-01", "biotin");
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
  g_autoptr(MesoTreatmentSession) session = visit_type_session (&visit);
  g_autoptr(MesoQuestionnaireResponse) nothing = visit_answer_short (&visit, "");
  g_autoptr(MesoQuestionnaireResponse) told = visit_answer_short (&visit, "menstruating=yes period-started-on=2026-11-20");
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
  chart = visit_get_chart (&visit, TODAY);
  g_assert_cmpint (chart->course->status, ==, MESO_COURSE_ACTIVE);
  g_clear_pointer (&chart, meso_chart_free);

  verdict = meso_short_form_service_record (visit.fixture->clinic, visit.patient->id, told, today, today, &id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (verdict->outcome, ==, MESO_OUTCOME_DEFER);
  chart = visit_get_chart (&visit, TODAY);
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
  after = visit_get_chart (&visit, TODAY);
  g_assert_cmpint (after->course->status, ==, MESO_COURSE_ACTIVE);
}

/* A full screening that tells of it does the same, and what is entered late as well. A course that is over stays over. */
static void
test_answer_suspends_on_any_way (void)
{
  g_autoptr(MesoContent) content = NULL;
  g_auto(Visit) visit = begin_suspending (&content);
  g_autoptr(MesoQuestionnaireResponse) told = visit_answer_short (&visit, "menstruating=yes period-started-on=2026-11-18");
  g_autoptr(MesoVerdict) verdict = NULL;
  g_autoptr(MesoChart) chart = NULL;
  g_autofree char *full = clinic_fixture_screen (visit.fixture, visit.patient, TODAY, "menstruating=yes period-started-on=2026-11-20");
  g_autofree char *id = NULL;
  g_autofree char *again = NULL;
  g_autoptr(GError) error = NULL;

  chart = visit_get_chart (&visit, TODAY);
  g_assert_cmpint (chart->course->status, ==, MESO_COURSE_SUSPENDED);
  g_assert_true (meso_plan_service_resume (visit.fixture->clinic, chart->course->id, "seen", &error));
  verdict = meso_short_form_service_record (visit.fixture->clinic, visit.patient->id, told, clinic_fixture_day ("2026-11-19"),
                                            clinic_fixture_day (TODAY), &id, &error);
  g_assert_no_error (error);
  g_clear_pointer (&chart, meso_chart_free);
  chart = visit_get_chart (&visit, TODAY);
  g_assert_cmpint (chart->course->status, ==, MESO_COURSE_SUSPENDED);
  g_assert_true (meso_plan_service_stop (visit.fixture->clinic, chart->course->id, "moved away", &error));
  again = clinic_fixture_screen_short (visit.fixture, visit.patient, TODAY, "menstruating=yes period-started-on=2026-11-20");
  g_clear_pointer (&chart, meso_chart_free);
  chart = visit_get_chart (&visit, TODAY);
  g_assert_cmpint (chart->course->status, ==, MESO_COURSE_STOPPED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/session/severe-reaction-suspends", test_severe_reaction_suspends);
  g_test_add_func ("/services/session/answer-suspends", test_answer_suspends);
  g_test_add_func ("/services/session/answer-suspends-on-any-way", test_answer_suspends_on_any_way);

  return g_test_run ();
}
