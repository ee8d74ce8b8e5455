/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include <string.h>

#include "meso-backup.h"
#include "meso-draft-repository.h"
#include "meso-setting-repository.h"
#include "meso-store-private.h"
#include "meso-store-schema.h"
#include "meso-test-store.h"

static gboolean
put_setting (MesoStoreContext *context, gpointer data, GError **error)
{
  MesoTestStore *store = data;

  return meso_setting_repository_set (context, store->staff, MESO_SETTING_PHONE, meso_store_context_get_now (context), error);
}

static gboolean
put_setting_and_fail (MesoStoreContext *context, gpointer data, GError **error)
{
  if (!put_setting (context, data, error))
    return FALSE;
  g_set_error_literal (error, MESO_STORE_ERROR, MESO_STORE_ERROR_REFUSED,
                       meso_store_error_get_sentence (MESO_STORE_ERROR_REFUSED));
  return FALSE;
}

typedef struct
{
  char *phone;
} Setting;

static gboolean
get_setting (MesoStoreContext *context, gpointer data, GError **error)
{
  Setting *setting = data;
  g_autoptr(GError) failed = NULL;

  g_free (setting->phone);
  setting->phone = meso_setting_repository_get (context, MESO_SETTING_PHONE, &failed);
  g_assert_no_error (failed);
  return TRUE;
}

static gboolean
name_nobody (MesoStoreContext *context, gpointer data, GError **error)
{
  return meso_draft_repository_put (context, "nobody", "patient", "new", "{}", error);
}

/* Children without their header: only the commit can see it. */
static gboolean
leave_children_alone (MesoStoreContext *context, gpointer data, GError **error)
{
  return put_setting (context, data, error)
         && meso_store_context_execute (context, error,
              "INSERT INTO screening_answer (screening, question, kind) VALUES ($1, 'pregnant', 'no')", T ("none"));
}

static gboolean
write_in_a_read (MesoStoreContext *context, gpointer data, GError **error)
{
  return put_setting (context, data, error);
}

static void
test_whole_or_not_at_all (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autoptr(GError) error = NULL;
  Setting setting = { NULL };

  meso_test_store_refuse (store, put_setting_and_fail, store, MESO_STORE_ERROR_REFUSED);
  meso_test_store_refuse (store, name_nobody, store, MESO_STORE_ERROR_NO_RECORD);
  meso_test_store_refuse (store, leave_children_alone, store, MESO_STORE_ERROR_NO_RECORD);
  g_assert_false (meso_store_run (store->store, MESO_STORE_READ, write_in_a_read, store, &error));
  g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_READ_ONLY);
  meso_test_store_read (store, get_setting, &setting);
  g_assert_null (setting.phone);

  meso_test_store_write (store, put_setting, store);
  meso_test_store_read (store, get_setting, &setting);
  /* The fifth to write: the clock is read once for each unit of work. */
  g_assert_cmpstr (setting.phone, ==, "2026-11-22T08:00:06.000000Z");
  meso_test_store_check (store);
  g_free (setting.phone);
}

/* The main loop's side */

typedef struct
{
  GMainLoop *loop;
  int answers;
  int expected;
  int cancelled;
  int closed;
  GString *order;
} Waiting;

static void
on_answer (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  g_autoptr(GError) error = NULL;

  if (meso_store_run_finish (MESO_STORE (source), result, &error))
    g_string_append (waiting->order, "answer ");
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    waiting->cancelled++;
  else if (g_error_matches (error, MESO_STORE_ERROR, MESO_STORE_ERROR_CLOSED))
    waiting->closed++;
  else
    g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_REFUSED);
  waiting->answers++;
  if (waiting->answers == waiting->expected)
    g_main_loop_quit (waiting->loop);
}

static void
on_changed (MesoStore *store, const char *what, const char *id, gpointer data)
{
  Waiting *waiting = data;

  g_string_append_printf (waiting->order, "%s %s ", what, id);
}

static void
wait_for_answers (Waiting *waiting, int expected)
{
  waiting->expected = expected;
  if (waiting->answers < expected)
    g_main_loop_run (waiting->loop);
  g_assert_cmpint (waiting->answers, ==, expected);
}

static void
test_changed (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Waiting waiting = { .loop = loop, .order = g_string_new (NULL) };

  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_signal_connect (store->store, "changed", G_CALLBACK (on_changed), &waiting);
  meso_store_run_async (store->store, MESO_STORE_WRITE, put_setting_and_fail, store, NULL, NULL, on_answer, &waiting);
  wait_for_answers (&waiting, 1);
  g_assert_cmpstr (waiting.order->str, ==, "");
  /* Told before the answer, on the main context, and only of what is stored. */
  meso_store_run_async (store->store, MESO_STORE_WRITE, put_setting, store, NULL, NULL, on_answer, &waiting);
  wait_for_answers (&waiting, 2);
  g_assert_cmpstr (waiting.order->str, ==, "setting phone answer ");
  /* A call that waits tells it later, from the main loop. */
  meso_test_store_write (store, put_setting, store);
  g_assert_cmpstr (waiting.order->str, ==, "setting phone answer ");
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpstr (waiting.order->str, ==, "setting phone answer setting phone ");
  g_string_free (waiting.order, TRUE);
}

