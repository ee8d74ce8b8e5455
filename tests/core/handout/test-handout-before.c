/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* The sheet for before the treatment: what begins when. */

#include <string.h>

#include "handout-fixture.h"

static const MesoHandoutGroup *
get_group (const MesoHandoutSheet *sheet,
           guint                   n)
{
  return g_ptr_array_index (handout_fixture_find (sheet, MESO_HANDOUT_BLOCK_SCHEDULE)->groups, n);
}

static void
assert_group (const MesoHandoutSheet *sheet,
              guint                   n,
              const char             *label,
              const char             *date,
              const char             *note)
{
  const MesoHandoutGroup *group = get_group (sheet, n);
  g_autofree char *joined = handout_fixture_date (group);

  g_assert_cmpstr (group->label, ==, label);
  g_assert_cmpstr (joined, ==, date);
  g_assert_cmpstr (group->note, ==, note);
}

/* The longest begins first; whole days begin with the day, whatever the hour of the visit. */
static void
test_order (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_context ("en", "2026-11-23T14:00");
  g_autoptr (MesoHandoutSheet) sheet = handout_fixture_assemble ("before", context);

  g_assert_cmpuint (handout_fixture_find (sheet, MESO_HANDOUT_BLOCK_SCHEDULE)->groups->len, ==, 4);
  assert_group (sheet, 0, "from", "Monday 16 November 2026", "(1\u00a0week before)");
  assert_group (sheet, 1, "from", "Friday 20 November 2026", "(3\u00a0days before)");
  assert_group (sheet, 2, "", "Sunday 22 November 2026", "evening, or next morning");
  assert_group (sheet, 3, "", "Monday 23 November 2026", "before you come");
}

static void
test_persian (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_context ("fa", "2026-11-23T14:00");
  g_autoptr (MesoHandoutSheet) sheet = handout_fixture_assemble ("before", context);

  assert_group (sheet, 0, "از", "دوشنبه ۲۵ آبان ۱۴۰۵", "(۱\u00a0هفته پیش از نوبت)");
  assert_group (sheet, 2, "", "یکشنبه ۱ آذر ۱۴۰۵", "شب، یا صبح روز بعد");
}

/* The content's order stands within a group: alcohol before dye. */
static void
test_order_within_group (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_context ("en", "2026-11-23");
  g_autoptr (MesoHandoutSheet) sheet = handout_fixture_assemble ("before", context);
  const GPtrArray *rows = get_group (sheet, 1)->rows;

  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (((MesoHandoutRow *) g_ptr_array_index (rows, 0))->id, ==, "before-alcohol");
  g_assert_cmpstr (((MesoHandoutRow *) g_ptr_array_index (rows, 1))->id, ==, "before-dye");
}

/* "Never stop what a doctor prescribed" stands with the medicines, and nowhere else. */
static void
test_boxed (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_context ("en", "2026-11-23T14:00");
  g_autoptr (MesoHandoutSheet) sheet = handout_fixture_assemble ("before", context);

  g_assert_nonnull (get_group (sheet, 0)->boxed);
  g_assert_nonnull (strstr (get_group (sheet, 0)->boxed->text, "Never stop"));
  for (guint i = 1; i < 4; i++)
    g_assert_null (get_group (sheet, i)->boxed);
}

static void
test_visit (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_full ("en", "2026-11-23T14:00");
  g_autoptr (MesoHandoutSheet) sheet = handout_fixture_assemble ("before", context);
  const MesoHandoutBlock *visit = handout_fixture_find (sheet, MESO_HANDOUT_BLOCK_VISIT);
  const MesoHandoutRow *row = g_ptr_array_index (visit->rows, 0);

  g_assert_cmpstr (row->lead, ==, "Monday 23 November 2026, 14:00");
  g_assert_cmpstr (row->text, ==, "\u2068Leila Karimi\u2069, file 0417");
  g_assert_cmpuint (sheet->facts->len, ==, 0);
}

static void
test_undated (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_context ("en", "");
  g_autoptr (MesoHandoutSheet) sheet = handout_fixture_assemble ("before", context);

  g_assert_null (handout_fixture_find (sheet, MESO_HANDOUT_BLOCK_VISIT));
  assert_group (sheet, 0, "from", "1\u00a0week", "before your visit");
  assert_group (sheet, 2, "", "The evening before", "or on the day itself");
  assert_group (sheet, 3, "", "On the day", "before you come");
}

