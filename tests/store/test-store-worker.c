/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-store-worker.h"

#include "meso-store-error.h"

/* Work that leaves a letter. */
typedef struct
{
  GString *order;
  char letter;
  gboolean fail;
} Letter;

static gboolean
write_letter (gpointer data, GCancellable *cancellable, GError **error)
{
  Letter *letter = data;

  g_string_append_c (letter->order, letter->letter);
  if (letter->fail)
    g_set_error_literal (error, MESO_STORE_ERROR, MESO_STORE_ERROR_REFUSED, "refused");
  return !letter->fail;
}

typedef struct
{
  int done;
  int failed;
  int cancelled;
  int closed;
} Answers;

static void
on_answer (GObject *source, GAsyncResult *result, gpointer data)
{
  Answers *answers = data;
  g_autoptr(GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    answers->done++;
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    answers->cancelled++;
  else if (g_error_matches (error, MESO_STORE_ERROR, MESO_STORE_ERROR_CLOSED))
    answers->closed++;
  else
    answers->failed++;
}

static int
count (const Answers *answers)
{
  return answers->done + answers->failed + answers->cancelled + answers->closed;
}

static void
test_order_and_answers (void)
{
  MesoStoreWorker *worker = meso_store_worker_new ("test");
  g_autoptr(GString) order = g_string_new (NULL);
  g_autoptr(GCancellable) cancelled = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  Letter a = { order, 'a', FALSE }, b = { order, 'b', TRUE }, c = { order, 'c', FALSE }, d = { order, 'd', FALSE };
  Answers answers = { 0 };

  g_cancellable_cancel (cancelled);
  meso_store_worker_push (worker, write_letter, &a, g_task_new (NULL, NULL, on_answer, &answers));
  meso_store_worker_push (worker, write_letter, &b, g_task_new (NULL, NULL, on_answer, &answers));
  meso_store_worker_push (worker, write_letter, &c, g_task_new (NULL, cancelled, on_answer, &answers));
  g_assert_true (meso_store_worker_run (worker, write_letter, &d, &error));
  g_assert_no_error (error);
  g_assert_false (meso_store_worker_run (worker, write_letter, &b, &error));
  g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_cmpstr (order->str, ==, "abdb");
  /* Callbacks come on this thread's context, never on the worker's. */
  g_assert_cmpint (count (&answers), ==, 0);
  while (count (&answers) < 3)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (answers.done, ==, 1);
  g_assert_cmpint (answers.failed, ==, 1);
  g_assert_cmpint (answers.cancelled, ==, 1);

  meso_store_worker_push (worker, write_letter, &a, g_task_new (NULL, NULL, on_answer, &answers));
  meso_store_worker_stop (worker);
  meso_store_worker_push (worker, write_letter, &a, g_task_new (NULL, NULL, on_answer, &answers));
  g_assert_false (meso_store_worker_run (worker, write_letter, &a, &error));
  g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_CLOSED);
  while (count (&answers) < 5)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (answers.done, ==, 2);
  g_assert_cmpint (answers.closed, ==, 1);
  meso_store_worker_unref (worker);
}

/* Many threads that wait for one worker: everything is done once. */
static gpointer
run_many (gpointer data)
{
  gpointer *shared = data;

  for (int i = 0; i < 200; i++)
    {
      Letter letter = { shared[1], 'x', FALSE };

      g_assert_true (meso_store_worker_run (shared[0], write_letter, &letter, NULL));
    }
  return NULL;
}

static void
test_many_callers (void)
{
  MesoStoreWorker *worker = meso_store_worker_new ("test");
  g_autoptr(GString) order = g_string_new (NULL);
  gpointer shared[2] = { worker, order };
  GThread *threads[6];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("caller", run_many, shared);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpuint (order->len, ==, 200 * G_N_ELEMENTS (threads));
  meso_store_worker_stop (worker);
  meso_store_worker_unref (worker);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store-worker/order-and-answers", test_order_and_answers);
  g_test_add_func ("/store-worker/many-callers", test_many_callers);
  return g_test_run ();
}
