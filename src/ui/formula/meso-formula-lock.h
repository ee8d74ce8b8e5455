/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-formula-check.h"
#include "meso-formula-draft.h"

G_BEGIN_DECLS

/**
 * MesoFormulaLock:
 * @MESO_FORMULA_LOCK_EXCLUDED: the patient's screening rules it out
 * @MESO_FORMULA_LOCK_OWN_SYRINGE: it needs a syringe of its own, and something is in this one
 * @MESO_FORMULA_LOCK_TAKEN: what is in this syringe needs it for itself
 *
 * Why something of the formulary can't be added to a mixture.
 */
typedef enum {
  MESO_FORMULA_LOCK_NONE,
  MESO_FORMULA_LOCK_EXCLUDED,
  MESO_FORMULA_LOCK_BANNED,
  MESO_FORMULA_LOCK_OFF,
  MESO_FORMULA_LOCK_OWN_SYRINGE,
  MESO_FORMULA_LOCK_TAKEN,
} MesoFormulaLock;

/* Pure. facts (nullable) as in meso_formula_reading_new () */
MesoFormulaLock meso_formula_lock_find         (const MesoProtocol *protocol, const MesoFormulaDraft *draft,
                                                const MesoFormulaPatient *facts, const MesoIngredient *ingredient);
/* of a ready-made vial: the first lock of one of its components */
MesoFormulaLock meso_formula_lock_find_product (const MesoProtocol *protocol, const MesoFormulaDraft *draft,
                                                const MesoFormulaPatient *facts, const MesoProduct *product);
/* (transfer none): "Off until the clinic switches it on" */
const char     *meso_formula_lock_describe     (MesoFormulaLock lock);

G_END_DECLS
