/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "visit-case.h"

#include "meso-chart-service.h"
#include "meso-session-service.h"

MesoChart *
visit_get_chart (const Visit *visit,
                 const char  *day)
{
  g_autoptr(GError) error = NULL;
  MesoChart *chart = meso_chart_service_get (visit->fixture->clinic, visit->patient->id, clinic_fixture_day (day), &error);

  g_assert_no_error (error);
  return chart;
}

Visit
visit_begin_in (ClinicFixture *fixture,
                const char    *screened,
                const char    *ingredient)
{
  Visit visit = { fixture };

  visit.patient = clinic_fixture_add (visit.fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  visit.physician = clinic_fixture_seat_physician (visit.fixture);
  visit.screening = clinic_fixture_screen (visit.fixture, visit.patient, screened, "");
  clinic_fixture_decide (visit.fixture, visit.screening, MESO_DECISION_SIGN, NULL, NULL);
  clinic_fixture_plan (visit.fixture, visit.patient, "noticeable", TODAY);
  clinic_fixture_store_formula (visit.fixture, visit.patient, ingredient, NULL);
  return visit;
}

Visit
visit_begin (const char *screened,
             const char *ingredient)
{
  return visit_begin_in (clinic_fixture_new (), screened, ingredient);
}

void
visit_end (Visit *visit)
{
  clinic_fixture_free (visit->fixture);
  meso_patient_free (visit->patient);
  g_free (visit->physician);
  g_free (visit->screening);
}

MesoTreatmentSession *
visit_type_session (const Visit *visit)
{
  g_autoptr(MesoChart) chart = visit_get_chart (visit, TODAY);
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

char *
visit_record (const Visit                *visit,
              const MesoTreatmentSession *session)
{
  g_autoptr(GError) error = NULL;
  char *id = meso_session_service_record (visit->fixture->clinic, session, clinic_fixture_day (TODAY), &error);

  g_assert_no_error (error);
  g_assert_true (g_uuid_string_is_valid (id));
  return id;
}

void
visit_assert_refused (const Visit                *visit,
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

MesoQuestionnaireResponse *
visit_answer_short (const Visit *visit,
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
