/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-session-call.h"

G_BEGIN_DECLS

/**
 * MesoSessionQuestions:
 *
 * The short form as a part of the session's page: whether it is asked there, its draft, and the answers that are stored with the
 * session or by themselves. Out of sight where the day's questions are on record. Signals: `changed` by the person's hand,
 * `resumed` when a draft was taken up, `finished` when the last question was answered by key. Property `narrow`: answers stand below
 * their questions.
 */
#define MESO_TYPE_SESSION_QUESTIONS (meso_session_questions_get_type ())
G_DECLARE_FINAL_TYPE (MesoSessionQuestions, meso_session_questions, MESO, SESSION_QUESTIONS, AdwBin)

void      meso_session_questions_set_context    (MesoSessionQuestions *self, MesoContext *context);
/* facts: of that day; not kept */
void      meso_session_questions_show_facts     (MesoSessionQuestions *self, const MesoSessionFacts *facts, MesoCalendarDate day);
/* Whether they are asked here. */
gboolean  meso_session_questions_ask            (MesoSessionQuestions *self);
gboolean  meso_session_questions_ask_pressure   (MesoSessionQuestions *self);
/* texts: two (transfer full), replaced by the blood pressure that was typed here */
void      meso_session_questions_take_pressure  (MesoSessionQuestions *self, char **texts);
/* sentence (nullable) */
void      meso_session_questions_fault_pressure (MesoSessionQuestions *self, const char *sentence);
/* Whether the session can't be signed because of them. */
gboolean  meso_session_questions_is_missing     (MesoSessionQuestions *self);
/* How many of them are to be answered for that; one where it is what the answers say. */
guint     meso_session_questions_count_missing  (MesoSessionQuestions *self);
/* (transfer full) (nullable): what is to be stored with the session */
MesoQuestionnaireResponse *meso_session_questions_dup_answers (MesoSessionQuestions *self);
void      meso_session_questions_insist         (MesoSessionQuestions *self);
/* The first open question. FALSE where none is */
gboolean  meso_session_questions_focus          (MesoSessionQuestions *self);
void      meso_session_questions_flush          (MesoSessionQuestions *self);
/* The answers were stored, or are given anew: there is nothing to resume. */
void      meso_session_questions_discard        (MesoSessionQuestions *self);

G_END_DECLS
