/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-core-error.h"
#include "meso-patient-record.h"
#include "meso-phone.h"

#include <string.h>

static const MesoCalendarDate today = { 2026, 11, 22 };

static MesoPatientRecord *
new_record (void)
{
  MesoPatient *patient = meso_patient_new ();

  g_set_str (&patient->given_name, "Sara");
  return meso_patient_record_new (patient);
}

static MesoHealthItem *
add (MesoPatientRecord *record,
     MesoHealthKind     kind,
     const char        *what)
{
  MesoHealthItem *item = meso_health_item_new (kind, what);

  g_ptr_array_add (record->items, item);
  return item;
}

static void
assert_accepted (MesoPatientRecord *record)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (meso_patient_record_check (record, today, &error));
  g_assert_no_error (error);
}

/* The message starts with the place. */
static void
assert_refused (MesoPatientRecord *record,
                const char        *place)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *start = g_strconcat (place, ": ", NULL);

  g_assert_false (meso_patient_record_check (record, today, &error));
  g_assert_true (error->domain == MESO_CORE_ERROR);
  if (!g_str_has_prefix (error->message, start))
    g_error ("“%s” doesn't start with “%s”", error->message, start);
}

/* Every text goes through its check: what nobody can see is refused at its place, also in those added later. */
static void
test_every_text_is_checked (void)
{
  static const char *const hidden[] = { "a\x01", "a\u202e", "a\u2066", "\xff" };

  for (const char *const *field = meso_patient_fields (); *field != NULL; field++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
        {
          g_autoptr (MesoPatientRecord) record = new_record ();
          char **text = meso_patient_find_text (record->patient, *field);

          if (text == NULL)
            continue;
          g_set_str (text, hidden[i]);
          if (g_str_has_suffix (*field, "phone") && i > 0 && i < 3)
            g_set_str (text, "0912 34\x01");   /* of a phone, marks of direction go */
          assert_refused (record, *field);
        }
    }
}

static void
test_every_text_is_copied (void)
{
  g_autoptr (MesoPatient) patient = meso_patient_new ();
  g_autoptr (MesoPatient) copy = NULL;
  char **text;
  guint n = 0;

  for (; (text = meso_patient_get_text (patient, n)) != NULL; n++)
    g_set_str (text, "x");
  g_assert_cmpuint (n, ==, 20);
  copy = meso_patient_copy (patient);
  for (const char *const *field = meso_patient_fields (); *field != NULL; field++)
    {
      g_autofree char *value = meso_patient_dup_field (copy, *field);

      if (meso_patient_find_text (patient, *field) != NULL)
        {
          g_assert_cmpstr (value, ==, "x");
          g_assert_true (*meso_patient_find_text (patient, *field) != *meso_patient_find_text (copy, *field));
        }
    }
  g_assert_null (meso_patient_find_text (patient, "sex"));
}

static void
test_long_texts (void)
{
  g_autofree char *line = g_strnfill (201, 'x');
  g_autoptr (MesoPatientRecord) record = new_record ();

  g_set_str (&record->patient->referred_by, line);
  assert_refused (record, "referred_by");
  line[200] = '\0';
  g_set_str (&record->patient->referred_by, line);
  g_set_str (&record->patient->address, "Vali-e-Asr St\nTehran");
  assert_accepted (record);
  g_set_str (&record->patient->next_of_kin_relation, "two\nlines");
  assert_refused (record, "next_of_kin_relation");
}

static void
assert_age (int         age,
            const char *place)
{
  g_autoptr (MesoPatientRecord) record = new_record ();

  record->patient->age = age;
  record->patient->age_on = today;
  if (place != NULL)
    assert_refused (record, place);
  else
    assert_accepted (record);
}

static void
test_age (void)
{
  g_autoptr (MesoPatientRecord) record = new_record ();

  assert_age (0, NULL);
  assert_age (MESO_PATIENT_AGE_MAX, NULL);
  assert_age (-1, "age");
  assert_age (MESO_PATIENT_AGE_MAX + 1, "age");
  record->patient->age = 30;
  assert_refused (record, "age");
  record->patient->age_on = (MesoCalendarDate) { 2026, 11, 23 };
  assert_refused (record, "age");
  record->patient->age_on = (MesoCalendarDate) { 1405, 9, 1 };
  assert_refused (record, "age");
  record->patient->age_on = today;
  assert_accepted (record);
  record->patient->birth_date = (MesoCalendarDate) { 1996, 1, 1 };
  assert_refused (record, "age");
}

/* For every age told on every day of four years, and every day of birth that could be told so: the person is never younger than the
 * latest day of birth says, nor older than the earliest. */
