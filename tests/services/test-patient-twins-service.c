/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-twins-service.h"

#include "clinic-fixture.h"
#include "meso-patient-merge-service.h"
#include "meso-patient-service.h"

#define ID_ONE "0077316894"

static MesoPatient *
type (const char *given,
      const char *family,
      const char *born,
      const char *phone,
      const char *national_id)
{
  MesoPatient *typed = meso_patient_new ();

  g_set_str (&typed->given_name, given);
  g_set_str (&typed->family_name, family);
  g_set_str (&typed->phone, phone);
  g_set_str (&typed->national_id, national_id);
  if (*born != '\0')
    typed->birth_date = clinic_fixture_day (born);
  return typed;
}

static MesoPatient *
store (ClinicFixture *fixture,
       const char    *given,
       const char    *family,
       const char    *born,
       const char    *phone,
       const char    *national_id)
{
  g_autoptr(MesoPatient) typed = type (given, family, born, phone, national_id);
  g_autoptr(GError) error = NULL;
  MesoPatient *stored = meso_patient_service_add (fixture->clinic, typed, clinic_fixture_day (TODAY), &error);

  g_assert_no_error (error);
  return stored;
}

/* (transfer full): "0002 likely name birth-date, 0001 possible phone" */
static char *
describe_alike (ClinicFixture     *fixture,
                const MesoPatient *typed,
                guint              limit)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) matches = meso_patient_twins_service_list_alike (fixture->clinic, typed, limit, &error);
  g_autoptr(GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < matches->len; i++)
    {
      const MesoTwinMatch *match = g_ptr_array_index (matches, i);
      g_auto(GStrv) reasons = meso_patient_twin_reasons_to_strv (match->twin.reasons);
      g_autofree char *why = g_strjoinv (" ", reasons);

      g_string_append_printf (text, "%s%s %s %s", i > 0 ? ", " : "", match->patient->file_number,
                              meso_patient_twin_grade_to_string (match->twin.grade), why);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Takes typed. */
static void
assert_alike (ClinicFixture *fixture,
              MesoPatient   *typed,
              const char    *expected)
{
  g_autofree char *text = describe_alike (fixture, typed, 10);

  meso_patient_free (typed);
  g_assert_cmpstr (text, ==, expected);
}

/* (transfer full): "0001+0002 likely, …" */
static char *
describe_pairs (ClinicFixture *fixture,
                guint          limit)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) pairs = meso_patient_twins_service_list_pairs (fixture->clinic, limit, &error);
  g_autoptr(GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < pairs->len; i++)
    {
      const MesoTwinPair *pair = g_ptr_array_index (pairs, i);

      g_string_append_printf (text, "%s%s+%s %s", i > 0 ? ", " : "", pair->first->file_number, pair->second->file_number,
                              meso_patient_twin_grade_to_string (pair->twin.grade));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_pairs (ClinicFixture *fixture,
              const char    *expected)
{
  g_autofree char *text = describe_pairs (fixture, 10);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_sound (ClinicFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) problems = meso_clinic_check (fixture->clinic, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_while_typing (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) stored = store (fixture, "علی‌رضا", "کریمی", "1980-05-13", "0912 345 6789", ID_ONE);
  g_autoptr(MesoPatient) older = store (fixture, "علیرضا", "کریمی", "1970-05-20", "", "");
  g_autoptr(MesoPatient) other = store (fixture, "Sara", "Ahmadi", "1980-05-13", "", "");

  assert_alike (fixture, type ("", "", "", "", ""), "");
  assert_alike (fixture, type ("Reza", "", "", "", "۰۰۷۷۳۱۶۸۹۴"), "0001 likely national-id");
  assert_alike (fixture, type ("Reza", "", "", "+98 912 345 6789", ""), "0001 possible phone");
  assert_alike (fixture, type ("", "", "", "345 6789", ""), "");
  assert_alike (fixture, type ("علي رضا", "کریمی", "1980-05-13", "", ""), "0001 likely name birth-date");
  assert_alike (fixture, type ("کریمی", "علي رضا", "1980-05-13", "", ""), "0001 likely name-swapped birth-date");
  assert_alike (fixture, type ("علي رضا", "کریمیی", "1980-05-13", "", ""), "0001 possible name-near birth-date");
  assert_alike (fixture, type ("Leila", "Karimi", "1980-05-13", "", ""), "");
  assert_alike (fixture, type ("علیرضا", "کریمی", "1980-05-13", "09123456789", ID_ONE),
                "0001 certain national-id phone name birth-date");
}

static void
test_namesakes_of_whom_little_is_known (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) known = store (fixture, "Leila", "Karimi", "1990-05-13", "", "");
  g_autoptr(MesoPatient) unknown = store (fixture, "Leila", "Karimi", "", "", "");
  g_autoptr(MesoPatient) notes = type ("Sara", "Ahmadi", "", "", "");
  g_autoptr(MesoPatient) sister = NULL;

  g_set_str (&notes->notes, "Comes with Leila Karimi.");
  sister = meso_patient_service_add (fixture->clinic, notes, clinic_fixture_day (TODAY), NULL);
  assert_alike (fixture, type ("Leila", "Karimi", "1985-02-20", "", ""), "0002 possible name");
  assert_alike (fixture, type ("Leila", "Karimi", "1990-05-13", "", ""), "0001 likely name birth-date, 0002 possible name");
}

static void
test_nobody_is_their_own_twin (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) first = store (fixture, "Leila", "Karimi", "1990-05-13", "", "");
  g_autoptr(MesoPatient) second = store (fixture, "Leila", "Karimi", "1990-05-13", "", "");
  g_autoptr(MesoPatient) merged = NULL;

  assert_alike (fixture, meso_patient_copy (first), "0002 likely name birth-date");
  merged = meso_patient_merge_service_merge (fixture->clinic, second->id, first->id, NULL, "same person", NULL);
  g_assert_nonnull (merged);
  assert_alike (fixture, meso_patient_copy (first), "");
  assert_alike (fixture, meso_patient_copy (second), "");
  /* Whoever is typed is compared with both, and shown the one they stand for. */
  assert_alike (fixture, type ("Leila", "Karimi", "1990-05-13", "", ""), "0001 likely name birth-date");
}

