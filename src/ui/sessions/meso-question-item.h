/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-answer-proposal.h"
#include "meso-answer.h"
#include "meso-context.h"
#include "meso-question.h"

G_BEGIN_DECLS

/**
 * MesoQuestionItem:
 *
 * One question as rows of a list: its words with the answers beside them, and below it the field where a day or a number is typed.
 * Y, N and U answer by key. Signals: `answered`, and `answered-by-key` after it, where the next question may be gone to.
 */
#define MESO_TYPE_QUESTION_ITEM (meso_question_item_get_type ())
G_DECLARE_FINAL_TYPE (MesoQuestionItem, meso_question_item, MESO, QUESTION_ITEM, GObject)

/* day: the day that the answer is about; question: the content's */
MesoQuestionItem   *meso_question_item_new          (MesoContext *context, const MesoQuestion *question, MesoCalendarDate day);
const MesoQuestion *meso_question_item_get_question (MesoQuestionItem *self);
void                meso_question_item_add_to       (MesoQuestionItem *self, AdwPreferencesGroup *group);
void                meso_question_item_remove_from  (MesoQuestionItem *self, AdwPreferencesGroup *group);
/* The answers stand below the question, not beside it. */
void                meso_question_item_set_narrow   (MesoQuestionItem *self, gboolean narrow);
void                meso_question_item_set_visible  (MesoQuestionItem *self, gboolean visible);
gboolean            meso_question_item_get_visible  (MesoQuestionItem *self);
/* (nullable) (transfer full): what is answered here; NULL for nothing, and for what can't be read */
MesoAnswer         *meso_question_item_dup_answer   (MesoQuestionItem *self);
void                meso_question_item_set_answer   (MesoQuestionItem *self, const MesoAnswer *answer);
/* Whether something was typed that is no answer. */
gboolean            meso_question_item_has_fault    (MesoQuestionItem *self);
/* proposal (nullable): what the record says of it is shown: to be confirmed by an answer, none itself */
void                meso_question_item_show_known   (MesoQuestionItem *self, const MesoAnswerProposal *proposal);
/* Says at the question that it is open, or that no longer. */
void                meso_question_item_insist       (MesoQuestionItem *self, gboolean insist);
/* Says at the question what is wrong with its answer; NULL: nothing. */
void                meso_question_item_say          (MesoQuestionItem *self, const char *fault);
void                meso_question_item_focus        (MesoQuestionItem *self);

G_END_DECLS
