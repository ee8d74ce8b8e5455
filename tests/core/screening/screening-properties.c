/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "screening-properties.h"
#include "meso-answer-proposal.h"
#include "random-screening.h"
#include "screening-support.h"
#include "verdict-oracle.h"

/* The verdict on any response to the trial's protocol, on its day. */
MesoVerdict *
screening_trial_evaluate (const ScreeningTrial            *trial,
                          const MesoQuestionnaireResponse *response)
{
  g_autoptr (GError) error = NULL;
  MesoVerdict *verdict = meso_screening_engine_evaluate (trial->protocol, response, trial->today, &error);

  g_assert_no_error (error);

  return verdict;
}

static gboolean
contains (const GPtrArray *ids,
          const char      *id)
{
  return g_ptr_array_find_with_equal_func ((GPtrArray *) ids, id, g_str_equal, NULL);
}

static gboolean
has_outcome (const MesoVerdict *verdict,
             MesoOutcome        outcome)
{
  for (guint i = 0; i < verdict->findings->len; i++)
    if (((const MesoFinding *) verdict->findings->pdata[i])->outcome == outcome)
      return TRUE;

  return FALSE;
}

static gboolean
is_missing (const MesoVerdict *verdict,
            const char        *question,
            MesoMissingWhy     why)
{
  guint n = 0;

  for (guint i = 0; i < verdict->missing->len; i++)
    {
      const MesoMissing *missing = verdict->missing->pdata[i];

      n += g_str_equal (missing->question, question) && missing->why == why;
    }

  g_assert_cmpuint (n, <=, 1);

  return n == 1;
}

static gboolean
says (const MesoQuestionnaireResponse *response,
      const char                      *question,
      MesoAnswerKind                   kind)
{
  const MesoAnswer *answer = meso_questionnaire_response_lookup (response, question);

  return answer != NULL && answer->kind == kind;
}

/* Invariant 1 */

static char *
strictest_wins (const ScreeningTrial *trial)
{
  const MesoVerdict *verdict = trial->verdict;
  MesoOutcome expected;

  if (has_outcome (verdict, MESO_OUTCOME_BLOCK))
    expected = MESO_OUTCOME_BLOCK;
  else if (verdict->missing->len > 0)
    expected = MESO_OUTCOME_INCOMPLETE;
  else if (has_outcome (verdict, MESO_OUTCOME_DEFER))
    expected = MESO_OUTCOME_DEFER;
  else if (has_outcome (verdict, MESO_OUTCOME_CLEARANCE))
    expected = MESO_OUTCOME_CLEARANCE;
  else if (has_outcome (verdict, MESO_OUTCOME_CAUTION))
    expected = MESO_OUTCOME_CAUTION;
  else
    expected = MESO_OUTCOME_SUITABLE;

  return verdict->outcome == expected ? NULL : g_strdup_printf ("expected %s", meso_outcome_to_string (expected));
}

static char *
every_finding_is_shown (const ScreeningTrial *trial)
{
  g_autofree char *description = screening_support_describe (trial->verdict);
  g_autofree char *expected = verdict_oracle (trial->protocol, trial->response, trial->today);

  for (guint i = 0; i < trial->verdict->findings->len; i++)
    {
      const MesoFinding *finding = trial->verdict->findings->pdata[i];

      if (*meso_local_text_get (finding->reason, "en") == '\0' || *meso_local_text_get (finding->advice, "en") == '\0'
          || finding->source == NULL || *finding->source == '\0')
        return g_strdup_printf ("%s lacks its reason, advice or source", finding->rule);
    }

  return g_str_equal (description, expected) ? NULL : g_strdup_printf ("the oracle says: %s", expected);
}

static char *
until_is_the_first_allowed_day (const ScreeningTrial *trial)
{
  const MesoVerdict *verdict = trial->verdict;
  MesoCalendarDate day = meso_calendar_date_add_days (trial->today, 1);
  gboolean open_ended = FALSE;
  gboolean allowed;

  /* Walk on day by day until no defer stands against it. */
  do
    {
      allowed = TRUE;
      for (guint i = 0; i < verdict->findings->len; i++)
        {
          const MesoFinding *finding = verdict->findings->pdata[i];

          if (finding->outcome != MESO_OUTCOME_DEFER)
            {
              if (meso_calendar_date_is_set (finding->until))
                return g_strdup ("a finding that defers nothing has a day");
              continue;
            }

          open_ended |= !meso_calendar_date_is_set (finding->until);
          allowed &= meso_calendar_date_compare (finding->until, day) <= 0;
        }
      if (!allowed)
        day = meso_calendar_date_add_days (day, 1);
    }
  while (!allowed);

  if (verdict->outcome != MESO_OUTCOME_DEFER || open_ended)
    return meso_calendar_date_is_set (verdict->until) ? g_strdup ("there should be no day") : NULL;

  return meso_calendar_date_compare (verdict->until, day) == 0 ? NULL : meso_calendar_date_to_string (day);
}

