/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-draft-repository.h"

#include "meso-test-store.h"

typedef struct
{
  MesoTestStore *store;
  const char *key;
  const char *text;
  MesoDraft *found;
  GPtrArray *all;
} Work;

static gboolean
put (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  return meso_draft_repository_put (context, work->store->nurse, "screening", work->key, work->text, error);
}

static gboolean
drop (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  return meso_draft_repository_remove (context, "screening", work->key, error);
}

static gboolean
get (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  work->found = meso_draft_repository_get (context, "screening", work->key, error);
  work->all = meso_draft_repository_list (context, error);
  return work->all != NULL;
}

static void
test_drafts (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  Work work = { .store = store, .key = "new", .text = "{\"pregnant\":\"no\"}" };
  g_autofree char *audit = NULL;

  meso_test_store_write (store, put, &work);
  work.text = "{\"pregnant\":\"yes\"}";
  meso_test_store_write (store, put, &work);
  work.key = "other";
  meso_test_store_write (store, put, &work);
  work.key = "new";
  meso_test_store_read (store, get, &work);
  g_assert_cmpstr (work.found->text, ==, "{\"pregnant\":\"yes\"}");
  g_assert_cmpstr (work.found->staff, ==, store->nurse);
  g_assert_cmpuint (work.all->len, ==, 2);
  g_assert_cmpstr (((MesoDraft *) g_ptr_array_index (work.all, 0))->key, ==, "other");
  meso_draft_free (work.found);
  g_ptr_array_unref (work.all);

  meso_test_store_write (store, drop, &work);
  meso_test_store_write (store, drop, &work);
  meso_test_store_read (store, get, &work);
  g_assert_null (work.found);
  g_assert_cmpuint (work.all->len, ==, 1);
  g_ptr_array_unref (work.all);
  work.text = "half a {";
  meso_test_store_refuse (store, put, &work, MESO_STORE_ERROR_REFUSED);
  meso_test_store_close (store);
  /* Typing isn't a record yet. */
  audit = meso_test_sqlite (store->path, "SELECT count(*) FROM audit WHERE entity <> 'staff'");
  g_assert_cmpstr (audit, ==, "0");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft-repository/drafts", test_drafts);
  return g_test_run ();
}
