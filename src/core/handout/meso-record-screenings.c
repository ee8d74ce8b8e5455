/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-record-parts.h"

#include "meso-text.h"

static char *
describe_verdict (const MesoRecordWriter *self,
                  const MesoScreening    *screening)
{
  const MesoVerdict *verdict = screening->verdict;
  g_autofree char *date = meso_record_date (self, screening->date);
  g_autofree char *until_date = meso_record_date (self, verdict->until);
  g_autofree char *until = meso_text_format (meso_record_phrase (self, "until"), "date", until_date, NULL);
  gboolean full = screening->response->form == MESO_FORM_FULL;

  return g_strjoin (MESO_RECORD_SEPARATOR, date,
                    meso_record_phrase_of (self, "outcome", meso_outcome_to_string (verdict->outcome)),
                    meso_record_phrase (self, full ? "form-full" : "form-short"),
                    meso_calendar_date_is_set (verdict->until) ? until : NULL, NULL);
}

/* (transfer full): "" for the safe answer, which isn't listed */
static char *
describe_answer (const MesoRecordWriter *self,
                 const MesoAnswer       *answer)
{
  g_autofree char *number = NULL;

  switch (answer->kind)
    {
    case MESO_ANSWER_YES:
      return g_strdup (meso_record_phrase (self, "answer-yes"));
    case MESO_ANSWER_UNKNOWN:
      return g_strdup (meso_record_phrase (self, "answer-unknown"));
    case MESO_ANSWER_DATE:
      return meso_record_date (self, answer->date);
    case MESO_ANSWER_NUMBER:
      number = answer->milli % 1000 == 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, answer->milli / 1000)
                                         : g_strdup_printf ("%" G_GINT64_FORMAT ".%03" G_GINT64_FORMAT, answer->milli / 1000,
                                                            ABS (answer->milli % 1000));
      return meso_text_isolate (number);
    case MESO_ANSWER_CHOICE:
      return meso_text_isolate (answer->choice);
    case MESO_ANSWER_NO:
    default:
      return g_strdup ("");
    }
}

/* In the form's order. */
static void
add_answers (const MesoRecordWriter *self,
             MesoHandoutBlock       *block,
             const MesoScreening    *screening)
{
  const GPtrArray *questions = meso_protocol_get_questions (self->words->protocol);

  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (questions, i);
      const MesoAnswer *answer = meso_questionnaire_response_lookup (screening->response, question->id);
      g_autofree char *text = answer != NULL ? describe_answer (self, answer) : g_strdup ("");

      if (text[0] != '\0')
        meso_handout_block_take_row (block, "", g_strdup (meso_handout_words_text (self->words, question->text)),
                                     g_steal_pointer (&text));
    }
}

static void
add_findings (const MesoRecordWriter *self,
              MesoHandoutBlock       *block,
              const MesoVerdict      *verdict)
{
  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const MesoFinding *finding = g_ptr_array_index (verdict->findings, i);
      const char *reason = meso_local_text_get (finding->reason, self->words->language);
      g_autofree char *ingredient = finding->ingredient != NULL ? meso_record_dup_ingredient (self, finding->ingredient) : NULL;

      meso_handout_block_take_row (block, "",
                                   g_strdup (meso_record_phrase_of (self, "outcome", meso_outcome_to_string (finding->outcome))),
                                   g_strjoin (MESO_RECORD_SEPARATOR, reason,
                                              meso_local_text_get (finding->advice, self->words->language), ingredient, NULL));
    }
  for (guint i = 0; i < verdict->missing->len; i++)
    {
      const MesoMissing *missing = g_ptr_array_index (verdict->missing, i);
      const MesoQuestion *question = meso_protocol_lookup_question (self->words->protocol, missing->question);
      gboolean named = g_str_equal (missing->question, "sex") || g_str_equal (missing->question, "birth-date");

      meso_record_take_own (self, block, "missing",
                            named ? g_strdup (meso_record_phrase_of (self, "missing", missing->question))
                                  : meso_record_dup_known (self, question != NULL ? question->text : NULL, missing->question));
    }
}

static void
add_decisions (const MesoRecordWriter *self,
               MesoHandoutBlock       *block,
               const MesoScreening    *screening)
{
  for (guint i = 0; i < self->contents->decisions->len; i++)
    {
      const MesoScreeningDecision *decision = g_ptr_array_index (self->contents->decisions, i);
      g_autofree char *by = NULL;
      g_autofree char *reason = NULL;
      g_autofree char *from = NULL;
      g_autofree char *file = NULL;

      if (!g_str_equal (decision->screening, screening->id))
        continue;
      by = meso_record_by_on (self, decision->decided_by, decision->decided_at);
      file = decision->clearance_file != NULL && *decision->clearance_file->name != '\0'
               ? meso_handout_words_inline (decision->clearance_file->name) : NULL;
      reason = decision->reason != NULL && decision->reason[0] != '\0' ? meso_handout_words_inline (decision->reason) : NULL;
      from = decision->clearance_from != NULL
               ? g_strjoin (MESO_RECORD_SEPARATOR, decision->clearance_from, decision->clearance_document, file, NULL) : NULL;
      meso_handout_block_take_row (block, "",
                                   g_strdup (meso_record_phrase_of (self, "decision", meso_decision_kind_to_string (decision->kind))),
                                   reason != NULL && from != NULL ? g_strjoin (MESO_RECORD_SEPARATOR, by, reason, from, NULL)
                                   : g_strjoin (MESO_RECORD_SEPARATOR, by, reason != NULL ? reason : from, NULL));
    }
}

static gboolean
is_amended (const GPtrArray *screenings,
            const char      *id)
{
  for (guint i = 0; i < screenings->len; i++)
    {
      if (g_strcmp0 (((const MesoScreening *) g_ptr_array_index (screenings, i))->amends, id) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * meso_record_add_screenings:
 *
 * Each screening with its verdict, findings, answers other than no, and decisions.
 */
void
meso_record_add_screenings (const MesoRecordWriter *self)
{
  const GPtrArray *screenings = self->contents->screenings;
  MesoHandoutBlock *block = meso_record_add_block (self, MESO_HANDOUT_BLOCK_TABLE, "screenings");

  for (guint i = 0; i < screenings->len; i++)
    {
      const MesoScreening *screening = g_ptr_array_index (screenings, i);

      meso_handout_block_take_row (block, "", describe_verdict (self, screening), g_strdup (""));
      meso_record_add_standing (self, block, screening->entered_in_error, is_amended (screenings, screening->id),
                    screening->reason != NULL ? screening->reason : "");
      add_findings (self, block, screening->verdict);
      add_answers (self, block, screening);
      add_decisions (self, block, screening);
      meso_record_take_own (self, block, "recorded", meso_record_by_on (self, screening->recorded_by, screening->recorded_at));
    }
  meso_record_end_table (self, block);
}
