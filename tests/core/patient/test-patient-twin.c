/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-twin.h"

#include <string.h>

/* Valid check digits. */
#define ID_ONE "0077316894"
#define ID_TWO "0084575948"

#define NATIONAL_ID MESO_PATIENT_TWIN_NATIONAL_ID
#define PHONE MESO_PATIENT_TWIN_PHONE
#define NAME MESO_PATIENT_TWIN_NAME
#define SWAPPED MESO_PATIENT_TWIN_NAME_SWAPPED
#define NEAR_NAME MESO_PATIENT_TWIN_NAME_NEAR
#define BIRTH MESO_PATIENT_TWIN_BIRTH_DATE
#define BIRTH_SWAPPED MESO_PATIENT_TWIN_BIRTH_DATE_SWAPPED
#define OTHER_ID MESO_PATIENT_TWIN_OTHER_ID
#define OTHER_BIRTH MESO_PATIENT_TWIN_OTHER_BIRTH_DATE
#define OTHER_SEX MESO_PATIENT_TWIN_OTHER_SEX

static MesoPatient *
make (const char *given,
      const char *family,
      const char *birth_date,
      const char *phone,
      const char *national_id)
{
  MesoPatient *patient = meso_patient_new ();

  g_set_str (&patient->given_name, given);
  g_set_str (&patient->family_name, family);
  g_set_str (&patient->phone, phone);
  g_set_str (&patient->national_id, national_id);
  if (*birth_date != '\0')
    meso_calendar_date_parse (birth_date, &patient->birth_date, NULL);
  meso_patient_normalise (patient);
  return patient;
}

static gboolean
share_a_key (const MesoPatient *a,
             const MesoPatient *b)
{
  g_autoptr(GPtrArray) keys_a = meso_patient_twin_list_keys (a);
  g_autoptr(GPtrArray) keys_b = meso_patient_twin_list_keys (b);

  for (guint i = 0; i < keys_a->len; i++)
    {
      if (g_ptr_array_find_with_equal_func (keys_b, g_ptr_array_index (keys_a, i), g_str_equal, NULL))
        return TRUE;
    }
  return FALSE;
}

static void
assert_twin (MesoPatient            *a,
             MesoPatient            *b,
             MesoPatientTwinGrade    grade,
             MesoPatientTwinReasons  reasons)
{
  MesoPatientTwin twin = meso_patient_twin_compare (a, b);
  MesoPatientTwin back = meso_patient_twin_compare (b, a);

  g_assert_cmpint (twin.reasons, ==, reasons);
  g_assert_cmpstr (meso_patient_twin_grade_to_string (twin.grade), ==, meso_patient_twin_grade_to_string (grade));
  g_assert_cmpint (back.reasons, ==, twin.reasons);
  g_assert_cmpint (back.grade, ==, twin.grade);
  if (twin.grade >= MESO_PATIENT_TWIN_LIKELY)
    g_assert_true (share_a_key (a, b));
  meso_patient_free (a);
  meso_patient_free (b);
}

#define CERTAIN MESO_PATIENT_TWIN_CERTAIN
#define LIKELY MESO_PATIENT_TWIN_LIKELY
#define POSSIBLE MESO_PATIENT_TWIN_POSSIBLE
#define NONE MESO_PATIENT_TWIN_NONE

static void
test_national_id (void)
{
  assert_twin (make ("Leila", "Karimi", "", "", ID_ONE), make ("Sara", "Ahmadi", "", "", ID_ONE), LIKELY, NATIONAL_ID);
  assert_twin (make ("Leila", "Karimi", "", "", ID_ONE), make ("Leila", "Karimi", "", "", "۰۰۷۷۳۱۶۸۹۴"), CERTAIN,
               NATIONAL_ID | NAME);
  assert_twin (make ("Leila", "Karimi", "1990-05-01", "", ID_ONE), make ("Leila", "Karimi", "1991-05-01", "", ID_ONE), LIKELY,
               NATIONAL_ID | NAME | OTHER_BIRTH);
  assert_twin (make ("Leila", "Karimi", "", "", "P1234567"), make ("Leila", "K.", "", "", "P1234567"), LIKELY, NATIONAL_ID);
  assert_twin (make ("Leila", "Karimi", "", "", ""), make ("Sara", "Ahmadi", "", "", ""), NONE, 0);
}

static void
test_stopgaps_say_nothing (void)
{
  assert_twin (make ("Leila", "Karimi", "", "", "0000000000"), make ("Sara", "Ahmadi", "", "", "0000000000"), NONE, 0);
  assert_twin (make ("Leila", "Karimi", "", "", "1234"), make ("Sara", "Ahmadi", "", "", "1234"), NONE, 0);
  assert_twin (make ("Leila", "Karimi", "", "0000000", ""), make ("Sara", "Ahmadi", "", "0000000", ""), NONE, 0);
  assert_twin (make ("Leila", "Karimi", "", "110", ""), make ("Sara", "Ahmadi", "", "110", ""), NONE, 0);
}

