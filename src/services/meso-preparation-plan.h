/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-formula-version.h"
#include "meso-lot-use.h"
#include "meso-lot.h"
#include "meso-preparation.h"

G_BEGIN_DECLS

/**
 * MesoPreparationCandidate:
 * @use: whether it may be drawn from now, or why not
 * @findings: (element-type MesoFormulaFinding): what its own label says against this patient or this formula, in the language asked for,
 *   what blocks first: it isn't drawn from then
 *
 * A lot that fits a line of the formula.
 */
typedef struct
{
  MesoLot *lot;
  MesoLotUse use;
  GPtrArray *findings;
} MesoPreparationCandidate;

/**
 * MesoPreparationPart:
 * @item: its index in the formula's items; %MESO_PREPARATION_DILUENT for the diluent
 * @name: what it is, in the language asked for
 * @strength: (nullable): as typed; %NULL for a product and the diluent
 * @volume_ul: what the formula's version wants of it
 * @candidates: (element-type MesoPreparationCandidate): lots that fit: usable ones first, each in the order that they are to be used up
 * @picks: (element-type MesoPreparationDraw): what is proposed, first-expiry-first-out
 * @short_ul: what no usable lot covers
 *
 * One line of the formula, and where it may be drawn from.
 */
typedef struct
{
  guint item;
  char *name;
  char *strength;
  gint64 volume_ul;
  GPtrArray *candidates;
  GPtrArray *picks;
  gint64 short_ul;
} MesoPreparationPart;

/**
 * MesoPreparationBar:
 * @MESO_PREPARATION_OPEN: nothing speaks against it
 * @MESO_PREPARATION_NO_PATIENT: a recipe of the clinic: it has to be stored for a patient first
 * @MESO_PREPARATION_BLOCKED: this version never passed its check
 * @MESO_PREPARATION_FORBIDDEN: it passed, but with what is known of the patient today it doesn't
 * @MESO_PREPARATION_DO_NOT_TREAT: the patient's screening says: do not treat
 *
 * What keeps a formula from being prepared.
 */
typedef enum {
  MESO_PREPARATION_OPEN,
  MESO_PREPARATION_NO_PATIENT,
  MESO_PREPARATION_BLOCKED,
  MESO_PREPARATION_FORBIDDEN,
  MESO_PREPARATION_DO_NOT_TREAT,
} MesoPreparationBar;

/**
 * MesoPreparationPlan:
 * @version: the version of the formula, and @patient (nullable) whose it is
 * @parts: (element-type MesoPreparationPart): the items in the formula's order, the diluent last; what has no volume is left out
 * @facts: (nullable): what is known of the patient today
 * @check: (nullable): the formula checked with what is known of the patient today
 * @bar: what keeps it from being prepared now, and @forbids (nullable) the sentence of the finding that does, in the language asked for:
 *   only with %MESO_PREPARATION_BLOCKED and %MESO_PREPARATION_FORBIDDEN
 * @mixed_at: now, UTC; @use_before: the latest that may be proposed: four hours later, or earlier where a container has to be discarded before
 * @needs_check: whether another person has to have checked it
 *
 * What preparing a formula takes today.
 */
typedef struct
{
  MesoFormulaVersion *version;
  MesoPatient *patient;
  GPtrArray *parts;
  MesoFormulaPatient *facts;
  MesoFormulaCheck *check;
  MesoPreparationBar bar;
  char *forbids;
  char *mixed_at;
  char *use_before;
  gboolean needs_check;
} MesoPreparationPlan;

void meso_preparation_candidate_free (MesoPreparationCandidate *self);
/* (transfer none) (nullable): why it must not be drawn from, whatever is left of it */
const MesoFormulaFinding *meso_preparation_candidate_get_bar (const MesoPreparationCandidate *self);
void meso_preparation_part_free      (MesoPreparationPart *self);
void meso_preparation_plan_free      (MesoPreparationPlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoPreparationPlan, meso_preparation_plan_free)

G_END_DECLS
