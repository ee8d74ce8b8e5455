/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-month-text.h"

#include <stdio.h>
#include <string.h>

#include "meso-text.h"

/* A year before it is one of the Persian calendar. */
#define FIRST_GREGORIAN_YEAR 1700
#define MONTHS 12

gboolean
meso_month_text_read (const char       *text,
                      MesoCalendarDate *last_day_out)
{
  g_autofree char *ascii = meso_text_ascii_digits (text);
  g_autofree char *trimmed = meso_text_trim (ascii);
  MesoCalendarChoice calendar;
  MesoCalendarDate next;
  char mark = '\0';
  int first = 0;
  int second = 0;
  int length = 0;
  int year;
  int month;

  if (sscanf (trimmed, "%4d%c%4d%n", &first, &mark, &second, &length) != 3 || trimmed[length] != '\0' || mark == '\0' ||
      strchr ("-/.", mark) == NULL)
    return FALSE;
  year = MAX (first, second);
  month = MIN (first, second);
  if (year < 1000 || month < 1 || month > MONTHS)
    return FALSE;
  calendar = year < FIRST_GREGORIAN_YEAR ? MESO_CALENDAR_PERSIAN : MESO_CALENDAR_GREGORIAN;
  next = meso_calendar_find_date ((MesoCalendarDay) { month < MONTHS ? year : year + 1, month < MONTHS ? month + 1 : 1, 1 }, calendar);
  if (!meso_calendar_date_is_set (next))
    return FALSE;
  *last_day_out = meso_calendar_date_add_days (next, -1);
  return TRUE;
}
