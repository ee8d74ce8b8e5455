/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-formula-draft.h"

G_BEGIN_DECLS

/**
 * MesoFormulaGiveDialog:
 *
 * Checks a mixture with what is known of another patient, says what was found, and goes on to that patient's formula with it. Nothing is
 * stored before it is saved there.
 */
#define MESO_TYPE_FORMULA_GIVE_DIALOG (meso_formula_give_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MesoFormulaGiveDialog, meso_formula_give_dialog, MESO, FORMULA_GIVE_DIALOG, AdwDialog)

/* patient: an id; formula: the mixture; name: of the recipe, "" for none */
MesoFormulaGiveDialog *meso_formula_give_dialog_new (MesoContext *context, const char *patient, const MesoFormula *formula, const char *name);

G_END_DECLS
