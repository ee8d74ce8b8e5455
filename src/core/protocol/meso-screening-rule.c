/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-screening-rule.h"

/**
 * meso_screening_rule_get_strictest:
 * @self: a rule
 *
 * Returns: the strictest outcome that any of its cases gives
 */
MesoOutcome
meso_screening_rule_get_strictest (const MesoScreeningRule *self)
{
  MesoOutcome strictest = MESO_OUTCOME_EXCLUDE;

  g_return_val_if_fail (self != NULL, strictest);

  for (guint i = 0; i < self->cases->len; i++)
    {
      const MesoRuleCase *rule_case = g_ptr_array_index (self->cases, i);

      strictest = MAX (strictest, rule_case->outcome);
    }

  return strictest;
}

/**
 * meso_screening_rule_next_condition:
 * @self: a rule
 * @question: a question's id, or "age"
 * @after: (nullable): the condition that was found last; %NULL to begin
 *
 * Walks through the conditions of all cases that look at @question, in their order.
 *
 * Returns: (transfer none) (nullable): the next one; %NULL when there are no more
 */
const MesoCondition *
meso_screening_rule_next_condition (const MesoScreeningRule *self,
                                    const char              *question,
                                    const MesoCondition     *after)
{
  gboolean passed = after == NULL;

  for (guint i = 0; i < self->cases->len; i++)
    {
      const MesoRuleCase *rule_case = g_ptr_array_index (self->cases, i);

      for (guint j = 0; j < rule_case->conditions->len; j++)
        {
          const MesoCondition *condition = g_ptr_array_index (rule_case->conditions, j);

          if (passed && g_str_equal (condition->question, question))
            return condition;
          passed = passed || condition == after;
        }
    }

  return NULL;
}

/**
 * meso_condition_free:
 * @self: (transfer full): a condition
 */
void
meso_condition_free (MesoCondition *self)
{
  g_free (self->question);
  g_clear_pointer (&self->answer, meso_answer_free);
  g_free (self);
}

/**
 * meso_rule_case_free:
 * @self: (transfer full): a case
 */
void
meso_rule_case_free (MesoRuleCase *self)
{
  g_clear_pointer (&self->conditions, g_ptr_array_unref);
  g_free (self->event);
  g_free (self->ingredient);
  g_clear_pointer (&self->reason, meso_local_text_unref);
  g_clear_pointer (&self->advice, meso_local_text_unref);
  g_free (self);
}

/**
 * meso_screening_rule_free:
 * @self: (transfer full): a rule
 */
void
meso_screening_rule_free (MesoScreeningRule *self)
{
  g_free (self->id);
  g_clear_pointer (&self->cases, g_ptr_array_unref);
  meso_provenance_clear (&self->provenance);
  g_free (self);
}
