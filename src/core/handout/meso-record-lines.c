/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-record-parts.h"

#include "meso-quantity.h"
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
  return meso_handout_sheet_add_block (self->sheet, type, meso_record_phrase (self, heading));
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
    meso_handout_block_take_row (block, "", g_strdup (meso_record_phrase (self, label)), text);
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
      meso_handout_block_take_row (block, "", g_strdup (labelled ? "" : meso_record_phrase (self, label)),
                                   meso_handout_words_inline (line));
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

/**
 * meso_record_dup_known:
 * @text: (nullable): what the content says of it
 *
 * Returns: (transfer full): the sentence that stands for an id; the id itself where the content knows it no more
 */
char *
meso_record_dup_known (const MesoRecordWriter *self,
                       const MesoLocalText    *text,
                       const char             *id)
{
  return text != NULL ? g_strdup (meso_handout_words_text (self->words, text)) : meso_text_isolate (id);
}

/**
 * meso_record_dup_ingredient:
 *
 * Returns: (transfer full): the ingredient's name; the id itself where the content knows it no more
 */
char *
meso_record_dup_ingredient (const MesoRecordWriter *self,
                            const char             *id)
{
  const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (self->words->protocol, id);

  return ingredient != NULL ? meso_handout_words_name (self->words, ingredient, TRUE) : meso_text_isolate (id);
}

/**
 * meso_record_end_table:
 *
 * Says so where nothing was put into a section that always stands.
 */
void
meso_record_end_table (const MesoRecordWriter *self,
                       MesoHandoutBlock       *block)
{
  if (block->rows->len == 0)
    meso_handout_block_take_row (block, "", g_strdup (""), g_strdup (meso_record_phrase (self, "nothing")));
}

/**
 * meso_record_add_standing:
 * @error: (nullable): why it was marked as entered in error
 * @amended: whether a later entry corrects it
 * @reason: why it corrects an earlier one, "" when it doesn't
 *
 * Adds what became of an entry.
 */
void
meso_record_add_standing (const MesoRecordWriter *self,
                          MesoHandoutBlock       *block,
                          const char             *error,
                          gboolean                amended,
                          const char             *reason)
{
  if (error != NULL)
    meso_record_add_typed (self, block, "error", error);
  if (amended)
    meso_handout_block_take_row (block, "", g_strdup (""), g_strdup (meso_record_phrase (self, "amended")));
  if (reason[0] != '\0')
    meso_record_add_typed (self, block, "corrects", reason);
}
