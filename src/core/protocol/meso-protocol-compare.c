/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-difference.h"
#include "meso-protocol-digest.h"

typedef struct
{
  const MesoProtocol *before;
  const MesoProtocol *after;
  GPtrArray *differences;
} Comparison;

static MesoProtocolDifference *
add (Comparison                 *self,
     MesoProtocolDifferenceKind  kind,
     MesoProtocolEntry           entry,
     MesoProtocolEffect          effect,
     const char                 *id,
     MesoOrigin                  origin)
{
  MesoProtocolDifference *difference = g_new0 (MesoProtocolDifference, 1);

  difference->kind = kind;
  difference->entry = entry;
  difference->effect = effect;
  difference->id = g_strdup (id);
  difference->origin = origin;
  difference->old_days = -1;
  difference->new_days = -1;
  g_ptr_array_add (self->differences, difference);
  return difference;
}

static MesoLocalText *
take_text (MesoLocalText *text)
{
  return text ? meso_local_text_ref (text) : NULL;
}

/* The days that a text names are told with the rule that they belong to. */
static gboolean
same_text (const MesoLocalText *left,
           const MesoLocalText *right)
{
  return meso_local_text_equal (meso_local_text_get_template (left), meso_local_text_get_template (right));
}

static int
get_days (const MesoRuleCase *rule_case)
{
  return rule_case->outcome == MESO_OUTCOME_DEFER && rule_case->event ? rule_case->days : -1;
}

static void
tell_before (MesoProtocolDifference *difference,
             const MesoRuleCase     *rule_case)
{
  difference->old_outcome = rule_case->outcome;
  difference->old_days = get_days (rule_case);
  difference->old_text = take_text (rule_case->reason);
}

static void
tell_after (MesoProtocolDifference *difference,
            const MesoRuleCase     *rule_case,
            guint                   index)
{
  difference->n_case = index + 1;
  difference->new_outcome = rule_case->outcome;
  difference->new_days = get_days (rule_case);
  difference->new_text = take_text (rule_case->reason);
}

static MesoProtocolEffect
weigh (const MesoRuleCase *before,
       const MesoRuleCase *after)
{
  if (before->outcome != after->outcome)
    return after->outcome > before->outcome ? MESO_PROTOCOL_EFFECT_STRICTER : MESO_PROTOCOL_EFFECT_LOOSER;
  if (get_days (before) < 0 || get_days (after) < 0)
    return MESO_PROTOCOL_EFFECT_UNKNOWN;

  return get_days (after) > get_days (before) ? MESO_PROTOCOL_EFFECT_STRICTER : MESO_PROTOCOL_EFFECT_LOOSER;
}

static void
compare_case (Comparison              *self,
              const MesoScreeningRule *rule,
              const MesoRuleCase      *before,
              const MesoRuleCase      *after,
              guint                    index)
{
  MesoProtocolDifference *difference;

  if (before->outcome != after->outcome || get_days (before) != get_days (after))
    {
      difference = add (self, MESO_PROTOCOL_DIFFERENCE_OUTCOME, MESO_PROTOCOL_ENTRY_CASE, weigh (before, after), rule->id,
                        rule->provenance.origin);
      tell_before (difference, before);
      tell_after (difference, after, index);
    }
  else if (g_strcmp0 (before->event, after->event) != 0 || g_strcmp0 (before->ingredient, after->ingredient) != 0)
    {
      difference = add (self, MESO_PROTOCOL_DIFFERENCE_MEANING, MESO_PROTOCOL_ENTRY_CASE, MESO_PROTOCOL_EFFECT_UNKNOWN,
                        rule->id, rule->provenance.origin);
      tell_before (difference, before);
      tell_after (difference, after, index);
    }

  if (!same_text (before->reason, after->reason) || !same_text (before->advice, after->advice))
    {
      difference = add (self, MESO_PROTOCOL_DIFFERENCE_WORDS, MESO_PROTOCOL_ENTRY_CASE, MESO_PROTOCOL_EFFECT_NONE, rule->id,
                        rule->provenance.origin);
      tell_before (difference, before);
      tell_after (difference, after, index);
    }
}

