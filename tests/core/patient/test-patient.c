/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-core-error.h"
#include "meso-patient.h"
#include "meso-text.h"

static const MesoCalendarDate today = { 2026, 11, 24 };

static void
set (char       **field,
     const char  *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static MesoPatient *
new_patient (void)
{
  MesoPatient *patient = meso_patient_new ();

  set (&patient->given_name, "Sara");
  set (&patient->family_name, "علوی");

  return patient;
}

static void
assert_accepted (const MesoPatient *patient)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (meso_patient_check (patient, today, &error));
  g_assert_no_error (error);
}

static void
assert_refused (const MesoPatient *patient,
                MesoCoreError      code,
                const char        *word)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (meso_patient_check (patient, today, &error));
  g_assert_error (error, MESO_CORE_ERROR, (int) code);
  g_assert_nonnull (g_strstr_len (error->message, -1, word));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
test_sex (void)
{
  static const char *const names[] = { "unknown", "female", "male", "other" };
  MesoSex sex = MESO_SEX_MALE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_true (meso_sex_from_string (names[i], &sex));
      g_assert_cmpstr (meso_sex_to_string (sex), ==, names[i]);
    }

  sex = MESO_SEX_MALE;
  g_assert_false (meso_sex_from_string ("Female", &sex));
  g_assert_false (meso_sex_from_string ("", &sex));
  g_assert_false (meso_sex_from_string (NULL, &sex));
  g_assert_cmpint (sex, ==, MESO_SEX_MALE);
}

static void
test_copy (void)
{
  g_autoptr (MesoPatient) patient = new_patient ();
  g_autoptr (MesoPatient) copy = NULL;

  set (&patient->id, "a");
  set (&patient->file_number, "0417");
  set (&patient->notes, "note");
  patient->sex = MESO_SEX_FEMALE;
  patient->birth_date = (MesoCalendarDate) { 1990, 5, 1 };
  g_assert_cmpint (patient->revision, ==, 0);
  patient->revision = 3;
  copy = meso_patient_copy (patient);
  set (&patient->notes, "another");

  g_assert_cmpstr (copy->id, ==, "a");
  g_assert_cmpint (copy->revision, ==, 3);
  g_assert_cmpstr (copy->file_number, ==, "0417");
  g_assert_cmpstr (copy->family_name, ==, "علوی");
  g_assert_cmpstr (copy->notes, ==, "note");
  g_assert_cmpint (copy->sex, ==, MESO_SEX_FEMALE);
  g_assert_cmpint (copy->birth_date.year, ==, 1990);
}

static void
test_names_accepted (void)
{
  static const char *const names[] = { "A & B", "<b>\"x\"</b>", "O'Brien", "علی‌رضا Smith", "مُحَمَّد", "%s", "۳", "李" };
  g_autoptr (MesoPatient) patient = meso_patient_new ();
  g_autoptr (GString) long_name = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      set (&patient->given_name, names[i]);
      set (&patient->family_name, "");
      assert_accepted (patient);
      set (&patient->given_name, "");
      set (&patient->family_name, names[i]);
      assert_accepted (patient);
    }

  for (int i = 0; i < 200; i++)
    g_string_append (long_name, "ش");
  set (&patient->given_name, long_name->str);
  set (&patient->family_name, long_name->str);
  assert_accepted (patient);
}

static void
test_names_refused (void)
{
  static const char *const names[] = { "a\nb", "a\r", "a\tb", "a\x1b", "a\u202E", "a\u2068", "a\u2028", "a\xff" };
  g_autoptr (MesoPatient) patient = new_patient ();
  g_autofree char *too_long = g_strnfill (201, 'x');

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      set (&patient->given_name, names[i]);
      assert_refused (patient, MESO_CORE_ERROR_INVALID, "The given name");
      set (&patient->given_name, "");
      set (&patient->family_name, names[i]);
      assert_refused (patient, MESO_CORE_ERROR_INVALID, "The family name");
      set (&patient->family_name, "");
    }

  set (&patient->family_name, too_long);
  assert_refused (patient, MESO_CORE_ERROR_RANGE, "The family name");
}

