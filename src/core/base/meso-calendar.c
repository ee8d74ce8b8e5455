/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-calendar.h"

#include <unicode/ucal.h>

#include "meso-calendar-names.h"
#include "meso-core-error.h"
#include "meso-text.h"

#define MILLISECONDS_PER_DAY 86400000.0
#define DATE_LENGTH 10

static const MesoCalendarDate epoch = { 1970, 1, 1 };

/* Opening a calendar costs milliseconds, and an open one may not be shared between threads. */
G_LOCK_DEFINE_STATIC (persian);

static UCalendar *
get_persian (void)
{
  static UCalendar *calendar;
  UErrorCode status = U_ZERO_ERROR;

  if (calendar != NULL)
    return calendar;

  /* Etc/GMT has days of 24 hours only; every other zone has some without a midnight. */
  calendar = ucal_open (u"Etc/GMT", -1, "fa@calendar=persian", UCAL_DEFAULT, &status);
  if (U_FAILURE (status))
    g_error ("The Persian calendar can't be opened: ICU says %s", u_errorName (status));
  /* Otherwise 30 Esfand of any year is accepted. */
  ucal_setAttribute (calendar, UCAL_LENIENT, FALSE);

  return calendar;
}

static gboolean
read_persian (UCalendar   *calendar,
              MesoCalendarDay *persian_out)
{
  UErrorCode status = U_ZERO_ERROR;

  persian_out->year = ucal_get (calendar, UCAL_EXTENDED_YEAR, &status);
  persian_out->month = ucal_get (calendar, UCAL_MONTH, &status) + 1;
  persian_out->day = ucal_get (calendar, UCAL_DAY_OF_MONTH, &status);

  return U_SUCCESS (status) && persian_out->year >= MESO_PERSIAN_YEAR_MIN && persian_out->year <= MESO_PERSIAN_YEAR_MAX;
}

static gboolean
to_persian (MesoCalendarDate  date,
            MesoCalendarDay      *persian_out)
{
  UErrorCode status = U_ZERO_ERROR;
  gboolean in_range;

  G_LOCK (persian);
  ucal_setMillis (get_persian (), meso_calendar_date_days_between (epoch, date) * MILLISECONDS_PER_DAY, &status);
  in_range = U_SUCCESS (status) && read_persian (get_persian (), persian_out);
  G_UNLOCK (persian);

  return in_range;
}

/* Unset when the calendar has no such day. ICU's own refusal isn't relied upon alone: the day found is converted back. */
static MesoCalendarDate
to_gregorian (const MesoCalendarDay *persian)
{
  UErrorCode status = U_ZERO_ERROR;
  MesoCalendarDay back = { 0 };
  UCalendar *calendar;
  double days;

  G_LOCK (persian);
  calendar = get_persian ();
  ucal_clear (calendar);
  ucal_setDate (calendar, persian->year, persian->month - 1, persian->day, &status);
  days = ucal_getMillis (calendar, &status) / MILLISECONDS_PER_DAY;
  if (U_SUCCESS (status) && !read_persian (calendar, &back))
    status = U_ILLEGAL_ARGUMENT_ERROR;
  G_UNLOCK (persian);

  if (U_FAILURE (status) || back.year != persian->year || back.month != persian->month || back.day != persian->day)
    return MESO_CALENDAR_DATE_NONE;

  return meso_calendar_date_add_days (epoch, (int) days);
}

static void
set_impossible (GError            **error,
                const MesoCalendarDay  *persian)
{
  const MesoCalendarDay leap_day = { persian->year, 12, 30 };
  int n_days;

  if (persian->year < MESO_PERSIAN_YEAR_MIN || persian->year > MESO_PERSIAN_YEAR_MAX)
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE,
                   "%04d is outside of the years of the Persian calendar that are known here: %d to %d.",
                   persian->year, MESO_PERSIAN_YEAR_MIN, MESO_PERSIAN_YEAR_MAX);
      return;
    }

  if (persian->month < 1 || persian->month > MESO_MONTHS_PER_YEAR)
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                   "%04d-%02d-%02d isn't a date of the Persian calendar: months go from 01 to 12.",
                   persian->year, persian->month, persian->day);
      return;
    }

  if (persian->month < 12)
    n_days = persian->month <= 6 ? 31 : 30;
  else
    n_days = meso_calendar_date_is_set (to_gregorian (&leap_day)) ? 30 : 29;

  g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
               "%04d-%02d-%02d isn't a date of the Persian calendar: month %d of %d has the days 01 to %d.",
               persian->year, persian->month, persian->day, persian->month, persian->year, n_days);
}