/* Invariant 2 */

/* One *no*, or a handful of them, becomes something else. NULL when there is none. */
static MesoQuestionnaireResponse *
turn_no_into (const ScreeningTrial *trial,
              MesoAnswerKind        kind)
{
  const GPtrArray *questions = meso_protocol_get_questions (trial->protocol);
  g_autoptr (GPtrArray) candidates = g_ptr_array_new ();
  MesoQuestionnaireResponse *turned;

  for (guint i = 0; i < questions->len; i++)
    if (says (trial->response, ((const MesoQuestion *) questions->pdata[i])->id, MESO_ANSWER_NO))
      g_ptr_array_add (candidates, questions->pdata[i]);

  if (candidates->len == 0)
    return NULL;

  turned = meso_questionnaire_response_copy (trial->response);
  for (int i = g_rand_int_range (trial->rand, 0, 2) * 3; i >= 0; i--)
    {
      const MesoQuestion *question = candidates->pdata[g_rand_int_range (trial->rand, 0, (int) candidates->len)];

      meso_questionnaire_response_set (turned, question->id, meso_answer_new (kind));
    }

  return turned;
}

/* What one rule concludes by itself: its strictest outcome, and the latest of its days, unset when it has none. */
static MesoOutcome
conclude_rule (const MesoVerdict *verdict,
               const char        *rule,
               MesoCalendarDate  *until_out)
{
  MesoOutcome strictest = MESO_OUTCOME_EXCLUDE;
  gboolean open_ended = FALSE;

  *until_out = MESO_CALENDAR_DATE_NONE;
  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const MesoFinding *finding = verdict->findings->pdata[i];

      if (!g_str_equal (finding->rule, rule))
        continue;

      strictest = MAX (strictest, finding->outcome);
      open_ended |= finding->outcome == MESO_OUTCOME_DEFER && !meso_calendar_date_is_set (finding->until);
      if (meso_calendar_date_compare (finding->until, *until_out) > 0)
        *until_out = finding->until;
    }

  if (open_ended)
    *until_out = MESO_CALENDAR_DATE_NONE;
  return strictest;
}

static gboolean
ends_sooner (MesoCalendarDate after,
             MesoCalendarDate before)
{
  return meso_calendar_date_is_set (after)
         && (!meso_calendar_date_is_set (before) || meso_calendar_date_compare (after, before) < 0);
}

/* (nullable): a rule that concludes less than it did; a stricter one elsewhere would only hide it today */
static const char *
find_milder_rule (const ScreeningTrial *trial,
                  const MesoVerdict    *after)
{
  const GPtrArray *rules = meso_protocol_get_rules (trial->protocol);

  for (guint i = 0; i < rules->len; i++)
    {
      const MesoScreeningRule *rule = rules->pdata[i];
      MesoCalendarDate until_before, until_after;
      MesoOutcome before = conclude_rule (trial->verdict, rule->id, &until_before);
      MesoOutcome now = conclude_rule (after, rule->id, &until_after);

      if (now < before || (now == before && now == MESO_OUTCOME_DEFER && ends_sooner (until_after, until_before)))
        return rule->id;
    }

  return NULL;
}

/* Not a step toward suitable: not in the outcome, not in the day, not in what is taken out of the syringe. */
static char *
never_milder (const ScreeningTrial *trial,
              MesoAnswerKind        kind)
{
  g_autoptr (MesoQuestionnaireResponse) turned = turn_no_into (trial, kind);
  g_autoptr (MesoVerdict) after = NULL;
  const MesoVerdict *before = trial->verdict;
  g_autofree char *description = NULL;
  gboolean milder;

  if (turned == NULL)
    return NULL;

  after = screening_trial_evaluate (trial, turned);
  milder = after->outcome < before->outcome;

  if (before->outcome == MESO_OUTCOME_DEFER && after->outcome == MESO_OUTCOME_DEFER)
    milder |= ends_sooner (after->until, before->until);
  if (find_milder_rule (trial, after) != NULL)
    return g_strdup_printf ("%s is milder after turning no into %s", find_milder_rule (trial, after),
                            kind == MESO_ANSWER_YES ? "yes" : "unknown");

  for (guint i = 0; i < before->excluded_ingredients->len; i++)
    milder |= !contains (after->excluded_ingredients, before->excluded_ingredients->pdata[i]);

  if (!milder)
    return NULL;

  description = screening_support_describe (after);

  return g_strdup_printf ("milder after turning no into %s: %s", kind == MESO_ANSWER_YES ? "yes" : "unknown", description);
}

