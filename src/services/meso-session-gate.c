/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-gate.h"

#include "meso-chart-gather.h"
#include "meso-clinic-private.h"
#include "meso-formula-repository.h"
#include "meso-patient-repository.h"
#include "meso-plan-repository.h"
#include "meso-session-preparation.h"
#include "meso-staff-repository.h"

/* It widens the vessels, wherever it is given: the pressure is looked at before and after. */
#define WIDENS_VESSELS "minoxidil"

#define NOT_STORED "The session was not stored."

typedef struct
{
  MesoStoreContext *context;
  MesoClinic *clinic;
  const MesoChart *chart;
  const MesoTreatmentSession *session;
  const MesoTreatmentSession *amended;    /* (nullable) */
} Gate;

static gboolean
check_operator (const Gate  *gate,
                GError     **error)
{
  g_autoptr(MesoStaff) operator = NULL;

  if (gate->amended != NULL && g_strcmp0 (gate->amended->operator, gate->session->operator) == 0)
    return TRUE;
  operator = meso_staff_repository_get (gate->context, gate->session->operator, error);
  return operator != NULL &&
         meso_services_require (operator->active, "operator",
                                "This person no longer works here. Choose who treated.", error) &&
         meso_services_require (operator->role == MESO_ROLE_PHYSICIAN || operator->role == MESO_ROLE_NURSE, "operator",
                                "Only a physician or a nurse treats. Choose who did.", error);
}

static gboolean
check_physician (const Gate  *gate,
                 GError     **error)
{
  g_autoptr(MesoStaff) physician = NULL;

  if (gate->session->physician == NULL ||
      (gate->amended != NULL && g_strcmp0 (gate->amended->physician, gate->session->physician) == 0))
    return TRUE;
  physician = meso_staff_repository_get (gate->context, gate->session->physician, error);
  return physician != NULL &&
         meso_services_require (physician->role == MESO_ROLE_PHYSICIAN, "physician",
                                "Only a physician is in charge of a session. Choose one.", error);
}

static const char *
say_why_not (MesoEligibility eligibility)
{
  switch (eligibility)
    {
    case MESO_ELIGIBILITY_UNSCREENED:
      return "there are no answers that count on that day. Screen first.";
    case MESO_ELIGIBILITY_INCOMPLETE:
      return "a question is still open. Answer it first.";
    case MESO_ELIGIBILITY_BLOCKED:
      return "the answers say: do not treat.";
    case MESO_ELIGIBILITY_WAIT:
      return "the answers say: not now.";
    case MESO_ELIGIBILITY_TO_CLEAR:
      return "another physician's written clearance is missing, or doesn't hold on that day.";
    case MESO_ELIGIBILITY_TO_DECIDE:
      return "a physician has to decide first.";
    case MESO_ELIGIBILITY_TO_SIGN:
      return "a physician has to sign them first.";
    case MESO_ELIGIBILITY_SIGNED:
    default:
      g_return_val_if_reached ("");
    }
}

/* The full screening must be signed; the questions of the day asked that day, and signed where that is due. */
static gboolean
check_screening (const Gate  *gate,
                 GError     **error)
{
  const MesoChart *chart = gate->chart;
  const MesoTreatmentSession *amended = gate->amended;
  const MesoCivilTime start = { gate->session->date, gate->session->minute };
  MesoEligibility eligibility = meso_chart_judge_at (chart, meso_clinic_get_protocol (gate->clinic), start);

  if (amended != NULL && g_strcmp0 (amended->screening, gate->session->screening) == 0 &&
      meso_calendar_date_compare (amended->date, gate->session->date) == 0)
    return TRUE;
  if (chart->draft_forbids != NULL)
    return meso_services_refuse (error, NOT_STORED,
                                 "An unfinished screening says: do not treat. Finish it, or put it away, first.");
  if (eligibility != MESO_ELIGIBILITY_SIGNED)
    return meso_services_refuse (error, NOT_STORED, "Full screening: %s", say_why_not (eligibility));
  if (!meso_eligibility_allows_session (chart->short_form, chart->short_eligibility))
    return meso_services_refuse (error, NOT_STORED, "Questions of the day: %s", say_why_not (chart->short_eligibility));
  if (g_strcmp0 (chart->short_form->id, gate->session->screening) != 0)
    return meso_services_refuse (error, NOT_STORED,
                                 "The questions of that day were answered again since. Look at the newer answers first.");
  return TRUE;
}

static const MesoPlannedSession *
find_planned (const MesoCourse *course,
              int               n)
{
  for (guint i = 0; i < course->sessions->len; i++)
    {
      const MesoPlannedSession *planned = g_ptr_array_index (course->sessions, i);

      if (planned->n == n)
        return planned;
    }
  return NULL;
}

static gboolean
check_planned (const MesoPlannedSession  *planned,
               GError                   **error)
{
  if (planned == NULL || planned->kind == MESO_PLAN_CHECK)
    return meso_services_require (FALSE, "session_n", "The course has no such session. Choose one of its sessions.", error);
  if (planned->status == MESO_DONE)
    return meso_services_refuse (error, NOT_STORED, "This session of the course is on record already. Amend that record.");
  if (planned->status == MESO_CANCELLED)
    return meso_services_refuse (error, NOT_STORED, "This session of the course was cancelled. Plan it again first.");
  return TRUE;
}

