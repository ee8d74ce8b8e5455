/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-check.h"
#include "meso-protocol-digest.h"
#include "meso-protocol-reader-clinic.h"

/* The case that a change is about: the one that it names, or, once the cases have moved, the one that is still what it was. */
static MesoRuleCase *
find_case (MesoProtocolReader      *reader,
           MesoLayerChange         *change,
           const MesoScreeningRule *rule)
{
  MesoProtocolChange *told = &change->change;

  for (guint i = 0; i < rule->cases->len; i++)
    {
      guint n = (told->n_case - 1 + i) % rule->cases->len;
      MesoRuleCase *candidate = g_ptr_array_index (rule->cases, n);
      g_autofree char *mark = meso_rule_case_dup_mark (candidate);

      if (change->of ? g_str_equal (change->of, mark) : n + 1 == told->n_case)
        {
          told->n_case = n + 1;
          change->mark = g_steal_pointer (&mark);
          return candidate;
        }
    }

  if (change->of)
    meso_protocol_reader_fault_at (reader, change, "the case of %s that this was made for isn't there any more", rule->id);
  else
    meso_protocol_reader_fault_at (reader, change, "%s has %u cases, and no case %u", rule->id, rule->cases->len, told->n_case);
  return NULL;
}

static gboolean
check_outcome (MesoProtocolReader      *reader,
               const MesoLayerChange   *change,
               const MesoScreeningRule *rule,
               const MesoRuleCase      *rule_case)
{
  const char *shipped = meso_outcome_to_string (rule_case->outcome);

  if (meso_protocol_may_set_outcome (rule, rule_case, change->change.outcome))
    return TRUE;

  if (rule_case->outcome == MESO_OUTCOME_EXCLUDE)
    meso_protocol_reader_fault_at (reader, change, "this case of %s excludes an ingredient: it can be raised to block, and to "
                                   "nothing else", rule->id);
  else if (rule->provenance.origin == MESO_ORIGIN_ARTICLE)
    meso_protocol_reader_fault_at (reader, change, "%s comes from the article: its outcome “%s” can be made stricter, not looser",
                                   rule->id, shipped);
  else if (rule_case->choose != rule_case->outcome)
    meso_protocol_reader_fault_at (reader, change, "the outcome “%s” of this case of %s can be made stricter, or be “%s”",
                                   shipped, rule->id, meso_outcome_to_string (rule_case->choose));
  else
    meso_protocol_reader_fault_at (reader, change, "the outcome “%s” of this case of %s can be made stricter, not looser",
                                   shipped, rule->id);
  return FALSE;
}

static gboolean
check_days (MesoProtocolReader      *reader,
            const MesoLayerChange   *change,
            const MesoScreeningRule *rule,
            const MesoRuleCase      *rule_case)
{
  int days = change->change.days;
  int from;
  int to;

  if (!change->has_days)
    return TRUE;

  if (!meso_protocol_get_days_range (rule, rule_case, &from, &to) || change->change.outcome != MESO_OUTCOME_DEFER)
    meso_protocol_reader_fault_at (reader, change, "this case of %s counts no days", rule->id);
  else if (days < from || days > to)
    meso_protocol_reader_fault_at (reader, change, "%d days can't be set for this case of %s: it takes %d to %d", days, rule->id,
                                   from, to);
  else
    return TRUE;
  return FALSE;
}

static int
get_days (const MesoRuleCase *rule_case)
{
  return rule_case->outcome == MESO_OUTCOME_DEFER && rule_case->event ? rule_case->days : -1;
}

/* Something looser was chosen knowing what shipped then. When that has changed, nobody has chosen anything. */
static gboolean
check_choice (MesoProtocolReader      *reader,
              const MesoLayerChange   *change,
              const MesoScreeningRule *rule)
{
  const MesoProtocolChange *told = &change->change;
  gboolean looser = told->outcome < told->shipped_outcome ||
                    (told->outcome == told->shipped_outcome && change->has_days && told->days < told->shipped_days);
  g_autofree char *shipped = meso_layer_change_dup_shipped (change);

  if (!looser || !change->over || g_str_equal (change->over, shipped))
    return TRUE;

  meso_protocol_reader_fault_at (reader, change, "what ships for this case of %s is “%s” now and was “%s”: choose again", rule->id,
                                 shipped, change->over);
  return FALSE;
}

