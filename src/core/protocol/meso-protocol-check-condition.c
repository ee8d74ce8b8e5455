/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-check.h"

static gboolean
is_age (const MesoCondition *condition)
{
  return g_str_equal (condition->question, "age");
}

static gboolean
has_choice (const MesoQuestion *question,
            const char         *id)
{
  for (guint i = 0; i < question->choices->len; i++)
    {
      const MesoChoice *choice = g_ptr_array_index (question->choices, i);

      if (g_str_equal (choice->id, id))
        return TRUE;
    }

  return FALSE;
}

static void
check_is (MesoProtocolReader  *reader,
          const MesoCondition *condition,
          const MesoQuestion  *question)
{
  static const char *const refused[] = { "no", "unknown", NULL };
  const char *choice = condition->answer->choice;

  if (condition->answer->kind == MESO_ANSWER_YES)
    {
      if (question->type != MESO_QUESTION_ANSWER)
        meso_protocol_reader_fault_at (reader, condition, "“%s” is of type %s: it is never answered yes", question->id,
                                       meso_question_type_to_string (question->type));
    }
  else if (!g_strv_contains (refused, choice) && !has_choice (question, choice))
    meso_protocol_reader_fault_at (reader, condition, "“%s” isn't an answer to “%s”", choice, question->id);
}

static void
check_bound (MesoProtocolReader  *reader,
             const MesoCondition *condition,
             const MesoQuestion  *question)
{
  const MesoXmlElement *element = meso_protocol_reader_get_place (reader, condition)->element;
  gboolean days = meso_protocol_reader_has (element, "days-ago-at-least") ||
                  meso_protocol_reader_has (element, "days-ago-below");

  if (question->type != (days ? MESO_QUESTION_DATE : MESO_QUESTION_NUMBER))
    meso_protocol_reader_fault_at (reader, condition, "“%s” is of type %s, which can't be compared so", question->id,
                                   meso_question_type_to_string (question->type));
  else if (!days && (condition->kind == MESO_CONDITION_AT_LEAST ? condition->bound > question->max_milli
                                                                : condition->bound <= question->min_milli))
    meso_protocol_reader_fault_at (reader, condition, "the condition can never hold: “%s” is a number from “min” to "
                                   "“max”", question->id);
}

static void
check_condition (MesoProtocolReader  *reader,
                 const MesoCondition *condition)
{
  const MesoProtocol *protocol = reader->protocol;
  const MesoQuestion *question;

  if (is_age (condition) || *condition->question == '\0')
    return;

  question = meso_protocol_lookup_question (protocol, condition->question);
  meso_protocol_check_reference (reader, condition, "question", protocol->questions_by_id, condition->question);
  if (!question)
    return;

  if (condition->kind == MESO_CONDITION_IS && condition->answer)
    check_is (reader, condition, question);
  else if (condition->kind != MESO_CONDITION_IS)
    check_bound (reader, condition, question);
}

/**
 * meso_protocol_condition_implies:
 * @condition: a condition
 * @other: another
 *
 * Returns: whether @condition can only hold when @other holds too
 */
