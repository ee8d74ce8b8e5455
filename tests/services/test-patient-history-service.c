/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-history-service.h"

#include <string.h>

#include "clinic-fixture.h"
#include "meso-patient-archive-service.h"
#include "meso-patient-merge-service.h"
#include "meso-patient-service.h"
#include "meso-record-service.h"

/* (transfer full): "update phone “a” → “b”; …", newest first */
static char *
describe (ClinicFixture *fixture,
          const char    *patient,
          const char    *field,
          gint64         before,
          guint          limit,
          gint64        *last_out)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) changes = meso_patient_history_service_list (fixture->clinic, patient, field, before, limit, &error);
  g_autoptr(GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < changes->len; i++)
    {
      const MesoFieldChange *change = g_ptr_array_index (changes, i);

      g_string_append_printf (text, "%s %s %s “%s” “%s”; ", change->file_number, change->action, change->field,
                              change->old_value != NULL ? change->old_value : "-",
                              change->new_value != NULL ? change->new_value : "-");
      if (last_out != NULL)
        *last_out = change->seq;
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_history (ClinicFixture *fixture,
                const char    *patient,
                const char    *field,
                const char    *expected)
{
  g_autofree char *text = describe (fixture, patient, field, 0, 0, NULL);

  g_assert_cmpstr (text, ==, expected);
}

static MesoPatient *
phone (ClinicFixture *fixture,
       MesoPatient   *patient,
       const char    *number,
       const char    *email)
{
  g_autoptr(GError) error = NULL;
  MesoPatient *stored;

  g_set_str (&patient->phone, number);
  g_set_str (&patient->email, email);
  stored = meso_patient_service_update (fixture->clinic, patient, clinic_fixture_day (TODAY), &error);
  g_assert_no_error (error);
  meso_patient_free (patient);
  return stored;
}

static void
test_fields (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-13", "en");
  g_autoptr(MesoPatient) other = clinic_fixture_add (fixture, "Sara", "Ahmadi", MESO_SEX_FEMALE, "1991-05-13", "en");
  g_autoptr(GPtrArray) changes = NULL;

  patient = phone (fixture, g_steal_pointer (&patient), "09121111111", "a@example.org");
  patient = phone (fixture, g_steal_pointer (&patient), "09122222222", "a@example.org");
  assert_history (fixture, patient->id, "phone",
                  "0001 update phone “+989121111111” “+989122222222”; 0001 update phone “” “+989121111111”; ");
  assert_history (fixture, "1", "email", "0001 update email “” “a@example.org”; ");
  assert_history (fixture, "1", "birth_date", "0001 create birth_date “-” “1990-05-13”; ");
  assert_history (fixture, "1", "notes", "");
  changes = meso_patient_history_service_list (fixture->clinic, "1", "email", 0, 0, NULL);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_false (((MesoFieldChange *) changes->pdata[0])->erased);
  g_assert_cmpstr (((MesoFieldChange *) changes->pdata[0])->by, !=, "");
  g_assert_true (g_str_has_suffix (((MesoFieldChange *) changes->pdata[0])->at_utc, "Z"));
}

static void
test_lists_of_health (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-13", "en");
  g_autoptr(MesoPatientRecord) record = meso_record_service_get (fixture->clinic, patient->id, NULL);
  g_autoptr(MesoPatientRecord) stored = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (record->items, meso_health_item_new (MESO_HEALTH_ALLERGY, "Latex"));
  stored = meso_record_service_update (fixture->clinic, record, clinic_fixture_day (TODAY), NULL);
  g_assert_nonnull (stored);
  text = describe (fixture, patient->id, "allergies", 0, 0, NULL);
  g_assert_nonnull (strstr (text, "0001 update allergies"));
  g_assert_nonnull (strstr (text, "Latex"));
}

static void
test_pages (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-13", "en");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *phones = NULL;
  gint64 last = 0;

  patient = phone (fixture, g_steal_pointer (&patient), "09121111111", "a@example.org");
  patient = phone (fixture, g_steal_pointer (&patient), "09122222222", "b@example.org");
  /* A row of the log isn't cut in two. */
  first = describe (fixture, patient->id, NULL, 0, 1, &last);
  g_assert_cmpstr (first, ==, "0001 update phone “+989121111111” “+989122222222”; 0001 update email “a@example.org” “b@example.org”; ");
  second = describe (fixture, patient->id, NULL, last, 1, &last);
  g_assert_cmpstr (second, ==, "0001 update phone “” “+989121111111”; 0001 update email “” “a@example.org”; ");
  phones = describe (fixture, patient->id, "phone", last, 10, &last);
  g_assert_cmpstr (phones, ==, "");
}

static void
test_merges (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) kept = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-13", "en");
  g_autoptr(MesoPatient) duplicate = clinic_fixture_add (fixture, "Leyla", "Karimi", MESO_SEX_FEMALE, "1990-05-13", "en");
  static const char *const fields[] = { "given_name", NULL };
  g_autoptr(MesoPatient) merged = NULL;
  g_autoptr(GPtrArray) changes = NULL;

  merged = meso_patient_merge_service_merge (fixture->clinic, duplicate->id, kept->id, fields, "same person", NULL);
  g_assert_nonnull (merged);
  assert_history (fixture, duplicate->id, "given_name",
                  "0001 update given_name “Leila” “Leyla”; 0002 create given_name “” “Leyla”; 0001 create given_name “” “Leila”; ");
  changes = meso_patient_history_service_list (fixture->clinic, kept->id, "given_name", 0, 1, NULL);
  g_assert_cmpstr (((MesoFieldChange *) changes->pdata[0])->reason, ==, "same person");
}

static void
test_archive (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-13", "en");
  g_autoptr(MesoPatient) archived = NULL;
  g_autoptr(MesoPatient) twice = NULL;
  g_autoptr(MesoPatient) restored = NULL;
  g_autofree char *screening = NULL;
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GError) error = NULL;

  archived = meso_patient_archive_service_archive (fixture->clinic, patient->file_number, "moved away", &error);
  g_assert_no_error (error);
  g_assert_true (archived->archived);
  twice = meso_patient_archive_service_archive (fixture->clinic, patient->id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (twice->revision, ==, archived->revision);
  /* Found with its mark, and treated all the same. */
  found = meso_patient_service_search (fixture->clinic, "Karimi", 0, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (((MesoPatient *) found->pdata[0])->archived);
  screening = clinic_fixture_screen (fixture, patient, TODAY, "");
  clinic_fixture_plan (fixture, patient, "mild", TODAY);
  restored = meso_patient_archive_service_restore (fixture->clinic, patient->id, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (restored->archived);
  assert_history (fixture, patient->id, "archived", "0001 update archived “yes” “no”; 0001 update archived “no” “yes”; ");
  g_assert_null (meso_patient_archive_service_archive (fixture->clinic, "17", NULL, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "17");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/patient-history/fields", test_fields);
  g_test_add_func ("/services/patient-history/lists-of-health", test_lists_of_health);
  g_test_add_func ("/services/patient-history/pages", test_pages);
  g_test_add_func ("/services/patient-history/merges", test_merges);
  g_test_add_func ("/services/patient-history/archive", test_archive);

  return g_test_run ();
}
