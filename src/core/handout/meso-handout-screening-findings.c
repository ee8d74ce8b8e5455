/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-teller.h"

#include "meso-text.h"

static const char *
get_question_text (const MesoTeller *self,
                   const char       *id)
{
  const MesoQuestion *question = meso_protocol_lookup_question (meso_teller_get_judge (self), id);

  if (g_str_equal (id, "sex") || g_str_equal (id, "birth-date"))
    return meso_teller_phrase_of (self, "missing-", id);
  return question != NULL ? meso_handout_words_text (self->words, question->text) : id;
}

static const MesoScreeningRule *
find_rule (const MesoTeller *self,
           const char       *id)
{
  const GPtrArray *rules = meso_protocol_get_rules (meso_teller_get_judge (self));

  for (guint i = 0; i < rules->len; i++)
    {
      const MesoScreeningRule *rule = g_ptr_array_index (rules, i);

      if (g_str_equal (rule->id, id))
        return rule;
    }
  return NULL;
}

static char *
dup_source (const MesoTeller  *self,
            const MesoFinding *finding)
{
  const MesoScreeningRule *rule = find_rule (self, finding->rule);
  const char *source = rule != NULL ? rule->provenance.source : finding->source;
  g_autofree char *isolated = NULL;

  if (rule != NULL && rule->provenance.origin == MESO_ORIGIN_CLINIC)
    return g_strdup (meso_teller_phrase (self, "sheet-source-clinic"));
  if (g_strcmp0 (source, "article") == 0)
    return g_strdup (meso_teller_phrase (self, "sheet-source-article"));
  if (source == NULL || g_str_equal (source, "GK"))
    return g_strdup (meso_teller_phrase (self, "sheet-source-none"));
  isolated = meso_text_isolate (source);
  return meso_teller_fill (self, "sheet-source", "source", isolated);
}

/* (transfer full): where it comes from, how sure that is, and by which rule it was found */
static char *
dup_origin (const MesoTeller  *self,
            const MesoFinding *finding)
{
  const MesoScreeningRule *found_by = find_rule (self, finding->rule);
  g_autofree char *grade = found_by != NULL ? g_ascii_strdown (found_by->provenance.grade, -1) : NULL;
  g_autofree char *source = dup_source (self, finding);
  g_autofree char *id = meso_text_isolate (finding->rule);
  g_autofree char *rule = meso_teller_fill (self, "sheet-rule", "rule", id);

  if (grade == NULL)
    return g_strjoin (MESO_TELLER_SEPARATOR, source, rule, NULL);
  return g_strjoin (MESO_TELLER_SEPARATOR, source, meso_teller_phrase_of (self, "sheet-grade-", grade), rule, NULL);
}

/* (transfer full): the reason, what to do, until when, and where it comes from, a line each */
static char *
describe_finding (const MesoTeller  *self,
                  const MesoFinding *finding)
{
  const char *advice = meso_handout_words_text (self->words, finding->advice);
  g_autofree char *what_to_do = meso_teller_fill (self, "sheet-advice", "advice", advice);
  g_autofree char *day = meso_teller_dup_day (self, finding->until);
  g_autofree char *earliest = meso_teller_fill (self, "sheet-earliest", "date", day);
  g_autofree char *origin = dup_origin (self, finding);
  const char *lines[5] = { meso_handout_words_text (self->words, finding->reason) };
  guint n = 1;

  if (meso_calendar_date_is_set (finding->until))
    lines[n++] = earliest;
  if (advice[0] != '\0')
    lines[n++] = what_to_do;
  lines[n] = origin;
  return g_strjoinv (MESO_TELLER_LINE, (char **) lines);
}

static char *
dup_ingredient (const MesoTeller *self,
                const char       *id)
{
  const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (meso_teller_get_judge (self), id);

  return ingredient != NULL ? meso_handout_words_name (self->words, ingredient, TRUE) : meso_text_isolate (id);
}

static char *
dup_outcome (const MesoTeller *self,
             MesoOutcome       outcome)
{
  return g_strdup (meso_teller_phrase_of (self, "record-outcome-", meso_outcome_to_string (outcome)));
}

/**
 * meso_teller_add_findings:
 * @excluding: whether of those that take out one ingredient, or of the others
 *
 * What takes out one ingredient changes nothing for the rest, and stands apart.
 */
void
meso_teller_add_findings (const MesoTeller *self,
                          gboolean          excluding)
{
  const GPtrArray *findings = self->account->screening->verdict->findings;
  MesoHandoutBlock *block = meso_teller_add_block (self, MESO_HANDOUT_BLOCK_DATES, excluding ? "sheet-excluded" : "sheet-findings");

  for (guint i = 0; i < findings->len; i++)
    {
      const MesoFinding *finding = g_ptr_array_index (findings, i);

      if ((finding->outcome == MESO_OUTCOME_EXCLUDE) == excluding)
        meso_handout_block_take_row (block, finding->rule, excluding ? dup_ingredient (self, finding->ingredient)
                                                                     : dup_outcome (self, finding->outcome),
                                     describe_finding (self, finding));
    }
  if (block->rows->len == 0)
    g_ptr_array_remove (self->sheet->blocks, block);
}

static char *
describe_missing (const MesoTeller  *self,
                  const MesoMissing *missing)
{
  const MesoQuestion *question = meso_protocol_lookup_question (meso_teller_get_judge (self), missing->question);
  const char *why = meso_teller_phrase_of (self, "why-", meso_missing_why_to_string (missing->why));
  const char *how = question != NULL ? meso_handout_words_text (self->words, question->find_out) : "";
  g_autofree char *find_out = meso_teller_fill (self, "sheet-find-out", "how", how);

  return how[0] != '\0' ? g_strjoin (MESO_TELLER_LINE, why, find_out, NULL) : g_strdup (why);
}

/**
 * meso_teller_add_missing:
 *
 * What has to be known before anything can be concluded; no section where nothing is missing.
 */
void
meso_teller_add_missing (const MesoTeller *self)
{
  const GPtrArray *missing = self->account->screening->verdict->missing;
  MesoHandoutBlock *block;

  if (missing->len == 0)
    return;
  block = meso_teller_add_block (self, MESO_HANDOUT_BLOCK_TABLE, "sheet-missing");
  for (guint i = 0; i < missing->len; i++)
    {
      const MesoMissing *item = g_ptr_array_index (missing, i);

      meso_handout_block_take_row (block, item->question, g_strdup (get_question_text (self, item->question)),
                                   describe_missing (self, item));
    }
}

/**
 * meso_teller_add_indications:
 *
 * Why somebody comes; a short form doesn't ask.
 */
void
meso_teller_add_indications (const MesoTeller *self)
{
  const GPtrArray *indications = self->account->screening->verdict->indications;
  MesoHandoutBlock *block;

  if (self->account->screening->response->form != MESO_FORM_FULL)
    return;
  block = meso_teller_add_block (self, MESO_HANDOUT_BLOCK_LIST, "sheet-indications");
  for (guint i = 0; i < indications->len; i++)
    meso_handout_block_take_row (block, g_ptr_array_index (indications, i), g_strdup (""),
                                 g_strdup (get_question_text (self, g_ptr_array_index (indications, i))));
  if (indications->len == 0)
    meso_handout_block_take_row (block, "", g_strdup (""), g_strdup (meso_teller_phrase (self, "remark-no-indication")));
}