static gboolean
read_for_ever (MesoStoreContext *context, gpointer data, GError **error)
{
  GCancellable *cancellable = data;
  g_autoptr(MesoSqliteStatement) row = NULL;

  /* Cancelled once it is well under way. */
  g_cancellable_cancel (cancellable);
  row = meso_store_context_query_plain (context, error,
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n");
  if (row == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (row))
    continue;
  return meso_sqlite_statement_finish (row, error);
}

typedef struct
{
  MesoTestStore *store;
  GCancellable *cancellable;
} CancelledWrite;

static gboolean
cancel_then_write (MesoStoreContext *context, gpointer data, GError **error)
{
  CancelledWrite *work = data;

  g_cancellable_cancel (work->cancellable);
  return put_setting (context, work->store, error);
}

static void
test_cancel (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr(GCancellable) before = g_cancellable_new ();
  g_autoptr(GCancellable) within = g_cancellable_new ();
  g_autoptr(GCancellable) while_writing = g_cancellable_new ();
  CancelledWrite write = { store, while_writing };
  Waiting waiting = { .loop = loop, .order = g_string_new (NULL) };
  Setting setting = { NULL };

  g_cancellable_cancel (before);
  meso_store_run_async (store->store, MESO_STORE_WRITE, put_setting, store, NULL, before, on_answer, &waiting);
  wait_for_answers (&waiting, 1);
  g_assert_cmpint (waiting.cancelled, ==, 1);
  meso_test_store_read (store, get_setting, &setting);
  g_assert_null (setting.phone);

  /* A read stops midway; the next task isn't hit by it. */
  meso_store_run_async (store->store, MESO_STORE_READ, read_for_ever, within, NULL, within, on_answer, &waiting);
  wait_for_answers (&waiting, 2);
  g_assert_cmpint (waiting.cancelled, ==, 2);

  /* A write that has begun is stored, and answered so. */
  meso_store_run_async (store->store, MESO_STORE_WRITE, cancel_then_write, &write, NULL, while_writing, on_answer, &waiting);
  wait_for_answers (&waiting, 3);
  g_assert_cmpint (waiting.cancelled, ==, 2);
  g_assert_cmpstr (waiting.order->str, ==, "answer ");
  meso_test_store_read (store, get_setting, &setting);
  g_assert_nonnull (setting.phone);
  g_free (setting.phone);
  g_string_free (waiting.order, TRUE);
}

static void
count_free (gpointer data)
{
  (*(int *) data)++;
}

static gboolean
do_nothing (MesoStoreContext *context, gpointer data, GError **error)
{
  return TRUE;
}

static void
on_data_answer (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (*(int *) meso_store_run_get_data (result), ==, 0);
  meso_store_run_finish (MESO_STORE (source), result, &error);
  g_assert_no_error (error);
  waiting->answers++;
  g_main_loop_quit (waiting->loop);
}

static void
test_close_answers_all (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr(GError) error = NULL;
  Waiting waiting = { .loop = loop, .order = g_string_new (NULL) };
  int freed = 0;

  meso_store_run_async (store->store, MESO_STORE_READ, do_nothing, &freed, count_free, NULL, on_data_answer, &waiting);
  wait_for_answers (&waiting, 1);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpint (freed, ==, 1);

  /* What is queued is done; what comes later is refused. Nobody waits for ever. */
  for (int i = 0; i < 20; i++)
    meso_store_run_async (store->store, MESO_STORE_WRITE, put_setting, store, NULL, NULL, on_answer, &waiting);
  g_assert_true (meso_store_close (store->store, NULL));
  g_assert_true (meso_store_close (store->store, NULL));
  for (int i = 0; i < 5; i++)
    meso_store_run_async (store->store, MESO_STORE_WRITE, put_setting, store, NULL, NULL, on_answer, &waiting);
  g_assert_false (meso_store_run (store->store, MESO_STORE_WRITE, put_setting, store, &error));
  g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_CLOSED);
  wait_for_answers (&waiting, 26);
  g_assert_cmpint (waiting.closed, ==, 5);
  g_assert_cmpint (strlen (waiting.order->str), ==, 20 * strlen ("answer "));
  g_string_free (waiting.order, TRUE);

  /* Letting go while tasks are queued: they are answered all the same. */
  g_clear_object (&store->store);
  meso_test_store_open (store);
  waiting = (Waiting) { .loop = loop, .order = g_string_new (NULL) };
  for (int i = 0; i < 20; i++)
    meso_store_run_async (store->store, MESO_STORE_WRITE, put_setting, store, NULL, NULL, on_answer, &waiting);
  g_clear_object (&store->store);
  wait_for_answers (&waiting, 20);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  meso_test_store_open (store);
  g_string_free (waiting.order, TRUE);
}

