/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-question-words.h"

#include <glib/gi18n.h>

#include "meso-health-words.h"
#include "meso-outcome-look.h"
#include "meso-scale-picture.h"

gboolean
meso_question_is_scale (const MesoQuestion *question)
{
  for (guint i = 0; question->type == MESO_QUESTION_CHOICE && i < question->choices->len; i++)
    {
      if (meso_scale_picture_get_icon_name (((const MesoChoice *) g_ptr_array_index (question->choices, i))->id) == NULL)
        return FALSE;
    }
  return question->type == MESO_QUESTION_CHOICE;
}

/* What an answer opened belongs to what opened it. */
const char *
meso_question_get_section (MesoInterview      *interview,
                           const MesoQuestion *question)
{
  const MesoQuestion *root = question;

  while (root->parent != NULL)
    root = meso_protocol_lookup_question (meso_interview_get_protocol (interview), root->parent);
  if (root->indication)
    return _("Why the patient comes");
  if (meso_question_is_scale (root))
    return _("Hair and scalp");
  if (root->hidden_for == MESO_SEX_MALE)
    return _("Cycle and pregnancy");
  return (root->forms & MESO_FORM_SHORT) != 0 ? _("Today") : _("Health");
}

char *
meso_question_dup_opened_by (MesoContext        *context,
                             MesoInterview      *interview,
                             const MesoQuestion *question)
{
  const MesoQuestion *parent = question->parent != NULL
                                 ? meso_protocol_lookup_question (meso_interview_get_protocol (interview), question->parent) : NULL;
  const MesoAnswer *answer = parent != NULL
                               ? meso_questionnaire_response_lookup (meso_interview_get_response (interview), parent->id) : NULL;

  if (answer == NULL)
    return NULL;
  /* Translators: the first %s is an answer, "Yes", the second the question that it was given to */
  return g_strdup_printf (_("Asked because of “%s” to: %s"), meso_answer_get_plain_word (answer->kind),
                          meso_local_text_get (parent->text, meso_context_get_language (context)));
}

char *
meso_question_dup_known (MesoContext              *context,
                         MesoInterview            *interview,
                         const MesoAnswerProposal *proposal)
{
  g_autofree char *words = NULL;

  if (proposal->answer->kind == MESO_ANSWER_NUMBER)
    {
      const MesoQuestion *question = meso_protocol_lookup_question (meso_interview_get_protocol (interview), proposal->question);

      words = meso_number_dup_words (context, question, proposal->answer->milli);
    }
  else
    {
      words = meso_health_words_summary (proposal->items, MESO_ASKED_LISTED);
    }
  /* Translators: %s is what the record says: "warfarin, prescribed" */
  return g_strdup_printf (_("From the record: %s. Is it still so?"), words);
}
