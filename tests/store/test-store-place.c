/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "meso-backup.h"
#include "meso-patient-repository.h"
#include "meso-store-place.h"
#include "meso-store-schema.h"
#include "meso-test-store.h"
#include "meso-test-values.h"

/* Opening must fail with this code and its sentence, and leave every byte and every name in the folder as it was. */
static void
assert_refused (const char *path, MesoStoreMode mode, MesoStoreError code)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *list = g_strdup_printf ("ls -la --time-style=full-iso %s; find %s -type f | sort | xargs sha256sum", folder, folder);
  const char *const arguments[] = { "sh", "-c", list, NULL };
  MesoStore *store;

  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &before, NULL, NULL, NULL));
  store = meso_store_open (path, mode, &error);
  g_assert_null (store);
  g_assert_error (error, MESO_STORE_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (error->message, meso_store_error_get_sentence (code)));
  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &after, NULL, NULL, NULL));
  /* The folder's own time changes with the lock file that comes and goes. */
  g_assert_cmpstr (strstr (after, ".."), ==, strstr (before, ".."));
}

static void
put (const char *path, const void *data, gsize size)
{
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, data, (gssize) size, &error);
  g_assert_no_error (error);
}

static void
test_modes (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autofree char *missing = meso_test_store_name (store, "missing.db");
  g_autofree char *nowhere = meso_test_store_name (store, "no/such/folder/clinic.db");
  g_autofree char *other = meso_test_store_name (store, "other.db");
  g_autofree char *left_log = meso_test_store_name (store, "third.db-wal");
  g_autofree char *third = meso_test_store_name (store, "third.db");
  g_autofree char *folder = meso_test_store_name (store, "folder.db");
  g_autofree char *dangling = meso_test_store_name (store, "dangling.db");

  meso_test_store_close (store);
  assert_refused (missing, MESO_STORE_OPEN, MESO_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
  assert_refused (store->path, MESO_STORE_CREATE, MESO_STORE_ERROR_EXISTS);
  put (other, "a letter", 8);
  assert_refused (other, MESO_STORE_CREATE, MESO_STORE_ERROR_EXISTS);
  put (other, "", 0);
  assert_refused (other, MESO_STORE_CREATE, MESO_STORE_ERROR_EXISTS);
  /* The log of a file that lay here before would be played into the new one. */
  put (left_log, "x", 1);
  assert_refused (third, MESO_STORE_CREATE, MESO_STORE_ERROR_EXISTS);
  g_assert_cmpint (symlink ("nowhere", dangling), ==, 0);
  assert_refused (dangling, MESO_STORE_CREATE, MESO_STORE_ERROR_EXISTS);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  assert_refused (folder, MESO_STORE_OPEN, MESO_STORE_ERROR_NOT_A_DATABASE);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  {
    g_autoptr(GError) error = NULL;

    g_assert_null (meso_store_open (nowhere, MESO_STORE_CREATE, &error));
    g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_FOLDER);
  }
}

static void
test_link_is_followed (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autofree char *folder = meso_test_store_name (store, "elsewhere");
  g_autofree char *link = meso_test_store_name (store, "elsewhere/link.db");
  g_autoptr(GError) error = NULL;
  MesoStore *second;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (symlink (store->path, link), ==, 0);
  /* The same file by another name is the same file. */
  g_assert_null (meso_store_open (link, MESO_STORE_OPEN, &error));
  g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_ALREADY_OPEN);
  g_clear_error (&error);
  meso_test_store_close (store);
  second = meso_store_open (link, MESO_STORE_OPEN, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (meso_store_get_path (second), ==, store->path);
  g_object_unref (second);
}

/* A hard link has a lock file of its own, and looking at it would let go of the first one's lock. */
static void
test_other_name_of_an_open_file (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autofree char *other = meso_test_store_name (store, "other.db");
  g_autofree char *target = meso_test_store_name (store, "target.db");
  const char *arguments[] = { "sqlite3", "-batch", store->path, "SELECT count(*) FROM patient", NULL };
  g_autoptr(GError) error = NULL;
  int status = 0;

  g_assert_cmpint (link (store->path, other), ==, 0);
  g_assert_null (meso_store_open (other, MESO_STORE_OPEN, &error));
  g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_ALREADY_OPEN);
  g_clear_error (&error);
  g_assert_false (meso_backup_restore (other, target, &error));
  g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_ALREADY_OPEN);
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                &status, NULL);
  g_assert_cmpint (status, !=, 0);
}

