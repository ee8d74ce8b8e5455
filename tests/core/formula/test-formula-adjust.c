/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-adjust.h"

#include "formula-fixture.h"
#include "meso-core-error.h"

#define ROUNDS 20000

static MesoProtocol *protocol;

static const MesoFormulaItem *
get_item (const MesoFormula *formula, guint index)
{
  return g_ptr_array_index (formula->items, index);
}

static void
assert_adjustment (const GPtrArray *adjustments, guint index, gint64 before_ul, gint64 after_ul, gboolean exact)
{
  const MesoFormulaAdjustment *adjustment = g_ptr_array_index (adjustments, index);

  g_assert_cmpint (adjustment->before_ul, ==, before_ul);
  g_assert_cmpint (adjustment->after_ul, ==, after_ul);
  g_assert_cmpint (adjustment->exact, ==, exact);
}

/* The contract's own example, half as much again: 5 mL → 7.5 mL */
static void
test_scaling_multiplies_everything (void)
{
  g_autoptr (MesoFormula) formula = formula_fixture_read (
    "ingredient=zinc|strength=1 mg/mL|volume=2 mL|ingredient=biotin|strength=5 mg/mL|amount=10 mg"
    "|diluent=saline|to=5 mL|points=50|per-point=0.1 mL");
  g_autoptr (GPtrArray) adjustments = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MesoFormula) scaled = meso_formula_scale (protocol, formula, 7500, &adjustments, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (get_item (scaled, 0)->volume, ==, "3\u00a0mL");
  g_assert_cmpstr (get_item (scaled, 0)->strength, ==, "1 mg/mL");
  g_assert_cmpstr (get_item (scaled, 1)->amount, ==, "15\u00a0mg");
  g_assert_null (get_item (scaled, 1)->volume);
  g_assert_cmpstr (scaled->to_volume, ==, "7.5\u00a0mL");
  g_assert_cmpint (scaled->points, ==, 50);
  g_assert_cmpstr (scaled->volume_per_point, ==, "0.1 mL");
  g_assert_cmpuint (adjustments->len, ==, 3);
  assert_adjustment (adjustments, 0, 2000, 3000, TRUE);
  assert_adjustment (adjustments, 1, 2000, 3000, TRUE);
  assert_adjustment (adjustments, 2, 5000, 7500, TRUE);
  g_assert_cmpuint (((MesoFormulaAdjustment *) g_ptr_array_index (adjustments, 2))->item, ==, MESO_FORMULA_FILL_UP);
}

/* A third of 1 mL isn't a whole µL; a half goes to the even neighbour. */
static void
test_what_scaling_rounds_is_said (void)
{
  g_autoptr (MesoFormula) formula = formula_fixture_read (
    "ingredient=zinc|salt=zinc-sulfate|strength=1 mg/mL|volume=1 mL|ingredient=zinc|strength=1 mg/mL|volume=0.005 mL"
    "|ingredient=biotin|strength=1 mg/mL|amount=1 mg|product=vitamin-vial|volume=0.995 mL");
  g_autoptr (GPtrArray) third = NULL;
  g_autoptr (GPtrArray) half = NULL;
  g_autoptr (MesoFormula) one = meso_formula_scale (protocol, formula, 1000, &third, NULL);
  g_autoptr (MesoFormula) two = meso_formula_scale (protocol, formula, 1500, &half, NULL);

  g_assert_cmpstr (get_item (one, 0)->volume, ==, "0.333\u00a0mL");
  g_assert_cmpstr (get_item (one, 0)->salt, ==, "zinc-sulfate");
  g_assert_cmpstr (get_item (one, 2)->amount, ==, "0.333333\u00a0mg");
  assert_adjustment (third, 0, 1000, 333, FALSE);
  assert_adjustment (third, 2, 1000, 333, FALSE);
  g_assert_cmpstr (get_item (two, 1)->volume, ==, "0.002\u00a0mL");
  assert_adjustment (half, 1, 5, 2, FALSE);
  assert_adjustment (half, 2, 1000, 500, TRUE);
  assert_adjustment (half, 3, 995, 498, FALSE);
}

