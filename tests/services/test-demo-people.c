/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-people.h"

#include <string.h>

#include "meso-demo-names.h"
#include "meso-national-id.h"
#include "meso-phone.h"

#define PEOPLE 5000

static const MesoCalendarDate today = { 2026, 11, 22 };

typedef struct
{
  guint32 seed;
  GRand *rand;
  MesoDemoPeople *people;
} Fixture;

static void
set_up (Fixture    *fixture,
        const char *language)
{
  fixture->seed = g_test_rand_int ();
  g_test_message ("seed %u", fixture->seed);
  fixture->rand = g_rand_new_with_seed (fixture->seed);
  fixture->people = meso_demo_people_new (fixture->rand, language);
}

static void
tear_down (Fixture *fixture)
{
  meso_demo_people_free (fixture->people);
  g_rand_free (fixture->rand);
}

/* (transfer full): all that is known of somebody */
static char *
describe (const MesoPatientRecord *record)
{
  const char *const *fields = meso_patient_fields ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_autofree char *value = meso_patient_dup_field (record->patient, fields[i]);

      g_string_append_printf (text, "%s=%s\n", fields[i], value);
    }
  for (guint i = 0; i < record->items->len; i++)
    {
      const MesoHealthItem *item = g_ptr_array_index (record->items, i);

      g_string_append_printf (text, "%d %s %s %s %d %d %d\n", item->kind, item->what, item->ingredient, item->detail, item->severity,
                              item->origin, item->status);
    }
  return g_string_free (text, FALSE);
}

static void
test_equal_seeds_give_equal_people (void)
{
  g_autoptr(GRand) a = g_rand_new_with_seed (7);
  g_autoptr(GRand) b = g_rand_new_with_seed (7);
  g_autoptr(GRand) c = g_rand_new_with_seed (8);
  g_autoptr(MesoDemoPeople) of_a = meso_demo_people_new (a, "fa");
  g_autoptr(MesoDemoPeople) of_b = meso_demo_people_new (b, "fa");
  g_autoptr(MesoDemoPeople) of_c = meso_demo_people_new (c, "fa");
  int same = 0;

  for (int i = 0; i < PEOPLE; i++)
    {
      g_autoptr(MesoPatientRecord) first = meso_demo_people_next (of_a, today);
      g_autoptr(MesoPatientRecord) second = meso_demo_people_next (of_b, today);
      g_autoptr(MesoPatientRecord) other = meso_demo_people_next (of_c, today);
      g_autofree char *as_first = describe (first);
      g_autofree char *as_second = describe (second);

      g_assert_cmpstr (as_first, ==, as_second);
      same += g_str_equal (first->patient->phone, other->patient->phone);
    }
  g_assert_cmpint (same, <, PEOPLE / 100);
}

static void
assert_number (const MesoPatient *person)
{
  g_autoptr(GError) error = NULL;

  if (*person->national_id == '\0')
    g_assert_cmpstr (person->national_id_reason, ==, "");
  else if (*person->national_id_reason == '\0')
    g_assert_true (meso_national_id_check (person->national_id, NULL));
  else
    g_assert_false (meso_national_id_check (person->national_id, &error));
}

static void
assert_adult (const MesoPatient *person)
{
  int least;
  int most;

  g_assert_true (meso_patient_get_age (person, today, &least, &most));
  g_assert_cmpint (least, >=, 18);
  g_assert_cmpint (most, <=, 85);
}

/* They could all be entered at the desk as they are: nothing of them would be refused or written otherwise. */
static void
test_people_are_plausible (void)
{
  static const char *const languages[] = { "en", "fa" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      Fixture fixture;

      set_up (&fixture, languages[i]);
      for (int n = 0; n < PEOPLE; n++)
        {
          g_autoptr(MesoPatientRecord) record = meso_demo_people_next (fixture.people, today);
          g_autoptr(MesoPatientRecord) normal = meso_patient_record_copy (record);
          g_autofree char *as_made = describe (record);
          g_autofree char *as_stored = NULL;
          g_autoptr(GError) error = NULL;

          g_assert_true (meso_patient_record_check (record, today, &error));
          g_assert_no_error (error);
          meso_patient_record_normalise (normal);
          as_stored = describe (normal);
          g_assert_cmpstr (as_stored, ==, as_made);
          assert_number (record->patient);
          assert_adult (record->patient);
        }
      tear_down (&fixture);
    }
}

typedef struct
{
  int women;
  int latin_first;
  int in_both;
  int age_only;
  int without_id;
  int mistyped;
  int passports;
  int mobiles;
  int foreign;
  int asked[MESO_HEALTH_N_KINDS][MESO_ASKED_LISTED + 1];
} Counts;

