/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-strength.h"

#include <string.h>

#include "meso-core-error.h"

static void
test_strengths_are_read (void)
{
  static const struct { const char *text; gint64 mantissa; guint scale; MesoDimension dimension; } cases[] = {
    { "5 mg/mL", 5000000, 0, MESO_DIMENSION_MASS },
    { "5mg/ml", 5000000, 0, MESO_DIMENSION_MASS },
    { "250 mg / mL", 250000000, 0, MESO_DIMENSION_MASS },
    { "5\u00a0mg /\u00a0ml", 5000000, 0, MESO_DIMENSION_MASS },
    { "۰٫۳ µg/mL", 300, 0, MESO_DIMENSION_MASS },
    { "0.0003 µg/mL", 3, 1, MESO_DIMENSION_MASS },
    { "0.05 %", 500000, 0, MESO_DIMENSION_MASS },
    { "0,05%", 500000, 0, MESO_DIMENSION_MASS },
    { "۰٫۰۵٪", 500000, 0, MESO_DIMENSION_MASS },
    { "1 %", 10000000, 0, MESO_DIMENSION_MASS },
    { "100 %", 1000000000, 0, MESO_DIMENSION_MASS },
    { "1000 mg/mL", 1000000000, 0, MESO_DIMENSION_MASS },
    { "1 g/mL", 1000000000, 0, MESO_DIMENSION_MASS },
    { "0.000000001 ng/mL", 1, 9, MESO_DIMENSION_MASS },
    { "۵ میلی\u200cگرم بر میلی\u200cلیتر", 5000000, 0, MESO_DIMENSION_MASS },
    { "۵ میلی گرم/میلی لیتر", 5000000, 0, MESO_DIMENSION_MASS },
    { "۵ میلیگرم / میلیلیتر", 5000000, 0, MESO_DIMENSION_MASS },
    { "۵ ميلي\u200cگرم در ميلي\u200cليتر", 5000000, 0, MESO_DIMENSION_MASS },
    { "۵ میلی\u200cگرم در هر میلی\u200cلیتر", 5000000, 0, MESO_DIMENSION_MASS },
    { "۵ میلی\u200cگرم در هر سی\u200cسی", 5000000, 0, MESO_DIMENSION_MASS },
    { "۵ mg در میلی\u200cلیتر", 5000000, 0, MESO_DIMENSION_MASS },
    { "۵ mg/میلی\u200cلیتر", 5000000, 0, MESO_DIMENSION_MASS },
    { "۵ میلی\u200cگرم/mL", 5000000, 0, MESO_DIMENSION_MASS },
    { "۰٫۳ میکروگرم بر میلی\u200cلیتر", 300, 0, MESO_DIMENSION_MASS },
    { "۰٫۰۵ درصد", 500000, 0, MESO_DIMENSION_MASS },
    { "۰٫۰۵درصد", 500000, 0, MESO_DIMENSION_MASS },
    { "۵۰ واحد در میلی\u200cلیتر", 50000, 0, MESO_DIMENSION_ACTIVITY },
    { "۵۰ واحد بین\u200cالمللی بر میلی\u200cلیتر", 50000, 0, MESO_DIMENSION_ACTIVITY },
    { "50 IU/mL", 50000, 0, MESO_DIMENSION_ACTIVITY },
    { "5000000 U/mL", G_GINT64_CONSTANT (5000000000), 0, MESO_DIMENSION_ACTIVITY },
    { "2.5 mIU/mL", 25, 1, MESO_DIMENSION_ACTIVITY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      MesoStrength strength;

      meso_strength_parse (cases[i].text, &strength, &error);
      g_assert_no_error (error);
      g_assert_cmpint (strength.mantissa, ==, cases[i].mantissa);
      g_assert_cmpint (strength.scale, ==, cases[i].scale);
      g_assert_cmpint (strength.dimension, ==, cases[i].dimension);
    }
}

static void
test_bad_strengths_are_refused (void)
{
  static const struct { const char *text; int code; } cases[] = {
    { NULL, MESO_CORE_ERROR_INVALID },
    { "", MESO_CORE_ERROR_INVALID },
    { "5", MESO_CORE_ERROR_INVALID },
    { "5 mg", MESO_CORE_ERROR_INVALID },
    { "5 mg/L", MESO_CORE_ERROR_INVALID },
    { "5 mg m/mL", MESO_CORE_ERROR_INVALID },
    { "5 mg / / mL", MESO_CORE_ERROR_INVALID },
    { "5 mg/mL/mL", MESO_CORE_ERROR_INVALID },
    { "5 mg/ML", MESO_CORE_ERROR_INVALID },
    { "5 میلی\u200cگرم", MESO_CORE_ERROR_INVALID },
    { "5 میلی\u200cگرم در لیتر", MESO_CORE_ERROR_INVALID },
    { "5 میلی\u200cگرم در دسی\u200cلیتر", MESO_CORE_ERROR_INVALID },
    { "5 میلی\u200cگرم در ۱۰ میلی\u200cلیتر", MESO_CORE_ERROR_INVALID },
    { "5 میلی\u200cگرم میلی\u200cلیتر", MESO_CORE_ERROR_INVALID },
    { "5 در میلی\u200cلیتر", MESO_CORE_ERROR_INVALID },
    { "5 درصد در میلی\u200cلیتر", MESO_CORE_ERROR_INVALID },
    { "5 میلی\u200cلیتر در میلی\u200cلیتر", MESO_CORE_ERROR_INVALID },
    { "5 m g در میلی\u200cلیتر", MESO_CORE_ERROR_INVALID },
    { "5 mg/mL در میلی\u200cلیتر", MESO_CORE_ERROR_INVALID },
    { "5 /mL", MESO_CORE_ERROR_INVALID },
    { "5 mL/mL", MESO_CORE_ERROR_INVALID },
    { "5 %/mL", MESO_CORE_ERROR_INVALID },
    { "5 MG/mL", MESO_CORE_ERROR_INVALID },
    { "5 mmol/mL", MESO_CORE_ERROR_INVALID },
    { "5 mmol", MESO_CORE_ERROR_INVALID },
    { "1.5.2 mg/mL", MESO_CORE_ERROR_INVALID },
    { "-5 mg/mL", MESO_CORE_ERROR_INVALID },
    { "1e3 mg/mL", MESO_CORE_ERROR_INVALID },
    { "NaN mg/mL", MESO_CORE_ERROR_INVALID },
    { "0 mg/mL", MESO_CORE_ERROR_RANGE },
    { "0 %", MESO_CORE_ERROR_RANGE },
    { "2000 mg/mL", MESO_CORE_ERROR_RANGE },
    { "1000.000001 mg/mL", MESO_CORE_ERROR_RANGE },
    { "100.1 %", MESO_CORE_ERROR_RANGE },
    { "0.0000000001 ng/mL", MESO_CORE_ERROR_RANGE },
    { "9999999999999999999 U/mL", MESO_CORE_ERROR_RANGE },
    { "9000000000000.0000000001 U/mL", MESO_CORE_ERROR_RANGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      MesoStrength strength;

      g_assert_false (meso_strength_parse (cases[i].text, &strength, &error));
      g_assert_error (error, MESO_CORE_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, "mg/mL"));
    }
}

static void
test_percent_always_shows_its_mg_per_ml (void)
{
  static const struct { const char *typed; const char *written; } cases[] = {
    { "0.05 %", "0.5\u00a0mg/mL" },
    { "5 %", "50\u00a0mg/mL" },
    { "0.3 µg/mL", "0.0003\u00a0mg/mL" },
    { "۱۰ mg/mL", "10\u00a0mg/mL" },
    { "100 U/mL", "100\u00a0IU/mL" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *written = NULL;
      MesoStrength strength;

      g_assert_true (meso_strength_parse (cases[i].typed, &strength, NULL));
      written = meso_strength_format (strength);
      g_assert_cmpstr (written, ==, cases[i].written);
    }
}

static void
test_strengths_compare_exactly (void)
{
  MesoStrength none = { 0, 0, MESO_DIMENSION_MASS };
  MesoStrength ten = { 10, 0, MESO_DIMENSION_MASS };
  MesoStrength ten_too = { G_GINT64_CONSTANT (10000000000), 9, MESO_DIMENSION_MASS };
  MesoStrength more = { G_GINT64_CONSTANT (10000000001), 9, MESO_DIMENSION_MASS };

  g_assert_cmpint (meso_strength_compare (ten, ten_too), ==, 0);
  g_assert_cmpint (meso_strength_compare (ten, more), <, 0);
  g_assert_cmpint (meso_strength_compare (more, ten), >, 0);
  g_assert_cmpint (meso_strength_compare (none, ten), <, 0);
}

static void
expect_amount (const char *text, gint64 volume_ul, gint64 amount)
{
  MesoStrength strength;
  gint64 held = -1;

  g_assert_true (meso_strength_parse (text, &strength, NULL));
  g_assert_true (meso_strength_get_amount (strength, volume_ul, &held));
  g_assert_cmpint (held, ==, amount);
}

/* Rounded half-even to the ng, and never past what can be held. */
static void
test_amount (void)
{
  MesoStrength strongest;
  gint64 held;

  expect_amount ("1 mg/mL", 2000, 2000000);
  expect_amount ("0.05 %", 1, 500);
  expect_amount ("5 IU/mL", 500, 2500);
  expect_amount ("1 mg/mL", 0, 0);
  expect_amount ("0.0005 µg/mL", 1000, 0);
  expect_amount ("0.0015 µg/mL", 1000, 2);
  expect_amount ("0.0025 µg/mL", 1000, 2);
  expect_amount ("0.002500001 µg/mL", 1000, 3);
  g_assert_true (meso_strength_parse ("1000 mg/mL", &strongest, NULL));
  g_assert_false (meso_strength_get_amount (strongest, G_MAXINT64, &held));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/strength/read", test_strengths_are_read);
  g_test_add_func ("/strength/refused", test_bad_strengths_are_refused);
  g_test_add_func ("/strength/percent", test_percent_always_shows_its_mg_per_ml);
  g_test_add_func ("/strength/amount", test_amount);
  g_test_add_func ("/strength/compare", test_strengths_compare_exactly);

  return g_test_run ();
}
