/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-private.h"

static void
change_free (MesoLayerChange *self)
{
  g_free (self->change.rule);
  g_free (self->change.why);
  g_free (self->of);
  g_free (self->mark);
  g_free (self->over);
  g_free (self);
}

/**
 * meso_layer_change_dup_shipped:
 * @self: a change that has been laid over a case
 *
 * Returns: (transfer full): what ships there: "defer 7", "clearance"
 */
char *
meso_layer_change_dup_shipped (const MesoLayerChange *self)
{
  const char *outcome = meso_outcome_to_string (self->change.shipped_outcome);

  return self->change.shipped_days < 0 ? g_strdup (outcome) : g_strdup_printf ("%s %d", outcome, self->change.shipped_days);
}

static void
switch_off_free (MesoLayerSwitchOff *self)
{
  g_free (self->rule);
  g_free (self->why);
  g_free (self->of);
  g_free (self);
}

static void
review_free (MesoLayerReview *self)
{
  g_free (self->review.rule);
  g_free (self->review.by);
  g_free (self->review.on);
  g_free (self->of);
  g_free (self);
}

static void
adjust_free (MesoLayerAdjust *self)
{
  g_free (self->change.ingredient);
  g_clear_pointer (&self->change.benefit, meso_local_text_unref);
  g_clear_pointer (&self->change.caution, meso_local_text_unref);
  g_free (self->change.why);
  g_free (self->shipped);
  g_free (self->over);
  g_free (self);
}

/**
 * meso_protocol_layer_new:
 *
 * Returns: (transfer full): what a document of the clinic does, for the reader to fill
 */
MesoProtocolLayer *
meso_protocol_layer_new (void)
{
  MesoProtocolLayer *self = g_new0 (MesoProtocolLayer, 1);

  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  self->switch_offs = g_ptr_array_new_with_free_func ((GDestroyNotify) switch_off_free);
  self->reviews = g_ptr_array_new_with_free_func ((GDestroyNotify) review_free);
  self->adjusts = g_ptr_array_new_with_free_func ((GDestroyNotify) adjust_free);
  self->pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_ingredient_pair_free);
  self->rules_off = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_screening_rule_free);
  self->digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/**
 * meso_protocol_layer_free:
 * @self: (transfer full): what a document of the clinic does
 */
void
meso_protocol_layer_free (MesoProtocolLayer *self)
{
  g_free (self->version);
  g_ptr_array_unref (self->changes);
  g_ptr_array_unref (self->switch_offs);
  g_ptr_array_unref (self->reviews);
  g_ptr_array_unref (self->adjusts);
  g_ptr_array_unref (self->pairs);
  g_ptr_array_unref (self->rules_off);
  g_hash_table_unref (self->digests);
  g_free (self);
}

/**
 * meso_protocol_lookup_change:
 * @self: a protocol
 * @rule: a rule's id
 * @n_case: one of its cases as it ships, from 1
 *
 * Returns: (transfer none) (nullable): what the clinic has set otherwise there
 */
const MesoProtocolChange *
meso_protocol_lookup_change (const MesoProtocol *self,
                             const char         *rule,
                             guint               n_case)
{
  g_return_val_if_fail (self != NULL && rule != NULL, NULL);

  for (guint i = 0; self->layer && i < self->layer->changes->len; i++)
    {
      const MesoLayerChange *candidate = g_ptr_array_index (self->layer->changes, i);

      if (candidate->change.n_case == n_case && g_str_equal (candidate->change.rule, rule))
        return &candidate->change;
    }

  return NULL;
}

/**
 * meso_protocol_lookup_review:
 * @self: a protocol
 * @rule: a rule's id
 *
 * Returns: (transfer none) (nullable): who signed it last, whether or not it is still what was signed
 */
