/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-person.h"

#include <string.h>

#define PEOPLE 500

static const MesoCalendarDate today = { 2026, 11, 22 };

static void
test_equal_seeds_give_equal_people (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) a = g_rand_new_with_seed (seed);
  g_autoptr(GRand) b = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int i = 0; i < PEOPLE; i++)
    {
      g_autoptr(MesoPatient) first = meso_demo_person_new (a, today);
      g_autoptr(MesoPatient) second = meso_demo_person_new (b, today);

      g_assert_cmpstr (first->given_name, ==, second->given_name);
      g_assert_cmpstr (first->family_name, ==, second->family_name);
      g_assert_cmpstr (first->phone, ==, second->phone);
      g_assert_cmpstr (first->language, ==, second->language);
      g_assert_cmpint (first->sex, ==, second->sex);
      g_assert_cmpint (meso_calendar_date_compare (first->birth_date, second->birth_date), ==, 0);
    }
}

static void
test_other_seeds_give_others (void)
{
  g_autoptr(GRand) a = g_rand_new_with_seed (1);
  g_autoptr(GRand) b = g_rand_new_with_seed (2);
  int same = 0;

  for (int i = 0; i < PEOPLE; i++)
    {
      g_autoptr(MesoPatient) first = meso_demo_person_new (a, today);
      g_autoptr(MesoPatient) second = meso_demo_person_new (b, today);

      same += g_str_equal (first->phone, second->phone);
    }
  g_assert_cmpint (same, <, PEOPLE / 10);
}

/* They could all be entered at the desk as they are, and none is a minor. */
static void
test_people_are_plausible (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  int women = 0;
  int latin = 0;

  g_test_message ("seed %u", seed);
  for (int i = 0; i < PEOPLE; i++)
    {
      g_autoptr(MesoPatient) person = meso_demo_person_new (rand, today);
      g_autoptr(MesoPatient) normal = meso_patient_copy (person);
      g_autoptr(GError) error = NULL;
      int age = meso_calendar_date_years_between (person->birth_date, today);

      g_assert_true (meso_patient_check (person, today, &error));
      g_assert_no_error (error);
      meso_patient_normalise (normal);
      g_assert_cmpstr (normal->given_name, ==, person->given_name);
      g_assert_cmpstr (normal->phone, ==, person->phone);
      g_assert_cmpint (age, >=, 18);
      g_assert_cmpint (age, <=, 65);
      g_assert_cmpint (g_str_equal (person->language, "en"), ==, g_str_is_ascii (person->family_name));
      women += person->sex == MESO_SEX_FEMALE;
      latin += g_str_is_ascii (person->family_name);
    }
  g_assert_cmpint (women, >, PEOPLE / 4);
  g_assert_cmpint (women, <, PEOPLE * 3 / 4);
  g_assert_cmpint (latin, >, PEOPLE / 10);
  g_assert_cmpint (latin, <, PEOPLE / 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/demo-person/equal-seeds-give-equal-people", test_equal_seeds_give_equal_people);
  g_test_add_func ("/services/demo-person/other-seeds-give-others", test_other_seeds_give_others);
  g_test_add_func ("/services/demo-person/people-are-plausible", test_people_are_plausible);

  return g_test_run ();
}
