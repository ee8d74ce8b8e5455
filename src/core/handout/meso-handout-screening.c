/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-teller.h"

#include "meso-eligibility.h"
#include "meso-text.h"

#define SHOWN_OF_HASH 16

static void
add_rules (const MesoTeller *self)
{
  const MesoScreening *screening = self->account->screening;
  const MesoVerdict *verdict = screening->verdict;
  MesoHandoutBlock *block = meso_teller_add_block (self, MESO_HANDOUT_BLOCK_TABLE, "sheet-rules");
  g_autofree char *hash = g_strndup (verdict->protocol_hash, SHOWN_OF_HASH);

  meso_handout_block_take_row (block, "", g_strdup (meso_teller_phrase (self, "sheet-version")),
                               meso_text_isolate (verdict->protocol_version));
  meso_handout_block_take_row (block, "", g_strdup (meso_teller_phrase (self, "sheet-hash")), meso_text_isolate (hash));
  meso_handout_block_take_row (block, "", g_strdup (meso_teller_phrase (self, "sheet-review")),
                               g_strdup (meso_teller_phrase (self, verdict->protocol_reviewed ? "sheet-reviewed"
                                                                                              : "notice-unreviewed")));
  meso_handout_block_take_row (block, "", g_strdup (meso_teller_phrase (self, "record-recorded")),
                               meso_teller_dup_by_on (self, screening->recorded_by, self->account->recorded_on));
}

/* (transfer full): the verdict in words */
static char *
describe_verdict (const MesoTeller *self)
{
  const MesoVerdict *verdict = self->account->screening->verdict;
  g_autofree char *day = NULL;

  if (verdict->outcome != MESO_OUTCOME_DEFER || !meso_calendar_date_is_set (verdict->until))
    return g_strdup (meso_teller_phrase_of (self, "verdict-", meso_outcome_to_string (verdict->outcome)));
  day = meso_handout_words_date (self->words, (MesoCivilTime) { verdict->until, MESO_CIVIL_TIME_NO_MINUTE });
  return meso_teller_fill (self, "verdict-defer-until", "date", day);
}

/* On the day of printing: a result that somebody finds in a drawer says itself how old it is. */
static gboolean
is_outdated (const MesoTeller *self)
{
  MesoCalendarDate day = self->words->context->printed_at.date;

  return meso_calendar_date_is_set (day) &&
         meso_eligibility_judge (self->account->screening, self->account->decisions, day) == MESO_ELIGIBILITY_UNSCREENED;
}

/* First of all what was concluded, and whether it still stands. */
static void
add_verdict (const MesoTeller *self)
{
  const MesoScreening *screening = self->account->screening;
  g_autofree char *verdict = describe_verdict (self);
  MesoHandoutBlock *block = meso_handout_sheet_add_block (self->sheet, MESO_HANDOUT_BLOCK_NOTE, verdict);

  if (screening->entered_in_error != NULL)
    meso_handout_block_take_row (block, "", g_strdup (meso_teller_phrase (self, "record-error")),
                                 meso_handout_words_inline (screening->entered_in_error));
  if (self->account->amended)
    meso_handout_block_take_row (block, "", g_strdup (meso_teller_phrase (self, "record-amended")), g_strdup (""));
  else if (screening->entered_in_error == NULL && is_outdated (self))
    meso_handout_block_take_row (block, "", g_strdup (meso_teller_phrase (self, "sheet-outdated")), g_strdup (""));
  if (screening->reason != NULL && screening->reason[0] != '\0')
    meso_handout_block_take_row (block, "", g_strdup (meso_teller_phrase (self, "record-corrects")),
                                 meso_handout_words_inline (screening->reason));
  /* No comfort beside a word that it doesn't hold. */
  if (block->rows->len == 0 && screening->verdict->findings->len == 0 && screening->verdict->missing->len == 0)
    meso_handout_block_take_row (block, "", g_strdup (""), g_strdup (meso_teller_phrase (self, "sheet-no-findings")));
  if (screening->response->form == MESO_FORM_SHORT)
    meso_handout_block_take_row (block, "", g_strdup (""), g_strdup (meso_teller_phrase (self, "sheet-short")));
}

static void
fill_head (const MesoTeller *self)
{
  const MesoScreening *screening = self->account->screening;
  gboolean full = screening->response->form == MESO_FORM_FULL;
  g_autofree char *date = meso_handout_words_date (self->words, (MesoCivilTime) { screening->date, MESO_CIVIL_TIME_NO_MINUTE });
  g_autofree char *day = meso_teller_dup_day (self, screening->date);
  g_autofree char *screened_on = meso_teller_fill (self, "sheet-screened-on", "date", day);
  g_autofree char *person = meso_handout_words_person (self->words);

  g_set_str (&self->sheet->title, meso_teller_phrase (self, "sheet-verdict"));
  g_ptr_array_add (self->sheet->facts,
                   meso_handout_fact_new (meso_teller_phrase (self, "sheet-screened"), date,
                                          meso_teller_phrase (self, full ? "record-form-full" : "record-form-short")));
  meso_handout_take (&self->sheet->running_end, person[0] != '\0' ? g_strjoin (MESO_TELLER_SEPARATOR, person, screened_on, NULL)
                                                                  : g_strdup (screened_on));
}

static void
add_signature (const MesoTeller *self)
{
  MesoHandoutBlock *form = meso_handout_add_form (self->sheet, self->words, "sheet-sign");

  meso_handout_add_line (form, meso_teller_phrase (self, "sheet-physician"));
  meso_handout_add_line (form, meso_teller_phrase (self, "sheet-signature"));
  meso_handout_add_line (form, meso_teller_phrase (self, "sheet-date"));
}

static void
add_section (const MesoTeller      *self,
             const MesoHandoutText *text,
             const char            *section)
{
  MesoHandoutBlock *block = meso_handout_sheet_add_block (self->sheet, MESO_HANDOUT_BLOCK_PARAGRAPHS, "");

  meso_handout_add_section (self->words, text, section, FALSE, block);
}

static void
tell (const MesoTeller      *self,
      const MesoHandoutText *text)
{
  fill_head (self);
  add_verdict (self);
  meso_teller_add_findings (self, FALSE);
  meso_teller_add_findings (self, TRUE);
  meso_teller_add_missing (self);
  meso_teller_add_decisions (self);
  meso_teller_add_indications (self);
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
  const MesoTeller self = { words, words->context->account, sheet };
  gboolean reviewed = self.account != NULL ? self.account->screening->verdict->protocol_reviewed
                                           : meso_protocol_get_reviewed (words->protocol);

  g_set_str (&sheet->notice, meso_teller_phrase (&self, "notice"));
  g_set_str (&sheet->draft, reviewed ? "" : meso_teller_phrase (&self, "notice-unreviewed"));
  if (self.account != NULL)
    {
      tell (&self, text);
      return;
    }
  g_set_str (&sheet->title, meso_teller_phrase (&self, "sheet-questions"));
  add_section (&self, text, "fill-in");
  meso_handout_add_questions (sheet, words);
}