static char *
no_to_yes_is_never_milder (const ScreeningTrial *trial)
{
  return never_milder (trial, MESO_ANSWER_YES);
}

static char *
no_to_unknown_is_never_milder (const ScreeningTrial *trial)
{
  return never_milder (trial, MESO_ANSWER_UNKNOWN);
}

static char *
unknown_never_counts_as_no (const ScreeningTrial *trial)
{
  const GPtrArray *questions = meso_protocol_get_questions (trial->protocol);

  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = questions->pdata[i];
      gboolean asked = meso_screening_engine_asks (trial->protocol, trial->response, question);
      gboolean unknown = says (trial->response, question->id, MESO_ANSWER_UNKNOWN) &&
                         !screening_support_is_remark (trial->protocol, question);

      if (is_missing (trial->verdict, question->id, MESO_MISSING_UNKNOWN) != (asked && unknown))
        return g_strdup_printf ("%s: unknown, and not missing", question->id);

      if (asked && unknown && trial->verdict->outcome < MESO_OUTCOME_INCOMPLETE)
        return g_strdup_printf ("%s: unknown, and the verdict is complete", question->id);
    }

  return NULL;
}

static char *
only_form_sex_and_parent_hide (const ScreeningTrial *trial)
{
  const GPtrArray *questions = meso_protocol_get_questions (trial->protocol);

  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = questions->pdata[i];
      gboolean asked = (question->forms & trial->response->form) != 0
                       && !(question->hidden_for != MESO_SEX_UNKNOWN && question->hidden_for == trial->response->sex);

      if (asked && question->parent != NULL)
        asked = meso_screening_engine_asks (trial->protocol, trial->response,
                                            meso_protocol_lookup_question (trial->protocol, question->parent))
                && (says (trial->response, question->parent, MESO_ANSWER_YES)
                    || says (trial->response, question->parent, MESO_ANSWER_UNKNOWN));

      if (asked != meso_screening_engine_asks (trial->protocol, trial->response, question))
        return g_strdup_printf ("%s should be %s", question->id, asked ? "asked" : "hidden");
    }

  return NULL;
}

/* Nothing that was asked and is required may be left out of a verdict that calls itself complete. */
static char *
complete_means_all_answered (const ScreeningTrial *trial)
{
  const GPtrArray *questions = meso_protocol_get_questions (trial->protocol);

  if (!meso_calendar_date_is_set (trial->response->birth_date)
      && trial->verdict->outcome < MESO_OUTCOME_INCOMPLETE)
    return g_strdup ("complete without a birth date");

  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = questions->pdata[i];
      gboolean left_out = question->required
                          && meso_screening_engine_asks (trial->protocol, trial->response, question)
                          && meso_questionnaire_response_lookup (trial->response, question->id) == NULL;

      if (left_out != is_missing (trial->verdict, question->id, MESO_MISSING_NOT_ASKED)
          || (left_out && trial->verdict->outcome < MESO_OUTCOME_INCOMPLETE))
        return g_strdup_printf ("%s was %sleft out", question->id, left_out ? "" : "not ");
    }

  return NULL;
}

/* Invariant 3 */

static char *
same_again (const ScreeningTrial *trial)
{
  g_autofree char *input_before = screening_support_dump_response (trial->response);
  g_autoptr (MesoQuestionnaireResponse) copy = meso_questionnaire_response_copy (trial->response);
  g_autoptr (MesoVerdict) again = screening_trial_evaluate (trial, copy);
  g_autofree char *input_after = screening_support_dump_response (trial->response);
  g_autofree char *first = screening_support_describe (trial->verdict);
  g_autofree char *second = screening_support_describe (again);
  char *difference = meso_verdict_describe_difference (trial->verdict, again);

  if (difference != NULL)
    return difference;

  if (!g_str_equal (first, second) || !g_str_equal (input_before, input_after))
    return g_strdup ("the second time differs, or the input was changed");

  if (g_strcmp0 (trial->verdict->protocol_hash, meso_protocol_get_hash (trial->protocol)) != 0
      || g_strcmp0 (trial->verdict->protocol_version, meso_protocol_get_version (trial->protocol)) != 0
      || meso_calendar_date_compare (trial->verdict->date, trial->today) != 0)
    return g_strdup ("the verdict doesn't say which protocol and day it is of");

  return NULL;
}

