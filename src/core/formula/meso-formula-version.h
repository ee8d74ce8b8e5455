/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-formula-check.h"

G_BEGIN_DECLS

/**
 * MesoFormulaVersion:
 * @formula_id: the recipe, and @version its edition: 1, 2 …
 * @patient: (nullable): whose it is; %NULL for a recipe of the clinic
 * @screening: (nullable): the screening whose exclusions were used
 * @protocol_hash: the protocol it was checked with
 * @retired: a recipe of the clinic that is no longer offered, whichever its version
 * @formula: as typed, @check: what followed from it, @facts: the patient as the check knew them
 *
 * One version of a recipe with its check. Never changes: an edit is the next version.
 */
typedef struct
{
  char *formula_id;
  int version;
  char *name;
  char *patient;
  char *screening;
  char *protocol_hash;
  char *created_at;
  char *created_by;
  gboolean retired;
  MesoFormula *formula;
  MesoFormulaPatient *facts;
  MesoFormulaCheck *check;
} MesoFormulaVersion;

MesoFormulaVersion *meso_formula_version_new  (void);   /* all NULL; the fields own what is put into them */
void                meso_formula_version_free (MesoFormulaVersion *self);

/* Says its findings in a language. protocol: the one it was checked with */
void                meso_formula_version_retell (MesoFormulaVersion *self, const MesoProtocol *protocol, const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoFormulaVersion, meso_formula_version_free)

G_END_DECLS