/* Pasted marks of direction go; an override is refused after normalising too. */
static void
test_names_lose_marks (void)
{
  g_autoptr (MesoPatient) patient = new_patient ();

  set (&patient->given_name, "اف\u202Bتخاری\u202C");
  set (&patient->family_name, "\u2068O\u200F’Neill\u2069 \u061C");
  meso_patient_normalise (patient);
  g_assert_cmpstr (patient->given_name, ==, "افتخاری");
  g_assert_cmpstr (patient->family_name, ==, "O’Neill");
  assert_accepted (patient);

  set (&patient->given_name, "a\u202Eb");
  meso_patient_normalise (patient);
  assert_refused (patient, MESO_CORE_ERROR_INVALID, "given_name: The given name");
}

static void
test_name_missing (void)
{
  static const char *const blanks[] = { "", " ", "\u00A0", "\u200C", "\u200F \u200E" };
  g_autoptr (MesoPatient) patient = meso_patient_new ();

  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++)
    {
      set (&patient->given_name, blanks[i]);
      set (&patient->family_name, blanks[i]);
      assert_refused (patient, MESO_CORE_ERROR_INVALID, "name is missing");
    }
}

static void
test_birth_date (void)
{
  g_autoptr (MesoPatient) patient = new_patient ();

  patient->birth_date = today;
  assert_accepted (patient);
  patient->birth_date = (MesoCalendarDate) { 1850, 1, 1 };
  assert_accepted (patient);
  patient->birth_date = (MesoCalendarDate) { 2026, 11, 25 };
  assert_refused (patient, MESO_CORE_ERROR_RANGE, "2026-11-25 is in the future");
  patient->birth_date = (MesoCalendarDate) { 1849, 12, 31 };
  assert_refused (patient, MESO_CORE_ERROR_RANGE, "before 1850");
  /* Persian year typed as if it were Gregorian. */
  patient->birth_date = (MesoCalendarDate) { 1369, 2, 11 };
  assert_refused (patient, MESO_CORE_ERROR_RANGE, "Persian date");
}

static void
test_phone (void)
{
  static const char *const good[] = { "", " ", "09123456789", "+98 912 345 6789", "۰۹۱۲۳۴۵۶۷۸۹", "\u202A+44 20\u202C", "110", "021-8877 6655 #12" };
  static const char *const bad[] = { "call me", "12", "+", "0912\n3456789x", "09123456789 home", "\u202E0912x", "<0912>", "a\xff" };
  g_autoptr (MesoPatient) patient = new_patient ();

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      set (&patient->phone, good[i]);
      assert_accepted (patient);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      set (&patient->phone, bad[i]);
      assert_refused (patient, MESO_CORE_ERROR_INVALID, "phone number");
    }

  set (&patient->phone, "+44 000000000000000000000000000000000000000000");
  assert_refused (patient, MESO_CORE_ERROR_RANGE, "The phone number");
}

static void
test_email (void)
{
  static const char *const good[] = { "", "a@b", "sara.alavi+clinic@example.org", " a@b " };
  static const char *const bad[] = { "a", "@", "a@", "@b", "a@b@c", "a b@c", "a@b c", "a@b\nc" };
  g_autoptr (MesoPatient) patient = new_patient ();

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      set (&patient->email, good[i]);
      assert_accepted (patient);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      set (&patient->email, bad[i]);
      assert_refused (patient, MESO_CORE_ERROR_INVALID, "email address");
    }
}

static void
test_other_fields (void)
{
  g_autoptr (MesoPatient) patient = new_patient ();
  g_autofree char *long_note = g_strnfill (MESO_TEXT_NOTE_MAX_BYTES + 1, 'x');

  set (&patient->language, "fa");
  set (&patient->notes, "first\nsecond");
  /* A wrong check digit is a warning elsewhere, never a wall. */
  set (&patient->national_id, "0932833811");
  set (&patient->file_number, "0417");
  assert_accepted (patient);

  set (&patient->language, "de");
  assert_refused (patient, MESO_CORE_ERROR_INVALID, "“de”");
  set (&patient->language, "FA");
  assert_refused (patient, MESO_CORE_ERROR_INVALID, "“FA”");
  set (&patient->language, "");
  set (&patient->notes, long_note);
  assert_refused (patient, MESO_CORE_ERROR_RANGE, "The note");
  set (&patient->notes, "");
  set (&patient->national_id, "1\n2");
  assert_refused (patient, MESO_CORE_ERROR_INVALID, "The national ID");
  set (&patient->national_id, "");
  set (&patient->file_number, "1\n2");
  assert_refused (patient, MESO_CORE_ERROR_INVALID, "The file number");
}

