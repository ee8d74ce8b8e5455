/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-quantity-private.h"

#include <string.h>

#include "meso-core-error.h"
#include "meso-strength.h"
#include "meso-unit-words.h"

static void
test_quantities_are_read (void)
{
  static const struct { const char *text; gint64 value; MesoDimension dimension; } cases[] = {
    { "1 ng", 1, MESO_DIMENSION_MASS },
    { "1 \u00b5g", 1000, MESO_DIMENSION_MASS },
    { "1 \u03bcg", 1000, MESO_DIMENSION_MASS },
    { "1ug", 1000, MESO_DIMENSION_MASS },
    { "1 mcg", 1000, MESO_DIMENSION_MASS },
    { "1,5 mg", 1500000, MESO_DIMENSION_MASS },
    { "۱٫۵ mg", 1500000, MESO_DIMENSION_MASS },
    { "\u2066۱٫۵\u00a0mg\u2069", 1500000, MESO_DIMENSION_MASS },
    { "0.001\u202fg", 1000000, MESO_DIMENSION_MASS },
    { " 2 g ", 2000000000, MESO_DIMENSION_MASS },
    { "1 \u00b5L", 1, MESO_DIMENSION_VOLUME },
    { "1 \u03bcL", 1, MESO_DIMENSION_VOLUME },
    { "1 uL", 1, MESO_DIMENSION_VOLUME },
    { "1 ul", 1, MESO_DIMENSION_VOLUME },
    { "1 \u00b5l", 1, MESO_DIMENSION_VOLUME },
    { "0.001 mL", 1, MESO_DIMENSION_VOLUME },
    { "2.5ml", 2500, MESO_DIMENSION_VOLUME },
    { "1 L", 1000000, MESO_DIMENSION_VOLUME },
    { "1 mIU", 1, MESO_DIMENSION_ACTIVITY },
    { "50 IU", 50000, MESO_DIMENSION_ACTIVITY },
    { "۵۰ U", 50000, MESO_DIMENSION_ACTIVITY },
    { "۱ نانوگرم", 1, MESO_DIMENSION_MASS },
    { "۵ میکروگرم", 5000, MESO_DIMENSION_MASS },
    { "۵ ميكروگرم", 5000, MESO_DIMENSION_MASS },
    { "۰٫۵ میلی\u200cگرم", 500000, MESO_DIMENSION_MASS },
    { "۰٫۵ میلی گرم", 500000, MESO_DIMENSION_MASS },
    { "0.5میلیگرم", 500000, MESO_DIMENSION_MASS },
    { "۲ گرم", 2000000000, MESO_DIMENSION_MASS },
    { "۲ میلی\u200cلیتر", 2000, MESO_DIMENSION_VOLUME },
    { "۲ میلی\u00a0لیتر", 2000, MESO_DIMENSION_VOLUME },
    { "۲ ميليليتر", 2000, MESO_DIMENSION_VOLUME },
    { "۲ سی\u200cسی", 2000, MESO_DIMENSION_VOLUME },
    { "۲ سی سی", 2000, MESO_DIMENSION_VOLUME },
    { "۲سيسي", 2000, MESO_DIMENSION_VOLUME },
    { "۵ میکرولیتر", 5, MESO_DIMENSION_VOLUME },
    { "۵ میکرو لیتر", 5, MESO_DIMENSION_VOLUME },
    { "۱ لیتر", 1000000, MESO_DIMENSION_VOLUME },
    { "0.5واحد", 500, MESO_DIMENSION_ACTIVITY },
    { "۵۰ واحد بین\u200cالمللی", 50000, MESO_DIMENSION_ACTIVITY },
    { "۵۰ واحد بين المللي", 50000, MESO_DIMENSION_ACTIVITY },
    { "9223372036854775806 ng", G_GINT64_CONSTANT (9223372036854775806), MESO_DIMENSION_MASS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      MesoQuantity quantity;

      meso_quantity_parse (cases[i].text, &quantity, &error);
      g_assert_no_error (error);
      g_assert_cmpint (quantity.value, ==, cases[i].value);
      g_assert_cmpint (quantity.dimension, ==, cases[i].dimension);
    }
}

/* A refusal says how the unit is written, where that is certain. */
static void
test_refusals_tell_the_spelling (void)
{
  static const struct { const char *text; const char *said; gboolean strength; } cases[] = {
    { "5 cc", "“cc” is read wrongly too easily, write mL" },
    { "5 CC", "write mL" },
    { "5 mg/cc", "write mL", TRUE },
    { "5 MG", "“MG” has other small and capital letters here" },
    { "5 ML", "has other small and capital letters here" },
    { "5 iu", "has other small and capital letters here" },
    { "5 MG/ML", "has other small and capital letters here", TRUE },
    { "5 mg/ML", "has other small and capital letters here", TRUE },
    { "5 MIU", "the unit “MIU” isn't known here" },
    { "5 kg", "the unit “kg” isn't known here" },
    { "5 mg/L", "the unit “mg/L” isn't known here", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      MesoQuantity quantity;
      MesoStrength strength;

      g_assert_false (cases[i].strength ? meso_strength_parse (cases[i].text, &strength, &error)
                                        : meso_quantity_parse (cases[i].text, &quantity, &error));
      g_assert_nonnull (strstr (error->message, cases[i].said));
    }
}

/* What is shown has the unit as it stands on the vials. */
static void
test_words_are_rewritten (void)
{
  static const struct { const char *typed; const char *shown; } cases[] = {
    { "۵ میلی\u200cگرم", "۵\u00a0mg" },
    { " 0.5میلی گرم در هر سی سی", "0.5\u00a0mg/mL" },
    { "۰٫۵ درصد", "۰٫۵\u00a0%" },
    { "۵ mg", "۵ mg" },
    { "۵ قاشق", "۵ قاشق" },
    { "میلی\u200cگرم", "میلی\u200cگرم" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = meso_unit_words_rewrite (cases[i].typed);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_bad_quantities_are_refused (void)
{
  static const struct { const char *text; int code; } cases[] = {
    { NULL, MESO_CORE_ERROR_INVALID },
    { "", MESO_CORE_ERROR_INVALID },
    { "   ", MESO_CORE_ERROR_INVALID },
    { "mg", MESO_CORE_ERROR_INVALID },
    { "5", MESO_CORE_ERROR_INVALID },
    { "0", MESO_CORE_ERROR_INVALID },
    { "5 MG", MESO_CORE_ERROR_INVALID },
    { "5 Mg", MESO_CORE_ERROR_INVALID },
    { "5 kg", MESO_CORE_ERROR_INVALID },
    { "5 ML", MESO_CORE_ERROR_INVALID },
    { "5 cc", MESO_CORE_ERROR_INVALID },
    { "5 iu", MESO_CORE_ERROR_INVALID },
    { "5 mg/mL", MESO_CORE_ERROR_INVALID },
    { "5 %", MESO_CORE_ERROR_INVALID },
    { "5 mmol", MESO_CORE_ERROR_INVALID },
    { "5 میلی", MESO_CORE_ERROR_INVALID },
    { "5 لیتر گرم", MESO_CORE_ERROR_INVALID },
    { "5 کیلوگرم", MESO_CORE_ERROR_INVALID },
    { "5 دسی\u200cلیتر", MESO_CORE_ERROR_INVALID },
    { "5 درصد", MESO_CORE_ERROR_INVALID },
    { "5 میلی\u200cمول", MESO_CORE_ERROR_INVALID },
    { "5 میلی\u200cگرم در میلی\u200cلیتر", MESO_CORE_ERROR_INVALID },
    { "5 میلی\u200cگرم 5", MESO_CORE_ERROR_INVALID },
    { "1 500 mg", MESO_CORE_ERROR_INVALID },
    { "1'500 mg", MESO_CORE_ERROR_INVALID },
    { "1,500.5 mg", MESO_CORE_ERROR_INVALID },
    { "1.5.2 mg", MESO_CORE_ERROR_INVALID },
    { "1٬500 mg", MESO_CORE_ERROR_INVALID },
    { "1e3 mg", MESO_CORE_ERROR_INVALID },
    { "1E3 mg", MESO_CORE_ERROR_INVALID },
    { "0x10 mg", MESO_CORE_ERROR_INVALID },
    { "1/2 mg", MESO_CORE_ERROR_INVALID },
    { "NaN", MESO_CORE_ERROR_INVALID },
    { "NaN mg", MESO_CORE_ERROR_INVALID },
    { "inf mg", MESO_CORE_ERROR_INVALID },
    { "-1 mg", MESO_CORE_ERROR_INVALID },
    { "+1 mg", MESO_CORE_ERROR_INVALID },
    { "−1 mg", MESO_CORE_ERROR_INVALID },
    { ".5 mg", MESO_CORE_ERROR_INVALID },
    { "5. mg", MESO_CORE_ERROR_INVALID },
    { "5 mg 5 mg", MESO_CORE_ERROR_INVALID },
    { "5 mg;", MESO_CORE_ERROR_INVALID },
    { "5 mg\n", -1 },
    { "\xff 5 mg", MESO_CORE_ERROR_INVALID },
    { "0 mg", MESO_CORE_ERROR_RANGE },
    { "0.0 mg", MESO_CORE_ERROR_RANGE },
    { "۰ mL", MESO_CORE_ERROR_RANGE },
    { "0.5 ng", MESO_CORE_ERROR_RANGE },
    { "0.0005 mL", MESO_CORE_ERROR_RANGE },
    { "0.0001 IU", MESO_CORE_ERROR_RANGE },
    { "9223372036854775808 ng", MESO_CORE_ERROR_RANGE },
    { "9999999999999999999 mg", MESO_CORE_ERROR_RANGE },
    { "99999999999999999999999999999999999999999999 mg", MESO_CORE_ERROR_RANGE },
    { "340282366920938463463374607431768211455 mg", MESO_CORE_ERROR_RANGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      MesoQuantity quantity;
      gboolean done = meso_quantity_parse (cases[i].text, &quantity, &error);

      if (cases[i].code < 0)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_false (done);
      g_assert_error (error, MESO_CORE_ERROR, cases[i].code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_nonnull (strstr (error->message, "for example"));
    }
}

static void
test_mmol_needs_a_molar_mass (void)
{
  MesoStrength strength;
  MesoExactAmount amount;

  /* zinc: 65.38 mg per mmol */
  g_assert_true (meso_strength_parse_molar ("0.5 mmol/mL", 65380, &strength, NULL));
  g_assert_cmpint (strength.mantissa, ==, 32690000);
  g_assert_cmpint (strength.dimension, ==, MESO_DIMENSION_MASS);
  g_assert_true (meso_exact_amount_parse ("0.01 mmol", 65380, &amount, NULL));
  g_assert_cmpuint ((guint64) amount.value.digits, ==, 653800);
  g_assert_false (meso_strength_parse_molar ("0.5 mmol/mL", 0, &strength, NULL));
  g_assert_false (meso_exact_amount_parse ("0.01 mmol", 0, &amount, NULL));
  g_assert_false (meso_strength_parse_molar ("20 mmol/mL", 65380, &strength, NULL));
}

static void
test_amounts_keep_what_is_finer_than_the_unit (void)
{
  MesoExactAmount amount;

  g_assert_true (meso_exact_amount_parse ("1.5 ng", 0, &amount, NULL));
  g_assert_cmpuint ((guint64) amount.value.digits, ==, 15);
  g_assert_cmpuint (amount.value.scale, ==, 1);
  g_assert_false (meso_exact_amount_parse ("0.0000000001 ng", 0, &amount, NULL));
  g_assert_false (meso_exact_amount_parse ("1 mL", 0, &amount, NULL));
  g_assert_false (meso_exact_amount_parse ("0 mg", 0, &amount, NULL));
}

static void
test_only_a_dead_space_may_be_zero (void)
{
  gint64 volume_ul = -1;

  g_assert_true (meso_volume_parse ("0 mL", TRUE, &volume_ul, NULL));
  g_assert_cmpint (volume_ul, ==, 0);
  g_assert_false (meso_volume_parse ("0 mL", FALSE, &volume_ul, NULL));
  g_assert_true (meso_volume_parse ("0.05 mL", TRUE, &volume_ul, NULL));
  g_assert_cmpint (volume_ul, ==, 50);
  g_assert_false (meso_volume_parse ("0.0005 mL", TRUE, &volume_ul, NULL));
  g_assert_false (meso_volume_parse ("5 mg", TRUE, &volume_ul, NULL));
}

static void
assert_writes (gint64 value, MesoDimension dimension, MesoMassUnit unit, const char *expected)
{
  g_autofree char *text = meso_quantity_format ((MesoQuantity) { value, dimension }, unit);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_amounts_are_written_as_a_clinic_does (void)
{
  assert_writes (3000000, MESO_DIMENSION_MASS, MESO_MASS_UNIT_BY_SIZE, "3\u00a0mg");
  assert_writes (500000, MESO_DIMENSION_MASS, MESO_MASS_UNIT_BY_SIZE, "0.5\u00a0mg");
  assert_writes (60000, MESO_DIMENSION_MASS, MESO_MASS_UNIT_BY_SIZE, "60\u00a0\u00b5g");
  assert_writes (60000, MESO_DIMENSION_MASS, MESO_MASS_UNIT_MG, "0.06\u00a0mg");
  assert_writes (300, MESO_DIMENSION_MASS, MESO_MASS_UNIT_BY_SIZE, "0.3\u00a0\u00b5g");
  assert_writes (7, MESO_DIMENSION_MASS, MESO_MASS_UNIT_BY_SIZE, "7\u00a0ng");
  assert_writes (0, MESO_DIMENSION_MASS, MESO_MASS_UNIT_BY_SIZE, "0\u00a0ng");
  assert_writes (1500000000, MESO_DIMENSION_MASS, MESO_MASS_UNIT_BY_SIZE, "1.5\u00a0g");
  assert_writes (4000, MESO_DIMENSION_VOLUME, MESO_MASS_UNIT_BY_SIZE, "4\u00a0mL");
  assert_writes (2500, MESO_DIMENSION_VOLUME, MESO_MASS_UNIT_BY_SIZE, "2.5\u00a0mL");
  assert_writes (1, MESO_DIMENSION_VOLUME, MESO_MASS_UNIT_BY_SIZE, "0.001\u00a0mL");
  assert_writes (150000, MESO_DIMENSION_ACTIVITY, MESO_MASS_UNIT_BY_SIZE, "150\u00a0IU");
}

/* Any amount that is written reads as the same amount. */
static void
test_written_amounts_read_the_same (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 20000; i++)
    {
      gint64 value = (((gint64) g_rand_int (rand) << 31) | g_rand_int (rand)) >> g_rand_int_range (rand, 0, 60);
      MesoQuantity quantity = { MAX (value, 1), (MesoDimension) g_rand_int_range (rand, 0, 3) };
      MesoMassUnit unit = (MesoMassUnit) g_rand_int_range (rand, MESO_MASS_UNIT_BY_SIZE, MESO_MASS_UNIT_G + 1);
      g_autofree char *text = meso_quantity_format (quantity, unit);
      g_autoptr (GError) error = NULL;
      MesoQuantity again;

      meso_quantity_parse (text, &again, &error);
      g_assert_no_error (error);
      g_assert_cmpint (again.value, ==, quantity.value);
      g_assert_cmpint (again.dimension, ==, quantity.dimension);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quantity/read", test_quantities_are_read);
  g_test_add_func ("/quantity/spelling", test_refusals_tell_the_spelling);
  g_test_add_func ("/quantity/rewrite", test_words_are_rewritten);
  g_test_add_func ("/quantity/refused", test_bad_quantities_are_refused);
  g_test_add_func ("/quantity/mmol", test_mmol_needs_a_molar_mass);
  g_test_add_func ("/quantity/finer-than-the-unit", test_amounts_keep_what_is_finer_than_the_unit);
  g_test_add_func ("/quantity/dead-space", test_only_a_dead_space_may_be_zero);
  g_test_add_func ("/quantity/written", test_amounts_are_written_as_a_clinic_does);
  g_test_add_func ("/quantity/written-amounts-read-the-same", test_written_amounts_read_the_same);
  return g_test_run ();
}
