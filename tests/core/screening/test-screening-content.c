/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* The engine on the content that ships: every rule of it speaks when it should and is silent when it should. */

#include "screening-support.h"

#include <string.h>

static const MesoCalendarDate today = { 2026, 11, 22 };

static char *
evaluate (const MesoProtocol              *protocol,
          const MesoQuestionnaireResponse *response)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MesoVerdict) verdict = meso_screening_engine_evaluate (protocol, response, today, &error);

  g_assert_no_error (error);

  return screening_support_describe (verdict);
}

static void
assert_verdict (MesoSex     sex,
                const char *answers,
                const char *expected)
{
  g_autoptr (MesoProtocol) protocol = screening_support_built ();
  g_autoptr (MesoQuestionnaireResponse) response = screening_support_response (sex, answers);
  g_autofree char *description = NULL;

  screening_support_fill_up (protocol, response, today);
  description = evaluate (protocol, response);
  g_assert_cmpstr (description, ==, expected);
}

static void
test_all_no_is_suitable (void)
{
  g_autoptr (MesoProtocol) protocol = screening_support_built ();

  for (int sex = MESO_SEX_UNKNOWN; sex <= MESO_SEX_OTHER; sex++)
    for (int form = MESO_FORM_FULL; form <= MESO_FORM_SHORT; form++)
      {
        g_autoptr (MesoQuestionnaireResponse) response = screening_support_response ((MesoSex) sex, "");
        g_autofree char *description = NULL;

        response->form = (MesoForm) form;
        screening_support_fill_up (protocol, response, today);
        description = evaluate (protocol, response);
        g_assert_cmpstr (description, ==, "suitable");
      }
}

static void
test_article_rules (void)
{
  assert_verdict (MESO_SEX_FEMALE, "pregnant=yes", "block; PREG:block");
  assert_verdict (MESO_SEX_FEMALE, "breastfeeding=yes", "block; LACT:block");
  assert_verdict (MESO_SEX_FEMALE, "menstruating=yes period-started-on=2026-11-20",
                  "defer until 2026-11-27; MENS:defer:2026-11-27");
  assert_verdict (MESO_SEX_FEMALE, "menstruating=yes period-started-on=2026-11-01",
                  "defer until 2026-11-23; MENS:defer:2026-11-23 MENS:clearance");
  assert_verdict (MESO_SEX_MALE, "endocrine-disorder=yes endocrine-uncontrolled=yes", "clearance; ENDO:clearance");
  assert_verdict (MESO_SEX_OTHER, "endocrine-disorder=yes endocrine-uncontrolled=no", "caution; ENDO:caution");
  assert_verdict (MESO_SEX_UNKNOWN, "tumour-active=yes", "block; TUM-A:block");
  assert_verdict (MESO_SEX_MALE, "tumour-history=yes", "clearance; TUM-H:clearance");
  assert_verdict (MESO_SEX_MALE, "pregnant=yes", "incomplete; missing sex:contradiction; cleared pregnant");
}

static gboolean
opens_others (const MesoProtocol *protocol,
              const MesoQuestion *question)
{
  const GPtrArray *questions = meso_protocol_get_questions (protocol);

  for (guint i = 0; i < questions->len; i++)
    if (g_strcmp0 (((const MesoQuestion *) questions->pdata[i])->parent, question->id) == 0)
      return TRUE;

  return FALSE;
}

/* Each question in turn is not known, or left out. */
static void
test_each_gap_is_incomplete (void)
{
  g_autoptr (MesoProtocol) protocol = screening_support_built ();
  const GPtrArray *questions = meso_protocol_get_questions (protocol);

  for (guint i = 0; i < questions->len; i++)
    for (int form = MESO_FORM_FULL; form <= MESO_FORM_SHORT; form++)
      {
        const MesoQuestion *question = questions->pdata[i];
        g_autoptr (MesoQuestionnaireResponse) response = screening_support_response (MESO_SEX_FEMALE, "");
        g_autofree char *left_out = NULL;
        g_autofree char *unknown = NULL;

        response->form = (MesoForm) form;
        screening_support_fill_up (protocol, response, today);
        if (!meso_screening_engine_asks (protocol, response, question))
          continue;

        meso_questionnaire_response_set (response, question->id, NULL);
        left_out = evaluate (protocol, response);
        g_assert_cmpint (g_str_has_prefix (left_out, "incomplete; missing"), ==, question->required);

        meso_questionnaire_response_set (response, question->id, meso_answer_new (MESO_ANSWER_UNKNOWN));
        unknown = evaluate (protocol, response);
        g_assert_cmpint (g_str_has_prefix (unknown, "incomplete"), ==,
                         !question->indication || opens_others (protocol, question));
      }
}

/* Says yes to everything above a question, so that it is asked. */
static void
open_up (const MesoProtocol        *protocol,
         MesoQuestionnaireResponse *response,
         const MesoQuestion        *question)
{
  while (question->parent != NULL)
    {
      meso_questionnaire_response_set (response, question->parent, meso_answer_new (MESO_ANSWER_YES));
      question = meso_protocol_lookup_question (protocol, question->parent);
    }
}