/* The three numbers of `YYYY-MM-DD` or `YYYY/MM/DD` in ASCII digits; FALSE for any other form. */
static gboolean
read_numbers (const char  *text,
              MesoCalendarDay *persian_out)
{
  int numbers[3] = { 0, 0, 0 };
  int part = 0;
  int i;

  for (i = 0; i < DATE_LENGTH && text[i] != '\0'; i++)
    {
      if (i == 4 || i == 7)
        {
          if ((text[i] != '-' && text[i] != '/') || text[i] != text[4])
            return FALSE;
          part++;
        }
      else if (g_ascii_isdigit (text[i]))
        numbers[part] = numbers[part] * 10 + g_ascii_digit_value (text[i]);
      else
        return FALSE;
    }

  *persian_out = (MesoCalendarDay) { numbers[0], numbers[1], numbers[2] };

  return i == DATE_LENGTH && text[i] == '\0';
}

/**
 * meso_calendar_parse_persian:
 * @text: (nullable): a day of the Persian calendar: "1403-12-30", «۱۴۰۳/۱۲/۳۰»; ASCII, Persian or Arabic digits
 * @date_out: (out) (optional): the same day of the Gregorian calendar; not touched on error
 * @error: return location
 *
 * ICU does the calendar. Years go from %MESO_PERSIAN_YEAR_MIN to %MESO_PERSIAN_YEAR_MAX.
 *
 * Returns: %FALSE with %MESO_CORE_ERROR_INVALID when @text isn't a day that the calendar has, with
 *   %MESO_CORE_ERROR_RANGE for another year
 */
gboolean
meso_calendar_parse_persian (const char        *text,
                             MesoCalendarDate  *date_out,
                             GError           **error)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *ascii = meso_text_ascii_digits (valid);
  MesoCalendarDay persian;
  MesoCalendarDate date;

  if (!read_numbers (ascii, &persian))
    {
      g_autofree char *quoted = meso_text_quote (text);

      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                   "%s isn't a date of the Persian calendar: write year-month-day, for example 1405-09-03.", quoted);
      return FALSE;
    }

  date = to_gregorian (&persian);
  if (!meso_calendar_date_is_set (date))
    {
      set_impossible (error, &persian);
      return FALSE;
    }

  if (date_out != NULL)
    *date_out = date;

  return TRUE;
}

/**
 * meso_calendar_format_persian_iso:
 * @date: a date that is set
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the day as `YYYY-MM-DD` of the Persian calendar, ASCII digits;
 *   %NULL with %MESO_CORE_ERROR_RANGE when the year lies outside of those that are converted
 */
char *
meso_calendar_format_persian_iso (MesoCalendarDate   date,
                                  GError           **error)
{
  MesoCalendarDay persian;

  g_return_val_if_fail (meso_calendar_date_is_set (date), NULL);

  if (!to_persian (date, &persian))
    {
      g_autofree char *iso = meso_calendar_date_to_string (date);

      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE,
                   "%s is outside of the years of the Persian calendar that are known here: %d to %d.",
                   iso, MESO_PERSIAN_YEAR_MIN, MESO_PERSIAN_YEAR_MAX);
      return NULL;
    }

  return g_strdup_printf ("%04d-%02d-%02d", persian.year, persian.month, persian.day);
}

/**
 * meso_calendar_choice_from_string:
 * @text: (nullable): "gregorian", "persian" or "both", as a clinic's setting has it
 * @choice_out: (out): not touched when @text is none of them
 *
 * Returns: whether @text is a choice
 */
