/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-repository.h"
#include "session-world.h"
#include "writer-kill.h"

/* A session is stored as a whole, reactions and audit row, or not at all: whenever the program is killed. */

#define KILLS 25
#define MAX_ROUNDS 500
#define WRITES 250
#define EARLY_ROUNDS 5
#define REACTIONS 6

enum { PATH = 2, NURSE, PATIENT, SCREENING, N_ARGUMENTS };

typedef struct
{
  char **arguments;
  char *id;
} Write;

static gboolean
write_one (MesoStoreContext *context, gpointer data, GError **error)
{
  Write *write = data;
  g_autoptr(MesoTreatmentSession) session = meso_treatment_session_new ();

  session->patient = g_strdup (write->arguments[PATIENT]);
  session->date = SESSION_WORLD_DAY;
  session->operator = g_strdup (write->arguments[NURSE]);
  session->screening = g_strdup (write->arguments[SCREENING]);
  session->points = 50;
  for (int i = 1; i <= REACTIONS; i++)
    g_ptr_array_add (session->reactions, meso_reaction_new (MESO_REACTION_OTHER, 1 + i % MESO_REACTION_MAX_GRADE, "dizzy"));
  write->id = meso_session_repository_insert (context, write->arguments[NURSE], session, NULL, NULL, error);
  return write->id != NULL;
}

static int
be_writer (char **arguments)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoStore) store = meso_store_open (arguments[PATH], MESO_STORE_OPEN, &error);

  while (store != NULL)
    {
      Write work = { .arguments = arguments };
      g_autofree char *id = NULL;

      if (!meso_store_run (store, MESO_STORE_WRITE, write_one, &work, &error))
        break;
      id = work.id;
      if (!writer_kill_say (id))
        return 1;
    }
  g_printerr ("%s\n", error->message);
  return 1;
}

typedef struct
{
  const char *patient;
  GHashTable *acknowledged;
} Expected;

static gboolean
expect_all (MesoStoreContext *context, gpointer data, GError **error)
{
  Expected *expected = data;
  g_autoptr(GPtrArray) sessions = meso_session_repository_list (context, expected->patient, error);
  guint found = 0;

  if (sessions == NULL)
    return FALSE;
  for (guint i = 0; i < sessions->len; i++)
    {
      const MesoTreatmentSession *session = g_ptr_array_index (sessions, i);

      g_assert_cmpuint (session->reactions->len, ==, REACTIONS);
      found += g_hash_table_contains (expected->acknowledged, session->id);
    }
  g_assert_cmpuint (found, ==, g_hash_table_size (expected->acknowledged));
  return TRUE;
}

static void
test_kill (void)
{
  g_autoptr(SessionWorld) world = session_world_new ();
  g_autofree char *screening = session_world_screen (world, world->leila, MESO_OUTCOME_SUITABLE);
  g_autoptr(GHashTable) acknowledged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *const arguments[] = { "--writer", world->store->path, world->store->nurse, world->leila, screening, NULL };
  Expected expected = { world->leila, acknowledged };
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  guint writes = 0, kills = 0;

  g_test_message ("seed %u", seed);
  meso_test_store_close (world->store);
  for (; (kills < KILLS || writes < WRITES) && kills < MAX_ROUNDS; kills++)
    {
      gboolean early = kills % EARLY_ROUNDS == 0;

      writes += writer_kill_run (arguments, rand, early, early ? 60000 : 40000, acknowledged);
      meso_test_store_open (world->store);
      meso_test_store_read (world->store, expect_all, &expected);
      meso_test_store_check (world->store);
      meso_test_store_close (world->store);
    }
  g_test_message ("%u kills, %u acknowledged sessions, none lost", kills, writes);
  meso_test_store_open (world->store);
}

int
main (int argc, char **argv)
{
  if (argc == N_ARGUMENTS && g_str_equal (argv[1], "--writer"))
    return be_writer (argv);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-kill/no-acknowledged-session-is-lost", test_kill);
  return g_test_run ();
}