static void
set_case (MesoScreeningRule  *rule,
          MesoRuleCase       *rule_case,
          MesoProtocolChange *change)
{
  /* A wait may be cut short by a physician of the clinic where the rule lets them; a clearance by nobody. */
  if (rule_case->outcome == MESO_OUTCOME_CLEARANCE && change->outcome == MESO_OUTCOME_DEFER)
    rule->overridable = FALSE;

  rule_case->outcome = change->outcome;
  if (change->days >= 0)
    rule_case->days = change->days;
  if (rule_case->outcome != MESO_OUTCOME_DEFER)
    {
      g_clear_pointer (&rule_case->event, g_free);
      rule_case->days = 0;
    }
  if (rule_case->outcome != MESO_OUTCOME_EXCLUDE)
    g_clear_pointer (&rule_case->ingredient, g_free);
  change->days = get_days (rule_case);
}

/* (nullable): another change, before @change, of the same case */
static const MesoLayerChange *
find_earlier (const MesoProtocolLayer *layer,
              const MesoLayerChange   *change)
{
  for (guint i = 0; i < layer->changes->len; i++)
    {
      const MesoLayerChange *earlier = g_ptr_array_index (layer->changes, i);

      if (earlier == change)
        break;
      if (earlier->mark && earlier->change.n_case == change->change.n_case &&
          g_str_equal (earlier->change.rule, change->change.rule))
        return earlier;
    }

  return NULL;
}

static void
apply_change (MesoProtocolReader *reader,
              MesoLayerChange    *change,
              GHashTable         *changed_rules)
{
  MesoProtocolChange *told = &change->change;
  MesoScreeningRule *rule = g_hash_table_lookup (reader->protocol->rules_by_id, told->rule);
  const MesoLayerChange *earlier;
  MesoRuleCase *rule_case;

  meso_protocol_check_reference (reader, change, "rule", reader->protocol->rules_by_id, told->rule);
  rule_case = rule && rule->cases->len > 0 ? find_case (reader, change, rule) : NULL;
  if (!rule_case)
    return;

  earlier = find_earlier (reader->protocol->layer, change);
  if (earlier)
    {
      meso_protocol_reader_fault_repeated (reader, change, rule->id, earlier);
      return;
    }

  if (!change->has_outcome)
    told->outcome = rule_case->outcome;
  told->shipped_outcome = rule_case->outcome;
  told->shipped_days = get_days (rule_case);
  if (!check_outcome (reader, change, rule, rule_case) || !check_days (reader, change, rule, rule_case) ||
      !check_choice (reader, change, rule))
    return;

  set_case (rule, rule_case, told);
  g_hash_table_add (changed_rules, rule);
}

static int
compare_strictness (gconstpointer a,
                    gconstpointer b)
{
  const MesoRuleCase *left = *(MesoRuleCase *const *) a;
  const MesoRuleCase *right = *(MesoRuleCase *const *) b;

  if (left->outcome != right->outcome)
    return left->outcome > right->outcome ? -1 : 1;
  if ((left->event != NULL) != (right->event != NULL))
    return left->event == NULL ? -1 : 1;

  return right->days - left->days;
}

/* Where only the first case that holds speaks, they stand strictest first. A change can undo that: they are put in order
 * again, and where no order does, all of them speak. */
static void
settle_rule (MesoScreeningRule *rule)
{
  if (rule->first_case_only)
    {
      g_ptr_array_sort (rule->cases, compare_strictness);
      for (guint i = 1; i < rule->cases->len; i++)
        for (guint j = 0; j < i; j++)
          if (meso_protocol_find_loosening (rule, g_ptr_array_index (rule->cases, j), g_ptr_array_index (rule->cases, i)))
            rule->first_case_only = FALSE;
    }

  if (meso_screening_rule_get_strictest (rule) == MESO_OUTCOME_BLOCK)
    rule->overridable = FALSE;
}

static void
apply_changes (MesoProtocolReader *reader)
{
  const MesoProtocolLayer *layer = reader->protocol->layer;
  g_autoptr (GHashTable) changed_rules = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer rule;

  for (guint i = 0; i < layer->changes->len; i++)
    apply_change (reader, g_ptr_array_index (layer->changes, i), changed_rules);

  g_hash_table_iter_init (&iter, changed_rules);
  while (g_hash_table_iter_next (&iter, &rule, NULL))
    settle_rule (rule);
}

