/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-evaluation.h"
#include "meso-questionnaire-check.h"

static gboolean
is_yes_or_unknown (const MesoAnswer *answer)
{
  return answer != NULL && (answer->kind == MESO_ANSWER_YES || answer->kind == MESO_ANSWER_UNKNOWN);
}

/**
 * meso_screening_engine_asks:
 * @protocol: the clinical content
 * @response: what was known and answered so far
 * @question: a question of @protocol
 *
 * Nothing but the form, the recorded sex (only “male” and “female” hide anything), and a *no* or no answer to the
 * parent can hide a question: were there more, hiding could make a verdict milder. A parent that
 * isn't asked itself hides its children, whatever was answered to it.
 *
 * Returns: whether the form shows @question now
 */
gboolean
meso_screening_engine_asks (const MesoProtocol              *protocol,
                            const MesoQuestionnaireResponse *response,
                            const MesoQuestion              *question)
{
  while (TRUE)
    {
      if ((question->forms & response->form) == 0 || meso_question_is_hidden_for (question, response->sex))
        return FALSE;

      if (question->parent == NULL)
        return TRUE;

      if (!is_yes_or_unknown (meso_questionnaire_response_lookup (response, question->parent)))
        return FALSE;

      question = meso_protocol_lookup_question (protocol, question->parent);
      g_assert (question != NULL);
    }
}

static void
apply_rule (const MesoEvaluation    *self,
            const MesoScreeningRule *rule,
            GPtrArray               *findings)
{
  for (guint i = 0; i < rule->cases->len; i++)
    {
      const MesoRuleCase *rule_case = rule->cases->pdata[i];

      if (!meso_evaluation_case_holds (self, rule_case))
        continue;

      g_ptr_array_add (findings, meso_evaluation_make_finding (self, rule, rule_case));

      if (rule->first_case_only)
        return;
    }
}

static int
compare_strictest_first (gconstpointer a,
                         gconstpointer b)
{
  const MesoFinding *first = a;
  const MesoFinding *second = b;

  return (first->outcome < second->outcome) - (first->outcome > second->outcome);
}

static void
collect_findings (const MesoEvaluation *self,
                  MesoVerdict          *verdict)
{
  const GPtrArray *rules = meso_protocol_get_rules (self->protocol);

  for (guint i = 0; i < rules->len; i++)
    apply_rule (self, rules->pdata[i], verdict->findings);

  /* The sort is stable: equally strict findings stay in the protocol's order. */
  g_ptr_array_sort_values (verdict->findings, compare_strictest_first);
}

static void
collect_excluded (MesoVerdict *verdict)
{
  GPtrArray *excluded = verdict->excluded_ingredients;

  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const MesoFinding *finding = verdict->findings->pdata[i];

      if (finding->outcome == MESO_OUTCOME_EXCLUDE
          && !g_ptr_array_find_with_equal_func (excluded, finding->ingredient, g_str_equal, NULL))
        g_ptr_array_add (excluded, g_strdup (finding->ingredient));
    }

  g_ptr_array_sort_values (excluded, (GCompareFunc) g_strcmp0);
}

static void
add_missing (MesoVerdict    *verdict,
             const char     *question,
             MesoMissingWhy  why)
{
  g_ptr_array_add (verdict->missing, meso_missing_new (question, why));
}

/* What concerns the record rather than one question. */
static void
collect_missing_of_record (const MesoEvaluation *self,
                           MesoVerdict          *verdict)
{
  const MesoQuestionnaireResponse *response = self->response;
  const GPtrArray *questions = meso_protocol_get_questions (self->protocol);

  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = questions->pdata[i];

      /* Also when the form wouldn't have asked: either the sex or the answer is wrong. */
      if (meso_question_is_hidden_for (question, response->sex)
          && is_yes_or_unknown (meso_questionnaire_response_lookup (response, question->id)))
        {
          add_missing (verdict, "sex", MESO_MISSING_CONTRADICTION);
          break;
        }
    }

  if (!meso_calendar_date_is_set (response->birth_date))
    add_missing (verdict, "birth-date", MESO_MISSING_NOT_ASKED);
}

static gboolean
is_asked_by_rules (const MesoProtocol *protocol,
                   const MesoQuestion *question)
{
  const GPtrArray *rules = meso_protocol_get_rules (protocol);

  for (guint i = 0; i < rules->len; i++)
    if (meso_screening_rule_next_condition (rules->pdata[i], question->id, NULL) != NULL)
      return TRUE;

  return FALSE;
}