gboolean
meso_calendar_choice_from_string (const char         *text,
                                  MesoCalendarChoice *choice_out)
{
  static const char *const choices[] = { "gregorian", "persian", "both" };

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      if (g_strcmp0 (text, choices[i]) != 0)
        continue;
      *choice_out = (MesoCalendarChoice) i;
      return TRUE;
    }

  return FALSE;
}

/**
 * meso_calendar_choice_for_language:
 * @language: (nullable): a language
 *
 * Returns: the calendar that dates in @language are written in where nobody chose one: the Persian one for "fa"
 */
MesoCalendarChoice
meso_calendar_choice_for_language (const char *language)
{
  return g_strcmp0 (language, "fa") == 0 ? MESO_CALENDAR_PERSIAN : MESO_CALENDAR_GREGORIAN;
}

/**
 * meso_calendar_get_day:
 * @date: a date that is set
 * @calendar: one calendar; %MESO_CALENDAR_BOTH counts as the Gregorian one
 * @day_out: (out): year, month and day there; not touched when there is none
 *
 * Returns: %FALSE when @date lies outside of the years that are converted
 */
gboolean
meso_calendar_get_day (MesoCalendarDate    date,
                       MesoCalendarChoice  calendar,
                       MesoCalendarDay    *day_out)
{
  g_return_val_if_fail (meso_calendar_date_is_set (date), FALSE);

  if (calendar == MESO_CALENDAR_PERSIAN)
    return to_persian (date, day_out);

  *day_out = (MesoCalendarDay) { date.year, date.month, date.day };

  return TRUE;
}

/**
 * meso_calendar_find_date:
 * @day: a day of @calendar, which may not exist
 * @calendar: one calendar; %MESO_CALENDAR_BOTH counts as the Gregorian one
 *
 * Returns: the date; unset when the calendar has no such day
 */
MesoCalendarDate
meso_calendar_find_date (MesoCalendarDay    day,
                         MesoCalendarChoice calendar)
{
  MesoCalendarDate date = MESO_CALENDAR_DATE_NONE;
  g_autofree char *text = NULL;

  if (day.month < 1 || day.month > 12 || day.day < 1)
    return MESO_CALENDAR_DATE_NONE;
  if (calendar == MESO_CALENDAR_PERSIAN)
    return to_gregorian (&day);
  if (day.year < 1 || day.year > 9999)
    return MESO_CALENDAR_DATE_NONE;

  text = g_strdup_printf ("%04d-%02d-%02d", day.year, day.month, day.day);

  return meso_calendar_date_parse (text, &date, NULL) ? date : MESO_CALENDAR_DATE_NONE;
}

/**
 * meso_calendar_get_month_name:
 * @month: 1 to 12
 * @calendar: one calendar; %MESO_CALENDAR_BOTH counts as the Gregorian one
 * @language: "fa" for Persian, anything else for English
 *
 * Returns: (transfer none): the name as it stands alone: "November", "Azar", «آذر»
 */
const char *
meso_calendar_get_month_name (int                 month,
                              MesoCalendarChoice  calendar,
                              const char         *language)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");

  return meso_calendar_names_get (calendar == MESO_CALENDAR_PERSIAN, language)->lone_months[month - 1];
}

/**
 * meso_calendar_get_weekday_name:
 * @weekday: ISO: Monday 1 … Sunday 7
 * @language: "fa" for Persian, anything else for English
 * @narrow: one letter, for the head of a column
 *
 * Returns: (transfer none): the name: "Monday", "M"
 */
const char *
meso_calendar_get_weekday_name (int         weekday,
                                const char *language,
                                gboolean    narrow)
{
  const MesoCalendarNames *names = meso_calendar_names_get (FALSE, language);

  g_return_val_if_fail (weekday >= 1 && weekday <= MESO_DAYS_PER_WEEK, "");

  /* Sunday is 7 for ISO 8601 and first for ICU. */
  return (narrow ? names->narrow_weekdays : names->weekdays)[weekday % MESO_DAYS_PER_WEEK];
}
