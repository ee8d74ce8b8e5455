/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-backup-service.h"

#include <glib/gstdio.h>

#include "clinic-fixture.h"
#include "meso-audit-service.h"
#include "meso-patient-service.h"
#include "meso-screening-service.h"

static MesoBackupResult *
write_copy (ClinicFixture *fixture,
            const char    *path)
{
  g_autoptr(GError) error = NULL;
  MesoBackupResult *result = meso_backup_service_write (fixture->clinic, path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);
  return result;
}

static char *
hash_file (const char *path,
           gsize      *size)
{
  g_autofree char *bytes = NULL;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, &bytes, size, &error);
  g_assert_no_error (error);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, *size);
}

static void
test_write (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *path = g_build_filename (fixture->folder, "copy & <1>.db", NULL);
  g_autoptr(MesoBackupResult) result = write_copy (fixture, path);
  g_autofree char *patients = clinic_fixture_shell (path, "SELECT count(*) FROM patient; PRAGMA integrity_check;");
  g_autofree char *head = clinic_fixture_shell (path, "SELECT hash FROM audit ORDER BY seq DESC LIMIT 1;");
  g_autofree char *hash = NULL;
  gsize size;

  hash = hash_file (path, &size);
  g_assert_cmpstr (result->path, ==, path);
  g_assert_cmpstr (result->sha256, ==, hash);
  g_assert_cmpint (result->size, ==, size);
  g_assert_cmpint (result->patients, ==, 1);
  g_assert_cmpstr (result->audit_hash, ==, head);
  g_assert_cmpstr (patients, ==, "1\nok");
  g_assert_true (g_str_has_suffix (result->at_utc, "Z"));
}

static void
test_watched (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *never = g_build_filename (fixture->folder, "never.db", NULL);
  g_autoptr(MesoOperation) operation = meso_operation_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoBackupResult) result = meso_backup_service_write_watched (fixture->clinic, path, operation, &error);

  g_assert_no_error (error);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpfloat (meso_operation_get_fraction (operation), ==, 1);
  g_cancellable_cancel (meso_operation_get_cancellable (operation));
  g_assert_null (meso_backup_service_write_watched (fixture->clinic, never, operation, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (never, G_FILE_TEST_EXISTS));
}

static void
test_a_file_is_not_replaced (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "letters.txt", NULL);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, "precious", -1, &error);
  g_assert_no_error (error);
  g_assert_null (meso_backup_service_write (fixture->clinic, path, &error));
  clinic_fixture_assert_error (&error, MESO_STORE_ERROR, MESO_STORE_ERROR_EXISTS, path);
  g_file_get_contents (path, &after, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (after, ==, "precious");

  /* Nor is the clinic's own file. */
  g_assert_null (meso_backup_service_write (fixture->clinic, fixture->path, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (error->domain, ==, MESO_STORE_ERROR);
}

/* On another machine: what was entered is there, and it can go on. */
static void
test_restore (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "<&\"", "کریمی", MESO_SEX_FEMALE, "1990-05-01", "fa");
  g_autofree char *screening = clinic_fixture_screen (fixture, patient, TODAY, "tumour-history=yes");
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *target = g_build_filename (fixture->folder, "restored.db", NULL);
  g_autoptr(MesoBackupResult) result = write_copy (fixture, copy);
  g_autoptr(MesoPatient) later = clinic_fixture_add (fixture, "Reza", "Rahimi", MESO_SEX_MALE, "1980-05-01", "");
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoPatient) read = NULL;
  g_autoptr(MesoPatient) next = NULL;
  g_autoptr(GPtrArray) differences = NULL;
  g_autoptr(GPtrArray) problems = NULL;
  guint replayed = 0;

  g_assert_true (meso_backup_service_restore (copy, target, &error));
  g_assert_no_error (error);
  clinic_fixture_close (fixture);
  g_set_str (&fixture->path, target);
  clinic_fixture_open (fixture, NULL);

  read = meso_patient_service_get (fixture->clinic, patient->file_number, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read->id, ==, patient->id);
  g_assert_cmpstr (read->given_name, ==, "<&\"");
  g_assert_cmpstr (read->family_name, ==, "کریمی");
  differences = meso_screening_service_replay (fixture->clinic, screening, NULL, &replayed, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (differences->len, ==, 0);
  problems = meso_clinic_check (fixture->clinic, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);

  /* The patient who came after the copy isn't in it; that number is given out again here. */
  g_assert_null (meso_patient_service_get (fixture->clinic, later->id, NULL));
  next = clinic_fixture_add (fixture, "Sara", "Sharifi", MESO_SEX_FEMALE, "1985-05-01", "");
  g_assert_cmpstr (next->file_number, ==, later->file_number);
}

static void
test_restore_replaces_nothing (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autoptr(MesoBackupResult) result = write_copy (fixture, copy);
  g_autoptr(MesoPatient) later = clinic_fixture_add (fixture, "Reza", "Rahimi", MESO_SEX_MALE, "1980-05-01", "");
  g_autofree char *before = clinic_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  clinic_fixture_close (fixture);
  g_assert_false (meso_backup_service_restore (copy, fixture->path, &error));
  g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_EXISTS);
  clinic_fixture_open (fixture, NULL);
  after = clinic_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_restore_something_else (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *nothing = g_build_filename (fixture->folder, "nothing.db", NULL);
  g_autofree char *notes = g_build_filename (fixture->folder, "notes.txt", NULL);
  g_autofree char *target = g_build_filename (fixture->folder, "restored.db", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_false (meso_backup_service_restore (nothing, target, &error));
  clinic_fixture_assert_error (&error, MESO_STORE_ERROR, MESO_STORE_ERROR_NOT_FOUND, nothing);
  g_file_set_contents (notes, "Not a copy of a clinic's file.", -1, &error);
  g_assert_no_error (error);
  g_assert_false (meso_backup_service_restore (notes, target, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (error->domain, ==, MESO_STORE_ERROR);
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
}

/* The receipt of a copy shows a log that was cut off after it was made. */
static void
test_a_cut_off_log_is_found (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autoptr(MesoBackupResult) result = write_copy (fixture, copy);
  g_autoptr(MesoAuditReport) sound = NULL;
  g_autoptr(MesoAuditReport) cut = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *answer = NULL;

  sound = meso_audit_service_verify (fixture->clinic, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sound->first_bad, ==, 0);
  clinic_fixture_close (fixture);
  answer = clinic_fixture_shell (fixture->path, "DROP TRIGGER audit_delete; DELETE FROM audit WHERE seq >= 2;");
  clinic_fixture_open (fixture, NULL);
  cut = meso_audit_service_verify (fixture->clinic, &error);
  g_assert_no_error (error);
  g_assert_cmpint (cut->first_bad, !=, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/backup/write", test_write);
  g_test_add_func ("/services/backup/watched", test_watched);
  g_test_add_func ("/services/backup/a-file-is-not-replaced", test_a_file_is_not_replaced);
  g_test_add_func ("/services/backup/restore", test_restore);
  g_test_add_func ("/services/backup/restore-replaces-nothing", test_restore_replaces_nothing);
  g_test_add_func ("/services/backup/restore-something-else", test_restore_something_else);
  g_test_add_func ("/services/backup/a-cut-off-log-is-found", test_a_cut_off_log_is_found);

  return g_test_run ();
}
