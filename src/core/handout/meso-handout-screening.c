/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-parts.h"

#include "meso-eligibility.h"
#include "meso-text.h"

#define SEPARATOR " · "
#define LINE "\n"
#define SHOWN_OF_HASH 16

/* A sheet that tells what was concluded. */
typedef struct
{
  const MesoHandoutWords *words;
  const MesoScreeningAccount *account;
  MesoHandoutSheet *sheet;
} Teller;

static const char *
phrase (const Teller *self,
        const char   *id)
{
  return meso_handout_words_phrase (self->words, id);
}

/* (transfer none): the phrase of a stable name: "record-outcome-", "defer" */
static const char *
phrase_of (const Teller *self,
           const char   *prefix,
           const char   *name)
{
  g_autofree char *id = g_strconcat (prefix, name, NULL);

  return phrase (self, id);
}

/* (transfer full): the phrase with its one placeholder filled */
static char *
fill (const Teller *self,
      const char   *id,
      const char   *name,
      const char   *value)
{
  return meso_text_format (phrase (self, id), name, value, NULL);
}

static char *
dup_day (const Teller     *self,
         MesoCalendarDate  date)
{
  return meso_handout_words_short (self->words, (MesoCivilTime) { date, MESO_CIVIL_TIME_NO_MINUTE });
}

/* The content that the screening was judged by knows its questions and rules, whatever is at work now. */
static const MesoProtocol *
get_judge (const Teller *self)
{
  return self->account->judged_by != NULL ? self->account->judged_by : self->words->protocol;
}

static const char *
get_question_text (const Teller *self,
                   const char   *id)
{
  const MesoQuestion *question = meso_protocol_lookup_question (get_judge (self), id);

  if (g_str_equal (id, "sex") || g_str_equal (id, "birth-date"))
    return phrase_of (self, "missing-", id);
  return question != NULL ? meso_handout_words_text (self->words, question->text) : id;
}

/* (transfer full): what somebody typed, in one line that turns no other */
static char *
dup_name (const Teller *self,
          const char   *staff)
{
  return meso_handout_words_inline (meso_screening_account_get_name (self->account, staff));
}

static char *
dup_by_on (const Teller     *self,
           const char       *staff,
           MesoCalendarDate  date)
{
  g_autofree char *name = dup_name (self, staff);
  g_autofree char *day = dup_day (self, date);

  return meso_text_format (phrase (self, "record-by-on"), "name", name, "date", day, NULL);
}

static const MesoScreeningRule *
find_rule (const Teller *self,
           const char   *id)
{
  const GPtrArray *rules = meso_protocol_get_rules (get_judge (self));

  for (guint i = 0; i < rules->len; i++)
    {
      const MesoScreeningRule *rule = g_ptr_array_index (rules, i);

      if (g_str_equal (rule->id, id))
        return rule;
    }
  return NULL;
}

static char *
dup_source (const Teller      *self,
            const MesoFinding *finding)
{
  const MesoScreeningRule *rule = find_rule (self, finding->rule);
  const char *source = rule != NULL ? rule->provenance.source : finding->source;
  g_autofree char *isolated = NULL;

  if (rule != NULL && rule->provenance.origin == MESO_ORIGIN_CLINIC)
    return g_strdup (phrase (self, "sheet-source-clinic"));
  if (g_strcmp0 (source, "article") == 0)
    return g_strdup (phrase (self, "sheet-source-article"));
  if (source == NULL || g_str_equal (source, "GK"))
    return g_strdup (phrase (self, "sheet-source-none"));
  isolated = meso_text_isolate (source);
  return fill (self, "sheet-source", "source", isolated);
}

/* (transfer full): where it comes from, how sure that is, and by which rule it was found */
static char *
dup_origin (const Teller      *self,
            const MesoFinding *finding)
{
  const MesoScreeningRule *found_by = find_rule (self, finding->rule);
  g_autofree char *grade = found_by != NULL ? g_ascii_strdown (found_by->provenance.grade, -1) : NULL;
  g_autofree char *source = dup_source (self, finding);
  g_autofree char *id = meso_text_isolate (finding->rule);
  g_autofree char *rule = fill (self, "sheet-rule", "rule", id);

  if (grade == NULL)
    return g_strjoin (SEPARATOR, source, rule, NULL);
  return g_strjoin (SEPARATOR, source, phrase_of (self, "sheet-grade-", grade), rule, NULL);
}

