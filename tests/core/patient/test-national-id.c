/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-core-error.h"
#include "meso-national-id.h"

#define SEED 10

static void
test_valid (void)
{
  static const char *const valid[] = {
    "0932833810", "0077316894", "3798402851", "1234567891", "0499999991", "0010000003",
    "932833810", "77316894", "۰۰۷۷۳۱۶۸۹۴", "٠٠٧٧٣١٦٨٩٤", " 0077316894 ", "007-731689-4", "\u200E0077316894"
  };

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (meso_national_id_check (valid[i], &error));
      g_assert_no_error (error);
    }
}

static void
test_invalid (void)
{
  static const char *const invalid[] = {
    "0932833811", "1111111111", "0000000000", "9999999999", "00000000", "000000000", "", "7731689", "00773168940", "A123456789",
    "0077316a94", "0077316894/1", "۱۱۱۱۱۱۱۱۱۱", "\xff", "-0077316894"
  };

  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (meso_national_id_check (invalid[i], &error));
      g_assert_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID);
      g_assert_cmpstr (error->message, !=, "");
    }
}

/* The rule as a congruence: with the check digit the sum is 0 modulo 11, where the rest is 2 or more. A wrong last
 * digit never gets through. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  int n_valid = 0;

  g_test_message ("seed %d", SEED);
  for (int i = 0; i < 3000; i++)
    {
      char id[11] = { 0 };
      int sum = 0;
      int rest;

      for (int j = 0; j < 10; j++)
        {
          id[j] = '0' + (char) g_rand_int_range (rand, 0, 10);
          sum += (id[j] - '0') * (10 - j);
        }
      rest = (sum - (id[9] - '0')) % 11;

      if (rest < 2 ? id[9] - '0' != rest : sum % 11 != 0)
        {
          g_assert_false (meso_national_id_check (id, NULL));
          continue;
        }

      n_valid++;
      g_assert_true (meso_national_id_check (id, NULL));
      id[9] = id[9] == '9' ? '0' : id[9] + 1;
      g_assert_false (meso_national_id_check (id, NULL));
    }

  g_assert_cmpint (n_valid, >, 100);
}

static void
test_normalise (void)
{
  static const char *const texts[][2] = {
    { " ۰۰۷۷-۳۱۶۸۹۴ ", "0077316894" }, { "77316894", "77316894" }, { "P 1234 ۵۶", "P 1234 56" }, { "", "" },
    { "-", "-" }, { "12/34", "12/34" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *normalised = meso_national_id_normalise (texts[i][0]);

      g_assert_cmpstr (normalised, ==, texts[i][1]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/national-id/valid", test_valid);
  g_test_add_func ("/national-id/invalid", test_invalid);
  g_test_add_func ("/national-id/random", test_random);
  g_test_add_func ("/national-id/normalise", test_normalise);

  return g_test_run ();
}
