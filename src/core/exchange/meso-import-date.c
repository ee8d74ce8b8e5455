/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-import-date.h"

#include <stdlib.h>
#include <string.h>

#include "meso-calendar.h"
#include "meso-stable-name.h"
#include "meso-text.h"

/* Day numbers of a spreadsheet: 1 is 1 January 1900, 80000 a day of 2119. */
#define SERIAL_MAX 80000
/* 29 February 1900, which never was: spreadsheets count it all the same. */
#define SERIAL_FALSE_DAY 60
#define PERSIAN_YEAR_FIRST 1200
#define PERSIAN_YEAR_LAST 1499
#define GREGORIAN_YEAR_LAST 2199

static const char *const order_names[] = { "ymd", "dmy", "mdy", NULL };
static const char *const calendar_names[] = { "by-year", "gregorian", "persian", NULL };

/**
 * meso_import_date_order_to_string:
 * @order: an order
 *
 * Returns: its stable name: "ymd", "dmy", "mdy"
 */
const char *
meso_import_date_order_to_string (MesoImportDateOrder order)
{
  return meso_stable_name_get (order_names, order);
}

/**
 * meso_import_date_order_from_string:
 * @text: (nullable): a stable name
 * @order_out: (out): the order; not touched on failure
 *
 * Returns: whether @text is one of the names
 */
gboolean
meso_import_date_order_from_string (const char          *text,
                                    MesoImportDateOrder *order_out)
{
  guint value;

  if (!meso_stable_name_find (order_names, text, &value))
    return FALSE;
  *order_out = value;

  return TRUE;
}

/**
 * meso_import_calendar_to_string:
 * @calendar: a calendar
 *
 * Returns: its stable name: "by-year", "gregorian", "persian"
 */
const char *
meso_import_calendar_to_string (MesoImportCalendar calendar)
{
  return meso_stable_name_get (calendar_names, calendar);
}

/**
 * meso_import_calendar_from_string:
 * @text: (nullable): a stable name
 * @calendar_out: (out): the calendar; not touched on failure
 *
 * Returns: whether @text is one of the names
 */
gboolean
meso_import_calendar_from_string (const char         *text,
                                  MesoImportCalendar *calendar_out)
{
  guint value;

  if (!meso_stable_name_find (calendar_names, text, &value))
    return FALSE;
  *calendar_out = value;

  return TRUE;
}

/* ASCII digits, and nothing that can't be seen. */
static char *
tidy (const char *text)
{
  g_autofree char *ascii = meso_text_ascii_digits (text);
  g_autoptr (GString) seen = NULL;

  if (g_str_is_ascii (ascii))
    return g_strstrip (g_steal_pointer (&ascii));
  seen = g_string_new (NULL);
  for (const char *p = ascii; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_type (c) != G_UNICODE_FORMAT)
        g_string_append_unichar (seen, c);
    }

  return meso_text_trim (seen->str);
}

static gboolean
is_digits (const char *text,
           gsize       length)
{
  return length > 0 && strspn (text, "0123456789") >= length;
}

/* Databases write a day as an instant at midnight; the time says nothing of a day. */
static gboolean
is_time (const char *text)
{
  if (*text != 'T' && *text != ' ')
    return FALSE;
  text += strspn (text, "T ");

  return is_digits (text, 1) && strspn (text, "0123456789:.Z") == strlen (text) && strchr (text, ':') != NULL;
}

/* Three numbers with the same mark between them, and how many digits each has. */
static gboolean
read_numbers (const char *text,
              int         numbers[3],
              gsize       digits[3])
{
  char mark = '\0';

  for (int i = 0; i < 3; i++)
    {
      digits[i] = strspn (text, "0123456789");
      if (digits[i] == 0 || digits[i] > 4)
        return FALSE;
      numbers[i] = atoi (text);
      text += digits[i];
      if (i == 2)
        return *text == '\0' || is_time (text);
      if (strchr ("-/.", *text) == NULL || *text == '\0' || (i == 1 && *text != mark))
        return FALSE;
      mark = *text++;
    }

  return FALSE;
}

static MesoImportFaultKind
read_serial (const char       *text,
             MesoCalendarDate *date_out)
{
  static const MesoCalendarDate before_first = { 1899, 12, 31 };
  gsize n_digits = strspn (text, "0123456789");
  gint64 serial;

  /* A time of day may follow as a fraction. */
  if (n_digits > 5 || (text[n_digits] != '\0' &&
                       !(text[n_digits] == '.' && is_digits (text + n_digits + 1, strlen (text + n_digits + 1)))))
    return MESO_IMPORT_FAULT_DATE_FORM;
  serial = g_ascii_strtoll (text, NULL, 10);
  if (serial < 1 || serial > SERIAL_MAX)
    return MESO_IMPORT_FAULT_DATE_FORM;
  /* A birth day of such a number would be in the years 1903 to 1906: a year was meant. */
  if (n_digits == 4 &&
      ((serial >= PERSIAN_YEAR_FIRST && serial <= PERSIAN_YEAR_LAST) ||
       (serial >= MESO_CALENDAR_EARLIEST_YEAR && serial <= GREGORIAN_YEAR_LAST)))
    return MESO_IMPORT_FAULT_DATE_YEAR_ALONE;
  if (serial == SERIAL_FALSE_DAY)
    return MESO_IMPORT_FAULT_DATE_IMPOSSIBLE;
  *date_out = meso_calendar_date_add_days (before_first, (int) (serial > SERIAL_FALSE_DAY ? serial - 1 : serial));

  return MESO_IMPORT_FAULT_NONE;
}

