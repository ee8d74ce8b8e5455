/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-store-part.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

#include "meso-backup.h"
#include "meso-test-store.h"

#define A ".mesoclinic-0f8fad5b-d9cb-469f-a165-70867728950e.part"
#define B ".mesoclinic-7c9e6679-7425-40de-944b-e07fc1f90ae7.part"

static void
put (const char *folder, const char *name, int age)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  time_t then = g_get_real_time () / G_USEC_PER_SEC - age;

  g_assert_true (g_file_set_contents (path, "records", -1, NULL));
  g_assert_cmpint (utime (path, &(struct utimbuf) { then, then }), ==, 0);
}

static gboolean
is_there (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_private_and_thrown_away (void)
{
  g_autofree char *folder = g_dir_make_tmp ("meso-test-XXXXXX", NULL);
  g_autofree char *beside = g_build_filename (folder, "clinic.db", NULL);
  g_autofree char *log = NULL;
  g_autofree char *where = NULL;
  g_autoptr(GError) error = NULL;
  mode_t old = umask (0);
  MesoStorePart *part = meso_store_part_new (beside, &error);
  const char *path = meso_store_part_get_path (part);
  struct stat about;

  umask (old);
  g_assert_no_error (error);
  where = g_path_get_dirname (path);
  g_assert_cmpstr (where, ==, folder);
  g_assert_cmpint (g_lstat (path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
  log = g_strconcat (path, "-wal", NULL);
  g_assert_true (g_file_set_contents (log, "x", 1, NULL));
  meso_store_part_free (part);
  /* Nothing is in the folder any more. */
  g_assert_cmpint (g_rmdir (folder), ==, 0);

  g_assert_null (meso_store_part_new (beside, &error));
  g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_FOLDER);
}

static void
test_sweep (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autofree char *locked = meso_test_store_name (store, B);
  g_autofree char *link = meso_test_store_name (store, ".mesoclinic-7c9e6679-7425-40de-944b-e07fc1f90ae8.part");
  g_autofree char *copy = meso_test_store_name (store, "copy.db");
  g_autoptr(MesoBackupReceipt) receipt = NULL;
  g_autoptr(GError) error = NULL;
  int fd;

  put (store->folder, A, 3600);
  put (store->folder, A "-wal", 3600);
  put (store->folder, B, 3600);
  put (store->folder, ".mesoclinic-0f8fad5b-d9cb-469f-a165-70867728950f.part", 5);
  put (store->folder, ".mesoclinic-letter.part", 3600);
  put (store->folder, "letter.part", 3600);
  g_assert_cmpint (symlink ("letter.part", link), ==, 0);
  fd = open (locked, O_RDONLY | O_CLOEXEC);
  g_assert_cmpint (flock (fd, LOCK_EX | LOCK_NB), ==, 0);

  receipt = meso_backup_write (store->store, store->staff, copy, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (is_there (store->folder, A));
  g_assert_false (is_there (store->folder, A "-wal"));
  /* In use, too young, or not ours. */
  g_assert_true (is_there (store->folder, B));
  g_assert_true (is_there (store->folder, ".mesoclinic-0f8fad5b-d9cb-469f-a165-70867728950f.part"));
  g_assert_true (is_there (store->folder, ".mesoclinic-letter.part"));
  g_assert_true (is_there (store->folder, "letter.part"));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  close (fd);
}

/* While it is being made too, whatever the user's umask says. */
static void
look_at_parts (int done, int total, gpointer data)
{
  MesoTestStore *store = data;
  g_autoptr(GDir) dir = g_dir_open (store->folder, 0, NULL);
  const char *name;
  int parts = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = meso_test_store_name (store, name);
      struct stat about;

      if (!g_str_has_prefix (name, ".mesoclinic-"))
        continue;
      parts++;
      g_assert_cmpint (g_lstat (path, &about), ==, 0);
      g_assert_cmpint (about.st_mode & 0777, ==, 0600);
    }
  g_assert_cmpint (parts, ==, 1);
}

static void
test_private_in_the_making (void)
{
  mode_t old = umask (0);
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autofree char *copy = meso_test_store_name (store, "copy.db");
  g_autoptr(MesoBackupReceipt) receipt = NULL;
  g_autoptr(GError) error = NULL;

  receipt = meso_backup_write (store->store, store->staff, copy, FALSE, look_at_parts, store, NULL, &error);
  g_assert_no_error (error);
  umask (old);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store-part/private-and-thrown-away", test_private_and_thrown_away);
  g_test_add_func ("/store-part/sweep", test_sweep);
  g_test_add_func ("/store-part/private-in-the-making", test_private_in_the_making);
  return g_test_run ();
}