static void
fulfil (const MesoProtocol        *protocol,
        MesoQuestionnaireResponse *response,
        const MesoCondition       *condition)
{
  /* The last value that fulfils a “below”, the first that fulfils an “at least”. */
  gint64 value = condition->bound - (condition->kind == MESO_CONDITION_BELOW ? 1 : 0);
  const MesoQuestion *question;

  if (g_str_equal (condition->question, "age"))
    {
      response->birth_date = meso_calendar_date_add_months (today, (int) -value * 12);
      return;
    }

  question = meso_protocol_lookup_question (protocol, condition->question);
  open_up (protocol, response, question);

  if (condition->kind == MESO_CONDITION_IS)
    meso_questionnaire_response_set (response, question->id, meso_answer_copy (condition->answer));
  else if (question->type == MESO_QUESTION_DATE)
    meso_questionnaire_response_set (response, question->id,
                                     meso_answer_new_date (meso_calendar_date_add_days (today, (int) -value)));
  else
    meso_questionnaire_response_set (response, question->id, meso_answer_new_number (value));
}

static MesoForm
form_that_asks (const MesoProtocol *protocol,
                const MesoRuleCase *rule_case)
{
  MesoForm forms = MESO_FORM_FULL | MESO_FORM_SHORT;

  for (guint i = 0; i < rule_case->conditions->len; i++)
    {
      const MesoCondition *condition = rule_case->conditions->pdata[i];

      if (!g_str_equal (condition->question, "age"))
        forms &= meso_protocol_lookup_question (protocol, condition->question)->forms;
    }

  g_assert_cmpint (forms, !=, 0);

  return (forms & MESO_FORM_FULL) != 0 ? MESO_FORM_FULL : MESO_FORM_SHORT;
}

static MesoSex
sex_that_is_asked (const MesoProtocol *protocol,
                   const MesoRuleCase *rule_case)
{
  for (guint i = 0; i < rule_case->conditions->len; i++)
    {
      const MesoCondition *condition = rule_case->conditions->pdata[i];
      const MesoQuestion *question = meso_protocol_lookup_question (protocol, condition->question);

      if (question != NULL && meso_question_is_hidden_for (question, MESO_SEX_FEMALE))
        return MESO_SEX_MALE;
    }

  return MESO_SEX_FEMALE;
}

static void
assert_case_speaks (const MesoProtocol      *protocol,
                    const MesoScreeningRule *rule,
                    const MesoRuleCase      *rule_case)
{
  g_autoptr (MesoQuestionnaireResponse) response = screening_support_response (sex_that_is_asked (protocol, rule_case), "");
  g_autofree char *finding = g_strdup_printf (" %s:%s", rule->id, meso_outcome_to_string (rule_case->outcome));
  g_autofree char *description = NULL;

  response->form = form_that_asks (protocol, rule_case);
  for (guint i = 0; i < rule_case->conditions->len; i++)
    fulfil (protocol, response, rule_case->conditions->pdata[i]);
  screening_support_fill_up (protocol, response, today);

  description = evaluate (protocol, response);
  g_test_message ("%s", description);
  g_assert_nonnull (strstr (description, finding));
  g_assert_false (g_str_has_prefix (description, "incomplete"));
}

/* That none speaks without cause is what test_all_no_is_suitable() shows. */
static void
test_each_case_speaks (void)
{
  g_autoptr (MesoProtocol) protocol = screening_support_built ();
  const GPtrArray *rules = meso_protocol_get_rules (protocol);

  g_assert_cmpuint (rules->len, >=, 6);

  for (guint i = 0; i < rules->len; i++)
    {
      const MesoScreeningRule *rule = rules->pdata[i];

      for (guint j = 0; j < rule->cases->len; j++)
        assert_case_speaks (protocol, rule, rule->cases->pdata[j]);
    }
}

/* Every question that isn't an indication can change something, or opens others that can; one that can't would only cost
 * time. */
static void
test_each_question_matters (void)
{
  g_autoptr (MesoProtocol) protocol = screening_support_built ();
  const GPtrArray *questions = meso_protocol_get_questions (protocol);

  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = questions->pdata[i];
      g_autoptr (MesoQuestionnaireResponse) response = screening_support_response (MESO_SEX_FEMALE, "");
      g_autofree char *description = NULL;

      if (question->type != MESO_QUESTION_ANSWER || question->indication || opens_others (protocol, question))
        continue;

      response->form = (question->forms & MESO_FORM_FULL) != 0 ? MESO_FORM_FULL : MESO_FORM_SHORT;
      open_up (protocol, response, question);
      meso_questionnaire_response_set (response, question->id, meso_answer_new (MESO_ANSWER_YES));
      screening_support_fill_up (protocol, response, today);

      description = evaluate (protocol, response);
      g_test_message ("%s: %s", question->id, description);
      g_assert_false (g_str_equal (description, "suitable"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/screening-content/all-no-is-suitable", test_all_no_is_suitable);
  g_test_add_func ("/screening-content/article-rules", test_article_rules);
  g_test_add_func ("/screening-content/each-gap-is-incomplete", test_each_gap_is_incomplete);
  g_test_add_func ("/screening-content/each-case-speaks", test_each_case_speaks);
  g_test_add_func ("/screening-content/each-question-matters", test_each_question_matters);

  return g_test_run ();
}
