/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-facts.h"

#include "meso-local-day.h"
#include "meso-screening-history.h"
#include "meso-screening-repository.h"
#include "meso-services-error.h"
#include "meso-staff-names.h"

/* Steals the one that was asked for; one of somebody else isn't found. */
static MesoScreening *
steal_screening (GPtrArray  *screenings,
                 const char *id,
                 gboolean   *amended_out)
{
  MesoScreening *found = NULL;

  for (guint i = screenings->len; i-- > 0;)
    {
      const MesoScreening *screening = g_ptr_array_index (screenings, i);

      if (g_strcmp0 (screening->amends, id) == 0)
        *amended_out = TRUE;
      if (g_str_equal (screening->id, id))
        found = g_ptr_array_steal_index (screenings, i);
    }
  return found;
}

/* Steals what holds: a short form that found nothing takes nothing back that the full one found, and the other way round. Of two that
 * found as much, the full one. (nullable) */
static MesoScreening *
steal_strictest (GPtrArray *history)
{
  g_autoptr(GPtrArray) heeded = meso_screening_history_list_heeded (history);
  const MesoScreening *strictest = NULL;
  guint index;

  for (guint i = 0; i < heeded->len; i++)
    {
      const MesoScreening *screening = g_ptr_array_index (heeded, i);

      if (strictest == NULL || screening->verdict->outcome >= strictest->verdict->outcome)
        strictest = screening;
    }
  return strictest != NULL && g_ptr_array_find (history, strictest, &index) ? g_ptr_array_steal_index (history, index) : NULL;
}

/* Nobody may have screened this patient yet. */
static gboolean
load_account (MesoHandoutFacts         *self,
              MesoStoreContext         *store,
              const MesoHandoutRequest *request,
              GError                  **error)
{
  g_autoptr(GPtrArray) screenings = request->screening != NULL
                                      ? meso_screening_repository_list (store, self->patient, error)
                                      : meso_screening_history_load (store, self->patient, request->when.date, error);
  gboolean amended = FALSE;
  MesoScreening *screening = NULL;

  if (screenings == NULL)
    return FALSE;
  if (request->screening != NULL)
    screening = steal_screening (screenings, request->screening, &amended);
  else
    screening = steal_strictest (screenings);
  if (screening == NULL && request->screening != NULL)
    {
      g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "There is no screening “%s” of this patient.",
                   request->screening);
      return FALSE;
    }
  if (screening == NULL)
    return TRUE;
  self->context->account = meso_screening_account_new (screening);
  self->context->account->amended = amended;
  return TRUE;
}

static gboolean
take_decisions (MesoScreeningAccount  *account,
                MesoStoreContext      *store,
                GError               **error)
{
  g_autoptr(GPtrArray) decisions = meso_screening_repository_list_decisions (store, account->screening->id, error);

  while (decisions != NULL && decisions->len > 0)
    {
      MesoScreeningDecision *decision = g_ptr_array_steal_index (decisions, 0);

      meso_screening_account_add_decision (account, decision, meso_local_day_of_moment (decision->decided_at));
    }
  return decisions != NULL;
}

/**
 * meso_handout_facts_take_screening:
 * @self: facts of a patient, whose context is there
 *
 * The screening with what was decided about it. The sheet is of that day; where nobody was screened it holds the questions, and is
 * of the clinic's day.
 *
 * Returns: whether all of it could be read
 */
gboolean
meso_handout_facts_take_screening (MesoHandoutFacts          *self,
                                   MesoStoreContext          *store,
                                   const MesoHandoutRequest  *request,
                                   GError                   **error)
{
  MesoScreeningAccount *account;

  self->date = meso_calendar_date_is_set (request->when.date) ? request->when.date : request->today;
  self->context->when = (MesoCivilTime) { self->date, MESO_CIVIL_TIME_NO_MINUTE };
  if (!load_account (self, store, request, error))
    return FALSE;
  account = self->context->account;
  if (account == NULL)
    return TRUE;
  self->date = self->context->when.date = account->screening->date;
  account->recorded_on = meso_local_day_of_moment (account->screening->recorded_at);
  account->staff = meso_staff_names_load (store, error);
  return account->staff != NULL && take_decisions (account, store, error);
}
