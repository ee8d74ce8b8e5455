/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-outcome.h"

static void
test_names (void)
{
  MesoOutcome outcome = MESO_OUTCOME_CAUTION;

  for (int i = MESO_OUTCOME_EXCLUDE; i <= MESO_OUTCOME_BLOCK; i++)
    {
      g_assert_true (meso_outcome_from_string (meso_outcome_to_string ((MesoOutcome) i), &outcome));
      g_assert_cmpint (outcome, ==, i);
    }

  g_assert_cmpstr (meso_outcome_to_string (MESO_OUTCOME_CLEARANCE), ==, "clearance");

  outcome = MESO_OUTCOME_CAUTION;
  g_assert_false (meso_outcome_from_string ("Block", &outcome));
  g_assert_false (meso_outcome_from_string ("", &outcome));
  g_assert_false (meso_outcome_from_string (NULL, &outcome));
  g_assert_cmpint (outcome, ==, MESO_OUTCOME_CAUTION);
}

static void
test_order (void)
{
  static const char *const strictest_first[] = { "block", "incomplete", "defer", "clearance", "caution", "suitable", "exclude" };

  for (guint i = 0; i < G_N_ELEMENTS (strictest_first); i++)
    {
      MesoOutcome outcome;

      g_assert_true (meso_outcome_from_string (strictest_first[i], &outcome));
      g_assert_cmpint (outcome, ==, (int) (G_N_ELEMENTS (strictest_first) - 1 - i));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/outcome/names", test_names);
  g_test_add_func ("/outcome/order", test_order);

  return g_test_run ();
}
