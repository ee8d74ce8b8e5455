/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-sqlite-migrator.h"

#include <glib/gstdio.h>
#include <string.h>

#include "meso-store-private.h"
#include "meso-store-schema.h"
#include "meso-test-store.h"

/* What ships, and steps that may one day follow. */
static const MesoSqliteMigration *
add_step (MesoSqliteMigration *steps, const char *second, const char *third)
{
  const MesoSqliteMigration *shipped = meso_store_schema_get_migrations ();
  int n = meso_store_schema_get_version ();

  memcpy (steps, shipped, sizeof *steps * (gsize) n);
  steps[n] = (MesoSqliteMigration) { "0002-second", g_bytes_new (second, strlen (second)) };
  if (third != NULL)
    steps[n + 1] = (MesoSqliteMigration) { "0003-third", g_bytes_new (third, strlen (third)) };
  return steps;
}

static void
free_steps (MesoSqliteMigration *steps)
{
  for (int i = meso_store_schema_get_version (); steps[i].name != NULL; i++)
    g_bytes_unref (steps[i].sql);
}

static void
test_names (void)
{
  const MesoSqliteMigration *shipped = meso_store_schema_get_migrations ();

  /* Numbered without a gap: the number is the version that it gives. */
  for (int i = 0; i < meso_store_schema_get_version (); i++)
    {
      g_autofree char *number = g_strdup_printf ("%04d-", i + 1);

      g_assert_true (g_str_has_prefix (shipped[i].name, number));
      g_assert_cmpuint (g_bytes_get_size (shipped[i].sql), >, 0);
    }
  g_assert_cmpint (meso_sqlite_migrator_count (shipped), ==, meso_store_schema_get_version ());
}

static void
test_upgrade (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  MesoSqliteMigration steps[16] = { 0 };
  const MesoSqliteMigration *all = add_step (steps, "ALTER TABLE staff ADD COLUMN nickname TEXT NOT NULL DEFAULT 'x'",
                                             "CREATE TABLE extra (a TEXT) STRICT; INSERT INTO extra VALUES ('kept')");
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *copied = NULL;
  g_autofree char *copy_path = NULL;
  g_autofree char *found = NULL;
  MesoStore *upgraded;

  meso_test_store_close (store);
  before = meso_test_sqlite (store->path, ".dump");
  upgraded = meso_store_open_with_migrations (store->path, MESO_STORE_OPEN, all, &error);
  g_assert_no_error (error);
  g_assert_cmpint (meso_store_get_schema_version (upgraded), ==, meso_store_schema_get_version () + 2);
  copy_path = g_strdup (meso_store_get_upgrade_backup (upgraded));
  g_object_unref (upgraded);
  found = meso_test_sqlite (store->path, "SELECT group_concat (nickname, '') || (SELECT a FROM extra) FROM staff");
  g_assert_cmpstr (found, ==, "xxkept");
  /* The copy is the file as it was, and opens with the old program. */
  g_assert_nonnull (copy_path);
  copied = meso_test_sqlite (copy_path, ".dump");
  g_assert_cmpstr (copied, ==, before);
  upgraded = meso_store_open (copy_path, MESO_STORE_OPEN, &error);
  g_assert_no_error (error);
  g_object_unref (upgraded);
  /* And the old program refuses the new file. */
  g_assert_null (meso_store_open (store->path, MESO_STORE_OPEN, &error));
  g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_NEWER);
  free_steps (steps);
}

static void
test_failed_step (void)
{
  static const char *const bad[] = {
    "CREATE TABLE extra (a TEXT) STRICT; INSERT INTO nowhere VALUES (1)",
    "CREATE TABLE extra (a TEXT) STRICT; INSERT INTO draft VALUES ('a', 'b', '{}', 'nobody', '2026-11-22T08:00:00.000000Z')",
    "CREATE TABLE extra (a TEXT) STRICT; UPDATE audit SET reason = 'x'",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(MesoTestStore) store = meso_test_store_new ();
      MesoSqliteMigration steps[16] = { 0 };
      const MesoSqliteMigration *all = add_step (steps, bad[i], NULL);
      g_autoptr(GError) error = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      meso_test_store_close (store);
      before = meso_test_sqlite (store->path, ".dump");
      g_assert_null (meso_store_open_with_migrations (store->path, MESO_STORE_OPEN, all, &error));
      g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_MIGRATION);
      g_assert_true (g_str_has_suffix (error->message, meso_store_error_get_sentence (MESO_STORE_ERROR_MIGRATION)));
      /* Rolled back: the program used before goes on with it. */
      after = meso_test_sqlite (store->path, ".dump");
      g_assert_cmpstr (after, ==, before);
      meso_test_store_open (store);
      meso_test_store_check (store);
      free_steps (steps);
    }
}

