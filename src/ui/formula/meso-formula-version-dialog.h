/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-formula-version.h"

G_BEGIN_DECLS

/**
 * MesoFormulaVersionDialog:
 *
 * A stored version of a recipe, to be looked at. Signal `start-from` (version: a #MesoFormulaVersion, not owned).
 */
#define MESO_TYPE_FORMULA_VERSION_DIALOG (meso_formula_version_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MesoFormulaVersionDialog, meso_formula_version_dialog, MESO, FORMULA_VERSION_DIALOG, AdwDialog)

MesoFormulaVersionDialog *meso_formula_version_dialog_new (MesoContext *context, const char *formula_id, int version);

G_END_DECLS