static void
test_phone (void)
{
  assert_twin (make ("Leila", "Karimi", "", "09123456789", ""), make ("Sara", "Ahmadi", "", "+98 912 345 6789", ""), POSSIBLE,
               PHONE);
  assert_twin (make ("Leila", "Karimi", "", "+98 21 8877 6655", ""), make ("Leila", "Karimi", "", "021-88776655", ""), LIKELY,
               NAME | PHONE);
  assert_twin (make ("Leila", "Karimi", "1990-05-01", "09123456789", ""), make ("Sara", "Ahmadi", "1970-02-03", "09123456789", ""),
               NONE, PHONE | OTHER_BIRTH);
  assert_twin (make ("Leila", "Karimi", "1990-05-01", "09123456789", ""),
               make ("Leila", "Karimi", "1990-05-01", "09123456789", ""), CERTAIN, NAME | PHONE | BIRTH);
}

/* Another spelling, another script, a married name: the phone and the day of birth stay. */
static void
test_phone_and_birth_date (void)
{
  MesoPatient *a = make ("Noor", "Karimi", "1990-05-01", "09123456789", "");
  MesoPatient *b = make ("Nima", "Karimi", "1990-05-01", "09123456789", "");

  assert_twin (make ("Leila", "Karimi", "1990-05-01", "09123456789", ""), make ("Leyla", "Karimy", "1990-05-01", "09123456789", ""),
               LIKELY, PHONE | BIRTH);
  assert_twin (make ("Leila", "Karimi", "1990-05-01", "09123456789", ""), make ("لیلا", "کریمی", "1990-05-01", "+98 912 345 6789", ""),
               LIKELY, PHONE | BIRTH);
  /* Day and month swapped, and another name: too little. */
  assert_twin (make ("Leila", "Karimi", "1990-05-03", "09123456789", ""), make ("Sara", "Ahmadi", "1990-03-05", "09123456789", ""),
               POSSIBLE, PHONE | BIRTH_SWAPPED);
  a->sex = MESO_SEX_FEMALE;
  b->sex = MESO_SEX_MALE;
  assert_twin (a, b, POSSIBLE, PHONE | BIRTH | OTHER_SEX);
  assert_twin (make ("Leila", "Karimi", "1990-05-01", "09123456789", ID_ONE),
               make ("Leyla", "Karimy", "1990-05-01", "09123456789", ID_TWO), POSSIBLE, PHONE | BIRTH | OTHER_ID);
}

static void
test_name_and_birth_date (void)
{
  assert_twin (make ("Leila", "Karimi", "1990-05-01", "", ""), make ("LEILA", "Karími", "1990-05-01", "", ""), LIKELY, NAME | BIRTH);
  assert_twin (make ("Leila", "Karimi", "1990-05-01", "", ""), make ("Karimi", "Leila", "1990-05-01", "", ""), LIKELY,
               SWAPPED | BIRTH);
  assert_twin (make ("علی‌رضا", "محمّدي", "1990-05-01", "", ""), make ("عليرضا", "محمدی", "1990-05-01", "", ""), LIKELY,
               NAME | BIRTH);
  assert_twin (make ("Leila", "Karimi", "1990-05-01", "", ""), make ("Leila", "Karimi", "1990-06-01", "", ""), NONE,
               NAME | OTHER_BIRTH);
  assert_twin (make ("Leila", "Karimi", "1990-05-01", "", ""), make ("Leila", "Karimi", "", "", ""), POSSIBLE, NAME);
  assert_twin (make ("Leila", "Karimi", "1990-05-01", "", ""), make ("Sara", "Karimi", "1990-05-01", "", ""), NONE, BIRTH);
}

static void
test_day_and_month_swapped (void)
{
  assert_twin (make ("Leila", "Karimi", "1990-05-03", "", ""), make ("Leila", "Karimi", "1990-03-05", "", ""), LIKELY,
               NAME | BIRTH_SWAPPED);
  /* 1369-02-05 and 1369-05-02 in the Persian calendar */
  assert_twin (make ("Leila", "Karimi", "1990-04-25", "", ""), make ("Leila", "Karimi", "1990-07-24", "", ""), LIKELY,
               NAME | BIRTH_SWAPPED);
  assert_twin (make ("Leila", "Karimi", "1990-05-13", "", ""), make ("Leila", "Karimi", "1990-05-14", "", ""), NONE,
               NAME | OTHER_BIRTH);
}

