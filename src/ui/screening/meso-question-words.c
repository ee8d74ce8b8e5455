/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-question-words.h"

#include <glib/gi18n.h>

#include "meso-health-words.h"
#include "meso-outcome-look.h"
#include "meso-scale-picture.h"
#include "meso-text.h"

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

/* What every visit asks, unless it stands among what only the full form asks: “Today” is said once, for the end. What the clinic
 * added stands behind everything, and ends nothing. */
static gboolean
is_of_today (MesoInterview      *interview,
             const MesoQuestion *root)
{
  const GPtrArray *all = meso_protocol_get_questions (meso_interview_get_protocol (interview));
  guint i = 0;

  if ((root->forms & MESO_FORM_SHORT) == 0 || meso_interview_get_form (interview) == MESO_FORM_SHORT)
    return (root->forms & MESO_FORM_SHORT) != 0;
  g_ptr_array_find ((GPtrArray *) all, root, &i);
  for (; i < all->len; i++)
    {
      const MesoQuestion *later = g_ptr_array_index (all, i);

      if (later->parent == NULL && later->type == MESO_QUESTION_ANSWER && (later->forms & MESO_FORM_SHORT) == 0 &&
          later->provenance.origin != MESO_ORIGIN_CLINIC)
        return FALSE;
    }
  return TRUE;
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
  return is_of_today (interview, root) ? _("Today") : _("Health");
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

/* The most days that a rule waits from the day of the answer; 0 where none says so, or where an older day matters too. */
static int
find_wait (const MesoProtocol *protocol,
           const MesoQuestion *question)
{
  const GPtrArray *rules = meso_protocol_get_rules (protocol);
  int wait = 0;

  for (guint i = 0; i < rules->len; i++)
    {
      const MesoScreeningRule *rule = g_ptr_array_index (rules, i);

      if (meso_screening_rule_next_condition (rule, question->id, NULL) != NULL)
        return 0;
      for (guint j = 0; j < rule->cases->len; j++)
        {
          const MesoRuleCase *rule_case = g_ptr_array_index (rule->cases, j);

          if (g_strcmp0 (rule_case->event, question->id) == 0)
            wait = MAX (wait, rule_case->days);
        }
    }
  return wait;
}

char *
meso_question_dup_doubt (MesoContext        *context,
                         MesoInterview      *interview,
                         const MesoQuestion *question,
                         MesoCalendarDate    day)
{
  int wait = find_wait (meso_interview_get_protocol (interview), question);
  int ago = meso_calendar_date_days_between (day, meso_interview_get_date (interview));
  g_autofree char *number = meso_context_format_number (context, ago);
  g_autofree char *isolated = meso_text_isolate (number);

  if (wait == 0 || ago <= wait)
    return NULL;
  /* Translators: %s is a number of days */
  return g_strdup_printf (ngettext ("That was %s day ago, although the answer before says otherwise. Check the year.",
                                    "That was %s days ago, although the answer before says otherwise. Check the year.",
                                    (gulong) ago), isolated);
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
      if (meso_interview_get_response (interview)->weight_g == proposal->answer->milli)
        /* Translators: %s is a number with its unit: "62 kg" */
        return g_strdup_printf (_("Typed before: %s. Is it right?"), words);
    }
  else
    {
      words = meso_health_words_summary (proposal->items, MESO_ASKED_LISTED);
    }
  /* Translators: %s is what the record says: "warfarin, prescribed" */
  return g_strdup_printf (_("From the record: %s. Is it still so?"), words);
}
