/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "session-world.h"

/* Whatever is recorded, amended and marked in whatever order: what counts is what a simple book of it says, nothing twice. */

#define STEPS 400
#define PLAN_SESSIONS 4

typedef struct
{
  char *id;
  int session_n;
  int points;
  gboolean amended;
  gboolean in_error;
} Entry;

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->id);
  g_free (entry);
}

static gboolean
entry_counts (const Entry *entry)
{
  return !entry->amended && !entry->in_error;
}

static gboolean
is_taken (const GPtrArray *book, int session_n, const Entry *except)
{
  for (guint i = 0; session_n > 0 && i < book->len; i++)
    {
      const Entry *entry = g_ptr_array_index (book, i);

      if (entry != except && entry->session_n == session_n && entry_counts (entry))
        return TRUE;
    }
  return FALSE;
}

static void
add_entry (SessionWorld *world, GPtrArray *book, MesoTreatmentSession *session, Entry *amends, GRand *rand)
{
  int session_n = g_rand_int_range (rand, 0, PLAN_SESSIONS + 1);
  Entry *entry;

  session->session_n = session_n;
  g_set_str (&session->plan, session_n > 0 ? world->leilas_plan : NULL);
  session->points = g_rand_int_range (rand, 1, 100);
  if (is_taken (book, session_n, amends))
    {
      session_world_refuse (world, session, amends != NULL ? amends->id : NULL, "on record already");
      return;
    }
  if (amends != NULL && amends->in_error)
    {
      session_world_refuse (world, session, amends->id, "isn't amended");
      return;
    }
  entry = g_new0 (Entry, 1);
  entry->id = session_world_record (world, session, amends != NULL ? amends->id : NULL);
  entry->session_n = session_n;
  entry->points = session->points;
  g_ptr_array_add (book, entry);
  if (amends != NULL)
    amends->amended = TRUE;
}

static void
compare (SessionWorld *world, const GPtrArray *book)
{
  g_autoptr(GPtrArray) all = session_world_list (world, world->leila);
  g_autoptr(MesoTreatmentSession) latest = session_world_latest (world, world->leila);
  int expected = 0, points = 0;
  guint counting = 0;

  for (guint i = 0; i < book->len; i++)
    expected += entry_counts (g_ptr_array_index (book, i)) ? ((Entry *) g_ptr_array_index (book, i))->points : 0;
  for (guint i = 0; i < all->len; i++)
    {
      const MesoTreatmentSession *session = g_ptr_array_index (all, i);

      points += meso_treatment_session_counts (session) ? session->points : 0;
      counting += meso_treatment_session_counts (session);
    }
  g_assert_cmpuint (all->len, ==, book->len);
  g_assert_cmpint (points, ==, expected);
  g_assert_true ((latest != NULL) == (counting > 0));
  g_assert_true (latest == NULL || meso_treatment_session_counts (latest));
}

static void
test_counted_once (void)
{
  g_autoptr(SessionWorld) world = session_world_new ();
  g_autofree char *screening = session_world_screen (world, world->leila, MESO_OUTCOME_SUITABLE);
  g_autoptr(MesoTreatmentSession) session = session_world_session (world, screening);
  g_autoptr(GPtrArray) book = g_ptr_array_new_with_free_func (free_entry);
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int i = 0; i < STEPS; i++)
    {
      Entry *any = book->len > 0 ? g_ptr_array_index (book, g_rand_int_range (rand, 0, (int) book->len)) : NULL;
      int choice = g_rand_int_range (rand, 0, 4);

      if (any == NULL || choice == 0)
        add_entry (world, book, session, NULL, rand);
      else if (choice < 3 && !any->amended)
        add_entry (world, book, session, any, rand);
      else if (choice == 3 && !any->in_error)
        {
          session_world_mark (world, any->id);
          any->in_error = TRUE;
        }
      if (i % 20 == 0)
        compare (world, book);
    }
  compare (world, book);
  meso_test_store_check (world->store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-count/counted-once", test_counted_once);
  return g_test_run ();
}
