/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-core-error.h"
#include "meso-decimal.h"

static void
assert_reads (const char *text, const char *number, const char *rest)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *written = NULL;
  MesoDecimal decimal;
  const char *end;

  meso_decimal_parse (text, &end, &decimal, &error);
  g_assert_no_error (error);
  written = meso_decimal_to_string (decimal);
  g_assert_cmpstr (written, ==, number);
  g_assert_cmpstr (end, ==, rest);
}

static void
test_reads_every_digit_form (void)
{
  assert_reads ("1.5", "1.5", "");
  assert_reads ("1,5 mg", "1.5", " mg");
  assert_reads ("1٫5", "1.5", "");
  assert_reads ("۱٫۵", "1.5", "");
  assert_reads ("۱.۵mg", "1.5", "mg");
  assert_reads ("٠٫٢٥", "0.25", "");
  assert_reads ("１２", "12", "");
  assert_reads ("०.५", "0.5", "");
  assert_reads ("007", "7", "");
  assert_reads ("4.000", "4", "");
  assert_reads ("0,250", "0.25", "");
  assert_reads ("1500,250", "1500.25", "");
  assert_reads ("1,5000", "1.5", "");
  assert_reads ("۱٫۵۰۰", "1.5", "");
  assert_reads ("0", "0", "");
  assert_reads ("0.0", "0", "");
  assert_reads ("100", "100", "");
  assert_reads ("0.000000001", "0.000000001", "");
  assert_reads ("10.50", "10.5", "");
  assert_reads ("1e3", "1", "e3");
  assert_reads ("340282366920938463463374607431768211455", "340282366920938463463374607431768211455", "");
}

static void
assert_refuses (const char *text, int code)
{
  g_autoptr (GError) error = NULL;
  MesoDecimal decimal;
  const char *end;

  g_assert_false (meso_decimal_parse (text, &end, &decimal, &error));
  g_assert_error (error, MESO_CORE_ERROR, code);
}

static void
test_refuses_what_is_no_number (void)
{
  static const char *const texts[] = {
    "", "NaN", "inf", "-1", "+1", "−1", ".5", ",5", "5.", "5, ", "1.5.2", "1,5,2", "1.5,2", "1,500.5", "۱٫۵٫۲",
    "1٬500", "1.5٬000", "1,500,000", "½", "²", "mg", " 1", "x1", "Ⅳ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_refuses (texts[i], MESO_CORE_ERROR_INVALID);
  assert_refuses ("340282366920938463463374607431768211456", MESO_CORE_ERROR_RANGE);
  assert_refuses ("0.9999999999999999999999999999999999999999999", MESO_CORE_ERROR_RANGE);
}

static void
test_multiplies_exactly (void)
{
  MesoDecimal half = { 5, 1 };
  MesoDecimal large = { ~(MesoWide) 0, 0 };
  MesoDecimal large_fraction = { ~(MesoWide) 0, 3 };
  g_autofree char *text = NULL;

  g_assert_true (meso_decimal_multiply (&half, 1000000));
  text = meso_decimal_to_string (half);
  g_assert_cmpstr (text, ==, "500000");
  g_assert_false (meso_decimal_multiply (&large, 2));
  g_assert_true (large.digits == ~(MesoWide) 0 && large.scale == 0);
  g_assert_true (meso_decimal_multiply (&large, 0));
  g_assert_true (large.digits == 0);
  /* the tens of the factor only move the mark */
  g_assert_true (meso_decimal_multiply (&large_fraction, 1000));
  g_assert_cmpuint (large_fraction.scale, ==, 0);
}

static void
assert_rounds (guint64 numerator, guint64 denominator, guint64 quotient, gboolean exact)
{
  gboolean is_exact;

  g_assert_cmpuint ((guint64) meso_wide_divide_half_even (numerator, denominator, &is_exact), ==, quotient);
  g_assert_cmpint (is_exact, ==, exact);
}

static void
test_rounds_half_to_even (void)
{
  assert_rounds (0, 7, 0, TRUE);
  assert_rounds (14, 7, 2, TRUE);
  assert_rounds (1, 2, 0, FALSE);
  assert_rounds (3, 2, 2, FALSE);
  assert_rounds (5, 2, 2, FALSE);
  assert_rounds (7, 2, 4, FALSE);
  assert_rounds (51, 100, 1, FALSE);
  assert_rounds (49, 100, 0, FALSE);
  assert_rounds (10, 3, 3, FALSE);
  assert_rounds (11, 3, 4, FALSE);
  assert_rounds (G_MAXUINT64, G_MAXUINT64, 1, TRUE);
}

static void
test_wide_says_when_it_overflows (void)
{
  MesoWide half = (MesoWide) 1 << 127;
  MesoWide result;

  g_assert_false (meso_wide_add (half, half, &result));
  g_assert_false (meso_wide_multiply (half, 2, &result));
  g_assert_true (meso_wide_add (half, half - 1, &result));
  g_assert_true (result == ~(MesoWide) 0);
  g_assert_true (meso_wide_divide_half_even (result, half, NULL) == 2);
  g_assert_true (meso_wide_power_of_ten (0) == 1);
  g_assert_true (meso_wide_power_of_ten (38) / meso_wide_power_of_ten (37) == 10);
  g_assert_true (meso_wide_gcd (12, 18) == 6 && meso_wide_gcd (0, 5) == 5 && meso_wide_gcd (5, 0) == 5);
}

/* What is written and read again is the same, whatever the mark and the digits. */
static void
test_written_numbers_read_the_same (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 20000; i++)
    {
      MesoDecimal decimal = { ((MesoWide) g_rand_int (rand) << 32) | g_rand_int (rand), g_rand_int_range (rand, 0, 25) };
      g_autofree char *text = meso_decimal_to_string (decimal);
      g_autofree char *again = NULL;
      MesoDecimal read;
      const char *end;

      if (g_rand_boolean (rand))
        g_strdelimit (text, ".", ',');
      g_assert_true (meso_decimal_parse (text, &end, &read, NULL));
      g_assert_cmpstr (end, ==, "");
      again = meso_decimal_to_string (read);
      g_strdelimit (text, ",", '.');
      g_assert_cmpstr (again, ==, text);
    }
}

/* A person who types it is asked; the parser reads a fraction, as the command line promises. */
static void
test_asks_about_thousands (void)
{
  static const char *const ambiguous[] = { "1,500", "12,500 mg", "250,000", "۱,۵۰۰" };
  static const char *const plain[] = { "0,250", "1500,250", "1,5000", "1,50", "۱٫۵۰۰", "1.500", "mg", "" };

  for (guint i = 0; i < G_N_ELEMENTS (ambiguous); i++)
    g_assert_true (meso_decimal_is_ambiguous (ambiguous[i]));
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    g_assert_false (meso_decimal_is_ambiguous (plain[i]));
  assert_reads ("1,500", "1.5", "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decimal/reads-every-digit-form", test_reads_every_digit_form);
  g_test_add_func ("/decimal/refuses-what-is-no-number", test_refuses_what_is_no_number);
  g_test_add_func ("/decimal/multiplies-exactly", test_multiplies_exactly);
  g_test_add_func ("/decimal/rounds-half-to-even", test_rounds_half_to_even);
  g_test_add_func ("/decimal/wide-says-when-it-overflows", test_wide_says_when_it_overflows);
  g_test_add_func ("/decimal/written-numbers-read-the-same", test_written_numbers_read_the_same);
  g_test_add_func ("/core/decimal/asks-about-thousands", test_asks_about_thousands);
  return g_test_run ();
}