static guint
count_backups (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, ".backup");
  return n;
}

/* However often someone tries again, one copy of the same file is kept; of a file that changed, another. */
static void
test_one_backup (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  MesoSqliteMigration steps[16] = { 0 };
  const MesoSqliteMigration *all = add_step (steps, "INSERT INTO nowhere VALUES (1)", NULL);

  meso_test_store_close (store);
  for (int i = 0; i < 4; i++)
    {
      g_autoptr(GError) error = NULL;

      if (i == 3)
        meso_test_sqlite_write (store->path, "INSERT INTO clinic_setting VALUES ('more', 'x')");
      g_assert_null (meso_store_open_with_migrations (store->path, MESO_STORE_OPEN, all, &error));
      g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_MIGRATION);
      g_assert_cmpuint (count_backups (store->folder), ==, i < 3 ? 1 : 2);
    }
  free_steps (steps);
}

/* A parent can only be rebuilt while foreign keys are off; they hold afterwards. */

typedef struct
{
  const char *rebuild;
  gboolean works;
} Rebuild;

static void
test_rebuild_of_a_parent (void)
{
  static const Rebuild rebuilds[] = {
    { "CREATE TABLE parent_new (id TEXT PRIMARY KEY, added TEXT NOT NULL DEFAULT 'new') STRICT;"
      "INSERT INTO parent_new (id) SELECT id FROM parent; DROP TABLE parent; ALTER TABLE parent_new RENAME TO parent", TRUE },
    /* One that forgets a parent leaves its child alone. */
    { "CREATE TABLE parent_new (id TEXT PRIMARY KEY) STRICT;"
      "INSERT INTO parent_new (id) SELECT id FROM parent WHERE id <> 'b'; DROP TABLE parent;"
      "ALTER TABLE parent_new RENAME TO parent", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rebuilds); i++)
    {
      g_autoptr(MesoTestStore) store = meso_test_store_new ();
      MesoSqliteMigration steps[16] = { 0 };
      const MesoSqliteMigration *all = add_step (steps,
        "CREATE TABLE parent (id TEXT PRIMARY KEY) STRICT;"
        "CREATE TABLE child (parent TEXT NOT NULL REFERENCES parent (id) ON DELETE CASCADE) STRICT;"
        "INSERT INTO parent VALUES ('a'), ('b'); INSERT INTO child VALUES ('a'), ('b'), ('b')", rebuilds[i].rebuild);
      g_autoptr(MesoSqliteConnection) connection = NULL;
      g_autoptr(GError) error = NULL;
      gint64 hold = 0, children = 0;

      meso_test_store_close (store);
      connection = meso_sqlite_connection_new (store->path, MESO_SQLITE_OPEN_LIVE, &error);
      g_assert_no_error (error);
      g_assert_true (meso_sqlite_migrator_run (connection, all, &error) == rebuilds[i].works);
      if (!rebuilds[i].works)
        g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_MIGRATION);
      g_clear_error (&error);
      g_assert_true (meso_sqlite_connection_get_int (connection, "PRAGMA foreign_keys", &hold, &error));
      g_assert_cmpint (hold, ==, 1);
      g_assert_true (meso_sqlite_connection_get_int (connection, "SELECT count(*) FROM child", &children, &error));
      g_assert_cmpint (children, ==, 3);
      g_assert_false (meso_sqlite_connection_run_script (connection, "INSERT INTO child VALUES ('nobody')", &error));
      g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_NO_RECORD);
      free_steps (steps);
    }
}

static void
test_references_within_a_transaction (void)
{
  g_autoptr(MesoSqliteConnection) connection = meso_sqlite_connection_new (":memory:", MESO_SQLITE_OPEN_MAKE, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_sqlite_connection_run_script (connection, "BEGIN", &error));
  g_assert_false (meso_sqlite_connection_set_references (connection, FALSE, &error));
  g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_INTERNAL);
  g_clear_error (&error);
  g_assert_true (meso_sqlite_connection_run_script (connection, "ROLLBACK", &error));
  g_assert_true (meso_sqlite_connection_set_references (connection, FALSE, &error));
  g_assert_true (meso_sqlite_connection_set_references (connection, TRUE, &error));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sqlite-migrator/names", test_names);
  g_test_add_func ("/sqlite-migrator/upgrade", test_upgrade);
  g_test_add_func ("/sqlite-migrator/failed-step", test_failed_step);
  g_test_add_func ("/sqlite-migrator/one-backup", test_one_backup);
  g_test_add_func ("/sqlite-migrator/rebuild-of-a-parent", test_rebuild_of_a_parent);
  g_test_add_func ("/sqlite-migrator/references-within-a-transaction", test_references_within_a_transaction);
  return g_test_run ();
}
