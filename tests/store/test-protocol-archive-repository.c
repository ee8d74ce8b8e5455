/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-archive-repository.h"

#include "meso-test-store.h"
#include "meso-test-values.h"

typedef struct
{
  MesoTestStore *store;
  MesoProtocol *protocol;
  GPtrArray *documents;
  const char *hash;
  GPtrArray *loaded;
} Work;

static gboolean
store_protocol (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  return meso_protocol_archive_repository_store (context, work->store->staff, work->protocol, work->documents, error);
}

static gboolean
load (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  work->loaded = meso_protocol_archive_repository_load (context, work->hash, error);
  return work->loaded != NULL;
}

/* The content of the time comes back byte for byte, and is the same content again. */
static void
test_round_trip (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  Work work = { .store = store };
  g_autoptr(MesoProtocol) again = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *audit = NULL;

  work.protocol = meso_test_protocol (&work.documents);
  meso_test_store_write (store, store_protocol, &work);
  meso_test_store_write (store, store_protocol, &work);
  work.hash = meso_protocol_get_hash (work.protocol);
  meso_test_store_read (store, load, &work);
  g_assert_cmpuint (work.loaded->len, ==, work.documents->len);
  for (guint i = 0; i < work.loaded->len; i++)
    {
      const MesoProtocolDocument *kept = g_ptr_array_index (work.loaded, i);
      const MesoProtocolDocument *given = g_ptr_array_index (work.documents, i);

      g_assert_cmpstr (kept->name, ==, given->name);
      g_assert_true (g_bytes_equal (kept->bytes, given->bytes));
    }
  again = meso_protocol_new (work.loaded, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (meso_protocol_get_hash (again), ==, work.hash);
  g_ptr_array_unref (work.loaded);

  work.hash = "0000";
  meso_test_store_refuse (store, load, &work, MESO_STORE_ERROR_NO_RECORD);
  meso_test_store_close (store);
  audit = meso_test_sqlite (store->path, "SELECT count(*) FROM audit WHERE action = 'archive'");
  g_assert_cmpstr (audit, ==, "1");
  g_ptr_array_unref (work.documents);
  meso_protocol_unref (work.protocol);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/protocol-archive-repository/round-trip", test_round_trip);
  return g_test_run ();
}
