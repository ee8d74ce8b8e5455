/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-call.h"

#include "meso-chart-service.h"
#include "meso-formula-service.h"
#include "meso-row.h"
#include "meso-session-service.h"
#include "meso-short-form-service.h"
#include "meso-staff-service.h"

void
meso_session_request_free (MesoSessionRequest *self)
{
  g_free (self->patient);
  g_free (self->session_id);
  g_clear_pointer (&self->session, meso_treatment_session_free);
  g_clear_pointer (&self->answers, meso_questionnaire_response_free);
  g_free (self->reason);
  g_free (self);
}

static void
facts_free (gpointer data)
{
  MesoSessionFacts *self = data;

  g_clear_pointer (&self->chart, meso_chart_free);
  g_clear_pointer (&self->staff, g_ptr_array_unref);
  g_free (self->physician);
  g_clear_pointer (&self->original, meso_treatment_session_free);
  g_clear_pointer (&self->mixtures, meso_session_mixtures_free);
  g_free (self);
}

/* Who signed the screening last, if they are a physician still. */
static char *
find_physician (const MesoChart *chart,
                const GPtrArray *staff)
{
  const MesoScreeningDecision *last = NULL;

  for (guint i = 0; i < chart->decisions->len; i++)
    {
      const MesoScreeningDecision *decision = g_ptr_array_index (chart->decisions, i);

      if ((decision->kind == MESO_DECISION_SIGN || decision->kind == MESO_DECISION_OVERRIDE) &&
          (last == NULL || g_strcmp0 (decision->decided_at, last->decided_at) > 0))
        last = decision;
    }
  for (guint i = 0; last != NULL && i < staff->len; i++)
    {
      const MesoStaff *person = g_ptr_array_index (staff, i);

      if (g_strcmp0 (person->id, last->decided_by) == 0 && person->role == MESO_ROLE_PHYSICIAN)
        return g_strdup (person->id);
    }
  return NULL;
}

/* Physicians and nurses who work here, and whoever the record names. */
static void
keep_who_treats (GPtrArray  *staff,
                 const char *recorded)
{
  for (guint i = staff->len; i > 0; i--)
    {
      const MesoStaff *person = g_ptr_array_index (staff, i - 1);

      if (g_strcmp0 (person->id, recorded) != 0 && (!person->active || person->role == MESO_ROLE_DESK))
        g_ptr_array_remove_index (staff, i - 1);
    }
}

/* A correction is about what was given, which the patient's newest formula need not be. */
static gboolean
take_given_formula (MesoClinic        *clinic,
                    MesoSessionFacts  *facts,
                    GError           **error)
{
  const MesoTreatmentSession *original = facts->original;

  g_clear_pointer (&facts->chart->formula, meso_formula_version_free);
  if (original->formula == NULL)
    return TRUE;
  facts->chart->formula = meso_formula_service_get (clinic, original->formula, original->formula_version, error);
  return facts->chart->formula != NULL;
}

gpointer
meso_session_call_load (MesoClinic  *clinic,
                        gpointer     data,
                        GError     **error)
{
  const MesoSessionRequest *request = data;
  MesoSessionFacts *facts = g_new0 (MesoSessionFacts, 1);
  g_autoptr(MesoRow) row = meso_row_new ("", facts, facts_free);
  MesoCalendarDate day = request->day;

  if (request->session_id != NULL)
    {
      facts->original = meso_session_service_get (clinic, request->session_id, error);
      if (facts->original == NULL)
        return NULL;
    }
  if (!meso_calendar_date_is_set (day))
    day = facts->original != NULL ? facts->original->date : request->today;
  facts->chart = meso_chart_service_get (clinic, request->patient, day, error);
  if (facts->chart == NULL || (facts->original != NULL && !take_given_formula (clinic, facts, error)))
    return NULL;
  facts->mixtures = meso_session_mixtures_load (clinic, facts->chart->patient->id, facts->chart->formula, error);
  facts->staff = facts->mixtures != NULL ? meso_staff_service_list (clinic, FALSE, error) : NULL;
  if (facts->staff == NULL)
    return NULL;
  facts->physician = find_physician (facts->chart, facts->staff);
  keep_who_treats (facts->staff, facts->original != NULL ? facts->original->operator : NULL);
  return g_steal_pointer (&row);
}

gpointer
meso_session_call_sign (MesoClinic  *clinic,
                        gpointer     data,
                        GError     **error)
{
  const MesoSessionRequest *request = data;

  if (request->session_id != NULL)
    return meso_session_service_amend (clinic, request->session_id, request->session, request->reason, request->today, error);
  if (request->answers != NULL)
    return meso_session_service_record_with_answers (clinic, request->session, request->answers, request->today, error);
  return meso_session_service_record (clinic, request->session, request->today, error);
}

gpointer
meso_session_call_store_answers (MesoClinic  *clinic,
                                 gpointer     data,
                                 GError     **error)
{
  const MesoSessionRequest *request = data;
  g_autoptr(MesoVerdict) verdict = NULL;
  char *id = NULL;

  verdict = meso_short_form_service_record (clinic, request->patient, request->answers, request->day, request->today, &id, error);
  return verdict != NULL ? id : NULL;
}
