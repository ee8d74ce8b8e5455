/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-bundle.h"

#include "meso-draft-service.h"
#include "meso-formula-service.h"
#include "meso-patient-service.h"
#include "meso-row.h"

MesoFormulaRequest *
meso_formula_request_new (const char *patient,
                          const char *formula_id)
{
  MesoFormulaRequest *self = g_new0 (MesoFormulaRequest, 1);

  self->patient = g_strdup (patient);
  self->formula_id = g_strdup (formula_id);
  return self;
}

void
meso_formula_request_free (MesoFormulaRequest *self)
{
  g_free (self->patient);
  g_free (self->formula_id);
  meso_formula_draft_free (self->draft);
  meso_formula_free (self->formula);
  g_free (self->language);
  g_free (self);
}

static void
bundle_free (gpointer data)
{
  MesoFormulaBundle *bundle = data;

  g_clear_pointer (&bundle->patient, meso_patient_free);
  g_clear_pointer (&bundle->facts, meso_formula_patient_free);
  g_clear_pointer (&bundle->version, meso_formula_version_free);
  g_clear_pointer (&bundle->templates, g_ptr_array_unref);
  g_free (bundle);
}

/* (transfer full): the patient's newest recipe; NULL without an error when there is none */
static MesoFormulaVersion *
get_newest (MesoClinic  *clinic,
            const char  *patient,
            GError     **error)
{
  g_autoptr(GPtrArray) all = meso_formula_service_list (clinic, patient, error);
  const MesoFormulaVersion *newest = all != NULL && all->len > 0 ? g_ptr_array_index (all, 0) : NULL;

  return newest != NULL ? meso_formula_service_get (clinic, newest->formula_id, newest->version, error) : NULL;
}

gpointer
meso_formula_call_load (MesoClinic  *clinic,
                        gpointer     data,
                        GError     **error)
{
  const MesoFormulaRequest *request = data;
  MesoFormulaBundle *bundle = g_new0 (MesoFormulaBundle, 1);
  g_autoptr(MesoRow) row = meso_row_new ("", bundle, bundle_free);
  g_autoptr(GError) local_error = NULL;

  if (request->patient != NULL)
    {
      g_autoptr(MesoDraft) draft = NULL;

      bundle->patient = meso_patient_service_get (clinic, request->patient, error);
      if (bundle->patient == NULL)
        return NULL;
      draft = meso_draft_service_get (clinic, MESO_FORMULA_DRAFT, bundle->patient->id, NULL);
      bundle->begun = draft != NULL;
      bundle->facts = meso_formula_service_gather_facts (clinic, request->patient, error);
      if (bundle->facts == NULL)
        return NULL;
    }
  if (request->formula_id != NULL)
    bundle->version = meso_formula_service_get (clinic, request->formula_id, 0, &local_error);
  else if (bundle->patient != NULL)
    bundle->version = get_newest (clinic, bundle->patient->id, &local_error);
  if (local_error == NULL)
    bundle->templates = meso_formula_service_list (clinic, NULL, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&row);
}

/* version (transfer full) (nullable) */
static MesoRow *
wrap_version (MesoFormulaVersion *version)
{
  return version != NULL ? meso_row_new ("", version, (GDestroyNotify) meso_formula_version_free) : NULL;
}

gpointer
meso_formula_call_get (MesoClinic  *clinic,
                       gpointer     data,
                       GError     **error)
{
  const MesoFormulaRequest *request = data;

  return wrap_version (meso_formula_service_read (clinic, request->formula_id, request->version, request->language, error));
}

gpointer
meso_formula_call_save (MesoClinic  *clinic,
                        gpointer     data,
                        GError     **error)
{
  const MesoFormulaRequest *request = data;
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  const MesoFormulaDraft *draft = request->draft;
  MesoFormulaPatient said = { .weight_g = request->weight_g };
  MesoFormulaSave save = {
    .patient = request->patient,
    .formula_id = draft->formula_id,
    .base_version = draft->base_version,
    .name = draft->name,
    .formula = request->formula,
    .said = &said,
    .language = request->language,
  };

  /* A recipe of the clinic has nobody to ask. What the form doesn't say, the record may know. */
  if (request->patient == NULL)
    said.allergies = none;
  else if (draft->allergies_said)
    said.allergies = draft->allergies;
  return wrap_version (meso_formula_service_save (clinic, &save, error));
}

gpointer
meso_formula_call_set_retired (MesoClinic  *clinic,
                               gpointer     data,
                               GError     **error)
{
  const MesoFormulaRequest *request = data;

  if (!meso_formula_service_set_retired (clinic, request->formula_id, request->retired, error))
    return NULL;
  return wrap_version (meso_formula_service_get (clinic, request->formula_id, 0, error));
}

gpointer
meso_formula_call_give (MesoClinic  *clinic,
                        gpointer     data,
                        GError     **error)
{
  const MesoFormulaRequest *request = data;
  g_autofree char *text = meso_formula_draft_to_json (request->draft);

  if (!meso_draft_service_put (clinic, MESO_FORMULA_DRAFT, request->patient, text, error))
    return NULL;
  return meso_row_new ("", NULL, NULL);
}
