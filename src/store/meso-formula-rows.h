/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-formula-repository.h"
#include "meso-store-private.h"

G_BEGIN_DECLS

/* Private: the rows below a formula version's header. */

gboolean meso_formula_rows_insert (MesoStoreContext *context, const char *id, int version, const MesoFormulaVersion *draft, GError **error);
gboolean meso_formula_rows_load   (MesoStoreContext *context, MesoFormulaVersion *version, GError **error);

G_END_DECLS
