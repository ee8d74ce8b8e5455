/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-chart-gather.h"

#include "meso-clinic-private.h"
#include "meso-draft-repository.h"
#include "meso-formula-repository.h"
#include "meso-handout-repository.h"
#include "meso-lot-repository.h"
#include "meso-plan-repository.h"
#include "meso-preparation-barred.h"
#include "meso-preparation-repository.h"
#include "meso-record-repository.h"
#include "meso-screening-draft.h"
#include "meso-screening-history.h"
#include "meso-screening-repository.h"
#include "meso-session-repository.h"

/* A copy of one of the history, its own value; NULL where there is none. */
static gboolean
take_one (MesoStoreContext     *context,
          const MesoScreening  *screening,
          MesoScreening       **screening_out,
          GPtrArray           **decisions_out,
          GError              **error)
{
  if (screening == NULL)
    {
      *decisions_out = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_screening_decision_free);
      return TRUE;
    }
  *screening_out = meso_screening_repository_get (context, screening->id, error);
  *decisions_out = *screening_out != NULL ? meso_screening_repository_list_decisions (context, screening->id, error) : NULL;
  return *decisions_out != NULL;
}

static gboolean
take_screenings (MesoChart           *self,
                 MesoStoreContext    *context,
                 const MesoProtocol  *protocol,
                 MesoCalendarDate     day,
                 GError             **error)
{
  g_autoptr(GPtrArray) history = meso_screening_history_load (context, self->patient->id, day, error);

  if (history == NULL ||
      !take_one (context, meso_screening_history_get_full (history), &self->screening, &self->decisions, error) ||
      !take_one (context, meso_screening_history_get_short (history, protocol, day), &self->short_form, &self->short_decisions,
                 error))
    return FALSE;
  self->eligibility = meso_eligibility_judge (self->screening, self->decisions, day);
  if (self->screening != NULL)
    self->changed = meso_screening_find_change (self->screening, self->patient, self->health, protocol, NULL, &self->changed_item);
  if (self->changed != MESO_CHANGED_NOTHING)
    self->eligibility = meso_eligibility_after_change (self->eligibility);
  self->short_eligibility = meso_eligibility_judge (self->short_form, self->short_decisions, day);
  return TRUE;
}

static gboolean
has_kind (const MesoCourse *course,
          MesoPlanKind      kind)
{
  for (guint i = 0; i < course->sessions->len; i++)
    {
      if (((const MesoPlannedSession *) g_ptr_array_index (course->sessions, i))->kind == kind)
        return TRUE;
    }
  return FALSE;
}

/* Recalls are counted only where a course consists of nothing else. */
static void
count_sessions (MesoChart *self)
{
  const MesoCourse *course = self->course;
  MesoPlanKind kind = course != NULL && has_kind (course, MESO_PLAN_TREATMENT) ? MESO_PLAN_TREATMENT : MESO_PLAN_MAINTENANCE;

  for (guint i = 0; course != NULL && i < course->sessions->len; i++)
    {
      const MesoPlannedSession *session = g_ptr_array_index (course->sessions, i);

      if (session->kind != kind)
        continue;
      self->treatments_planned += session->status != MESO_CANCELLED;
      self->treatments_done += session->status == MESO_DONE;
      self->missed += session->status == MESO_MISSED;
    }
}

/* Of that very version, and neither given nor thrown away. */
static gboolean
is_waiting (const MesoChart       *self,
            const MesoPreparation *preparation)
{
  return g_strcmp0 (preparation->formula, self->formula->formula_id) == 0 && preparation->formula_version == self->formula->version &&
         meso_preparation_counts (preparation) && preparation->session == NULL && preparation->discarded_at == NULL;
}

/* Whoever looks for what may be given meets first what may no longer be. */
static gboolean
judge_preparation (MesoChart         *self,
                   MesoStoreContext  *context,
                   MesoPreparation   *preparation,
                   MesoCalendarDate   day,
                   GError           **error)
{
  g_autoptr(MesoLot) barred = NULL;
  gboolean ready = meso_preparation_is_ready (preparation, meso_store_context_get_now (context));

  if (ready && !meso_preparation_barred_find (context, preparation, day, &barred, error))
    return FALSE;
  if (ready && barred == NULL)
    self->preparation = meso_preparation_copy (preparation);
  else if (self->lapsed == NULL)
    {
      self->lapsed = meso_preparation_copy (preparation);
      self->barred_lot = g_steal_pointer (&barred);
    }
  return TRUE;
}

/* The newest that may still be given now. */
static gboolean
take_preparation (MesoChart         *self,
                  MesoStoreContext  *context,
                  MesoCalendarDate   day,
                  GError           **error)
{
  g_autoptr(GPtrArray) list = NULL;

  if (!meso_lot_repository_has_any (context, &self->keeps_stock, error))
    return FALSE;
  if (!self->keeps_stock || self->formula == NULL)
    return TRUE;
  list = meso_preparation_repository_list (context, self->patient->id, error);
  for (guint i = 0; list != NULL && i < list->len && self->preparation == NULL; i++)
    {
      MesoPreparation *preparation = g_ptr_array_index (list, i);

      if (is_waiting (self, preparation) && !judge_preparation (self, context, preparation, day, error))
        return FALSE;
    }
  if (self->preparation != NULL)
    {
      g_clear_pointer (&self->lapsed, meso_preparation_free);
      g_clear_pointer (&self->barred_lot, meso_lot_free);
    }
  return list != NULL;
}

