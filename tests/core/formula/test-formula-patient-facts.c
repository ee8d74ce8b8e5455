/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-check.h"

static void
test_new (void)
{
  g_autoptr(MesoFormulaPatient) nobody = meso_formula_patient_new ();

  g_assert_cmpint (nobody->sex, ==, MESO_SEX_UNKNOWN);
  g_assert_cmpint (nobody->weight_g, ==, 0);
  g_assert_null (nobody->allergies);
  g_assert_cmpuint (nobody->excluded->len, ==, 0);
  meso_formula_patient_free (NULL);
}

/* Not asked stays not asked, and none known stays none known. */
static void
test_copy (void)
{
  const MesoFormulaPatient nothing = { .sex = MESO_SEX_MALE, .weight_g = 70000 };
  g_autoptr(MesoFormulaPatient) unasked = meso_formula_patient_copy (&nothing);
  g_autoptr(MesoFormulaPatient) original = meso_formula_patient_new ();
  g_autoptr(MesoFormulaPatient) none_known = NULL;
  g_autoptr(MesoFormulaPatient) copy = NULL;

  g_assert_cmpint (unasked->sex, ==, MESO_SEX_MALE);
  g_assert_cmpint (unasked->weight_g, ==, 70000);
  g_assert_null (unasked->allergies);
  g_assert_cmpuint (unasked->excluded->len, ==, 0);

  original->allergies = g_ptr_array_new_with_free_func (g_free);
  none_known = meso_formula_patient_copy (original);
  g_assert_nonnull (none_known->allergies);
  g_assert_cmpuint (none_known->allergies->len, ==, 0);

  g_ptr_array_add (original->allergies, g_strdup ("latex"));
  g_ptr_array_add (original->excluded, g_strdup ("minoxidil"));
  copy = meso_formula_patient_copy (original);
  g_ptr_array_set_size (original->allergies, 0);
  g_ptr_array_set_size (original->excluded, 0);
  g_assert_cmpstr (g_ptr_array_index (copy->allergies, 0), ==, "latex");
  g_assert_cmpstr (g_ptr_array_index (copy->excluded, 0), ==, "minoxidil");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/formula-patient-facts/new", test_new);
  g_test_add_func ("/core/formula-patient-facts/copy", test_copy);

  return g_test_run ();
}
