/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-civil-time.h"

#include <string.h>

#include "meso-core-error.h"
#include "meso-text.h"

#define MINUTES_PER_HOUR 60
#define HOURS_PER_DAY 24
#define MINUTES_PER_DAY (HOURS_PER_DAY * MINUTES_PER_HOUR)

/* The `THH:MM` behind a date; FALSE when it isn't one. */
static gboolean
parse_minute (const char *text,
              int        *minute_out)
{
  int hour, minute;

  if (text[0] != 'T' || strlen (text) != 6 || text[3] != ':' ||
      !g_ascii_isdigit (text[1]) || !g_ascii_isdigit (text[2]) ||
      !g_ascii_isdigit (text[4]) || !g_ascii_isdigit (text[5]))
    return FALSE;

  hour = g_ascii_digit_value (text[1]) * 10 + g_ascii_digit_value (text[2]);
  minute = g_ascii_digit_value (text[4]) * 10 + g_ascii_digit_value (text[5]);
  if (hour >= HOURS_PER_DAY || minute >= MINUTES_PER_HOUR)
    return FALSE;

  *minute_out = hour * MINUTES_PER_HOUR + minute;

  return TRUE;
}

/**
 * meso_civil_time_from_date_time:
 * @moment: an instant, in the zone whose clock is meant
 *
 * Returns: the day and the minute that a clock on the wall shows at @moment
 */
MesoCivilTime
meso_civil_time_from_date_time (GDateTime *moment)
{
  return (MesoCivilTime) {
    { (gint16) g_date_time_get_year (moment), (guint8) g_date_time_get_month (moment),
      (guint8) g_date_time_get_day_of_month (moment) },
    g_date_time_get_hour (moment) * 60 + g_date_time_get_minute (moment)
  };
}

/**
 * meso_civil_time_parse:
 * @text: (nullable): `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, ASCII digits, Gregorian
 * @time_out: (out) (optional): the day and time; not touched on error
 * @error: return location
 *
 * Returns: %FALSE with %MESO_CORE_ERROR_INVALID when @text is neither
 */
gboolean
meso_civil_time_parse (const char     *text,
                       MesoCivilTime  *time_out,
                       GError        **error)
{
  MesoCivilTime time = MESO_CIVIL_TIME_NONE;
  const char *separator = text != NULL ? strchr (text, 'T') : NULL;
  g_autofree char *date = NULL;

  if (separator == NULL)
    date = g_strdup (text);
  else
    date = g_strndup (text, separator - text);

  if (!meso_calendar_date_parse (date, &time.date, error))
    return FALSE;

  if (separator != NULL && !parse_minute (separator, &time.minute))
    {
      g_autofree char *quoted = meso_text_quote (text);

      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                   "%s isn't a date and time: after the date write T and a time from 00:00 to 23:59, "
                   "for example 2026-11-24T14:00.",
                   quoted);
      return FALSE;
    }

  if (time_out != NULL)
    *time_out = time;

  return TRUE;
}

/**
 * meso_civil_time_to_string:
 * @time: a day, with a time or without
 *
 * Returns: (transfer full): `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`; "" when unset
 */
char *
meso_civil_time_to_string (MesoCivilTime time)
{
  g_autofree char *date = meso_calendar_date_to_string (time.date);

  if (!meso_calendar_date_is_set (time.date) || time.minute < 0)
    return g_steal_pointer (&date);

  return g_strdup_printf ("%sT%02d:%02d", date, time.minute / MINUTES_PER_HOUR, time.minute % MINUTES_PER_HOUR);
}

/**
 * meso_civil_time_add_days:
 * @time: a day that is set
 * @days: how many days later, or earlier when negative
 *
 * Returns: the same time of another day; unset when it lies outside of the years 1 to 9999
 */
MesoCivilTime
meso_civil_time_add_days (MesoCivilTime time,
                          int           days)
{
  MesoCalendarDate date = meso_calendar_date_add_days (time.date, days);

  if (!meso_calendar_date_is_set (date))
    return MESO_CIVIL_TIME_NONE;

  return (MesoCivilTime) { date, time.minute };
}

/**
 * meso_civil_time_add_hours:
 * @time: a day that is set
 * @hours: how many hours later, or earlier when negative
 *
 * Hours of the wall clock: a change to summer time in between isn't looked at. When only the day
 * is known, the hours are rounded away from zero to whole days, because the session may have been
 * at any time of it: no advice then ends too early, and none begins too late.
 *
 * Returns: the other day and time; unset when it lies outside of the years 1 to 9999
 */
MesoCivilTime
meso_civil_time_add_hours (MesoCivilTime time,
                           int           hours)
{
  gint64 minutes;
  int days;

  if (time.minute < 0)
    {
      days = hours / HOURS_PER_DAY;
      if (hours % HOURS_PER_DAY != 0)
        days += hours > 0 ? 1 : -1;

      return meso_civil_time_add_days (time, days);
    }

  minutes = time.minute + (gint64) hours * MINUTES_PER_HOUR;
  days = minutes / MINUTES_PER_DAY;
  minutes %= MINUTES_PER_DAY;
  if (minutes < 0)
    {
      minutes += MINUTES_PER_DAY;
      days--;
    }
  time.minute = minutes;

  return meso_civil_time_add_days (time, days);
}

/**
 * meso_civil_time_compare:
 * @a: a day, with a time or without
 * @b: another
 *
 * A day without a time comes before all times of that day.
 *
 * Returns: negative, 0 or positive, as @a is before, equal to or after @b
 */
int
meso_civil_time_compare (MesoCivilTime a,
                         MesoCivilTime b)
{
  int order = meso_calendar_date_compare (a.date, b.date);

  if (order != 0)
    return order;

  return (a.minute > b.minute) - (a.minute < b.minute);
}
