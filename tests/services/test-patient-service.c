/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-service.h"

#include "clinic-fixture.h"
#include "meso-core-error.h"
#include "meso-patient-repository.h"

static MesoPatient *
get (ClinicFixture *fixture,
     const char    *id_or_file_number)
{
  g_autoptr(GError) error = NULL;
  MesoPatient *patient = meso_patient_service_get (fixture->clinic, id_or_file_number, &error);

  g_assert_no_error (error);
  g_assert_nonnull (patient);
  return patient;
}

/* "Karimi Rahimi": the family names of what was found, in its order */
static char *
join_families (GPtrArray *patients)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) families = NULL;

  for (guint i = 0; i < patients->len; i++)
    g_strv_builder_add (builder, ((MesoPatient *) g_ptr_array_index (patients, i))->family_name);
  families = g_strv_builder_end (builder);
  return g_strjoinv (" ", families);
}

static void
assert_search (ClinicFixture *fixture,
               const char    *text,
               guint          limit,
               const char    *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = meso_patient_service_search (fixture->clinic, text, limit, &error);
  g_autofree char *families = NULL;

  g_assert_no_error (error);
  families = join_families (found);
  g_assert_cmpstr (families, ==, expected);
}

static void
assert_list (ClinicFixture *fixture,
             guint          offset,
             guint          limit,
             const char    *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = meso_patient_service_list (fixture->clinic, offset, limit, &error);
  g_autofree char *families = NULL;

  g_assert_no_error (error);
  families = join_families (found);
  g_assert_cmpstr (families, ==, expected);
}

static void
test_add (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) typed = meso_patient_new ();
  g_autoptr(MesoPatient) stored = NULL;
  g_autoptr(MesoPatient) read = NULL;
  g_autoptr(GError) error = NULL;

  g_set_str (&typed->given_name, "  لیلا ");
  g_set_str (&typed->family_name, "کریمی");
  g_set_str (&typed->phone, "۰۹۱۲ ۳۴۵ ۶۷۸۹");
  g_set_str (&typed->language, "fa");
  g_set_str (&typed->notes, "Comes\nwith her sister.");
  typed->sex = MESO_SEX_FEMALE;
  typed->birth_date = clinic_fixture_day ("1990-05-01");
  stored = meso_patient_service_add (fixture->clinic, typed, clinic_fixture_day (TODAY), &error);
  g_assert_no_error (error);
  g_assert_true (g_uuid_string_is_valid (stored->id));
  g_assert_cmpstr (stored->file_number, !=, "");

  read = get (fixture, stored->id);
  g_assert_cmpstr (read->id, ==, stored->id);
  g_assert_cmpstr (read->file_number, ==, stored->file_number);
  g_assert_cmpstr (read->given_name, ==, "لیلا");
  g_assert_cmpstr (read->family_name, ==, "کریمی");
  g_assert_cmpstr (read->phone, ==, "+989123456789");
  g_assert_cmpstr (read->email, ==, "");
  g_assert_cmpstr (read->national_id, ==, "");
  g_assert_cmpstr (read->language, ==, "fa");
  g_assert_cmpstr (read->notes, ==, "Comes\nwith her sister.");
  g_assert_cmpint (read->sex, ==, MESO_SEX_FEMALE);
  g_assert_cmpint (meso_calendar_date_compare (read->birth_date, typed->birth_date), ==, 0);
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "create", "patient", stored->id), ==, 1);
}

static void
test_file_numbers_differ (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < 12; i++)
    {
      g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");

      g_assert_true (g_hash_table_add (seen, g_strdup (patient->file_number)));
    }
}

static void
assert_same_text_comes_back (ClinicFixture *fixture,
                             const char    *given,
                             const char    *family)
{
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, given, family, MESO_SEX_UNKNOWN, "", "");
  g_autoptr(MesoPatient) read = get (fixture, patient->id);

  g_assert_cmpstr (read->given_name, ==, given);
  g_assert_cmpstr (read->family_name, ==, family);
}