static void
test_pairs_of_the_clinic (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *two = NULL;

  meso_patient_free (store (fixture, "Leila", "Karimi", "1990-05-03", "", ""));                  /* 0001 */
  meso_patient_free (store (fixture, "Karimi", "Leila", "1990-03-05", "", ""));                  /* 0002 */
  meso_patient_free (store (fixture, "Sara", "Ahmadi", "1985-02-20", "09123456789", ""));        /* 0003 */
  meso_patient_free (store (fixture, "Nima", "Ahmadi", "1983-02-20", "09123456789", ""));        /* 0004: the same family */
  meso_patient_free (store (fixture, "Sara", "Ahmadi", "", "+989123456789", ""));                /* 0005 */
  meso_patient_free (store (fixture, "Omid", "Rad", "", "", ID_ONE));                            /* 0006 */
  assert_pairs (fixture, "0001+0002 likely, 0003+0005 likely");
  meso_patient_free (store (fixture, "Omid", "Rad", "", "", ID_ONE));                            /* 0007 */
  two = describe_pairs (fixture, 2);
  g_assert_true (g_str_has_prefix (two, "0006+0007 certain, "));
  assert_sound (fixture);
}

/* A record that was corrected is no twin any more. */
static void
test_keys_follow_changes (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) first = store (fixture, "Leila", "Karimi", "1990-05-13", "", "");
  g_autoptr(MesoPatient) second = store (fixture, "Leila", "Karimi", "1990-05-13", "", "");
  g_autoptr(MesoPatient) changed = NULL;
  g_autoptr(GError) error = NULL;

  assert_pairs (fixture, "0001+0002 likely");
  g_set_str (&second->given_name, "Mina");
  changed = meso_patient_service_update (fixture->clinic, second, clinic_fixture_day (TODAY), &error);
  g_assert_no_error (error);
  assert_pairs (fixture, "");
  assert_sound (fixture);
}

static void
test_two_persons (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) first = store (fixture, "Leila", "Karimi", "1990-05-13", "", "");
  g_autoptr(MesoPatient) second = store (fixture, "Leila", "Karimi", "1990-05-13", "", "");
  g_autoptr(GPtrArray) decisions = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_patient_twins_service_set_different (fixture->clinic, "2", first->id, "cousins", &error));
  g_assert_no_error (error);
  assert_pairs (fixture, "");
  assert_alike (fixture, meso_patient_copy (first), "");
  assert_alike (fixture, type ("Leila", "Karimi", "1990-05-13", "", ""),
                g_strcmp0 (first->id, second->id) < 0 ? "0001 likely name birth-date, 0002 likely name birth-date"
                                                      : "0002 likely name birth-date, 0001 likely name birth-date");
  decisions = meso_patient_twins_service_list_different (fixture->clinic, first->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (decisions->len, ==, 1);
  g_assert_cmpstr (((MesoTwinDecision *) decisions->pdata[0])->other->file_number, ==, "0002");
  g_assert_cmpstr (((MesoTwinDecision *) decisions->pdata[0])->reason, ==, "cousins");
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "set-different", "patient", second->id), ==, 1);
  /* Said once, and not merged as long as it holds. */
  g_assert_false (meso_patient_twins_service_set_different (fixture->clinic, first->id, second->id, NULL, &error));
  clinic_fixture_assert_error (&error, MESO_STORE_ERROR, MESO_STORE_ERROR_DUPLICATE, "");
  g_assert_null (meso_patient_merge_service_merge (fixture->clinic, second->id, first->id, NULL, "same", &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "two persons");
}