static void
count (Counts                  *counts,
       const MesoPatientRecord *record)
{
  const MesoPatient *person = record->patient;
  gboolean iranian = g_str_has_prefix (person->phone, "+98");

  counts->women += person->sex == MESO_SEX_FEMALE;
  counts->latin_first += g_ascii_isalpha (*person->family_name);
  counts->in_both += *person->other_given_name != '\0';
  counts->age_only += meso_calendar_date_is_set (person->age_on);
  counts->without_id += *person->national_id == '\0';
  counts->mistyped += *person->national_id_reason != '\0' && g_ascii_isdigit (*person->national_id);
  counts->passports += g_ascii_isalpha (*person->national_id);
  counts->mobiles += iranian;
  counts->foreign += !iranian;
  for (int kind = 0; kind < MESO_HEALTH_N_KINDS; kind++)
    {
      MesoAsked asked = meso_patient_record_get_asked (record, (MesoHealthKind) kind);

      counts->asked[kind][asked]++;
    }
}

static void
assert_percent (const char *what,
                int         n,
                int         least,
                int         most)
{
  if (n < PEOPLE / 100 * least || n > PEOPLE / 100 * most)
    g_error ("%s: %d of %d, not %d to %d of a hundred", what, n, PEOPLE, least, most);
}

/* Something of everything, and most of what is usual. */
static void
test_people_differ (void)
{
  static const char *const languages[] = { "en", "fa" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      Fixture fixture;
      Counts counts = { 0 };

      set_up (&fixture, languages[i]);
      for (int n = 0; n < PEOPLE; n++)
        {
          g_autoptr(MesoPatientRecord) record = meso_demo_people_next (fixture.people, today);

          count (&counts, record);
        }
      assert_percent ("women", counts.women, 50, 66);
      assert_percent ("Latin first", counts.latin_first, i == 0 ? 55 : 4, i == 0 ? 75 : 16);
      assert_percent ("in both scripts", counts.in_both, 75, 92);
      assert_percent ("age only", counts.age_only, 1, 8);
      assert_percent ("without ID", counts.without_id, 10, 35);
      assert_percent ("passports", counts.passports, 1, 8);
      assert_percent ("Iranian phones", counts.mobiles, 90, 99);
      g_assert_cmpint (counts.mistyped, >, 0);
      g_assert_cmpint (counts.foreign, >, 0);
      for (int kind = 0; kind < MESO_HEALTH_N_KINDS; kind++)
        for (int asked = 0; asked <= MESO_ASKED_LISTED; asked++)
          assert_percent (meso_asked_to_string ((MesoAsked) asked), counts.asked[kind][asked], 5, 80);
      tear_down (&fixture);
    }
}

/* Common names are common, and yet there are many: among a million people no list of names comes to its end. */
static void
test_names_are_spread_as_among_people (void)
{
  Fixture fixture;
  g_autoptr(GHashTable) families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) givens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer n;
  int most = 0;

  set_up (&fixture, "fa");
  for (int i = 0; i < PEOPLE; i++)
    {
      g_autoptr(MesoPatientRecord) record = meso_demo_people_next (fixture.people, today);
      gpointer seen = g_hash_table_lookup (families, record->patient->family_name);

      g_hash_table_insert (families, g_strdup (record->patient->family_name), GINT_TO_POINTER (GPOINTER_TO_INT (seen) + 1));
      g_hash_table_add (givens, g_strdup (record->patient->given_name));
    }
  g_hash_table_iter_init (&iter, families);
  while (g_hash_table_iter_next (&iter, NULL, &n))
    most = MAX (most, GPOINTER_TO_INT (n));
  g_assert_cmpint (most, >, PEOPLE / 200);
  g_assert_cmpint (most, <, PEOPLE / 20);
  g_assert_cmpuint (g_hash_table_size (families), >, PEOPLE / 8);
  g_assert_cmpuint (g_hash_table_size (givens), >, 250);
  tear_down (&fixture);
}

/* Nobody has another's national ID but who was entered twice; and those are few. */
static void
test_twins_are_few (void)
{
  Fixture fixture;
  g_autoptr(GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) phones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int twins = 0;

  set_up (&fixture, "fa");
  for (int i = 0; i < PEOPLE; i++)
    {
      g_autoptr(MesoPatientRecord) record = meso_demo_people_next (fixture.people, today);
      const MesoPatient *person = record->patient;
      gboolean twin = *person->national_id != '\0' && !g_hash_table_add (numbers, g_strdup (person->national_id));

      twin = !g_hash_table_add (phones, g_strdup (person->phone)) || twin;
      twins += twin;
    }
  g_assert_cmpint (twins, >, PEOPLE / 1000);
  g_assert_cmpint (twins, <, PEOPLE / 100);
  tear_down (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/demo-people/equal-seeds-give-equal-people", test_equal_seeds_give_equal_people);
  g_test_add_func ("/services/demo-people/people-are-plausible", test_people_are_plausible);
  g_test_add_func ("/services/demo-people/people-differ", test_people_differ);
  g_test_add_func ("/services/demo-people/names-are-spread-as-among-people", test_names_are_spread_as_among_people);
  g_test_add_func ("/services/demo-people/twins-are-few", test_twins_are_few);

  return g_test_run ();
}
