/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"
#include "meso-rule-entry.h"

G_BEGIN_DECLS

/* A rule at a glance: its question, what it gives, where it comes from, and whether it was reviewed. A #GtkListBoxRow */
GtkWidget *meso_rule_row_new       (MesoContext *context, const MesoRuleEntry *entry);
/* (transfer full): "MENS · Not now: wait 7 days · Not reviewed" */
char      *meso_rule_summary_line  (MesoContext *context, const MesoRuleEntry *entry);
/* A tag for one outcome as it is set, and one for the state of the review */
GtkWidget *meso_rule_outcome_tag   (MesoContext *context, const MesoRuleEntry *entry, guint number);
GtkWidget *meso_rule_state_tag     (const MesoRuleEntry *entry);
/* (transfer full): all that the row shows, in either language */
char      *meso_rule_row_dup_key   (const MesoRuleEntry *entry);

G_END_DECLS
