/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-interview.h"

G_BEGIN_DECLS

struct _MesoInterview
{
  MesoProtocol *protocol;
  MesoCalendarDate today;
  MesoQuestionnaireResponse *response;
  GPtrArray *order;               /* const MesoQuestion: all of them, as they are asked */
  GHashTable *skipped;            /* ids of questions that were passed over */
  GPtrArray *proposals;           /* (nullable): MesoAnswerProposal: what the record suggests */
  GPtrArray *typed;               /* MesoAnswerProposal: what was typed before the questions, which goes before the record */
};

/* Whether the question is asked as things stand. */
gboolean meso_interview_asks (const MesoInterview *self, const MesoQuestion *question);

G_END_DECLS
