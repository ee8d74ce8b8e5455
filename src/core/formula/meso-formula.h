/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-quantity.h"

G_BEGIN_DECLS

/**
 * MesoFormulaItem:
 * @ingredient: (nullable): an ingredient's id, or
 * @product: (nullable): a product's id
 * @salt: (nullable): a salt of @ingredient that @strength and @amount are of; %NULL: they are of the ingredient itself
 * @strength: (nullable): as typed; with @ingredient only
 * @volume: (nullable): as typed; exactly one of @volume and @amount for an ingredient, @volume for a product
 * @amount: (nullable): as typed
 *
 * One line of a recipe, as it was typed; what is derived from it is in #MesoFormulaCheck.
 */
typedef struct
{
  char *ingredient;
  char *product;
  char *strength;
  char *volume;
  char *amount;
  char *salt;
} MesoFormulaItem;

/**
 * MesoFormula:
 * @items: (element-type MesoFormulaItem)
 * @diluent: (nullable): a diluent's ingredient id, and @to_volume as typed
 * @points: number of injection points; 0 when not said
 * @volume_per_point: (nullable): as typed; @dead_space: (nullable): as typed
 *
 * A recipe: what goes into one syringe, as typed.
 */
typedef struct
{
  GPtrArray *items;
  char *diluent;
  char *to_volume;
  int points;
  char *volume_per_point;
  char *dead_space;
} MesoFormula;

MesoFormulaItem *meso_formula_item_new  (void);
MesoFormulaItem *meso_formula_item_copy (const MesoFormulaItem *self);
void             meso_formula_item_free (MesoFormulaItem *self);
MesoFormula     *meso_formula_new       (void);
MesoFormula     *meso_formula_copy      (const MesoFormula *self);
void             meso_formula_free      (MesoFormula *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoFormulaItem, meso_formula_item_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoFormula, meso_formula_free)

G_END_DECLS
