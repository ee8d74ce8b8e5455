/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-formula-version.h"
#include "meso-formula-check.h"
#include "meso-formula.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/* draft: all but formula_id, version, created_at and created_by; formula_id NULL begins a new recipe, else it is its next
 * version. (transfer full): as stored */
MesoFormulaVersion *meso_formula_repository_insert (MesoStoreContext *context, const char *staff, const MesoFormulaVersion *draft, GError **error);
/* version 0: the latest */
MesoFormulaVersion *meso_formula_repository_get    (MesoStoreContext *context, const char *formula_id, int version, GError **error);
/* (nullable): NULL without error when there is none */
MesoFormulaVersion *meso_formula_repository_latest_of_patient (MesoStoreContext *context, const char *patient, GError **error);
/* (element-type MesoFormulaVersion): the latest version of each recipe of the patient, newest first */
GPtrArray          *meso_formula_repository_list   (MesoStoreContext *context, const char *patient, GError **error);
/* A recipe of the clinic: no longer offered, or offered again */
gboolean            meso_formula_repository_set_retired (MesoStoreContext *context, const char *staff, const char *formula_id,
                                                         gboolean retired, GError **error);

G_END_DECLS