static void
test_not_a_database (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autofree char *letter = meso_test_store_name (store, "letter.db");
  g_autofree char *foreign = meso_test_store_name (store, "foreign.db");
  g_autofree char *long_letter = g_strnfill (10000, 'a');

  meso_test_store_close (store);
  put (letter, "Dear Sir or Madam", 17);
  assert_refused (letter, MESO_STORE_OPEN, MESO_STORE_ERROR_NOT_A_DATABASE);
  put (letter, long_letter, 10000);
  assert_refused (letter, MESO_STORE_OPEN, MESO_STORE_ERROR_NOT_A_DATABASE);
  meso_test_sqlite_write (foreign, "CREATE TABLE patient (id TEXT)");
  assert_refused (foreign, MESO_STORE_OPEN, MESO_STORE_ERROR_NOT_A_DATABASE);
}

static void
test_newer (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autofree char *newer = g_strdup_printf ("PRAGMA user_version = %d", meso_store_schema_get_version () + 1);
  g_autofree char *own = g_strdup_printf ("PRAGMA user_version = %d", meso_store_schema_get_version ());

  meso_test_store_close (store);
  meso_test_sqlite_write (store->path, newer);
  assert_refused (store->path, MESO_STORE_OPEN, MESO_STORE_ERROR_NEWER);
  meso_test_sqlite_write (store->path, own);
  meso_test_store_open (store);
}

static void
test_truncated (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autofree char *path = meso_test_store_name (store, "cut.db");
  g_autofree char *content = NULL;
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  gsize size;

  g_test_message ("seed %u", seed);
  meso_test_store_close (store);
  g_assert_true (g_file_get_contents (store->path, &content, &size, NULL));
  {
    const gsize cuts[] = { 0, 1, 15, 16, 18, 99, 100, 101, 4095, 4096, 4097, size / 2, size - 4096, size - 1 };

    for (gsize i = 0; i < G_N_ELEMENTS (cuts) + 30; i++)
      {
        gsize cut = i < G_N_ELEMENTS (cuts) ? cuts[i] : (gsize) g_rand_int_range (rand, 0, (gint32) size);

        put (path, content, cut);
        assert_refused (path, MESO_STORE_OPEN, MESO_STORE_ERROR_TRUNCATED);
      }
  }
  put (path, content, size);
  {
    g_autoptr(GError) error = NULL;
    g_autoptr(MesoStore) whole = meso_store_open (path, MESO_STORE_OPEN, &error);

    g_assert_no_error (error);
  }
}

/* A page in the middle torn, and the mark of an unclean end: looked through, told, left alone. */
static void
test_damaged_after_unclean_end (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autofree char *lock = meso_test_store_name (store, "clinic.db.lock");
  g_autofree char *content = NULL;
  g_autofree char *page = g_strnfill (4096, 'x');
  g_autofree char *root = NULL;
  gsize size;

  meso_test_store_close (store);
  root = meso_test_sqlite (store->path, "SELECT rootpage FROM sqlite_schema WHERE name = 'audit'");
  g_assert_true (g_file_get_contents (store->path, &content, &size, NULL));
  memcpy (content + 4096 * (g_ascii_strtoll (root, NULL, 10) - 1), page, 4096);
  put (store->path, content, size);
  put (lock, "1\n", 2);
  {
    g_autoptr(GError) error = NULL;
    g_autofree char *after = NULL;
    gsize after_size;

    g_assert_null (meso_store_open (store->path, MESO_STORE_OPEN, &error));
    g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_DAMAGED);
    g_assert_true (g_str_has_suffix (error->message, meso_store_error_get_sentence (MESO_STORE_ERROR_DAMAGED)));
    g_assert_true (g_file_get_contents (store->path, &after, &after_size, NULL));
    g_assert_cmpmem (after, after_size, content, size);
    /* Still marked: the next one must look again. */
    g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));
  }
}

