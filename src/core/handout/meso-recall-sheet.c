/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-recall-sheet.h"

#include "meso-handout-parts.h"
#include "meso-text.h"

#define SEPARATOR " · "
#define LINE "\n"

/* A call list that is being put together. */
typedef struct
{
  const MesoHandoutWords *words;
  const MesoRecallContents *contents;
  MesoHandoutSheet *sheet;
} Lister;

static const char *
phrase (const Lister *self,
        const char   *id)
{
  g_autofree char *whole = g_strconcat ("recall-", id, NULL);

  return meso_handout_words_phrase (self->words, whole);
}

/* (transfer full): the phrase with its one placeholder filled */
static char *
fill (const Lister *self,
      const char   *id,
      const char   *name,
      const char   *value)
{
  return meso_text_format (phrase (self, id), name, value, NULL);
}

/* (transfer full): a date that no line break splits */
static char *
show_time (const Lister  *self,
           MesoCivilTime  time)
{
  g_autofree char *text = meso_handout_words_short (self->words, time);
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);

  return g_strjoinv ("\u00a0", parts);
}

static char *
show_day (const Lister     *self,
          MesoCalendarDate  date)
{
  return show_time (self, (MesoCivilTime) { date, MESO_CIVIL_TIME_NO_MINUTE });
}

/* text: (transfer full) (nullable): one more part, where there is any */
static void
take_part (GString    *line,
           const char *separator,
           char       *text)
{
  g_autofree char *part = text;

  if (part != NULL && *part != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? separator : "", part);
}

/* (transfer full): "Zinc sulfate · Maker · expires 30 Nov 2027 · recalled" */
static char *
describe_lot (const Lister  *self,
              const MesoLot *lot)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *expiry = show_day (self, lot->expiry);
  g_autofree char *received = show_day (self, lot->received_on);
  g_autofree char *state = g_strconcat ("state-", meso_lot_state_to_string (lot->state), NULL);

  take_part (line, SEPARATOR, meso_handout_words_inline (lot->name));
  take_part (line, SEPARATOR, lot->maker[0] != '\0' ? meso_handout_words_inline (lot->maker) : NULL);
  take_part (line, SEPARATOR, fill (self, "expiry", "date", expiry));
  take_part (line, SEPARATOR, fill (self, "received", "date", received));
  take_part (line, SEPARATOR, g_strdup (phrase (self, state)));
  take_part (line, LINE, lot->state_reason[0] != '\0' ? meso_handout_words_inline (lot->state_reason) : NULL);
  return g_strdup (line->str);
}

static char *
show_number (const MesoLot *lot)
{
  g_autofree char *line = meso_handout_words_line (lot->number);

  return meso_text_isolate (line);
}

static void
add_lots (const Lister *self)
{
  const GPtrArray *lots = self->contents->recall->lots;
  MesoHandoutBlock *block = meso_handout_sheet_add_block (self->sheet, MESO_HANDOUT_BLOCK_TABLE, phrase (self, "lots"));

  for (guint i = 0; i < lots->len; i++)
    meso_handout_block_take_row (block, "", show_number (g_ptr_array_index (lots, i)),
                                 describe_lot (self, g_ptr_array_index (lots, i)));
}

/* (transfer full): one way that a lot went to somebody, and what became of it */
static char *
describe_entry (const Lister          *self,
                const MesoRecallEntry *entry)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *moment = show_time (self, self->contents->time_of (entry->mixed_at));
  g_autofree char *session = show_day (self, entry->session_date);
  const GPtrArray *lots = self->contents->recall->lots;
  const MesoLot *lot = lots->len > 1 ? meso_lot_find (lots, entry->lot) : NULL;
  g_autofree char *number = lot != NULL ? show_number (lot) : NULL;

  if (number != NULL)
    take_part (line, SEPARATOR, fill (self, "lot", "number", number));
  take_part (line, SEPARATOR, fill (self, "prepared", "time", moment));
  take_part (line, SEPARATOR, entry->session != NULL ? fill (self, "given", "date", session) : g_strdup (phrase (self, "not-given")));
  take_part (line, SEPARATOR, entry->amended ? g_strdup (phrase (self, "amended")) : NULL);
  take_part (line, SEPARATOR, entry->in_error ? g_strdup (phrase (self, "error")) : NULL);
  take_part (line, SEPARATOR, entry->discarded ? g_strdup (phrase (self, "discarded")) : NULL);
  return g_strdup (line->str);
}

