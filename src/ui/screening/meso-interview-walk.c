/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* Which question comes when, and how far it is to the end. */

#include "meso-interview-private.h"

#include "meso-screening-engine.h"

gboolean
meso_interview_asks (const MesoInterview *self,
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
      if (meso_interview_asks (self, g_ptr_array_index (self->order, i)))
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

      if (meso_interview_asks (self, question))
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
      if (g_strcmp0 (other->parent, question->parent) == 0 && meso_interview_asks (self, other))
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
