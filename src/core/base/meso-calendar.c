/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-calendar.h"

#include <unicode/ucal.h>
#include <unicode/udat.h>

#include "meso-core-error.h"
#include "meso-text.h"

#define MILLISECONDS_PER_DAY 86400000.0
#define DATE_LENGTH 10
#define MONTHS_PER_YEAR 12
#define DAYS_PER_WEEK 7

/* A day of the Persian calendar. */
typedef struct
{
  int year;
  int month;   /* 1 to 12 */
  int day;
} PersianDate;

/* Names as ICU has them, each table in the calendar's own order; weekdays start with Sunday. */
typedef struct
{
  char *months[MONTHS_PER_YEAR];
  char *short_months[MONTHS_PER_YEAR];
  char *weekdays[DAYS_PER_WEEK];
  char *short_weekdays[DAYS_PER_WEEK];
} Names;

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
              PersianDate *persian_out)
{
  UErrorCode status = U_ZERO_ERROR;

  persian_out->year = ucal_get (calendar, UCAL_EXTENDED_YEAR, &status);
  persian_out->month = ucal_get (calendar, UCAL_MONTH, &status) + 1;
  persian_out->day = ucal_get (calendar, UCAL_DAY_OF_MONTH, &status);

  return U_SUCCESS (status) && persian_out->year >= MESO_PERSIAN_YEAR_MIN && persian_out->year <= MESO_PERSIAN_YEAR_MAX;
}

static gboolean
to_persian (MesoCalendarDate  date,
            PersianDate      *persian_out)
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
to_gregorian (const PersianDate *persian)
{
  UErrorCode status = U_ZERO_ERROR;
  PersianDate back = { 0 };
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
load_symbols (UDateFormat           *format,
              UDateFormatSymbolType  type,
              int                    first,
              int                    n_names,
              char                 **names)
{
  for (int i = 0; i < n_names; i++)
    {
      UChar buffer[64];
      UErrorCode status = U_ZERO_ERROR;
      int length = udat_getSymbols (format, type, first + i, buffer, G_N_ELEMENTS (buffer), &status);

      if (U_FAILURE (status))
        g_error ("The names of days and months can't be read: ICU says %s", u_errorName (status));
      names[i] = g_utf16_to_utf8 ((const gunichar2 *) buffer, length, NULL, NULL, NULL);
    }
}

static Names *
load_names (const char *locale)
{
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format = udat_open (UDAT_FULL, UDAT_FULL, locale, u"Etc/GMT", -1, NULL, 0, &status);
  Names *names = g_new0 (Names, 1);

  if (U_FAILURE (status))
    g_error ("The names of days and months can't be opened: ICU says %s", u_errorName (status));

  load_symbols (format, UDAT_MONTHS, 0, MONTHS_PER_YEAR, names->months);
  load_symbols (format, UDAT_SHORT_MONTHS, 0, MONTHS_PER_YEAR, names->short_months);
  load_symbols (format, UDAT_WEEKDAYS, UCAL_SUNDAY, DAYS_PER_WEEK, names->weekdays);
  load_symbols (format, UDAT_SHORT_WEEKDAYS, UCAL_SUNDAY, DAYS_PER_WEEK, names->short_weekdays);
  udat_close (format);

  return names;
}

/* Kept for the life of the process: names don't change, and every sheet needs them. */
static const Names *
get_gregorian_names (void)
{
  static Names *names;

  if (g_once_init_enter_pointer (&names))
    g_once_init_leave_pointer (&names, load_names ("en@calendar=gregorian"));

  return names;
}

static const Names *
get_persian_names (void)
{
  static Names *names;

  if (g_once_init_enter_pointer (&names))
    g_once_init_leave_pointer (&names, load_names ("fa@calendar=persian"));

  return names;
}

static void
set_impossible (GError            **error,
                const PersianDate  *persian)
{
  const PersianDate leap_day = { persian->year, 12, 30 };
  int n_days;

  if (persian->year < MESO_PERSIAN_YEAR_MIN || persian->year > MESO_PERSIAN_YEAR_MAX)
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE,
                   "%04d is outside of the years of the Persian calendar that are known here: %d to %d.",
                   persian->year, MESO_PERSIAN_YEAR_MIN, MESO_PERSIAN_YEAR_MAX);
      return;
    }

  if (persian->month < 1 || persian->month > MONTHS_PER_YEAR)
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
              PersianDate *persian_out)
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

  *persian_out = (PersianDate) { numbers[0], numbers[1], numbers[2] };

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
  PersianDate persian;
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
  PersianDate persian;

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

