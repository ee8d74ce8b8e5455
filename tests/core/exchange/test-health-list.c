/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-health-list.h"

static void
assert_reads (const char *text, MesoHealthKind kind, const char *expected, guint n_items)
{
  g_autoptr(MesoPatientRecord) record = meso_patient_record_new (meso_patient_new ());
  g_autofree char *written = NULL;

  g_assert_true (meso_health_list_read (text, kind, record));
  g_assert_cmpuint (record->items->len, ==, n_items);
  written = meso_health_list_write (record, kind);
  g_assert_cmpstr (written, ==, expected);
}

static void
test_lists (void)
{
  assert_reads ("penicillin", MESO_HEALTH_ALLERGY, "penicillin", 1);
  assert_reads ("penicillin;latex ; ", MESO_HEALTH_ALLERGY, "penicillin; latex", 2);
  assert_reads ("پنی‌سیلین؛ لاتکس", MESO_HEALTH_ALLERGY, "پنی‌سیلین; لاتکس", 2);
  assert_reads ("a\nb", MESO_HEALTH_MEDICINE, "a; b", 2);
  assert_reads ("latex | rash | severe | 2019", MESO_HEALTH_ALLERGY, "latex | rash | severe | 2019", 1);
  assert_reads ("aspirin|80 mg|self-chosen||", MESO_HEALTH_MEDICINE, "aspirin | 80 mg | self-chosen", 1);
  assert_reads ("asthma | | | childhood", MESO_HEALTH_CONDITION, "asthma |  |  | childhood", 1);
  assert_reads ("x | | | | lidocaine", MESO_HEALTH_ALLERGY, "x |  |  |  | lidocaine", 1);
}

/* "Not asked" is never "none". */
static void
test_none_and_not_asked (void)
{
  g_autoptr(MesoPatientRecord) record = meso_patient_record_new (meso_patient_new ());
  g_autofree char *written = NULL;

  assert_reads ("", MESO_HEALTH_ALLERGY, "", 0);
  assert_reads (" - ", MESO_HEALTH_ALLERGY, "", 0);
  assert_reads ("None known", MESO_HEALTH_ALLERGY, "none known", 0);
  assert_reads ("ندارد", MESO_HEALTH_CONDITION, "none known", 0);
  /* Something that somebody really wrote down under that name comes back as such. */
  g_ptr_array_add (record->items, meso_health_item_new (MESO_HEALTH_ALLERGY, "none"));
  written = meso_health_list_write (record, MESO_HEALTH_ALLERGY);
  assert_reads (written, MESO_HEALTH_ALLERGY, written, 1);
}

static void
test_what_cannot_be_read (void)
{
  const char *const texts[] = { "latex | rash | dreadful", "a|b|severe|d|e|f", " | rash" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(MesoPatientRecord) record = meso_patient_record_new (meso_patient_new ());

      g_assert_false (meso_health_list_read (texts[i], MESO_HEALTH_ALLERGY, record));
    }
}

static char *
make_text (GRand *rand)
{
  const char *const pieces[] = { "a", "b", ";", "|", "\\", "؛", " ", "ک", "none", "-", "'" };
  GString *text = g_string_new ("x");

  for (int n = g_rand_int_range (rand, 0, 6); n > 0; n--)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static void
test_there_and_back (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int turn = 0; turn < 2000; turn++)
    {
      g_autoptr(MesoPatientRecord) record = meso_patient_record_new (meso_patient_new ());
      g_autoptr(MesoPatientRecord) back = meso_patient_record_new (meso_patient_new ());
      g_autofree char *written = NULL;

      for (int n = g_rand_int_range (rand, 0, 4); n > 0; n--)
        {
          g_autofree char *what = make_text (rand);
          MesoHealthItem *item = meso_health_item_new (MESO_HEALTH_ALLERGY, what);

          g_free (item->detail);
          item->detail = g_rand_boolean (rand) ? make_text (rand) : g_strdup ("");
          item->severity = (MesoAllergySeverity) g_rand_int_range (rand, 0, 4);
          g_set_str (&item->since, g_rand_boolean (rand) ? "۱۳۹۹" : "");
          g_set_str (&item->ingredient, g_rand_boolean (rand) ? "latex" : "");
          meso_health_item_normalise (item);
          g_ptr_array_add (record->items, item);
        }
      written = meso_health_list_write (record, MESO_HEALTH_ALLERGY);
      g_assert_true (meso_health_list_read (written, MESO_HEALTH_ALLERGY, back));
      g_assert_cmpuint (back->items->len, ==, record->items->len);
      for (guint i = 0; i < back->items->len; i++)
        g_assert_true (meso_health_item_says_same (g_ptr_array_index (back->items, i), g_ptr_array_index (record->items, i)));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/health-list/lists", test_lists);
  g_test_add_func ("/health-list/none-and-not-asked", test_none_and_not_asked);
  g_test_add_func ("/health-list/what-cannot-be-read", test_what_cannot_be_read);
  g_test_add_func ("/health-list/there-and-back", test_there_and_back);
  return g_test_run ();
}
