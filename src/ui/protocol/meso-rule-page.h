/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoRulePage:
 *
 * One rule of the screening: when it speaks, what it gives, why, where it comes from. A physician signs it and changes it here, as far
 * as that is allowed. A page of #AdwPreferencesDialog.
 */
#define MESO_TYPE_RULE_PAGE (meso_rule_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoRulePage, meso_rule_page, MESO, RULE_PAGE, AdwNavigationPage)

AdwNavigationPage *meso_rule_page_new (MesoContext *context, const char *rule);

G_END_DECLS
