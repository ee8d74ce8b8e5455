/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-parts.h"

#include "meso-text.h"

/* A date that the sheet tells, until all of them are in order. */
typedef struct
{
  MesoCivilTime when;
  MesoHandoutRow *row;
} DatedRow;

static int
compare_dated_rows (gconstpointer a,
                    gconstpointer b)
{
  return meso_civil_time_compare (((const DatedRow *) a)->when, ((const DatedRow *) b)->when);
}

static void
add_dated_row (const MesoHandoutWords *words,
               GArray                 *dated,
               MesoCivilTime           when,
               const char             *id,
               char                   *text)
{
  DatedRow entry = { when, meso_handout_row_new (id) };

  meso_handout_take (&entry.row->lead, meso_handout_words_date (words, when));
  meso_handout_take (&entry.row->text, text);
  g_array_append_val (dated, entry);
}

static gboolean
has_check (const GPtrArray *visits)
{
  for (guint i = 0; i < visits->len; i++)
    {
      if (((const MesoHandoutVisit *) g_ptr_array_index (visits, i))->kind == MESO_PLAN_CHECK)
        return TRUE;
    }

  return FALSE;
}

/* What the instructions have to tell. What the patient has to look for on their own after the course is left to the
 * check-ups where some are planned: two dates for one thing would only confuse. */
static MesoCivilTime
get_end (const MesoHandoutWords *words,
         const MesoHandoutItem  *item)
{
  if (g_strcmp0 (item->section, "dates") == 0)
    return meso_handout_item_end (words, item);
  if (g_strcmp0 (item->section, "dates-after-course") == 0 && !has_check (words->context->visits))
    return meso_handout_item_end_of_course (words, item);

  return MESO_CIVIL_TIME_NONE;
}

/**
 * meso_handout_part_dates:
 * @words: the sheet's language and content
 * @text: the sheet's content; what ends and how long it holds stands there, with its source
 *
 * Without an hour, what ends with a day ends with its last minute: whole days only are told of those.
 *
 * Returns: (transfer full) (nullable): what ends and which visits come, earliest first; %NULL when there are no dates
 */
MesoHandoutBlock *
meso_handout_part_dates (const MesoHandoutWords *words,
                         const MesoHandoutText  *text)
{
  const GPtrArray *visits = words->context->visits;
  g_autoptr (GArray) dated = g_array_new (FALSE, FALSE, sizeof (DatedRow));
  gboolean planned = FALSE;
  MesoHandoutBlock *block;

  for (guint i = 0; i < text->items->len; i++)
    {
      const MesoHandoutItem *item = g_ptr_array_index (text->items, i);
      MesoCivilTime end = get_end (words, item);

      if (!meso_handout_item_applies (words, item) || !meso_calendar_date_is_set (end.date) || (item->duration_hours > 0 && end.minute < 0))
        continue;

      if (item->duration_days > 0)
        end.minute = MESO_CIVIL_TIME_NO_MINUTE;
      add_dated_row (words, dated, end, item->id, g_strdup (meso_handout_words_text (words, item->text)));
    }

  for (guint i = 0; i < visits->len; i++)
    {
      const MesoHandoutVisit *visit = g_ptr_array_index (visits, i);

      add_dated_row (words, dated, visit->when, "", meso_handout_words_visit (words, visit));
      planned = planned || visit->when.minute < 0;
    }

  if (dated->len == 0)
    return NULL;

  g_array_sort (dated, compare_dated_rows);
  block = meso_handout_block_new (MESO_HANDOUT_BLOCK_DATES);
  g_set_str (&block->heading, meso_handout_words_phrase (words, "paper-next-dates"));
  if (planned)
    g_set_str (&block->note, meso_handout_words_phrase (words, "paper-planned-dates"));
  for (guint i = 0; i < dated->len; i++)
    g_ptr_array_add (block->rows, g_array_index (dated, DatedRow, i).row);

  return block;
}
