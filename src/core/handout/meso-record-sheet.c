/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-record-sheet.h"

#include "meso-core-error.h"
#include "meso-handout-parts.h"
#include "meso-quantity.h"
#include "meso-record-parts.h"
#include "meso-text.h"

/**
 * meso_record_phrase:
 *
 * Returns: (transfer none): the phrase "record-" and @id
 */
const char *
meso_record_phrase (const MesoRecordWriter *self,
                    const char             *id)
{
  g_autofree char *whole = g_strconcat ("record-", id, NULL);

  return meso_handout_words_phrase (self->words, whole);
}

/**
 * meso_record_phrase_of:
 *
 * Returns: (transfer none): the phrase of a stable name: @group "sex", @name "female"
 */
const char *
meso_record_phrase_of (const MesoRecordWriter *self,
                       const char             *group,
                       const char             *name)
{
  g_autofree char *id = g_strconcat (group, "-", name, NULL);

  return meso_record_phrase (self, id);
}

/**
 * meso_record_add_block:
 *
 * Returns: (transfer none): a new section of the sheet
 */
MesoHandoutBlock *
meso_record_add_block (const MesoRecordWriter *self,
                       MesoHandoutBlockType    type,
                       const char             *heading)
{
  MesoHandoutBlock *block = meso_handout_block_new (type);

  g_set_str (&block->heading, meso_record_phrase (self, heading));
  g_ptr_array_add (self->sheet->blocks, block);
  return block;
}

/**
 * meso_record_end_block:
 *
 * Takes the section out again when nothing was put into it.
 */
void
meso_record_end_block (const MesoRecordWriter *self,
                       MesoHandoutBlock       *block)
{
  if (block->rows->len == 0)
    g_ptr_array_remove (self->sheet->blocks, block);
}

/**
 * meso_record_take_row:
 *
 * Adds a row; an empty @text makes a head of it.
 */
void
meso_record_take_row (MesoHandoutBlock *block,
                      char             *lead,
                      char             *text)
{
  MesoHandoutRow *row = meso_handout_row_new ("");

  meso_handout_take (&row->lead, lead);
  meso_handout_take (&row->text, text);
  g_ptr_array_add (block->rows, row);
}

/**
 * meso_record_take_own:
 *
 * Adds a label and a text of our own; nothing where it is empty.
 */
void
meso_record_take_own (const MesoRecordWriter *self,
                      MesoHandoutBlock       *block,
                      const char             *label,
                      char                   *text)
{
  if (*text == '\0')
    g_free (text);
  else
    meso_record_take_row (block, g_strdup (meso_record_phrase (self, label)), text);
}

/**
 * meso_record_add_typed:
 *
 * Adds a label and what somebody typed, isolated, a row for each line; nothing where it is empty.
 */
void
meso_record_add_typed (const MesoRecordWriter *self,
                       MesoHandoutBlock       *block,
                       const char             *label,
                       const char             *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gboolean labelled = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = meso_handout_words_line (lines[i]);

      if (line[0] == '\0')
        continue;
      /* A row without a lead goes on with the one before; one without a text would be a head. */
      meso_record_take_row (block, g_strdup (labelled ? "" : meso_record_phrase (self, label)), meso_handout_words_inline (line));
      labelled = TRUE;
    }
}

/**
 * meso_record_date_time:
 *
 * Returns: (transfer full): the day, and the time unless @minute is %MESO_CIVIL_TIME_NO_MINUTE
 */
char *
meso_record_date_time (const MesoRecordWriter *self,
                       MesoCalendarDate        date,
                       int                     minute)
{
  return meso_handout_words_short (self->words, (MesoCivilTime) { date, minute });
}

/**
 * meso_record_date:
 *
 * Returns: (transfer full): the day in the sheet's language
 */
char *
meso_record_date (const MesoRecordWriter *self,
                  MesoCalendarDate        date)
{
  return meso_record_date_time (self, date, MESO_CIVIL_TIME_NO_MINUTE);
}

/**
 * meso_record_by_on:
 *
 * Returns: (transfer full): who did something, and on which day
 */
char *
meso_record_by_on (const MesoRecordWriter *self,
                   const char             *staff,
                   const char             *at_utc)
{
  g_autofree char *name = meso_handout_words_inline (meso_record_contents_get_name (self->contents, staff));
  g_autofree char *date = meso_record_date (self, self->contents->day_of (at_utc));

  return meso_text_format (meso_record_phrase (self, "by-on"), "name", name, "date", date, NULL);
}

/**
 * meso_record_volume:
 *
 * Returns: (transfer full): a volume with its unit, isolated
 */
char *
meso_record_volume (const MesoRecordWriter *self,
                    gint64                  volume_ul)
{
  g_autofree char *text = meso_quantity_format ((MesoQuantity) { volume_ul, MESO_DIMENSION_VOLUME }, MESO_MASS_UNIT_BY_SIZE);

  return meso_text_isolate (text);
}

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

static gboolean
check_language (const char  *language,
                GError     **error)
{
  g_autofree char *quoted = meso_text_quote (language);

  if (g_str_equal (language, "en") || g_str_equal (language, "fa"))
    return TRUE;
  g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
               "There are no sheets in the language %s. The languages are: en, fa.", quoted);
  return FALSE;
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

  if (!check_language (contents->context->language, error))
    return NULL;
  fill_head (&writer);
  meso_record_add_person (&writer);
  meso_record_add_health (&writer);
  meso_record_add_screenings (&writer);
  meso_record_add_courses (&writer);
  meso_record_add_formulas (&writer);
  meso_record_add_sessions (&writer);
  meso_record_add_handouts (&writer);
  if (untranslated->len > 0)
    {
      g_autofree char *quoted = meso_text_quote (g_ptr_array_index (untranslated, 0));

      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                   "The record can’t be printed in the language %s: the content has no translation of %s. Texts without one: %u.",
                   words.language, quoted, untranslated->len);
      return NULL;
    }
  return g_steal_pointer (&sheet);
}
