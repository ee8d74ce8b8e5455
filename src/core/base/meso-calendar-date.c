/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-calendar-date.h"

#include "meso-core-error.h"
#include "meso-text.h"

#define DATE_LENGTH 10

static const char *const month_names[] = {
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December"
};

/* Julian day of GDate: 1 January of the year 1 is day 1. */
static gint64
to_julian (MesoCalendarDate date)
{
  GDate gdate;

  g_return_val_if_fail (g_date_valid_dmy (date.day, date.month, date.year), 0);

  g_date_clear (&gdate, 1);
  g_date_set_dmy (&gdate, date.day, date.month, date.year);

  return g_date_get_julian (&gdate);
}

static MesoCalendarDate
from_julian (gint64 julian)
{
  static const MesoCalendarDate last = { 9999, 12, 31 };
  GDate gdate;

  if (julian < 1 || julian > to_julian (last))
    return MESO_CALENDAR_DATE_NONE;

  g_date_clear (&gdate, 1);
  g_date_set_julian (&gdate, julian);

  return (MesoCalendarDate) { g_date_get_year (&gdate), g_date_get_month (&gdate), g_date_get_day (&gdate) };
}

/**
 * meso_calendar_date_is_set:
 * @date: a date
 *
 * Returns: whether there is a date at all
 */
gboolean
meso_calendar_date_is_set (MesoCalendarDate date)
{
  return date.year != 0;
}

static gboolean
has_iso_form (const char *text)
{
  for (int i = 0; i < DATE_LENGTH; i++)
    {
      gboolean dash = i == 4 || i == 7;

      if (dash ? text[i] != '-' : !g_ascii_isdigit (text[i]))
        return FALSE;
    }

  return text[DATE_LENGTH] == '\0';
}

static int
read_digits (const char *text,
             int         n_digits)
{
  int value = 0;

  for (int i = 0; i < n_digits; i++)
    value = value * 10 + g_ascii_digit_value (text[i]);

  return value;
}

/* Says which part of a well-formed date can't be. */
static void
set_impossible (GError    **error,
                const char *text,
                int         year,
                int         month)
{
  if (year == 0)
    g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                 "%s isn't a date: years go from 0001 to 9999.", text);
  else if (month < 1 || month > 12)
    g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                 "%s isn't a date: months go from 01 to 12.", text);
  else
    g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                 "%s isn't a date: %s %d has the days 01 to %d.", text, month_names[month - 1], year,
                 g_date_get_days_in_month (month, year));
}

/**
 * meso_calendar_date_parse:
 * @text: (nullable): a day as `YYYY-MM-DD`, ASCII digits, Gregorian
 * @date_out: (out) (optional): the day; not touched on error
 * @error: return location
 *
 * Reads a date as the store and the command line write it, and nothing else: no blanks, no
 * shorter forms, no day that the calendar doesn't have.
 *
 * Returns: %FALSE with %MESO_CORE_ERROR_INVALID when @text isn't such a date
 */
gboolean
meso_calendar_date_parse (const char        *text,
                          MesoCalendarDate  *date_out,
                          GError           **error)
{
  int year, month, day;

  if (text == NULL || !has_iso_form (text))
    {
      g_autofree char *quoted = meso_text_quote (text);

      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                   "%s isn't a date: write year-month-day, for example 2026-11-24.", quoted);
      return FALSE;
    }

  year = read_digits (text, 4);
  month = read_digits (text + 5, 2);
  day = read_digits (text + 8, 2);
  if (!g_date_valid_dmy (day, month, year))
    {
      set_impossible (error, text, year, month);
      return FALSE;
    }

  if (date_out != NULL)
    *date_out = (MesoCalendarDate) { year, month, day };

  return TRUE;
}

/**
 * meso_calendar_date_to_string:
 * @date: a date
 *
 * Returns: (transfer full): the day as `YYYY-MM-DD`; "" for an unset date
 */