gboolean
meso_protocol_condition_implies (const MesoCondition *condition,
                                 const MesoCondition *other)
{
  if (condition->kind != other->kind || !g_str_equal (condition->question, other->question))
    return FALSE;

  switch (condition->kind)
    {
    case MESO_CONDITION_IS:
      return condition->answer && other->answer && meso_answer_equal (condition->answer, other->answer);
    case MESO_CONDITION_AT_LEAST:
      return condition->bound >= other->bound;
    case MESO_CONDITION_BELOW:
      return condition->bound <= other->bound;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Whether no answer satisfies both. */
static gboolean
contradicts (const MesoCondition *a,
             const MesoCondition *b)
{
  if (!g_str_equal (a->question, b->question))
    return FALSE;

  if (a->kind == MESO_CONDITION_IS && b->kind == MESO_CONDITION_IS)
    return a->answer && b->answer && !meso_answer_equal (a->answer, b->answer);

  return (a->kind == MESO_CONDITION_AT_LEAST && b->kind == MESO_CONDITION_BELOW && a->bound >= b->bound) ||
         (a->kind == MESO_CONDITION_BELOW && b->kind == MESO_CONDITION_AT_LEAST && b->bound >= a->bound);
}

/**
 * meso_protocol_check_conditions:
 * @reader: a reader that has read every document
 * @rule_case: a case
 *
 * Each condition must fit its question, and all of them must be able to hold at once: a case that can never
 * speak looks like safety and is none.
 */
void
meso_protocol_check_conditions (MesoProtocolReader *reader,
                                const MesoRuleCase *rule_case)
{
  MesoForm forms = MESO_FORM_FULL | MESO_FORM_SHORT;
  gboolean male = FALSE;
  gboolean female = FALSE;

  for (guint i = 0; i < rule_case->conditions->len; i++)
    {
      const MesoCondition *condition = g_ptr_array_index (rule_case->conditions, i);
      const MesoQuestion *question = meso_protocol_lookup_question (reader->protocol, condition->question);

      check_condition (reader, condition);
      if (question)
        {
          forms &= question->forms;
          meso_protocol_add_hidden_for (reader->protocol, question, &male, &female);
        }

      for (guint j = 0; j < i; j++)
        {
          const MesoCondition *earlier = g_ptr_array_index (rule_case->conditions, j);

          if (contradicts (earlier, condition))
            meso_protocol_reader_fault_at (reader, condition, "the case can never hold: this contradicts an earlier "
                                           "condition on “%s”", condition->question);
          else if (meso_protocol_condition_implies (earlier, condition) ||
                   meso_protocol_condition_implies (condition, earlier))
            meso_protocol_reader_fault_at (reader, condition, "of this condition and an earlier one on “%s” only one "
                                           "says anything", condition->question);
        }
    }

  if (forms == 0)
    meso_protocol_reader_fault_at (reader, rule_case, "the case can never hold: no form asks all of its questions");
  if (male && female)
    meso_protocol_reader_fault_at (reader, rule_case, "the case can never hold: it needs answers that men are not asked for, "
                                   "and others that women are not asked for");
}

/* Whether @rule_case can only hold once @question has been answered yes or unknown. */
static gboolean
needs (const MesoProtocol *protocol,
       const MesoRuleCase *rule_case,
       const MesoQuestion *question)
{
  for (guint i = 0; i < rule_case->conditions->len; i++)
    {
      const MesoCondition *condition = g_ptr_array_index (rule_case->conditions, i);
      const MesoQuestion *asked = meso_protocol_lookup_question (protocol, condition->question);

      if (asked && meso_protocol_is_asked_after (protocol, asked, question))
        return TRUE;
    }

  return FALSE;
}

/**
 * meso_protocol_check_event:
 * @reader: a reader that has read every document
 * @rule_case: a case that may count from an event
 *
 * A wait without a day is stricter than any with one. Were the day asked for only after a yes that the case can do without,
 * that yes would put an end to the wait: so whenever the case holds, its event must be asked for.
 */
void
meso_protocol_check_event (MesoProtocolReader *reader,
                           const MesoRuleCase *rule_case)
{
  const MesoProtocol *protocol = reader->protocol;
  const MesoQuestion *event = rule_case->event ? meso_protocol_lookup_question (protocol, rule_case->event) : NULL;
  const MesoQuestion *parent;
  MesoForm forms = MESO_FORM_FULL | MESO_FORM_SHORT;

  meso_protocol_check_reference (reader, rule_case, "question", protocol->questions_by_id, rule_case->event);
  if (!event)
    return;

  for (guint i = 0; i < rule_case->conditions->len; i++)
    {
      const MesoCondition *condition = g_ptr_array_index (rule_case->conditions, i);
      const MesoQuestion *question = meso_protocol_lookup_question (protocol, condition->question);

      if (question)
        forms &= question->forms;
    }

  parent = event->parent ? meso_protocol_lookup_question (protocol, event->parent) : NULL;
  if (event->type != MESO_QUESTION_DATE)
    meso_protocol_reader_fault_at (reader, rule_case, "the event “%s” is of type %s; it must be a date", event->id,
                                   meso_question_type_to_string (event->type));
  else if ((forms & ~event->forms) != 0)
    meso_protocol_reader_fault_at (reader, rule_case, "a form that asks the questions of this case doesn't ask for its event "
                                   "“%s”", event->id);
  else if (parent && !needs (protocol, rule_case, parent))
    meso_protocol_reader_fault_at (reader, rule_case, "the event “%s” is only asked for after “%s”: without a condition on it "
                                   "a yes there could end a wait that has no day", event->id, parent->id);
}
