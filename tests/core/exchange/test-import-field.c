/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-import-field.h"

#include "meso-patient.h"

static void
test_names (void)
{
  for (guint field = 0; field < MESO_N_IMPORT_FIELDS; field++)
    {
      const char *name = meso_import_field_to_string (field);
      MesoImportField found = MESO_N_IMPORT_FIELDS;

      g_assert_true (meso_import_field_from_string (name, &found));
      g_assert_cmpint (found, ==, field);
      /* Whatever a column is called by us, it is known again. */
      if (field > MESO_IMPORT_FIELD_KEEP)
        g_assert_cmpint (meso_import_field_guess (name), ==, field);
    }
}

/* Nothing of a record can only be typed by hand. */
static void
test_every_field_of_a_record (void)
{
  for (const char *const *name = meso_patient_fields (); *name != NULL; name++)
    {
      MesoImportField field;

      if (g_str_has_suffix (*name, "_asked") || g_str_equal (*name, "weight_g"))
        continue;   /* said by the lists; in kilograms */
      g_assert_true (meso_import_field_from_string (*name, &field));
    }
}

static void
test_guesses (void)
{
  static const struct { const char *header; MesoImportField field; } guesses[] = {
    { "First Name", MESO_IMPORT_FIELD_GIVEN_NAME }, { "first_name", MESO_IMPORT_FIELD_GIVEN_NAME },
    { "LastName", MESO_IMPORT_FIELD_FAMILY_NAME }, { "surname", MESO_IMPORT_FIELD_FAMILY_NAME },
    { "DOB", MESO_IMPORT_FIELD_BIRTH_DATE }, { "Date of birth", MESO_IMPORT_FIELD_BIRTH_DATE },
    { "Mobile", MESO_IMPORT_FIELD_PHONE }, { "E-Mail", MESO_IMPORT_FIELD_EMAIL }, { "gender", MESO_IMPORT_FIELD_SEX },
    { "نام", MESO_IMPORT_FIELD_GIVEN_NAME }, { "نام خانوادگی", MESO_IMPORT_FIELD_FAMILY_NAME },
    { "نام‌خانوادگي", MESO_IMPORT_FIELD_FAMILY_NAME }, { "نام و نام خانوادگی", MESO_IMPORT_FIELD_FULL_NAME },
    { "تلفن", MESO_IMPORT_FIELD_PHONE }, { "موبایل", MESO_IMPORT_FIELD_PHONE }, { "تلفن همراه", MESO_IMPORT_FIELD_PHONE },
    { "تلفن ثابت", MESO_IMPORT_FIELD_SECOND_PHONE }, { "کد ملی", MESO_IMPORT_FIELD_NATIONAL_ID },
    { "كد ملي", MESO_IMPORT_FIELD_NATIONAL_ID }, { "تاریخ تولد", MESO_IMPORT_FIELD_BIRTH_DATE },
    { "جنسیت", MESO_IMPORT_FIELD_SEX }, { "آدرس", MESO_IMPORT_FIELD_ADDRESS }, { "شماره پرونده", MESO_IMPORT_FIELD_FILE_NUMBER },
    { "حساسیت‌ها", MESO_IMPORT_FIELD_ALLERGIES }, { "آلرژی", MESO_IMPORT_FIELD_ALLERGIES }, { "توضیحات", MESO_IMPORT_FIELD_NOTES },
    { "وزن (کیلوگرم)", MESO_IMPORT_FIELD_WEIGHT_KG }, { "Insurance", MESO_IMPORT_FIELD_NONE }, { "", MESO_IMPORT_FIELD_NONE },
    { "x", MESO_IMPORT_FIELD_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (guesses); i++)
    {
      g_test_message ("%s", guesses[i].header);
      g_assert_cmpint (meso_import_field_guess (guesses[i].header), ==, guesses[i].field);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-field/names", test_names);
  g_test_add_func ("/import-field/every-field-of-a-record", test_every_field_of_a_record);
  g_test_add_func ("/import-field/guesses", test_guesses);
  return g_test_run ();
}
