/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-formula-history.h"
#include "meso-formula-reading.h"

G_BEGIN_DECLS

/* How the formula builder writes things, in the language and digits of the window. All (transfer full). */

/* The name of an ingredient or a product of the formulary; the id itself for what it no longer lists */
char *meso_formula_wording_name     (MesoContext *context, const char *id);
/* "10 mg of Zinc sulfate heptahydrate": what was weighed of a line with a salt */
char *meso_formula_wording_salt     (MesoContext *context, const MesoFormulaLine *line);
/* "5 mg", "2.5 mL", "0.2 mg/mL": for a place of its own; meso_text_isolate () inside of a sentence */
char *meso_formula_wording_quantity (MesoContext *context, MesoQuantity quantity);
char *meso_formula_wording_volume   (MesoContext *context, gint64 volume_ul);
char *meso_formula_wording_strength (MesoContext *context, MesoStrength strength);
/* Four digits, with "≈" where that isn't all */
char *meso_formula_wording_short_strength (MesoContext *context, MesoStrength strength);
char *meso_formula_wording_weight   (MesoContext *context, gint64 weight_g);
char *meso_formula_wording_percent  (MesoContext *context, int percent);
/* tenths: 505 is "50.5 %" */
char *meso_formula_wording_permille (MesoContext *context, int permille);
/* "cap 3 mg", "cap 0.5 mg, no source", "no source" */
char *meso_formula_wording_cap      (MesoContext *context, const MesoIngredient *ingredient);
/* Whether a source key names somebody who can be looked up */
gboolean meso_formula_wording_has_source (const char *source);
/* (nullable): NULL for what is no fault. ingredient (nullable) */
char *meso_formula_wording_problem  (MesoFormulaField field, MesoFormulaProblem problem, const MesoIngredient *ingredient);
/* "add Zinc", "change the volume of Zinc" */
char *meso_formula_wording_step     (MesoContext *context, const MesoFormulaStep *step);

G_END_DECLS
