/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-answer-key.h"
#include "meso-context.h"
#include "meso-interview.h"

G_BEGIN_DECLS

/**
 * MesoQuestionPage:
 *
 * One question, or a few numbers that are read together: the answers as cards or fields, what the record says, why it is asked, how
 * to find out, and what was found so far. Signal `answered (question, answer)`: a MesoQuestion of the page, and a MesoAnswer, the
 * page's, or %NULL for none; signal `forward`: the next one, please.
 */
#define MESO_TYPE_QUESTION_PAGE (meso_question_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoQuestionPage, meso_question_page, MESO, QUESTION_PAGE, AdwNavigationPage)

MesoQuestionPage   *meso_question_page_new          (MesoContext *context, MesoInterview *interview, const MesoQuestion *question);
/* The one that names the page. */
const MesoQuestion *meso_question_page_get_question (MesoQuestionPage *self);
/* As things stand now: the place among the questions, the answer, what was found. */
void                meso_question_page_refresh      (MesoQuestionPage *self);
/* A line in sight above the answers, read aloud too: what has happened to other answers. NULL takes it away. */
void                meso_question_page_say          (MesoQuestionPage *self, const char *text);
gboolean            meso_question_page_press        (MesoQuestionPage *self, MesoAnswerKey key, guint number);
void                meso_question_page_set_narrow   (MesoQuestionPage *self, gboolean narrow);
/* Onto the answer that stands, else the first; onto the field where something is to be typed. */
void                meso_question_page_focus        (MesoQuestionPage *self);

G_END_DECLS
