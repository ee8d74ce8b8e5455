/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-formula.h"
#include "meso-patient.h"
#include "meso-protocol.h"

G_BEGIN_DECLS

/**
 * MesoFormulaPatient:
 * @anybody: whether it is a recipe of the clinic, for whoever it will be made for: a weight that isn't known then doesn't block
 * @weight_g: body weight in whole grams; 0 when not known
 * @allergies: (nullable) (element-type utf8): %NULL when not asked, empty when none is known
 * @excluded: (element-type utf8) (nullable): ingredients that the verdict excludes
 *
 * What a check must know of the patient.
 */
typedef struct
{
  gboolean anybody;
  MesoSex sex;
  gint64 weight_g;
  GPtrArray *allergies;
  GPtrArray *excluded;
} MesoFormulaPatient;

MesoFormulaPatient *meso_formula_patient_new  (void);
MesoFormulaPatient *meso_formula_patient_copy (const MesoFormulaPatient *self);
void                meso_formula_patient_free (MesoFormulaPatient *self);

typedef enum {
  MESO_SEVERITY_INFO,
  MESO_SEVERITY_WARN,
  MESO_SEVERITY_BLOCK,
} MesoSeverity;

const char *meso_severity_to_string (MesoSeverity severity);
/* (transfer none) (nullable): the codes of findings in the order in which they are shown, a row for each severity that one can have;
 * %NULL behind the last */
const char *meso_formula_finding_get_code (guint index, MesoSeverity *severity_out);

/**
 * MesoFormulaFinding:
 * @code: one of the codes of the command line's contract
 * @ingredients: (element-type utf8): ids it concerns
 * @message: the sentence, in the language asked for
 */
typedef struct
{
  MesoSeverity severity;
  char *code;
  GPtrArray *ingredients;
  char *message;
  char *source;
} MesoFormulaFinding;

/* Whether both say the same of the same ingredients, whatever their numbers and their language */
gboolean meso_formula_finding_is_about_same (const MesoFormulaFinding *self, const MesoFormulaFinding *other);

/**
 * MesoFormulaLine:
 * @ingredient: what it is; a product expands into one line a component
 * @product: (nullable): the product it came from
 * @salt: (nullable): the salt that was weighed; @amount and @final_per_ml are elemental all the same
 * @salt_amount_ng: with @salt: how much of the salt that volume holds, rounded half-even to ng
 * @volume_ul: volume drawn, µL (for a product's component: of the product)
 * @amount: what that volume holds, rounded half-even to ng or mIU
 * @exact: whether @amount (with @salt: @salt_amount_ng) is what was asked for; for a line that asked for a volume, whether
 *   it wasn't rounded
 * @final_per_ml: ng or mIU per mL of the finished syringe, rounded half-even
 */
typedef struct
{
  char *ingredient;
  char *product;
  char *salt;
  gint64 salt_amount_ng;
  gint64 volume_ul;
  MesoQuantity amount;
  gboolean exact;
  gint64 final_per_ml;
} MesoFormulaLine;

/**
 * MesoFormulaCheck:
 * @total_volume_ul: volume of the finished syringe
 * @diluent_volume_ul: volume of diluent to add, 0 without one
 * @lines: (element-type MesoFormulaLine)
 * @findings: (element-type MesoFormulaFinding): block, then warn, then info; in a stable order
 */
typedef struct
{
  gboolean ok;
  gint64 total_volume_ul;
  gint64 diluent_volume_ul;
  GPtrArray *lines;
  GPtrArray *findings;
} MesoFormulaCheck;

/* Bad input is an error that names the place as a JSON path ("items[1].strength"). Pure. */
MesoFormulaCheck *meso_formula_check_new  (const MesoProtocol       *protocol,
                                           const MesoFormula        *formula,
                                           const MesoFormulaPatient *patient,
                                           const char               *language,
                                           GError                  **error);
/* (transfer full): to be filled in with what was stored */
MesoFormulaCheck *meso_formula_check_new_empty (void);
void              meso_formula_check_free (MesoFormulaCheck *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoFormulaCheck, meso_formula_check_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoFormulaPatient, meso_formula_patient_free)

G_END_DECLS
