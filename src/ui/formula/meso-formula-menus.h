/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"

G_BEGIN_DECLS

/* (transfer full): the versions of a recipe, newest first, for `page.show-version` (i) */
GMenuModel *meso_formula_menus_new_versions (MesoContext *context, int newest);
/* (transfer full): what a formula can start from, for `page.start-from` (u), the place in templates (element-type MesoFormulaVersion);
 * without the recipe itself (nullable) */
GMenuModel *meso_formula_menus_new_starts   (const GPtrArray *templates, const char *formula_id);

G_END_DECLS
