/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-interview.h"

#include "meso-body-weight.h"
#include "meso-screening-engine.h"

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

static gboolean
is_asked (const MesoInterview *self,
          const MesoQuestion  *question)
{
  return meso_screening_engine_asks (self->protocol, self->response, question);
}

GPtrArray *
meso_interview_list (const MesoInterview *self)
{
  GPtrArray *asked = g_ptr_array_new ();

  for (guint i = 0; i < self->order->len; i++)
    {
      if (is_asked (self, g_ptr_array_index (self->order, i)))
        g_ptr_array_add (asked, g_ptr_array_index (self->order, i));
    }
  return asked;
}

/* -1 for NULL and for what isn't there */
static int
find (const MesoInterview *self,
      const char          *id)
{
  for (guint i = 0; id != NULL && i < self->order->len; i++)
    {
      if (g_str_equal (((const MesoQuestion *) g_ptr_array_index (self->order, i))->id, id))
        return (int) i;
    }
  return -1;
}

static const MesoQuestion *
walk (const MesoInterview *self,
      int                  from,
      int                  step)
{
  for (int i = from; i >= 0 && i < (int) self->order->len; i += step)
    {
      const MesoQuestion *question = g_ptr_array_index (self->order, i);

      if (is_asked (self, question))
        return question;
    }
  return NULL;
}

const MesoQuestion *
meso_interview_next (const MesoInterview *self,
                     const char          *question)
{
  return walk (self, find (self, question) + 1, 1);
}

const MesoQuestion *
meso_interview_previous (const MesoInterview *self,
                         const char          *question)
{
  return walk (self, find (self, question) - 1, -1);
}

const MesoQuestion *
meso_interview_next_open (const MesoInterview *self)
{
  for (const MesoQuestion *question = meso_interview_next (self, NULL); question != NULL;
       question = meso_interview_next (self, question->id))
    {
      if (meso_questionnaire_response_lookup (self->response, question->id) == NULL &&
          !meso_interview_is_skipped (self, question->id))
        return question;
    }
  return NULL;
}

/* Two readings of one gauge: whoever types one has the other before their eyes. */
static gboolean
share_page (const MesoQuestion *a,
            const MesoQuestion *b)
{
  return a->type == MESO_QUESTION_NUMBER && b->type == MESO_QUESTION_NUMBER && a->unit != NULL &&
         g_strcmp0 (a->unit, b->unit) == 0 && g_strcmp0 (a->parent, b->parent) == 0 && a->forms == b->forms;
}

GPtrArray *
meso_interview_list_page (const MesoInterview *self,
                          const char          *question)
{
  GPtrArray *page = g_ptr_array_new ();
  const MesoQuestion *first = meso_protocol_lookup_question (self->protocol, question);
  const MesoQuestion *other;

  while ((other = meso_interview_previous (self, first->id)) != NULL && share_page (other, first))
    first = other;
  g_ptr_array_add (page, (gpointer) first);
  while ((other = meso_interview_next (self, first->id)) != NULL && share_page (first, other))
    {
      g_ptr_array_add (page, (gpointer) other);
      first = other;
    }
  return page;
}

const MesoQuestion *
meso_interview_get_leader (const MesoInterview *self,
                           const char          *question)
{
  g_autoptr(GPtrArray) page = meso_interview_list_page (self, question);

  return g_ptr_array_index (page, 0);
}

guint
meso_interview_get_place (const MesoInterview *self,
                          const char          *question,
                          guint               *count_out)
{
  g_autoptr(GPtrArray) asked = meso_interview_list (self);
  const MesoQuestion *before = NULL;
  guint pages = 0;
  guint place = 0;

  for (guint i = 0; i < asked->len; i++)
    {
      const MesoQuestion *each = g_ptr_array_index (asked, i);

      if (before == NULL || !share_page (before, each))
        pages++;
      if (g_str_equal (each->id, question))
        place = pages;
      before = each;
    }
  if (count_out != NULL)
    *count_out = pages;
  return place;
}

/* Where a question stands among those with the same parent, and how many of these are asked. */
static guint
find_among_siblings (const MesoInterview *self,
                     const MesoQuestion  *question,
                     guint               *count_out)
{
  guint index = 0;

  *count_out = 0;
  for (guint i = 0; i < self->order->len; i++)
    {
      const MesoQuestion *other = g_ptr_array_index (self->order, i);

      if (other == question)
        index = *count_out;
      if (g_strcmp0 (other->parent, question->parent) == 0 && is_asked (self, other))
        (*count_out)++;
    }
  return index;
}

double
meso_interview_get_progress (const MesoInterview *self,
                             const char          *id)
{
  const MesoQuestion *question = meso_protocol_lookup_question (self->protocol, id);
  double behind = 0;

  /* From the inside out: the part of a question is shared by itself, which comes first, and by all that it opened. */
  for (; question != NULL; question = question->parent != NULL ? meso_protocol_lookup_question (self->protocol, question->parent) : NULL)
    {
      guint count;
      guint index = find_among_siblings (self, question, &count);

      behind = question->parent == NULL ? (index + behind) / MAX (count, 1) : (index + 1 + behind) / (count + 1);
    }
  return behind;
}

/* Answers that are there although nobody asks for them. */
static guint
count_cleared (const MesoInterview *self)
{
  guint cleared = 0;

  for (guint i = 0; i < self->order->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (self->order, i);

      if (meso_questionnaire_response_lookup (self->response, question->id) != NULL && !is_asked (self, question))
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