static void
test_age_is_never_overstated (void)
{
  static const int ages[] = { 0, 1, 17, 18, 43 };
  g_autoptr (MesoPatient) patient = meso_patient_new ();

  for (guint i = 0; i < G_N_ELEMENTS (ages); i++)
    for (MesoCalendarDate on = { 2023, 1, 1 }; on.year < 2027; on = meso_calendar_date_add_days (on, 1))
      {
        MesoCalendarDate latest, earliest;

        patient->age = ages[i];
        patient->age_on = on;
        latest = meso_patient_get_latest_birth (patient);
        earliest = meso_patient_get_earliest_birth (patient);
        g_assert_cmpint (meso_calendar_date_years_between (latest, on), ==, ages[i]);
        g_assert_cmpint (meso_calendar_date_years_between (meso_calendar_date_add_days (latest, 1), on), <, ages[i]);
        /* Who was born on 29 February is told their age by one day more in some years: never by one less. */
        g_assert_cmpint (meso_calendar_date_years_between (meso_calendar_date_add_days (earliest, -1), on), >, ages[i]);
      }
}

static void
test_what_is_known_of_the_age (void)
{
  g_autoptr (MesoPatient) patient = meso_patient_new ();
  int least, most;

  g_assert_false (meso_patient_get_age (patient, today, &least, &most));
  g_assert_false (meso_calendar_date_is_set (meso_patient_get_latest_birth (patient)));
  patient->age = 34;
  patient->age_on = (MesoCalendarDate) { 2026, 3, 10 };
  g_assert_true (meso_patient_get_age (patient, (MesoCalendarDate) { 2026, 3, 10 }, &least, &most));
  g_assert_cmpint (least, ==, 34);
  g_assert_cmpint (most, ==, 34);
  g_assert_true (meso_patient_get_age (patient, (MesoCalendarDate) { 2026, 3, 11 }, &least, &most));
  g_assert_cmpint (least, ==, 34);
  g_assert_cmpint (most, ==, 35);
  g_assert_true (meso_patient_get_age (patient, (MesoCalendarDate) { 2031, 3, 10 }, &least, &most));
  g_assert_cmpint (least, ==, 39);
  g_assert_cmpint (most, ==, 39);
  patient->age_on = MESO_CALENDAR_DATE_NONE;
  patient->birth_date = (MesoCalendarDate) { 1990, 5, 1 };
  g_assert_true (meso_patient_get_age (patient, today, &least, &most));
  g_assert_cmpint (least, ==, 36);
  g_assert_cmpint (most, ==, 36);
  g_assert_false (meso_patient_get_age (patient, (MesoCalendarDate) { 1989, 1, 1 }, &least, &most));
}

static void
test_weight (void)
{
  g_autoptr (MesoPatientRecord) record = new_record ();

  record->patient->weight_g = 61500;
  assert_refused (record, "weight_g");
  record->patient->weight_on = (MesoCalendarDate) { 2026, 11, 23 };
  assert_refused (record, "weight_g");
  record->patient->weight_on = today;
  assert_accepted (record);
  record->patient->weight_g = MESO_PATIENT_WEIGHT_MAX_G + 1;
  assert_refused (record, "weight_g");
  record->patient->weight_g = -1;
  assert_refused (record, "weight_g");
  record->patient->weight_g = 0;
  assert_refused (record, "weight_g");
}

static void
test_choices (void)
{
  g_autoptr (MesoPatientRecord) record = new_record ();

  for (const char *const *group = meso_blood_groups (); *group != NULL; group++)
    {
      g_set_str (&record->patient->blood_group, *group);
      assert_accepted (record);
    }
  g_set_str (&record->patient->blood_group, "a+");
  assert_refused (record, "blood_group");
  g_set_str (&record->patient->blood_group, "");
  g_set_str (&record->patient->second_phone, "nobody");
  assert_refused (record, "second_phone");
  g_set_str (&record->patient->second_phone, "");
  g_set_str (&record->patient->next_of_kin_phone, "12");
  assert_refused (record, "next_of_kin_phone");
}

static void
test_names_of_values (void)
{
  MesoAsked asked = MESO_ASKED_LISTED;
  MesoHairOnset onset = MESO_HAIR_ONSET_SUDDEN;
  MesoHairFamily family = MESO_HAIR_FAMILY_NO;

  g_assert_cmpstr (meso_asked_to_string (MESO_ASKED_NOT), ==, "not-asked");
  g_assert_true (meso_asked_from_string ("none-known", &asked) && asked == MESO_ASKED_NONE);
  g_assert_false (meso_asked_from_string ("none", &asked));
  g_assert_true (meso_hair_onset_from_string ("gradual", &onset) && onset == MESO_HAIR_ONSET_GRADUAL);
  g_assert_cmpstr (meso_hair_onset_to_string (MESO_HAIR_ONSET_SUDDEN), ==, "sudden");
  g_assert_true (meso_hair_family_from_string ("yes", &family) && family == MESO_HAIR_FAMILY_YES);
  g_assert_false (meso_hair_family_from_string (NULL, &family));
}

