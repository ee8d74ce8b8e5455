/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-answer-proposal.h"
#include "meso-context.h"
#include "meso-interview.h"
#include "meso-screening.h"

G_BEGIN_DECLS

/**
 * MesoShortForm:
 *
 * The questions of a visit, asked on the page of its session: answered by keys alone, and below them what the answers have shown.
 * What is answered for one day is never taken for another. Signal `changed`: by the person's hand; `store`: the answers are to be
 * stored without a session; `finished`: the last question was answered by key.
 */
#define MESO_TYPE_SHORT_FORM (meso_short_form_get_type ())
G_DECLARE_FINAL_TYPE (MesoShortForm, meso_short_form, MESO, SHORT_FORM, GtkBox)

void                 meso_short_form_set_context    (MesoShortForm *self, MesoContext *context);
void                 meso_short_form_set_narrow     (MesoShortForm *self, gboolean narrow);
/* Whose, and of which day. Answers to the same day stay; those to another one are kept apart until that day is chosen again. */
void                 meso_short_form_begin          (MesoShortForm *self, const MesoPatient *patient, MesoCalendarDate day);
/* Takes up what was typed for that day. FALSE when there is nothing of it */
gboolean             meso_short_form_take_draft     (MesoShortForm *self, const char *json);
/* Answers that are on record for that day, but don't suffice. */
void                 meso_short_form_adopt          (MesoShortForm *self, const MesoScreening *screening);
/* (element-type MesoAnswerProposal): what the record says, shown at its questions */
void                 meso_short_form_show_known     (MesoShortForm *self, const GPtrArray *proposals);
/* Forgets what was answered; it has to begin again. */
void                 meso_short_form_clear          (MesoShortForm *self);
/* (transfer full) */
char                *meso_short_form_to_json        (MesoShortForm *self);
/* Whether the blood pressure has to be measured, and is asked here. */
void                 meso_short_form_need_pressure  (MesoShortForm *self, gboolean needed);
gboolean             meso_short_form_asks_pressure  (MesoShortForm *self);
/* texts: two (transfer full) replaced by what was typed: upper and lower value */
void                 meso_short_form_take_pressure  (MesoShortForm *self, char **texts);
void                 meso_short_form_fault_pressure (MesoShortForm *self, const char *sentence);
/* (transfer none) (nullable): until it begins */
MesoInterview       *meso_short_form_get_interview  (MesoShortForm *self);
/* How many questions are to be answered still. */
guint                meso_short_form_count_open     (MesoShortForm *self);
/* Whether the session may go on with what is answered. */
gboolean             meso_short_form_allows         (MesoShortForm *self);
/* Whether the answers suspend the course. */
gboolean             meso_short_form_suspends       (MesoShortForm *self);
/* While it is set, the answers can't be stored once more. */
void                 meso_short_form_set_busy       (MesoShortForm *self, gboolean busy);
/* Says at each open question that it is, and takes the focus to the first, or to what the answers say. */
void                 meso_short_form_insist         (MesoShortForm *self);
/* The first question that is open. FALSE when none is */
gboolean             meso_short_form_focus_open     (MesoShortForm *self);

G_END_DECLS
