/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-formula-check.h"
#include "meso-patient.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/* Private to services. Inside of a unit of work: what a check must know of a patient today. said (nullable): what somebody said besides.
 * screening_out: (transfer full) (nullable) */
MesoFormulaPatient *meso_formula_facts_gather (MesoStoreContext *context, const MesoPatient *patient, const MesoFormulaPatient *said,
                                               char **screening_out, GError **error);

G_END_DECLS
