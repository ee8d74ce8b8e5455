/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-answer-proposal.h"
#include "meso-patient.h"
#include "meso-protocol.h"
#include "meso-questionnaire-response.h"
#include "meso-verdict.h"

G_BEGIN_DECLS

/**
 * MesoInterview:
 *
 * The course of one screening: which question comes when, what was answered, what follows from it so far. Knows no widget.
 */
typedef struct _MesoInterview MesoInterview;

/* today: the day the answers are about */
MesoInterview *meso_interview_new  (MesoProtocol *protocol, MesoForm form, MesoCalendarDate today);
void           meso_interview_free (MesoInterview *self);

MesoForm                         meso_interview_get_form     (const MesoInterview *self);
MesoCalendarDate                 meso_interview_get_date     (const MesoInterview *self);
const MesoProtocol              *meso_interview_get_protocol (const MesoInterview *self);
const MesoQuestionnaireResponse *meso_interview_get_response (const MesoInterview *self);

/* Sex and birth date are the record's; they are never part of a draft. */
void meso_interview_set_patient (MesoInterview *self, const MesoPatient *patient);
void meso_interview_set_weight  (MesoInterview *self, gint64 weight_g);
/* What the record suggests: (transfer full) (element-type MesoAnswerProposal). None of it is an answer before somebody gives it. */
void meso_interview_set_proposals (MesoInterview *self, GPtrArray *proposals);
/* (nullable): what the record suggests, whether or not there is an answer already */
const MesoAnswerProposal *meso_interview_get_proposal (const MesoInterview *self, const char *question);

/* (transfer container) (element-type MesoQuestion): all that are asked as things stand, in the order they are asked: why the patient
 * comes first, and a question that an answer opened right after it. */
GPtrArray          *meso_interview_list     (const MesoInterview *self);
/* (transfer container) (element-type MesoQuestion): those that stand on one page with this one, itself among them: numbers that are
 * read from one measurement, right after one another, in the same unit and for the same reason. The first of them names the page. */
GPtrArray          *meso_interview_list_page (const MesoInterview *self, const char *question);
/* (transfer none): the question that names the page */
const MesoQuestion *meso_interview_get_leader (const MesoInterview *self, const char *question);
/* (nullable) (transfer none): the question after this one; the first for NULL. One that isn't asked has the neighbours it would have. */
const MesoQuestion *meso_interview_next     (const MesoInterview *self, const char *question);
const MesoQuestion *meso_interview_previous (const MesoInterview *self, const char *question);
/* The first that is asked, has no answer and wasn't passed over. */
const MesoQuestion *meso_interview_next_open (const MesoInterview *self);
/* Counted in pages: 1 for the first; 0 for one that isn't asked. count_out: how many there are as things stand */
guint               meso_interview_get_place (const MesoInterview *self, const char *question, guint *count_out);
/* How much lies behind when this question comes, 0 to 1. It never shrinks on the way: what an answer opens shares that answer's part. */
double              meso_interview_get_progress (const MesoInterview *self, const char *question);

/* answer (transfer full) (nullable): NULL takes it back. Returns how many answers given before are no longer asked because of it: they
 * stay, are not obeyed, and are recorded as such. */
guint        meso_interview_answer   (MesoInterview *self, const char *question, MesoAnswer *answer);
/* A question that need not be answered is left without an answer, and isn't asked for again. */
void         meso_interview_skip     (MesoInterview *self, const char *question);
gboolean     meso_interview_is_skipped (const MesoInterview *self, const char *question);
/* What the answers say so far. */
MesoVerdict *meso_interview_evaluate (const MesoInterview *self, GError **error);

/**
 * MesoInterviewDraft:
 * @at: (nullable): the question it stopped at; %NULL when it stopped before the first
 * @kept: how many answers hold
 * @stale: how many were left out because they are about another day, and may have changed
 * @reworded: how many were left out because their question isn't there any more, or reads differently now
 *
 * What became of a draft.
 */
typedef struct
{
  char *at;
  MesoCalendarDate date;
  guint kept;
  guint stale;
  guint reworded;
} MesoInterviewDraft;

void     meso_interview_draft_clear (MesoInterviewDraft *self);
/* at (nullable): the question in sight */
char    *meso_interview_to_json     (const MesoInterview *self, const char *at);
/* Takes up what fits of a draft, whatever it holds. FALSE when nothing of it can be used: another form, or no draft at all. */
gboolean meso_interview_from_json   (MesoInterview *self, const char *json, MesoInterviewDraft *draft_out);
/* The same for the answers of a screening that was stored on that day, by content with that hash. */
void     meso_interview_adopt       (MesoInterview *self, const MesoQuestionnaireResponse *response, MesoCalendarDate date,
                                     const char *hash, MesoInterviewDraft *draft_out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoInterview, meso_interview_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MesoInterviewDraft, meso_interview_draft_clear)

G_END_DECLS