static void
assert_refused (const char *line, gint64 to_ul, const char *path)
{
  g_autoptr (MesoFormula) formula = formula_fixture_read (line);
  g_autoptr (GPtrArray) adjustments = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (meso_formula_scale (protocol, formula, to_ul, &adjustments, &error));
  g_assert_true (error->domain == MESO_CORE_ERROR);
  g_assert_true (g_str_has_prefix (error->message, path));
  g_assert_null (adjustments);
}

static void
test_scaling_refuses_what_would_vanish (void)
{
  const char *line = "ingredient=zinc|strength=1 mg/mL|volume=2 mL|ingredient=biotin|strength=5 mg/mL|volume=0.001 mL";

  assert_refused (line, 500, "items[1].volume: ");
  assert_refused (line, 0, "items[0].volume: ");
  assert_refused (line, -5, "items[0].volume: ");
  assert_refused (line, G_MAXINT64, "items[0].volume: ");
  assert_refused ("ingredient=zinc|strength=1 mg/mL|amount=1 ng", 5, "items[0].amount: ");
  assert_refused ("ingredient=zinc|strength=10 mg/mL|amount=10 µg|diluent=saline|to=10 mL", 1, "items[0].amount: ");
  assert_refused ("ingredient=zinc|strength=x|volume=2 mL", 5000, "items[0].strength: ");
}

/* 0.333 mL on the marks of each syringe; what the mark doesn't show is after − before. */
static void
test_rounding_to_marks (void)
{
  static const struct { gint64 size_ul; gint64 after_ul; } cases[] = {
    { 1000, 330 }, { 2500, 300 }, { 3000, 300 }, { 5000, 400 }, { 10000, 400 }, { 0, 330 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MesoFormula) formula = formula_fixture_read (
        "ingredient=biotin|strength=3 mg/mL|amount=1 mg|ingredient=zinc|strength=1 mg/mL|volume=2 mL|diluent=saline|to=4.95 mL");
      g_autoptr (GPtrArray) adjustments = NULL;
      g_autoptr (MesoFormula) rounded =
        meso_formula_round_to_marks (protocol, formula, meso_syringe_find (cases[i].size_ul), &adjustments, NULL);

      assert_adjustment (adjustments, 0, 333, cases[i].after_ul, FALSE);
      g_assert_null (get_item (rounded, 0)->amount);
      assert_adjustment (adjustments, 1, 2000, 2000, TRUE);
      g_assert_cmpstr (get_item (rounded, 1)->volume, ==, "2 mL");
    }
}

static void
test_less_than_half_a_mark_stays (void)
{
  g_autoptr (MesoFormula) formula = formula_fixture_read (
    "ingredient=biotin|strength=3 mg/mL|volume=0.005 mL|ingredient=zinc|strength=1 mg/mL|volume=0.006 mL");
  g_autoptr (GPtrArray) adjustments = NULL;
  g_autoptr (MesoFormula) rounded = meso_formula_round_to_marks (protocol, formula, NULL, &adjustments, NULL);
  const MesoFormulaAdjustment *biotin = g_ptr_array_index (adjustments, 0);

  g_assert_true (biotin->too_little);
  assert_adjustment (adjustments, 0, 5, 5, FALSE);
  g_assert_cmpstr (get_item (rounded, 0)->volume, ==, "0.005 mL");
  assert_adjustment (adjustments, 1, 6, 10, FALSE);
  g_assert_cmpstr (get_item (rounded, 1)->volume, ==, "0.01\u00a0mL");
}

