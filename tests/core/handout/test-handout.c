/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* The sheet for after the treatment: its dates, and what it says to whom. The calendar days below were looked up, not
 * computed: 23 November 2026 is a Monday, and 2 Azar 1405. */

#include <string.h>

#include "handout-fixture.h"
#include "meso-core-error.h"

static const MesoHandoutGroup *
get_group (const MesoHandoutSheet *sheet,
           guint                   n)
{
  const MesoHandoutBlock *block = handout_fixture_find (sheet, MESO_HANDOUT_BLOCK_SCHEDULE);

  g_assert_nonnull (block);
  g_assert_cmpuint (block->groups->len, >, n);

  return g_ptr_array_index (block->groups, n);
}

static void
assert_group (const MesoHandoutSheet *sheet,
              guint                   n,
              const char             *label,
              const char             *date,
              const char             *note,
              guint                   rows)
{
  const MesoHandoutGroup *group = get_group (sheet, n);
  g_autofree char *joined = handout_fixture_date (group);

  g_assert_cmpstr (group->label, ==, label);
  g_assert_cmpstr (joined, ==, date);
  g_assert_cmpstr (group->note, ==, note);
  g_assert_cmpuint (group->rows->len, ==, rows);
}

static void
test_english_dates (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_context ("en", "2026-11-23T14:00");
  g_autoptr (MesoHandoutSheet) sheet = handout_fixture_assemble ("aftercare", context);
  const MesoHandoutFact *fact = g_ptr_array_index (sheet->facts, 0);

  g_assert_false (sheet->rtl);
  g_assert_cmpuint (sheet->facts->len, ==, 1);
  g_assert_cmpstr (fact->value, ==, "Monday 23 November 2026, 14:00");
  assert_group (sheet, 0, "until", "Tuesday 24 November 2026, 14:00", "(24\u00a0hours)", 3);
  assert_group (sheet, 1, "until", "Thursday 26 November 2026, 14:00", "(3\u00a0days)", 1);
  assert_group (sheet, 2, "until", "Monday 30 November 2026, 14:00", "(1\u00a0week)", 2);
  g_assert_cmpuint (handout_fixture_find (sheet, MESO_HANDOUT_BLOCK_SCHEDULE)->groups->len, ==, 3);
  g_assert_cmpuint (get_group (sheet, 0)->date->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (get_group (sheet, 0)->date, 0), ==, "Tuesday");
  g_assert_cmpstr (g_ptr_array_index (get_group (sheet, 0)->date, 1), ==, "24 November 2026,");
}

static void
test_persian_dates (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_context ("fa", "2026-11-23T14:00");
  g_autoptr (MesoHandoutSheet) sheet = handout_fixture_assemble ("aftercare", context);
  const MesoHandoutFact *fact = g_ptr_array_index (sheet->facts, 0);

  g_assert_true (sheet->rtl);
  g_assert_cmpstr (fact->value, ==, "دوشنبه ۲ آذر ۱۴۰۵، ساعت ۱۴:۰۰");
  assert_group (sheet, 0, "تا", "سه‌شنبه ۳ آذر ۱۴۰۵، ساعت ۱۴:۰۰", "(۲۴\u00a0ساعت)", 3);
  assert_group (sheet, 1, "تا", "پنجشنبه ۵ آذر ۱۴۰۵، ساعت ۱۴:۰۰", "(۳\u00a0روز)", 1);
  assert_group (sheet, 2, "تا", "دوشنبه ۹ آذر ۱۴۰۵، ساعت ۱۴:۰۰", "(۱\u00a0هفته)", 2);
  g_assert_cmpstr (g_ptr_array_index (get_group (sheet, 0)->date, 1), ==, "۳ آذر ۱۴۰۵،");
  g_assert_cmpstr (g_ptr_array_index (get_group (sheet, 0)->date, 2), ==, "ساعت ۱۴:۰۰");
}

/* Without a time of day "24 hours" is the end of the next day, and no hour is made up. */
static void
test_day_only (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_context ("en", "2026-11-23");
  g_autoptr (MesoHandoutSheet) sheet = handout_fixture_assemble ("aftercare", context);
  const MesoHandoutBlock *dates = handout_fixture_find (sheet, MESO_HANDOUT_BLOCK_DATES);

  assert_group (sheet, 0, "until the end of", "Tuesday 24 November 2026", "(24\u00a0hours)", 3);
  assert_group (sheet, 1, "until the end of", "Thursday 26 November 2026", "(3\u00a0days)", 1);
  g_assert_null (handout_fixture_find_row (sheet, "after-date-wash"));
  g_assert_cmpuint (dates->rows->len, ==, 1);
}

