/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-calendar.h"

#include "meso-calendar-names.h"
#include "meso-text.h"

/* ASCII digits. %NULL when the calendar does not reach that day. */
static char *
format_in (MesoCalendarDate  date,
           gboolean          in_persian,
           const char       *language,
           MesoDateStyle     style,
           gboolean          with_weekday)
{
  const MesoCalendarNames *names = meso_calendar_names_get (in_persian, language);
  gboolean is_full = style == MESO_DATE_STYLE_FULL;
  int weekday = meso_calendar_date_get_weekday (date) % MESO_DAYS_PER_WEEK;
  g_autoptr(GString) text = g_string_new (NULL);
  MesoCalendarDay day;

  if (!meso_calendar_get_day (date, in_persian ? MESO_CALENDAR_PERSIAN : MESO_CALENDAR_GREGORIAN, &day))
    return NULL;

  if (with_weekday)
    g_string_append_printf (text, "%s ", (is_full ? names->weekdays : names->short_weekdays)[weekday]);
  g_string_append_printf (text, "%d %s", day.day, (is_full ? names->months : names->short_months)[day.month - 1]);
  if (style != MESO_DATE_STYLE_SHORT)
    g_string_append_printf (text, " %d", day.year);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * meso_calendar_format_date_as:
 * @date: a date
 * @choice: in which calendar; both: the other one in parentheses after the language's own
 * @language: "fa" for Persian words and digits, anything else for English
 * @style: how much of it
 *
 * Writes a date for a person to read. Names come from ICU; the order is our own, as ICU's full
 * style for the Persian calendar begins with the year. Persian has no short names of its own. A
 * day outside of the years that are converted is written as Gregorian `YYYY-MM-DD`.
 *
 * Returns: (transfer full): the text, not isolated; "" for an unset date
 */
char *
meso_calendar_format_date_as (MesoCalendarDate    date,
                              MesoCalendarChoice  choice,
                              const char         *language,
                              MesoDateStyle       style)
{
  MesoCalendarChoice own = meso_calendar_choice_for_language (language);
  MesoCalendarChoice first = choice == MESO_CALENDAR_BOTH ? own : choice;
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;
  g_autofree char *whole = NULL;

  if (!meso_calendar_date_is_set (date))
    return g_strdup ("");

  text = format_in (date, first == MESO_CALENDAR_PERSIAN, language, style, TRUE);
  if (text == NULL)
    text = meso_calendar_date_to_string (date);
  if (choice == MESO_CALENDAR_BOTH)
    other = format_in (date, own != MESO_CALENDAR_PERSIAN, language, style, FALSE);
  whole = other != NULL ? g_strdup_printf ("%s (%s)", text, other) : g_steal_pointer (&text);

  return meso_text_localise_digits (whole, language);
}

/**
 * meso_calendar_format_date:
 * @date: a date
 * @language: "fa" for the Persian calendar in Persian; anything else for the Gregorian in English
 * @style: how much of it
 *
 * A date in its language's own calendar, as meso_calendar_format_date_as () writes it.
 *
 * Returns: (transfer full): the text, not isolated; "" for an unset date
 */
char *
meso_calendar_format_date (MesoCalendarDate  date,
                           const char       *language,
                           MesoDateStyle     style)
{
  return meso_calendar_format_date_as (date, meso_calendar_choice_for_language (language), language, style);
}

/**
 * meso_calendar_format_date_time_as:
 * @date: a date
 * @minute_of_day: 0 to 1439; -1 when only the day is known
 * @choice: as for meso_calendar_format_date_as ()
 * @language: as for meso_calendar_format_date_as ()
 * @style: as for meso_calendar_format_date_as ()
 *
 * Returns: (transfer full): "Tuesday 24 November 2026, 14:00", «سه‌شنبه ۳ آذر ۱۴۰۵، ساعت ۱۴:۰۰»; "" for an unset date
 */
char *
meso_calendar_format_date_time_as (MesoCalendarDate    date,
                                   int                 minute_of_day,
                                   MesoCalendarChoice  choice,
                                   const char         *language,
                                   MesoDateStyle       style)
{
  g_autofree char *day = meso_calendar_format_date_as (date, choice, language, style);
  g_autofree char *text = NULL;

  g_return_val_if_fail (minute_of_day >= -1 && minute_of_day < 24 * 60, g_steal_pointer (&day));

  if (minute_of_day == -1 || !meso_calendar_date_is_set (date))
    return g_steal_pointer (&day);

  text = g_strdup_printf ("%s%s %02d:%02d", day, g_strcmp0 (language, "fa") == 0 ? "، ساعت" : ",",
                          minute_of_day / 60, minute_of_day % 60);

  return meso_text_localise_digits (text, language);
}

/**
 * meso_calendar_format_date_time:
 * @date: a date
 * @minute_of_day: 0 to 1439; -1 when only the day is known
 * @language: as for meso_calendar_format_date ()
 * @style: as for meso_calendar_format_date ()
 *
 * Returns: (transfer full): as meso_calendar_format_date_time_as (), in the language's own calendar
 */
char *
meso_calendar_format_date_time (MesoCalendarDate  date,
                                int               minute_of_day,
                                const char       *language,
                                MesoDateStyle     style)
{
  return meso_calendar_format_date_time_as (date, minute_of_day, meso_calendar_choice_for_language (language), language, style);
}
