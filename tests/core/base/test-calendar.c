/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-calendar.h"
#include "meso-core-error.h"

#include <unicode/ucal.h>
#include <unicode/udat.h>

#define FIRST_YEAR 1300
#define LAST_YEAR 1500

static MesoCalendarDate
date (const char *text)
{
  MesoCalendarDate parsed = MESO_CALENDAR_DATE_NONE;

  g_assert_true (meso_calendar_date_parse (text, &parsed, NULL));

  return parsed;
}

/* The rule of 33 years, which holds for all years near ours. */
static gboolean
is_leap (int year)
{
  return (25 * year + 11) % 33 < 8;
}

static int
days_of_month (int year,
               int month)
{
  if (month <= 6)
    return 31;

  return month < 12 || is_leap (year) ? 30 : 29;
}

static void
assert_persian (MesoCalendarDate  gregorian,
                const char       *persian)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *actual = meso_calendar_format_persian_iso (gregorian, &error);
  MesoCalendarDate back = MESO_CALENDAR_DATE_NONE;

  g_assert_no_error (error);
  g_assert_cmpstr (actual, ==, persian);
  g_assert_true (meso_calendar_parse_persian (persian, &back, &error));
  g_assert_cmpint (meso_calendar_date_compare (back, gregorian), ==, 0);
}