/* Why the patient comes is a remark, and nobody has to know it; unless a rule judges by it. */
static gboolean
may_be_unknown (const MesoEvaluation *self,
                const MesoQuestion   *question)
{
  return question->indication && !is_asked_by_rules (self->protocol, question);
}

static void
collect_question (const MesoEvaluation *self,
                  const MesoQuestion   *question,
                  MesoVerdict          *verdict)
{
  const MesoAnswer *answer = meso_questionnaire_response_lookup (self->response, question->id);

  if (!meso_screening_engine_asks (self->protocol, self->response, question))
    {
      if (answer != NULL)
        g_ptr_array_add (verdict->cleared, g_strdup (question->id));
    }
  else if (answer == NULL)
    {
      if (question->required)
        add_missing (verdict, question->id, MESO_MISSING_NOT_ASKED);
    }
  else if (answer->kind == MESO_ANSWER_UNKNOWN)
    {
      if (!may_be_unknown (self, question))
        add_missing (verdict, question->id, MESO_MISSING_UNKNOWN);
    }
  else if (question->indication && answer->kind == MESO_ANSWER_YES)
    {
      g_ptr_array_add (verdict->indications, g_strdup (question->id));
    }
}

static MesoOutcome
find_strictest (const MesoVerdict *verdict)
{
  MesoOutcome strictest = verdict->missing->len > 0 ? MESO_OUTCOME_INCOMPLETE : MESO_OUTCOME_SUITABLE;

  for (guint i = 0; i < verdict->findings->len; i++)
    strictest = MAX (strictest, ((const MesoFinding *) verdict->findings->pdata[i])->outcome);

  return strictest;
}

static MesoCalendarDate
later_of (MesoCalendarDate a,
          MesoCalendarDate b)
{
  return meso_calendar_date_compare (a, b) >= 0 ? a : b;
}

/* The latest of the defers; a defer without a date can't be outlasted by any. */
static MesoCalendarDate
find_latest_until (const MesoVerdict *verdict)
{
  MesoCalendarDate latest = MESO_CALENDAR_DATE_NONE;

  if (verdict->outcome != MESO_OUTCOME_DEFER)
    return latest;

  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const MesoFinding *finding = verdict->findings->pdata[i];

      if (finding->outcome != MESO_OUTCOME_DEFER)
        continue;

      if (!meso_calendar_date_is_set (finding->until))
        return MESO_CALENDAR_DATE_NONE;

      latest = later_of (latest, finding->until);
    }

  return latest;
}

/**
 * meso_screening_engine_evaluate:
 * @protocol: the clinical content
 * @response: what was known and answered
 * @today: the day of the screening
 * @error: return location for a #MesoCoreError
 *
 * Goes through every rule and every question, and concludes. All findings are in the verdict, not
 * only the strictest, and also when something is still missing. Only an answer whose question is
 * asked counts; the others are listed as cleared. *Unknown* fulfils no condition, and is missing.
 *
 * What makes a verdict only ever stricter when a *no* becomes *yes* or *unknown*: no condition holds
 * because of a *no*, a *no* is never what is missing, and only a *no* (or no answer) to a parent hides.
 * The first is for the protocol's validator to see to, as is that in a `first` rule no case hides a
 * stricter one behind it.
 *
 * Returns: (transfer full): the verdict, or %NULL with %MESO_CORE_ERROR_INVALID, its message starting
 *   with the id of the question whose answer can't be
 */
MesoVerdict *
meso_screening_engine_evaluate (const MesoProtocol               *protocol,
                                const MesoQuestionnaireResponse  *response,
                                MesoCalendarDate                  today,
                                GError                          **error)
{
  const MesoEvaluation self = { protocol, response, today };
  const GPtrArray *questions = meso_protocol_get_questions (protocol);
  MesoVerdict *verdict;

  if (!meso_questionnaire_check (protocol, response, today, error))
    return NULL;

  verdict = meso_verdict_new ();
  verdict->date = today;
  verdict->protocol_version = g_strdup (meso_protocol_get_version (protocol));
  verdict->protocol_hash = g_strdup (meso_protocol_get_hash (protocol));
  verdict->protocol_reviewed = meso_protocol_get_reviewed (protocol);

  collect_findings (&self, verdict);
  collect_excluded (verdict);
  collect_missing_of_record (&self, verdict);
  for (guint i = 0; i < questions->len; i++)
    collect_question (&self, questions->pdata[i], verdict);

  verdict->outcome = find_strictest (verdict);
  verdict->until = find_latest_until (verdict);

  return verdict;
}
