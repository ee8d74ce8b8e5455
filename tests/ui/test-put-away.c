/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-daily-backup.h"

#include <glib/gstdio.h>

#include "meso-last-clinic.h"
#include "meso-put-away.h"
#include "ui-fixture.h"

static guint
count_copies (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static gpointer
back_up (MesoClinic  *clinic,
         gpointer     request,
         GError     **error)
{
  return meso_daily_backup_write (clinic, request, error);
}

static gpointer
get_info (MesoClinic  *clinic,
          gpointer     request,
          GError     **error)
{
  return meso_clinic_get_info (clinic, error);
}

static void
test_one_a_day_and_the_newest_stay (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  g_autofree char *folder = g_build_filename (fixture->folder, "backups", NULL);
  g_autofree char *other = g_build_filename (folder, "notes.txt", NULL);

  for (int day = 1; day <= MESO_DAILY_BACKUPS_KEPT + 3; day++)
    {
      g_autofree char *text = g_strdup_printf ("2026-11-%02d", day);
      MesoDailyBackup *backup = meso_daily_backup_new (folder, text);

      if (day == 2)
        g_assert_true (g_file_set_contents (other, "ours", -1, NULL));
      ui_fixture_call (fixture, back_up, backup);
      ui_fixture_call (fixture, back_up, backup);
      meso_daily_backup_free (backup);
    }
  g_assert_cmpuint (count_copies (folder), ==, MESO_DAILY_BACKUPS_KEPT + 1);
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
  ui_fixture_free (fixture);
}

static void
take_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
is_there (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

/* A copy that can't be made does not keep the window from closing, and is told of next time. */
static void
test_failure_is_told_of (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  g_autofree char *folder = meso_daily_backup_dup_folder ();
  g_autofree char *parent = g_path_get_dirname (folder);
  g_autoptr(GAsyncResult) result = NULL;
  MesoProblem problem = MESO_PROBLEM_FAULT;
  gboolean outside = TRUE;

  g_assert_false (meso_daily_backup_has_failed (&problem, &outside));
  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  meso_clinic_put_away_async (fixture->context, NULL, take_result, &result);
  ui_wait_until (is_there, &result);
  g_assert_true (meso_clinic_put_away_finish (result, NULL));
  g_assert_true (meso_daily_backup_has_failed (&problem, &outside));
  g_assert_false (outside);
  meso_daily_backup_forget_failure ();
  g_assert_false (meso_daily_backup_has_failed (&problem, &outside));
  g_assert_cmpint (g_unlink (folder), ==, 0);
  ui_fixture_discard (fixture);
}

static gpointer
back_up_and_fail (MesoClinic  *clinic,
                  gpointer     request,
                  GError     **error)
{
  g_autoptr(GError) failure = NULL;

  meso_daily_backup_write (clinic, request, &failure);
  g_assert_error (failure, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  return NULL;
}

/* A disk that isn't plugged in: the program's own copy is made all the same, nothing takes the disk's place, and it is told of. */
static void
test_outside (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  g_autofree char *folder = g_build_filename (fixture->folder, "backups", NULL);
  g_autofree char *disk = g_dir_make_tmp ("disk-XXXXXX", NULL);
  g_autofree char *outside = g_build_filename (disk, "copies", NULL);
  g_autofree char *copy = NULL;
  MesoDailyBackup *backup = meso_daily_backup_new (folder, "2026-11-22");
  MesoProblem problem = MESO_PROBLEM_FAULT;
  gboolean is_outside = FALSE;
  g_autoptr(MesoClinicInfo) before = NULL;
  g_autoptr(MesoClinicInfo) after = NULL;

  backup->outside = g_strdup (outside);
  ui_fixture_call (fixture, back_up_and_fail, backup);
  g_assert_cmpuint (count_copies (folder), ==, 1);
  g_assert_false (g_file_test (outside, G_FILE_TEST_EXISTS));
  g_assert_true (meso_daily_backup_has_failed (&problem, &is_outside));
  g_assert_cmpint (problem, ==, MESO_PROBLEM_FILE_MISSING);
  g_assert_true (is_outside);
  before = ui_fixture_call (fixture, get_info, NULL);
  g_assert_nonnull (before->last_backup_at);
  g_assert_null (before->last_outside_at);
  g_assert_cmpint (g_mkdir (outside, 0700), ==, 0);
  ui_fixture_call (fixture, back_up, backup);
  g_assert_cmpuint (count_copies (outside), ==, 1);
  g_assert_cmpuint (count_copies (folder), ==, 1);
  g_assert_false (meso_daily_backup_has_failed (&problem, &is_outside));
  after = ui_fixture_call (fixture, get_info, NULL);
  g_assert_nonnull (after->last_outside_at);
  copy = meso_daily_backup_make_path (fixture->clinic, outside, "2026-11-22", NULL);
  g_assert_cmpint (g_unlink (copy), ==, 0);
  g_assert_cmpint (g_rmdir (outside), ==, 0);
  g_assert_cmpint (g_rmdir (disk), ==, 0);
  meso_daily_backup_free (backup);
  ui_fixture_free (fixture);
}

static void
test_last_clinic (void)
{
  g_autofree char *own = meso_clinic_dup_default_path ();
  g_autofree char *none = meso_last_clinic_dup_path ();
  g_autofree char *other = NULL;
  g_autofree char *again = NULL;

  g_assert_null (none);
  meso_last_clinic_remember ("/somewhere/else.db");
  other = meso_last_clinic_dup_path ();
  g_assert_cmpstr (other, ==, "/somewhere/else.db");
  meso_last_clinic_remember (own);
  again = meso_last_clinic_dup_path ();
  g_assert_null (again);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/daily-backup/one-a-day-and-the-newest-stay", test_one_a_day_and_the_newest_stay);
  g_test_add_func ("/daily-backup/failure-is-told-of", test_failure_is_told_of);
  g_test_add_func ("/daily-backup/outside", test_outside);
  g_test_add_func ("/last-clinic/is-remembered", test_last_clinic);
  return g_test_run ();
}
