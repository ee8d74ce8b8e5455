/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-interview.h"

#include "meso-screening-engine.h"

struct _MesoInterview
{
  MesoProtocol *protocol;
  MesoCalendarDate today;
  MesoQuestionnaireResponse *response;
  GPtrArray *order;               /* const MesoQuestion: all of them, as they are asked */
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

void
meso_interview_set_weight (MesoInterview *self,
                           gint64         weight_g)
{
  self->response->weight_g = weight_g;
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
      if (meso_questionnaire_response_lookup (self->response, question->id) == NULL)
        return question;
    }
  return NULL;
}

guint
meso_interview_get_place (const MesoInterview *self,
                          const char          *question,
                          guint               *count_out)
{
  g_autoptr(GPtrArray) asked = meso_interview_list (self);
  guint place = 0;

  for (guint i = 0; i < asked->len; i++)
    {
      if (g_str_equal (((const MesoQuestion *) g_ptr_array_index (asked, i))->id, question))
        place = i + 1;
    }
  if (count_out != NULL)
    *count_out = asked->len;
  return place;
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

  meso_questionnaire_response_set (self->response, question, answer);
  after = count_cleared (self);
  return after > before ? after - before : 0;
}

MesoVerdict *
meso_interview_evaluate (const MesoInterview  *self,
                         GError              **error)
{
  return meso_screening_engine_evaluate (self->protocol, self->response, self->today, error);
}
