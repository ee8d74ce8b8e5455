/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-formula-editor.h"

G_BEGIN_DECLS

/**
 * MesoFormulaBuilder:
 *
 * Where a formula is built: ingredients, syringe, mixture, findings, patient, sums. Properties `folded` (the ingredients are behind a
 * button), `stacked` and `tight` (as of #MesoMixtureView). Signal `removed`: a finding's remedy took something out, and the focus needs
 * a place.
 */
#define MESO_TYPE_FORMULA_BUILDER (meso_formula_builder_get_type ())
G_DECLARE_FINAL_TYPE (MesoFormulaBuilder, meso_formula_builder, MESO, FORMULA_BUILDER, AdwBin)

void meso_formula_builder_bind       (MesoFormulaBuilder *self, MesoContext *context, MesoFormulaEditor *editor);
/* The field that is to be filled first */
void meso_formula_builder_grab_first (MesoFormulaBuilder *self);
/* The name of the recipe */
void meso_formula_builder_grab_name  (MesoFormulaBuilder *self);
/* Before it is stored: takes in what is still being written. FALSE when something stays open, which has the focus then. */
gboolean meso_formula_builder_settle (MesoFormulaBuilder *self);
/* What keeps the formula from being stored: a text, or else a finding */
void meso_formula_builder_grab_fault (MesoFormulaBuilder *self);

G_END_DECLS