static char *
format_parts (const char    *weekday,
              int            day,
              const char    *month,
              int            year,
              MesoDateStyle  style)
{
  if (style == MESO_DATE_STYLE_SHORT)
    return g_strdup_printf ("%s %d %s", weekday, day, month);

  return g_strdup_printf ("%s %d %s %d", weekday, day, month, year);
}

/**
 * meso_calendar_format_date:
 * @date: a date
 * @language: "fa" for the Persian calendar in Persian; anything else for the Gregorian in English
 * @style: how much of it
 *
 * Writes a date for a person to read. Names come from ICU; the order is our own, as ICU's full
 * style for the Persian calendar begins with the year. Persian has no short names of its own. A
 * day outside of the years that are converted is written as Gregorian `YYYY-MM-DD`.
 *
 * Returns: (transfer full): the text, not isolated; "" for an unset date
 */
char *
meso_calendar_format_date (MesoCalendarDate  date,
                           const char       *language,
                           MesoDateStyle     style)
{
  gboolean is_full = style == MESO_DATE_STYLE_FULL;
  const Names *names;
  PersianDate persian;
  g_autofree char *text = NULL;
  int weekday;

  if (!meso_calendar_date_is_set (date))
    return g_strdup ("");

  /* Sunday is 7 for ISO 8601 and first for ICU. */
  weekday = meso_calendar_date_get_weekday (date) % DAYS_PER_WEEK;
  if (g_strcmp0 (language, "fa") != 0)
    {
      names = get_gregorian_names ();

      return format_parts ((is_full ? names->weekdays : names->short_weekdays)[weekday], date.day,
                           (is_full ? names->months : names->short_months)[date.month - 1], date.year, style);
    }

  if (to_persian (date, &persian))
    {
      names = get_persian_names ();
      text = format_parts (names->weekdays[weekday], persian.day, names->months[persian.month - 1], persian.year, style);
    }
  else
    text = meso_calendar_date_to_string (date);

  return meso_text_localise_digits (text, language);
}

/**
 * meso_calendar_format_date_time:
 * @date: a date
 * @minute_of_day: 0 to 1439; -1 when only the day is known
 * @language: as for meso_calendar_format_date ()
 * @style: as for meso_calendar_format_date ()
 *
 * Returns: (transfer full): "Tuesday 24 November 2026, 14:00", «سه‌شنبه ۳ آذر ۱۴۰۵، ساعت ۱۴:۰۰»; "" for an unset date
 */
char *
meso_calendar_format_date_time (MesoCalendarDate  date,
                                int               minute_of_day,
                                const char       *language,
                                MesoDateStyle     style)
{
  g_autofree char *day = meso_calendar_format_date (date, language, style);
  g_autofree char *text = NULL;

  g_return_val_if_fail (minute_of_day >= -1 && minute_of_day < 24 * 60, g_steal_pointer (&day));

  if (minute_of_day == -1 || !meso_calendar_date_is_set (date))
    return g_steal_pointer (&day);

  text = g_strdup_printf ("%s%s %02d:%02d", day, g_strcmp0 (language, "fa") == 0 ? "، ساعت" : ",",
                          minute_of_day / 60, minute_of_day % 60);

  return meso_text_localise_digits (text, language);
}
