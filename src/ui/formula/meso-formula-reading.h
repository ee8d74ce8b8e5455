/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-formula-check.h"
#include "meso-formula-draft.h"
#include "meso-formula-entry.h"

G_BEGIN_DECLS

/**
 * MesoFormulaItemReading:
 * @ingredient: (nullable): what it is, or @product (nullable); both %NULL for what the formulary no longer lists
 * @salt: (nullable): the salt that its fields are of; @salt_gone: one that the formulary no longer lists
 * @strength: what keeps the text of that field from being used, and so on
 * @complete: whether the item takes part in the check; the fields below are set then only
 * @stock: the strength as read, of the salt where there is one; mantissa 0 while it can't be
 * @elemental: the same without the salt
 * @amount: what @volume_ul holds, elemental; for a product 0
 * @weighed: how much of the salt that is; without one as @amount
 * @total: what the whole syringe holds of the ingredient
 * @limit: the lower of its caps, in the ingredient's unit; 0 when there is none, or none that can be known without a weight
 * @findings: (element-type MesoFormulaFinding): those that stand at this row: what is said of one or two ingredients, once, at the
 *   last of their rows
 * @conflict: it must not be mixed with something else here; @blocked: some finding about it blocks
 *
 * One row of the mixture, worked out.
 */
typedef struct
{
  const MesoIngredient *ingredient;
  const MesoProduct *product;
  const MesoSalt *salt;
  gboolean salt_gone;
  MesoFormulaProblem strength;
  MesoFormulaProblem volume;
  MesoFormulaProblem amount_problem;
  gboolean complete;
  MesoStrength stock;
  MesoStrength elemental;
  gint64 volume_ul;
  MesoQuantity amount;
  MesoQuantity weighed;
  gboolean exact;
  MesoStrength final;
  MesoQuantity total;
  gint64 limit;
  GPtrArray *findings;
  gboolean conflict;
  gboolean blocked;
} MesoFormulaItemReading;

/**
 * MesoFormulaReading:
 * @items: (element-type MesoFormulaItemReading): one for each item of the draft
 * @formula: what could be read, as it was checked; @facts: the patient as the check knew them
 * @check: (nullable): of what could be read; %NULL when nothing could, or the amounts can't be held
 * @missing: fields that are still empty; @faults: fields that can't be read
 * @of_whole: (element-type MesoFormulaFinding): the findings that stand at no row
 * @total_ul: volume of the syringe, @diluent_ul: of the diluent in it
 * @blocks: findings that block, @warnings: that warn
 * @anaesthetic_permille: sum of the anaesthetics' shares of their limits, rounded up; -1 when there is none
 *
 * All that follows from a draft. Immutable. What can't be read is left out, so that the rest goes on being checked.
 */
typedef struct
{
  GPtrArray *items;
  GPtrArray *of_whole;
  MesoFormulaProblem to_volume;
  MesoFormulaProblem points;
  MesoFormulaProblem per_point;
  MesoFormulaProblem dead_space;
  MesoFormulaProblem weight;
  MesoFormula *formula;
  MesoFormulaPatient facts;
  MesoFormulaCheck *check;
  gboolean too_large;
  guint missing;
  guint faults;
  gint64 total_ul;
  gint64 diluent_ul;
  guint components;
  guint blocks;
  guint warnings;
  int anaesthetic_permille;
} MesoFormulaReading;

/* facts (nullable): what the record knows of the patient; NULL for a recipe of the clinic. Pure. */
MesoFormulaReading *meso_formula_reading_new      (const MesoProtocol *protocol, const MesoFormulaDraft *draft,
                                                   const MesoFormulaPatient *facts, const char *language);
void                meso_formula_reading_free     (MesoFormulaReading *self);
/* Whether what is written can be stored: all of it is read, and nothing blocks. */
gboolean            meso_formula_reading_can_save (const MesoFormulaReading *self);
/* Share of the limit in percent: never 100 for what is over it. */
int                 meso_formula_item_reading_get_percent (const MesoFormulaItemReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoFormulaReading, meso_formula_reading_free)

G_END_DECLS
