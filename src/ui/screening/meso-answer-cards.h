/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-answer-key.h"
#include "meso-context.h"
#include "meso-question.h"

G_BEGIN_DECLS

/**
 * MesoAnswerCards:
 *
 * The answers to one question as cards: in a row, below one another where it is narrow, and in a grid where each has a picture.
 * Signal `chosen (answer)`: a MesoAnswer, the cards' own.
 */
#define MESO_TYPE_ANSWER_CARDS (meso_answer_cards_get_type ())
G_DECLARE_FINAL_TYPE (MesoAnswerCards, meso_answer_cards, MESO, ANSWER_CARDS, GtkBox)

/* today: the day the answers are about; unknown: whether there is a card for “Don’t know” */
void     meso_answer_cards_set        (MesoAnswerCards *self, MesoContext *context, const MesoQuestion *question,
                                       MesoCalendarDate today, gboolean unknown);
/* answer (nullable): what stands; suggested (nullable): what the record says, which is no answer yet */
void     meso_answer_cards_show       (MesoAnswerCards *self, const MesoAnswer *answer, const MesoAnswer *suggested);
/* FALSE when no card is meant by that key */
gboolean meso_answer_cards_press      (MesoAnswerCards *self, MesoAnswerKey key, guint number);
void     meso_answer_cards_set_narrow (MesoAnswerCards *self, gboolean narrow);
/* Whether one of them is the answer, or what the record suggests. */
gboolean meso_answer_cards_has_chosen (MesoAnswerCards *self);
/* Onto the answer that stands, else what is suggested, else the first. */
void     meso_answer_cards_focus      (MesoAnswerCards *self);

G_END_DECLS