static void
test_names_of_all_kinds (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *longest = g_strnfill (200, 'x');
  g_autoptr(GString) persian = g_string_new (NULL);

  while (g_utf8_strlen (persian->str, -1) < 200)
    g_string_append_unichar (persian, 0x06CC);
  assert_same_text_comes_back (fixture, "<b>&\"'; DROP TABLE patient; --", "</patient> & %s %n {name}");
  assert_same_text_comes_back (fixture, "Leila لیلا", "کریمی-Karimi (نیک‌پور)");
  assert_same_text_comes_back (fixture, longest, persian->str);
  assert_same_text_comes_back (fixture, "", "O’Neil");
  assert_same_text_comes_back (fixture, "“*”", "^AND OR NOT NEAR(");
  assert_search (fixture, "Leila کریمی", 0, "کریمی-Karimi (نیک‌پور)");
  assert_search (fixture, "<b>&\"' DROP", 0, "</patient> & %s %n {name}");
  assert_search (fixture, "oneil", 0, "O’Neil");
}

/* Reading a record is written down: who, which, when. Finding it in a list is not reading it. */
static void
test_reading_is_written_down (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) leila = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoPatient) reza = clinic_fixture_add (fixture, "Reza", "Rahimi", MESO_SEX_MALE, "1980-05-01", "");
  g_autoptr(MesoPatient) first = NULL;
  g_autoptr(MesoPatient) second = NULL;

  assert_search (fixture, "leila", 0, "Karimi");
  assert_list (fixture, 0, 0, "Karimi Rahimi");
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "read", NULL, NULL), ==, 0);

  first = get (fixture, leila->id);
  second = get (fixture, leila->file_number);
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "read", "patient", leila->id), ==, 2);
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "read", "patient", reza->id), ==, 0);
}

static void
test_file_number_as_typed (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *bare = g_strdup_printf ("%d", (int) g_ascii_strtoll (patient->file_number, NULL, 10));
  g_autofree char *padded = g_strdup_printf ("00%s", bare);
  const char *const forms[] = { bare, padded, patient->file_number, "۱", "٠٠٠١" };

  g_assert_cmpstr (bare, ==, "1");
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr(MesoPatient) found = get (fixture, forms[i]);

      g_assert_cmpstr (found->id, ==, patient->id);
    }
}

static void
test_not_found (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *before = clinic_fixture_dump (fixture);
  g_autofree char *after = NULL;
  const char *const unknown[] = { "00000000-0000-4000-8000-000000000000", "999", "", "Leila", "1; DROP TABLE patient" };

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (meso_patient_service_get (fixture->clinic, unknown[i], &error));
      g_assert_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND);
    }
  after = clinic_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
assert_refused (ClinicFixture *fixture,
                MesoPatient   *patient,
                int            code,
                const char    *text)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (meso_patient_service_add (fixture->clinic, patient, clinic_fixture_day (TODAY), &error));
  clinic_fixture_assert_error (&error, MESO_CORE_ERROR, code, text);
  meso_patient_free (patient);
}

static MesoPatient *
named (const char *given)
{
  MesoPatient *patient = meso_patient_new ();

  g_set_str (&patient->given_name, given);
  return patient;
}

