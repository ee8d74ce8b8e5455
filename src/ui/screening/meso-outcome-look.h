/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-provenance.h"
#include "meso-verdict.h"

G_BEGIN_DECLS

/* How an outcome is shown: a picture, a word and a colour together. */
const char *meso_outcome_get_icon_name (MesoOutcome outcome);
/* as #MesoTag knows them */
const char *meso_outcome_get_kind      (MesoOutcome outcome);
/* (transfer none): the verdict as a headline: "Not now" */
const char *meso_outcome_get_headline  (MesoOutcome outcome);
/* (transfer full): what a finding's tag says: "Not before 24 Nov" */
char       *meso_finding_dup_word      (MesoContext *context, const MesoFinding *finding);
/* (transfer full): "Source: the clinic's article. Evidence: weak …" */
char       *meso_provenance_dup_words  (MesoContext *context, const MesoProvenance *provenance);
/* The same of a finding: with its rule, as it stands in the content that the finding comes from. (transfer full) */
char       *meso_finding_dup_source    (MesoContext *context, const MesoProtocol *protocol, const MesoFinding *finding);
/* (transfer none): "Yes", "No", "Don’t know" */
const char *meso_answer_get_plain_word (MesoAnswerKind kind);
/* (transfer full): a number with its unit: "120 mmHg" */
char       *meso_number_dup_words      (MesoContext *context, const MesoQuestion *question, gint64 milli);
/* (transfer full): an answer as it is read: "Yes", "20 Nov 2026", "62 kg" */
char       *meso_answer_dup_words      (MesoContext *context, const MesoQuestion *question, const MesoAnswer *answer);
/* The first day from date on that the clinic is open; date itself when it never is. */
MesoCalendarDate meso_first_open_day   (MesoContext *context, MesoCalendarDate date);

G_END_DECLS
