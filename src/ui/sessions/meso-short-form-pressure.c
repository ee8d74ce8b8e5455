/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-short-form-private.h"

#include "meso-number-row.h"

#define PRESSURE_UNIT "mmHg"

gboolean
meso_short_form_is_pressure (const MesoQuestion *question)
{
  return question->type == MESO_QUESTION_NUMBER && g_strcmp0 (question->unit, PRESSURE_UNIT) == 0;
}

static const MesoAnswer *
lookup_answer (MesoShortForm *self,
               const char    *question)
{
  return meso_questionnaire_response_lookup (meso_interview_get_response (self->interview), question);
}

static MesoQuestionItem *
find_swapped (MesoShortForm *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const MesoQuestion *question = meso_question_item_get_question (g_ptr_array_index (self->items, i));

      if (question->below != NULL &&
          meso_answer_is_swapped (lookup_answer (self, question->id), lookup_answer (self, question->below)))
        return g_ptr_array_index (self->items, i);
    }
  return NULL;
}

/* Said at the lower one, whichever of the two was typed last. */
void
meso_short_form_show_swapped (MesoShortForm *self)
{
  MesoQuestionItem *before = self->swapped;

  self->swapped = find_swapped (self);
  if (self->swapped != NULL)
    meso_question_item_say (self->swapped, meso_number_row_get_swapped_words ());
  /* What can't be read at all has said so itself. */
  else if (before != NULL && lookup_answer (self, meso_question_item_get_question (before)->id) != NULL)
    meso_question_item_say (before, NULL);
}

void
meso_short_form_need_pressure (MesoShortForm *self,
                               gboolean       needed)
{
  if (self->pressure_needed == needed)
    return;
  self->pressure_needed = needed;
  if (self->interview != NULL)
    meso_short_form_show_answers (self);
}

gboolean
meso_short_form_asks_pressure (MesoShortForm *self)
{
  return self->pressure[1] != NULL && meso_question_item_get_visible (self->pressure[1]);
}

void
meso_short_form_take_pressure (MesoShortForm  *self,
                               char          **texts)
{
  for (int i = 0; i < 2; i++)
    {
      const MesoAnswer *answer = lookup_answer (self, meso_question_item_get_question (self->pressure[i])->id);
      gint64 value = answer != NULL && answer->kind == MESO_ANSWER_NUMBER ? answer->milli / 1000 : 0;

      g_free (texts[i]);
      texts[i] = value > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, value) : g_strdup ("");
    }
}

void
meso_short_form_fault_pressure (MesoShortForm *self,
                                const char    *sentence)
{
  /* That the two are swapped is said here, and goes once they aren't. */
  if (self->pressure[1] != self->swapped)
    meso_question_item_say (self->pressure[1], sentence);
}
