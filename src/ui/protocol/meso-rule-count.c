/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-rule-count.h"

#include <glib/gi18n.h>

#include "meso-text.h"

MesoRuleCount
meso_rule_count (MesoClinic *clinic)
{
  const GPtrArray *rules = meso_protocol_get_rules (meso_clinic_get_protocol (clinic));
  MesoRuleCount count = { .all = rules->len };

  for (guint i = 0; i < rules->len; i++)
    count.reviewed += ((const MesoScreeningRule *) g_ptr_array_index (rules, i))->provenance.reviewed ? 1 : 0;
  return count;
}

char *
meso_rule_count_dup_words (MesoContext         *context,
                           const MesoRuleCount *count)
{
  g_autofree char *all = meso_context_format_number (context, count->all);
  g_autofree char *reviewed = meso_context_format_number (context, count->reviewed);
  g_autofree char *all_isolated = meso_text_isolate (all);
  g_autofree char *reviewed_isolated = meso_text_isolate (reviewed);

  if (count->reviewed == 0)
    /* Translators: %s is how many rules there are */
    return g_strdup_printf (ngettext ("The %s rule isn’t reviewed", "None of %s rules is reviewed", count->all), all_isolated);
  /* Translators: how many rules a physician has reviewed, and how many there are: "12 of 45 rules are reviewed" */
  return g_strdup_printf (ngettext ("%s of %s rule is reviewed", "%s of %s rules are reviewed", count->all), reviewed_isolated,
                          all_isolated);
}
