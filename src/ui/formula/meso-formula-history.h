/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-formula-draft.h"
#include "meso-formula-entry.h"

G_BEGIN_DECLS

typedef enum {
  MESO_FORMULA_STEP_ADD,
  MESO_FORMULA_STEP_REMOVE,
  MESO_FORMULA_STEP_EDIT,        /* a field of an item, or of the whole */
  MESO_FORMULA_STEP_ALLERGIES,
  MESO_FORMULA_STEP_START_FROM,
  MESO_FORMULA_STEP_SALT,        /* what an item is weighed as */
  MESO_FORMULA_STEP_SCALE,
  MESO_FORMULA_STEP_MARKS,       /* rounded to the marks of the syringes */
} MesoFormulaStepKind;

/**
 * MesoFormulaStep:
 * @field: for %MESO_FORMULA_STEP_EDIT
 * @subject: (nullable): the ingredient or product it was done to, or the name of the recipe that was started from
 *
 * One step that can be undone, for its name.
 */
typedef struct
{
  MesoFormulaStepKind kind;
  MesoFormulaField field;
  char *subject;
} MesoFormulaStep;

/**
 * MesoFormulaHistory:
 *
 * What was done to a draft, step by step.
 */
typedef struct _MesoFormulaHistory MesoFormulaHistory;

MesoFormulaHistory     *meso_formula_history_new      (void);
void                    meso_formula_history_free     (MesoFormulaHistory *self);
void                    meso_formula_history_clear    (MesoFormulaHistory *self);
/* A step was done; what was undone before is forgotten. merge: it goes on with the step before, whose name stays. */
void                    meso_formula_history_push     (MesoFormulaHistory *self, const MesoFormulaStep *step, gboolean merge,
                                                       const MesoFormulaDraft *before, const MesoFormulaDraft *after);
/* Going back past a save goes on from the version that was saved. */
void                    meso_formula_history_rebase   (MesoFormulaHistory *self, const char *formula_id, int version);
/* (nullable): NULL when there is nothing to undo, or redo */
const MesoFormulaStep  *meso_formula_history_get_undo (const MesoFormulaHistory *self);
const MesoFormulaStep  *meso_formula_history_get_redo (const MesoFormulaHistory *self);
/* (nullable): the draft to go to */
const MesoFormulaDraft *meso_formula_history_undo     (MesoFormulaHistory *self);
const MesoFormulaDraft *meso_formula_history_redo     (MesoFormulaHistory *self);

G_END_DECLS
