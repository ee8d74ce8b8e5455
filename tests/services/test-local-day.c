/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-local-day.h"

static void
assert_shows (const char *utc,
              const char *expected)
{
  MesoCivilTime time = meso_local_day_time_of_moment (utc);
  g_autofree char *text = meso_calendar_date_is_set (time.date) ? meso_civil_time_to_string (time) : g_strdup ("");

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpint (meso_calendar_date_compare (meso_local_day_of_moment (utc), time.date), ==, 0);
}

/* 20:30 in UTC is midnight in Tehran. */
static void
test_of_moment (void)
{
  assert_shows ("2026-11-22T20:29:59.999999Z", "2026-11-22T23:59");
  assert_shows ("2026-11-22T20:30:00.000000Z", "2026-11-23T00:00");
  assert_shows ("2026-11-22T20:30:00.000000", "2026-11-23T00:00");
  assert_shows ("yesterday", "");
  assert_shows ("", "");
  assert_shows (NULL, "");
}

static void
test_to_moment (void)
{
  const MesoCalendarDate day = { 2026, 11, 23 };
  g_autofree char *begin = meso_local_day_to_moment (day);
  g_autofree char *evening = meso_local_day_moment_at ((MesoCivilTime) { day, 23 * 60 + 59 });
  g_autofree char *end = meso_local_day_moment_at ((MesoCivilTime) { day, MESO_CIVIL_TIME_NO_MINUTE });

  g_assert_cmpstr (begin, ==, "2026-11-22T20:30:00.000000Z");
  g_assert_cmpstr (evening, ==, "2026-11-23T20:29:00.000000Z");
  g_assert_cmpstr (end, ==, "2026-11-23T20:30:00.000000Z");
}

static void
test_now (void)
{
  g_autoptr(GTimeZone) tehran = g_time_zone_new_offset (3 * 3600 + 1800);
  g_autoptr(GDateTime) before = g_date_time_new_now (tehran);
  MesoCivilTime now = meso_local_day_now ();
  g_autoptr(GDateTime) after = g_date_time_new_now (tehran);

  g_assert_cmpint (meso_civil_time_compare (meso_civil_time_from_date_time (before), now), <=, 0);
  g_assert_cmpint (meso_civil_time_compare (now, meso_civil_time_from_date_time (after)), <=, 0);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TZ", "+03:30", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/local-day/of-moment", test_of_moment);
  g_test_add_func ("/services/local-day/to-moment", test_to_moment);
  g_test_add_func ("/services/local-day/now", test_now);

  return g_test_run ();
}
