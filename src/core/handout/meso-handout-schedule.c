/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-parts.h"

#include "meso-calendar.h"
#include "meso-text.h"

#define HOURS_A_DAY 24

static int
duration_in_hours (const MesoHandoutItem *item)
{
  return item->duration_hours + HOURS_A_DAY * item->duration_days;
}

static int
compare_durations (gconstpointer a,
                   gconstpointer b)
{
  const MesoHandoutItem *first = *(const MesoHandoutItem *const *) a;
  const MesoHandoutItem *second = *(const MesoHandoutItem *const *) b;

  return duration_in_hours (first) - duration_in_hours (second);
}

/* (transfer container) (element-type MesoHandoutItem): shortest duration first, then in the content's order */
static GPtrArray *
list_section (const MesoHandoutWords *words,
              const MesoHandoutText  *text,
              const char             *section)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < text->items->len; i++)
    {
      MesoHandoutItem *item = g_ptr_array_index (text->items, i);

      if (g_strcmp0 (item->section, section) == 0 && meso_handout_item_applies (words, item))
        g_ptr_array_add (items, item);
    }
  g_ptr_array_sort (items, compare_durations);   /* stable */

  return items;
}

/* "Until" what ends with the item: a day and an hour; without an hour the end of that day, and without
 * a day just for how long. */
static MesoHandoutGroup *
new_until_group (const MesoHandoutWords *words,
                 const MesoHandoutItem  *item)
{
  MesoHandoutGroup *group = meso_handout_group_new ();
  MesoCivilTime end = meso_handout_item_end (words, item);
  g_autofree char *duration = meso_handout_words_hours (words, item->duration_hours, item->duration_days);

  if (!meso_calendar_date_is_set (end.date))
    {
      g_set_str (&group->label, meso_handout_words_phrase (words, "paper-for"));
      g_ptr_array_add (group->date, g_steal_pointer (&duration));
      return group;
    }

  g_set_str (&group->label, meso_handout_words_phrase (words, end.minute >= 0 ? "paper-until" : "paper-until-end"));
  g_ptr_array_unref (group->date);
  group->date = meso_handout_words_pieces (words, end);
  meso_handout_take (&group->note,
                     meso_text_format (meso_handout_words_phrase (words, "paper-duration-note"), "duration", duration, NULL));

  return group;
}

/* Whether the day was over already when the sheet was printed. A visit that is over too is no reason: then the sheet
 * is a copy of an old one. */
static gboolean
is_past (const MesoHandoutWords *words,
         MesoCalendarDate        day)
{
  MesoCalendarDate printed = words->context->printed_at.date;

  return meso_calendar_date_is_set (printed) && meso_calendar_date_compare (day, printed) < 0 &&
         meso_calendar_date_compare (printed, words->context->when.date) <= 0;
}

/* "From" when it holds before a visit. Whole days begin with the day itself, which is never too late; what should
 * have begun before the sheet was printed begins today. */
static MesoHandoutGroup *
new_from_group (const MesoHandoutWords *words,
                const MesoHandoutItem  *item)
{
  MesoHandoutGroup *group = meso_handout_group_new ();
  MesoCivilTime when = words->context->when;
  g_autofree char *duration = meso_handout_words_hours (words, item->duration_hours, item->duration_days);
  MesoCivilTime begin = MESO_CIVIL_TIME_NONE;

  if (item->duration_hours > 0)
    begin = meso_civil_time_add_hours (when, -item->duration_hours);
  else if (meso_calendar_date_is_set (when.date))
    begin.date = meso_civil_time_add_days (when, -item->duration_days).date;

  g_set_str (&group->label, meso_handout_words_phrase (words, "paper-from"));
  if (!meso_calendar_date_is_set (when.date) || !meso_calendar_date_is_set (begin.date))
    {
      g_ptr_array_add (group->date, g_steal_pointer (&duration));
      g_set_str (&group->note, meso_handout_words_phrase (words, "paper-before-visit"));
      return group;
    }
  if (is_past (words, begin.date))
    {
      g_ptr_array_add (group->date, g_strdup (meso_handout_words_phrase (words, "paper-today")));
      return group;
    }

  g_ptr_array_unref (group->date);
  group->date = meso_handout_words_pieces (words, begin);
  meso_handout_take (&group->note,
                     meso_text_format (meso_handout_words_phrase (words, "paper-before-note"), "duration", duration, NULL));

  return group;
}

typedef MesoHandoutGroup *(*NewGroup) (const MesoHandoutWords *words,
                                       const MesoHandoutItem  *item);

/* One group for all that hold equally long. */
static void
add_groups (const MesoHandoutWords *words,
            const GPtrArray        *items,
            NewGroup                new_group,
            MesoHandoutBlock       *block)
{
  MesoHandoutGroup *group = NULL;
  int hours = -1;

  for (guint i = 0; i < items->len; i++)
    {
      const MesoHandoutItem *item = g_ptr_array_index (items, i);

      if (duration_in_hours (item) != hours)
        {
          group = new_group (words, item);
          hours = duration_in_hours (item);
          g_ptr_array_add (block->groups, group);
        }
      g_ptr_array_add (group->rows, meso_handout_row_from_item (words, item, TRUE));
    }
}

