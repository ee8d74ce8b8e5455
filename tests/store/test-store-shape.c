/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-store-shape.h"

#include <string.h>

#include "meso-backup.h"
#include "meso-test-store.h"

/* What the shell does to a closed file, and what is said of it; NULL when nothing is. */
typedef struct
{
  const char *sql;
  const char *problem;
} Change;

static const Change changes[] = {
  { "DROP TRIGGER screening_update", "the trigger “screening_update” is missing" },
  { "DROP TRIGGER staff_keep; CREATE TRIGGER staff_keep BEFORE DELETE ON staff BEGIN SELECT 1; END",
    "the trigger “staff_keep” isn't as this program makes it" },
  { "CREATE TRIGGER added AFTER INSERT ON patient BEGIN DELETE FROM draft; END", "the trigger “added” isn't this program's" },
  { "CREATE TABLE more (a TEXT)", "the table “more” isn't this program's" },
  { "CREATE INDEX more ON patient (notes)", "the index “more” isn't this program's" },
  { "CREATE VIEW more AS SELECT 1", "the view “more” isn't this program's" },
  { "PRAGMA foreign_keys = OFF; DROP TABLE clinic_setting", "the table “clinic_setting” is missing" },
  { "ALTER TABLE draft ADD COLUMN more TEXT", "the table “draft” isn't as this program makes it" },
  /* The same again, and what SQLite itself notes down. */
  { "VACUUM", NULL },
  { "ANALYZE", NULL },
};

static void
test_check (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr(MesoTestStore) store = meso_test_store_new ();
      g_autoptr(MesoSqliteConnection) connection = NULL;
      g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
      g_autoptr(GError) error = NULL;
      gboolean readable;

      g_test_message ("%s", changes[i].sql);
      meso_test_store_close (store);
      meso_test_sqlite_write (store->path, changes[i].sql);
      connection = meso_sqlite_connection_new (store->path, MESO_SQLITE_OPEN_MAKE, &error);
      g_assert_no_error (error);
      g_assert_true (meso_store_shape_check (connection, problems, &readable, &error));
      g_assert_no_error (error);
      if (changes[i].problem != NULL)
        g_assert_cmpstr (g_ptr_array_index (problems, 0), ==, changes[i].problem);
      g_assert_cmpuint (problems->len, ==, changes[i].problem != NULL ? 1 : 0);
      g_assert_true (readable == (changes[i].problem == NULL || !g_str_has_prefix (changes[i].problem, "the table")
                                  || strstr (changes[i].problem, "isn't this program's") != NULL));
    }
}

static void
test_restore (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr(MesoTestStore) store = meso_test_store_new ();
      g_autofree char *target = meso_test_store_name (store, "target.db");
      g_autoptr(GError) error = NULL;
      gboolean restored;

      meso_test_store_close (store);
      meso_test_sqlite_write (store->path, changes[i].sql);
      restored = meso_backup_restore (store->path, target, &error);
      g_assert_true (restored == (changes[i].problem == NULL));
      g_assert_true (restored == g_file_test (target, G_FILE_TEST_EXISTS));
      if (restored)
        continue;
      g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_DAMAGED);
      g_assert_nonnull (strstr (error->message, changes[i].problem));
    }
}

/* Each difference by its name, before what is wrong with the rows. */
static void
test_named_one_by_one (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;

  meso_test_store_close (store);
  meso_test_sqlite_write (store->path, "DROP TRIGGER audit_update; DROP TRIGGER audit_delete;"
                                       "UPDATE audit SET reason = 'x' WHERE seq = 2");
  meso_test_store_open (store);
  problems = meso_store_check (store->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (problems, 0), ==, "the trigger “audit_delete” is missing");
  g_assert_cmpstr (g_ptr_array_index (problems, 1), ==, "the trigger “audit_update” is missing");
  g_assert_true (g_str_has_prefix (g_ptr_array_index (problems, 2), "audit row 2: "));
}

static void
test_unknown_version (void)
{
  static const int versions[] = { 0, -1, 999 };

  for (gsize i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autoptr(MesoTestStore) store = meso_test_store_new ();
      g_autoptr(MesoSqliteConnection) connection = NULL;
      g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", versions[i]);
      g_autoptr(GError) error = NULL;
      gboolean readable;

      meso_test_store_close (store);
      meso_test_sqlite_write (store->path, sql);
      connection = meso_sqlite_connection_new (store->path, MESO_SQLITE_OPEN_MAKE, &error);
      g_assert_no_error (error);
      g_assert_true (meso_store_shape_check (connection, problems, &readable, &error));
      g_assert_false (readable);
      g_assert_cmpuint (problems->len, ==, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store-shape/check", test_check);
  g_test_add_func ("/store-shape/restore", test_restore);
  g_test_add_func ("/store-shape/named-one-by-one", test_named_one_by_one);
  g_test_add_func ("/store-shape/unknown-version", test_unknown_version);
  return g_test_run ();
}