static void
test_no_day (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_context ("en", "");
  g_autoptr (MesoHandoutSheet) sheet = handout_fixture_assemble ("aftercare", context);
  const MesoHandoutBlock *call = handout_fixture_find (sheet, MESO_HANDOUT_BLOCK_CALL);

  assert_group (sheet, 0, "for", "24\u00a0hours", "", 3);
  assert_group (sheet, 2, "for", "1\u00a0week", "", 2);
  g_assert_cmpuint (sheet->facts->len, ==, 0);
  g_assert_null (handout_fixture_find (sheet, MESO_HANDOUT_BLOCK_DATES));
  g_assert_cmpstr (call->call->later_lead, ==, "For 12\u00a0weeks after your last session, and later:");
}

static void
test_ends_of_month_and_year (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_context ("en", "2027-12-31T23:30");
  g_autoptr (MesoHandoutSheet) sheet = handout_fixture_assemble ("aftercare", context);
  g_autoptr (MesoHandoutContext) leap_context = handout_fixture_context ("fa", "2030-03-19T09:05");
  g_autoptr (MesoHandoutSheet) leap = handout_fixture_assemble ("aftercare", leap_context);

  assert_group (sheet, 0, "until", "Saturday 1 January 2028, 23:30", "(24\u00a0hours)", 3);
  /* 1408 is a leap year: 20 March 2030 is its 30 Esfand. */
  assert_group (leap, 0, "تا", "چهارشنبه ۳۰ اسفند ۱۴۰۸، ساعت ۰۹:۰۵", "(۲۴\u00a0ساعت)", 3);
  assert_group (leap, 1, "تا", "جمعه ۲ فروردین ۱۴۰۹، ساعت ۰۹:۰۵", "(۳\u00a0روز)", 1);
}

/* GDateTime as the oracle, over random days and times. */
static void
test_random_dates (void)
{
  static const int hours[] = { 24, 72, 168 };
  static const char *const weekdays[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };
  static const char *const months[] = { "January", "February", "March", "April", "May", "June", "July", "August", "September",
                                        "October", "November", "December" };
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 300; i++)
    {
      g_autoptr (GDateTime) end = g_date_time_new_utc (g_rand_int_range (rand, 1950, 2100), g_rand_int_range (rand, 1, 13),
                                                       g_rand_int_range (rand, 1, 29), g_rand_int_range (rand, 0, 24),
                                                       g_rand_int_range (rand, 0, 60), 0);
      g_autofree char *when = g_date_time_format (end, "%Y-%m-%dT%H:%M");
      g_autoptr (MesoHandoutContext) context = handout_fixture_context ("en", when);
      g_autoptr (MesoHandoutSheet) sheet = handout_fixture_assemble ("aftercare", context);

      for (guint group = 0; group < G_N_ELEMENTS (hours); group++)
        {
          g_autoptr (GDateTime) until = g_date_time_add_hours (end, hours[group]);
          g_autofree char *expected =
            g_strdup_printf ("%s %d %s %d, %02d:%02d", weekdays[g_date_time_get_day_of_week (until) - 1],
                             g_date_time_get_day_of_month (until), months[g_date_time_get_month (until) - 1],
                             g_date_time_get_year (until), g_date_time_get_hour (until), g_date_time_get_minute (until));
          g_autofree char *date = handout_fixture_date (get_group (sheet, group));

          g_assert_cmpstr (date, ==, expected);
        }
    }
}

static void
assert_topic (const char *kind_of_condition,
              const char *value,
              const char *id)
{
  g_autoptr (MesoHandoutContext) without = handout_fixture_context ("en", "2026-11-23T14:00");
  g_autoptr (MesoHandoutContext) with = handout_fixture_context ("en", "2026-11-23T14:00");
  g_autoptr (MesoHandoutSheet) plain = handout_fixture_assemble ("aftercare", without);
  g_autoptr (MesoHandoutSheet) extended = NULL;

  if (g_str_equal (kind_of_condition, "ingredient"))
    meso_handout_context_add_ingredient (with, value);
  else
    meso_handout_context_add_flag (with, value);
  extended = handout_fixture_assemble ("aftercare", with);

  g_assert_null (handout_fixture_find_row (plain, id));
  g_assert_nonnull (handout_fixture_find_row (extended, id));
}