static MesoHandoutBlock *
new_schedule (const MesoHandoutWords *words,
              const char             *heading,
              const char             *note)
{
  MesoHandoutBlock *block = meso_handout_block_new (MESO_HANDOUT_BLOCK_SCHEDULE);

  g_set_str (&block->heading, meso_handout_words_phrase (words, heading));
  g_set_str (&block->note, meso_handout_words_phrase (words, note));

  return block;
}

/**
 * meso_handout_part_aftercare_schedule:
 * @words: the sheet's language and content
 * @text: the aftercare sheet's content; how long each instruction holds stands there, with its source
 *
 * Returns: (transfer full) (nullable): until when each thing is to be left alone, shortest first, counted in hours and
 *   days from the end of the session; %NULL when there is nothing to leave alone
 */
MesoHandoutBlock *
meso_handout_part_aftercare_schedule (const MesoHandoutWords *words,
                                      const MesoHandoutText  *text)
{
  g_autoptr (GPtrArray) items = list_section (words, text, "avoid");
  MesoHandoutBlock *block;

  if (items->len == 0)
    return NULL;

  block = new_schedule (words, "paper-how-long", "paper-not-this");
  add_groups (words, items, new_until_group, block);

  return block;
}

/* What is to be done on one day: the evening before, or the day itself. */
static void
add_day_group (const MesoHandoutWords *words,
               const MesoHandoutText  *text,
               const char             *section,
               MesoHandoutBlock       *block)
{
  g_autoptr (GPtrArray) items = list_section (words, text, section);
  gboolean evening = g_str_equal (section, "evening");
  MesoHandoutGroup *group;
  MesoCivilTime day = words->context->when;

  if (items->len == 0)
    return;

  group = meso_handout_group_new ();
  day.minute = MESO_CIVIL_TIME_NO_MINUTE;
  if (evening && meso_calendar_date_is_set (day.date))
    day = meso_civil_time_add_days (day, -1);

  if (meso_calendar_date_is_set (day.date) && is_past (words, day.date))
    {
      g_ptr_array_add (group->date, g_strdup (meso_handout_words_phrase (words, "paper-today")));
      g_set_str (&group->note, meso_handout_words_phrase (words, "paper-day-note"));
    }
  else if (meso_calendar_date_is_set (day.date))
    {
      g_ptr_array_unref (group->date);
      group->date = meso_handout_words_pieces (words, day);
      g_set_str (&group->note, meso_handout_words_phrase (words, evening ? "paper-evening" : "paper-day-note"));
    }
  else
    {
      g_ptr_array_add (group->date, g_strdup (meso_handout_words_phrase (words, evening ? "paper-evening-undated"
                                                                                        : "paper-day-undated")));
      g_set_str (&group->note, meso_handout_words_phrase (words, evening ? "paper-evening-or" : "paper-day-note"));
    }

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (group->rows, meso_handout_row_from_item (words, g_ptr_array_index (items, i), TRUE));
  g_ptr_array_add (block->groups, group);
}

/* The framed warning belongs to what begins at the same time. */
static void
add_boxed (const MesoHandoutWords *words,
           const MesoHandoutText  *text,
           const GPtrArray        *avoided,
           MesoHandoutBlock       *block)
{
  g_autoptr (GPtrArray) items = list_section (words, text, "boxed");
  guint group = 0;

  if (items->len == 0 || avoided->len == 0)
    return;

  for (guint i = 0; i < avoided->len; i++)
    {
      const MesoHandoutItem *item = g_ptr_array_index (avoided, i);

      if (i > 0 && duration_in_hours (item) != duration_in_hours (g_ptr_array_index (avoided, i - 1)))
        group++;
      if (duration_in_hours (item) == duration_in_hours (g_ptr_array_index (items, 0)))
        break;
    }

  ((MesoHandoutGroup *) g_ptr_array_index (block->groups, group))->boxed =
    meso_handout_row_from_item (words, g_ptr_array_index (items, 0), TRUE);
}

/**
 * meso_handout_part_before_schedule:
 * @words: the sheet's language and content
 * @text: the content of the sheet before treatment; how long each instruction holds stands there, with its source
 *
 * Returns: (transfer full): from when each thing is to be left alone, longest first, counted in hours and days back from
 *   the start of the session, then what is to be done the evening before and on the day
 */
MesoHandoutBlock *
meso_handout_part_before_schedule (const MesoHandoutWords *words,
                                   const MesoHandoutText  *text)
{
  g_autoptr (GPtrArray) items = list_section (words, text, "avoid");
  g_autoptr (GPtrArray) longest_first = g_ptr_array_new ();
  MesoHandoutBlock *block = new_schedule (words, "paper-from-when", "paper-prepare");

  /* The longest begins first; what begins together keeps the content's order. */
  for (guint end = items->len; end > 0;)
    {
      guint start = end - 1;

      while (start > 0 && duration_in_hours (g_ptr_array_index (items, start - 1)) ==
                          duration_in_hours (g_ptr_array_index (items, end - 1)))
        start--;
      for (guint i = start; i < end; i++)
        g_ptr_array_add (longest_first, g_ptr_array_index (items, i));
      end = start;
    }

  add_groups (words, longest_first, new_from_group, block);
  add_boxed (words, text, longest_first, block);
  add_day_group (words, text, "evening", block);
  add_day_group (words, text, "day", block);

  return block;
}