const MesoProtocolReview *
meso_protocol_lookup_review (const MesoProtocol *self,
                             const char         *rule)
{
  g_return_val_if_fail (self != NULL && rule != NULL, NULL);

  for (guint i = 0; self->layer && i < self->layer->reviews->len; i++)
    {
      const MesoLayerReview *candidate = g_ptr_array_index (self->layer->reviews, i);

      if (g_str_equal (candidate->review.rule, rule))
        return &candidate->review;
    }

  return NULL;
}

/**
 * meso_protocol_get_off_reason:
 * @self: a protocol
 * @rule: a rule's id
 *
 * Returns: (transfer none) (nullable): why the clinic has switched the rule off; %NULL when it is on
 */
const char *
meso_protocol_get_off_reason (const MesoProtocol *self,
                              const char         *rule)
{
  g_return_val_if_fail (self != NULL && rule != NULL, NULL);

  for (guint i = 0; self->layer && i < self->layer->switch_offs->len; i++)
    {
      const MesoLayerSwitchOff *candidate = g_ptr_array_index (self->layer->switch_offs, i);

      if (g_str_equal (candidate->rule, rule))
        return candidate->why;
    }

  return NULL;
}

/**
 * meso_protocol_get_switched_off:
 * @self: a protocol
 *
 * Returns: (transfer none) (nullable) (element-type MesoScreeningRule): the rules that the clinic has switched off, which
 *   meso_protocol_get_rules() leaves out; %NULL without a document of the clinic
 */
const GPtrArray *
meso_protocol_get_switched_off (const MesoProtocol *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->layer ? self->layer->rules_off : NULL;
}

/**
 * meso_protocol_may_switch_off:
 * @rule: a rule as it ships
 *
 * The article's own rules are always there, and one of the clinic's own is taken out of its document instead.
 *
 * Returns: whether a clinic may switch it off
 */
gboolean
meso_protocol_may_switch_off (const MesoScreeningRule *rule)
{
  g_return_val_if_fail (rule != NULL, FALSE);

  return rule->provenance.origin == MESO_ORIGIN_RESEARCH;
}

/**
 * meso_protocol_may_set_outcome:
 * @rule: a rule as it ships
 * @rule_case: one of its cases
 * @outcome: what a clinic would like it to give
 *
 * A stricter outcome always; a looser one only where the content says that sources disagree, and never in a rule of the
 * article. What excludes an ingredient can only be raised to a block: anything else would give the ingredient back.
 *
 * Returns: whether it may be set
 */
gboolean
meso_protocol_may_set_outcome (const MesoScreeningRule *rule,
                               const MesoRuleCase      *rule_case,
                               MesoOutcome              outcome)
{
  g_return_val_if_fail (rule != NULL && rule_case != NULL, FALSE);

  if (outcome == rule_case->outcome)
    return TRUE;
  if (outcome == MESO_OUTCOME_INCOMPLETE || outcome < MESO_OUTCOME_CAUTION)
    return FALSE;
  if (rule_case->outcome == MESO_OUTCOME_EXCLUDE)
    return outcome == MESO_OUTCOME_BLOCK;

  return outcome > rule_case->outcome || (rule->provenance.origin == MESO_ORIGIN_RESEARCH && outcome == rule_case->choose);
}

/**
 * meso_protocol_get_days_range:
 * @rule: a rule as it ships
 * @rule_case: one of its cases
 * @from: (out): the fewest days that a clinic may set
 * @to: (out): the most
 *
 * Returns: whether the case counts days at all
 */
gboolean
meso_protocol_get_days_range (const MesoScreeningRule *rule,
                              const MesoRuleCase      *rule_case,
                              int                     *from,
                              int                     *to)
{
  g_return_val_if_fail (rule != NULL && rule_case != NULL, FALSE);

  *from = rule->provenance.origin == MESO_ORIGIN_RESEARCH ? rule_case->days_from : rule_case->days;
  *to = rule_case->days_to;
  return rule_case->outcome == MESO_OUTCOME_DEFER && rule_case->event != NULL;
}