static void
test_names_in_one_field (void)
{
  assert_twin (make ("", "Leila Karimi", "1990-05-01", "", ""), make ("Leila", "Karimi", "1990-05-01", "", ""), LIKELY, NAME | BIRTH);
  assert_twin (make ("Karimi Leila", "", "1990-05-01", "", ""), make ("Leila", "Karimi", "1990-05-01", "", ""), LIKELY,
               SWAPPED | BIRTH);
  assert_twin (make ("", "Leila Karimi", "1990-05-01", "", ""), make ("Leila Karimi", "", "1990-05-01", "", ""), LIKELY, NAME | BIRTH);
  assert_twin (make ("", "Karimi", "1990-05-01", "", ""), make ("Leila", "Karimi", "1990-05-01", "", ""), NONE, BIRTH);
}

static void
test_one_letter (void)
{
  assert_twin (make ("Leila", "Karimi", "1990-05-01", "", ""), make ("Leila", "Karimy", "1990-05-01", "", ""), POSSIBLE,
               NEAR_NAME | BIRTH);
  assert_twin (make ("Leila", "Karimi", "1990-05-01", "09123456789", ""),
               make ("Karimi", "Leyla", "1990-05-01", "09123456789", ""), LIKELY, NEAR_NAME | BIRTH | PHONE);
  /* Two letters, one in each: somebody else. */
  assert_twin (make ("Leila", "Karimi", "1990-05-01", "", ""), make ("Leyla", "Karimy", "1990-05-01", "", ""), NONE, BIRTH);
  /* Short names are other names when a letter differs. */
  assert_twin (make ("حسن", "کریمی", "1990-05-01", "", ""), make ("حسین", "کریمی", "1990-05-01", "", ""), NONE, BIRTH);
  /* Brothers have one phone. */
  assert_twin (make ("Mehran", "Karimi", "1990-05-01", "09123456789", ""),
               make ("Mehrad", "Karimi", "1994-02-01", "09123456789", ""), NONE, NEAR_NAME | PHONE | OTHER_BIRTH);
}

static void
test_against (void)
{
  MesoPatient *a = make ("Leila", "Karimi", "1990-05-01", "", ID_ONE);
  MesoPatient *b = make ("Leila", "Karimi", "1990-05-01", "", ID_TWO);

  assert_twin (a, b, POSSIBLE, NAME | BIRTH | OTHER_ID);
  /* An ID that can't be right speaks against nothing. */
  assert_twin (make ("Leila", "Karimi", "1990-05-01", "", ID_ONE), make ("Leila", "Karimi", "1990-05-01", "", "0077316895"), LIKELY,
               NAME | BIRTH);
  a = make ("Noor", "Karimi", "1990-05-01", "", "");
  b = make ("Noor", "Karimi", "1990-05-01", "", "");
  a->sex = MESO_SEX_FEMALE;
  b->sex = MESO_SEX_MALE;
  assert_twin (a, b, POSSIBLE, NAME | BIRTH | OTHER_SEX);
  a = make ("Noor", "Karimi", "1990-05-01", "", "");
  b = make ("Noor", "Karimi", "1990-05-01", "", "");
  a->sex = MESO_SEX_FEMALE;
  b->sex = MESO_SEX_OTHER;
  assert_twin (a, b, LIKELY, NAME | BIRTH);
}

static void
test_scripts_are_not_guessed (void)
{
  assert_twin (make ("Leila", "Karimi", "1990-05-01", "", ""), make ("لیلا", "کریمی", "1990-05-01", "", ""), NONE, BIRTH);
}

static void
test_either_script (void)
{
  MesoPatient *a = make ("Leila", "Karimi", "1990-05-01", "", "");
  MesoPatient *b = make ("لیلا", "کریمی", "1990-05-01", "", "");
  MesoPatient *c = make ("Leyla", "Karimi", "1990-05-01", "", "");

  g_set_str (&a->other_given_name, "لیلا");
  g_set_str (&a->other_family_name, "كريمي");
  g_set_str (&c->other_given_name, "کریمی");
  g_set_str (&c->other_family_name, "لیلا");
  assert_twin (meso_patient_copy (a), b, LIKELY, NAME | BIRTH);
  assert_twin (meso_patient_copy (a), c, LIKELY, SWAPPED | BIRTH);
  meso_patient_free (a);
}

static void
test_either_phone (void)
{
  MesoPatient *a = make ("Leila", "Karimi", "", "02188776655", "");
  MesoPatient *b = make ("Leila", "Karimi", "", "09123456789", "");

  g_set_str (&a->second_phone, "+989123456789");
  assert_twin (a, b, LIKELY, NAME | PHONE);
}

