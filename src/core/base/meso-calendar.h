/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-calendar-date.h"

G_BEGIN_DECLS

/* The years of the Persian calendar that are converted; what lies outside is MESO_CORE_ERROR_RANGE. */
#define MESO_PERSIAN_YEAR_MIN 1
#define MESO_PERSIAN_YEAR_MAX 3177

/**
 * MesoDateStyle:
 * @MESO_DATE_STYLE_FULL: "Tuesday 24 November 2026", «سه‌شنبه ۳ آذر ۱۴۰۵»
 * @MESO_DATE_STYLE_SHORT_WITH_YEAR: "Tue 24 Nov 2026", «سه‌شنبه ۳ آذر ۱۴۰۵»
 * @MESO_DATE_STYLE_SHORT: "Tue 24 Nov", «سه‌شنبه ۳ آذر»
 *
 * How a date is written for a person: Gregorian in English, Persian with Persian digits in Persian.
 */
typedef enum {
  MESO_DATE_STYLE_FULL,
  MESO_DATE_STYLE_SHORT_WITH_YEAR,
  MESO_DATE_STYLE_SHORT,
} MesoDateStyle;

/**
 * MesoCalendarChoice:
 * @MESO_CALENDAR_BOTH: the calendar of the language, and the other one in parentheses
 *
 * In which calendar dates are written.
 */
typedef enum {
  MESO_CALENDAR_GREGORIAN,
  MESO_CALENDAR_PERSIAN,
  MESO_CALENDAR_BOTH,
} MesoCalendarChoice;

/**
 * MesoCalendarDay:
 *
 * A day as one of the calendars counts it; may be one that the calendar doesn't have.
 */
typedef struct
{
  int year;
  int month;   /* 1 to 12 */
  int day;
} MesoCalendarDay;

gboolean           meso_calendar_choice_from_string  (const char *text, MesoCalendarChoice *choice_out);
MesoCalendarChoice meso_calendar_choice_for_language (const char *language);

/* What a page of a calendar is drawn from. */
gboolean         meso_calendar_get_day          (MesoCalendarDate date, MesoCalendarChoice calendar, MesoCalendarDay *day_out);
MesoCalendarDate meso_calendar_find_date        (MesoCalendarDay day, MesoCalendarChoice calendar);
const char      *meso_calendar_get_month_name   (int month, MesoCalendarChoice calendar, const char *language);
const char      *meso_calendar_get_weekday_name (int weekday, const char *language, gboolean narrow);

/* Any digit form, `-` or `/` between the parts: "1403-12-30", «۱۴۰۳/۱۲/۳۰». */
gboolean meso_calendar_parse_persian      (const char *text, MesoCalendarDate *date_out, GError **error);
/* (transfer full) (nullable): "1403-12-30", ASCII digits; NULL with an error outside of the years above */
char    *meso_calendar_format_persian_iso (MesoCalendarDate date, GError **error);
/* (transfer full): "" for an unset date. Not isolated: isolate it where it stands inside of a sentence. */
char    *meso_calendar_format_date        (MesoCalendarDate date, const char *language, MesoDateStyle style);
/* minute_of_day 0 to 1439: "Tuesday 24 November 2026, 14:00"; -1: the date alone */
char    *meso_calendar_format_date_time   (MesoCalendarDate date, int minute_of_day, const char *language, MesoDateStyle style);
/* The same in a calendar that was chosen: "Sunday 1 Azar 1405", "Sun 22 Nov (1 Azar)". */
char    *meso_calendar_format_date_as      (MesoCalendarDate date, MesoCalendarChoice choice, const char *language, MesoDateStyle style);
char    *meso_calendar_format_date_time_as (MesoCalendarDate date, int minute_of_day, MesoCalendarChoice choice, const char *language,
                                            MesoDateStyle style);

G_END_DECLS