/* Other threads ask while some close: each is answered, and the file is really closed. */

static gpointer
work_until_closed (gpointer data)
{
  MesoTestStore *store = data;
  g_autoptr(GError) error = NULL;

  while (meso_store_run (store->store, MESO_STORE_READ, do_nothing, NULL, &error))
    continue;
  g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_CLOSED);
  return NULL;
}

static gpointer
back_up_until_closed (gpointer data)
{
  MesoTestStore *store = data;
  g_autofree char *copy = meso_test_store_name (store, "copy.db");
  g_autoptr(GError) error = NULL;

  while (error == NULL)
    {
      g_autoptr(MesoBackupReceipt) receipt =
        meso_backup_write (store->store, store->staff, copy, TRUE, NULL, NULL, NULL, &error);
    }
  g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_CLOSED);
  return NULL;
}

static gpointer
close_store (gpointer data)
{
  MesoTestStore *store = data;

  g_assert_true (meso_store_close (store->store, NULL));
  /* Not only told so by another: the next one may open it. */
  g_assert_false (meso_store_run (store->store, MESO_STORE_READ, do_nothing, NULL, NULL));
  return NULL;
}

static void
test_close_while_others_work (void)
{
  static const GThreadFunc funcs[] = { work_until_closed, work_until_closed, back_up_until_closed, close_store, close_store };

  for (int round = 0; round < 10; round++)
    {
      g_autoptr(MesoTestStore) store = meso_test_store_new ();
      GThread *threads[G_N_ELEMENTS (funcs)];

      for (gsize i = 0; i < G_N_ELEMENTS (funcs); i++)
        {
          if (funcs[i] == close_store)
            g_usleep (3000);
          threads[i] = g_thread_new ("test", funcs[i], store);
        }
      for (gsize i = 0; i < G_N_ELEMENTS (funcs); i++)
        g_thread_join (threads[i]);
      g_clear_object (&store->store);
      meso_test_store_open (store);
      meso_test_store_check (store);
    }
}

/* A statement that someone forgot keeps the file open: then it stays locked, and closing says so. */
static gboolean
keep_statement (MesoSqliteConnection *connection, gpointer data, GError **error)
{
  static const char sql[] = "SELECT key FROM clinic_setting";
  g_autoptr(MesoSqliteStatement) first = meso_sqlite_connection_query (connection, sql, meso_sqlite_no_values, error);
  MesoSqliteStatement **kept = data;

  g_assert_nonnull (first);
  *kept = meso_sqlite_connection_query (connection, sql, meso_sqlite_no_values, error);
  return *kept != NULL;
}

static void
test_close_that_fails (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autofree char *lock = meso_test_store_name (store, "clinic.db.lock");
  g_autoptr(GError) error = NULL;
  MesoSqliteStatement *kept = NULL;

  g_assert_true (meso_store_run_raw (store->store, keep_statement, &kept, &error));
  g_assert_false (meso_store_close (store->store, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));
  g_assert_null (meso_store_open (store->path, MESO_STORE_OPEN, NULL));
  meso_sqlite_statement_release (kept);
  g_clear_object (&store->store);
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
  meso_test_store_open (store);
  meso_test_store_check (store);
}

typedef struct
{
  GMainLoop *loop;
  MesoStore *store;
  GError *error;
} Opening;

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  Opening *opening = data;

  opening->store = meso_store_open_finish (result, &opening->error);
  g_main_loop_quit (opening->loop);
}

static void
test_open_async (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autofree char *missing = meso_test_store_name (store, "missing.db");
  Opening opening = { loop, NULL, NULL };

  meso_test_store_close (store);
  meso_store_open_async (store->path, MESO_STORE_OPEN, NULL, on_opened, &opening);
  g_main_loop_run (loop);
  g_assert_no_error (opening.error);
  g_assert_cmpint (meso_store_get_schema_version (opening.store), ==, meso_store_schema_get_version ());
  g_assert_cmpstr (meso_store_get_path (opening.store), ==, store->path);
  g_assert_null (meso_store_get_upgrade_backup (opening.store));
  g_clear_object (&opening.store);

  meso_store_open_async (missing, MESO_STORE_OPEN, NULL, on_opened, &opening);
  g_main_loop_run (loop);
  g_assert_null (opening.store);
  g_assert_error (opening.error, MESO_STORE_ERROR, MESO_STORE_ERROR_NOT_FOUND);
  g_clear_error (&opening.error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/whole-or-not-at-all", test_whole_or_not_at_all);
  g_test_add_func ("/store/changed", test_changed);
  g_test_add_func ("/store/cancel", test_cancel);
  g_test_add_func ("/store/close-answers-all", test_close_answers_all);
  g_test_add_func ("/store/close-while-others-work", test_close_while_others_work);
  g_test_add_func ("/store/close-that-fails", test_close_that_fails);
  g_test_add_func ("/store/open-async", test_open_async);
  return g_test_run ();
}
