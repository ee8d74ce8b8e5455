/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-interview-private.h"

#include "meso-body-weight.h"
#include "meso-screening-engine.h"

static void
add_with_children (MesoInterview      *self,
                   const MesoQuestion *question)
{
  const GPtrArray *all = meso_protocol_get_questions (self->protocol);

  g_ptr_array_add (self->order, (gpointer) question);
  for (guint i = 0; i < all->len; i++)
    {
      const MesoQuestion *child = g_ptr_array_index (all, i);

      if (g_strcmp0 (child->parent, question->id) == 0)
        add_with_children (self, child);
    }
}

static void
add_roots (MesoInterview *self,
           gboolean       indications)
{
  const GPtrArray *all = meso_protocol_get_questions (self->protocol);

  for (guint i = 0; i < all->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (all, i);

      if (question->parent == NULL && question->indication == indications)
        add_with_children (self, question);
    }
}

MesoInterview *
meso_interview_new (MesoProtocol     *protocol,
                    MesoForm          form,
                    MesoCalendarDate  today)
{
  MesoInterview *self = g_new0 (MesoInterview, 1);

  self->protocol = meso_protocol_ref (protocol);
  self->today = today;
  self->response = meso_questionnaire_response_new ();
  self->response->form = form;
  self->order = g_ptr_array_new ();
  self->skipped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->typed = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_answer_proposal_free);
  add_roots (self, TRUE);
  add_roots (self, FALSE);
  return self;
}

void
meso_interview_free (MesoInterview *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->order);
  g_ptr_array_unref (self->typed);
  g_hash_table_unref (self->skipped);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  meso_questionnaire_response_free (self->response);
  meso_protocol_unref (self->protocol);
  g_free (self);
}

MesoForm
meso_interview_get_form (const MesoInterview *self)
{
  return self->response->form;
}

MesoCalendarDate
meso_interview_get_date (const MesoInterview *self)
{
  return self->today;
}

const MesoProtocol *
meso_interview_get_protocol (const MesoInterview *self)
{
  return self->protocol;
}

const MesoQuestionnaireResponse *
meso_interview_get_response (const MesoInterview *self)
{
  return self->response;
}

void
meso_interview_set_patient (MesoInterview     *self,
                            const MesoPatient *patient)
{
  self->response->sex = patient->sex;
  self->response->birth_date = meso_patient_get_latest_birth (patient);
}

static gboolean
is_number (const MesoAnswer *answer)
{
  return answer != NULL && answer->kind == MESO_ANSWER_NUMBER;
}

/* What was typed before the questions is what one of them asks again: it stands there to be confirmed, and an answer that says
 * otherwise is asked for anew. */
static void
propose_weight (MesoInterview      *self,
                const MesoQuestion *question)
{
  gint64 weight_g = self->response->weight_g;
  const MesoAnswer *answer = meso_questionnaire_response_lookup (self->response, question->id);
  MesoAnswerProposal *proposal;

  if (weight_g < question->min_milli || weight_g > question->max_milli)
    return;
  if (is_number (answer) && answer->milli != weight_g)
    meso_questionnaire_response_set (self->response, question->id, NULL);
  proposal = g_new0 (MesoAnswerProposal, 1);
  proposal->question = g_strdup (question->id);
  proposal->answer = meso_answer_new_number (weight_g);
  proposal->items = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_health_item_free);
  g_ptr_array_add (self->typed, proposal);
}

void
meso_interview_set_weight (MesoInterview *self,
                           gint64         weight_g)
{
  self->response->weight_g = weight_g;
  g_ptr_array_set_size (self->typed, 0);
  for (guint i = 0; weight_g > 0 && i < self->order->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (self->order, i);

      if (question->known_weight)
        propose_weight (self, question);
    }
}

void
meso_interview_set_proposals (MesoInterview *self,
                              GPtrArray     *proposals)
{
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  self->proposals = proposals;
}

const MesoAnswerProposal *
meso_interview_get_proposal (const MesoInterview *self,
                             const char          *question)
{
  const MesoAnswerProposal *typed = meso_answer_proposal_find (self->typed, question);

  return typed != NULL || self->proposals == NULL ? typed : meso_answer_proposal_find (self->proposals, question);
}

/* Answers that are there although nobody asks for them. */
static guint
count_cleared (const MesoInterview *self)
{
  guint cleared = 0;

  for (guint i = 0; i < self->order->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (self->order, i);

      if (meso_questionnaire_response_lookup (self->response, question->id) != NULL && !meso_interview_asks (self, question))
        cleared++;
    }
  return cleared;
}

guint
meso_interview_answer (MesoInterview *self,
                       const char    *question,
                       MesoAnswer    *answer)
{
  guint before = count_cleared (self);
  guint after;

  g_hash_table_remove (self->skipped, question);
  meso_questionnaire_response_set (self->response, question, answer);
  if (is_number (answer) && meso_protocol_lookup_question (self->protocol, question)->known_weight &&
      meso_body_weight_is_plausible (answer->milli))
    meso_interview_set_weight (self, answer->milli);
  after = count_cleared (self);
  return after > before ? after - before : 0;
}

void
meso_interview_skip (MesoInterview *self,
                     const char    *question)
{
  meso_interview_answer (self, question, NULL);
  g_hash_table_add (self->skipped, g_strdup (question));
}

gboolean
meso_interview_is_skipped (const MesoInterview *self,
                           const char          *question)
{
  return g_hash_table_contains (self->skipped, question);
}

MesoVerdict *
meso_interview_evaluate (const MesoInterview  *self,
                         GError              **error)
{
  return meso_screening_engine_evaluate (self->protocol, self->response, self->today, error);
}