/* (transfer full): the reason, what to do, until when, and where it comes from, a line each */
static char *
describe_finding (const Teller      *self,
                  const MesoFinding *finding)
{
  const char *advice = meso_handout_words_text (self->words, finding->advice);
  g_autofree char *what_to_do = fill (self, "sheet-advice", "advice", advice);
  g_autofree char *day = dup_day (self, finding->until);
  g_autofree char *earliest = fill (self, "sheet-earliest", "date", day);
  g_autofree char *origin = dup_origin (self, finding);
  const char *lines[5] = { meso_handout_words_text (self->words, finding->reason) };
  guint n = 1;

  if (meso_calendar_date_is_set (finding->until))
    lines[n++] = earliest;
  if (advice[0] != '\0')
    lines[n++] = what_to_do;
  lines[n] = origin;
  return g_strjoinv (LINE, (char **) lines);
}

static char *
dup_ingredient (const Teller *self,
                const char   *id)
{
  const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (get_judge (self), id);

  return ingredient != NULL ? meso_handout_words_name (self->words, ingredient, TRUE) : meso_text_isolate (id);
}

static char *
dup_outcome (const Teller *self,
             MesoOutcome   outcome)
{
  return g_strdup (phrase_of (self, "record-outcome-", meso_outcome_to_string (outcome)));
}

