/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-record-sheet.h"

#include "meso-handout-parts.h"
#include "meso-record-parts.h"
#include "meso-text.h"

static void
fill_head (const MesoRecordWriter *self)
{
  const MesoRecordContents *contents = self->contents;
  const MesoHandoutContext *context = self->words->context;
  MesoHandoutSheet *sheet = self->sheet;
  g_autofree char *printed_on = meso_handout_words_short (self->words, context->printed_at);

  g_set_str (&sheet->kind, "record");
  g_set_str (&sheet->language, context->language);
  sheet->rtl = g_str_equal (context->language, "fa");
  g_set_str (&sheet->title, meso_record_phrase (self, "title"));
  meso_handout_fill_letterhead (sheet, self->words);
  meso_handout_add_patient_fact (sheet, self->words);
  if (contents->released_to[0] != '\0')
    {
      g_autofree char *recipient = meso_handout_words_line (contents->released_to);
      g_autofree char *why = meso_handout_words_line (contents->released_why);

      g_ptr_array_add (sheet->facts, meso_handout_fact_new (meso_record_phrase (self, "released-to"), recipient, why));
    }
  g_set_str (&sheet->running_start, sheet->clinic_name);
  meso_handout_take (&sheet->running_end, meso_handout_words_person (self->words));
  g_set_str (&sheet->notice, meso_record_phrase (self, "notice"));
  g_set_str (&sheet->page_format, meso_handout_words_phrase (self->words, "paper-page"));
  if (meso_calendar_date_is_set (context->printed_at.date))
    meso_handout_take (&sheet->imprint,
                       meso_text_format (meso_handout_words_phrase (self->words, "paper-printed"), "date", printed_on, NULL));
  if (context->demo)
    g_set_str (&sheet->watermark, meso_handout_words_phrase (self->words, "paper-demo"));
}

/**
 * meso_record_sheet_assemble:
 * @protocol: the clinical content
 * @contents: all that is known of somebody
 *
 * Puts a whole record on paper. Names of ingredients, questions and plans are those of the content that is at work; where it
 * doesn't know an id any more, the id itself stands there. Pure: equal arguments give an equal sheet.
 *
 * Returns: (transfer full) (nullable): the sheet, or %NULL with %MESO_CORE_ERROR_INVALID
 */
MesoHandoutSheet *
meso_record_sheet_assemble (const MesoProtocol        *protocol,
                            const MesoRecordContents  *contents,
                            GError                   **error)
{
  g_autoptr (GPtrArray) untranslated = g_ptr_array_new_with_free_func (g_free);
  MesoHandoutWords words = { protocol, contents->context, contents->context->language, untranslated };
  g_autoptr (MesoHandoutSheet) sheet = meso_handout_sheet_new ();
  MesoRecordWriter writer = { &words, contents, sheet };

  if (!meso_handout_words_check_language (words.language, error))
    return NULL;
  fill_head (&writer);
  meso_record_add_person (&writer);
  meso_record_add_health (&writer);
  meso_record_add_screenings (&writer);
  meso_record_add_courses (&writer);
  meso_record_add_formulas (&writer);
  meso_record_add_preparations (&writer);
  meso_record_add_sessions (&writer);
  meso_record_add_handouts (&writer);
  return meso_handout_words_check_translated (&words, "record", error) ? g_steal_pointer (&sheet) : NULL;
}
