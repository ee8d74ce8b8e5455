/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-evaluation.h"

/* The answer that counts: NULL when there is none, or its question isn't asked. */
static const MesoAnswer *
lookup_obeyed (const MesoEvaluation *self,
               const char           *id)
{
  const MesoQuestion *question = meso_protocol_lookup_question (self->protocol, id);

  if (question == NULL || !meso_screening_engine_asks (self->protocol, self->response, question))
    return NULL;

  return meso_questionnaire_response_lookup (self->response, id);
}

/* What a bound is compared with: days ago, thousandths, or whole years of age. FALSE when not known. */
static gboolean
measure (const MesoEvaluation *self,
         const char           *question,
         gint64               *value_out)
{
  const MesoAnswer *answer;

  if (g_str_equal (question, "age"))
    {
      MesoCalendarDate birth_date = self->response->birth_date;

      if (!meso_calendar_date_is_set (birth_date))
        return FALSE;

      *value_out = meso_calendar_date_years_between (birth_date, self->today);
      return TRUE;
    }

  answer = lookup_obeyed (self, question);

  if (answer != NULL && answer->kind == MESO_ANSWER_DATE)
    *value_out = meso_calendar_date_days_between (answer->date, self->today);
  else if (answer != NULL && answer->kind == MESO_ANSWER_NUMBER)
    *value_out = answer->milli;
  else
    return FALSE;

  return TRUE;
}

/* What isn't known fulfils no condition: it makes the verdict incomplete by itself. */
static gboolean
condition_holds (const MesoEvaluation *self,
                 const MesoCondition  *condition)
{
  gint64 value;

  switch (condition->kind)
    {
    case MESO_CONDITION_IS:
      {
        const MesoAnswer *answer = lookup_obeyed (self, condition->question);

        return answer != NULL && meso_answer_equal (answer, condition->answer);
      }

    case MESO_CONDITION_AT_LEAST:
      return measure (self, condition->question, &value) && value >= condition->bound;

    case MESO_CONDITION_BELOW:
      return measure (self, condition->question, &value) && value < condition->bound;

    default:
      g_assert_not_reached ();
    }
}

/**
 * meso_evaluation_case_holds:
 * @self: an evaluation
 * @rule_case: a case of a rule of its protocol
 *
 * Returns: whether all that the case asks for is known, and so
 */
gboolean
meso_evaluation_case_holds (const MesoEvaluation *self,
                            const MesoRuleCase   *rule_case)
{
  for (guint i = 0; i < rule_case->conditions->len; i++)
    if (!condition_holds (self, rule_case->conditions->pdata[i]))
      return FALSE;

  return TRUE;
}

/* The first allowed day: never the day of the screening itself. Unset when the event's day isn't known
 * (the finding then says what to wait for), or when the calendar ends before that day. */
static MesoCalendarDate
work_out_until (const MesoEvaluation *self,
                const MesoRuleCase   *rule_case)
{
  const MesoAnswer *event = NULL;
  MesoCalendarDate until, tomorrow;

  if (rule_case->outcome == MESO_OUTCOME_DEFER && rule_case->event != NULL)
    event = lookup_obeyed (self, rule_case->event);

  if (event == NULL || event->kind != MESO_ANSWER_DATE)
    return MESO_CALENDAR_DATE_NONE;

  until = meso_calendar_date_add_days (event->date, rule_case->days);
  tomorrow = meso_calendar_date_add_days (self->today, 1);
  if (!meso_calendar_date_is_set (until) || !meso_calendar_date_is_set (tomorrow))
    return MESO_CALENDAR_DATE_NONE;

  return meso_calendar_date_compare (until, tomorrow) > 0 ? until : tomorrow;
}

/**
 * meso_evaluation_make_finding:
 * @self: an evaluation
 * @rule: a rule of its protocol
 * @rule_case: a case of it that holds
 *
 * Returns: (transfer full): what the case says about this patient
 */
MesoFinding *
meso_evaluation_make_finding (const MesoEvaluation    *self,
                              const MesoScreeningRule *rule,
                              const MesoRuleCase      *rule_case)
{
  MesoFinding *finding = meso_finding_new ();

  finding->rule = g_strdup (rule->id);
  finding->outcome = rule_case->outcome;
  finding->until = work_out_until (self, rule_case);
  finding->ingredient = g_strdup (rule_case->ingredient);
  if (rule_case->reason != NULL)
    finding->reason = meso_local_text_ref (rule_case->reason);
  if (rule_case->advice != NULL)
    finding->advice = meso_local_text_ref (rule_case->advice);
  finding->source = g_strdup (rule->provenance.source);
  /* Only a wait or a caution is a physician's to decide: a block has no override at all, a clearance is another
   * physician's, and an ingredient that is out stays out. */
  finding->overridable = rule->overridable &&
                         (rule_case->outcome == MESO_OUTCOME_DEFER || rule_case->outcome == MESO_OUTCOME_CAUTION);
  /* What is only left out of the syringe is no reason to stop. */
  finding->suspends = rule->suspends && rule_case->outcome != MESO_OUTCOME_EXCLUDE;

  return finding;
}
