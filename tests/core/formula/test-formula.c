/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula.h"

static MesoFormula *
make_formula (void)
{
  MesoFormula *formula = meso_formula_new ();
  MesoFormulaItem *item = meso_formula_item_new ();

  item->ingredient = g_strdup ("zinc");
  item->strength = g_strdup ("1 mg/mL");
  item->volume = g_strdup ("2 mL");
  g_ptr_array_add (formula->items, item);
  item = meso_formula_item_new ();
  item->product = g_strdup ("vial");
  item->amount = g_strdup ("kept as typed");
  g_ptr_array_add (formula->items, item);
  formula->diluent = g_strdup ("saline");
  formula->to_volume = g_strdup ("5 mL");
  formula->points = 50;
  formula->volume_per_point = g_strdup ("0.1 mL");
  formula->dead_space = g_strdup ("0 mL");
  return formula;
}

static void
test_copy_is_deep_and_complete (void)
{
  g_autoptr (MesoFormula) formula = make_formula ();
  g_autoptr (MesoFormula) copy = meso_formula_copy (formula);
  const MesoFormulaItem *first, *second;

  g_clear_pointer (&formula, meso_formula_free);
  g_assert_cmpuint (copy->items->len, ==, 2);
  first = g_ptr_array_index (copy->items, 0);
  second = g_ptr_array_index (copy->items, 1);
  g_assert_cmpstr (first->ingredient, ==, "zinc");
  g_assert_cmpstr (first->strength, ==, "1 mg/mL");
  g_assert_cmpstr (first->volume, ==, "2 mL");
  g_assert_null (first->product);
  g_assert_null (first->amount);
  g_assert_cmpstr (second->product, ==, "vial");
  g_assert_cmpstr (second->amount, ==, "kept as typed");
  g_assert_cmpstr (copy->diluent, ==, "saline");
  g_assert_cmpstr (copy->to_volume, ==, "5 mL");
  g_assert_cmpint (copy->points, ==, 50);
  g_assert_cmpstr (copy->volume_per_point, ==, "0.1 mL");
  g_assert_cmpstr (copy->dead_space, ==, "0 mL");
}

static void
test_new_is_empty (void)
{
  g_autoptr (MesoFormula) formula = meso_formula_new ();
  g_autoptr (MesoFormula) copy = meso_formula_copy (formula);

  g_assert_cmpuint (copy->items->len, ==, 0);
  g_assert_null (copy->diluent);
  g_assert_cmpint (copy->points, ==, 0);
  meso_formula_free (NULL);
  meso_formula_item_free (NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formula/copy", test_copy_is_deep_and_complete);
  g_test_add_func ("/formula/new", test_new_is_empty);
  return g_test_run ();
}