static void
test_vectors (void)
{
  static const char *const vectors[][2] = {
    { "1395-01-23", "2016-04-11" }, { "1357-11-22", "1979-02-11" }, { "1399-12-30", "2021-03-20" },
    { "1403-01-01", "2024-03-20" }, { "1403-12-30", "2025-03-20" }, { "1404-01-01", "2025-03-21" },
    { "1404-07-01", "2025-09-23" }, { "1405-01-01", "2026-03-21" }, { "1408-12-30", "2030-03-20" },
    { "1405-09-03", "2026-11-24" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    assert_persian (date (vectors[i][1]), vectors[i][0]);
}

static void
test_leap_years (void)
{
  static const int leap_years[] = { 1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408, 1412, 1416, 1420,
                                    1424, 1428, 1432, 1436 };
  guint n_found = 0;

  for (int year = 1370; year <= 1436; year++)
    {
      g_autofree char *last = g_strdup_printf ("%d-12-30", year);

      if (meso_calendar_parse_persian (last, NULL, NULL))
        {
          g_assert_cmpuint (n_found, <, G_N_ELEMENTS (leap_years));
          g_assert_cmpint (year, ==, leap_years[n_found]);
          n_found++;
        }
    }

  g_assert_cmpuint (n_found, ==, G_N_ELEMENTS (leap_years));
}

static void
test_day_by_day_by_arithmetic (void)
{
  MesoCalendarDate gregorian = date ("1921-03-21");

  for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
    for (int month = 1; month <= 12; month++)
      for (int day = 1; day <= 31; day++)
        {
          g_autofree char *persian = g_strdup_printf ("%04d-%02d-%02d", year, month, day);

          if (day <= days_of_month (year, month))
            {
              assert_persian (gregorian, persian);
              gregorian = meso_calendar_date_add_days (gregorian, 1);
            }
          else
            g_assert_false (meso_calendar_parse_persian (persian, NULL, NULL));
        }
}

/* ICU walks its own calendar from the day before, GDate its own, and both must meet ours on every day. */
static void
test_day_by_day_by_icu (void)
{
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *walker = ucal_open (u"Etc/GMT", -1, "fa_IR@calendar=persian", UCAL_DEFAULT, &status);
  GDate gdate;
  int n_days = 0;

  ucal_setDateTime (walker, FIRST_YEAR - 1, 11, 29, 12, 0, 0, &status);
  g_assert_true (U_SUCCESS (status));
  g_date_clear (&gdate, 1);
  g_date_set_dmy (&gdate, 20, G_DATE_MARCH, 1921);

  for (;;)
    {
      g_autofree char *persian = NULL;

      ucal_add (walker, UCAL_DATE, 1, &status);
      g_date_add_days (&gdate, 1);
      if (ucal_get (walker, UCAL_YEAR, &status) > LAST_YEAR)
        break;

      persian = g_strdup_printf ("%04d-%02d-%02d", ucal_get (walker, UCAL_YEAR, &status),
                                 ucal_get (walker, UCAL_MONTH, &status) + 1, ucal_get (walker, UCAL_DATE, &status));
      g_assert_true (U_SUCCESS (status));
      assert_persian ((MesoCalendarDate) { g_date_get_year (&gdate), g_date_get_month (&gdate), g_date_get_day (&gdate) },
                      persian);
      n_days++;
    }

  ucal_close (walker);
  for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
    n_days -= is_leap (year) ? 366 : 365;
  g_assert_cmpint (n_days, ==, 0);
}

/* Every year that is converted has 365 or 366 days and begins where the one before ends. */
static void
test_whole_range (void)
{
  MesoCalendarDate next = MESO_CALENDAR_DATE_NONE;
  MesoCalendarDate first;

  for (int year = MESO_PERSIAN_YEAR_MIN; year <= MESO_PERSIAN_YEAR_MAX; year++)
    {
      g_autofree char *first_text = g_strdup_printf ("%04d-01-01", year);
      g_autofree char *leap_text = g_strdup_printf ("%04d-12-30", year);
      g_autofree char *last_text = g_strdup_printf ("%04d-12-29", year);
      MesoCalendarDate last;
      gboolean leap = meso_calendar_parse_persian (leap_text, &last, NULL);

      g_assert_true (meso_calendar_parse_persian (first_text, &first, NULL));
      if (!leap)
        g_assert_true (meso_calendar_parse_persian (last_text, &last, NULL));
      if (meso_calendar_date_is_set (next))
        g_assert_cmpint (meso_calendar_date_compare (first, next), ==, 0);

      g_assert_cmpint (meso_calendar_date_days_between (first, last), ==, leap ? 365 : 364);
      assert_persian (first, first_text);
      assert_persian (last, leap ? leap_text : last_text);
      next = meso_calendar_date_add_days (last, 1);
    }

  g_assert_null (meso_calendar_format_persian_iso (next, NULL));
  g_assert_null (meso_calendar_format_persian_iso (date ("9999-12-31"), NULL));
  g_assert_null (meso_calendar_format_persian_iso (date ("0001-01-01"), NULL));

  g_assert_true (meso_calendar_parse_persian ("0001-01-01", &first, NULL));
  g_assert_cmpint (first.year, ==, 622);
  g_assert_null (meso_calendar_format_persian_iso (meso_calendar_date_add_days (first, -1), NULL));
}

static void
test_digit_forms (void)
{
  static const char *const texts[] = { "1403-12-30", "۱۴۰۳-۱۲-۳۰", "١٤٠٣-١٢-٣٠", "1403/12/30", "۱۴۰۳/۱۲/۳۰", "۱۴۰3/1۲/٣۰" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      MesoCalendarDate parsed;

      g_assert_true (meso_calendar_parse_persian (texts[i], &parsed, NULL));
      g_assert_cmpint (meso_calendar_date_compare (parsed, date ("2025-03-20")), ==, 0);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    MesoCoreError code;
  } bad[] = {
    { "1404-12-30", MESO_CORE_ERROR_INVALID }, { "1403-13-01", MESO_CORE_ERROR_INVALID },
    { "1403-00-01", MESO_CORE_ERROR_INVALID }, { "1403-01-00", MESO_CORE_ERROR_INVALID },
    { "1403-01-32", MESO_CORE_ERROR_INVALID }, { "1403-07-31", MESO_CORE_ERROR_INVALID },
    { "1403-12-31", MESO_CORE_ERROR_INVALID }, { "۱۴۰۴/۱۲/۳۰", MESO_CORE_ERROR_INVALID },
    { "0000-01-01", MESO_CORE_ERROR_RANGE },   { "3178-01-01", MESO_CORE_ERROR_RANGE },
    { "9999-01-01", MESO_CORE_ERROR_RANGE },   { "1403-1-1", MESO_CORE_ERROR_INVALID },
    { "1403-12/30", MESO_CORE_ERROR_INVALID }, { "1403-12-3", MESO_CORE_ERROR_INVALID },
    { "1403-12-300", MESO_CORE_ERROR_INVALID }, { "14031230", MESO_CORE_ERROR_INVALID },
    { "-403-12-30", MESO_CORE_ERROR_INVALID }, { "", MESO_CORE_ERROR_INVALID },
    { " 1403-12-30", MESO_CORE_ERROR_INVALID }, { "1403-12-30 ", MESO_CORE_ERROR_INVALID },
    { "1403.12.30", MESO_CORE_ERROR_INVALID }, { "سوم آذر", MESO_CORE_ERROR_INVALID },
    { "1403-12-3\xdb", MESO_CORE_ERROR_INVALID }, { NULL, MESO_CORE_ERROR_INVALID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      MesoCalendarDate untouched = { 7, 7, 7 };

      g_assert_false (meso_calendar_parse_persian (bad[i].text, &untouched, &error));
      g_assert_error (error, MESO_CORE_ERROR, (int) bad[i].code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpint (untouched.year, ==, 7);
    }
}

static void
assert_written (const char    *day,
                int            minute,
                const char    *language,
                MesoDateStyle  style,
                const char    *expected)
{
  g_autofree char *text = meso_calendar_format_date_time (date (day), minute, language, style);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_written (void)
{
  assert_written ("2026-11-24", -1, "en", MESO_DATE_STYLE_FULL, "Tuesday 24 November 2026");
  assert_written ("2026-11-24", -1, "en", MESO_DATE_STYLE_SHORT_WITH_YEAR, "Tue 24 Nov 2026");
  assert_written ("2026-11-24", -1, "en", MESO_DATE_STYLE_SHORT, "Tue 24 Nov");
  assert_written ("2026-11-24", 14 * 60, "en", MESO_DATE_STYLE_FULL, "Tuesday 24 November 2026, 14:00");
  assert_written ("2026-11-29", 5, "en", MESO_DATE_STYLE_SHORT, "Sun 29 Nov, 00:05");
  assert_written ("2026-09-07", 1439, "en", MESO_DATE_STYLE_SHORT, "Mon 7 Sep, 23:59");

  assert_written ("2026-11-24", -1, "fa", MESO_DATE_STYLE_FULL, "سه‌شنبه ۳ آذر ۱۴۰۵");
  assert_written ("2026-11-24", -1, "fa", MESO_DATE_STYLE_SHORT_WITH_YEAR, "سه‌شنبه ۳ آذر ۱۴۰۵");
  assert_written ("2026-11-24", -1, "fa", MESO_DATE_STYLE_SHORT, "سه‌شنبه ۳ آذر");
  assert_written ("2026-11-24", 14 * 60, "fa", MESO_DATE_STYLE_FULL, "سه‌شنبه ۳ آذر ۱۴۰۵، ساعت ۱۴:۰۰");
  assert_written ("2025-03-20", 0, "fa", MESO_DATE_STYLE_SHORT, "پنجشنبه ۳۰ اسفند، ساعت ۰۰:۰۰");

  /* Outside of the years that are converted. */
  assert_written ("9999-12-31", -1, "fa", MESO_DATE_STYLE_FULL, "۹۹۹۹-۱۲-۳۱");
  /* An unknown language is English, as everywhere. */
  assert_written ("2026-11-24", -1, NULL, MESO_DATE_STYLE_SHORT, "Tue 24 Nov");
}

static void
test_unset_is_empty (void)
{
  g_autofree char *day = meso_calendar_format_date (MESO_CALENDAR_DATE_NONE, "fa", MESO_DATE_STYLE_FULL);
  g_autofree char *time = meso_calendar_format_date_time (MESO_CALENDAR_DATE_NONE, 600, "en", MESO_DATE_STYLE_FULL);

  g_assert_cmpstr (day, ==, "");
  g_assert_cmpstr (time, ==, "");
}

/* What ICU writes with a pattern of our order, for each day of some years. */
static void
assert_written_as_icu (const char    *locale,
                       const UChar   *pattern,
                       const char    *language,
                       MesoDateStyle  style)
{
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format = udat_open (UDAT_PATTERN, UDAT_PATTERN, locale, u"Etc/GMT", -1, pattern, -1, &status);
  MesoCalendarDate day = date ("1970-01-01");

  g_assert_true (U_SUCCESS (status));
  for (int i = 0; i < 2000; i++)
    {
      UChar buffer[100];
      int length = udat_format (format, (i * 11) * 86400000.0, buffer, G_N_ELEMENTS (buffer), NULL, &status);
      g_autofree char *expected = g_utf16_to_utf8 ((const gunichar2 *) buffer, length, NULL, NULL, NULL);
      g_autofree char *actual = meso_calendar_format_date (day, language, style);

      g_assert_true (U_SUCCESS (status));
      g_assert_cmpstr (actual, ==, expected);
      day = meso_calendar_date_add_days (day, 11);
    }

  udat_close (format);
}

static void
test_written_as_icu (void)
{
  assert_written_as_icu ("fa@calendar=persian", u"EEEE d MMMM y", "fa", MESO_DATE_STYLE_FULL);
  assert_written_as_icu ("fa@calendar=persian", u"EEEE d MMMM", "fa", MESO_DATE_STYLE_SHORT);
  assert_written_as_icu ("en@calendar=gregorian", u"EEEE d MMMM y", "en", MESO_DATE_STYLE_FULL);
  assert_written_as_icu ("en@calendar=gregorian", u"EEE d MMM y", "en", MESO_DATE_STYLE_SHORT_WITH_YEAR);
  assert_written_as_icu ("en@calendar=gregorian", u"EEE d MMM", "en", MESO_DATE_STYLE_SHORT);
}

static gpointer
convert_in_thread (gpointer data)
{
  MesoCalendarDate day = meso_calendar_date_add_days (date ("2026-11-24"), GPOINTER_TO_INT (data) * 1000);

  for (int i = 0; i < 1000; i++)
    {
      g_autofree char *persian = meso_calendar_format_persian_iso (day, NULL);
      g_autofree char *written = meso_calendar_format_date (day, "fa", MESO_DATE_STYLE_FULL);

      g_assert_cmpstr (written, !=, "");
      assert_persian (day, persian);
      day = meso_calendar_date_add_days (day, 1);
    }

  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("calendar", convert_in_thread, GINT_TO_POINTER (i));
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
assert_written_as (const char         *day,
                   MesoCalendarChoice  choice,
                   const char         *language,
                   MesoDateStyle       style,
                   const char         *expected)
{
  g_autofree char *text = meso_calendar_format_date_as (date (day), choice, language, style);

  g_assert_cmpstr (text, ==, expected);
}

/* The calendar is the clinic's choice, whatever the language. */
static void
test_written_in_a_chosen_calendar (void)
{
  g_autofree char *time = meso_calendar_format_date_time_as (date ("2026-11-22"), 620, MESO_CALENDAR_PERSIAN, "en",
                                                             MESO_DATE_STYLE_SHORT);
  g_autofree char *unset = meso_calendar_format_date_as (MESO_CALENDAR_DATE_NONE, MESO_CALENDAR_BOTH, "en", MESO_DATE_STYLE_FULL);

  assert_written_as ("2026-11-22", MESO_CALENDAR_GREGORIAN, "en", MESO_DATE_STYLE_FULL, "Sunday 22 November 2026");
  assert_written_as ("2026-11-22", MESO_CALENDAR_PERSIAN, "en", MESO_DATE_STYLE_FULL, "Sunday 1 Azar 1405");
  assert_written_as ("2026-11-22", MESO_CALENDAR_BOTH, "en", MESO_DATE_STYLE_SHORT_WITH_YEAR, "Sun 22 Nov 2026 (1 Azar 1405)");
  assert_written_as ("2026-11-22", MESO_CALENDAR_BOTH, "en", MESO_DATE_STYLE_SHORT, "Sun 22 Nov (1 Azar)");
  assert_written_as ("2026-11-22", MESO_CALENDAR_GREGORIAN, "fa", MESO_DATE_STYLE_FULL, "یکشنبه ۲۲ نوامبر ۲۰۲۶");
  assert_written_as ("2026-11-22", MESO_CALENDAR_PERSIAN, "fa", MESO_DATE_STYLE_FULL, "یکشنبه ۱ آذر ۱۴۰۵");
  assert_written_as ("2026-11-22", MESO_CALENDAR_BOTH, "fa", MESO_DATE_STYLE_SHORT_WITH_YEAR, "یکشنبه ۱ آذر ۱۴۰۵ (۲۲ نوامبر ۲۰۲۶)");
  assert_written_as ("9999-12-31", MESO_CALENDAR_PERSIAN, "en", MESO_DATE_STYLE_FULL, "9999-12-31");
  assert_written_as ("9999-12-31", MESO_CALENDAR_BOTH, "en", MESO_DATE_STYLE_SHORT, "Fri 31 Dec");
  g_assert_cmpstr (time, ==, "Sun 1 Azar, 10:20");
  g_assert_cmpstr (unset, ==, "");
}

static void
test_choice_as_it_is_set (void)
{
  MesoCalendarChoice choice = MESO_CALENDAR_BOTH;

  g_assert_false (meso_calendar_choice_from_string ("julian", &choice));
  g_assert_false (meso_calendar_choice_from_string (NULL, &choice));
  g_assert_cmpint (choice, ==, MESO_CALENDAR_BOTH);
  g_assert_true (meso_calendar_choice_from_string ("persian", &choice));
  g_assert_cmpint (choice, ==, MESO_CALENDAR_PERSIAN);
  g_assert_cmpint (meso_calendar_choice_for_language ("fa"), ==, MESO_CALENDAR_PERSIAN);
  g_assert_cmpint (meso_calendar_choice_for_language ("de"), ==, MESO_CALENDAR_GREGORIAN);
  g_assert_cmpint (meso_calendar_choice_for_language (NULL), ==, MESO_CALENDAR_GREGORIAN);
}

/* What a page of a calendar is drawn from. */
static void
test_days_of_either_calendar (void)
{
  MesoCalendarDay day = { 0 };

  g_assert_true (meso_calendar_get_day (date ("2026-11-22"), MESO_CALENDAR_PERSIAN, &day));
  g_assert_true (day.year == 1405 && day.month == 9 && day.day == 1);
  g_assert_true (meso_calendar_get_day (date ("2026-11-22"), MESO_CALENDAR_BOTH, &day));
  g_assert_true (day.year == 2026 && day.month == 11 && day.day == 22);
  g_assert_false (meso_calendar_get_day (date ("9999-12-31"), MESO_CALENDAR_PERSIAN, &day));

  for (int month = 1; month <= 12; month++)
    {
      MesoCalendarDay last = { 1404, month, days_of_month (1404, month) };
      MesoCalendarDay beyond = { 1404, month, last.day + 1 };

      g_assert_true (meso_calendar_date_is_set (meso_calendar_find_date (last, MESO_CALENDAR_PERSIAN)));
      g_assert_false (meso_calendar_date_is_set (meso_calendar_find_date (beyond, MESO_CALENDAR_PERSIAN)));
    }
  g_assert_cmpint (meso_calendar_date_compare (meso_calendar_find_date ((MesoCalendarDay) { 2024, 2, 29 }, MESO_CALENDAR_GREGORIAN),
                                               date ("2024-02-29")), ==, 0);
  g_assert_false (meso_calendar_date_is_set (meso_calendar_find_date ((MesoCalendarDay) { 2026, 2, 29 }, MESO_CALENDAR_GREGORIAN)));
  g_assert_false (meso_calendar_date_is_set (meso_calendar_find_date ((MesoCalendarDay) { 2026, 13, 1 }, MESO_CALENDAR_GREGORIAN)));
  g_assert_false (meso_calendar_date_is_set (meso_calendar_find_date ((MesoCalendarDay) { 2026, 1, 0 }, MESO_CALENDAR_PERSIAN)));
}

static void
test_names (void)
{
  g_assert_cmpstr (meso_calendar_get_month_name (9, MESO_CALENDAR_PERSIAN, "en"), ==, "Azar");
  g_assert_cmpstr (meso_calendar_get_month_name (9, MESO_CALENDAR_PERSIAN, "fa"), ==, "آذر");
  g_assert_cmpstr (meso_calendar_get_month_name (11, MESO_CALENDAR_GREGORIAN, "en"), ==, "November");
  g_assert_cmpstr (meso_calendar_get_month_name (11, MESO_CALENDAR_GREGORIAN, "fa"), ==, "نوامبر");
  g_assert_cmpstr (meso_calendar_get_weekday_name (1, "en", FALSE), ==, "Monday");
  g_assert_cmpstr (meso_calendar_get_weekday_name (7, "en", TRUE), ==, "S");
  g_assert_cmpstr (meso_calendar_get_weekday_name (6, "fa", FALSE), ==, "شنبه");
  g_assert_cmpstr (meso_calendar_get_weekday_name (6, "fa", TRUE), ==, "ش");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/calendar/threads", test_threads);
  g_test_add_func ("/calendar/vectors", test_vectors);
  g_test_add_func ("/calendar/leap-years", test_leap_years);
  g_test_add_func ("/calendar/day-by-day-by-arithmetic", test_day_by_day_by_arithmetic);
  g_test_add_func ("/calendar/day-by-day-by-icu", test_day_by_day_by_icu);
  g_test_add_func ("/calendar/whole-range", test_whole_range);
  g_test_add_func ("/calendar/digit-forms", test_digit_forms);
  g_test_add_func ("/calendar/refused", test_refused);
  g_test_add_func ("/calendar/written", test_written);
  g_test_add_func ("/calendar/unset-is-empty", test_unset_is_empty);
  g_test_add_func ("/calendar/written-in-a-chosen-calendar", test_written_in_a_chosen_calendar);
  g_test_add_func ("/calendar/choice-as-it-is-set", test_choice_as_it_is_set);
  g_test_add_func ("/calendar/days-of-either-calendar", test_days_of_either_calendar);
  g_test_add_func ("/calendar/names", test_names);
  g_test_add_func ("/calendar/written-as-icu", test_written_as_icu);

  return g_test_run ();
}