/* The cases of @rule, by when they speak; a number tells apart those that speak at the same time. */
static GHashTable *
mark_cases (const MesoScreeningRule *rule)
{
  GHashTable *marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < rule->cases->len; i++)
    {
      g_autofree char *mark = meso_rule_case_dup_mark (g_ptr_array_index (rule->cases, i));
      char *key = NULL;

      for (guint n = 0; key == NULL || g_hash_table_contains (marks, key); n++)
        {
          g_free (key);
          key = g_strdup_printf ("%s %u", mark, n);
        }
      g_hash_table_insert (marks, key, GUINT_TO_POINTER (i));
    }

  return marks;
}

static gboolean
find_case (GHashTable *marks,
           GHashTable *others,
           guint       index,
           guint      *other)
{
  GHashTableIter iter;
  gpointer key;
  gpointer value;
  gpointer found;

  g_hash_table_iter_init (&iter, marks);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (GPOINTER_TO_UINT (value) == index)
      {
        if (!g_hash_table_lookup_extended (others, key, NULL, &found))
          return FALSE;
        *other = GPOINTER_TO_UINT (found);
        return TRUE;
      }

  g_return_val_if_reached (FALSE);
}

static void
compare_cases (Comparison              *self,
               const MesoScreeningRule *before,
               const MesoScreeningRule *after)
{
  g_autoptr (GHashTable) ours = mark_cases (before);
  g_autoptr (GHashTable) theirs = mark_cases (after);
  guint other;

  for (guint i = 0; i < after->cases->len; i++)
    {
      const MesoRuleCase *rule_case = g_ptr_array_index (after->cases, i);

      if (find_case (theirs, ours, i, &other))
        compare_case (self, after, g_ptr_array_index (before->cases, other), rule_case, i);
      else
        tell_after (add (self, MESO_PROTOCOL_DIFFERENCE_ADDED, MESO_PROTOCOL_ENTRY_CASE, MESO_PROTOCOL_EFFECT_STRICTER,
                         after->id, after->provenance.origin), rule_case, i);
    }

  for (guint i = 0; i < before->cases->len; i++)
    if (!find_case (ours, theirs, i, &other))
      {
        MesoProtocolDifference *difference = add (self, MESO_PROTOCOL_DIFFERENCE_REMOVED, MESO_PROTOCOL_ENTRY_CASE,
                                                  MESO_PROTOCOL_EFFECT_LOOSER, before->id, before->provenance.origin);

        tell_before (difference, g_ptr_array_index (before->cases, i));
        difference->n_case = i + 1;
      }
}

static void
compare_rule (Comparison              *self,
              const MesoScreeningRule *before,
              const MesoScreeningRule *after)
{
  guint n_differences = self->differences->len;

  compare_cases (self, before, after);

  /* What follows from another outcome isn't told again. */
  if (self->differences->len == n_differences &&
      (before->overridable != after->overridable || before->first_case_only != after->first_case_only ||
       before->suspends != after->suspends))
    add (self, MESO_PROTOCOL_DIFFERENCE_MEANING, MESO_PROTOCOL_ENTRY_RULE, MESO_PROTOCOL_EFFECT_UNKNOWN, after->id,
         after->provenance.origin);
  if (g_strcmp0 (before->provenance.source, after->provenance.source) != 0 ||
      g_strcmp0 (before->provenance.grade, after->provenance.grade) != 0)
    add (self, MESO_PROTOCOL_DIFFERENCE_WORDS, MESO_PROTOCOL_ENTRY_RULE, MESO_PROTOCOL_EFFECT_NONE, after->id,
         after->provenance.origin);
  if (before->provenance.reviewed != after->provenance.reviewed)
    add (self, after->provenance.reviewed ? MESO_PROTOCOL_DIFFERENCE_REVIEWED : MESO_PROTOCOL_DIFFERENCE_UNREVIEWED,
         MESO_PROTOCOL_ENTRY_RULE, MESO_PROTOCOL_EFFECT_NONE, after->id, after->provenance.origin);
}