static void
test_conditions (void)
{
  assert_topic ("ingredient", "biotin", "after-own-biotin");
  assert_topic ("ingredient", "dutasteride", "after-own-donation");
  assert_topic ("ingredient", "dutasteride", "after-own-psa");
  assert_topic ("ingredient", "dutasteride", "after-own-pregnancy");
  assert_topic ("ingredient", "finasteride", "after-own-donation-finasteride");
  assert_topic ("ingredient", "finasteride", "after-own-psa-finasteride");
  assert_topic ("ingredient", "finasteride", "after-own-pregnancy-finasteride");
  assert_topic ("ingredient", "minoxidil", "after-own-pressure");
  assert_topic ("flag", "blood-thinner", "after-own-thinner");
}

/* Everyone is told to keep their prescribed medicines. */
static void
test_medicines_always (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_context ("en", "");
  g_autoptr (MesoHandoutSheet) sheet = handout_fixture_assemble ("aftercare", context);
  const MesoHandoutRow *row = handout_fixture_find_row (sheet, "after-own-medicines");

  g_assert_nonnull (row);
  g_assert_nonnull (strstr (row->text, "Never stop"));
  g_assert_nonnull (strstr (row->text, "blood thinners too"));
  g_assert_nonnull (handout_fixture_find_row (sheet, "after-own-minoxidil"));
}

static void
assert_says (const char *ingredient,
             const char *id,
             const char *language,
             const char *words)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_context (language, "2026-11-23T14:00");
  g_autoptr (MesoHandoutSheet) sheet = NULL;

  meso_handout_context_add_ingredient (context, ingredient);
  sheet = handout_fixture_assemble ("aftercare", context);
  g_assert_nonnull (strstr (handout_fixture_find_row (sheet, id)->text, words));
}

static void
test_months_without_giving_blood (void)
{
  assert_says ("dutasteride", "after-own-donation", "en", "dutasteride. Do not give blood until 6\u00a0months");
  assert_says ("dutasteride", "after-own-donation", "fa", "۶\u00a0ماه");
  assert_says ("finasteride", "after-own-donation-finasteride", "en", "finasteride. Do not give blood until 1\u00a0month");
  assert_says ("finasteride", "after-own-donation-finasteride", "fa", "۱\u00a0ماه");
}

static void
test_filled_texts (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_full ("en", "2026-11-23T14:00");
  g_autoptr (MesoHandoutContext) undated = handout_fixture_full ("en", "");
  g_autoptr (MesoHandoutSheet) sheet = handout_fixture_assemble ("aftercare", context);
  g_autoptr (MesoHandoutSheet) undated_sheet = handout_fixture_assemble ("aftercare", undated);
  const MesoHandoutRow *biotin = handout_fixture_find_row (sheet, "after-own-biotin");
  const MesoHandoutRow *minoxidil = handout_fixture_find_row (sheet, "after-own-minoxidil");

  g_assert_nonnull (strstr (biotin->text, "contained biotin."));
  g_assert_cmpstr (biotin->strong, ==, "biotin");
  g_assert_cmpstr (minoxidil->strong, ==, "Tuesday 24 November 2026, 14:00");
  g_assert_nonnull (strstr (minoxidil->text, minoxidil->strong));
  minoxidil = handout_fixture_find_row (undated_sheet, "after-own-minoxidil");
  g_assert_nonnull (strstr (minoxidil->text, "after 24\u00a0hours."));
}

