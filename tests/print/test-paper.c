/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-paper.h"

static void
test_names (void)
{
  for (MesoPaper paper = MESO_PAPER_A4; paper <= MESO_PAPER_LETTER; paper++)
    {
      MesoPaper again;

      g_assert_true (meso_paper_from_string (meso_paper_to_string (paper), &again));
      g_assert_cmpint (again, ==, paper);
    }
}

static void
test_unknown (void)
{
  MesoPaper paper = MESO_PAPER_LETTER;

  g_assert_false (meso_paper_from_string ("a3", &paper));
  g_assert_false (meso_paper_from_string ("A4", &paper));
  g_assert_false (meso_paper_from_string ("", &paper));
  g_assert_cmpint (paper, ==, MESO_PAPER_LETTER);
}

/* ISO 216 and ANSI, in points of 1/72 inch */
static void
test_sizes (void)
{
  g_assert_cmpfloat_with_epsilon (meso_paper_get_width (MESO_PAPER_A4), 595.276, 0.001);
  g_assert_cmpfloat_with_epsilon (meso_paper_get_height (MESO_PAPER_A4), 841.890, 0.001);
  g_assert_cmpfloat_with_epsilon (meso_paper_get_width (MESO_PAPER_A5), 419.528, 0.001);
  g_assert_cmpfloat_with_epsilon (meso_paper_get_height (MESO_PAPER_A5), 595.276, 0.001);
  g_assert_cmpfloat (meso_paper_get_width (MESO_PAPER_LETTER), ==, 612);
  g_assert_cmpfloat (meso_paper_get_height (MESO_PAPER_LETTER), ==, 792);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper/names", test_names);
  g_test_add_func ("/paper/unknown", test_unknown);
  g_test_add_func ("/paper/sizes", test_sizes);

  return g_test_run ();
}
