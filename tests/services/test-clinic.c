/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-clinic.h"

#include <glib/gstdio.h>

#include "clinic-fixture.h"
#include "meso-backup-service.h"
#include "meso-patient-service.h"

static void
test_create (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoClinicInfo) info = meso_clinic_get_info (fixture->clinic, &error);
  g_autoptr(GPtrArray) problems = meso_clinic_check (fixture->clinic, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (info->path, ==, fixture->path);
  g_assert_cmpint (info->schema_version, >=, 1);
  g_assert_cmpuint (info->patients, ==, 0);
  g_assert_false (info->demo);
  g_assert_null (info->upgrade_backup);
  g_assert_null (info->last_backup_at);
  g_assert_null (info->last_backup_path);
  g_assert_null (info->last_backup_hash);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_true (meso_clinic_get_protocol (fixture->clinic) == meso_content_get_protocol (fixture->content));
}

static void
test_info_follows (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoBackupResult) backup = meso_backup_service_write (fixture->clinic, copy, &error);
  g_autoptr(MesoClinicInfo) info = NULL;

  g_assert_no_error (error);
  info = meso_clinic_get_info (fixture->clinic, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (info->patients, ==, 1);
  g_assert_cmpstr (info->last_backup_path, ==, backup->path);
  g_assert_cmpstr (info->last_backup_at, ==, backup->at_utc);
  g_assert_cmpstr (info->last_backup_hash, ==, backup->audit_hash);
}

static void
test_create_replaces_nothing (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  clinic_fixture_close (fixture);
  before = clinic_fixture_shell (fixture->path, ".dump");
  g_assert_null (meso_clinic_create (fixture->path, fixture->content, &error));
  g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_EXISTS);
  after = clinic_fixture_shell (fixture->path, ".dump");
  g_assert_cmpstr (after, ==, before);
}

/* A misspelt folder is told, not made. */
static void
test_create_makes_no_folder (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *folder = g_build_filename (fixture->folder, "clinc", NULL);
  g_autofree char *path = g_build_filename (folder, "clinic.db", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (meso_clinic_create (path, fixture->content, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (error->domain, ==, MESO_STORE_ERROR);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
test_default_path (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *path = meso_clinic_dup_default_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoClinic) clinic = meso_clinic_create (path, fixture->content, &error);
  GStatBuf status;

  g_assert_no_error (error);
  g_assert_nonnull (clinic);
  g_assert_true (g_str_has_prefix (path, g_get_user_data_dir ()));
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
}

static void
test_open_missing (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "other.db", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (meso_clinic_open (path, fixture->content, &error));
  clinic_fixture_assert_error (&error, MESO_STORE_ERROR, MESO_STORE_ERROR_NOT_FOUND, path);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_open_something_else (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "notes.txt", NULL);
  const char *text = "Not a clinic: a list of names, long enough to hold what a header of a database would hold, "
                     "and some more of it, so that nobody takes it for a file that was cut off.";
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  g_assert_null (meso_clinic_open (path, fixture->content, &error));
  clinic_fixture_assert_error (&error, MESO_STORE_ERROR, MESO_STORE_ERROR_NOT_A_DATABASE, path);
  g_file_get_contents (path, &after, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (after, ==, text);
}

static void
test_second_open_is_refused (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = NULL;
  g_autoptr(MesoClinic) second = NULL;
  g_autoptr(GError) error = NULL;

  second = meso_clinic_open (fixture->path, fixture->content, &error);
  g_assert_null (second);
  g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_ALREADY_OPEN);
  g_clear_error (&error);

  /* The first one works on, and still has the file for itself. */
  patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_assert_null (meso_clinic_open (fixture->path, fixture->content, &error));
  g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_ALREADY_OPEN);
  g_clear_error (&error);

  clinic_fixture_close (fixture);
  second = meso_clinic_open (fixture->path, fixture->content, &error);
  g_assert_no_error (error);
  g_assert_nonnull (second);
}

static void
test_letting_go_closes (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoPatient) found = NULL;
  g_autoptr(GError) error = NULL;

  g_clear_object (&fixture->clinic);
  clinic_fixture_open (fixture, NULL);
  found = meso_patient_service_get (fixture->clinic, patient->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->family_name, ==, "Karimi");
}

static void
test_closed_is_closed (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_clinic_close (fixture->clinic, &error));
  g_assert_true (meso_clinic_close (fixture->clinic, &error));
  g_assert_no_error (error);
  g_assert_null (meso_clinic_get_info (fixture->clinic, &error));
  g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_CLOSED);
  g_clear_error (&error);
  g_assert_null (meso_clinic_check (fixture->clinic, &error));
  g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_CLOSED);
}

static void
test_check_finds_what_was_changed (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *answer = NULL;
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;

  clinic_fixture_close (fixture);
  answer = clinic_fixture_shell (fixture->path, "DROP TRIGGER audit_update; UPDATE audit SET reason = 'nothing' WHERE seq = 1;");
  clinic_fixture_open (fixture, NULL);
  problems = meso_clinic_check (fixture->clinic, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, >, 0);
}

/* Making a clinic was cut short between the file and its first staff: opening it goes on from there. */
static void
test_half_made (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *emptied = NULL;
  g_autofree char *count = NULL;
  g_autoptr(MesoPatient) patient = NULL;

  clinic_fixture_close (fixture);
  emptied = clinic_fixture_shell (fixture->path,
                                  "DROP TRIGGER staff_keep; DROP TRIGGER audit_delete; DROP TRIGGER audit_payload_delete;"
                                  "DELETE FROM audit_payload; DELETE FROM audit; DELETE FROM staff;");
  clinic_fixture_open (fixture, NULL);
  patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_assert_nonnull (patient);
  clinic_fixture_close (fixture);
  count = clinic_fixture_shell (fixture->path, "SELECT count(*) FROM staff;");
  g_assert_cmpstr (count, ==, "1");
}

/* Every row names who wrote it, so that a clinic where nobody works can't be opened. */
static void
test_nobody_works_there (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *answer = NULL;
  g_autoptr(GError) error = NULL;

  clinic_fixture_close (fixture);
  answer = clinic_fixture_shell (fixture->path, "UPDATE staff SET active = 0;");
  g_assert_null (meso_clinic_open (fixture->path, fixture->content, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "inactive");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/services/clinic/create", test_create);
  g_test_add_func ("/services/clinic/info-follows", test_info_follows);
  g_test_add_func ("/services/clinic/create-replaces-nothing", test_create_replaces_nothing);
  g_test_add_func ("/services/clinic/create-makes-no-folder", test_create_makes_no_folder);
  g_test_add_func ("/services/clinic/default-path", test_default_path);
  g_test_add_func ("/services/clinic/open-missing", test_open_missing);
  g_test_add_func ("/services/clinic/open-something-else", test_open_something_else);
  g_test_add_func ("/services/clinic/second-open-is-refused", test_second_open_is_refused);
  g_test_add_func ("/services/clinic/letting-go-closes", test_letting_go_closes);
  g_test_add_func ("/services/clinic/closed-is-closed", test_closed_is_closed);
  g_test_add_func ("/services/clinic/check-finds-what-was-changed", test_check_finds_what_was_changed);
  g_test_add_func ("/services/clinic/half-made", test_half_made);
  g_test_add_func ("/services/clinic/nobody-works-there", test_nobody_works_there);

  return g_test_run ();
}
