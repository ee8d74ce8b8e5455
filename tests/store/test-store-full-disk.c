/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "meso-backup.h"
#include "meso-handout-repository.h"
#include "meso-patient-repository.h"
#include "meso-test-store.h"
#include "meso-test-values.h"

/* A disk with no room left, as a limit on the size of files: in a child, since it can't be taken back. */

typedef struct
{
  const char *staff;
  const char *patient;
  GBytes *pdf;
} Sheet;

static gboolean
insert_sheet (MesoStoreContext *context, gpointer data, GError **error)
{
  Sheet *sheet = data;
  g_autoptr(MesoHandoutIssue) issue = meso_handout_issue_new ();
  g_autofree char *id = NULL;

  issue->patient = g_strdup (sheet->patient);
  issue->kind = g_strdup ("aftercare");
  issue->language = g_strdup ("fa");
  issue->paper = g_strdup ("a5");
  issue->sheet_date = (MesoCalendarDate) { 2026, 11, 24 };
  issue->pages = 1;
  issue->pdf = g_bytes_ref (sheet->pdf);
  id = meso_handout_repository_insert (context, sheet->staff, issue, error);
  return id != NULL;
}

/* Prints how many sheets were acknowledged before the disk was full, and the error's code. */
static int
fill_disk (const char *path, const char *staff, const char *patient)
{
  g_autofree char *content = g_strnfill (50000, 'p');
  g_autoptr(GBytes) pdf = g_bytes_new (content, 50000);
  Sheet sheet = { staff, patient, pdf };
  struct rlimit limit = { 1500000, 1500000 };
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) again = NULL;
  g_autoptr(MesoStore) store = meso_store_open (path, MESO_STORE_OPEN, &error);
  int stored = 0;

  g_assert_no_error (error);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  while (stored < 1000 && meso_store_run (store, MESO_STORE_WRITE, insert_sheet, &sheet, &error))
    stored++;
  /* And again: the store still answers. */
  meso_store_run (store, MESO_STORE_WRITE, insert_sheet, &sheet, &again);
  g_print ("%d %d %d", stored, error != NULL ? error->code : -1, again != NULL ? again->code : -1);
  /* No clean end: the full disk has no room for one either. */
  _exit (0);
}

static gboolean
insert_patient (MesoStoreContext *context, gpointer data, GError **error)
{
  MesoTestStore *store = ((gpointer *) data)[0];
  g_autoptr(MesoPatient) patient = meso_test_patient ("Leila", "Karimi");
  g_autoptr(MesoPatient) stored = meso_patient_repository_insert (context, store->staff, patient, error);

  ((gpointer *) data)[1] = stored != NULL ? g_strdup (stored->id) : NULL;
  return stored != NULL;
}

static void
test_nothing_acknowledged_is_lost (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  gpointer data[2] = { store, NULL };
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *answer = NULL;
  g_autofree char *count = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) parts = NULL;

  meso_test_store_write (store, insert_patient, data);
  meso_test_store_close (store);
  {
    const char *const arguments[] = { self, "--fill", store->path, store->staff, data[1], NULL };

    g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &answer, NULL, NULL, &error);
    g_assert_no_error (error);
  }
  parts = g_strsplit (answer, " ", 3);
  g_assert_cmpuint (g_strv_length (parts), ==, 3);
  g_assert_cmpint (atoi (parts[0]), >, 5);
  g_assert_cmpint (atoi (parts[0]), <, 1000);
  /* RLIMIT_FSIZE says EFBIG, which SQLite calls an I/O error; a real disk says ENOSPC. Both are told as such. */
  g_assert_true (atoi (parts[1]) == MESO_STORE_ERROR_FULL || atoi (parts[1]) == MESO_STORE_ERROR_IO);
  g_assert_true (atoi (parts[2]) == MESO_STORE_ERROR_FULL || atoi (parts[2]) == MESO_STORE_ERROR_IO);

  meso_test_store_open (store);
  meso_test_store_check (store);
  meso_test_store_close (store);
  count = meso_test_sqlite (store->path, "SELECT count(*) FROM handout_issue");
  g_assert_cmpstr (count, ==, parts[0]);
  g_free (data[1]);
}

/* On a real small disk, where one may be made. */
static void
test_small_disk (void)
{
  g_autofree char *folder = g_dir_make_tmp ("meso-test-XXXXXX", NULL);
  const char *const can[] = { "unshare", "-m", "mount", "-t", "tmpfs", "none", folder, NULL };
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  const char *const arguments[] = { "unshare", "-m", self, "--small-disk", folder, NULL };
  g_autofree char *answer = NULL;
  g_autoptr(GError) error = NULL;
  int status = 1;

  if (!g_spawn_sync (NULL, (char **) can, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status,
                     NULL)
      || status != 0)
    {
      g_test_skip ("no disk can be mounted here");
      g_rmdir (folder);
      return;
    }
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &answer, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_rmdir (folder);
}

static int
use_small_disk (const char *folder)
{
  g_autoptr(MesoTestStore) store = NULL;
  g_autofree char *content = g_strnfill (50000, 'p');
  g_autoptr(GBytes) pdf = g_bytes_new (content, 50000);
  g_autoptr(GError) error = NULL;
  g_autofree char *copy = NULL;
  gpointer data[2];
  Sheet sheet;
  g_autofree char *mount = g_strdup_printf ("mount -t tmpfs -o size=6m none '%s'", folder);
  g_autofree char *look = g_strdup_printf ("ls -a '%s'/*/ | grep -q part", folder);

  g_assert_cmpint (system (mount), ==, 0);
  g_setenv ("TMPDIR", folder, TRUE);
  store = meso_test_store_new ();
  data[0] = store;
  meso_test_store_write (store, insert_patient, data);
  sheet = (Sheet) { store->staff, data[1], pdf };
  while (meso_store_run (store->store, MESO_STORE_WRITE, insert_sheet, &sheet, &error))
    continue;
  g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_FULL);
  g_clear_error (&error);
  /* A copy finds no room: it says so and leaves nothing behind. */
  copy = meso_test_store_name (store, "copy.db");
  g_assert_null (meso_backup_write (store->store, store->staff, copy, FALSE, NULL, NULL, NULL, &error));
  g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_FULL);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_assert_cmpint (system (look), !=, 0);
  meso_test_store_check (store);
  g_free (data[1]);
  return 0;
}

int
main (int argc, char **argv)
{
  if (argc == 5 && g_str_equal (argv[1], "--fill"))
    return fill_disk (argv[2], argv[3], argv[4]);
  if (argc == 3 && g_str_equal (argv[1], "--small-disk"))
    return use_small_disk (argv[2]);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store-full-disk/nothing-acknowledged-is-lost", test_nothing_acknowledged_is_lost);
  g_test_add_func ("/store-full-disk/small-disk", test_small_disk);
  return g_test_run ();
}
