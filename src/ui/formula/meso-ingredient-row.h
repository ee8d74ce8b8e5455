/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-formula-editor.h"
#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoIngredientRow:
 *
 * Something that can go into a mixture: what it is for, its cap, and a button that adds it; or why it can't be added. Signal
 * `added` (row of the mixture).
 */
#define MESO_TYPE_INGREDIENT_ROW (meso_ingredient_row_get_type ())
G_DECLARE_FINAL_TYPE (MesoIngredientRow, meso_ingredient_row, MESO, INGREDIENT_ROW, AdwActionRow)

/* exactly one of the two */
GtkWidget *meso_ingredient_row_new     (MesoContext *context, MesoFormulaEditor *editor, const MesoIngredient *ingredient,
                                        const MesoProduct *product);
/* What the editor holds has changed. */
void       meso_ingredient_row_update  (MesoIngredientRow *self);
/* words (element-type utf8): folded, as meso_text_fold_words () gives them */
gboolean   meso_ingredient_row_matches (MesoIngredientRow *self, const GPtrArray *words);
gboolean   meso_ingredient_row_can_add (MesoIngredientRow *self);
void       meso_ingredient_row_add     (MesoIngredientRow *self);

G_END_DECLS