static void
tell_rule (Comparison                 *self,
           MesoProtocolDifferenceKind  kind,
           MesoProtocolEffect          effect,
           const MesoScreeningRule    *before,
           const MesoScreeningRule    *after)
{
  const MesoScreeningRule *rule = after ? after : before;
  MesoProtocolDifference *difference = add (self, kind, MESO_PROTOCOL_ENTRY_RULE, effect, rule->id, rule->provenance.origin);

  if (before)
    {
      tell_before (difference, g_ptr_array_index (before->cases, 0));
      difference->old_outcome = meso_screening_rule_get_strictest (before);
    }
  if (after)
    {
      tell_after (difference, g_ptr_array_index (after->cases, 0), 0);
      difference->new_outcome = meso_screening_rule_get_strictest (after);
      difference->n_case = 0;
    }
}

static const MesoScreeningRule *
find_off (const MesoProtocol *protocol,
          const char         *id)
{
  const GPtrArray *off = meso_protocol_get_switched_off (protocol);

  for (guint i = 0; off && i < off->len; i++)
    {
      const MesoScreeningRule *rule = g_ptr_array_index (off, i);

      if (g_str_equal (rule->id, id))
        return rule;
    }

  return NULL;
}

/* @before and @after (nullable): the rule where it is on */
static void
compare_states (Comparison              *self,
                const MesoScreeningRule *before,
                const MesoScreeningRule *after)
{
  const MesoScreeningRule *off;

  if (before && after)
    compare_rule (self, before, after);
  else if (before && (off = find_off (self->after, before->id)) != NULL)
    tell_rule (self, MESO_PROTOCOL_DIFFERENCE_SWITCHED_OFF, MESO_PROTOCOL_EFFECT_LOOSER, before, off);
  else if (before)
    tell_rule (self, MESO_PROTOCOL_DIFFERENCE_REMOVED, MESO_PROTOCOL_EFFECT_LOOSER, before, NULL);
  else if ((off = find_off (self->before, after->id)) != NULL)
    tell_rule (self, MESO_PROTOCOL_DIFFERENCE_SWITCHED_ON, MESO_PROTOCOL_EFFECT_STRICTER, off, after);
  else
    tell_rule (self, MESO_PROTOCOL_DIFFERENCE_ADDED, MESO_PROTOCOL_EFFECT_STRICTER, NULL, after);
}

static void
compare_rules (Comparison *self)
{
  for (guint i = 0; i < self->before->rules->len; i++)
    {
      const MesoScreeningRule *rule = g_ptr_array_index (self->before->rules, i);

      compare_states (self, rule, g_hash_table_lookup (self->after->rules_by_id, rule->id));
    }

  for (guint i = 0; i < self->after->rules->len; i++)
    {
      const MesoScreeningRule *rule = g_ptr_array_index (self->after->rules, i);

      if (!g_hash_table_contains (self->before->rules_by_id, rule->id))
        compare_states (self, NULL, rule);
    }
}

static gboolean
same_choices (const MesoQuestion *before,
              const MesoQuestion *after,
              gboolean           *same_words)
{
  if (before->choices->len != after->choices->len)
    return FALSE;

  for (guint i = 0; i < before->choices->len; i++)
    {
      const MesoChoice *left = g_ptr_array_index (before->choices, i);
      const MesoChoice *right = g_ptr_array_index (after->choices, i);

      if (!g_str_equal (left->id, right->id))
        return FALSE;
      *same_words = *same_words && same_text (left->text, right->text);
    }

  return TRUE;
}

