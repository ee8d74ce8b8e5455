/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-formula-check.h"
#include "meso-formula.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/**
 * MesoFormulaVersion:
 * @formula_id: the recipe, and @version its edition: 1, 2 …
 * @patient: (nullable): whose it is; %NULL for a recipe of the clinic
 * @screening: (nullable): the screening whose exclusions were used
 * @protocol_hash: the protocol it was checked with
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
  MesoFormula *formula;
  MesoFormulaPatient *facts;
  MesoFormulaCheck *check;
} MesoFormulaVersion;

MesoFormulaVersion *meso_formula_version_new  (void);   /* all NULL; the fields own what is put into them */
void                meso_formula_version_free (MesoFormulaVersion *self);

/* draft: all but formula_id, version, created_at and created_by; formula_id NULL begins a new recipe, else it is its next
 * version. (transfer full): as stored */
MesoFormulaVersion *meso_formula_repository_insert (MesoStoreContext *context, const char *staff, const MesoFormulaVersion *draft, GError **error);
/* version 0: the latest */
MesoFormulaVersion *meso_formula_repository_get    (MesoStoreContext *context, const char *formula_id, int version, GError **error);
/* (nullable): NULL without error when there is none */
MesoFormulaVersion *meso_formula_repository_latest_of_patient (MesoStoreContext *context, const char *patient, GError **error);
/* (element-type MesoFormulaVersion): the latest version of each recipe of the patient, newest first */
GPtrArray          *meso_formula_repository_list   (MesoStoreContext *context, const char *patient, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoFormulaVersion, meso_formula_version_free)

G_END_DECLS
