/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-days.h"

#include <string.h>

#include "meso-protocol-check.h"

/**
 * Days:
 * @name: what stands between the braces
 * @rule_case: the case whose days it names
 * @shipped: how many they are before the clinic's document is laid over
 *
 * One place of a text that holds the days of a rule.
 */
typedef struct
{
  MesoLocalText *text;
  char *name;
  const MesoRuleCase *rule_case;
  int shipped;
} Days;

static void
days_free (Days *self)
{
  g_free (self->name);
  g_free (self);
}

static gboolean
counts_days (const MesoRuleCase *rule_case)
{
  return rule_case->outcome == MESO_OUTCOME_DEFER && rule_case->event;
}

/* (nullable): the only case of @rule that counts days, or the one that counts them from @event */
static const MesoRuleCase *
find_case (MesoProtocolReader      *reader,
           const MesoLocalText     *text,
           const MesoScreeningRule *rule,
           const char              *event)
{
  const MesoRuleCase *found = NULL;

  for (guint i = 0; i < rule->cases->len; i++)
    {
      const MesoRuleCase *candidate = g_ptr_array_index (rule->cases, i);

      if (!counts_days (candidate) || (event && !g_str_equal (candidate->event, event)))
        continue;
      if (found)
        {
          meso_protocol_reader_fault_at (reader, text, "several cases of %s count days: write which, as {" MESO_PROTOCOL_DAYS
                                         "%s/%s}", rule->id, rule->id, found->event);
          return NULL;
        }
      found = candidate;
    }

  if (!found && event)
    meso_protocol_reader_fault_at (reader, text, "no case of %s counts days from “%s”", rule->id, event);
  else if (!found)
    meso_protocol_reader_fault_at (reader, text, "no case of %s counts days", rule->id);
  return found;
}

static void
add_days (MesoProtocolReader *reader,
          MesoLocalText      *text,
          char               *name,
          GPtrArray          *all)
{
  g_auto (GStrv) parts = g_strsplit (name + strlen (MESO_PROTOCOL_DAYS), "/", 2);
  const MesoScreeningRule *rule = g_hash_table_lookup (reader->protocol->rules_by_id, parts[0]);
  const MesoRuleCase *rule_case;
  Days *days;

  meso_protocol_check_reference (reader, text, "rule", reader->protocol->rules_by_id, parts[0]);
  rule_case = rule ? find_case (reader, text, rule, parts[1]) : NULL;
  if (!rule_case)
    return;

  days = g_new0 (Days, 1);
  *days = (Days) { text, g_strdup (name), rule_case, rule_case->days };
  g_ptr_array_add (all, days);
}

/**
 * meso_protocol_find_days:
 * @reader: a reader that has read every document, before the clinic's is laid over them
 *
 * Looks up the rule of each `{days:RULE}`; where several of its cases count days, `{days:RULE/event}` says which.
 *
 * Returns: (transfer full): all of them, for meso_protocol_fill_days()
 */
GPtrArray *
meso_protocol_find_days (MesoProtocolReader *reader)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) days_free);

  for (guint i = 0; i < reader->texts_with_days->len; i++)
    {
      MesoLocalText *text = g_ptr_array_index (reader->texts_with_days, i);
      const char *english = meso_local_text_get (text, "en");

      for (const char *p = english; (p = strstr (p, "{" MESO_PROTOCOL_DAYS)) != NULL; p++)
        {
          g_autofree char *name = g_strndup (p + 1, strcspn (p + 1, "}"));

          add_days (reader, text, name, all);
        }
    }

  return all;
}

/**
 * meso_protocol_fill_days:
 * @days: what meso_protocol_find_days() found, once the clinic's document has been laid over
 *
 * Puts the days in force into the texts, so that what is asked and advised is what is counted. A case that the clinic lets
 * no longer wait, or has switched off, is still asked about with the days that ship.
 */
void
meso_protocol_fill_days (GPtrArray *days)
{
  for (guint i = 0; i < days->len; i++)
    {
      const Days *each = g_ptr_array_index (days, i);

      meso_local_text_fill (each->text, each->name, counts_days (each->rule_case) ? each->rule_case->days : each->shipped);
    }
}
