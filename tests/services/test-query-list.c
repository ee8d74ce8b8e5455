/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-query-list.h"

#include <string.h>

#include "clinic-fixture.h"
#include "meso-draft-service.h"

/* A query that answers with a row for each letter of what is written on the board. */
typedef struct
{
  GMutex lock;
  char letters[32];
  guint asked;
  gboolean fails;
  GMutex gate;
  gint freed;
} Board;

static void
board_write (Board      *board,
             const char *letters)
{
  g_mutex_lock (&board->lock);
  g_strlcpy (board->letters, letters, sizeof board->letters);
  g_mutex_unlock (&board->lock);
}

static void
board_freed (gpointer data)
{
  g_atomic_int_inc (&((Board *) data)->freed);
}

static gpointer
read_board (MesoClinic  *clinic,
            gpointer     request,
            GError     **error)
{
  Board *board = request;
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_mutex_lock (&board->gate);
  g_mutex_unlock (&board->gate);
  g_mutex_lock (&board->lock);
  board->asked++;
  for (const char *c = board->letters; *c != '\0'; c++)
    g_ptr_array_add (rows, meso_row_new ((const char[]) { *c, '\0' }, NULL, NULL));
  g_mutex_unlock (&board->lock);
  if (!board->fails)
    return g_steal_pointer (&rows);
  g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "no");
  return NULL;
}

static void
wait_for (MesoQueryList *list)
{
  while (meso_query_list_get_loading (list))
    g_main_context_iteration (NULL, TRUE);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
assert_shows (MesoQueryList *list,
              const char    *letters)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  g_assert_cmpuint (n, ==, strlen (letters));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(MesoRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_cmpint (*meso_row_get_key (row), ==, letters[i]);
    }
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), n));
}

static void
put_draft (ClinicFixture *fixture)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_draft_service_put (fixture->clinic, "patient", "new", "{}", &error));
  g_assert_no_error (error);
}

static void
test_follows (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  Board board = { .letters = "abc" };
  g_autoptr(MesoQueryList) list = NULL;
  g_autoptr(MesoRow) first = NULL;
  g_autoptr(MesoRow) again = NULL;

  settle ();
  list = meso_query_list_new (fixture->clinic, read_board, &board, board_freed, "patient draft");
  g_assert_true (meso_query_list_get_loading (list));
  assert_shows (list, "");
  wait_for (list);
  assert_shows (list, "abc");
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);

  /* Many changes in a row: asked once for them all, or once more when one came in between. */
  board_write (&board, "axc");
  for (int i = 0; i < 20; i++)
    put_draft (fixture);
  g_main_context_iteration (NULL, TRUE);
  wait_for (list);
  assert_shows (list, "axc");
  g_assert_cmpuint (board.asked, >=, 2);
  g_assert_cmpuint (board.asked, <=, 3);
  again = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (first == again);

  g_clear_object (&list);
  settle ();
  g_assert_cmpint (board.freed, ==, 1);
}

static void
test_watches_only_what_it_shows (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  Board board = { .letters = "abc" };
  g_autoptr(MesoQueryList) list = NULL;
  g_autoptr(MesoQueryList) all = NULL;

  settle ();
  list = meso_query_list_new (fixture->clinic, read_board, &board, NULL, "patient plan");
  wait_for (list);
  put_draft (fixture);
  settle ();
  g_assert_false (meso_query_list_get_loading (list));
  g_assert_cmpuint (board.asked, ==, 1);

  all = meso_query_list_new (fixture->clinic, read_board, &board, NULL, NULL);
  wait_for (all);
  put_draft (fixture);
  g_main_context_iteration (NULL, TRUE);
  g_assert_true (meso_query_list_get_loading (all));
  wait_for (all);
  g_assert_cmpuint (board.asked, ==, 3);
}

static void
test_a_fault_keeps_what_is_shown (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  Board board = { .letters = "abc" };
  g_autoptr(MesoQueryList) list = meso_query_list_new (fixture->clinic, read_board, &board, NULL, "plan");

  wait_for (list);
  g_assert_null (meso_query_list_get_error (list));
  board.fails = TRUE;
  meso_query_list_reload (list);
  g_assert_true (meso_query_list_get_loading (list));
  wait_for (list);
  g_assert_error (meso_query_list_get_error (list), MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED);
  assert_shows (list, "abc");
  board.fails = FALSE;
  meso_query_list_reload (list);
  wait_for (list);
  g_assert_null (meso_query_list_get_error (list));
}

/* The page is closed while its query is at it, and before it is its turn. */
static void
test_late_answers (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  Board board = { .letters = "abc" };
  MesoQueryList *list;
  MesoQueryList *queued;

  g_mutex_lock (&board.gate);
  list = meso_query_list_new (fixture->clinic, read_board, &board, board_freed, NULL);
  queued = meso_query_list_new (fixture->clinic, read_board, &board, board_freed, NULL);
  meso_query_list_reload (list);
  g_object_add_weak_pointer (G_OBJECT (list), (gpointer *) &list);
  g_object_add_weak_pointer (G_OBJECT (queued), (gpointer *) &queued);
  g_object_unref (list);
  g_object_unref (queued);
  g_assert_null (list);
  g_assert_null (queued);
  g_mutex_unlock (&board.gate);
  while (g_atomic_int_get (&board.freed) < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (board.asked, <=, 1);
  put_draft (fixture);
  settle ();
}

static void
test_closed_clinic (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  Board board = { .letters = "abc" };
  g_autoptr(MesoQueryList) list = meso_query_list_new (fixture->clinic, read_board, &board, NULL, NULL);

  wait_for (list);
  g_assert_true (meso_clinic_close (fixture->clinic, NULL));
  meso_query_list_reload (list);
  wait_for (list);
  g_assert_error (meso_query_list_get_error (list), MESO_STORE_ERROR, MESO_STORE_ERROR_CLOSED);
  assert_shows (list, "abc");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/query-list/follows", test_follows);
  g_test_add_func ("/services/query-list/watches-only-what-it-shows", test_watches_only_what_it_shows);
  g_test_add_func ("/services/query-list/a-fault-keeps-what-is-shown", test_a_fault_keeps_what_is_shown);
  g_test_add_func ("/services/query-list/late-answers", test_late_answers);
  g_test_add_func ("/services/query-list/closed-clinic", test_closed_clinic);

  return g_test_run ();
}
