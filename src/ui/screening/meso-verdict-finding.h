/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-protocol.h"
#include "meso-questionnaire-response.h"
#include "meso-verdict.h"

G_BEGIN_DECLS

/**
 * MesoVerdictFinding:
 *
 * One finding: its reason and what it means at a glance; opened, what to do, which answers led to it, and where it comes from.
 */
#define MESO_TYPE_VERDICT_FINDING (meso_verdict_finding_get_type ())
G_DECLARE_FINAL_TYPE (MesoVerdictFinding, meso_verdict_finding, MESO, VERDICT_FINDING, AdwExpanderRow)

/* protocol: the content that the finding comes from; response (nullable): what was answered */
GtkWidget  *meso_verdict_finding_new        (MesoContext *context, const MesoProtocol *protocol, const MesoFinding *finding,
                                             const MesoQuestionnaireResponse *response);
/* Narrow, what it means stands below the reason instead of beside it. */
void        meso_verdict_finding_set_narrow (MesoVerdictFinding *self, gboolean narrow);
/* One more line when opened. */
void        meso_verdict_finding_add_text   (MesoVerdictFinding *self, const char *heading, const char *text);
/* A button when opened, for what a physician may do about it: target is the finding's rule. */
void        meso_verdict_finding_add_action (MesoVerdictFinding *self, const char *label, const char *action_name, const char *target);
/* It was answered: the tag says so instead. */
void        meso_verdict_finding_set_answered (MesoVerdictFinding *self, const char *word);

G_END_DECLS
