/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-mapping.h"

#define HEADERS(...) ((const char *const[]) { __VA_ARGS__, NULL })

static void
test_guess (void)
{
  g_autoptr(MesoPatientMapping) mapping =
    meso_patient_mapping_new (HEADERS ("نام", "نام خانوادگی", "تلفن", "موبایل", "بیمه", "birth_date", "birth_date_persian"));

  g_assert_cmpuint (mapping->n_columns, ==, 7);
  g_assert_cmpint (mapping->fields[0], ==, MESO_IMPORT_FIELD_GIVEN_NAME);
  g_assert_cmpint (mapping->fields[1], ==, MESO_IMPORT_FIELD_FAMILY_NAME);
  g_assert_cmpint (mapping->fields[2], ==, MESO_IMPORT_FIELD_PHONE);
  g_assert_cmpint (mapping->fields[3], ==, MESO_IMPORT_FIELD_SECOND_PHONE);
  g_assert_cmpint (mapping->fields[4], ==, MESO_IMPORT_FIELD_NONE);
  g_assert_cmpint (mapping->fields[5], ==, MESO_IMPORT_FIELD_BIRTH_DATE);
  g_assert_cmpint (mapping->fields[6], ==, MESO_IMPORT_FIELD_NONE);
  g_assert_cmpint (meso_patient_mapping_find_problem (mapping, NULL), ==, MESO_PATIENT_MAPPING_FINE);
}

static void
test_name (void)
{
  g_autoptr(MesoPatientMapping) both = meso_patient_mapping_new (HEADERS ("Name", "Surname"));
  g_autoptr(MesoPatientMapping) three = meso_patient_mapping_new (HEADERS ("Patient", "First name", "Surname"));
  g_autoptr(MesoPatientMapping) alone = meso_patient_mapping_new (HEADERS ("Name", "Phone"));

  g_assert_cmpint (both->fields[0], ==, MESO_IMPORT_FIELD_GIVEN_NAME);
  g_assert_cmpint (three->fields[0], ==, MESO_IMPORT_FIELD_NONE);
  g_assert_cmpint (alone->fields[0], ==, MESO_IMPORT_FIELD_FULL_NAME);
  g_assert_cmpint (meso_patient_mapping_find_problem (alone, NULL), ==, MESO_PATIENT_MAPPING_FINE);
}

static void
test_problems (void)
{
  g_autoptr(MesoPatientMapping) mapping = meso_patient_mapping_new (HEADERS ("given_name", "x", "phone"));
  g_autoptr(MesoPatientMapping) copy = NULL;
  MesoImportField twice = MESO_IMPORT_FIELD_NONE;

  mapping->fields[0] = MESO_IMPORT_FIELD_NONE;
  g_assert_cmpint (meso_patient_mapping_find_problem (mapping, NULL), ==, MESO_PATIENT_MAPPING_NO_NAME);
  mapping->fields[0] = MESO_IMPORT_FIELD_FULL_NAME;
  mapping->fields[1] = MESO_IMPORT_FIELD_FAMILY_NAME;
  g_assert_cmpint (meso_patient_mapping_find_problem (mapping, &twice), ==, MESO_PATIENT_MAPPING_TWICE);
  g_assert_cmpint (twice, ==, MESO_IMPORT_FIELD_FAMILY_NAME);
  mapping->fields[1] = MESO_IMPORT_FIELD_KEEP;
  mapping->fields[2] = MESO_IMPORT_FIELD_KEEP;
  copy = meso_patient_mapping_copy (mapping);
  g_assert_cmpint (meso_patient_mapping_find_problem (copy, &twice), ==, MESO_PATIENT_MAPPING_FINE);
}

static void
test_headers (void)
{
  g_autoptr(MesoPatientMapping) mapping = meso_patient_mapping_new (HEADERS ("a", " b ", "c", "c", "2"));

  g_assert_cmpint (meso_patient_mapping_find_header (mapping, "b"), ==, 1);
  g_assert_cmpint (meso_patient_mapping_find_header (mapping, "c"), ==, -1);
  g_assert_cmpint (meso_patient_mapping_find_header (mapping, "3"), ==, 2);
  g_assert_cmpint (meso_patient_mapping_find_header (mapping, "2"), ==, 4);
  g_assert_cmpint (meso_patient_mapping_find_header (mapping, "6"), ==, -1);
  g_assert_cmpint (meso_patient_mapping_find_header (mapping, "0"), ==, -1);
  g_assert_cmpint (meso_patient_mapping_find_header (mapping, "d"), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/patient-mapping/guess", test_guess);
  g_test_add_func ("/patient-mapping/name", test_name);
  g_test_add_func ("/patient-mapping/problems", test_problems);
  g_test_add_func ("/patient-mapping/headers", test_headers);
  return g_test_run ();
}
