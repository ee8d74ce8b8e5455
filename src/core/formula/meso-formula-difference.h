/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-formula-version.h"

G_BEGIN_DECLS

typedef enum {
  MESO_FORMULA_PART_NAME,
  MESO_FORMULA_PART_ITEM,        /* the whole of it: strength and volume or amount */
  MESO_FORMULA_PART_SALT,        /* ids of salts */
  MESO_FORMULA_PART_STRENGTH,
  MESO_FORMULA_PART_VOLUME,
  MESO_FORMULA_PART_AMOUNT,
  MESO_FORMULA_PART_DILUENT,     /* ids of ingredients */
  MESO_FORMULA_PART_TO_VOLUME,
  MESO_FORMULA_PART_POINTS,
  MESO_FORMULA_PART_PER_POINT,
  MESO_FORMULA_PART_DEAD_SPACE,
  MESO_FORMULA_PART_FINDING,     /* its sentences */
} MesoFormulaPart;

/**
 * MesoFormulaDifference:
 * @subject: (nullable): the ingredient or product it is about; for a finding its code
 * @before: (nullable): %NULL for what has come, @after: (nullable): %NULL for what has gone
 * @severity: of a finding
 *
 * One thing that two versions of a formula don't have in common.
 */
typedef struct
{
  MesoFormulaPart part;
  char *subject;
  char *before;
  char *after;
  MesoSeverity severity;
} MesoFormulaDifference;

/* (transfer full) (element-type MesoFormulaDifference): name, items in their order, the whole, then findings; empty for versions that
 * say the same. Pure. */
GPtrArray *meso_formula_difference_list (const MesoFormulaVersion *before, const MesoFormulaVersion *after);

G_END_DECLS