static void
test_next_visit (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_context ("en", "2026-11-23T14:00");
  g_autoptr (MesoHandoutSheet) none = handout_fixture_assemble ("aftercare", context);
  g_autoptr (MesoHandoutSheet) sheet = NULL;
  const MesoHandoutBlock *visit;
  const MesoHandoutBlock *dates;
  const MesoHandoutRow *row;

  g_assert_null (handout_fixture_find (none, MESO_HANDOUT_BLOCK_VISIT));

  context->session_count = 6;
  meso_handout_context_add_visit (context, (MesoCivilTime) { { 2026, 11, 25 }, 540 }, 0, MESO_PLAN_CHECK);
  meso_handout_context_add_visit (context, (MesoCivilTime) { { 2026, 12, 7 }, 840 }, 3, MESO_PLAN_TREATMENT);
  meso_handout_context_add_visit (context, (MesoCivilTime) { { 2027, 5, 7 }, 540 }, 7, MESO_PLAN_MAINTENANCE);
  sheet = handout_fixture_assemble ("aftercare", context);

  /* A check-up isn't the next visit, but is among the dates. */
  visit = handout_fixture_find (sheet, MESO_HANDOUT_BLOCK_VISIT);
  row = g_ptr_array_index (visit->rows, 0);
  g_assert_cmpstr (row->lead, ==, "Monday 7 December 2026, 14:00");
  g_assert_cmpstr (row->text, ==, "Session 3 of 6. If you cannot come, call us.");

  dates = handout_fixture_find (sheet, MESO_HANDOUT_BLOCK_DATES);
  g_assert_cmpstr (dates->note, ==, "");
  g_assert_cmpuint (dates->rows->len, ==, 4);
  row = g_ptr_array_index (dates->rows, 0);
  g_assert_cmpstr (row->lead, ==, "Tuesday 24 November 2026, 14:00");
  row = g_ptr_array_index (dates->rows, 1);
  g_assert_cmpstr (row->lead, ==, "Wednesday 25 November 2026, 09:00");
  g_assert_cmpstr (row->text, ==, "Check-up: we see your scalp and ask how you are.");
  row = g_ptr_array_index (dates->rows, 3);
  g_assert_cmpstr (row->text, ==, "Maintenance session");
}

/* A day without an hour is the plan's, and nobody has agreed on it yet. */
static void
test_planned_visit (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_context ("en", "2026-11-23T14:00");
  g_autoptr (MesoHandoutSheet) sheet = NULL;
  const MesoHandoutRow *row;

  meso_handout_context_add_visit (context, (MesoCivilTime) { { 2026, 12, 7 }, -1 }, 3, MESO_PLAN_TREATMENT);
  sheet = handout_fixture_assemble ("aftercare", context);
  row = g_ptr_array_index (handout_fixture_find (sheet, MESO_HANDOUT_BLOCK_VISIT)->rows, 0);
  g_assert_cmpstr (row->text, ==, "Session 3. Planned; we confirm it. If you cannot come, call us.");
  g_assert_cmpstr (handout_fixture_find (sheet, MESO_HANDOUT_BLOCK_DATES)->note, ==, "The visits are planned; we confirm each of them.");
}

static void
assert_look_until (const MesoHandoutContext *context,
                   const char               *lead,
                   const char               *date)
{
  g_autoptr (MesoHandoutSheet) sheet = handout_fixture_assemble ("aftercare", context);
  const MesoHandoutRow *row = handout_fixture_find_row (sheet, "after-date-look");

  g_assert_cmpstr (handout_fixture_find (sheet, MESO_HANDOUT_BLOCK_CALL)->call->later_lead, ==, lead);
  if (date == NULL)
    g_assert_null (row);
  else
    g_assert_cmpstr (row->lead, ==, date);
}

/* Infections show up to 12 weeks after the last injection, not after this one. Maintenance has sheets of its own. */
static void
test_look_until_after_the_course (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_context ("en", "2026-11-23T14:00");

  assert_look_until (context, "Until 15 February 2027, and later:", "Monday 15 February 2027");
  meso_handout_context_add_visit (context, (MesoCivilTime) { { 2026, 12, 7 }, -1 }, 2, MESO_PLAN_TREATMENT);
  meso_handout_context_add_visit (context, (MesoCivilTime) { { 2026, 12, 21 }, -1 }, 3, MESO_PLAN_TREATMENT);
  meso_handout_context_add_visit (context, (MesoCivilTime) { { 2027, 3, 21 }, -1 }, 4, MESO_PLAN_MAINTENANCE);
  assert_look_until (context, "Until 15 March 2027, and later:", "Monday 15 March 2027");
  meso_handout_context_add_visit (context, (MesoCivilTime) { { 2027, 3, 22 }, -1 }, 5, MESO_PLAN_CHECK);
  assert_look_until (context, "Until 15 March 2027, and later:", NULL);
}

static void
assert_emergency (const char *number,
                  const char *call)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_context ("en", "2026-11-23T14:00");
  g_autoptr (MesoHandoutSheet) sheet = NULL;

  g_set_str (&context->letterhead->emergency_number, number);
  sheet = handout_fixture_assemble ("aftercare", context);
  g_assert_cmpstr (handout_fixture_find (sheet, MESO_HANDOUT_BLOCK_CALL)->call->emergency_call, ==, call);
}

