/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-formula-check.h"
#include "meso-formula-version.h"

G_BEGIN_DECLS

MesoFormulaCheck *meso_formula_service_record (MesoClinic                *clinic,
                                               const char                *patient,
                                               const MesoFormula         *formula,
                                               const MesoFormulaPatient  *said,
                                               const char                *language,
                                               char                     **version_out,
                                               GError                   **error);

/* What the record and its newest screening know for a check, so that the window can check at each key press.
 * (transfer full), to be freed with meso_formula_patient_free() */
MesoFormulaPatient *meso_formula_service_gather_facts (MesoClinic *clinic, const char *patient, GError **error);
/**
 * MesoFormulaSave:
 * @patient: (nullable): whose it is; %NULL for a recipe of the clinic, a template
 * @formula_id: (nullable): the recipe this is the next version of, and @base_version the version it was made from: where the recipe has
 *   moved on since, nothing is stored (%MESO_SERVICES_ERROR_REFUSED)
 * @name: "" for none
 * @said: what the form said of the patient (weight, allergies)
 */
typedef struct
{
  const char *patient;
  const char *formula_id;
  int base_version;
  const char *name;
  const MesoFormula *formula;
  const MesoFormulaPatient *said;
  const char *language;
} MesoFormulaSave;
/* Checks and stores, and removes the draft. A block is MESO_SERVICES_ERROR_REFUSED. (transfer full): as stored */
MesoFormulaVersion *meso_formula_service_save (MesoClinic *clinic, const MesoFormulaSave *request, GError **error);
/* version 0: the newest */
MesoFormulaVersion *meso_formula_service_get  (MesoClinic *clinic, const char *formula_id, int version, GError **error);
/* The same, with what was found said in a language, whichever it was stored in */
MesoFormulaVersion *meso_formula_service_read (MesoClinic *clinic, const char *formula_id, int version, const char *language,
                                               GError **error);
/* (transfer full) (element-type MesoFormulaVersion): patient NULL: the clinic's own recipes (templates); else the newest version of each of
 * the patient's; newest first */
GPtrArray          *meso_formula_service_list (MesoClinic *clinic, const char *patient, GError **error);
/* The clinic's recipes that are no longer offered; and whether one is. Only a recipe of the clinic can be retired. */
GPtrArray          *meso_formula_service_list_retired (MesoClinic *clinic, GError **error);
gboolean            meso_formula_service_set_retired  (MesoClinic *clinic, const char *formula_id, gboolean retired, GError **error);
/* (transfer full) (element-type MesoFormulaVersion): the newest versions of all patients' recipes, newest first, at most limit */
GPtrArray          *meso_formula_service_list_recent (MesoClinic *clinic, guint limit, GError **error);

G_END_DECLS