/* The first days of the calendar. */
static void
test_start_of_calendar (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_context ("en", "0001-01-05");
  g_autoptr (MesoHandoutSheet) sheet = handout_fixture_assemble ("before", context);

  assert_group (sheet, 0, "from", "1\u00a0week", "before your visit");
  assert_group (sheet, 1, "from", "Tuesday 2 January 1", "(3\u00a0days before)");
}

static void
test_call (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_full ("en", "2026-11-23T14:00");
  g_autoptr (MesoHandoutSheet) sheet = handout_fixture_assemble ("before", context);
  const MesoHandoutBlock *call = handout_fixture_find (sheet, MESO_HANDOUT_BLOCK_CALL);

  g_assert_cmpuint (call->rows->len, ==, 6);
  g_assert_cmpstr (call->call->emergency_text, ==, "");
  g_assert_cmpstr (call->call->later_text, ==, "");
  g_assert_cmpstr (call->call->phone, ==, "021\u00a01234\u00a05670");
  g_assert_cmpstr (call->call->phone_label, ==, "We may choose another day.");
}

/* A line to write the number on says what it is for. */
static void
test_call_without_a_phone (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_context ("en", "");
  g_autoptr (MesoHandoutSheet) sheet = handout_fixture_assemble ("before", context);
  const MesoHandoutCall *call = handout_fixture_find (sheet, MESO_HANDOUT_BLOCK_CALL)->call;

  g_assert_cmpstr (call->phone, ==, "");
  g_assert_cmpstr (call->phone_label, ==, "Your clinic’s phone. We may choose another day.");
}

/* What should have begun before the sheet was printed begins today; what is still to come keeps its day. */
static void
test_printed_late (void)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_context ("en", "2026-11-23T14:00");
  g_autoptr (MesoHandoutSheet) late = NULL;
  g_autoptr (MesoHandoutSheet) same_day = NULL;
  g_autoptr (MesoHandoutSheet) copy = NULL;

  context->printed_at = (MesoCivilTime) { { 2026, 11, 20 }, 600 };
  late = handout_fixture_assemble ("before", context);
  assert_group (late, 0, "from", "today", "");
  assert_group (late, 1, "from", "Friday 20 November 2026", "(3\u00a0days before)");
  assert_group (late, 2, "", "Sunday 22 November 2026", "evening, or next morning");

  context->printed_at = (MesoCivilTime) { { 2026, 11, 23 }, 600 };
  same_day = handout_fixture_assemble ("before", context);
  assert_group (same_day, 1, "from", "today", "");
  assert_group (same_day, 2, "", "today", "before you come");

  context->printed_at = (MesoCivilTime) { { 2026, 11, 24 }, 600 };
  copy = handout_fixture_assemble ("before", context);
  assert_group (copy, 0, "from", "Monday 16 November 2026", "(1\u00a0week before)");
}

static void
assert_call_rows (MesoSex     sex,
                  guint       rows,
                  const char *first)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_context ("en", "2026-11-23");
  g_autoptr (MesoHandoutSheet) sheet = NULL;
  const MesoHandoutBlock *call;

  context->sex = sex;
  sheet = handout_fixture_assemble ("before", context);
  call = handout_fixture_find (sheet, MESO_HANDOUT_BLOCK_CALL);
  g_assert_cmpuint (call->rows->len, ==, rows);
  g_assert_cmpstr (((const MesoHandoutRow *) g_ptr_array_index (call->rows, 0))->text, ==, first);
}

static void
test_sex (void)
{
  assert_call_rows (MESO_SEX_FEMALE, 6, "you are or could be pregnant");
  assert_call_rows (MESO_SEX_OTHER, 6, "you are or could be pregnant");
  assert_call_rows (MESO_SEX_UNKNOWN, 6, "(women) you may be pregnant");
  assert_call_rows (MESO_SEX_MALE, 3, "you have a fever or an infection");
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/handout-before/order", test_order);
  g_test_add_func ("/handout-before/persian", test_persian);
  g_test_add_func ("/handout-before/order-within-group", test_order_within_group);
  g_test_add_func ("/handout-before/boxed", test_boxed);
  g_test_add_func ("/handout-before/visit", test_visit);
  g_test_add_func ("/handout-before/undated", test_undated);
  g_test_add_func ("/handout-before/start-of-calendar", test_start_of_calendar);
  g_test_add_func ("/handout-before/call", test_call);
  g_test_add_func ("/handout-before/call-without-a-phone", test_call_without_a_phone);
  g_test_add_func ("/handout-before/printed-late", test_printed_late);
  g_test_add_func ("/handout-before/sex", test_sex);

  status = g_test_run ();
  handout_fixture_clear ();

  return status;
}
