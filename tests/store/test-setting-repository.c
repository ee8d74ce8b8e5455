/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-setting-repository.h"

#include "meso-test-store.h"

typedef struct
{
  MesoTestStore *store;
  const char *key;
  const char *value;
  char *found;
  GHashTable *all;
} Work;

static gboolean
set (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  return meso_setting_repository_set (context, work->store->staff, work->key, work->value, error);
}

static gboolean
get (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  g_clear_pointer (&work->found, g_free);
  work->found = meso_setting_repository_get (context, work->key, error);
  work->all = meso_setting_repository_get_all (context, error);
  return work->all != NULL;
}

static void
assert_setting (MesoTestStore *store, const char *key, const char *value)
{
  Work work = { .store = store, .key = key };

  meso_test_store_read (store, get, &work);
  g_assert_cmpstr (work.found, ==, value);
  g_assert_cmpstr (g_hash_table_lookup (work.all, key), ==, value);
  g_hash_table_unref (work.all);
  g_free (work.found);
}

static void
test_settings (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  Work work = { .store = store, .key = MESO_SETTING_CLINIC_NAME, .value = "کلینیک مو & \"Hair\"" };
  g_autofree char *audit = NULL;

  assert_setting (store, MESO_SETTING_CLINIC_NAME, NULL);
  meso_test_store_write (store, set, &work);
  meso_test_store_write (store, set, &work);
  assert_setting (store, MESO_SETTING_CLINIC_NAME, "کلینیک مو & \"Hair\"");
  work.value = "";
  meso_test_store_write (store, set, &work);
  assert_setting (store, MESO_SETTING_CLINIC_NAME, "");
  work.value = NULL;
  meso_test_store_write (store, set, &work);
  assert_setting (store, MESO_SETTING_CLINIC_NAME, NULL);
  work = (Work) { .store = store, .key = "Bad Key", .value = "x" };
  meso_test_store_refuse (store, set, &work, MESO_STORE_ERROR_REFUSED);
  meso_test_store_close (store);
  audit = meso_test_sqlite (store->path, "SELECT count(*) FROM audit WHERE entity = 'setting'");
  g_assert_cmpstr (audit, ==, "3");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/setting-repository/settings", test_settings);
  return g_test_run ();
}
