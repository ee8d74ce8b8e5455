/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-check.h"

static void
check_case (MesoProtocolReader *reader,
            const MesoRuleCase *rule_case)
{
  meso_protocol_check_conditions (reader, rule_case);
  meso_protocol_check_event (reader, rule_case);
  meso_protocol_check_reference (reader, rule_case, "ingredient", reader->protocol->ingredients_by_id, rule_case->ingredient);
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

/**
 * meso_protocol_find_loosening:
 * @rule: a rule in which only the first case that holds speaks
 * @earlier: one of its cases
 * @later: one that stands behind it
 *
 * Whether @earlier, by holding, would hide a finding of @later that is stricter than its own: another yes would then
 * loosen the verdict, give back an ingredient, or bring the date forward.
 *
 * Returns: (transfer none) (nullable): in which way it would
 */
const char *
meso_protocol_find_loosening (const MesoScreeningRule *rule,
                              const MesoRuleCase      *earlier,
                              const MesoRuleCase      *later)
{
  if (earlier->outcome < later->outcome)
    return "with “findings” first the cases stand strictest first, and this one is stricter than one before it";

  if (later->outcome == MESO_OUTCOME_EXCLUDE &&
      (earlier->outcome != MESO_OUTCOME_EXCLUDE || g_strcmp0 (earlier->ingredient, later->ingredient) != 0))
    return "an earlier case could hide this exclusion: let the rule give “findings” all";

  /* A wait is stricter than a clearance, and yet a physician can end it, which nobody else's clearance can be replaced by. */
  if (rule->overridable && earlier->outcome == MESO_OUTCOME_DEFER && later->outcome == MESO_OUTCOME_CLEARANCE)
    return "a wait that a physician may end could hide this clearance: let the rule give “findings” all";

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
          const char *loosening = meso_protocol_find_loosening (rule, earlier, later);

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

/* Whether both hold at the same time and find the same. */
static gboolean
says_same (const MesoRuleCase *a,
           const MesoRuleCase *b)
{
  return a->outcome == b->outcome && g_strcmp0 (a->ingredient, b->ingredient) == 0 && g_strcmp0 (a->event, b->event) == 0 &&
         a->days == b->days && is_shadowed (a, b) && is_shadowed (b, a);
}

static void
check_repeated (MesoProtocolReader      *reader,
                const MesoScreeningRule *rule)
{
  for (guint i = 1; i < rule->cases->len; i++)
    for (guint j = 0; j < i; j++)
      if (says_same (g_ptr_array_index (rule->cases, i), g_ptr_array_index (rule->cases, j)))
        {
          meso_protocol_reader_fault_at (reader, g_ptr_array_index (rule->cases, i), "the case repeats one before it");
          break;
        }
}

/* A session's day begins with the short form. */
static gboolean
can_suspend (const MesoProtocol *protocol,
             const MesoRuleCase *rule_case)
{
  for (guint i = 0; i < rule_case->conditions->len; i++)
    {
      const MesoCondition *condition = g_ptr_array_index (rule_case->conditions, i);
      const MesoQuestion *question = meso_protocol_lookup_question (protocol, condition->question);

      if (question && (question->forms & MESO_FORM_SHORT) == 0)
        return FALSE;
    }

  return rule_case->outcome != MESO_OUTCOME_EXCLUDE;
}

static void
check_suspends (MesoProtocolReader      *reader,
                const MesoScreeningRule *rule)
{
  for (guint i = 0; i < rule->cases->len; i++)
    if (can_suspend (reader->protocol, g_ptr_array_index (rule->cases, i)))
      return;

  meso_protocol_reader_fault_at (reader, rule, "the rule can never suspend a course: no case of it stops anything by what the "
                                 "short form asks");
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
      else
        check_repeated (reader, rule);
      if (rule->suspends && rule->cases->len > 0)
        check_suspends (reader, rule);
      if (rule->overridable && meso_screening_rule_get_strictest (rule) == MESO_OUTCOME_BLOCK)
        meso_protocol_reader_fault_at (reader, rule, "a rule that blocks can't be overridable");
    }
}