char *
meso_calendar_date_to_string (MesoCalendarDate date)
{
  if (!meso_calendar_date_is_set (date))
    return g_strdup ("");

  return g_strdup_printf ("%04d-%02d-%02d", date.year, date.month, date.day);
}

/**
 * meso_calendar_date_compare:
 * @a: a date
 * @b: another date
 *
 * An unset date comes before every other.
 *
 * Returns: negative, 0 or positive, as @a is before, on or after @b
 */
int
meso_calendar_date_compare (MesoCalendarDate a,
                            MesoCalendarDate b)
{
  if (a.year != b.year)
    return a.year < b.year ? -1 : 1;
  if (a.month != b.month)
    return a.month < b.month ? -1 : 1;

  return (a.day > b.day) - (a.day < b.day);
}

/**
 * meso_calendar_date_add_days:
 * @date: a date that is set
 * @days: how many days later, or earlier when negative
 *
 * Returns: the other day; unset when it lies outside of the years 1 to 9999
 */
MesoCalendarDate
meso_calendar_date_add_days (MesoCalendarDate date,
                             int              days)
{
  g_return_val_if_fail (meso_calendar_date_is_set (date), MESO_CALENDAR_DATE_NONE);

  return from_julian (to_julian (date) + days);
}

/**
 * meso_calendar_date_add_months:
 * @date: a date that is set
 * @months: how many months of the Gregorian calendar later, or earlier when negative
 *
 * The day of the month stays, or is the last day of a shorter month: one month after 31 January
 * is 28 or 29 February.
 *
 * Returns: the other day; unset when it lies outside of the years 1 to 9999
 */
MesoCalendarDate
meso_calendar_date_add_months (MesoCalendarDate date,
                               int              months)
{
  gint64 index;
  int year, month, last_day;

  g_return_val_if_fail (meso_calendar_date_is_set (date), MESO_CALENDAR_DATE_NONE);

  index = (gint64) date.year * 12 + date.month - 1 + months;
  if (index < 12 || index >= 10000 * 12)
    return MESO_CALENDAR_DATE_NONE;

  year = index / 12;
  month = index % 12 + 1;
  last_day = g_date_get_days_in_month (month, year);

  return (MesoCalendarDate) { year, month, MIN (date.day, last_day) };
}

/**
 * meso_calendar_date_days_between:
 * @from: a date that is set
 * @to: a date that is set
 *
 * Returns: days from @from to @to; negative when @to is the earlier
 */
int
meso_calendar_date_days_between (MesoCalendarDate from,
                                 MesoCalendarDate to)
{
  g_return_val_if_fail (meso_calendar_date_is_set (from) && meso_calendar_date_is_set (to), 0);

  return to_julian (to) - to_julian (from);
}

/**
 * meso_calendar_date_years_between:
 * @birth: a date that is set
 * @on: a date that is set
 *
 * Somebody's age. Who was born on 29 February is a year older from 1 March on in years without
 * that day, so that an age limit is never taken for reached too early.
 *
 * Returns: whole years from @birth to @on; negative when @on is before @birth
 */
int
meso_calendar_date_years_between (MesoCalendarDate birth,
                                  MesoCalendarDate on)
{
  gboolean before_birthday;

  g_return_val_if_fail (meso_calendar_date_is_set (birth) && meso_calendar_date_is_set (on), 0);

  before_birthday = on.month < birth.month || (on.month == birth.month && on.day < birth.day);

  return on.year - birth.year - (before_birthday ? 1 : 0);
}

/**
 * meso_calendar_date_get_weekday:
 * @date: a date that is set
 *
 * Returns: the day of the week as ISO 8601 counts: Monday 1 … Sunday 7
 */
int
meso_calendar_date_get_weekday (MesoCalendarDate date)
{
  g_return_val_if_fail (meso_calendar_date_is_set (date), G_DATE_BAD_WEEKDAY);

  /* 1 January of the year 1, day 1, is a Monday. */
  return (to_julian (date) - 1) % 7 + 1;
}