/* Whoever can't breathe is never sent to somebody's mobile. */
static void
test_emergency_number (void)
{
  assert_emergency ("", "Call 115");
  assert_emergency ("112", "Call 112");
  assert_emergency ("۱۱۲", "Call 112");
  assert_emergency ("1122", "Call 1122");
  assert_emergency ("09121112222", "Call 115");
  assert_emergency ("0912 111 2222", "Call 115");
  assert_emergency ("11", "Call 115");
  assert_emergency ("11222", "Call 115");
  assert_emergency ("11a", "Call 115");
  assert_emergency ("112 ", "Call 115");
}

static void
test_call_box (void)
{
  g_autoptr (MesoHandoutContext) neutral = handout_fixture_context ("fa", "2026-11-23T14:00");
  g_autoptr (MesoHandoutContext) full = handout_fixture_full ("fa", "2026-11-23T14:00");
  g_autoptr (MesoHandoutSheet) neutral_sheet = handout_fixture_assemble ("aftercare", neutral);
  g_autoptr (MesoHandoutSheet) sheet = NULL;
  const MesoHandoutCall *call = handout_fixture_find (neutral_sheet, MESO_HANDOUT_BLOCK_CALL)->call;

  g_assert_cmpstr (call->phone, ==, "");
  g_assert_cmpstr (call->emergency_call, ==, "۱۱۵ را بگیرید");
  g_assert_cmpstr (call->later_lead, ==, "همیشه، به‌ویژه تا ۲۶ بهمن ۱۴۰۵:");

  g_set_str (&full->letterhead->emergency_number, "112");
  sheet = handout_fixture_assemble ("aftercare", full);
  call = handout_fixture_find (sheet, MESO_HANDOUT_BLOCK_CALL)->call;
  g_assert_cmpstr (call->phone, ==, "\u2066۰۲۱\u00a0\u00a0۱۲۳۴\u00a0\u00a0۵۶۷۰\u2069");
  g_assert_cmpstr (call->emergency_call, ==, "۱۱۲ را بگیرید");
  g_assert_cmpuint (handout_fixture_find (sheet, MESO_HANDOUT_BLOCK_CALL)->rows->len, ==, 4);
}

static void
test_bad_input (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_context ("en", "");
  g_autoptr (GError) error = NULL;

  g_assert_null (meso_handout_assemble (handout_fixture_protocol (), "banner", context, &error));
  g_assert_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "banner"));
  g_clear_error (&error);

  g_set_str (&context->language, "de");
  g_assert_null (meso_handout_assemble (handout_fixture_protocol (), "aftercare", context, &error));
  g_assert_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "de"));
}

/* The last days of the calendar: what can't be dated is told as a duration, never left out. */
static void
test_end_of_calendar (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_context ("en", "9999-12-30T10:00");
  g_autoptr (MesoHandoutSheet) sheet = handout_fixture_assemble ("aftercare", context);

  assert_group (sheet, 0, "until", "Friday 31 December 9999, 10:00", "(24\u00a0hours)", 3);
  assert_group (sheet, 1, "for", "3\u00a0days", "", 1);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/handout/english-dates", test_english_dates);
  g_test_add_func ("/handout/persian-dates", test_persian_dates);
  g_test_add_func ("/handout/day-only", test_day_only);
  g_test_add_func ("/handout/no-day", test_no_day);
  g_test_add_func ("/handout/ends-of-month-and-year", test_ends_of_month_and_year);
  g_test_add_func ("/handout/random-dates", test_random_dates);
  g_test_add_func ("/handout/conditions", test_conditions);
  g_test_add_func ("/handout/medicines-always", test_medicines_always);
  g_test_add_func ("/handout/months-without-giving-blood", test_months_without_giving_blood);
  g_test_add_func ("/handout/filled-texts", test_filled_texts);
  g_test_add_func ("/handout/next-visit", test_next_visit);
  g_test_add_func ("/handout/planned-visit", test_planned_visit);
  g_test_add_func ("/handout/look-until-after-the-course", test_look_until_after_the_course);
  g_test_add_func ("/handout/emergency-number", test_emergency_number);
  g_test_add_func ("/handout/call-box", test_call_box);
  g_test_add_func ("/handout/bad-input", test_bad_input);
  g_test_add_func ("/handout/end-of-calendar", test_end_of_calendar);

  status = g_test_run ();
  handout_fixture_clear ();

  return status;
}