static void
test_names_of_reasons (void)
{
  g_auto(GStrv) some = meso_patient_twin_reasons_to_strv (NAME | BIRTH_SWAPPED | OTHER_SEX);
  g_auto(GStrv) none = meso_patient_twin_reasons_to_strv (0);
  g_auto(GStrv) all = meso_patient_twin_reasons_to_strv ((OTHER_SEX << 1) - 1);

  g_assert_cmpstrv (some, ((const char *const[]) { "name", "birth-date-swapped", "other-sex", NULL }));
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_cmpuint (g_strv_length (all), ==, 10);
}

/* Few of each, so that people meet often. */
static MesoPatient *
make_anyone (GRand *rand)
{
  static const char *const names[] = {
    "Leila", "Leyla", "Karimi", "Karimy", "Sara", "Sarah", "لیلا", "کریمی", "علی‌رضا", "علی رضا", "علیرضا", "", "Leila Karimi",
    "Karimi Leila", "Ali", "ali", "A", "Alia Ben", "Ben", "AliaBen"
  };
  static const char *const days[] = { "", "1990-05-03", "1990-03-05", "1990-05-13", "1990-04-25", "1990-07-24", "1990-05-05" };
  static const char *const phones[] = { "", "09123456789", "+989123456789", "021 8877 6655", "+98 21 8877 6655", "1111111" };
  static const char *const ids[] = { "", ID_ONE, ID_TWO, "0077316895", "P1234567", "1111111111" };
  MesoPatient *patient = make (names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))],
                               names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))],
                               days[g_rand_int_range (rand, 0, G_N_ELEMENTS (days))],
                               phones[g_rand_int_range (rand, 0, G_N_ELEMENTS (phones))],
                               ids[g_rand_int_range (rand, 0, G_N_ELEMENTS (ids))]);

  g_set_str (&patient->other_given_name, names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))]);
  g_set_str (&patient->other_family_name, names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))]);
  patient->sex = (MesoSex) g_rand_int_range (rand, 0, MESO_SEX_OTHER + 1);
  return patient;
}

static void
test_anyone (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  int grades[CERTAIN + 1] = { 0 };

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 20000; i++)
    {
      g_autoptr(MesoPatient) a = make_anyone (rand);
      g_autoptr(MesoPatient) b = make_anyone (rand);
      g_autoptr(MesoPatient) same = meso_patient_copy (a);
      MesoPatientTwin there = meso_patient_twin_compare (a, b);
      MesoPatientTwin back = meso_patient_twin_compare (b, a);
      MesoPatientTwin own = meso_patient_twin_compare (a, same);

      if (there.grade != back.grade || there.reasons != back.reasons)
        g_error ("not symmetric: %s %s, %s %s; seed %u", a->given_name, a->family_name, b->given_name, b->family_name, seed);
      if (there.grade >= LIKELY && !share_a_key (a, b))
        g_error ("not found: “%s” “%s”, “%s” “%s”, %x; seed %u", a->given_name, a->family_name, b->given_name, b->family_name,
                 there.reasons, seed);
      /* Nothing speaks against a record being itself, and nobody is less like themselves than like another. */
      g_assert_cmpint (own.reasons & (OTHER_ID | OTHER_BIRTH | OTHER_SEX), ==, 0);
      g_assert_true (own.grade >= there.grade || there.grade == LIKELY);
      grades[there.grade]++;
    }
  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    g_assert_cmpint (grades[i], >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/patient-twin/national-id", test_national_id);
  g_test_add_func ("/patient-twin/stopgaps-say-nothing", test_stopgaps_say_nothing);
  g_test_add_func ("/patient-twin/phone", test_phone);
  g_test_add_func ("/patient-twin/phone-and-birth-date", test_phone_and_birth_date);
  g_test_add_func ("/patient-twin/name-and-birth-date", test_name_and_birth_date);
  g_test_add_func ("/patient-twin/day-and-month-swapped", test_day_and_month_swapped);
  g_test_add_func ("/patient-twin/names-in-one-field", test_names_in_one_field);
  g_test_add_func ("/patient-twin/one-letter", test_one_letter);
  g_test_add_func ("/patient-twin/against", test_against);
  g_test_add_func ("/patient-twin/scripts-are-not-guessed", test_scripts_are_not_guessed);
  g_test_add_func ("/patient-twin/either-script", test_either_script);
  g_test_add_func ("/patient-twin/either-phone", test_either_phone);
  g_test_add_func ("/patient-twin/names-of-reasons", test_names_of_reasons);
  g_test_add_func ("/patient-twin/anyone", test_anyone);

  return g_test_run ();
}
