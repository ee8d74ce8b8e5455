/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-calendar-date.h"
#include "meso-core-error.h"

#define SEED 20261124

static MesoCalendarDate
date (const char *text)
{
  MesoCalendarDate parsed = MESO_CALENDAR_DATE_NONE;

  g_assert_true (meso_calendar_date_parse (text, &parsed, NULL));

  return parsed;
}

static void
assert_date (MesoCalendarDate  actual,
             const char       *expected)
{
  g_autofree char *text = meso_calendar_date_to_string (actual);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_parse (void)
{
  static const char *const good[] = { "2026-11-24", "0001-01-01", "9999-12-31", "2024-02-29", "2000-02-29", "1582-10-10" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    assert_date (date (good[i]), good[i]);

  g_assert_false (meso_calendar_date_is_set (MESO_CALENDAR_DATE_NONE));
  g_assert_true (meso_calendar_date_is_set (date ("2026-11-24")));
  assert_date (MESO_CALENDAR_DATE_NONE, "");
}

static void
test_refused (void)
{
  static const char *const bad[] = {
    "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "2026-01-32", "0000-01-01",
    "", " ", "2026", "2026-1-1", "2026-01-1", " 2026-01-01", "2026-01-01 ", "2026-01-011", "02026-01-01", "2026/01/01",
    "20260101", "+026-01-01", "-001-01-01", "2026-01-01T10:00", "today", "۲۰۲۶-۰۱-۰۱", "2026-01-0\xff", "NaN", "2026-0x-01"
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      MesoCalendarDate untouched = { 7, 7, 7 };

      g_assert_false (meso_calendar_date_parse (bad[i], &untouched, &error));
      g_assert_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpint (untouched.year, ==, 7);
    }

  g_assert_false (meso_calendar_date_parse (NULL, NULL, NULL));
}

static void
test_refusal_names_the_value (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (meso_calendar_date_parse ("2026-02-29", NULL, &error));
  g_assert_cmpstr (error->message, ==, "2026-02-29 isn't a date: February 2026 has the days 01 to 28.");
}

static void
test_add_days (void)
{
  assert_date (meso_calendar_date_add_days (date ("2026-02-28"), 1), "2026-03-01");
  assert_date (meso_calendar_date_add_days (date ("2024-02-28"), 1), "2024-02-29");
  assert_date (meso_calendar_date_add_days (date ("2026-01-01"), -1), "2025-12-31");
  assert_date (meso_calendar_date_add_days (date ("1582-10-04"), 1), "1582-10-05");
  assert_date (meso_calendar_date_add_days (date ("9999-12-31"), 1), "");
  assert_date (meso_calendar_date_add_days (date ("0001-01-01"), -1), "");
  assert_date (meso_calendar_date_add_days (date ("2026-01-01"), G_MAXINT), "");
  assert_date (meso_calendar_date_add_days (date ("2026-01-01"), G_MININT), "");
}

static void
test_add_months (void)
{
  assert_date (meso_calendar_date_add_months (date ("2026-01-31"), 1), "2026-02-28");
  assert_date (meso_calendar_date_add_months (date ("2024-01-31"), 1), "2024-02-29");
  assert_date (meso_calendar_date_add_months (date ("2026-11-24"), 3), "2027-02-24");
  assert_date (meso_calendar_date_add_months (date ("2026-11-24"), 12), "2027-11-24");
  assert_date (meso_calendar_date_add_months (date ("2026-03-31"), -1), "2026-02-28");
  assert_date (meso_calendar_date_add_months (date ("2026-03-31"), 0), "2026-03-31");
  assert_date (meso_calendar_date_add_months (date ("9999-12-01"), 1), "");
  assert_date (meso_calendar_date_add_months (date ("0001-01-01"), -1), "");
  assert_date (meso_calendar_date_add_months (date ("0001-01-01"), 9999 * 12 - 1), "9999-12-01");
  assert_date (meso_calendar_date_add_months (date ("2026-01-01"), G_MAXINT), "");
  assert_date (meso_calendar_date_add_months (date ("2026-01-01"), G_MININT), "");
}

static void
test_years_between (void)
{
  g_assert_cmpint (meso_calendar_date_years_between (date ("1990-05-01"), date ("2026-04-30")), ==, 35);
  g_assert_cmpint (meso_calendar_date_years_between (date ("1990-05-01"), date ("2026-05-01")), ==, 36);
  /* Born on the leap day: not of age on 28 February. */
  g_assert_cmpint (meso_calendar_date_years_between (date ("2008-02-29"), date ("2026-02-28")), ==, 17);
  g_assert_cmpint (meso_calendar_date_years_between (date ("2008-02-29"), date ("2026-03-01")), ==, 18);
  g_assert_cmpint (meso_calendar_date_years_between (date ("2008-02-29"), date ("2028-02-29")), ==, 20);
  g_assert_cmpint (meso_calendar_date_years_between (date ("2026-05-01"), date ("2026-05-01")), ==, 0);
  g_assert_cmpint (meso_calendar_date_years_between (date ("2026-05-02"), date ("2026-05-01")), <, 0);
}

static void
test_weekday (void)
{
  g_assert_cmpint (meso_calendar_date_get_weekday (date ("2026-11-23")), ==, 1);
  g_assert_cmpint (meso_calendar_date_get_weekday (date ("2026-11-24")), ==, 2);
  g_assert_cmpint (meso_calendar_date_get_weekday (date ("2026-11-29")), ==, 7);
  g_assert_cmpint (meso_calendar_date_get_weekday (date ("1970-01-01")), ==, 4);
  g_assert_cmpint (meso_calendar_date_get_weekday (date ("2000-02-29")), ==, 2);
}

static void
test_compare (void)
{
  g_assert_cmpint (meso_calendar_date_compare (date ("2026-01-01"), date ("2026-01-01")), ==, 0);
  g_assert_cmpint (meso_calendar_date_compare (date ("2026-01-31"), date ("2026-02-01")), <, 0);
  g_assert_cmpint (meso_calendar_date_compare (date ("2027-01-01"), date ("2026-12-31")), >, 0);
  g_assert_cmpint (meso_calendar_date_compare (MESO_CALENDAR_DATE_NONE, date ("0001-01-01")), <, 0);
  g_assert_cmpint (meso_calendar_date_compare (MESO_CALENDAR_DATE_NONE, MESO_CALENDAR_DATE_NONE), ==, 0);
}

/* GDateTime counts the days of the same calendar in its own way. */
static gint64
count_days (MesoCalendarDate day)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (day.year, day.month, day.day, 0, 0, 0);

  return g_date_time_to_unix (time) / 86400;
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  g_test_message ("seed %d", SEED);
  for (int i = 0; i < 20000; i++)
    {
      MesoCalendarDate from = meso_calendar_date_add_days (date ("0001-01-01"), g_rand_int_range (rand, 0, 3652059));
      int days = g_rand_int_range (rand, -800000, 800000);
      MesoCalendarDate to = meso_calendar_date_add_days (from, days);

      if (!meso_calendar_date_is_set (to))
        continue;

      g_assert_cmpint (count_days (to) - count_days (from), ==, days);
      g_assert_cmpint (meso_calendar_date_days_between (from, to), ==, days);
      g_assert_cmpint (meso_calendar_date_compare (from, to), ==, (days < 0) - (days > 0));
      g_assert_cmpint ((meso_calendar_date_get_weekday (to) - meso_calendar_date_get_weekday (from) - days) % 7, ==, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/calendar-date/parse", test_parse);
  g_test_add_func ("/calendar-date/refused", test_refused);
  g_test_add_func ("/calendar-date/refusal-names-the-value", test_refusal_names_the_value);
  g_test_add_func ("/calendar-date/add-days", test_add_days);
  g_test_add_func ("/calendar-date/add-months", test_add_months);
  g_test_add_func ("/calendar-date/years-between", test_years_between);
  g_test_add_func ("/calendar-date/weekday", test_weekday);
  g_test_add_func ("/calendar-date/compare", test_compare);
  g_test_add_func ("/calendar-date/random", test_random);

  return g_test_run ();
}
