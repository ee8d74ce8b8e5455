/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-csv.h"

#include <string.h>

#include "exchange-fixture.h"

static const char *const pieces[] = { "=", "+", "@", "'", "\"", ",", ";", "|", "\\", "علی", " ", "x", "ñ", "𝒳", "none", "-" };

static char *
make_text (GRand *rand, gboolean lines)
{
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 0, 6); n > 0; n--)
    {
      g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      if (lines && g_rand_int_range (rand, 0, 4) == 0)
        g_string_append (text, g_rand_boolean (rand) ? "\r\n" : "\n");
    }
  return g_string_free (text, FALSE);
}

static MesoCalendarDate
make_day (GRand *rand)
{
  return meso_calendar_date_add_days (EXCHANGE_TODAY, -g_rand_int_range (rand, 0, 36500));
}

static void
add_items (MesoPatientRecord *record, GRand *rand)
{
  for (MesoHealthKind kind = 0; kind < MESO_HEALTH_N_KINDS; kind++)
    {
      int n = g_rand_int_range (rand, -1, 3);

      if (n < 0)
        *meso_patient_asked_of (record->patient, kind) = MESO_ASKED_NONE;
      for (; n > 0; n--)
        {
          g_autofree char *what = make_text (rand, FALSE);
          g_autofree char *name = g_strconcat ("x", what, NULL);
          MesoHealthItem *item = meso_health_item_new (kind, name);

          g_free (item->detail);
          item->detail = make_text (rand, FALSE);
          if (kind == MESO_HEALTH_ALLERGY)
            item->severity = (MesoAllergySeverity) g_rand_int_range (rand, 0, 4);
          if (kind == MESO_HEALTH_MEDICINE)
            item->origin = (MesoMedicineOrigin) g_rand_int_range (rand, 0, 3);
          g_ptr_array_add (record->items, item);
        }
    }
}

static MesoPatientRecord *
make_record (GRand *rand)
{
  MesoPatientRecord *record = meso_patient_record_new (meso_patient_new ());
  MesoPatient *patient = record->patient;
  static const char *const notes[] = { "address", "hair_treatments", "hair_notes", "notes" };
  static const char *const own_form[] = { "phone", "second_phone", "next_of_kin_phone", "email", "language", "blood_group" };

  for (const char *const *field = meso_patient_fields (); *field != NULL; field++)
    {
      char **text = meso_patient_find_text (patient, *field);
      gboolean is_note = FALSE, is_own = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
        is_note = is_note || g_str_equal (*field, notes[i]);
      for (guint i = 0; i < G_N_ELEMENTS (own_form); i++)
        is_own = is_own || g_str_equal (*field, own_form[i]);
      if (text == NULL || is_own)
        continue;
      g_free (*text);
      *text = make_text (rand, is_note);
    }
  patient->file_number = g_strdup_printf ("%04d", g_rand_int_range (rand, 1, 9999));
  g_set_str (&patient->phone, g_rand_boolean (rand) ? "+989123456789" : "+98 (21) 8888-1234");
  g_set_str (&patient->language, g_rand_boolean (rand) ? "fa" : "");
  g_set_str (&patient->blood_group, meso_blood_groups ()[g_rand_int_range (rand, 0, 8)]);
  patient->sex = (MesoSex) g_rand_int_range (rand, 0, 4);
  patient->hair_onset = (MesoHairOnset) g_rand_int_range (rand, 0, 3);
  patient->hair_family = (MesoHairFamily) g_rand_int_range (rand, 0, 3);
  patient->archived = g_rand_boolean (rand);
  if (g_rand_boolean (rand))
    patient->birth_date = make_day (rand);
  else if (g_rand_boolean (rand))
    {
      patient->age = g_rand_int_range (rand, 0, 100);
      patient->age_on = make_day (rand);
    }
  if (g_rand_boolean (rand))
    {
      patient->weight_g = g_rand_int_range (rand, 500, 500001);
      patient->weight_on = make_day (rand);
    }
  add_items (record, rand);
  meso_patient_record_normalise (record);
  return record;
}

static void
assert_equal (const MesoPatientRecord *a, const MesoPatientRecord *b)
{
  for (const char *const *field = meso_patient_fields (); *field != NULL; field++)
    {
      g_autofree char *x = meso_patient_dup_field (a->patient, *field);
      g_autofree char *y = meso_patient_dup_field (b->patient, *field);

      g_test_message ("%s", *field);
      g_assert_cmpstr (x, ==, y);
    }
  g_assert_cmpuint (a->items->len, ==, b->items->len);
  for (guint i = 0; i < a->items->len; i++)
    g_assert_true (meso_health_item_says_same (g_ptr_array_index (a->items, i), g_ptr_array_index (b->items, i)));
}

/* Whatever a record holds, the file says it again. */
static void
test_there_and_back (void)
{
  const char separators[] = ",;\t";
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  guint n_same = 0;

  g_test_message ("seed %u", seed);
  for (int turn = 0; turn < 1500; turn++)
    {
      g_autoptr(MesoPatientRecord) record = make_record (rand);
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(ExchangeFile) file = NULL;
      char separator = separators[g_rand_int_range (rand, 0, 3)];

      if (!meso_patient_record_check (record, EXCHANGE_TODAY, NULL))
        continue;
      meso_patient_csv_append_header (text, separator);
      meso_patient_csv_append_row (text, record, separator);
      file = exchange_file_new (text->str, NULL);
      g_assert_cmpuint (file->rows->len, ==, 1);
      g_assert_nonnull (exchange_file_get_row (file, 0)->record);
      assert_equal (record, exchange_file_get_row (file, 0)->record);
      n_same++;
    }
  g_assert_cmpuint (n_same, >, 500);
}

static void
test_both_calendars (void)
{
  g_autoptr(MesoPatientRecord) record = meso_patient_record_new (meso_patient_new ());
  g_autoptr(GString) text = g_string_new (NULL);

  g_set_str (&record->patient->given_name, "=Leila");
  record->patient->birth_date = (MesoCalendarDate) { 1990, 5, 1 };
  record->patient->weight_g = 61500;
  record->patient->weight_on = EXCHANGE_TODAY;
  meso_patient_csv_append_row (text, record, ',');
  g_assert_true (strstr (text->str, ",'=Leila,") != NULL);
  g_assert_true (strstr (text->str, ",1990-05-01,1369-02-11,") != NULL);
  g_assert_true (strstr (text->str, ",61.5,2026-11-22,") != NULL);
  g_assert_true (g_str_has_suffix (text->str, "\r\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/patient-csv/there-and-back", test_there_and_back);
  g_test_add_func ("/patient-csv/both-calendars", test_both_calendars);
  return g_test_run ();
}
