/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "meso-patient-repository.h"
#include "meso-test-store.h"
#include "meso-test-values.h"

/* At least that many in the normal run; a machine so slow that it needs more rounds than that is given up on. */
#define KILLS 55
#define WRITES 1000
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
      g_autofree char *line = NULL;

      if (!meso_store_run (store, MESO_STORE_WRITE, write_one, &work, &error))
        {
          g_printerr ("%s\n", error->message);
          return 1;
        }
      line = g_strdup_printf ("%s\n", work.number);
      if (write (STDOUT_FILENO, line, strlen (line)) < 0)
        return 1;
    }
}

/* The parent */

/* Reads what was acknowledged into a set, until the pipe ends. */
static guint
read_acknowledged (int pipe, GHashTable *acknowledged)
{
  g_autoptr(GIOChannel) channel = g_io_channel_unix_new (pipe);
  g_autoptr(GString) line = g_string_new (NULL);
  guint lines = 0;

  g_io_channel_set_close_on_unref (channel, TRUE);
  while (g_io_channel_read_line_string (channel, line, NULL, NULL) == G_IO_STATUS_NORMAL)
    {
      /* A line cut off by the kill was not said. */
      if (!g_str_has_suffix (line->str, "\n"))
        break;
      g_hash_table_add (acknowledged, g_strndup (line->str, line->len - 1));
      lines++;
    }
  return lines;
}

static void
wait_for_output (int out)
{
  GPollFD poll = { .fd = out, .events = G_IO_IN };

  g_assert_cmpint (g_poll (&poll, 1, 60 * 1000), ==, 1);
}

static guint
write_and_kill (MesoTestStore *store, GRand *rand, gboolean early, GHashTable *acknowledged)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  const char *const arguments[] = { self, "--writer", store->path, store->staff, NULL };
  g_autoptr(GError) error = NULL;
  GPid pid;
  int out, status;
  guint lines;

  g_spawn_async_with_pipes (NULL, (char **) arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL, &out,
                            NULL, &error);
  g_assert_no_error (error);
  if (!early)
    wait_for_output (out);
  g_usleep ((gulong) g_rand_int_range (rand, 0, early ? 60000 : 40000));
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  lines = read_acknowledged (out, acknowledged);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  return lines;
}

static gboolean
expect_all (MesoStoreContext *context, gpointer data, GError **error)
{
  GHashTable *acknowledged = data;
  g_autoptr(GPtrArray) patients = meso_patient_repository_list (context, 0, 0, error);
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
  guint writes = 0, kills = 0;

  g_test_message ("seed %u", seed);
  meso_test_store_close (store);
  while ((kills < KILLS || writes < WRITES) && kills < MAX_ROUNDS)
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
