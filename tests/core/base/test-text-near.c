/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-text-near.h"

#include <string.h>

static void
assert_near (const char *a,
             const char *b,
             gboolean    near)
{
  g_assert_cmpint (meso_text_is_near (a, b), ==, near);
  g_assert_cmpint (meso_text_is_near (b, a), ==, near);
}

static void
test_one_letter (void)
{
  assert_near ("karimi", "karimy", TRUE);
  assert_near ("karimi", "karim", TRUE);
  assert_near ("karimi", "arimi", TRUE);
  assert_near ("karimi", "kaarimi", TRUE);
  assert_near ("karimi", "kraimi", TRUE);
  assert_near ("karimi", "akrimi", TRUE);
  assert_near ("karimi", "karimii", TRUE);
  assert_near ("محمدی", "محمودی", TRUE);
  assert_near ("رضایی", "رضائی", TRUE);
}

static void
test_more_letters (void)
{
  assert_near ("karimi", "karimi", FALSE);
  assert_near ("karimi", "kerimy", FALSE);
  assert_near ("karimi", "kari", FALSE);
  assert_near ("karimi", "imirak", FALSE);
  assert_near ("abcdef", "bacdfe", FALSE);
  assert_near ("abcde", "cabde", FALSE);
}

static void
test_short_words (void)
{
  assert_near ("ali", "alo", FALSE);
  assert_near ("حسن", "حسین", FALSE);
  assert_near ("sara", "sarah", TRUE);
  assert_near ("", "a", FALSE);
  assert_near ("", "", FALSE);
}

/* The textbook's table, as slow as it is: optimal string alignment. */
static int
measure_distance (const char *a,
                  const char *b)
{
  int n = strlen (a), m = strlen (b);
  int table[16][16];

  for (int i = 0; i <= n; i++)
    for (int j = 0; j <= m; j++)
      {
        int cost = i > 0 && j > 0 && a[i - 1] == b[j - 1] ? 0 : 1;

        if (i == 0 || j == 0)
          {
            table[i][j] = i + j;
            continue;
          }
        table[i][j] = MIN (MIN (table[i - 1][j], table[i][j - 1]) + 1, table[i - 1][j - 1] + cost);
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
          table[i][j] = MIN (table[i][j], table[i - 2][j - 2] + 1);
      }
  return table[n][m];
}

static void
fill (GRand *rand,
      char  *word)
{
  int length = g_rand_int_range (rand, 0, 9);

  for (int i = 0; i < length; i++)
    word[i] = (char) ('a' + g_rand_int_range (rand, 0, 3));
  word[length] = '\0';
}

static void
test_against_the_table (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  int hits = 0;

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 200000; i++)
    {
      char a[16], b[16];
      gboolean near;

      fill (rand, a);
      fill (rand, b);
      near = strlen (a) >= MESO_TEXT_NEAR_MIN && strlen (b) >= MESO_TEXT_NEAR_MIN && measure_distance (a, b) == 1;
      if (meso_text_is_near (a, b) != near)
        g_error ("“%s” and “%s”: seed %u", a, b, seed);
      hits += near;
    }
  g_assert_cmpint (hits, >, 100);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-near/one-letter", test_one_letter);
  g_test_add_func ("/text-near/more-letters", test_more_letters);
  g_test_add_func ("/text-near/short-words", test_short_words);
  g_test_add_func ("/text-near/against-the-table", test_against_the_table);

  return g_test_run ();
}