static void
test_private (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  struct stat about;

  /* Nobody else on the computer reads the records. */
  g_assert_cmpint (g_stat (store->path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
}

static void
test_synchronised_folders (void)
{
  static const struct { const char *name; gboolean refused; } folders[] = {
    { "Dropbox", TRUE }, { "OneDrive - Clinic", TRUE }, { "nextcloud", TRUE }, { "Google Drive", TRUE }, { "Syncthing", TRUE },
    { "Dropboxes", FALSE }, { "My clinic", FALSE }, { "Megan", FALSE }, { "Dropbox (Old)", TRUE },
  };
  g_autoptr(MesoTestStore) store = meso_test_store_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = meso_test_store_name (store, folders[i].name);
      g_autofree char *path = g_build_filename (folder, "clinic.db", NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(MesoStore) opened = NULL;

      g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
      opened = meso_store_open (path, MESO_STORE_CREATE, &error);
      if (folders[i].refused)
        {
          g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_REMOTE);
          g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
        }
      else
        {
          g_assert_no_error (error);
        }
    }
}

/* Without root's rights: in a child that gives them up. */

static int
be_nobody (const char *path, const char *mode)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoStore) store = NULL;

  if (geteuid () == 0 && (setgid (65534) != 0 || setuid (65534) != 0))
    return 77;
  store = meso_store_open (path, g_str_equal (mode, "create") ? MESO_STORE_CREATE : MESO_STORE_OPEN, &error);
  g_print ("%d", error != NULL ? error->code : -1);
  return 0;
}

/* The error's code, -1 when it opened; skips the test and gives -2 when rights can't be given up. */
static int
ask_nobody (const char *path, const char *mode)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  const char *const arguments[] = { self, "--nobody", path, mode, NULL };
  g_autoptr(GError) error = NULL;
  g_autofree char *answer = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &answer, NULL, &status, &error);
  g_assert_no_error (error);
  if (!WIFEXITED (status) || WEXITSTATUS (status) != 0)
    {
      g_test_skip ("root can't give up its rights here");
      return -2;
    }
  return (int) g_ascii_strtoll (answer, NULL, 10);
}

static void
test_rights (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autofree char *new_file = meso_test_store_name (store, "new.db");
  uid_t nobody = geteuid () == 0 ? 65534 : geteuid ();
  int code;

  meso_test_store_close (store);
  /* A folder of nobody's with a file that only may be read. */
  g_assert_cmpint (chown (store->folder, nobody, (gid_t) -1), ==, 0);
  g_assert_cmpint (chown (store->path, nobody, (gid_t) -1), ==, 0);
  g_assert_cmpint (g_chmod (store->path, 0444), ==, 0);
  code = ask_nobody (store->path, "open");
  if (code == -2)
    return;
  g_assert_cmpint (code, ==, MESO_STORE_ERROR_READ_ONLY);
  /* A file that may be written, in a folder that may not. */
  g_assert_cmpint (g_chmod (store->path, 0666), ==, 0);
  g_assert_cmpint (g_chmod (store->folder, 0555), ==, 0);
  g_assert_cmpint (ask_nobody (store->path, "open"), ==, MESO_STORE_ERROR_FOLDER);
  g_assert_cmpint (ask_nobody (new_file, "create"), ==, MESO_STORE_ERROR_FOLDER);
  g_assert_false (g_file_test (new_file, G_FILE_TEST_EXISTS));
  /* And both. */
  g_assert_cmpint (g_chmod (store->folder, 0755), ==, 0);
  g_assert_cmpint (ask_nobody (store->path, "open"), ==, -1);
  g_assert_cmpint (ask_nobody (new_file, "create"), ==, -1);
}

/* What a file system says that it can't do counts for folders only: a file's bytes must be on the disk. */
static void
test_sync (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autoptr(GError) error = NULL;

  meso_test_store_close (store);
  g_assert_true (meso_store_place_sync_file (store->path, &error));
  g_assert_no_error (error);
  g_assert_false (meso_store_place_sync_file ("/dev/null", &error));
  g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_IO);
}

int
main (int argc, char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "--nobody"))
    return be_nobody (argv[2], argv[3]);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store-place/modes", test_modes);
  g_test_add_func ("/store-place/link-is-followed", test_link_is_followed);
  g_test_add_func ("/store-place/other-name-of-an-open-file", test_other_name_of_an_open_file);
  g_test_add_func ("/store-place/not-a-database", test_not_a_database);
  g_test_add_func ("/store-place/newer", test_newer);
  g_test_add_func ("/store-place/truncated", test_truncated);
  g_test_add_func ("/store-place/damaged-after-unclean-end", test_damaged_after_unclean_end);
  g_test_add_func ("/store-place/private", test_private);
  g_test_add_func ("/store-place/synchronised-folders", test_synchronised_folders);
  g_test_add_func ("/store-place/rights", test_rights);
  g_test_add_func ("/store-place/sync", test_sync);
  return g_test_run ();
}
