/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-service.h"

#include "meso-clinic-private.h"
#include "meso-demo-person.h"
#include "meso-demo-settings.h"
#include "meso-patient-repository.h"
#include "meso-plan-repository.h"
#include "meso-screening-engine.h"
#include "meso-screening-repository.h"

/* Histories begin up to so many days before today. */
#define HISTORY_DAYS 60
/* One patient in so many answers something with yes. */
#define YES_ONE_IN 5
#define COURSE_TEMPLATE "noticeable"

typedef struct
{
  MesoClinic *clinic;
  guint patients;
  GRand *rand;
  MesoCalendarDate today;
} Work;

static MesoQuestionnaireResponse *
answer_questions (Work              *work,
                  const MesoPatient *person)
{
  const GPtrArray *questions = meso_protocol_get_questions (meso_clinic_get_protocol (work->clinic));
  MesoQuestionnaireResponse *response = meso_questionnaire_response_new ();
  guint says_yes = g_rand_int_range (work->rand, 0, questions->len * YES_ONE_IN);

  response->sex = person->sex;
  response->birth_date = person->birth_date;
  response->form = MESO_FORM_FULL;
  response->weight_g = g_rand_int_range (work->rand, 48, 95) * 1000;
  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (questions, i);

      if (question->type == MESO_QUESTION_ANSWER && meso_screening_engine_asks (meso_clinic_get_protocol (work->clinic),
                                                                               response, question))
        meso_questionnaire_response_set (response, question->id,
                                         meso_answer_new (i == says_yes ? MESO_ANSWER_YES : MESO_ANSWER_NO));
    }
  return response;
}

static gboolean
plan_course (Work              *work,
             MesoStoreContext  *context,
             const MesoPatient *person,
             MesoCalendarDate   start,
             GError           **error)
{
  const MesoPlanTemplate *template = meso_protocol_lookup_plan (meso_clinic_get_protocol (work->clinic),
                                                                COURSE_TEMPLATE);
  MesoPlanOptions options = { .start = start };
  g_autoptr(MesoPlan) plan = NULL;
  g_autofree char *id = NULL;

  if (!meso_plan_parse_closed_days ("fri", &options.closed, error))
    return FALSE;
  plan = meso_plan_new (template, &options, error);
  if (plan == NULL)
    return FALSE;
  id = meso_plan_repository_insert (context, meso_clinic_get_staff (work->clinic), person->id, plan, error);
  return id != NULL;
}

static gboolean
add_history (Work              *work,
             MesoStoreContext  *context,
             const MesoPatient *person,
             GError           **error)
{
  MesoCalendarDate day = meso_calendar_date_add_days (work->today, -g_rand_int_range (work->rand, 0, HISTORY_DAYS));
  g_autoptr(MesoQuestionnaireResponse) response = answer_questions (work, person);
  g_autoptr(MesoVerdict) verdict = NULL;
  g_autofree char *id = NULL;

  verdict = meso_screening_engine_evaluate (meso_clinic_get_protocol (work->clinic), response, day, error);
  if (verdict == NULL)
    return FALSE;
  id = meso_screening_repository_insert (context, meso_clinic_get_staff (work->clinic), person->id, response, verdict,
                                         NULL, NULL, error);
  if (id == NULL)
    return FALSE;
  return verdict->outcome != MESO_OUTCOME_SUITABLE || plan_course (work, context, person, day, error);
}

static gboolean
fill (MesoStoreContext  *context,
      gpointer           data,
      GError           **error)
{
  Work *work = data;
  const char *staff = meso_clinic_get_staff (work->clinic);

  if (!meso_demo_settings_store (work->clinic, context, error))
    return FALSE;
  for (guint i = 0; i < work->patients; i++)
    {
      g_autoptr(MesoPatient) person = meso_demo_person_new (work->rand, work->today);
      g_autoptr(MesoPatient) stored = meso_patient_repository_insert (context, staff, person, error);

      if (stored == NULL || !add_history (work, context, stored, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * meso_demo_service_fill:
 * @patients: how many, 0 to %MESO_DEMO_MAX_PATIENTS
 * @seed: equal seeds give equal people and histories
 *
 * Returns: whether all of it is stored; nothing is otherwise
 */
gboolean
meso_demo_service_fill (MesoClinic        *clinic,
                        guint              patients,
                        guint32            seed,
                        MesoCalendarDate   today,
                        GError           **error)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  Work work = { .clinic = clinic, .patients = patients, .rand = rand, .today = today };

  return meso_clinic_run (clinic, MESO_STORE_WRITE, fill, &work, error);
}
