/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoFormulasPage:
 *
 * Recipes of patients and of the clinic, and the formulary that they draw on.
 */
#define MESO_TYPE_FORMULAS_PAGE (meso_formulas_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoFormulasPage, meso_formulas_page, MESO, FORMULAS_PAGE, AdwNavigationPage)

MesoFormulasPage *meso_formulas_page_new (MesoContext *context);

G_END_DECLS
