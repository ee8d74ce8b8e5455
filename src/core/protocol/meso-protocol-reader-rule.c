/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-reader.h"

#define MAX_DAYS_AGO 36500
#define MAX_AGE 150
/* Each is compared with each: more than anyone can oversee, few enough to compare. */
#define MAX_CASES 100
#define MAX_CONDITIONS 20

/* Only a yes can be asked for: a rule that needed a no would let a yes loosen the verdict. */
static MesoAnswer *
read_is (MesoProtocolReader   *reader,
         const MesoXmlElement *element)
{
  g_autofree char *value = meso_protocol_reader_require (reader, element, "is");

  if (g_str_equal (value, "yes"))
    return meso_answer_new (MESO_ANSWER_YES);

  if (g_str_equal (value, "no") || g_str_equal (value, "unknown"))
    meso_protocol_reader_fault (reader, element, "a condition can't be “%s”: no is the safe answer, and a yes or an "
                                "unknown must never loosen the verdict", value);

  return meso_answer_new_choice (value);
}

static void
read_operator (MesoProtocolReader   *reader,
               const MesoXmlElement *element,
               MesoCondition        *condition)
{
  gboolean age = meso_protocol_reader_has (element, "fact");

  if (meso_protocol_reader_has (element, "is"))
    {
      condition->kind = MESO_CONDITION_IS;
      condition->answer = read_is (reader, element);
    }
  else if (meso_protocol_reader_has (element, "days-ago-at-least"))
    {
      condition->kind = MESO_CONDITION_AT_LEAST;
      condition->bound = meso_protocol_reader_integer (reader, element, "days-ago-at-least", 0, MAX_DAYS_AGO);
    }
  else if (meso_protocol_reader_has (element, "days-ago-below"))
    {
      condition->kind = MESO_CONDITION_BELOW;
      condition->bound = meso_protocol_reader_integer (reader, element, "days-ago-below", 1, MAX_DAYS_AGO);
    }
  else
    {
      const char *attribute = meso_protocol_reader_has (element, "below") ? "below" : "at-least";

      condition->kind = attribute[0] == 'b' ? MESO_CONDITION_BELOW : MESO_CONDITION_AT_LEAST;
      condition->bound = age ? meso_protocol_reader_integer (reader, element, attribute, 1, MAX_AGE)
                             : meso_protocol_reader_milli (reader, element, attribute);
    }
}

static MesoCondition *
read_condition (MesoProtocolReader   *reader,
                const MesoXmlElement *element)
{
  static const char *const operators[] = { "is", "at-least", "below", "days-ago-at-least", "days-ago-below" };
  static const MesoProtocolWord facts[] = { { "age", 0 }, { NULL } };
  MesoCondition *condition = g_new0 (MesoCondition, 1);
  gboolean fact = meso_protocol_reader_has (element, "fact");
  guint n_operators = 0;

  meso_protocol_reader_shape (reader, element, "question fact is at-least below days-ago-at-least days-ago-below", "");
  meso_protocol_reader_remember (reader, condition, element);

  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    n_operators += meso_protocol_reader_has (element, operators[i]) ? 1 : 0;

  if (fact == meso_protocol_reader_has (element, "question"))
    meso_protocol_reader_fault (reader, element, "<when> needs either “question” or “fact”");
  if (n_operators != 1)
    meso_protocol_reader_fault (reader, element, "<when> needs one of “is”, “at-least”, “below”, “days-ago-at-least”, "
                                "“days-ago-below”");
  else
    read_operator (reader, element, condition);

  if (fact)
    {
      meso_protocol_reader_word (reader, element, "fact", facts);
      condition->question = g_strdup ("age");
      if (!meso_protocol_reader_has (element, "at-least") && !meso_protocol_reader_has (element, "below"))
        meso_protocol_reader_fault (reader, element, "the age is compared with “at-least” or “below”, in years");
    }
  else
    {
      condition->question = meso_protocol_reader_optional (reader, element, "question");
      if (!condition->question)
        condition->question = g_strdup ("");
    }

  return condition;
}

static void
read_outcome (MesoProtocolReader   *reader,
              const MesoXmlElement *element,
              MesoRuleCase         *rule_case)
{
  static const MesoProtocolWord outcomes[] = {
    { "block", MESO_OUTCOME_BLOCK }, { "defer", MESO_OUTCOME_DEFER }, { "clearance", MESO_OUTCOME_CLEARANCE },
    { "caution", MESO_OUTCOME_CAUTION }, { "exclude", MESO_OUTCOME_EXCLUDE }, { NULL }
  };
  gboolean has_days = meso_protocol_reader_has (element, "days");

  rule_case->outcome = meso_protocol_reader_word (reader, element, "outcome", outcomes);
  rule_case->event = meso_protocol_reader_optional (reader, element, "event");
  rule_case->ingredient = meso_protocol_reader_optional (reader, element, "ingredient");
  if (has_days)
    rule_case->days = meso_protocol_reader_integer (reader, element, "days", 0, MESO_RULE_MAX_DAYS);

  if (rule_case->outcome != MESO_OUTCOME_DEFER && (rule_case->event || has_days))
    meso_protocol_reader_fault (reader, element, "only a case that defers has “event” and “days”");
  else if (has_days && !rule_case->event)
    meso_protocol_reader_fault (reader, element, "“days” needs an “event” to count from");
  else if (rule_case->event && !has_days)
    meso_protocol_reader_fault (reader, element, "“event” needs “days”: how long to wait from it");

  if (rule_case->outcome == MESO_OUTCOME_EXCLUDE && !rule_case->ingredient)
    meso_protocol_reader_fault (reader, element, "a case that excludes needs an “ingredient”");
  else if (rule_case->outcome != MESO_OUTCOME_EXCLUDE && rule_case->ingredient)
    meso_protocol_reader_fault (reader, element, "only a case that excludes has an “ingredient”");
}

