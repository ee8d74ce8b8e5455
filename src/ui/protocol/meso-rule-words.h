/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"

G_BEGIN_DECLS

/* What a rule of the screening says, in words. protocol is the one that the rule is of. All (transfer full). */

/* What it is about: the first of its questions, or the fact that it goes by */
char *meso_rule_words_title    (MesoContext *context, const MesoProtocol *protocol, const MesoScreeningRule *rule);
/* What a condition asks, and what makes it hold: "Is the patient menstruating today?", "Yes" */
char *meso_rule_words_asks     (MesoContext *context, const MesoProtocol *protocol, const MesoCondition *condition);
char *meso_rule_words_holds    (MesoContext *context, const MesoProtocol *protocol, const MesoCondition *condition);
/* "Do not treat", "Not now: 7 days", "Zinc is left out". days: as that of a case, < 0 where none are counted */
char *meso_rule_words_outcome  (MesoContext *context, const MesoProtocol *protocol, MesoOutcome outcome, int days,
                                const char *ingredient);
/* The same of a case as it stands. */
char *meso_rule_words_case     (MesoContext *context, const MesoProtocol *protocol, const MesoRuleCase *rule_case);
/* (transfer none): "The clinic’s article", "Research", "This clinic" */
const char *meso_rule_words_origin (MesoOrigin origin);
/* All that can be searched for in it, in both languages, folded */
char *meso_rule_words_fold     (const MesoProtocol *protocol, const MesoScreeningRule *rule);

G_END_DECLS
