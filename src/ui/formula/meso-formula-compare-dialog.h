/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-formula-editor.h"

G_BEGIN_DECLS

/**
 * MesoFormulaCompareDialog:
 *
 * What any two versions of a recipe don't have in common, and what is written now: lines that came, went and changed, findings too.
 */
#define MESO_TYPE_FORMULA_COMPARE_DIALOG (meso_formula_compare_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MesoFormulaCompareDialog, meso_formula_compare_dialog, MESO, FORMULA_COMPARE_DIALOG, AdwDialog)

/* editor: with a recipe that is stored; what is written in it now can be chosen like a version */
MesoFormulaCompareDialog *meso_formula_compare_dialog_new (MesoContext *context, MesoFormulaEditor *editor);

G_END_DECLS