/* (transfer full): who is called; of an erased record only its number is left */
static char *
describe_person (const Lister          *self,
                 const MesoRecallEntry *entry)
{
  g_autofree char *joined = g_strjoin (" ", entry->given_name, entry->family_name, NULL);
  g_autofree char *file = meso_handout_words_number (self->words, entry->file_number);

  g_strstrip (joined);
  return joined[0] != '\0' ? meso_handout_words_inline (joined) : fill (self, "erased", "number", file);
}

/* (transfer full): file number and phones, a line each */
static char *
describe_contact (const Lister          *self,
                  const MesoRecallEntry *entry)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *file = meso_handout_words_number (self->words, entry->file_number);
  gboolean erased = entry->given_name[0] == '\0' && entry->family_name[0] == '\0';

  if (erased)
    return g_strdup ("");
  take_part (lines, LINE, meso_text_format (meso_handout_words_phrase (self->words, "paper-file"), "number", file, NULL));
  take_part (lines, LINE, meso_handout_words_phone (self->words, entry->phone));
  take_part (lines, LINE, meso_handout_words_phone (self->words, entry->second_phone));
  if (entry->phone[0] == '\0' && entry->second_phone[0] == '\0')
    take_part (lines, LINE, g_strdup (phrase (self, "no-phone")));
  return g_strdup (lines->str);
}

static int
compare_newest (gconstpointer a,
                gconstpointer b)
{
  const MesoRecallEntry *first = a;
  const MesoRecallEntry *second = b;
  int order = g_strcmp0 (second->mixed_at, first->mixed_at);

  return order != 0 ? order : g_strcmp0 (first->preparation, second->preparation);
}

/* All that went to one person, the newest first. */
static void
add_person (const Lister     *self,
            MesoHandoutBlock *block,
            const GPtrArray  *newest,
            guint             first)
{
  const MesoRecallEntry *person = g_ptr_array_index (newest, first);
  g_autoptr (GString) given = g_string_new (NULL);
  MesoHandoutRow *row;

  for (guint i = first; i < newest->len; i++)
    {
      const MesoRecallEntry *entry = g_ptr_array_index (newest, i);

      if (g_str_equal (entry->person, person->person))
        take_part (given, LINE, describe_entry (self, entry));
    }
  row = meso_handout_block_take_row (block, "", describe_person (self, person), describe_contact (self, person));
  meso_handout_row_take_cell (row, g_strdup (given->str));
  for (guint i = 0; i < 3; i++)
    meso_handout_row_take_cell (row, g_strdup (""));
}

