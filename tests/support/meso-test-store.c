/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-test-store.h"

#include <glib/gstdio.h>

static char *
tick (gpointer data)
{
  MesoTestStore *self = data;
  g_autoptr(GDateTime) start = g_date_time_new_utc (2026, 11, 22, 8, 0, 0);
  g_autoptr(GDateTime) now = g_date_time_add_seconds (start, self->seconds++);

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%S.%fZ");
}

static gboolean
enter_staff (MesoStoreContext *context, gpointer data, GError **error)
{
  MesoTestStore *self = data;
  g_autoptr(MesoStaff) physician = meso_staff_new ();
  g_autoptr(MesoStaff) nurse = meso_staff_new ();

  g_set_str (&physician->name, "Dr. Sara Rahimi");
  g_set_str (&physician->licence_number, "12345");
  physician->role = MESO_ROLE_PHYSICIAN;
  g_set_str (&nurse->name, "Mina Karimi");
  nurse->role = MESO_ROLE_NURSE;
  self->staff = meso_staff_repository_insert (context, NULL, physician, error);
  if (self->staff != NULL)
    self->nurse = meso_staff_repository_insert (context, self->staff, nurse, error);
  return self->nurse != NULL;
}

static void
open_store (MesoTestStore *self, MesoStoreMode mode)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (self->store);
  self->store = meso_store_open (self->path, mode, &error);
  g_assert_no_error (error);
  meso_store_set_clock (self->store, tick, self);
}

MesoTestStore *
meso_test_store_new (void)
{
  g_autoptr(GError) error = NULL;
  MesoTestStore *self = g_new0 (MesoTestStore, 1);

  self->folder = g_dir_make_tmp ("meso-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "clinic.db", NULL);
  open_store (self, MESO_STORE_CREATE);
  meso_test_store_write (self, enter_staff, self);
  return self;
}

void
meso_test_store_close (MesoTestStore *self)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_store_close (self->store, &error));
  g_assert_no_error (error);
  g_clear_object (&self->store);
}

void
meso_test_store_open (MesoTestStore *self)
{
  open_store (self, MESO_STORE_OPEN);
}

void
meso_test_remove_tree (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        meso_test_remove_tree (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
meso_test_store_free (MesoTestStore *self)
{
  if (self->store != NULL)
    meso_test_store_close (self);
  meso_test_remove_tree (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->staff);
  g_free (self->nurse);
  g_free (self);
}

char *
meso_test_store_name (MesoTestStore *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static void
run (MesoTestStore *self, MesoStoreAccess access, MesoStoreWork work, gpointer data)
{
  g_autoptr(GError) error = NULL;
  gboolean done = meso_store_run (self->store, access, work, data, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

void
meso_test_store_write (MesoTestStore *self, MesoStoreWork work, gpointer data)
{
  run (self, MESO_STORE_WRITE, work, data);
}

void
meso_test_store_read (MesoTestStore *self, MesoStoreWork work, gpointer data)
{
  run (self, MESO_STORE_READ, work, data);
}

void
meso_test_store_refuse (MesoTestStore *self, MesoStoreWork work, gpointer data, MesoStoreError code)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (meso_store_run (self->store, MESO_STORE_WRITE, work, data, &error));
  g_assert_error (error, MESO_STORE_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (error->message, meso_store_error_get_sentence (code)));
}

void
meso_test_store_check (MesoTestStore *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) problems = meso_store_check (self->store, &error);

  g_assert_no_error (error);
  g_assert_nonnull (problems);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
}

char *
meso_test_sqlite (const char *path, const char *sql)
{
  const char *const arguments[] = { "sqlite3", "-unsafe-testing", "-batch", "-noheader", path, sql, NULL };
  g_autoptr(GError) error = NULL;
  g_autofree char *problems = NULL;
  char *answer = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &answer, &problems, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  if (error != NULL)
    g_test_message ("sqlite3: %s", problems);
  g_assert_no_error (error);
  return g_strchomp (answer);
}

void
meso_test_sqlite_write (const char *path, const char *sql)
{
  g_autofree char *answer = meso_test_sqlite (path, sql);

  g_assert_nonnull (answer);
}