static void
test_two_persons_taken_back (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) first = store (fixture, "Leila", "Karimi", "1990-05-13", "", "");
  g_autoptr(MesoPatient) second = store (fixture, "Leila", "Karimi", "1990-05-13", "", "");
  g_autoptr(MesoPatient) merged = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (meso_patient_twins_service_take_back (fixture->clinic, first->id, second->id, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "");
  g_assert_true (meso_patient_twins_service_set_different (fixture->clinic, first->id, second->id, NULL, NULL));
  g_assert_true (meso_patient_twins_service_take_back (fixture->clinic, second->id, first->id, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "end-different", "patient", second->id), ==, 1);
  assert_pairs (fixture, "0001+0002 likely");
  /* One more time, and the other way round. */
  g_assert_true (meso_patient_twins_service_set_different (fixture->clinic, second->id, first->id, NULL, NULL));
  assert_pairs (fixture, "");
  g_assert_true (meso_patient_twins_service_take_back (fixture->clinic, first->id, second->id, NULL));
  merged = meso_patient_merge_service_merge (fixture->clinic, second->id, first->id, NULL, "same", &error);
  g_assert_no_error (error);
  g_assert_false (meso_patient_twins_service_set_different (fixture->clinic, second->id, first->id, NULL, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "one record");
}

/* What was said of a record holds for the person it was merged into. */
static void
test_two_persons_through_a_merge (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) first = store (fixture, "Leila", "Karimi", "1990-05-13", "", "");
  g_autoptr(MesoPatient) second = store (fixture, "Leila", "Karimi", "1990-05-13", "", "");
  g_autoptr(MesoPatient) third = store (fixture, "Leila", "Karimi", "1990-05-13", "", "");
  g_autoptr(MesoPatient) merged = NULL;

  g_assert_true (meso_patient_twins_service_set_different (fixture->clinic, first->id, second->id, NULL, NULL));
  merged = meso_patient_merge_service_merge (fixture->clinic, second->id, third->id, NULL, "same", NULL);
  g_assert_nonnull (merged);
  assert_pairs (fixture, "");
  g_assert_true (meso_patient_twins_service_take_back (fixture->clinic, first->id, third->id, NULL));
  assert_pairs (fixture, "0001+0003 likely");
}

static void
test_unknown_records (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) first = store (fixture, "Leila", "Karimi", "1990-05-13", "", "");
  g_autoptr(GError) error = NULL;

  g_assert_false (meso_patient_twins_service_set_different (fixture->clinic, first->id, "17", NULL, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "17");
  g_assert_false (meso_patient_twins_service_set_different (fixture->clinic, first->id, first->id, NULL, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "one record");
  g_assert_null (meso_patient_twins_service_list_different (fixture->clinic, "17", &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "17");
}

/* The keys of a file from another version of the program are made anew. */
static void
test_keys_of_another_version (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoContent) content = meso_content_ref (meso_clinic_get_content (fixture->clinic));
  g_autofree char *done = NULL;

  meso_patient_free (store (fixture, "Leila", "Karimi", "1990-05-13", "", ""));
  meso_patient_free (store (fixture, "Leila", "Karimi", "1990-05-13", "", ""));
  clinic_fixture_close (fixture);
  done = clinic_fixture_shell (fixture->path, "DELETE FROM patient_twin_key; INSERT INTO patient_twin_key VALUES (1, 1), (1, 2);"
                                              " UPDATE clinic_setting SET value = '0' WHERE key = 'twin-index'");
  clinic_fixture_open (fixture, content);
  assert_pairs (fixture, "0001+0002 likely");
  assert_sound (fixture);
}

static void
test_check_finds_wrong_keys (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoContent) content = meso_content_ref (meso_clinic_get_content (fixture->clinic));
  g_autoptr(GPtrArray) problems = NULL;
  g_autofree char *done = NULL;

  meso_patient_free (store (fixture, "Leila", "Karimi", "1990-05-13", "", ""));
  clinic_fixture_close (fixture);
  done = clinic_fixture_shell (fixture->path, "DELETE FROM patient_twin_key");
  clinic_fixture_open (fixture, content);
  problems = meso_clinic_check (fixture->clinic, NULL);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (problems->pdata[0], ==, "patient 0001 isn't compared with others");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/patient-twins/while-typing", test_while_typing);
  g_test_add_func ("/services/patient-twins/namesakes-of-whom-little-is-known", test_namesakes_of_whom_little_is_known);
  g_test_add_func ("/services/patient-twins/nobody-is-their-own-twin", test_nobody_is_their_own_twin);
  g_test_add_func ("/services/patient-twins/pairs-of-the-clinic", test_pairs_of_the_clinic);
  g_test_add_func ("/services/patient-twins/keys-follow-changes", test_keys_follow_changes);
  g_test_add_func ("/services/patient-twins/two-persons", test_two_persons);
  g_test_add_func ("/services/patient-twins/two-persons-taken-back", test_two_persons_taken_back);
  g_test_add_func ("/services/patient-twins/two-persons-through-a-merge", test_two_persons_through_a_merge);
  g_test_add_func ("/services/patient-twins/unknown-records", test_unknown_records);
  g_test_add_func ("/services/patient-twins/keys-of-another-version", test_keys_of_another_version);
  g_test_add_func ("/services/patient-twins/check-finds-wrong-keys", test_check_finds_wrong_keys);

  return g_test_run ();
}