static void
test_normalise (void)
{
  g_autoptr (MesoPatientRecord) record = new_record ();
  MesoPatient *patient = record->patient;
  MesoHealthItem *item = add (record, MESO_HEALTH_ALLERGY, "  Latex\u200f ");

  g_set_str (&patient->other_given_name, " \u202bسارا\u202c ");
  g_set_str (&patient->second_phone, "۰۹۱۲ ۳۴۵ ۶۷۸۹");
  g_set_str (&patient->next_of_kin_phone, "0912 765 4321");
  g_set_str (&patient->address, " Tehran\n");
  g_set_str (&patient->national_id, "1234567890");
  g_set_str (&patient->national_id_reason, " as on the card ");
  g_set_str (&item->detail, " rash ");
  meso_patient_record_normalise (record);
  g_assert_cmpstr (patient->other_given_name, ==, "سارا");
  g_assert_cmpstr (patient->second_phone, ==, "+989123456789");
  g_assert_cmpstr (patient->next_of_kin_phone, ==, "+989127654321");
  g_assert_cmpstr (patient->address, ==, "Tehran");
  g_assert_cmpstr (patient->national_id_reason, ==, "as on the card");
  g_assert_cmpstr (item->what, ==, "Latex");
  g_assert_cmpstr (item->detail, ==, "rash");
  g_set_str (&patient->national_id, "0932833810");
  meso_patient_record_normalise (record);
  g_assert_cmpstr (patient->national_id_reason, ==, "");
}

static void
test_other_name (void)
{
  g_autoptr (MesoPatient) patient = meso_patient_new ();
  g_autofree char *none = meso_patient_dup_other_name (patient);
  g_autofree char *both = NULL;

  g_assert_cmpstr (none, ==, "");
  g_set_str (&patient->other_given_name, "سارا");
  g_set_str (&patient->other_family_name, "علوی");
  both = meso_patient_dup_other_name (patient);
  g_assert_cmpstr (both, ==, "سارا علوی");
}

static void
test_asked (void)
{
  g_autoptr (MesoPatientRecord) record = new_record ();
  MesoHealthItem *item;

  g_assert_cmpint (meso_patient_record_get_asked (record, MESO_HEALTH_ALLERGY), ==, MESO_ASKED_NOT);
  record->patient->allergies_asked = MESO_ASKED_LISTED;
  g_assert_cmpint (meso_patient_record_get_asked (record, MESO_HEALTH_ALLERGY), ==, MESO_ASKED_NOT);
  record->patient->allergies_asked = MESO_ASKED_NONE;
  g_assert_cmpint (meso_patient_record_get_asked (record, MESO_HEALTH_ALLERGY), ==, MESO_ASKED_NONE);
  assert_accepted (record);
  add (record, MESO_HEALTH_MEDICINE, "Warfarin");
  assert_accepted (record);
  g_assert_cmpint (meso_patient_record_get_asked (record, MESO_HEALTH_MEDICINE), ==, MESO_ASKED_LISTED);
  item = add (record, MESO_HEALTH_ALLERGY, "Latex");
  assert_refused (record, "allergies_asked");
  item->status = MESO_HEALTH_ENTERED_IN_ERROR;
  g_set_str (&item->reason, "another patient's");
  assert_accepted (record);
  g_assert_cmpint (meso_patient_record_get_asked (record, MESO_HEALTH_ALLERGY), ==, MESO_ASKED_NONE);
}

static void
test_place_of_an_item (void)
{
  g_autoptr (MesoPatientRecord) record = new_record ();

  add (record, MESO_HEALTH_ALLERGY, "Latex");
  add (record, MESO_HEALTH_MEDICINE, "Warfarin");
  add (record, MESO_HEALTH_ALLERGY, " ");
  assert_refused (record, "allergies[1].what");
}

static void
test_copy (void)
{
  g_autoptr (MesoPatientRecord) record = new_record ();
  g_autoptr (MesoPatientRecord) copy = NULL;
  g_autoptr (GPtrArray) active = NULL;

  g_set_str (&add (record, MESO_HEALTH_CONDITION, "Asthma")->id, "1");
  copy = meso_patient_record_copy (record);
  g_ptr_array_set_size (record->items, 0);
  active = meso_patient_record_list_active (copy, MESO_HEALTH_CONDITION);
  g_assert_cmpuint (active->len, ==, 1);
  g_assert_cmpstr (((MesoHealthItem *) g_ptr_array_index (active, 0))->id, ==, "1");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/patient-record/every-text-is-checked", test_every_text_is_checked);
  g_test_add_func ("/patient-record/every-text-is-copied", test_every_text_is_copied);
  g_test_add_func ("/patient-record/long-texts", test_long_texts);
  g_test_add_func ("/patient-record/age", test_age);
  g_test_add_func ("/patient-record/age-is-never-overstated", test_age_is_never_overstated);
  g_test_add_func ("/patient-record/what-is-known-of-the-age", test_what_is_known_of_the_age);
  g_test_add_func ("/patient-record/weight", test_weight);
  g_test_add_func ("/patient-record/choices", test_choices);
  g_test_add_func ("/patient-record/names-of-values", test_names_of_values);
  g_test_add_func ("/patient-record/normalise", test_normalise);
  g_test_add_func ("/patient-record/other-name", test_other_name);
  g_test_add_func ("/patient-record/asked", test_asked);
  g_test_add_func ("/patient-record/place-of-an-item", test_place_of_an_item);
  g_test_add_func ("/patient-record/copy", test_copy);

  return g_test_run ();
}
