/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-protocol-work.h"
#include "meso-rule-entry.h"

G_BEGIN_DECLS

/**
 * MesoRuleActPage:
 *
 * Asks a physician for the reason of a change to the protocol, and for what it is to be where there is a choice; then does it. What is
 * typed is kept as a draft. Signal `done`: it is stored.
 */
#define MESO_TYPE_RULE_ACT_PAGE (meso_rule_act_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoRuleActPage, meso_rule_act_page, MESO, RULE_ACT_PAGE, AdwNavigationPage)

/* work (transfer full): without why, outcome and days, which are asked here. entry (nullable): the rule, for all but files */
AdwNavigationPage *meso_rule_act_page_new (MesoContext *context, const MesoRuleEntry *entry, MesoProtocolWork *work);

G_END_DECLS
