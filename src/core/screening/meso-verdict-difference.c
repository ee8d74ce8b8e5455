/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* What differs between two verdicts. Each part of a verdict (what one rule found, one missing answer …)
 * is written out as text, and the texts are compared: the message then shows what was compared. */

#include "meso-verdict.h"

typedef char *(*PartDescriber) (const MesoVerdict *verdict,
                                const char        *id);
typedef const char *(*PartNamer) (const MesoVerdict *verdict,
                                  guint              index);

static char *
join_sorted (GPtrArray *parts)
{
  g_ptr_array_sort_values (parts, (GCompareFunc) g_strcmp0);
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" and ", (char **) parts->pdata);
}

static char *
describe_finding (const MesoFinding *finding)
{
  g_autofree char *until = NULL;

  if (finding->ingredient != NULL)
    return g_strdup_printf ("%s %s", meso_outcome_to_string (finding->outcome), finding->ingredient);

  if (!meso_calendar_date_is_set (finding->until))
    return g_strdup (meso_outcome_to_string (finding->outcome));

  until = meso_calendar_date_to_string (finding->until);

  return g_strdup_printf ("%s until %s", meso_outcome_to_string (finding->outcome), until);
}

static char *
describe_rule (const MesoVerdict *verdict,
               const char        *rule)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const MesoFinding *finding = verdict->findings->pdata[i];

      if (g_str_equal (finding->rule, rule))
        g_ptr_array_add (parts, describe_finding (finding));
    }

  return join_sorted (parts);
}

static char *
describe_missing (const MesoVerdict *verdict,
                  const char        *question)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < verdict->missing->len; i++)
    {
      const MesoMissing *missing = verdict->missing->pdata[i];

      if (g_str_equal (missing->question, question))
        g_ptr_array_add (parts, g_strdup (meso_missing_why_to_string (missing->why)));
    }

  return join_sorted (parts);
}

static char *
describe_membership (const GPtrArray *list,
                     const char      *id)
{
  return g_strdup (g_ptr_array_find_with_equal_func ((GPtrArray *) list, id, g_str_equal, NULL) ? "listed" : "");
}

static char *
describe_excluded (const MesoVerdict *verdict,
                   const char        *ingredient)
{
  return describe_membership (verdict->excluded_ingredients, ingredient);
}

static char *
describe_cleared (const MesoVerdict *verdict,
                  const char        *question)
{
  return describe_membership (verdict->cleared, question);
}

static const char *
name_rule (const MesoVerdict *verdict,
           guint              index)
{
  return index < verdict->findings->len ? ((MesoFinding *) verdict->findings->pdata[index])->rule : NULL;
}

static const char *
name_missing (const MesoVerdict *verdict,
              guint              index)
{
  return index < verdict->missing->len ? ((MesoMissing *) verdict->missing->pdata[index])->question : NULL;
}

static const char *
name_excluded (const MesoVerdict *verdict,
               guint              index)
{
  return index < verdict->excluded_ingredients->len ? verdict->excluded_ingredients->pdata[index] : NULL;
}

static const char *
name_cleared (const MesoVerdict *verdict,
              guint              index)
{
  return index < verdict->cleared->len ? verdict->cleared->pdata[index] : NULL;
}

/* In the order of telling: the rule explains more than the verdict that follows from it. */
static const struct
{
  const char *title;
  PartNamer name;
  PartDescriber describe;
} kinds_of_part[] = {
  { "", name_rule, describe_rule },
  { "missing question ", name_missing, describe_missing },
  { "excluded ingredient ", name_excluded, describe_excluded },
  { "cleared answer ", name_cleared, describe_cleared },
};

static char *
describe_change (const char *title,
                 const char *id,
                 const char *was,
                 const char *is)
{
  if (g_str_equal (was, is))
    return NULL;

  return g_strdup_printf ("%s%s: was %s, is now %s", title, id, *was != '\0' ? was : "nothing",
                          *is != '\0' ? is : "nothing");
}

/* The outcome and its day, in the words that describe a finding. */
static char *
describe_conclusion (const MesoVerdict *verdict)
{
  const MesoFinding conclusion = { .outcome = verdict->outcome, .until = verdict->until };

  return describe_finding (&conclusion);
}

/**
 * meso_verdict_describe_difference:
 * @stored: the verdict as it was recorded
 * @again: the verdict that evaluating the same answers again gave
 *
 * What was concluded is compared (each rule's outcome, day and ingredient, what is missing, excluded
 * and cleared, then the outcome and its day), not how it is worded: a text may be translated or mended
 * without the conclusion being another.
 *
 * Returns: (transfer full) (nullable): the first difference as `MENS: was defer until 2026-11-27, is now
 *   nothing`, starting with the rule's id, or with `missing question ID`, `excluded ingredient ID`,
 *   `cleared answer ID` or `verdict`; %NULL when both conclude the same
 */
char *
meso_verdict_describe_difference (const MesoVerdict *stored,
                                  const MesoVerdict *again)
{
  const MesoVerdict *const both[] = { stored, again };
  g_autofree char *conclusion_was = NULL;
  g_autofree char *conclusion_is = NULL;

  for (gsize kind = 0; kind < G_N_ELEMENTS (kinds_of_part); kind++)
    for (gsize side = 0; side < G_N_ELEMENTS (both); side++)
      {
        const char *id;

        for (guint i = 0; (id = kinds_of_part[kind].name (both[side], i)) != NULL; i++)
          {
            g_autofree char *was = kinds_of_part[kind].describe (stored, id);
            g_autofree char *is = kinds_of_part[kind].describe (again, id);
            char *difference = describe_change (kinds_of_part[kind].title, id, was, is);

            if (difference != NULL)
              return difference;
          }
      }

  conclusion_was = describe_conclusion (stored);
  conclusion_is = describe_conclusion (again);

  return describe_change ("", "verdict", conclusion_was, conclusion_is);
}
