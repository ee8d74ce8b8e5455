/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-rule-entry.h"

G_BEGIN_DECLS

/* The sections of a rule's page. Each is an #AdwPreferencesGroup; what can be done there are the page's actions "rule.change" (u),
 * "rule.restore" (u), "rule.switch-off", "rule.switch-on", "rule.remove". */

/* When one case speaks, what it gives, why, and what to do. number: from 1 */
GtkWidget *meso_rule_section_new_case   (MesoContext *context, const MesoRuleEntry *entry, guint number);
/* Where it comes from, and what a clinic may therefore do with it. */
GtkWidget *meso_rule_section_new_origin (MesoContext *context, const MesoRuleEntry *entry);
/* Who signed it, and whether it still is what was signed. */
GtkWidget *meso_rule_section_new_review (MesoContext *context, const MesoRuleEntry *entry);

G_END_DECLS
