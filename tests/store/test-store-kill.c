/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-repository.h"
#include "meso-patient-search.h"
#include "meso-test-store.h"
#include "meso-test-values.h"
#include "writer-kill.h"

/* At least that many; a machine so slow that it needs more rounds than that is given up on. A write waits for the disk, and a busy one
 * lets only one or two through before each kill. */
#define KILLS 55
#define WRITES 250
#define LONG_WRITES 1000
#define MAX_ROUNDS 1000
/* One round in so many is killed at any moment, before the file is open too; the others only once a write is stored. */
#define EARLY_ROUNDS 5

/* The child: writes patients as fast as it can, and says each file number only once it is stored. */

typedef struct
{
  const char *staff;
  char number[16];
} Write;

static gboolean
write_one (MesoStoreContext *context, gpointer data, GError **error)
{
  Write *write = data;
  g_autoptr(MesoPatient) patient = meso_test_patient ("Leila", "Karimi");
  g_autoptr(MesoPatient) stored = meso_patient_repository_insert (context, write->staff, patient, error);

  if (stored != NULL)
    g_strlcpy (write->number, stored->file_number, sizeof write->number);
  return stored != NULL;
}

static int
be_writer (const char *path, const char *staff)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoStore) store = meso_store_open (path, MESO_STORE_OPEN, &error);

  if (store == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  while (TRUE)
    {
      Write work = { .staff = staff };

      if (!meso_store_run (store, MESO_STORE_WRITE, write_one, &work, &error))
        {
          g_printerr ("%s\n", error->message);
          return 1;
        }
      if (!writer_kill_say (work.number))
        return 1;
    }
}

/* The parent */

static guint
write_and_kill (MesoTestStore *store, GRand *rand, gboolean early, GHashTable *acknowledged)
{
  const char *const arguments[] = { "--writer", store->path, store->staff, NULL };

  return writer_kill_run (arguments, rand, early, early ? 60000 : 40000, acknowledged);
}

static gboolean
expect_all (MesoStoreContext *context, gpointer data, GError **error)
{
  GHashTable *acknowledged = data;
  g_autoptr(GPtrArray) patients = meso_patient_search_list (context, 0, 0, error);
  g_autoptr(GHashTable) stored = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer number;

  if (patients == NULL)
    return FALSE;
  for (guint i = 0; i < patients->len; i++)
    g_hash_table_add (stored, ((MesoPatient *) g_ptr_array_index (patients, i))->file_number);
  g_hash_table_iter_init (&iter, acknowledged);
  while (g_hash_table_iter_next (&iter, &number, NULL))
    g_assert_true (g_hash_table_contains (stored, number));
  return TRUE;
}

static void
test_kill (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autoptr(GHashTable) acknowledged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  guint wanted = g_getenv ("MESO_TEST_LONG") != NULL ? LONG_WRITES : WRITES;
  guint writes = 0, kills = 0;

  g_test_message ("seed %u", seed);
  meso_test_store_close (store);
  while ((kills < KILLS || writes < wanted) && kills < MAX_ROUNDS)
    {
      writes += write_and_kill (store, rand, kills % EARLY_ROUNDS == 0, acknowledged);
      kills++;
      meso_test_store_open (store);
      meso_test_store_read (store, expect_all, acknowledged);
      meso_test_store_check (store);
      meso_test_store_close (store);
    }
  g_assert_cmpuint (writes, >=, kills - (kills + EARLY_ROUNDS - 1) / EARLY_ROUNDS);
  g_test_message ("%u kills, %u acknowledged writes, none lost", kills, writes);
}

int
main (int argc, char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "--writer"))
    return be_writer (argv[2], argv[3]);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store-kill/no-acknowledged-write-is-lost", test_kill);
  return g_test_run ();
}