/* What takes out one ingredient changes nothing for the rest, and stands apart. */
static void
add_findings (const Teller *self,
              gboolean      excluding)
{
  const GPtrArray *findings = self->account->screening->verdict->findings;
  MesoHandoutBlock *block = meso_handout_sheet_add_block (self->sheet, MESO_HANDOUT_BLOCK_DATES,
                                                          phrase (self, excluding ? "sheet-excluded" : "sheet-findings"));

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
describe_missing (const Teller      *self,
                  const MesoMissing *missing)
{
  const MesoQuestion *question = meso_protocol_lookup_question (get_judge (self), missing->question);
  const char *why = phrase_of (self, "why-", meso_missing_why_to_string (missing->why));
  const char *how = question != NULL ? meso_handout_words_text (self->words, question->find_out) : "";
  g_autofree char *find_out = fill (self, "sheet-find-out", "how", how);

  return how[0] != '\0' ? g_strjoin (LINE, why, find_out, NULL) : g_strdup (why);
}

static void
add_missing (const Teller *self)
{
  const GPtrArray *missing = self->account->screening->verdict->missing;
  MesoHandoutBlock *block;

  if (missing->len == 0)
    return;
  block = meso_handout_sheet_add_block (self->sheet, MESO_HANDOUT_BLOCK_TABLE, phrase (self, "sheet-missing"));
  for (guint i = 0; i < missing->len; i++)
    {
      const MesoMissing *item = g_ptr_array_index (missing, i);

      meso_handout_block_take_row (block, item->question, g_strdup (get_question_text (self, item->question)),
                                   describe_missing (self, item));
    }
}

/* A short form doesn't ask why somebody comes. */
static void
add_indications (const Teller *self)
{
  const GPtrArray *indications = self->account->screening->verdict->indications;
  MesoHandoutBlock *block;

  if (self->account->screening->response->form != MESO_FORM_FULL)
    return;
  block = meso_handout_sheet_add_block (self->sheet, MESO_HANDOUT_BLOCK_LIST, phrase (self, "sheet-indications"));
  for (guint i = 0; i < indications->len; i++)
    meso_handout_block_take_row (block, g_ptr_array_index (indications, i), g_strdup (""),
                                 g_strdup (get_question_text (self, g_ptr_array_index (indications, i))));
  if (indications->len == 0)
    meso_handout_block_take_row (block, "", g_strdup (""), g_strdup (phrase (self, "remark-no-indication")));
}

/* (transfer full) (nullable): what a decision is about; %NULL for all of it */
static char *
describe_subject (const Teller                *self,
                  const MesoScreeningDecision *decision)
{
  const GPtrArray *findings = self->account->screening->verdict->findings;

  for (guint i = 0; decision->rule != NULL && i < findings->len; i++)
    {
      const MesoFinding *finding = g_ptr_array_index (findings, i);

      if (g_str_equal (finding->rule, decision->rule))
        return fill (self, "sheet-about", "finding", meso_handout_words_text (self->words, finding->reason));
    }
  return NULL;
}

/* (transfer full) (nullable): the paper that another physician wrote */
static char *
describe_clearance (const Teller                *self,
                    const MesoScreeningDecision *decision)
{
  g_autofree char *name = decision->clearance_from != NULL ? meso_handout_words_inline (decision->clearance_from) : NULL;
  g_autofree char *document = decision->clearance_document != NULL ? meso_handout_words_inline (decision->clearance_document)
                                                                   : NULL;
  g_autofree char *date = dup_day (self, decision->clearance_date);
  g_autofree char *expires = dup_day (self, decision->clearance_expires);
  g_autofree char *until = fill (self, "sheet-valid-until", "date", expires);
  g_autofree char *paper = NULL;

  if (name == NULL || document == NULL)
    return NULL;
  paper = meso_text_format (phrase (self, "sheet-clearance"), "document", document, "name", name, "date", date, NULL);
  return g_strjoin (SEPARATOR, paper, meso_calendar_date_is_set (decision->clearance_expires) ? until : NULL, NULL);
}

static void
add_decision (const Teller     *self,
              MesoHandoutBlock *block,
              guint             i)
{
  const MesoScreeningDecision *decision = g_ptr_array_index (self->account->decisions, i);
  g_autofree char *subject = describe_subject (self, decision);
  g_autofree char *clearance = describe_clearance (self, decision);
  gboolean reasoned = decision->reason != NULL && decision->reason[0] != '\0';
  g_autofree char *typed = reasoned ? meso_handout_words_inline (decision->reason) : NULL;
  g_autofree char *reason = typed != NULL ? fill (self, "sheet-reason", "reason", typed) : NULL;
  g_autofree char *by = dup_by_on (self, decision->decided_by, g_array_index (self->account->decided_on, MesoCalendarDate, i));
  const char *all[] = { subject, clearance, reason, by };
  const char *lines[G_N_ELEMENTS (all) + 1] = { NULL };
  guint n = 0;

  for (guint part = 0; part < G_N_ELEMENTS (all); part++)
    {
      if (all[part] != NULL)
        lines[n++] = all[part];
    }
  meso_handout_block_take_row (block, "",
                               g_strdup (phrase_of (self, "record-decision-", meso_decision_kind_to_string (decision->kind))),
                               g_strjoinv (LINE, (char **) lines));
}

static void
add_decisions (const Teller *self)
{
  gboolean none = self->account->decisions->len == 0;
  MesoHandoutBlock *block = meso_handout_sheet_add_block (self->sheet,
                                                          none ? MESO_HANDOUT_BLOCK_PARAGRAPHS : MESO_HANDOUT_BLOCK_DATES,
                                                          phrase (self, "sheet-decisions"));

  for (guint i = 0; i < self->account->decisions->len; i++)
    add_decision (self, block, i);
  if (none)
    meso_handout_block_take_row (block, "", g_strdup (""), g_strdup (phrase (self, "sheet-no-decisions")));
}

static void
add_rules (const Teller *self)
{
  const MesoScreening *screening = self->account->screening;
  const MesoVerdict *verdict = screening->verdict;
  MesoHandoutBlock *block = meso_handout_sheet_add_block (self->sheet, MESO_HANDOUT_BLOCK_TABLE, phrase (self, "sheet-rules"));
  g_autofree char *hash = g_strndup (verdict->protocol_hash, SHOWN_OF_HASH);

  meso_handout_block_take_row (block, "", g_strdup (phrase (self, "sheet-version")), meso_text_isolate (verdict->protocol_version));
  meso_handout_block_take_row (block, "", g_strdup (phrase (self, "sheet-hash")), meso_text_isolate (hash));
  meso_handout_block_take_row (block, "", g_strdup (phrase (self, "sheet-review")),
                               g_strdup (phrase (self, verdict->protocol_reviewed ? "sheet-reviewed" : "notice-unreviewed")));
  meso_handout_block_take_row (block, "", g_strdup (phrase (self, "record-recorded")),
                               dup_by_on (self, screening->recorded_by, self->account->recorded_on));
}

/* (transfer full): the verdict in words */
static char *
describe_verdict (const Teller *self)
{
  const MesoVerdict *verdict = self->account->screening->verdict;
  g_autofree char *day = NULL;

  if (verdict->outcome != MESO_OUTCOME_DEFER || !meso_calendar_date_is_set (verdict->until))
    return g_strdup (phrase_of (self, "verdict-", meso_outcome_to_string (verdict->outcome)));
  day = meso_handout_words_date (self->words, (MesoCivilTime) { verdict->until, MESO_CIVIL_TIME_NO_MINUTE });
  return fill (self, "verdict-defer-until", "date", day);
}

/* On the day of printing: a result that somebody finds in a drawer says itself how old it is. */
static gboolean
is_outdated (const Teller *self)
{
  MesoCalendarDate day = self->words->context->printed_at.date;

  return meso_calendar_date_is_set (day) &&
         meso_eligibility_judge (self->account->screening, self->account->decisions, day) == MESO_ELIGIBILITY_UNSCREENED;
}

/* First of all what was concluded, and whether it still stands. */
static void
add_verdict (const Teller *self)
{
  const MesoScreening *screening = self->account->screening;
  g_autofree char *verdict = describe_verdict (self);
  MesoHandoutBlock *block = meso_handout_sheet_add_block (self->sheet, MESO_HANDOUT_BLOCK_NOTE, verdict);

  if (screening->entered_in_error != NULL)
    meso_handout_block_take_row (block, "", g_strdup (phrase (self, "record-error")),
                                 meso_handout_words_inline (screening->entered_in_error));
  if (self->account->amended)
    meso_handout_block_take_row (block, "", g_strdup (phrase (self, "record-amended")), g_strdup (""));
  else if (screening->entered_in_error == NULL && is_outdated (self))
    meso_handout_block_take_row (block, "", g_strdup (phrase (self, "sheet-outdated")), g_strdup (""));
  if (screening->reason != NULL && screening->reason[0] != '\0')
    meso_handout_block_take_row (block, "", g_strdup (phrase (self, "record-corrects")),
                                 meso_handout_words_inline (screening->reason));
  /* No comfort beside a word that it doesn't hold. */
  if (block->rows->len == 0 && screening->verdict->findings->len == 0 && screening->verdict->missing->len == 0)
    meso_handout_block_take_row (block, "", g_strdup (""), g_strdup (phrase (self, "sheet-no-findings")));
  if (screening->response->form == MESO_FORM_SHORT)
    meso_handout_block_take_row (block, "", g_strdup (""), g_strdup (phrase (self, "sheet-short")));
}

static void
fill_head (const Teller *self)
{
  const MesoScreening *screening = self->account->screening;
  gboolean full = screening->response->form == MESO_FORM_FULL;
  g_autofree char *date = meso_handout_words_date (self->words, (MesoCivilTime) { screening->date, MESO_CIVIL_TIME_NO_MINUTE });
  g_autofree char *day = dup_day (self, screening->date);
  g_autofree char *screened_on = fill (self, "sheet-screened-on", "date", day);
  g_autofree char *person = meso_handout_words_person (self->words);

  g_set_str (&self->sheet->title, phrase (self, "sheet-verdict"));
  g_ptr_array_add (self->sheet->facts, meso_handout_fact_new (phrase (self, "sheet-screened"), date,
                                                              phrase (self, full ? "record-form-full" : "record-form-short")));
  meso_handout_take (&self->sheet->running_end, person[0] != '\0' ? g_strjoin (SEPARATOR, person, screened_on, NULL)
                                                                  : g_strdup (screened_on));
}

static void
add_signature (const Teller *self)
{
  MesoHandoutBlock *form = meso_handout_add_form (self->sheet, self->words, "sheet-sign");

  meso_handout_add_line (form, phrase (self, "sheet-physician"));
  meso_handout_add_line (form, phrase (self, "sheet-signature"));
  meso_handout_add_line (form, phrase (self, "sheet-date"));
}

static void
add_section (const Teller          *self,
             const MesoHandoutText *text,
             const char            *section)
{
  MesoHandoutBlock *block = meso_handout_sheet_add_block (self->sheet, MESO_HANDOUT_BLOCK_PARAGRAPHS, "");

  meso_handout_add_section (self->words, text, section, FALSE, block);
}

static void
tell (const Teller          *self,
      const MesoHandoutText *text)
{
  fill_head (self);
  add_verdict (self);
  add_findings (self, FALSE);
  add_findings (self, TRUE);
  add_missing (self);
  add_decisions (self);
  add_indications (self);
  add_rules (self);
  add_section (self, text, "changes");
  add_signature (self);
}

/**
 * meso_handout_fill_screening:
 * @sheet: with its head and foot
 * @text: the sheet's content
 *
 * What was concluded from the answers, as it was stored; where nobody was screened, the questions. What the foot says of a
 * review is about the rules, not about the sheet's wording.
 */
void
meso_handout_fill_screening (MesoHandoutSheet       *sheet,
                             const MesoHandoutWords *words,
                             const MesoHandoutText  *text)
{
  const Teller self = { words, words->context->account, sheet };
  gboolean reviewed = self.account != NULL ? self.account->screening->verdict->protocol_reviewed
                                           : meso_protocol_get_reviewed (words->protocol);

  g_set_str (&sheet->notice, phrase (&self, "notice"));
  g_set_str (&sheet->draft, reviewed ? "" : phrase (&self, "notice-unreviewed"));
  if (self.account != NULL)
    {
      tell (&self, text);
      return;
    }
  g_set_str (&sheet->title, phrase (&self, "sheet-questions"));
  add_section (&self, text, "fill-in");
  meso_handout_add_questions (sheet, words);
}
