/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-digest.h"

/**
 * meso_rule_case_dup_mark:
 * @self: a case
 *
 * By what a case is known again in another version of its rule: when it speaks, not what it says.
 *
 * Returns: (transfer full): 64 hexadecimal digits, equal for cases of equal conditions
 */
char *
meso_rule_case_dup_mark (const MesoRuleCase *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->conditions->len; i++)
    {
      const MesoCondition *condition = g_ptr_array_index (self->conditions, i);
      const char *choice = condition->answer && condition->answer->choice ? condition->answer->choice : "yes";

      g_string_append_printf (words, "%s %d ", condition->question, condition->kind);
      if (condition->kind == MESO_CONDITION_IS)
        g_string_append_printf (words, "%s\n", choice);
      else
        g_string_append_printf (words, "%" G_GINT64_FORMAT "\n", condition->bound);
    }

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, words->str, words->len);
}

/* Each question once, in the order in which the rule names them. */
static void
add_question (GString            *words,
              MesoProtocolReader *reader,
              GHashTable         *seen,
              const char         *id)
{
  const MesoQuestion *question = id ? meso_protocol_lookup_question (reader->protocol, id) : NULL;

  if (question && g_hash_table_add (seen, (gpointer) question))
    meso_xml_element_write (meso_protocol_reader_get_place (reader, question)->element, words, NULL);
}

static void
add_changes (GString                 *words,
             const MesoProtocolLayer *layer,
             const char              *rule)
{
  for (guint i = 0; i < layer->changes->len; i++)
    {
      const MesoLayerChange *change = g_ptr_array_index (layer->changes, i);

      if (g_str_equal (change->change.rule, rule))
        g_string_append_printf (words, "%u %s %d\n", change->change.n_case, meso_outcome_to_string (change->change.outcome),
                                change->change.days);
    }
}

/**
 * meso_protocol_dup_rule_digest:
 * @reader: a reader that has read every document, and has laid the clinic's changes over them
 * @rule: a rule
 *
 * All that a physician signs with a rule: its cases and words in every language, the questions that it rests on, and
 * what the clinic has changed in it. When any of it changes, the signature doesn't count any more.
 *
 * Returns: (transfer full): 64 hexadecimal digits
 */
char *
meso_protocol_dup_rule_digest (MesoProtocolReader      *reader,
                               const MesoScreeningRule *rule)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  meso_xml_element_write (meso_protocol_reader_get_place (reader, rule)->element, words, NULL);
  for (guint i = 0; i < rule->cases->len; i++)
    {
      const MesoRuleCase *rule_case = g_ptr_array_index (rule->cases, i);

      for (guint j = 0; j < rule_case->conditions->len; j++)
        {
          const MesoCondition *condition = g_ptr_array_index (rule_case->conditions, j);

          add_question (words, reader, seen, condition->question);
        }
      add_question (words, reader, seen, rule_case->event);
    }
  add_changes (words, reader->protocol->layer, rule->id);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, words->str, words->len);
}
