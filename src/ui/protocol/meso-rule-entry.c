/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-rule-entry.h"

#include "meso-protocol-service.h"

static MesoRuleEntry *
entry_new (MesoProtocol            *in_use,
           MesoProtocol            *of,
           const MesoScreeningRule *rule)
{
  MesoRuleEntry *self = g_new0 (MesoRuleEntry, 1);

  self->in_use = meso_protocol_ref (in_use);
  self->of = meso_protocol_ref (of);
  self->rule = rule;
  return self;
}

MesoRuleEntry *
meso_rule_entry_copy (const MesoRuleEntry *self)
{
  return entry_new (self->in_use, self->of, self->rule);
}

void
meso_rule_entry_free (MesoRuleEntry *self)
{
  if (self == NULL)
    return;
  meso_protocol_unref (self->in_use);
  meso_protocol_unref (self->of);
  g_free (self);
}

/* The clinic's own, whether they are on or off. rules (nullable): without a document of the clinic's there are none. */
static void
add_own (GPtrArray       *entries,
         MesoProtocol    *in_use,
         const GPtrArray *rules)
{
  for (guint i = 0; rules != NULL && i < rules->len; i++)
    {
      const MesoScreeningRule *rule = g_ptr_array_index (rules, i);

      if (rule->provenance.origin == MESO_ORIGIN_CLINIC)
        g_ptr_array_add (entries, entry_new (in_use, in_use, rule));
    }
}

GPtrArray *
meso_rule_entry_list (MesoClinic *clinic)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_rule_entry_free);
  MesoProtocol *in_use = meso_clinic_get_protocol (clinic);
  MesoProtocol *shipped = meso_protocol_service_get_shipped (clinic);
  const GPtrArray *rules = meso_protocol_get_rules (shipped);

  for (guint i = 0; i < rules->len; i++)
    g_ptr_array_add (entries, entry_new (in_use, shipped, g_ptr_array_index (rules, i)));
  add_own (entries, in_use, meso_protocol_get_rules (in_use));
  add_own (entries, in_use, meso_protocol_get_switched_off (in_use));
  return entries;
}

MesoRuleEntry *
meso_rule_entry_find (MesoClinic *clinic,
                      const char *id)
{
  g_autoptr(GPtrArray) entries = meso_rule_entry_list (clinic);

  for (guint i = 0; i < entries->len; i++)
    {
      const MesoRuleEntry *entry = g_ptr_array_index (entries, i);

      if (g_str_equal (entry->rule->id, id))
        return meso_rule_entry_copy (entry);
    }
  return NULL;
}

MesoRuleState
meso_rule_entry_get_state (const MesoRuleEntry *self)
{
  const MesoProtocolReview *review = meso_protocol_lookup_review (self->in_use, self->rule->id);

  if (meso_protocol_get_off_reason (self->in_use, self->rule->id) != NULL)
    return MESO_RULE_STATE_OFF;
  if (review == NULL)
    return MESO_RULE_STATE_UNREVIEWED;
  return review->current ? MESO_RULE_STATE_REVIEWED : MESO_RULE_STATE_OUTDATED;
}

gboolean
meso_rule_entry_needs_review (const MesoRuleEntry *self)
{
  MesoRuleState state = meso_rule_entry_get_state (self);

  return state == MESO_RULE_STATE_UNREVIEWED || state == MESO_RULE_STATE_OUTDATED;
}

gboolean
meso_rule_entry_is_changed (const MesoRuleEntry *self)
{
  for (guint i = 1; i <= self->rule->cases->len; i++)
    {
      if (meso_protocol_lookup_change (self->in_use, self->rule->id, i) != NULL)
        return TRUE;
    }
  return meso_protocol_get_off_reason (self->in_use, self->rule->id) != NULL;
}

MesoOutcome
meso_rule_entry_get_shipped (const MesoRuleEntry *self,
                             guint                number,
                             int                 *days_out)
{
  const MesoProtocolChange *change = meso_protocol_lookup_change (self->in_use, self->rule->id, number);
  const MesoRuleCase *rule_case = g_ptr_array_index (self->rule->cases, number - 1);

  /* A rule of the clinic's own is read as it is in use, with its changes. */
  *days_out = change != NULL ? change->shipped_days : rule_case->event != NULL ? rule_case->days : -1;
  return change != NULL ? change->shipped_outcome : rule_case->outcome;
}

MesoOutcome
meso_rule_entry_get_outcome (const MesoRuleEntry *self,
                             guint                number,
                             int                 *days_out)
{
  const MesoProtocolChange *change = meso_protocol_lookup_change (self->in_use, self->rule->id, number);

  if (change == NULL)
    return meso_rule_entry_get_shipped (self, number, days_out);
  *days_out = change->days;
  return change->outcome;
}

MesoOutcome
meso_rule_entry_get_strictest (const MesoRuleEntry *self)
{
  MesoOutcome strictest = MESO_OUTCOME_EXCLUDE;
  int days;

  for (guint i = 1; i <= self->rule->cases->len; i++)
    strictest = MAX (strictest, meso_rule_entry_get_outcome (self, i, &days));
  return strictest;
}

gboolean
meso_rule_entry_may_change (const MesoRuleEntry *self,
                            guint                number)
{
  const MesoRuleCase *rule_case = g_ptr_array_index (self->rule->cases, number - 1);
  int from;
  int to;

  /* What the clinic wrote itself it writes anew: there is no other version of it to go back to. */
  if (self->rule->provenance.origin == MESO_ORIGIN_CLINIC ||
      meso_protocol_get_off_reason (self->in_use, self->rule->id) != NULL)
    return FALSE;
  for (MesoOutcome outcome = MESO_OUTCOME_EXCLUDE; outcome <= MESO_OUTCOME_BLOCK; outcome++)
    {
      if (outcome != rule_case->outcome && meso_protocol_may_set_outcome (self->rule, rule_case, outcome))
        return TRUE;
    }
  return meso_protocol_get_days_range (self->rule, rule_case, &from, &to) && from < to;
}

gboolean
meso_rule_entry_is_disputed (const MesoRuleEntry *self,
                             guint                number)
{
  const MesoRuleCase *rule_case = g_ptr_array_index (self->rule->cases, number - 1);
  int from;
  int to;

  for (MesoOutcome outcome = MESO_OUTCOME_EXCLUDE; outcome < rule_case->outcome; outcome++)
    {
      if (meso_protocol_may_set_outcome (self->rule, rule_case, outcome))
        return TRUE;
    }
  return meso_protocol_get_days_range (self->rule, rule_case, &from, &to) && from < rule_case->days;
}