static void
refuse_bad_ones (ClinicFixture *fixture)
{
  g_autofree char *too_long = g_strnfill (201, 'x');
  MesoPatient *patient;

  assert_refused (fixture, named (""), MESO_CORE_ERROR_INVALID, "A name is missing");
  assert_refused (fixture, named (" \t "), MESO_CORE_ERROR_INVALID, "A name is missing");
  assert_refused (fixture, named (too_long), MESO_CORE_ERROR_RANGE, "The given name");
  assert_refused (fixture, named ("Leila\nKarimi"), MESO_CORE_ERROR_INVALID, "The given name");

  patient = named ("Leila");
  patient->birth_date = clinic_fixture_day ("2026-11-23");
  assert_refused (fixture, patient, MESO_CORE_ERROR_RANGE, "2026-11-23");
  patient = named ("Leila");
  g_set_str (&patient->phone, "call her sister");
  assert_refused (fixture, patient, MESO_CORE_ERROR_INVALID, "phone");
  patient = named ("Leila");
  g_set_str (&patient->email, "leila at example.org");
  assert_refused (fixture, patient, MESO_CORE_ERROR_INVALID, "email");
  patient = named ("Leila");
  g_set_str (&patient->language, "tlh");
  assert_refused (fixture, patient, MESO_CORE_ERROR_INVALID, "language");
}

static void
test_bad_patients_store_nothing (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *before = clinic_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr(MesoPatient) next = NULL;

  refuse_bad_ones (fixture);
  after = clinic_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);

  /* No file number was lost either. */
  next = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_assert_cmpint (g_ascii_strtoll (next->file_number, NULL, 10), ==, 1);
}

static void
test_born_today (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Nova", "", MESO_SEX_FEMALE, TODAY, "");

  g_assert_cmpint (meso_calendar_date_compare (patient->birth_date, clinic_fixture_day (TODAY)), ==, 0);
}

static void
test_search (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) a = clinic_fixture_add (fixture, "علی‌رضا", "نیک‌پور", MESO_SEX_MALE, "1980-05-01", "fa");
  g_autoptr(MesoPatient) b = clinic_fixture_add (fixture, "Alireza", "Karimi", MESO_SEX_MALE, "1985-05-01", "en");
  g_autoptr(MesoPatient) c = clinic_fixture_add (fixture, "Leila", "Karimzadeh", MESO_SEX_FEMALE, "1990-05-01", "en");

  assert_search (fixture, "علی رضا", 0, "نیک‌پور");
  assert_search (fixture, "عليرضا", 0, "نیک‌پور");
  assert_search (fixture, "نیکپور علیرضا", 0, "نیک‌پور");
  assert_search (fixture, "KARIMI", 0, "Karimi");
  assert_search (fixture, "karim lei", 0, "Karimzadeh");
  assert_search (fixture, "karim", 1, "Karimi");
  assert_search (fixture, "nobody", 0, "");
  assert_search (fixture, "", 0, "");
  assert_search (fixture, " \"*()^ ", 0, "");
}

static void
test_list (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) a = clinic_fixture_add (fixture, "Sara", "Sharifi", MESO_SEX_FEMALE, "1990-05-01", "en");
  g_autoptr(MesoPatient) b = clinic_fixture_add (fixture, "Reza", "Ahmadi", MESO_SEX_MALE, "1990-05-01", "en");
  g_autoptr(MesoPatient) c = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "en");

  assert_list (fixture, 0, 0, "Ahmadi Karimi Sharifi");
  assert_list (fixture, 0, 2, "Ahmadi Karimi");
  assert_list (fixture, 2, 2, "Sharifi");
  assert_list (fixture, 3, 2, "");
}

typedef struct
{
  MesoClinic *clinic;
  const MesoPatient *duplicate;
  const MesoPatient *kept;
} Merge;

static gboolean
merge (MesoStoreContext  *context,
       gpointer           data,
       GError           **error)
{
  const Merge *work = data;

  return meso_patient_repository_link (context, meso_clinic_get_staff (work->clinic), work->duplicate->id, work->kept->id,
                                       "Entered twice.", error);
}