static void
test_normalise (void)
{
  g_autoptr (MesoPatient) patient = meso_patient_new ();

  set (&patient->given_name, "  علي‌رضا\u200F ");
  set (&patient->family_name, "A  &\u00A0B\n");
  set (&patient->phone, "۰۹۱۲ ۳۴۵ ۶۷۸۹");
  set (&patient->email, " a@b ");
  set (&patient->national_id, " ۰۰۷۷-۳۱۶۸۹۴ ");
  set (&patient->notes, "\n first\n second ۱ \n");
  meso_patient_normalise (patient);

  /* As typed but for the ends: not even ي becomes ی. */
  g_assert_cmpstr (patient->given_name, ==, "علي‌رضا");
  g_assert_cmpstr (patient->family_name, ==, "A  &\u00A0B");
  g_assert_cmpstr (patient->phone, ==, "+989123456789");
  g_assert_cmpstr (patient->email, ==, "a@b");
  g_assert_cmpstr (patient->national_id, ==, "0077316894");
  g_assert_cmpstr (patient->notes, ==, "first\n second ۱");
  g_assert_null (patient->id);
  assert_accepted (patient);
}

/* Normalising comes first, so broken text must come through it, and be refused after it. */
static void
test_normalise_broken_text (void)
{
  g_autoptr (MesoPatient) patient = new_patient ();

  set (&patient->given_name, " \xdb");
  set (&patient->phone, "0912\xe2");
  set (&patient->national_id, "\xd9");
  set (&patient->notes, "\xf0\x9f");
  meso_patient_normalise (patient);
  assert_refused (patient, MESO_CORE_ERROR_INVALID, "The given name");
  set (&patient->given_name, "");
  assert_refused (patient, MESO_CORE_ERROR_INVALID, "phone number");
  set (&patient->phone, "");
  assert_refused (patient, MESO_CORE_ERROR_INVALID, "The national ID");
  set (&patient->national_id, "");
  assert_refused (patient, MESO_CORE_ERROR_INVALID, "The note");
}

static void
assert_full_name (const char *given,
                  const char *family,
                  const char *expected)
{
  g_autoptr (MesoPatient) patient = meso_patient_new ();
  g_autofree char *full_name = NULL;

  set (&patient->given_name, given);
  set (&patient->family_name, family);
  full_name = meso_patient_dup_full_name (patient);
  g_assert_cmpstr (full_name, ==, expected);
}

static void
test_full_name (void)
{
  assert_full_name ("Sara", "Alavi", "Sara Alavi");
  assert_full_name ("سارا", "", "سارا");
  assert_full_name ("", "علوی", "علوی");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/patient/sex", test_sex);
  g_test_add_func ("/patient/copy", test_copy);
  g_test_add_func ("/patient/names-accepted", test_names_accepted);
  g_test_add_func ("/patient/names-refused", test_names_refused);
  g_test_add_func ("/patient/names-lose-marks", test_names_lose_marks);
  g_test_add_func ("/patient/name-missing", test_name_missing);
  g_test_add_func ("/patient/birth-date", test_birth_date);
  g_test_add_func ("/patient/phone", test_phone);
  g_test_add_func ("/patient/email", test_email);
  g_test_add_func ("/patient/other-fields", test_other_fields);
  g_test_add_func ("/patient/normalise", test_normalise);
  g_test_add_func ("/patient/normalise-broken-text", test_normalise_broken_text);
  g_test_add_func ("/patient/full-name", test_full_name);

  return g_test_run ();
}
