/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-formula-check.h"

G_BEGIN_DECLS

/**
 * MesoFormulaPairsDialog:
 *
 * Every two ingredients of a mixture and what is known of them, what speaks against them first.
 */
#define MESO_TYPE_FORMULA_PAIRS_DIALOG (meso_formula_pairs_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MesoFormulaPairsDialog, meso_formula_pairs_dialog, MESO, FORMULA_PAIRS_DIALOG, AdwDialog)

MesoFormulaPairsDialog *meso_formula_pairs_dialog_new (MesoContext *context, const MesoFormulaCheck *check);

G_END_DECLS
