/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "frozen-file.h"
#include "meso-store-schema.h"
#include "meso-test-store.h"
#include "writer-kill.h"

/* A file of each earlier version, killed while it is brought to this one: the next start finds all of it. */

#define KILLS 20
/* Longer than an upgrade takes: some are killed before, some within, some after. */
#define MAX_US 120000
#define ROWS "SELECT (SELECT count(*) FROM patient), (SELECT count(*) FROM screening), (SELECT count(*) FROM audit)," \
             " (SELECT count(*) FROM entered_in_error), (SELECT count(*) FROM plan_session), (SELECT count(*) FROM handout_issue)"

static int
be_opener (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoStore) store = meso_store_open (path, MESO_STORE_OPEN, &error);

  if (store == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  writer_kill_say ("open");
  while (TRUE)
    g_usleep (G_USEC_PER_SEC);
}

/* Returns whether the upgrade was over when the kill came. */
static gboolean
kill_once (int version, GRand *rand)
{
  g_autofree char *folder = g_dir_make_tmp ("meso-test-XXXXXX", NULL);
  g_autofree char *path = frozen_file_unpack (folder, version);
  g_autofree char *before = meso_test_sqlite (path, ROWS);
  g_autofree char *after = NULL;
  const char *const arguments[] = { "--opener", path, NULL };
  g_autoptr(GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(MesoStore) store = NULL;

  writer_kill_run (arguments, rand, TRUE, MAX_US, said);
  store = meso_store_open (path, MESO_STORE_OPEN, &error);
  g_assert_no_error (error);
  g_assert_cmpint (meso_store_get_schema_version (store), ==, meso_store_schema_get_version ());
  problems = meso_store_check (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_true (meso_store_close (store, NULL));
  after = meso_test_sqlite (path, ROWS);
  g_assert_cmpstr (after, ==, before);
  meso_test_remove_tree (folder);
  return g_hash_table_size (said) > 0;
}

static void
test_version (gconstpointer data)
{
  int version = GPOINTER_TO_INT (data);
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  guint over = 0;

  g_test_message ("seed %u", seed);
  for (int i = 0; i < KILLS; i++)
    over += kill_once (version, rand);
  g_test_message ("%u of %d upgrades were over when they were killed", over, KILLS);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--opener"))
    return be_opener (argv[2]);
  g_test_init (&argc, &argv, NULL);
  for (int version = 1; version < meso_store_schema_get_version (); version++)
    {
      g_autofree char *name = g_strdup_printf ("/upgrade-kill/version-%d", version);
      g_test_add_data_func (name, GINT_TO_POINTER (version), test_version);
    }
  return g_test_run ();
}
