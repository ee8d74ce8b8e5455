/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-archive-repository.h"
#include "meso-protocol-version-repository.h"
#include "meso-test-store.h"
#include "meso-test-values.h"
#include "writer-kill.h"

/* A version of the protocol is stored with its content, or not at all: whenever the program is killed, between the two as well. */

#define KILLS 12
#define EARLY_ROUNDS 4

enum { PATH = 2, PHYSICIAN, N_ARGUMENTS };

typedef struct
{
  const char *physician;
  guint number;
} Write;

static gboolean
write_one (MesoStoreContext *context, gpointer data, GError **error)
{
  Write *write = data;
  g_autoptr(MesoProtocolVersion) newest = meso_protocol_version_repository_get_newest (context, NULL);
  guint days = newest != NULL ? newest->number + 8 : 8;
  g_autofree char *change = g_strdup_printf ("<change rule=\"MENS\" case=\"1\" days=\"%u\"><why>w</why></change>", days);
  g_autoptr(GPtrArray) documents = NULL;
  g_autoptr(MesoProtocol) protocol = meso_test_protocol_of_clinic (change, &documents);

  if (!meso_protocol_archive_repository_store (context, write->physician, protocol, documents, error))
    return FALSE;
  write->number = meso_protocol_version_repository_insert (context, write->physician, newest, "change",
                                                           meso_protocol_get_hash (protocol), "why", error);
  return write->number > 0;
}

static int
be_writer (char **arguments)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoStore) store = meso_store_open (arguments[PATH], MESO_STORE_OPEN, &error);

  while (store != NULL)
    {
      Write work = { .physician = arguments[PHYSICIAN] };
      g_autofree char *line = NULL;

      if (!meso_store_run (store, MESO_STORE_WRITE, write_one, &work, &error))
        break;
      line = g_strdup_printf ("%u", work.number);
      if (!writer_kill_say (line))
        return 1;
    }
  g_printerr ("%s\n", error->message);
  return 1;
}

/* Every version that was acknowledged is there, and every one that is there has its content. */
static gboolean
expect_all (MesoStoreContext *context, gpointer data, GError **error)
{
  GHashTable *acknowledged = data;
  g_autoptr(GPtrArray) versions = meso_protocol_version_repository_list (context, error);
  guint found = 0;

  g_assert_nonnull (versions);
  for (guint i = 0; i < versions->len; i++)
    {
      const MesoProtocolVersion *version = g_ptr_array_index (versions, i);
      g_autofree char *line = g_strdup_printf ("%u", version->number);
      g_autoptr(GPtrArray) documents = meso_protocol_archive_repository_load (context, version->hash, error);

      g_assert_cmpuint (version->number, ==, versions->len - i);
      g_assert_nonnull (documents);
      g_assert_cmpuint (documents->len, >, 1);
      found += g_hash_table_contains (acknowledged, line);
    }
  g_assert_cmpuint (found, ==, g_hash_table_size (acknowledged));
  return TRUE;
}

static void
test_kill (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autoptr(GHashTable) acknowledged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *const arguments[] = { "--writer", store->path, store->staff, NULL };
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  guint writes = 0;

  g_test_message ("seed %u", seed);
  meso_test_store_close (store);
  for (guint kills = 0; kills < KILLS; kills++)
    {
      gboolean early = kills % EARLY_ROUNDS == 0;

      writes += writer_kill_run (arguments, rand, early, 120000, acknowledged);
      meso_test_store_open (store);
      meso_test_store_read (store, expect_all, acknowledged);
      meso_test_store_check (store);
      meso_test_store_close (store);
    }
  g_test_message ("%u acknowledged versions, none lost", writes);
  g_assert_cmpuint (writes, >=, KILLS - KILLS / EARLY_ROUNDS);
  meso_test_store_open (store);
}

int
main (int argc, char **argv)
{
  if (argc == N_ARGUMENTS && g_str_equal (argv[1], "--writer"))
    return be_writer (argv);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/protocol-kill/no-version-is-lost-or-halved", test_kill);
  return g_test_run ();
}
