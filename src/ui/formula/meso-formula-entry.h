/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-formula.h"
#include "meso-protocol.h"

G_BEGIN_DECLS

typedef enum {
  MESO_FORMULA_FIELD_STRENGTH,
  MESO_FORMULA_FIELD_VOLUME,
  MESO_FORMULA_FIELD_AMOUNT,
  MESO_FORMULA_FIELD_TO_VOLUME,
  MESO_FORMULA_FIELD_POINTS,
  MESO_FORMULA_FIELD_PER_POINT,
  MESO_FORMULA_FIELD_DEAD_SPACE,
  MESO_FORMULA_FIELD_WEIGHT,
  MESO_FORMULA_FIELD_NAME,
} MesoFormulaField;

/**
 * MesoFormulaProblem:
 * @MESO_FORMULA_PROBLEM_EMPTY: nothing is written yet; no fault of anybody's
 * @MESO_FORMULA_PROBLEM_AMBIGUOUS: "1,500": a thousand or a fraction
 * @MESO_FORMULA_PROBLEM_PER_ML: an amount where a strength should be
 * @MESO_FORMULA_PROBLEM_WRONG_KIND: it can be read, but not as this ("5 IU" of what is weighed)
 * @MESO_FORMULA_PROBLEM_RANGE: zero, more than can be, or finer than can be held
 *
 * What keeps a text from being used.
 */
typedef enum {
  MESO_FORMULA_PROBLEM_NONE,
  MESO_FORMULA_PROBLEM_EMPTY,
  MESO_FORMULA_PROBLEM_NO_NUMBER,
  MESO_FORMULA_PROBLEM_AMBIGUOUS,
  MESO_FORMULA_PROBLEM_NO_UNIT,
  MESO_FORMULA_PROBLEM_UNIT,
  MESO_FORMULA_PROBLEM_PER_ML,
  MESO_FORMULA_PROBLEM_WRONG_KIND,
  MESO_FORMULA_PROBLEM_ZERO,
  MESO_FORMULA_PROBLEM_RANGE,
} MesoFormulaProblem;

/* Pure; text (nullable) as typed. For an ingredient's own fields; salt (nullable): the salt of it that they are of. */
MesoFormulaProblem meso_formula_entry_read_strength (const MesoIngredient *ingredient, const MesoSalt *salt, const char *text,
                                                     MesoStrength *strength_out);
MesoFormulaProblem meso_formula_entry_read_amount   (const MesoIngredient *ingredient, const MesoSalt *salt, const char *text);
MesoFormulaProblem meso_formula_entry_read_volume   (const char *text, gboolean zero_allowed);
MesoFormulaProblem meso_formula_entry_read_points   (const char *text, int *points_out);
/* kilograms, with or without "kg" */
MesoFormulaProblem meso_formula_entry_read_weight   (const char *text, gint64 *weight_g_out);
/* A number with nothing behind it. */
gboolean           meso_formula_entry_is_bare       (const char *text);
/* (transfer full): what a text becomes, in plain sight, when its field is left: a bare volume is one of mL, and a unit in Persian words
 * stands in Latin letters */
char              *meso_formula_entry_complete      (const char *text, gboolean volume);

G_END_DECLS