static void
test_the_smallest_syringe_has_the_finest_marks (void)
{
  guint n;
  const MesoSyringe *all = meso_syringe_list (&n);

  for (guint i = 1; i < n; i++)
    {
      g_assert_cmpint (all[i].size_ul, >, all[i - 1].size_ul);
      g_assert_cmpint (all[i].mark_ul, >=, all[i - 1].mark_ul);
      g_assert_cmpint (all[i].size_ul % all[i].mark_ul, ==, 0);
      g_assert_true (meso_syringe_find_for (all[i].size_ul) == &all[i]);
      g_assert_true (meso_syringe_find_for (all[i - 1].size_ul + 1) == &all[i]);
      g_assert_true (meso_syringe_find (all[i].size_ul) == &all[i]);
    }
  g_assert_null (meso_syringe_find (1500));
  g_assert_true (meso_syringe_find_for (G_MAXINT64) == &all[n - 1]);
  g_assert_cmpint (meso_syringe_round (&all[0], 5), ==, 0);
  g_assert_cmpint (meso_syringe_round (&all[0], 15), ==, 20);
  g_assert_cmpint (meso_syringe_round (&all[0], 25), ==, 20);
  g_assert_cmpint (meso_syringe_round (&all[n - 1], G_MAXINT64), >, 0);
}

static void
test_splitting (void)
{
  MesoSyringeSplit split;

  g_assert_true (meso_syringe_split_evenly (5000, 3, 1, &split));
  g_assert_cmpint (split.each_ul, ==, 1666);
  g_assert_cmpint (split.rest_ul, ==, 2);
  g_assert_true (meso_syringe_split_evenly (5000, 3, 100, &split));
  g_assert_cmpint (split.each_ul, ==, 1600);
  g_assert_cmpint (split.rest_ul, ==, 200);
  g_assert_false (meso_syringe_split_evenly (5, 6, 1, &split));
  g_assert_false (meso_syringe_split_evenly (5000, 0, 1, &split));
  g_assert_false (meso_syringe_split_evenly (5000, -2, 1, &split));
  g_assert_true (meso_syringe_split_by_size (7400, 2500, &split));
  g_assert_cmpint (split.count, ==, 2);
  g_assert_cmpint (split.rest_ul, ==, 2400);
  g_assert_false (meso_syringe_split_by_size (900, 1000, &split));
  g_assert_false (meso_syringe_split_by_size (900, 0, &split));
}

/* Nothing is made or lost, and no syringe could have a step more. */
static void
test_a_split_conserves_the_sum (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int i = 0; i < ROUNDS; i++)
    {
      gint64 total_ul = g_rand_int_range (rand, 1, 20000);
      gint64 count = g_rand_int_range (rand, 1, 40);
      gint64 step_ul = g_rand_boolean (rand) ? 1 : g_rand_int_range (rand, 1, 300);
      MesoSyringeSplit split;

      if (meso_syringe_split_evenly (total_ul, count, step_ul, &split))
        {
          g_assert_cmpint (split.each_ul % step_ul, ==, 0);
          g_assert_cmpint (split.rest_ul, <, count * step_ul);
        }
      g_assert_cmpint (split.count * split.each_ul + split.rest_ul, ==, total_ul);
      g_assert_cmpint (split.rest_ul, >=, 0);
      if (meso_syringe_split_by_size (total_ul, step_ul, &split))
        g_assert_cmpint (split.rest_ul, <, step_ul);
      g_assert_cmpint (split.count * split.each_ul + split.rest_ul, ==, total_ul);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  protocol = formula_fixture_open ();
  g_test_add_func ("/formula-adjust/scale", test_scaling_multiplies_everything);
  g_test_add_func ("/formula-adjust/scale-rounds", test_what_scaling_rounds_is_said);
  g_test_add_func ("/formula-adjust/scale-refuses", test_scaling_refuses_what_would_vanish);
  g_test_add_func ("/formula-adjust/marks", test_rounding_to_marks);
  g_test_add_func ("/formula-adjust/half-a-mark", test_less_than_half_a_mark_stays);
  g_test_add_func ("/formula-adjust/syringes", test_the_smallest_syringe_has_the_finest_marks);
  g_test_add_func ("/formula-adjust/split", test_splitting);
  g_test_add_func ("/formula-adjust/split-sum", test_a_split_conserves_the_sum);
  status = g_test_run ();
  meso_protocol_unref (protocol);
  return status;
}
