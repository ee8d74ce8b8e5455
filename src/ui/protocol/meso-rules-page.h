/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoRulesPage:
 *
 * Every rule of the screening, strictest outcome first, to search and to open. A page of #AdwPreferencesDialog.
 */
#define MESO_TYPE_RULES_PAGE (meso_rules_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoRulesPage, meso_rules_page, MESO, RULES_PAGE, AdwNavigationPage)

MesoRulesPage *meso_rules_page_new (MesoContext *context);

G_END_DECLS
