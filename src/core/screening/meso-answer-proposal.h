/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-answer.h"
#include "meso-protocol.h"

G_BEGIN_DECLS

/**
 * MesoAnswerProposal:
 * @question: a question's id
 * @answer: a yes, or a number; never a no, and never unknown
 * @items: (element-type MesoHealthItem): what of the record it comes from, each once; empty for the weight
 *
 * An answer that a patient's record suggests. It is one only once somebody has confirmed it.
 */
typedef struct
{
  char *question;
  MesoAnswer *answer;
  GPtrArray *items;
} MesoAnswerProposal;

/* health (nullable) (element-type MesoHealthItem), weight_g 0 when not known. (transfer full) (element-type MesoAnswerProposal): in the
 * form's order, at most one a question */
GPtrArray                *meso_answer_proposal_list (const MesoProtocol *protocol, const GPtrArray *health, gint64 weight_g,
                                                     MesoSex sex, MesoForm form);
/* (transfer none) (nullable) */
const MesoAnswerProposal *meso_answer_proposal_find (const GPtrArray *proposals, const char *question);
void                      meso_answer_proposal_free (MesoAnswerProposal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoAnswerProposal, meso_answer_proposal_free)

G_END_DECLS