static gboolean
take_care (MesoChart         *self,
           MesoStoreContext  *context,
           MesoCalendarDate   day,
           GError           **error)
{
  g_autoptr(GError) local_error = NULL;

  self->course = meso_plan_repository_latest_of_patient (context, self->patient->id, &local_error);
  if (meso_clinic_take_error (&local_error, error))
    return FALSE;
  self->formula = meso_formula_repository_latest_of_patient (context, self->patient->id, &local_error);
  if (meso_clinic_take_error (&local_error, error))
    return FALSE;
  self->last_session = meso_session_repository_latest (context, self->patient->id, &local_error);
  if (meso_clinic_take_error (&local_error, error))
    return FALSE;
  count_sessions (self);
  return take_preparation (self, context, day, error);
}

static gboolean
take_health (MesoChart         *self,
             MesoStoreContext  *context,
             GError           **error)
{
  g_autoptr(MesoPatientRecord) record = meso_record_repository_get (context, self->patient->id, error);

  if (record == NULL)
    return FALSE;
  self->allergies_asked = meso_patient_record_get_asked (record, MESO_HEALTH_ALLERGY);
  self->medicines_asked = meso_patient_record_get_asked (record, MESO_HEALTH_MEDICINE);
  self->conditions_asked = meso_patient_record_get_asked (record, MESO_HEALTH_CONDITION);
  self->health = g_ptr_array_ref (record->items);
  return TRUE;
}

/* What was begun and left is no record, but what it says so far isn't passed over. */
static gboolean
take_drafts (MesoChart         *self,
             MesoStoreContext  *context,
             MesoCalendarDate   day,
             GError           **error)
{
  static const char *const entities[] = { "screening", "short-form" };

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      g_autoptr(GError) local_error = NULL;
      g_autoptr(MesoDraft) draft = meso_draft_repository_get (context, entities[i], self->patient->id, &local_error);

      if (meso_clinic_take_error (&local_error, error))
        return FALSE;
      self->draft_screening = self->draft_screening || (draft != NULL && i == 0);
      if (self->draft_forbids == NULL && draft != NULL && meso_screening_draft_forbids (draft->text, day))
        self->draft_forbids = entities[i];
    }
  return TRUE;
}

static gboolean
find_aftercare (MesoStoreContext  *context,
                const char        *patient,
                MesoCalendarDate  *day_out,
                GError           **error)
{
  g_autoptr(GPtrArray) sheets = meso_handout_repository_list (context, patient, error);

  if (sheets == NULL)
    return FALSE;
  for (guint i = 0; i < sheets->len; i++)
    {
      const MesoHandoutIssue *sheet = g_ptr_array_index (sheets, i);

      if (g_str_equal (sheet->kind, "aftercare") && meso_calendar_date_compare (sheet->sheet_date, *day_out) > 0)
        *day_out = sheet->sheet_date;
    }
  return TRUE;
}

/* What was found about the patient since a formula passed its check. */
static gboolean
is_forbidden (const MesoChart    *self,
              const MesoProtocol *protocol)
{
  g_autofree char *allergy = NULL;

  if (meso_chart_find_excluded (self, self->formula) != NULL)
    return TRUE;
  allergy = meso_chart_dup_allergy (self, protocol, self->formula, MESO_CIVIL_TIME_NONE, "en");
  return allergy != NULL;
}

static gboolean
choose_next_step (MesoChart           *self,
                  MesoStoreContext    *context,
                  const MesoProtocol  *protocol,
                  MesoCalendarDate     day,
                  GError             **error)
{
  MesoCareFacts facts = {
    .eligibility = self->eligibility, .short_eligibility = self->short_eligibility, .course = self->course
  };
  gboolean checked = self->formula != NULL && self->formula->check->ok;

  self->formula_forbidden = checked && is_forbidden (self, protocol);
  facts.has_formula = checked && !self->formula_forbidden;
  facts.keeps_stock = self->keeps_stock;
  facts.has_preparation = self->preparation != NULL;
  facts.draft_forbids = self->draft_forbids != NULL;
  if (self->screening != NULL)
    facts.screened_on = self->screening->date;
  if (meso_eligibility_allows_session (self->short_form, self->short_eligibility))
    facts.short_eligibility = MESO_ELIGIBILITY_SIGNED;
  if (self->last_session != NULL)
    facts.treated_on = self->last_session->date;
  if (!find_aftercare (context, self->patient->id, &facts.aftercare_on, error))
    return FALSE;
  self->next_step = meso_next_step_choose (&facts, day);
  return TRUE;
}

/**
 * meso_chart_gather:
 * @protocol: the clinical content that is at work
 * @patient: an id or a file number
 * @day: the clinic's day; for a session that is entered late, that of the session
 *
 * Returns: (transfer full): the chart, or %NULL
 */
MesoChart *
meso_chart_gather (MesoStoreContext    *context,
                   const MesoProtocol  *protocol,
                   const char          *patient,
                   MesoCalendarDate     day,
                   GError             **error)
{
  g_autoptr(MesoChart) self = g_new0 (MesoChart, 1);

  self->patient = meso_clinic_find_patient (context, patient, error);
  if (self->patient == NULL || !take_health (self, context, error) ||
      !take_screenings (self, context, protocol, day, error) || !take_care (self, context, day, error) ||
      !take_drafts (self, context, day, error) || !choose_next_step (self, context, protocol, day, error))
    return NULL;
  return g_steal_pointer (&self);
}