static gboolean
same_known (const MesoQuestion *before,
            const MesoQuestion *after)
{
  if (before->known->len != after->known->len || before->known_weight != after->known_weight)
    return FALSE;

  for (guint i = 0; i < before->known->len; i++)
    {
      const MesoKnown *left = g_ptr_array_index (before->known, i);
      const MesoKnown *right = g_ptr_array_index (after->known, i);

      if (left->kind != right->kind || left->origin != right->origin || left->ended != right->ended ||
          !same_text (left->words, right->words))
        return FALSE;
    }

  return TRUE;
}

static gboolean
same_form (const MesoQuestion *before,
           const MesoQuestion *after)
{
  return before->type == after->type && before->forms == after->forms && before->required == after->required &&
         before->indication == after->indication && before->hidden_for == after->hidden_for &&
         before->min_milli == after->min_milli && before->max_milli == after->max_milli &&
         g_strcmp0 (before->parent, after->parent) == 0 && g_strcmp0 (before->unit, after->unit) == 0 &&
         g_strcmp0 (before->below, after->below) == 0 &&
         same_known (before, after);
}

static void
tell_question (Comparison                 *self,
               MesoProtocolDifferenceKind  kind,
               MesoProtocolEffect          effect,
               const MesoQuestion         *before,
               const MesoQuestion         *after)
{
  const MesoQuestion *question = after ? after : before;
  MesoProtocolDifference *difference = add (self, kind, MESO_PROTOCOL_ENTRY_QUESTION, effect, question->id,
                                            question->provenance.origin);

  difference->old_text = before ? take_text (before->text) : NULL;
  difference->new_text = after ? take_text (after->text) : NULL;
}

static void
compare_question (Comparison         *self,
                  const MesoQuestion *before,
                  const MesoQuestion *after)
{
  gboolean same_words = same_text (before->text, after->text) && same_text (before->help, after->help) &&
                        same_text (before->find_out, after->find_out);

  if (!same_choices (before, after, &same_words) || !same_form (before, after))
    tell_question (self, MESO_PROTOCOL_DIFFERENCE_MEANING, MESO_PROTOCOL_EFFECT_UNKNOWN, before, after);
  else if (!same_words)
    tell_question (self, MESO_PROTOCOL_DIFFERENCE_WORDS, MESO_PROTOCOL_EFFECT_NONE, before, after);
}

static void
compare_questions (Comparison *self)
{
  for (guint i = 0; i < self->before->questions->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (self->before->questions, i);
      const MesoQuestion *other = meso_protocol_lookup_question (self->after, question->id);

      if (other)
        compare_question (self, question, other);
      else
        tell_question (self, MESO_PROTOCOL_DIFFERENCE_REMOVED, MESO_PROTOCOL_EFFECT_LOOSER, question, NULL);
    }

  for (guint i = 0; i < self->after->questions->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (self->after->questions, i);

      if (!meso_protocol_lookup_question (self->before, question->id))
        tell_question (self, MESO_PROTOCOL_DIFFERENCE_ADDED, MESO_PROTOCOL_EFFECT_STRICTER, NULL, question);
    }
}

/**
 * meso_protocol_compare:
 * @before: a protocol
 * @after: the one that is to take its place
 *
 * Says what the screening would ask and judge otherwise. Cases are matched by when they speak, so that one that was raised is
 * told as such wherever it stands now.
 *
 * Returns: (transfer full) (element-type MesoProtocolDifference): rules in their order, each with its cases, then questions,
 *   then ingredients, pairs and products; empty when both ask, judge and allow alike
 */
GPtrArray *
meso_protocol_compare (const MesoProtocol *before,
                       const MesoProtocol *after)
{
  Comparison self = { .before = before, .after = after };

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  self.differences = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_protocol_difference_free);
  compare_rules (&self);
  compare_questions (&self);
  meso_protocol_compare_formulary (before, after, self.differences);
  return self.differences;
}