static MesoImportFaultKind
find_day (MesoCalendarDay     day,
          MesoImportCalendar  calendar,
          MesoCalendarDate   *date_out,
          MesoImportDateForm *form_out)
{
  gboolean persian_year = day.year >= PERSIAN_YEAR_FIRST && day.year <= PERSIAN_YEAR_LAST;
  gboolean gregorian_year = day.year >= MESO_CALENDAR_EARLIEST_YEAR && day.year <= GREGORIAN_YEAR_LAST;
  gboolean persian = calendar == MESO_IMPORT_CALENDAR_BY_YEAR ? persian_year : calendar == MESO_IMPORT_CALENDAR_PERSIAN;

  /* A year of the other calendar is a slip, not a day of long ago or of centuries to come. */
  if (persian ? !persian_year : !gregorian_year)
    return MESO_IMPORT_FAULT_DATE_CALENDAR;
  *form_out = persian ? MESO_IMPORT_DATE_FORM_PERSIAN : MESO_IMPORT_DATE_FORM_GREGORIAN;
  *date_out = meso_calendar_find_date (day, persian ? MESO_CALENDAR_PERSIAN : MESO_CALENDAR_GREGORIAN);

  return meso_calendar_date_is_set (*date_out) ? MESO_IMPORT_FAULT_NONE : MESO_IMPORT_FAULT_DATE_IMPOSSIBLE;
}

/* It is worth asking which comes first only where one of the two is a day. */
static MesoImportFaultKind
judge_either_order (const int          numbers[3],
                    MesoImportCalendar calendar)
{
  const MesoCalendarDay days[] = { { numbers[2], numbers[1], numbers[0] }, { numbers[2], numbers[0], numbers[1] } };
  MesoImportFaultKind kind = MESO_IMPORT_FAULT_NONE;
  MesoCalendarDate date;
  MesoImportDateForm form;

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      kind = find_day (days[i], calendar, &date, &form);
      if (kind == MESO_IMPORT_FAULT_NONE)
        return MESO_IMPORT_FAULT_DATE_ORDER;
    }

  return kind;
}

/**
 * meso_import_date_read:
 * @text: what a cell says, valid UTF-8; any digit form
 * @order: how the file writes dates
 * @calendar: which calendar
 * @date_out: (out): the day
 * @form_out: (out): how it was written
 *
 * Reads a day: three numbers with `-`, `/` or `.` between them, a year of four digits at one end; a time behind it is passed
 * over. Or a number from 1 to 80000: a day of a spreadsheet's 1900 system, with its 29 February 1900 that never was. A
 * number that is rather a year is refused, since nobody who is alive was born on the day it would stand for.
 *
 * Returns: %MESO_IMPORT_FAULT_NONE, or what is wrong
 */
MesoImportFaultKind
meso_import_date_read (const char          *text,
                       MesoImportDateOrder  order,
                       MesoImportCalendar   calendar,
                       MesoCalendarDate    *date_out,
                       MesoImportDateForm  *form_out)
{
  g_autofree char *tidied = tidy (text);
  int numbers[3];
  gsize digits[3];

  if (strpbrk (tidied, "-/:") == NULL && is_digits (tidied, 1) && strchr (tidied, '.') == strrchr (tidied, '.'))
    {
      *form_out = MESO_IMPORT_DATE_FORM_SERIAL;
      return read_serial (tidied, date_out);
    }
  if (!read_numbers (tidied, numbers, digits))
    return MESO_IMPORT_FAULT_DATE_FORM;
  if (digits[0] == 4 && digits[1] <= 2 && digits[2] <= 2)
    return find_day ((MesoCalendarDay) { numbers[0], numbers[1], numbers[2] }, calendar, date_out, form_out);
  if (digits[0] > 2 || digits[1] > 2 || digits[2] != 4)
    return MESO_IMPORT_FAULT_DATE_FORM;
  if (order == MESO_IMPORT_DATE_YMD)
    return judge_either_order (numbers, calendar);
  if (order == MESO_IMPORT_DATE_DMY)
    return find_day ((MesoCalendarDay) { numbers[2], numbers[1], numbers[0] }, calendar, date_out, form_out);

  return find_day ((MesoCalendarDay) { numbers[2], numbers[0], numbers[1] }, calendar, date_out, form_out);
}

/**
 * meso_import_date_prove_order:
 * @text: what a cell says
 *
 * Returns: %MESO_IMPORT_DATE_DMY or %MESO_IMPORT_DATE_MDY when one of the two first numbers is no month, %MESO_IMPORT_DATE_YMD when
 *   the cell proves nothing
 */
MesoImportDateOrder
meso_import_date_prove_order (const char *text)
{
  g_autofree char *tidied = tidy (text);
  int numbers[3];
  gsize digits[3];

  if (!read_numbers (tidied, numbers, digits) || digits[2] != 4 || (numbers[0] > 12) == (numbers[1] > 12))
    return MESO_IMPORT_DATE_YMD;

  return numbers[0] > 12 ? MESO_IMPORT_DATE_DMY : MESO_IMPORT_DATE_MDY;
}
