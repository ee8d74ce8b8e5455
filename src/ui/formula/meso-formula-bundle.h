/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic-call.h"
#include "meso-formula-draft.h"
#include "meso-formula-version.h"
#include "meso-patient.h"

G_BEGIN_DECLS

/* What a draft of a formula is kept as; its key is the patient's id, or "new" for a recipe of the clinic. */
#define MESO_FORMULA_DRAFT "formula"

/**
 * MesoFormulaBundle:
 * @patient: (nullable): %NULL for a recipe of the clinic
 * @facts: (nullable): as @patient
 * @version: (nullable): the newest version of the recipe that was asked for, or of the patient's; %NULL for a new one
 * @templates: (element-type MesoFormulaVersion): the clinic's own recipes
 * @begun: whether a draft of the patient's formula waits to be resumed
 *
 * All that the formula builder asks the clinic for when it opens. Immutable.
 */
typedef struct
{
  MesoPatient *patient;
  MesoFormulaPatient *facts;
  MesoFormulaVersion *version;
  GPtrArray *templates;
  gboolean begun;
} MesoFormulaBundle;

/**
 * MesoFormulaRequest:
 * @patient: (nullable), @formula_id: (nullable), @version: 0 for the newest
 * @draft: for meso_formula_call_save ()
 * @language: what findings are said in: of what is saved, or of the version that is got
 * @retired: for meso_formula_call_set_retired ()
 */
typedef struct
{
  char *patient;
  char *formula_id;
  int version;
  MesoFormulaDraft *draft;
  MesoFormula *formula;
  char *language;
  gint64 weight_g;
  gboolean retired;
} MesoFormulaRequest;

MesoFormulaRequest *meso_formula_request_new  (const char *patient, const char *formula_id);
void                meso_formula_request_free (MesoFormulaRequest *self);

/* All for meso_context_call (), with a request and (transfer full) a #MesoRow, which can be kept: of a #MesoFormulaBundle */
gpointer meso_formula_call_load (MesoClinic *clinic, gpointer request, GError **error);
/* of the #MesoFormulaVersion that was asked for */
gpointer meso_formula_call_get  (MesoClinic *clinic, gpointer request, GError **error);
/* of the #MesoFormulaVersion that was stored */
gpointer meso_formula_call_save (MesoClinic *clinic, gpointer request, GError **error);
/* of the #MesoFormulaVersion, retired or offered again */
gpointer meso_formula_call_set_retired (MesoClinic *clinic, gpointer request, GError **error);
/* an empty one: the draft waits at the patient's formula, in the place of one that was begun there */
gpointer meso_formula_call_give (MesoClinic *clinic, gpointer request, GError **error);

G_END_DECLS