/* Two verdicts differ in their description exactly when describe_difference () names a difference. */
static char *
difference_is_found (const ScreeningTrial *trial)
{
  g_autoptr (MesoQuestionnaireResponse) other = random_screening_response (trial->rand, trial->protocol, trial->today);
  g_autoptr (MesoVerdict) verdict = screening_trial_evaluate (trial, other);
  g_autofree char *difference = meso_verdict_describe_difference (trial->verdict, verdict);
  g_autofree char *back = meso_verdict_describe_difference (verdict, trial->verdict);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  /* Indications say why the patient came; they conclude nothing. */
  g_ptr_array_set_size (verdict->indications, 0);
  g_ptr_array_set_size (trial->verdict->indications, 0);
  first = screening_support_describe (trial->verdict);
  second = screening_support_describe (verdict);

  if ((difference == NULL) != g_str_equal (first, second) || (back == NULL) != (difference == NULL))
    return g_strdup_printf ("“%s” between these and: %s", difference, second);

  return NULL;
}

/* Invariant 4 */

static char *
not_asked_is_not_obeyed (const ScreeningTrial *trial)
{
  g_autoptr (MesoQuestionnaireResponse) asked_only = meso_questionnaire_response_copy (trial->response);
  g_autoptr (MesoVerdict) verdict = NULL;
  const GPtrArray *questions = meso_protocol_get_questions (trial->protocol);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, trial->response->answers);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      gboolean asked = meso_screening_engine_asks (trial->protocol, trial->response,
                                                   meso_protocol_lookup_question (trial->protocol, id));

      if (asked == contains (trial->verdict->cleared, id))
        return g_strdup_printf ("%s is %s", (char *) id, asked ? "asked and cleared" : "neither asked nor cleared");
    }

  for (guint i = 0; i < trial->verdict->cleared->len; i++)
    meso_questionnaire_response_set (asked_only, trial->verdict->cleared->pdata[i], NULL);

  verdict = screening_trial_evaluate (trial, asked_only);
  if (verdict->cleared->len > 0 || verdict->findings->len != trial->verdict->findings->len
      || verdict->missing->len != trial->verdict->missing->len - is_missing (trial->verdict, "sex", MESO_MISSING_CONTRADICTION))
    return g_strdup ("the verdict is another without the answers that were cleared");

  for (guint i = 0; i < questions->len; i++)
    if (meso_screening_engine_asks (trial->protocol, trial->response, questions->pdata[i])
        != meso_screening_engine_asks (trial->protocol, asked_only, questions->pdata[i]))
      return g_strdup ("the form is another without the answers that were cleared");

  return NULL;
}

static char *
contradiction_is_told_once (const ScreeningTrial *trial)
{
  const GPtrArray *questions = meso_protocol_get_questions (trial->protocol);
  gboolean expected = FALSE;
  guint n = 0;

  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = questions->pdata[i];

      expected |= question->hidden_for != MESO_SEX_UNKNOWN && question->hidden_for == trial->response->sex
                  && (says (trial->response, question->id, MESO_ANSWER_YES)
                      || says (trial->response, question->id, MESO_ANSWER_UNKNOWN));
    }

  for (guint i = 0; i < trial->verdict->missing->len; i++)
    n += ((const MesoMissing *) trial->verdict->missing->pdata[i])->why == MESO_MISSING_CONTRADICTION;

  if (n != (expected ? 1 : 0))
    return g_strdup_printf ("told %u times", n);

  if (expected && (trial->verdict->outcome < MESO_OUTCOME_INCOMPLETE
                   || !g_str_equal (((const MesoMissing *) trial->verdict->missing->pdata[0])->question, "sex")))
    return g_strdup ("not the first thing missing");

  return NULL;
}

/* What the record proposes is asked once it is confirmed, contradicts nothing, and never makes a verdict milder than an open
 * question would: it is a yes or a number. */