/* Where sources disagree the content names what a clinic may choose from. What comes from the article is never loosened. */
static void
read_freedom (MesoProtocolReader   *reader,
              const MesoXmlElement *element,
              MesoRuleCase         *rule_case)
{
  static const MesoProtocolWord outcomes[] = {
    { "block", MESO_OUTCOME_BLOCK }, { "defer", MESO_OUTCOME_DEFER }, { "clearance", MESO_OUTCOME_CLEARANCE },
    { "caution", MESO_OUTCOME_CAUTION }, { NULL }
  };
  gboolean ranged = meso_protocol_reader_has (element, "days-from");

  rule_case->choose = meso_protocol_reader_word_or (reader, element, "choose", outcomes, rule_case->outcome);
  rule_case->days_from = rule_case->days;
  rule_case->days_to = MESO_RULE_MAX_DAYS;

  if (meso_protocol_reader_has (element, "choose"))
    {
      if (rule_case->outcome == MESO_OUTCOME_EXCLUDE)
        meso_protocol_reader_fault (reader, element, "an ingredient that is excluded leaves nothing to choose");
      else if (rule_case->choose == rule_case->outcome)
        meso_protocol_reader_fault (reader, element, "“choose” names another outcome than the case's own");
    }

  if (ranged != meso_protocol_reader_has (element, "days-to"))
    meso_protocol_reader_fault (reader, element, "“days-from” and “days-to” belong together");
  else if (ranged && !meso_protocol_reader_has (element, "days"))
    meso_protocol_reader_fault (reader, element, "“days-from” and “days-to” say between which numbers “days” may be set");
  else if (ranged)
    {
      rule_case->days_from = meso_protocol_reader_integer (reader, element, "days-from", 0, MESO_RULE_MAX_DAYS);
      rule_case->days_to = meso_protocol_reader_integer (reader, element, "days-to", 0, MESO_RULE_MAX_DAYS);
      if (rule_case->days < rule_case->days_from || rule_case->days > rule_case->days_to)
        meso_protocol_reader_fault (reader, element, "“days” isn't between “days-from” and “days-to”");
    }
}

static MesoRuleCase *
read_case (MesoProtocolReader   *reader,
           const MesoXmlElement *element)
{
  MesoRuleCase *rule_case = g_new0 (MesoRuleCase, 1);
  g_autoptr (GPtrArray) children = meso_protocol_reader_children (reader, element, "when", MAX_CONDITIONS);

  meso_protocol_reader_shape (reader, element, "outcome event days ingredient choose days-from days-to",
                              "when reason advice");
  meso_protocol_reader_remember (reader, rule_case, element);
  read_outcome (reader, element, rule_case);
  read_freedom (reader, element, rule_case);

  rule_case->conditions = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_condition_free);
  for (guint i = 0; i < children->len; i++)
    g_ptr_array_add (rule_case->conditions, read_condition (reader, g_ptr_array_index (children, i)));

  if (rule_case->conditions->len == 0)
    meso_protocol_reader_fault (reader, element, "a case needs a <when>: without one it holds for everybody");

  rule_case->reason = meso_protocol_reader_text (reader, element, "reason", TRUE);
  rule_case->advice = meso_protocol_reader_text (reader, element, "advice", TRUE);
  return rule_case;
}

static gboolean
is_rule_id (const char *id)
{
  for (const char *p = id; *p != '\0'; p++)
    if (!g_ascii_isupper (*p) && !g_ascii_isdigit (*p) && *p != '-')
      return FALSE;

  return TRUE;
}

/**
 * meso_protocol_read_rule:
 * @reader: a reader
 * @element: a `<rule>`
 *
 * Reads one rule of the screening.
 */
void
meso_protocol_read_rule (MesoProtocolReader   *reader,
                         const MesoXmlElement *element)
{
  static const MesoProtocolWord findings[] = { { "first", TRUE }, { "all", FALSE }, { NULL } };
  MesoScreeningRule *rule = g_new0 (MesoScreeningRule, 1);
  g_autoptr (GPtrArray) children = meso_protocol_reader_children (reader, element, "case", MAX_CASES);

  meso_protocol_reader_shape (reader, element, "id overridable suspends findings" MESO_PROTOCOL_PROVENANCE, "case");
  g_ptr_array_add (reader->protocol->rules, rule);
  meso_protocol_reader_remember (reader, rule, element);

  rule->id = meso_protocol_reader_require (reader, element, "id");
  rule->overridable = meso_protocol_reader_boolean (reader, element, "overridable", FALSE);
  rule->suspends = meso_protocol_reader_boolean (reader, element, "suspends", FALSE);
  rule->first_case_only = meso_protocol_reader_word_or (reader, element, "findings", findings, TRUE);
  rule->cases = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_rule_case_free);
  for (guint i = 0; i < children->len; i++)
    g_ptr_array_add (rule->cases, read_case (reader, g_ptr_array_index (children, i)));
  meso_protocol_reader_provenance (reader, element, &rule->provenance);

  if (!is_rule_id (rule->id))
    meso_protocol_reader_fault (reader, element, "“%s” can't be the id of a rule: write upper-case letters A–Z, digits "
                                "and hyphens", rule->id);
  if (rule->cases->len == 0)
    meso_protocol_reader_fault (reader, element, "a rule without a <case> can never speak");
  meso_protocol_reader_register (reader, reader->protocol->rules_by_id, rule->id, rule);
}
