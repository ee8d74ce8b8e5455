/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-formula-editor.h"

G_BEGIN_DECLS

/**
 * MesoFormulaPatientGroup:
 *
 * What a check must be told of the patient: body weight, and allergies, where “not asked” is never “none”.
 */
#define MESO_TYPE_FORMULA_PATIENT_GROUP (meso_formula_patient_group_get_type ())
G_DECLARE_FINAL_TYPE (MesoFormulaPatientGroup, meso_formula_patient_group, MESO, FORMULA_PATIENT_GROUP, AdwBin)

void meso_formula_patient_group_bind           (MesoFormulaPatientGroup *self, MesoContext *context, MesoFormulaEditor *editor);
/* Before anything is stored: takes in what is still being written. FALSE when the allergies stay open; the field says so. */
gboolean meso_formula_patient_group_settle      (MesoFormulaPatientGroup *self);
void meso_formula_patient_group_grab_weight    (MesoFormulaPatientGroup *self);
void meso_formula_patient_group_grab_allergies (MesoFormulaPatientGroup *self);

G_END_DECLS
