/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-check.h"

static void
check_case (MesoProtocolReader *reader,
            const MesoRuleCase *rule_case)
{
  const MesoProtocol *protocol = reader->protocol;
  const MesoQuestion *event = rule_case->event ? meso_protocol_lookup_question (protocol, rule_case->event) : NULL;

  meso_protocol_check_conditions (reader, rule_case);
  meso_protocol_check_reference (reader, rule_case, "question", protocol->questions_by_id, rule_case->event);
  meso_protocol_check_reference (reader, rule_case, "ingredient", protocol->ingredients_by_id, rule_case->ingredient);
  if (event && event->type != MESO_QUESTION_DATE)
    meso_protocol_reader_fault_at (reader, rule_case, "the event “%s” is of type %s; it must be a date", event->id,
                                   meso_question_type_to_string (event->type));
}

/* Whether @later can only hold when @earlier holds too, so that it never gets its turn. */
static gboolean
is_shadowed (const MesoRuleCase *later,
             const MesoRuleCase *earlier)
{
  for (guint i = 0; i < earlier->conditions->len; i++)
    {
      gboolean implied = FALSE;

      for (guint j = 0; j < later->conditions->len && !implied; j++)
        implied = meso_protocol_condition_implies (g_ptr_array_index (later->conditions, j),
                                                   g_ptr_array_index (earlier->conditions, i));
      if (!implied)
        return FALSE;
    }

  return earlier->conditions->len > 0;
}

/* Whether @earlier, by holding, would hide a finding of @later that is stricter than its own: another yes would then
 * loosen the verdict, give back an ingredient, or bring the date forward. */
static const char *
find_loosening (const MesoRuleCase *earlier,
                const MesoRuleCase *later)
{
  if (earlier->outcome < later->outcome)
    return "with “findings” first the cases stand strictest first, and this one is stricter than one before it";

  if (later->outcome == MESO_OUTCOME_EXCLUDE &&
      (earlier->outcome != MESO_OUTCOME_EXCLUDE || g_strcmp0 (earlier->ingredient, later->ingredient) != 0))
    return "an earlier case could hide this exclusion: let the rule give “findings” all";

  if (earlier->outcome != MESO_OUTCOME_DEFER || later->outcome != MESO_OUTCOME_DEFER || !earlier->event)
    return NULL;

  if (!later->event)
    return "a case that defers without a date is stricter than one with a date, and stands before it";
  if (!g_str_equal (earlier->event, later->event))
    return "an earlier case could hide the later date of this one: let the rule give “findings” all";
  if (earlier->days < later->days)
    return "this case defers for longer than one before it, and must stand before it";

  return NULL;
}

static void
check_order (MesoProtocolReader      *reader,
             const MesoScreeningRule *rule)
{
  for (guint i = 1; i < rule->cases->len; i++)
    {
      const MesoRuleCase *later = g_ptr_array_index (rule->cases, i);

      for (guint j = 0; j < i; j++)
        {
          const MesoRuleCase *earlier = g_ptr_array_index (rule->cases, j);
          const char *loosening = find_loosening (earlier, later);

          if (loosening)
            {
              meso_protocol_reader_fault_at (reader, later, "%s", loosening);
              break;
            }
          if (is_shadowed (later, earlier))
            {
              meso_protocol_reader_fault_at (reader, later, "the case can never speak: whenever it holds, one before it "
                                             "does");
              break;
            }
        }
    }
}

/* A rule of the article may be made stricter, never looser: nothing looser is offered. */
static void
check_freedom (MesoProtocolReader      *reader,
               const MesoScreeningRule *rule,
               const MesoRuleCase      *rule_case)
{
  if (rule->provenance.origin != MESO_ORIGIN_ARTICLE)
    return;

  if (rule_case->choose < rule_case->outcome)
    meso_protocol_reader_fault_at (reader, rule_case, "a rule of the article can't be made looser, so that “choose” names a "
                                   "stricter outcome");
  if (rule_case->days_from < rule_case->days)
    meso_protocol_reader_fault_at (reader, rule_case, "a rule of the article can't be made looser, so that “days-from” isn't "
                                   "less than “days”");
}

/**
 * meso_protocol_check_rules:
 * @reader: a reader that has read every document
 *
 * No rule may let an answer of yes loosen the verdict, and nothing overrides a block.
 */
void
meso_protocol_check_rules (MesoProtocolReader *reader)
{
  const MesoProtocol *protocol = reader->protocol;

  for (guint i = 0; i < protocol->rules->len; i++)
    {
      const MesoScreeningRule *rule = g_ptr_array_index (protocol->rules, i);

      for (guint j = 0; j < rule->cases->len; j++)
        {
          check_case (reader, g_ptr_array_index (rule->cases, j));
          check_freedom (reader, rule, g_ptr_array_index (rule->cases, j));
        }
      if (rule->first_case_only)
        check_order (reader, rule);
      if (rule->overridable && meso_screening_rule_get_strictest (rule) == MESO_OUTCOME_BLOCK)
        meso_protocol_reader_fault_at (reader, rule, "a rule that blocks can't be overridable");
    }
}