static void
fill_digests (MesoProtocolReader *reader)
{
  const MesoProtocol *protocol = reader->protocol;

  for (guint i = 0; i < protocol->rules->len; i++)
    {
      const MesoScreeningRule *rule = g_ptr_array_index (protocol->rules, i);

      g_hash_table_replace (protocol->layer->digests, g_strdup (rule->id), meso_protocol_dup_rule_digest (reader, rule));
    }
}

static gboolean
has_change (const MesoProtocolLayer *layer,
            const char              *rule)
{
  for (guint i = 0; i < layer->changes->len; i++)
    {
      const MesoLayerChange *change = g_ptr_array_index (layer->changes, i);

      if (g_str_equal (change->change.rule, rule))
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_switch_off (MesoProtocolReader       *reader,
                  const MesoLayerSwitchOff *switch_off,
                  const MesoScreeningRule  *rule)
{
  const MesoProtocolLayer *layer = reader->protocol->layer;
  const char *digest = g_hash_table_lookup (layer->digests, rule->id);

  if (rule->provenance.origin == MESO_ORIGIN_ARTICLE)
    meso_protocol_reader_fault_at (reader, switch_off, "%s comes from the article: it may be made stricter, but is always on",
                                   rule->id);
  else if (!meso_protocol_may_switch_off (rule))
    meso_protocol_reader_fault_at (reader, switch_off, "%s is the clinic's own rule: take it out of the document instead",
                                   rule->id);
  else if (has_change (layer, rule->id))
    meso_protocol_reader_fault_at (reader, switch_off, "%s is both changed and switched off", rule->id);
  else if (switch_off->of && !g_str_equal (switch_off->of, digest))
    meso_protocol_reader_fault_at (reader, switch_off, "%s isn't what it was when it was switched off", rule->id);
  else
    return TRUE;
  return FALSE;
}

static void
apply_switch_off (MesoProtocolReader       *reader,
                  const MesoLayerSwitchOff *switch_off)
{
  MesoProtocol *protocol = reader->protocol;
  MesoScreeningRule *rule = g_hash_table_lookup (protocol->rules_by_id, switch_off->rule);
  guint at;

  for (guint i = 0; i < protocol->layer->rules_off->len; i++)
    {
      const MesoScreeningRule *off = g_ptr_array_index (protocol->layer->rules_off, i);

      if (g_str_equal (off->id, switch_off->rule))
        {
          meso_protocol_reader_fault_at (reader, switch_off, "%s is switched off twice", off->id);
          return;
        }
    }

  meso_protocol_check_reference (reader, switch_off, "rule", protocol->rules_by_id, switch_off->rule);
  if (!rule || !check_switch_off (reader, switch_off, rule) || !g_ptr_array_find (protocol->rules, rule, &at))
    return;

  g_hash_table_remove (protocol->rules_by_id, rule->id);
  g_ptr_array_add (protocol->layer->rules_off, g_ptr_array_steal_index (protocol->rules, at));
}

static void
apply_review (MesoProtocolReader *reader,
              MesoLayerReview    *review,
              GHashTable         *seen)
{
  const MesoProtocolLayer *layer = reader->protocol->layer;
  const char *id = review->review.rule;
  MesoScreeningRule *rule = g_hash_table_lookup (reader->protocol->rules_by_id, id);
  const MesoLayerReview *first = g_hash_table_lookup (seen, id);

  if (first)
    meso_protocol_reader_fault_repeated (reader, review, id, first);
  g_hash_table_insert (seen, (gpointer) id, review);
  meso_protocol_check_reference (reader, review, "rule", layer->digests, id);

  review->review.current = rule && g_strcmp0 (review->of, g_hash_table_lookup (layer->digests, id)) == 0;
  if (review->review.current)
    rule->provenance.reviewed = TRUE;
}

/**
 * meso_protocol_apply_clinic:
 * @reader: a reader that has read and checked every document
 *
 * Lays the clinic's changes over what ships. A change makes stricter, or chooses what the content leaves to choose; a rule of
 * the article is never loosened or switched off.
 */
void
meso_protocol_apply_clinic (MesoProtocolReader *reader)
{
  const MesoProtocolLayer *layer = reader->protocol->layer;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (!layer)
    return;

  meso_protocol_apply_formulary (reader);
  apply_changes (reader);
  fill_digests (reader);
  for (guint i = 0; i < layer->switch_offs->len; i++)
    apply_switch_off (reader, g_ptr_array_index (layer->switch_offs, i));
  for (guint i = 0; i < layer->reviews->len; i++)
    apply_review (reader, g_ptr_array_index (layer->reviews, i), seen);
}
