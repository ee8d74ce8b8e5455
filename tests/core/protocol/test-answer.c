/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-answer.h"

static const MesoCalendarDate day = { 2026, 11, 22 };

static void
test_kinds (void)
{
  g_autoptr (MesoAnswer) unknown = meso_answer_new (MESO_ANSWER_UNKNOWN);
  g_autoptr (MesoAnswer) date = meso_answer_new_date (day);
  g_autoptr (MesoAnswer) number = meso_answer_new_number (36600);
  g_autoptr (MesoAnswer) choice = meso_answer_new_choice ("mild");

  g_assert_cmpint (unknown->kind, ==, MESO_ANSWER_UNKNOWN);
  g_assert_null (unknown->choice);
  g_assert_cmpint (date->kind, ==, MESO_ANSWER_DATE);
  g_assert_cmpint (date->date.day, ==, 22);
  g_assert_cmpint (number->kind, ==, MESO_ANSWER_NUMBER);
  g_assert_cmpint (number->milli, ==, 36600);
  g_assert_cmpint (choice->kind, ==, MESO_ANSWER_CHOICE);
  g_assert_cmpstr (choice->choice, ==, "mild");
}

static void
test_copy_shares_nothing (void)
{
  g_autoptr (MesoAnswer) original = meso_answer_new_choice ("mild");
  g_autoptr (MesoAnswer) copy = meso_answer_copy (original);

  g_assert_true (meso_answer_equal (original, copy));
  g_assert_true (original->choice != copy->choice);

  original->choice[0] = 'w';
  g_assert_false (meso_answer_equal (original, copy));
  g_assert_cmpstr (copy->choice, ==, "mild");
}

static void
test_equal (void)
{
  MesoCalendarDate next = { 2026, 11, 23 };
  MesoAnswer *answers[] = {
    NULL,
    meso_answer_new (MESO_ANSWER_NO),
    meso_answer_new (MESO_ANSWER_YES),
    meso_answer_new (MESO_ANSWER_UNKNOWN),
    meso_answer_new_date (day),
    meso_answer_new_date (next),
    meso_answer_new_number (0),
    meso_answer_new_number (1),
    meso_answer_new_choice ("mild"),
    meso_answer_new_choice ("severe"),
  };

  /* Each is equal to itself (and its copy) and to no other. */
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    for (guint j = 0; j < G_N_ELEMENTS (answers); j++)
      {
        g_autoptr (MesoAnswer) copy = answers[j] != NULL ? meso_answer_copy (answers[j]) : NULL;

        g_assert_cmpint (meso_answer_equal (answers[i], copy), ==, i == j);
      }

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    meso_answer_free (answers[i]);
}

static void
test_equal_ignores_what_has_no_meaning (void)
{
  g_autoptr (MesoAnswer) a = meso_answer_new (MESO_ANSWER_NO);
  g_autoptr (MesoAnswer) b = meso_answer_new (MESO_ANSWER_NO);

  b->milli = 7;
  b->date = day;
  g_assert_true (meso_answer_equal (a, b));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/answer/kinds", test_kinds);
  g_test_add_func ("/answer/copy-shares-nothing", test_copy_shares_nothing);
  g_test_add_func ("/answer/equal", test_equal);
  g_test_add_func ("/answer/equal-ignores-what-has-no-meaning", test_equal_ignores_what_has_no_meaning);

  return g_test_run ();
}
