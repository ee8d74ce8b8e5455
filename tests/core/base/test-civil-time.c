/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-civil-time.h"
#include "meso-core-error.h"

#define SEED 1405

static MesoCivilTime
civil (const char *text)
{
  MesoCivilTime parsed = MESO_CIVIL_TIME_NONE;

  g_assert_true (meso_civil_time_parse (text, &parsed, NULL));

  return parsed;
}

static void
assert_civil (MesoCivilTime  actual,
              const char    *expected)
{
  g_autofree char *text = meso_civil_time_to_string (actual);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_parse (void)
{
  g_assert_cmpint (civil ("2026-11-24").minute, ==, MESO_CIVIL_TIME_NO_MINUTE);
  g_assert_cmpint (civil ("2026-11-24T00:00").minute, ==, 0);
  g_assert_cmpint (civil ("2026-11-24T14:05").minute, ==, 14 * 60 + 5);
  g_assert_cmpint (civil ("2026-11-24T23:59").minute, ==, 1439);

  assert_civil (civil ("2026-11-24"), "2026-11-24");
  assert_civil (civil ("2026-11-24T09:05"), "2026-11-24T09:05");
  assert_civil (MESO_CIVIL_TIME_NONE, "");
}

static void
test_refused (void)
{
  static const char *const bad[] = {
    "", "T", "T10:00", "2026-11-24T", "2026-11-24T24:00", "2026-11-24T12:60", "2026-11-24T1:00", "2026-11-24T12:0",
    "2026-11-24T12:00:00", "2026-11-24T12:00Z", "2026-11-24 12:00", "2026-11-24t12:00", "2026-11-24T-1:00",
    "2026-11-24T12-00", "2026-02-29T12:00", "2026-11-24T۱۲:۰۰", "2026-11-24T12:00 ", "2026-11-24TT12:0", NULL
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      MesoCivilTime untouched = { { 7, 7, 7 }, 7 };

      g_assert_false (meso_civil_time_parse (bad[i], &untouched, &error));
      g_assert_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID);
      g_assert_cmpint (untouched.minute, ==, 7);
    }
}

static void
test_add_hours (void)
{
  assert_civil (meso_civil_time_add_hours (civil ("2026-11-23T14:00"), 24), "2026-11-24T14:00");
  assert_civil (meso_civil_time_add_hours (civil ("2026-11-23T14:00"), 10), "2026-11-24T00:00");
  assert_civil (meso_civil_time_add_hours (civil ("2026-11-23T14:00"), -14), "2026-11-23T00:00");
  assert_civil (meso_civil_time_add_hours (civil ("2026-11-23T14:00"), -15), "2026-11-22T23:00");
  assert_civil (meso_civil_time_add_hours (civil ("2026-12-31T23:30"), 1), "2027-01-01T00:30");
  assert_civil (meso_civil_time_add_hours (civil ("2024-02-28T10:00"), 48), "2024-03-01T10:00");
}

static void
test_add_hours_without_time (void)
{
  assert_civil (meso_civil_time_add_hours (civil ("2026-11-23"), 0), "2026-11-23");
  assert_civil (meso_civil_time_add_hours (civil ("2026-11-23"), 24), "2026-11-24");
  assert_civil (meso_civil_time_add_hours (civil ("2026-11-23"), 4), "2026-11-24");
  assert_civil (meso_civil_time_add_hours (civil ("2026-11-23"), 25), "2026-11-25");
  assert_civil (meso_civil_time_add_hours (civil ("2026-11-23"), -24), "2026-11-22");
  assert_civil (meso_civil_time_add_hours (civil ("2026-11-23"), -1), "2026-11-22");
}

static void
test_add_days (void)
{
  assert_civil (meso_civil_time_add_days (civil ("2026-11-23T14:00"), 7), "2026-11-30T14:00");
  assert_civil (meso_civil_time_add_days (civil ("2026-11-23"), -3), "2026-11-20");
}

static void
test_out_of_range (void)
{
  assert_civil (meso_civil_time_add_days (civil ("9999-12-31T14:00"), 1), "");
  assert_civil (meso_civil_time_add_hours (civil ("9999-12-31T14:00"), 10), "");
  assert_civil (meso_civil_time_add_hours (civil ("0001-01-01T14:00"), -15), "");
  assert_civil (meso_civil_time_add_hours (civil ("2026-11-23T14:00"), G_MAXINT), "");
  assert_civil (meso_civil_time_add_hours (civil ("2026-11-23T14:00"), G_MININT), "");
}

static void
test_compare (void)
{
  g_assert_cmpint (meso_civil_time_compare (civil ("2026-11-23T14:00"), civil ("2026-11-23T14:00")), ==, 0);
  g_assert_cmpint (meso_civil_time_compare (civil ("2026-11-23T14:00"), civil ("2026-11-23T14:01")), <, 0);
  g_assert_cmpint (meso_civil_time_compare (civil ("2026-11-24T00:00"), civil ("2026-11-23T23:59")), >, 0);
  g_assert_cmpint (meso_civil_time_compare (civil ("2026-11-23"), civil ("2026-11-23T00:00")), <, 0);
}

/* GDateTime has a clock of its own. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  g_test_message ("seed %d", SEED);
  for (int i = 0; i < 5000; i++)
    {
      int hours = g_rand_int_range (rand, -20000, 20000);
      g_autoptr (GDateTime) from = g_date_time_new_from_unix_utc ((gint64) g_rand_int_range (rand, 0, G_MAXINT) / 60 * 60);
      g_autoptr (GDateTime) to = g_date_time_add_hours (from, hours);
      g_autofree char *from_text = g_date_time_format (from, "%Y-%m-%dT%H:%M");
      g_autofree char *to_text = g_date_time_format (to, "%Y-%m-%dT%H:%M");

      assert_civil (meso_civil_time_add_hours (civil (from_text), hours), to_text);
    }
}

static void
test_from_date_time (void)
{
  g_autoptr(GTimeZone) tehran = g_time_zone_new_offset (3 * 3600 + 1800);
  g_autoptr(GDateTime) utc = g_date_time_new_utc (2026, 12, 31, 21, 14, 59);
  g_autoptr(GDateTime) there = g_date_time_to_timezone (utc, tehran);
  MesoCivilTime time = meso_civil_time_from_date_time (there);
  g_autofree char *text = meso_civil_time_to_string (time);

  g_assert_cmpstr (text, ==, "2027-01-01T00:44");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/civil-time/parse", test_parse);
  g_test_add_func ("/civil-time/refused", test_refused);
  g_test_add_func ("/civil-time/add-hours", test_add_hours);
  g_test_add_func ("/civil-time/add-hours-without-time", test_add_hours_without_time);
  g_test_add_func ("/civil-time/add-days", test_add_days);
  g_test_add_func ("/civil-time/out-of-range", test_out_of_range);
  g_test_add_func ("/civil-time/compare", test_compare);
  g_test_add_func ("/civil-time/random", test_random);
  g_test_add_func ("/civil-time/from-date-time", test_from_date_time);

  return g_test_run ();
}
