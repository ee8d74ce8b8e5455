/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-interview.h"

G_BEGIN_DECLS

/* What stands around a question. */

/* (transfer none): "Health" */
const char *meso_question_get_section (MesoInterview *interview, const MesoQuestion *question);
/* (transfer full) (nullable): which answer opened it: "Asked because of “Yes” to: …" */
char       *meso_question_dup_opened_by (MesoContext *context, MesoInterview *interview, const MesoQuestion *question);
/* (transfer full): what the record says about it: "From the record: warfarin, prescribed. Is it still so?" */
char       *meso_question_dup_known   (MesoContext *context, MesoInterview *interview, const MesoAnswerProposal *proposal);
/* Whether each of its choices has a picture. */
gboolean    meso_question_is_scale    (const MesoQuestion *question);

/* (transfer full) (nullable): why a day can hardly be meant, since what opened the question is about a shorter time */
char *meso_question_dup_doubt (MesoContext *context, MesoInterview *interview, const MesoQuestion *question, MesoCalendarDate day);

G_END_DECLS