static char *
proposals_are_asked (const ScreeningTrial *trial)
{
  g_autoptr (GPtrArray) health = random_screening_health (trial->rand);
  g_autoptr (GPtrArray) proposals = meso_answer_proposal_list (trial->protocol, health, trial->response->weight_g,
                                                               trial->response->sex, trial->response->form);
  g_autoptr (MesoQuestionnaireResponse) confirmed = meso_questionnaire_response_new ();
  g_autoptr (MesoVerdict) verdict = NULL;

  confirmed->sex = trial->response->sex;
  confirmed->form = trial->response->form;
  confirmed->birth_date = trial->response->birth_date;
  for (guint i = 0; i < proposals->len; i++)
    {
      const MesoAnswerProposal *proposal = proposals->pdata[i];
      const MesoQuestion *question = meso_protocol_lookup_question (trial->protocol, proposal->question);

      if (proposal->answer->kind != (question->type == MESO_QUESTION_NUMBER ? MESO_ANSWER_NUMBER : MESO_ANSWER_YES))
        return g_strdup_printf ("%s: proposed neither yes nor a number", proposal->question);
      if ((proposal->items->len == 0) != question->known_weight)
        return g_strdup_printf ("%s: proposed for nothing", proposal->question);
      /* The weight is there whether or not somebody comes to ask for it. */
      if (!question->known_weight)
        meso_questionnaire_response_set (confirmed, proposal->question, meso_answer_copy (proposal->answer));
    }

  verdict = screening_trial_evaluate (trial, confirmed);
  if (verdict->cleared->len > 0)
    return g_strdup_printf ("%s: proposed although it isn't asked", (const char *) verdict->cleared->pdata[0]);

  return is_missing (verdict, "sex", MESO_MISSING_CONTRADICTION) ? g_strdup ("a proposal contradicts the record") : NULL;
}

/* Invariant 5 */

static char *
block_has_no_override (const ScreeningTrial *trial)
{
  for (guint i = 0; i < trial->verdict->findings->len; i++)
    {
      const MesoFinding *finding = trial->verdict->findings->pdata[i];

      if (finding->overridable && finding->outcome != MESO_OUTCOME_DEFER && finding->outcome != MESO_OUTCOME_CAUTION)
        return g_strdup_printf ("%s can be overridden", finding->rule);
    }

  return NULL;
}

/* Invariant 6 */

static char *
every_form_needs_a_birth_date (const ScreeningTrial *trial)
{
  g_autoptr (MesoQuestionnaireResponse) response = meso_questionnaire_response_copy (trial->response);
  g_autoptr (MesoVerdict) verdict = NULL;

  response->birth_date = MESO_CALENDAR_DATE_NONE;
  verdict = screening_trial_evaluate (trial, response);

  return is_missing (verdict, "birth-date", MESO_MISSING_NOT_ASKED) ? NULL : g_strdup ("birth date");
}

/* Invariant 8 */

static const MesoScreeningRule *
find_rule (const MesoProtocol *protocol,
           const char         *id)
{
  const GPtrArray *rules = meso_protocol_get_rules (protocol);

  for (guint i = 0; i < rules->len; i++)
    if (g_str_equal (((const MesoScreeningRule *) rules->pdata[i])->id, id))
      return rules->pdata[i];

  g_assert_not_reached ();
}

static char *
suspends_as_its_rule_says (const ScreeningTrial *trial)
{
  for (guint i = 0; i < trial->verdict->findings->len; i++)
    {
      const MesoFinding *finding = trial->verdict->findings->pdata[i];
      gboolean expected = find_rule (trial->protocol, finding->rule)->suspends && finding->ingredient == NULL;

      if (finding->suspends != expected)
        return g_strdup_printf ("%s should %ssuspend", finding->rule, expected ? "" : "not ");
    }

  return NULL;
}

const ScreeningProperty screening_properties[] = {
  { "invariant-1/strictest-wins", strictest_wins },
  { "invariant-1/every-finding-is-shown", every_finding_is_shown },
  { "invariant-1/until-is-the-first-allowed-day", until_is_the_first_allowed_day },
  { "invariant-2/no-to-yes-is-never-milder", no_to_yes_is_never_milder },
  { "invariant-2/no-to-unknown-is-never-milder", no_to_unknown_is_never_milder },
  { "invariant-2/unknown-never-counts-as-no", unknown_never_counts_as_no },
  { "invariant-2/only-form-sex-and-parent-hide", only_form_sex_and_parent_hide },
  { "invariant-2/complete-means-all-answered", complete_means_all_answered },
  { "invariant-3/same-again", same_again },
  { "invariant-3/difference-is-found", difference_is_found },
  { "invariant-4/not-asked-is-not-obeyed", not_asked_is_not_obeyed },
  { "invariant-4/contradiction-is-told-once", contradiction_is_told_once },
  { "invariant-4/proposals-are-asked", proposals_are_asked },
  { "invariant-5/block-has-no-override", block_has_no_override },
  { "invariant-6/every-form-needs-a-birth-date", every_form_needs_a_birth_date },
  { "invariant-8/suspends-as-its-rule-says", suspends_as_its_rule_says },
  { NULL, NULL },
};
