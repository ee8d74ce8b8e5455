/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-facts.h"

#include "meso-clinic-private.h"
#include "meso-formula-facts.h"
#include "meso-formula-repository.h"
#include "meso-local-day.h"
#include "meso-services-error.h"
#include "meso-staff-names.h"

/* text: "recipe", or "recipe/2" for one of its versions. One of somebody else isn't found. */
static MesoFormulaVersion *
load_named (MesoStoreContext  *store,
            const char        *patient,
            const char        *text,
            GError           **error)
{
  g_auto(GStrv) parts = g_strsplit (text, "/", 2);
  guint64 version = 0;
  g_autoptr(MesoFormulaVersion) formula = NULL;

  if (parts[1] != NULL && !g_ascii_string_to_unsigned (parts[1], 10, 1, G_MAXINT, &version, error))
    {
      g_prefix_error (error, "formula: “%s” names no version of a formula. ", text);
      return NULL;
    }
  formula = meso_formula_repository_get (store, parts[0], (int) version, error);
  if (formula == NULL || g_strcmp0 (formula->patient, patient) == 0)
    return g_steal_pointer (&formula);
  g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "There is no formula “%s” of this patient.", text);
  return NULL;
}

/* Nobody may have written a formula for this patient yet: formula_out stays %NULL then. */
static gboolean
load_formula (MesoStoreContext          *store,
              const char                *patient,
              const MesoHandoutRequest  *request,
              MesoFormulaVersion       **formula_out,
              GError                   **error)
{
  g_autoptr(GError) local_error = NULL;

  if (request->formula != NULL)
    return (*formula_out = load_named (store, patient, request->formula, error)) != NULL;
  *formula_out = meso_formula_repository_latest_of_patient (store, patient, &local_error);
  return !meso_clinic_take_error (&local_error, error);
}

/**
 * meso_handout_facts_take_formula:
 * @self: facts of a patient, whose context is there
 *
 * The formula that was asked for, else the patient's newest, with what is known of the patient now. Where there is none, the sheet is
 * one to be filled in with a pen.
 *
 * Returns: whether all of it could be read
 */
gboolean
meso_handout_facts_take_formula (MesoHandoutFacts          *self,
                                 MesoStoreContext          *store,
                                 const MesoPatient         *patient,
                                 const MesoHandoutRequest  *request,
                                 GError                   **error)
{
  MesoFormulaVersion *formula = NULL;
  MesoFormulaAccount *account;
  g_autoptr(GHashTable) names = NULL;
  g_autofree char *screening = NULL;

  self->date = meso_calendar_date_is_set (request->when.date) ? request->when.date : request->today;
  self->context->when = (MesoCivilTime) { self->date, MESO_CIVIL_TIME_NO_MINUTE };
  if (!load_formula (store, self->patient, request, &formula, error))
    return FALSE;
  if (formula == NULL)
    return TRUE;
  self->formula_id = g_strdup (formula->formula_id);
  self->formula_version = formula->version;
  self->context->formula = account = meso_formula_account_new (formula);
  account->birth_date = patient->birth_date;
  account->written_on = meso_local_day_of_moment (formula->created_at);
  account->facts = meso_formula_facts_gather (store, patient, NULL, &screening, error);
  /* somebody weighed the patient for this formula only */
  if (account->facts != NULL && account->facts->weight_g == 0)
    account->facts->weight_g = formula->facts->weight_g;
  names = account->facts != NULL ? meso_staff_names_load (store, error) : NULL;
  if (names == NULL)
    return FALSE;
  g_free (account->written_by);
  account->written_by = meso_staff_names_dup (names, formula->created_by);
  return TRUE;
}