/* Two records that are one person: whichever is asked for, the one that is kept opens. */
static void
test_merged_records (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) kept = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoPatient) duplicate = clinic_fixture_add (fixture, "Leyla", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoPatient) by_id = NULL;
  g_autoptr(MesoPatient) by_number = NULL;
  g_autoptr(GError) error = NULL;
  Merge work = { fixture->clinic, duplicate, kept };

  g_assert_true (meso_clinic_run (fixture->clinic, MESO_STORE_WRITE, merge, &work, &error));
  g_assert_no_error (error);
  by_id = get (fixture, duplicate->id);
  by_number = get (fixture, duplicate->file_number);
  g_assert_cmpstr (by_id->id, ==, kept->id);
  g_assert_cmpstr (by_number->id, ==, kept->id);
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "read", "patient", kept->id), ==, 2);
  assert_list (fixture, 0, 0, "Karimi");
}

static void
test_update (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoPatient) edited = meso_patient_copy (patient);
  g_autoptr(MesoPatient) stored = NULL;
  g_autoptr(MesoPatient) same = NULL;
  g_autoptr(GError) error = NULL;

  g_set_str (&edited->family_name, " Ahmadi ");
  g_set_str (&edited->phone, "0912 345 6789");
  stored = meso_patient_service_update (fixture->clinic, edited, clinic_fixture_day (TODAY), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (stored->family_name, ==, "Ahmadi");
  g_assert_cmpstr (stored->phone, ==, "+989123456789");
  g_assert_cmpstr (stored->file_number, ==, patient->file_number);
  g_assert_cmpint (stored->revision, >, patient->revision);
  assert_search (fixture, "Karimi", 0, "");
  assert_search (fixture, "Ahmadi", 0, "Ahmadi");
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "update", "patient", patient->id), ==, 1);

  /* Nothing differs: nothing is written down. */
  same = meso_patient_service_update (fixture->clinic, stored, clinic_fixture_day (TODAY), &error);
  g_assert_no_error (error);
  g_assert_cmpint (same->revision, ==, stored->revision);
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "update", "patient", patient->id), ==, 1);
}

/* Two forms on one record: what the first saved is never overwritten unseen. */
static void
test_update_refused (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) first = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoPatient) second = meso_patient_copy (first);
  g_autoptr(MesoPatient) unknown = meso_patient_copy (first);
  g_autoptr(MesoPatient) stored = NULL;
  g_autoptr(GError) error = NULL;

  g_set_str (&first->notes, "Comes with her sister.");
  stored = meso_patient_service_update (fixture->clinic, first, clinic_fixture_day (TODAY), &error);
  g_assert_no_error (error);
  g_set_str (&second->notes, "Comes alone.");
  g_assert_null (meso_patient_service_update (fixture->clinic, second, clinic_fixture_day (TODAY), &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "meanwhile");
  g_set_str (&stored->given_name, "");
  g_set_str (&stored->family_name, "");
  g_assert_null (meso_patient_service_update (fixture->clinic, stored, clinic_fixture_day (TODAY), &error));
  clinic_fixture_assert_error (&error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID, "given_name: ");
  g_set_str (&unknown->id, "00000000-0000-4000-8000-000000000000");
  g_assert_null (meso_patient_service_update (fixture->clinic, unknown, clinic_fixture_day (TODAY), &error));
  g_assert_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/patient/add", test_add);
  g_test_add_func ("/services/patient/file-numbers-differ", test_file_numbers_differ);
  g_test_add_func ("/services/patient/names-of-all-kinds", test_names_of_all_kinds);
  g_test_add_func ("/services/patient/reading-is-written-down", test_reading_is_written_down);
  g_test_add_func ("/services/patient/file-number-as-typed", test_file_number_as_typed);
  g_test_add_func ("/services/patient/not-found", test_not_found);
  g_test_add_func ("/services/patient/bad-patients-store-nothing", test_bad_patients_store_nothing);
  g_test_add_func ("/services/patient/born-today", test_born_today);
  g_test_add_func ("/services/patient/search", test_search);
  g_test_add_func ("/services/patient/list", test_list);
  g_test_add_func ("/services/patient/merged-records", test_merged_records);
  g_test_add_func ("/services/patient/update", test_update);
  g_test_add_func ("/services/patient/update-refused", test_update_refused);

  return g_test_run ();
}