static void
add_calls (const Lister *self)
{
  g_autoptr (GPtrArray) newest = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  MesoHandoutBlock *block;

  g_ptr_array_extend (newest, self->contents->recall->entries, NULL, NULL);
  g_ptr_array_sort_values (newest, compare_newest);
  if (newest->len == 0)
    {
      block = meso_handout_sheet_add_block (self->sheet, MESO_HANDOUT_BLOCK_PARAGRAPHS, "");
      meso_handout_block_take_row (block, "", g_strdup (""), g_strdup (phrase (self, "nobody")));
      return;
    }
  block = meso_handout_sheet_add_block (self->sheet, MESO_HANDOUT_BLOCK_GRID, phrase (self, "call"));
  meso_handout_block_add_column (block, MESO_HANDOUT_COLUMN_TEXT, phrase (self, "patient"), 30);
  meso_handout_block_add_column (block, MESO_HANDOUT_COLUMN_TEXT, phrase (self, "got"), 38);
  meso_handout_block_add_column (block, MESO_HANDOUT_COLUMN_BOX, phrase (self, "reached"), 10);
  meso_handout_block_add_column (block, MESO_HANDOUT_COLUMN_LINE, phrase (self, "when"), 13);
  meso_handout_block_add_column (block, MESO_HANDOUT_COLUMN_LINE, phrase (self, "by"), 13);
  for (guint i = 0; i < newest->len; i++)
    {
      if (g_hash_table_add (seen, ((const MesoRecallEntry *) g_ptr_array_index (newest, i))->person))
        add_person (self, block, newest, i);
    }
}

static void
fill_head (const Lister *self)
{
  const MesoHandoutContext *context = self->words->context;
  MesoHandoutSheet *sheet = self->sheet;
  g_autofree char *count = meso_handout_words_count (self->words, (int) meso_recall_count_patients (self->contents->recall));
  g_autofree char *printed_on = meso_handout_words_short (self->words, context->printed_at);
  g_autofree char *reason = self->contents->reason[0] != '\0' ? meso_handout_words_line (self->contents->reason)
                                                              : g_strdup (phrase (self, "no-reason"));
  g_autofree char *patients = fill (self, "patients", "n", count);

  g_set_str (&sheet->kind, "recall");
  g_set_str (&sheet->language, context->language);
  sheet->rtl = g_str_equal (context->language, "fa");
  sheet->compact = TRUE;
  g_set_str (&sheet->title, phrase (self, "title"));
  meso_handout_fill_letterhead (sheet, self->words);
  if (context->letterhead->physician[0] == '\0')
    g_set_str (&sheet->physician, "");
  g_ptr_array_add (sheet->facts, meso_handout_fact_new (phrase (self, "reason"), reason, ""));
  g_ptr_array_add (sheet->facts, meso_handout_fact_new (phrase (self, "call"), patients, ""));
  g_set_str (&sheet->running_start, sheet->clinic_name);
  g_set_str (&sheet->running_end, sheet->title);
  g_set_str (&sheet->notice, phrase (self, "notice"));
  g_set_str (&sheet->page_format, meso_handout_words_phrase (self->words, "paper-page"));
  if (meso_calendar_date_is_set (context->printed_at.date))
    meso_handout_take (&sheet->imprint, fill (self, "printed", "date", printed_on));
  if (context->demo)
    g_set_str (&sheet->watermark, meso_handout_words_phrase (self->words, "paper-demo"));
}

/**
 * meso_recall_sheet_assemble:
 * @protocol: the clinical content, which holds the words
 * @contents: lots, and where they went
 *
 * A list to call from: everybody once with their phones, what they were given, and room to tick who was reached, when and by whom.
 * Pure: equal arguments give an equal sheet.
 *
 * Returns: (transfer full) (nullable): the sheet, or %NULL with %MESO_CORE_ERROR_INVALID
 */
MesoHandoutSheet *
meso_recall_sheet_assemble (const MesoProtocol        *protocol,
                            const MesoRecallContents  *contents,
                            GError                   **error)
{
  g_autoptr (GPtrArray) untranslated = g_ptr_array_new_with_free_func (g_free);
  MesoHandoutWords words = { protocol, contents->context, contents->context->language, untranslated };
  g_autoptr (MesoHandoutSheet) sheet = meso_handout_sheet_new ();
  const Lister self = { &words, contents, sheet };

  if (!meso_handout_words_check_language (words.language, error))
    return NULL;
  fill_head (&self);
  add_lots (&self);
  add_calls (&self);
  return meso_handout_words_check_translated (&words, "recall", error) ? g_steal_pointer (&sheet) : NULL;
}
