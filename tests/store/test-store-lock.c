/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* One process has the file, and the connection is set as the records need it. */

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "meso-setting-repository.h"
#include "meso-store-private.h"
#include "meso-test-store.h"

/* What a second process is asked to do: prints the error's code, or -1, and its message. */
static int
be_second_process (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoStore) store = meso_store_open (path, MESO_STORE_OPEN, &error);

  if (error != NULL)
    g_print ("%d %s", error->code, error->message);
  else
    g_print ("-1 opened");
  return 0;
}

/* (transfer full) */
static char *
ask_second_process (const char *path)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  const char *const arguments[] = { self, "--second-process", path, NULL };
  g_autoptr(GError) error = NULL;
  char *answer = NULL;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &answer, NULL, NULL, &error);
  g_assert_no_error (error);
  return answer;
}

static void
assert_folder_holds (const char *folder, const char *names)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr(GPtrArray) found = g_ptr_array_new_null_terminated (0, NULL, TRUE);
  g_autofree char *joined = NULL;
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (found, (char *) name);
  g_ptr_array_sort_values (found, (GCompareFunc) strcmp);
  joined = g_strjoinv (" ", (char **) found->pdata);
  g_assert_cmpstr (joined, ==, names);
}

static gboolean
put_setting (MesoStoreContext *context, gpointer data, GError **error)
{
  MesoTestStore *store = data;

  return meso_setting_repository_set (context, store->staff, MESO_SETTING_PHONE, meso_store_context_get_now (context), error);
}

static void
test_lock (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *lock = meso_test_store_name (store, "clinic.db.lock");
  g_autofree char *pid = NULL;
  g_autofree char *expected = g_strdup_printf ("%d\n", (int) getpid ());
  g_autofree char *refused = NULL;
  g_autofree char *opened = NULL;
  g_autofree char *shell = NULL;
  const char *arguments[] = { "sqlite3", "-batch", store->path, "SELECT count(*) FROM patient", NULL };
  int status;

  /* No shared memory: the lock is this process's alone. */
  meso_test_store_write (store, put_setting, store);
  assert_folder_holds (store->folder, "clinic.db clinic.db-wal clinic.db.lock");
  g_assert_true (g_file_get_contents (lock, &pid, NULL, NULL));
  g_assert_cmpstr (pid, ==, expected);

  /* Another of ours, in the same process. */
  g_assert_null (meso_store_open (store->path, MESO_STORE_OPEN, &error));
  g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_ALREADY_OPEN);
  g_assert_nonnull (strstr (error->message, "this program itself"));
  /* And in another: which still is refused after that one came and went. */
  refused = ask_second_process (store->path);
  g_strstrip (expected);
  g_assert_true (g_str_has_prefix (refused, "9 "));
  g_assert_cmpint (MESO_STORE_ERROR_ALREADY_OPEN, ==, 9);
  g_assert_nonnull (strstr (refused, expected));
  /* And whoever doesn't know of our lock file: SQLite's own lock holds. */
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, &shell, &status, NULL);
  g_assert_cmpint (status, !=, 0);
  g_assert_nonnull (strstr (shell, "locked"));

  meso_test_store_write (store, put_setting, store);
  meso_test_store_check (store);
  meso_test_store_close (store);
  assert_folder_holds (store->folder, "clinic.db");
  opened = ask_second_process (store->path);
  g_assert_cmpstr (opened, ==, "-1 opened");
}

/* The second belt alone: a lock that another program took on the file, without our lock file. */
static void
test_lock_of_another_program (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autoptr(GError) error = NULL;
  const char *arguments[] = { "sqlite3", "-batch", store->path, NULL };
  static const char begin[] = "BEGIN EXCLUSIVE;\nSELECT 'held';\n";
  GPid pid;
  int in, out, status;
  char answer[5] = { 0 };

  meso_test_store_close (store);
  g_spawn_async_with_pipes (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                            &in, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (write (in, begin, strlen (begin)), ==, (gssize) strlen (begin));
  g_assert_cmpint (read (out, answer, 4), ==, 4);
  g_assert_cmpstr (answer, ==, "held");
  g_assert_null (meso_store_open (store->path, MESO_STORE_OPEN, &error));
  g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_ALREADY_OPEN);
  close (in);
  close (out);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  meso_test_store_open (store);
  meso_test_store_check (store);
}

typedef struct
{
  const char *sql;
  char *value;
} Pragma;

static gboolean
read_pragma (MesoSqliteConnection *connection, gpointer data, GError **error)
{
  Pragma *pragma = data;
  g_autoptr(MesoSqliteStatement) row = meso_sqlite_connection_query (connection, pragma->sql, meso_sqlite_no_values, error);

  if (row == NULL)
    return FALSE;
  pragma->value = meso_sqlite_statement_next (row) ? meso_sqlite_statement_dup_text (row, 0) : NULL;
  return meso_sqlite_statement_finish (row, error);
}

static void
test_settings_of_the_connection (void)
{
  static const struct { const char *sql; const char *value; } expected[] = {
    { "PRAGMA locking_mode", "exclusive" }, { "PRAGMA journal_mode", "wal" }, { "PRAGMA synchronous", "2" },
    { "PRAGMA foreign_keys", "1" }, { "PRAGMA trusted_schema", "0" }, { "PRAGMA secure_delete", "1" },
    { "PRAGMA cell_size_check", "1" }, { "PRAGMA mmap_size", "0" }, { "PRAGMA cache_size", "-32768" },
    { "PRAGMA recursive_triggers", "1" }, { "PRAGMA application_id", "1296388943" }, { "PRAGMA query_only", "0" },
    { "SELECT v FROM patient_search_config WHERE k = 'secure-delete'", "1" },
    /* STRICT, all of them. */
    { "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0"
      " AND name NOT LIKE 'sqlite_%'", "0" },
  };
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autoptr(GError) error = NULL;
  Pragma quoted = { "SELECT \"no such column\"", NULL };
  Pragma schema = { "UPDATE sqlite_schema SET sql = ''", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      Pragma pragma = { expected[i].sql, NULL };

      g_assert_true (meso_store_run_raw (store->store, read_pragma, &pragma, &error));
      g_assert_no_error (error);
      g_test_message ("%s", expected[i].sql);
      g_assert_cmpstr (pragma.value, ==, expected[i].value);
      g_free (pragma.value);
    }
  /* A word in double quotes is never a text, and the schema is not for writing. */
  g_assert_false (meso_store_run_raw (store->store, read_pragma, &quoted, &error));
  g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_INTERNAL);
  g_clear_error (&error);
  g_assert_false (meso_store_run_raw (store->store, read_pragma, &schema, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--second-process"))
    return be_second_process (argv[2]);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/lock", test_lock);
  g_test_add_func ("/store/lock-of-another-program", test_lock_of_another_program);
  g_test_add_func ("/store/settings-of-the-connection", test_settings_of_the_connection);
  return g_test_run ();
}
