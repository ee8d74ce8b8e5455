/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoFormulaPage:
 *
 * Builds a formula with live findings.
 */
#define MESO_TYPE_FORMULA_PAGE (meso_formula_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoFormulaPage, meso_formula_page, MESO, FORMULA_PAGE, AdwNavigationPage)

MesoFormulaPage *meso_formula_page_new (MesoContext *context, const char *patient, const char *formula);

G_END_DECLS
