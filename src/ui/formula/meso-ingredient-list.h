/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-ingredient-row.h"

G_BEGIN_DECLS

/**
 * MesoIngredientList:
 *
 * The formulary by group, with a search that adds: type, Enter. Signal `added` (row of the mixture): something was picked, new or there
 * already.
 */
#define MESO_TYPE_INGREDIENT_LIST (meso_ingredient_list_get_type ())
G_DECLARE_FINAL_TYPE (MesoIngredientList, meso_ingredient_list, MESO, INGREDIENT_LIST, AdwBin)

void meso_ingredient_list_bind         (MesoIngredientList *self, MesoContext *context, MesoFormulaEditor *editor);
void meso_ingredient_list_grab_search  (MesoIngredientList *self);

G_END_DECLS