static gboolean
check_plan (const Gate  *gate,
            GError     **error)
{
  const MesoTreatmentSession *session = gate->session;
  g_autoptr(MesoCourse) course = NULL;
  MesoCourseStatus status;

  if (gate->amended != NULL && g_strcmp0 (gate->amended->plan, session->plan) == 0 && gate->amended->session_n == session->session_n)
    return TRUE;
  if (session->plan != NULL)
    {
      course = meso_plan_repository_get (gate->context, session->plan, error);
      if (course == NULL)
        return FALSE;
    }
  status = course != NULL ? course->status : gate->chart->course != NULL ? gate->chart->course->status : MESO_COURSE_ACTIVE;
  /* Nobody goes round a suspension by leaving the course out. */
  if (status == MESO_COURSE_SUSPENDED)
    return meso_services_refuse (error, NOT_STORED, "The course is suspended. A physician lets it go on first.");
  if (course == NULL)
    return TRUE;
  if (status != MESO_COURSE_ACTIVE)
    return meso_services_refuse (error, NOT_STORED, "That course is over.");
  return check_planned (find_planned (course, session->session_n), error);
}

static gboolean
is_of_patient (const Gate                *gate,
               const MesoFormulaVersion  *formula,
               gboolean                  *is_out,
               GError                   **error)
{
  g_autofree char *person = NULL;

  *is_out = FALSE;
  if (formula->patient == NULL)
    return TRUE;
  person = meso_patient_repository_resolve (gate->context, formula->patient, error);
  *is_out = g_strcmp0 (person, gate->chart->patient->id) == 0;
  return person != NULL;
}

static gboolean
check_formula_use (const Gate                *gate,
                   const MesoFormulaVersion  *formula,
                   GError                   **error)
{
  const char *excluded = meso_chart_find_excluded (gate->chart, formula);
  const MesoCivilTime start = { gate->session->date, gate->session->minute };
  g_autofree char *allergy = NULL;
  gboolean is_own;

  if (gate->amended != NULL && g_strcmp0 (gate->amended->formula, gate->session->formula) == 0 &&
      gate->amended->formula_version == gate->session->formula_version)
    return TRUE;
  if (!is_of_patient (gate, formula, &is_own, error))
    return FALSE;
  if (!is_own)
    return meso_services_refuse (error, NOT_STORED,
                                 "The formula isn't this patient's. Store it for the patient first, so that it is checked for them.");
  if (!formula->check->ok)
    return meso_services_refuse (error, NOT_STORED, "This version of the formula is blocked.");
  if (excluded != NULL)
    return meso_services_refuse (error, NOT_STORED,
                                 "The formula holds “%s”, which the patient's screening takes out. Change the formula.", excluded);
  allergy = meso_chart_dup_allergy (gate->chart, meso_clinic_get_protocol (gate->clinic), formula, start, "en");
  return allergy == NULL || meso_services_refuse (error, NOT_STORED, "%s", allergy);
}

static gboolean
holds (const MesoFormulaVersion *formula,
       const char               *ingredient)
{
  for (guint i = 0; i < formula->check->lines->len; i++)
    {
      if (g_str_equal (((const MesoFormulaLine *) g_ptr_array_index (formula->check->lines, i))->ingredient, ingredient))
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_formula (const Gate  *gate,
               GError     **error)
{
  const MesoTreatmentSession *session = gate->session;
  g_autoptr(MesoFormulaVersion) formula = NULL;

  if (session->formula == NULL)
    return TRUE;
  formula = meso_formula_repository_get (gate->context, session->formula, session->formula_version, error);
  if (formula == NULL || !check_formula_use (gate, formula, error))
    return FALSE;
  return !holds (formula, WIDENS_VESSELS) ||
         (meso_services_require (meso_blood_pressure_is_set (session->before), "before",
                                 "The formula holds minoxidil: write the blood pressure before the session.", error) &&
          meso_services_require (meso_blood_pressure_is_set (session->after), "after",
                                 "The formula holds minoxidil: write the blood pressure after the session.", error));
}

/**
 * meso_session_gate_check:
 * @chart: of the session's day
 * @session: whose patient is the chart's
 * @amended: (nullable): the record that it corrects
 * @today: the clinic's day
 *
 * Bad input names its field first: "operator: …", "before: …".
 *
 * Returns: whether the session may be stored
 */
gboolean
meso_session_gate_check (MesoStoreContext            *context,
                         MesoClinic                  *clinic,
                         const MesoChart             *chart,
                         const MesoTreatmentSession  *session,
                         const MesoTreatmentSession  *amended,
                         MesoCalendarDate             today,
                         GError                     **error)
{
  const Gate gate = { context, clinic, chart, session, amended };

  return check_screening (&gate, error) &&
         meso_treatment_session_check (session, meso_clinic_get_protocol (clinic), today, error) &&
         check_operator (&gate, error) && check_physician (&gate, error) && check_plan (&gate, error) &&
         check_formula (&gate, error) &&
         meso_session_preparation_check (context, chart->patient->id, session, amended, error);
}
