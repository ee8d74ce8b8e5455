/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-backup.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "meso-patient-repository.h"
#include "meso-store-schema.h"
#include "meso-test-store.h"
#include "meso-test-values.h"

static gboolean
insert_patient (MesoStoreContext *context, gpointer data, GError **error)
{
  MesoTestStore *store = data;
  g_autoptr(MesoPatient) patient = meso_test_patient ("Leila", "Karimi");
  g_autoptr(MesoPatient) stored = NULL;

  g_set_str (&patient->phone, "+989121234567");
  stored = meso_patient_repository_insert (context, store->staff, patient, error);
  return stored != NULL;
}

static void
insert_patients (MesoTestStore *store, int n)
{
  for (int i = 0; i < n; i++)
    meso_test_store_write (store, insert_patient, store);
}

/* Everything there is, row for row. */
static char *
dump (const char *path)
{
  return meso_test_sqlite (path, ".dump");
}

static void
assert_nothing_left (MesoTestStore *store)
{
  g_autoptr(GDir) dir = g_dir_open (store->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_prefix (name, ".mesoclinic-"));
}

static gboolean
get_latest (MesoStoreContext *context, gpointer data, GError **error)
{
  MesoBackupReceipt **receipt_out = data;

  *receipt_out = meso_backup_get_latest (context, error);
  return TRUE;
}

static void
test_round_trip (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autofree char *copy = meso_test_store_name (store, "copy.db");
  g_autofree char *empty = meso_test_store_name (store, "empty");
  g_autofree char *restored = g_build_filename (empty, "clinic.db", NULL);
  g_autofree char *before = NULL;
  g_autofree char *mode = NULL;
  g_autofree char *sha256 = NULL;
  g_autofree char *content = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoBackupReceipt) receipt = NULL;
  MesoBackupReceipt *latest = NULL;
  struct stat about;
  gsize size;

  meso_test_store_read (store, get_latest, &latest);
  g_assert_null (latest);
  insert_patients (store, 50);
  /* The oracle looks at the closed file; the copy is of the open one. */
  meso_test_store_close (store);
  before = dump (store->path);
  meso_test_store_open (store);
  receipt = meso_backup_write (store->store, store->staff, copy, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_nothing_left (store);
  {
    g_autofree char *copied = dump (copy);
    g_assert_cmpstr (copied, ==, before);
  }
  /* One file, private, no log. */
  mode = meso_test_sqlite (copy, "PRAGMA journal_mode");
  g_assert_cmpstr (mode, ==, "delete");
  g_assert_cmpint (g_stat (copy, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);

  g_assert_true (g_file_get_contents (copy, &content, &size, NULL));
  sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, size);
  g_assert_cmpstr (receipt->sha256, ==, sha256);
  g_assert_cmpint (receipt->size, ==, size);
  g_assert_cmpint (receipt->patients, ==, 50);
  g_assert_cmpint (receipt->audit_seq, ==, 52);
  meso_test_store_read (store, get_latest, &latest);
  g_assert_true (receipt->recorded && latest->recorded);
  g_assert_cmpstr (latest->sha256, ==, sha256);
  g_assert_cmpstr (latest->path, ==, copy);
  g_assert_cmpstr (latest->audit_hash, ==, receipt->audit_hash);
  meso_backup_receipt_free (latest);
  meso_test_store_check (store);

  /* On a machine where nothing ever was. */
  g_assert_cmpint (g_mkdir (empty, 0700), ==, 0);
  g_assert_true (meso_backup_restore (copy, restored, &error));
  g_assert_no_error (error);
  {
    g_autofree char *after = dump (restored);
    g_assert_cmpstr (after, ==, before);
  }
  g_assert_cmpint (g_stat (restored, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
  {
    g_autoptr(MesoStore) opened = meso_store_open (restored, MESO_STORE_OPEN, &error);
    g_autoptr(GPtrArray) problems = NULL;

    g_assert_no_error (error);
    problems = meso_store_check (opened, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (problems->len, ==, 0);
  }
}

static void
assert_write_refused (MesoTestStore *store, const char *path, gboolean replace, MesoStoreError code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (meso_backup_write (store->store, store->staff, path, replace, NULL, NULL, NULL, &error));
  g_assert_error (error, MESO_STORE_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (error->message, meso_store_error_get_sentence (code)));
  assert_nothing_left (store);
}

static void
test_write_never_replaces_unasked (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autofree char *letter = meso_test_store_name (store, "letter.txt");
  g_autofree char *nowhere = meso_test_store_name (store, "no/folder/copy.db");
  g_autofree char *hard_link = meso_test_store_name (store, "hard-link.db");
  g_autofree char *content = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoBackupReceipt) receipt = NULL;

  g_assert_true (g_file_set_contents (letter, "Dear Sir", -1, NULL));
  assert_write_refused (store, letter, FALSE, MESO_STORE_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (letter, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "Dear Sir");
  assert_write_refused (store, nowhere, FALSE, MESO_STORE_ERROR_FOLDER);
  /* The database itself is never a place for its copy, told or not, by whatever name. */
  assert_write_refused (store, store->path, TRUE, MESO_STORE_ERROR_EXISTS);
  g_assert_cmpint (link (store->path, hard_link), ==, 0);
  assert_write_refused (store, hard_link, TRUE, MESO_STORE_ERROR_EXISTS);
  assert_write_refused (store, store->folder, TRUE, MESO_STORE_ERROR_EXISTS);
  g_unlink (hard_link);

  receipt = meso_backup_write (store->store, store->staff, letter, TRUE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  {
    g_autofree char *count = meso_test_sqlite (letter, "SELECT count(*) FROM staff");
    g_assert_cmpstr (count, ==, "2");
  }
  meso_test_store_check (store);
}

/* Work goes on while a copy is made: it goes into the copy too, and the copy is right. */

typedef struct
{
  MesoTestStore *store;
  int written;
  int calls;
} Busy;

static void
write_between_slices (int done, int total, gpointer data)
{
  Busy *busy = data;

  g_assert_cmpint (done, <=, total);
  busy->calls++;
  if (busy->written < 40)
    {
      insert_patients (busy->store, 5);
      busy->written += 5;
    }
}

static gboolean
insert_many (MesoStoreContext *context, gpointer data, GError **error)
{
  for (int i = 0; i < 2000; i++)
    if (!insert_patient (context, data, error))
      return FALSE;
  return TRUE;
}

static void
test_work_goes_on (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autofree char *copy = meso_test_store_name (store, "copy.db");
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoBackupReceipt) receipt = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Busy busy = { .store = store };

  meso_test_store_write (store, insert_many, store);
  receipt = meso_backup_write (store->store, store->staff, copy, FALSE, write_between_slices, &busy, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (busy.calls, >, 2);
  g_assert_cmpint (receipt->patients, >=, 2000 + 10);
  g_assert_cmpint (receipt->patients, <=, 2000 + busy.written);
  {
    g_autofree char *count = meso_test_sqlite (copy, "SELECT count(*) FROM patient");
    g_assert_cmpint (g_ascii_strtoll (count, NULL, 10), ==, receipt->patients);
  }
  meso_test_store_check (store);

  /* Cancelled: nothing is left, and the old copy is as it was. */
  g_cancellable_cancel (cancellable);
  g_assert_null (meso_backup_write (store->store, store->staff, copy, TRUE, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_nothing_left (store);
  {
    g_autofree char *count = meso_test_sqlite (copy, "SELECT count(*) FROM patient");
    g_assert_cmpint (g_ascii_strtoll (count, NULL, 10), ==, receipt->patients);
  }
}

static void
close_between_slices (int done, int total, gpointer data)
{
  MesoTestStore *store = data;

  g_assert_true (meso_store_close (store->store, NULL));
}

static void
test_close_ends_a_copy (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autofree char *copy = meso_test_store_name (store, "copy.db");
  g_autoptr(GError) error = NULL;

  meso_test_store_write (store, insert_many, store);
  g_assert_null (meso_backup_write (store->store, store->staff, copy, FALSE, close_between_slices, store, NULL, &error));
  g_assert_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_CLOSED);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  assert_nothing_left (store);
  /* Really closed: it opens again. */
  g_clear_object (&store->store);
  meso_test_store_open (store);
  meso_test_store_check (store);
}

static void
close_after_last_slice (int done, int total, gpointer data)
{
  if (done == total)
    close_between_slices (done, total, data);
}

/* The copy is what counts: it stays, and says that the database doesn't know of it. */
static void
test_not_recorded (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autofree char *copy = meso_test_store_name (store, "copy.db");
  g_autofree char *restored = meso_test_store_name (store, "restored.db");
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoBackupReceipt) receipt = NULL;
  MesoBackupReceipt *latest = NULL;

  receipt = meso_backup_write (store->store, store->staff, copy, FALSE, close_after_last_slice, store, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (receipt->recorded);
  g_assert_nonnull (receipt->at_utc);
  g_assert_cmpuint (strlen (receipt->sha256), ==, 64);
  g_assert_true (meso_backup_restore (copy, restored, &error));
  g_assert_no_error (error);
  g_clear_object (&store->store);
  meso_test_store_open (store);
  meso_test_store_read (store, get_latest, &latest);
  g_assert_null (latest);
  meso_test_store_check (store);
}

typedef struct
{
  GMainLoop *loop;
  MesoBackupReceipt *receipt;
} Async;

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  Async *async = data;
  g_autoptr(GError) error = NULL;

  async->receipt = meso_backup_write_finish (MESO_STORE (source), result, &error);
  g_assert_no_error (error);
  g_main_loop_quit (async->loop);
}

static void
test_async (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autofree char *copy = meso_test_store_name (store, "copy.db");
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Async async = { loop, NULL };

  meso_backup_write_async (store->store, store->staff, copy, FALSE, NULL, on_written, &async);
  g_main_loop_run (loop);
  g_assert_cmpstr (async.receipt->path, ==, copy);
  meso_backup_receipt_free (async.receipt);
}

static void
assert_restore_refused (const char *source, const char *target, MesoStoreError code)
{
  g_autoptr(GError) error = NULL;
  gboolean was_there = g_file_test (target, G_FILE_TEST_EXISTS);

  g_assert_false (meso_backup_restore (source, target, &error));
  g_assert_error (error, MESO_STORE_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_true (g_file_test (target, G_FILE_TEST_EXISTS) == was_there);
}

static void
test_restore_refuses (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autofree char *copy = meso_test_store_name (store, "copy.db");
  g_autofree char *bad = meso_test_store_name (store, "bad.db");
  g_autofree char *target = meso_test_store_name (store, "target.db");
  g_autofree char *target_log = meso_test_store_name (store, "target.db-wal");
  g_autofree char *nowhere = meso_test_store_name (store, "no/folder/target.db");
  g_autofree char *missing = meso_test_store_name (store, "missing.db");
  g_autofree char *content = NULL;
  g_autofree char *root = NULL;
  g_autofree char *opened = NULL;
  g_autofree char *trigger = NULL;
  g_autofree char *alter = NULL;
  g_autofree char *newer = g_strdup_printf ("PRAGMA user_version = %d", meso_store_schema_get_version () + 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoBackupReceipt) receipt = NULL;
  gsize size;

  insert_patients (store, 200);
  receipt = meso_backup_write (store->store, store->staff, copy, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_restore_refused (copy, copy, MESO_STORE_ERROR_EXISTS);
  assert_restore_refused (copy, store->path, MESO_STORE_ERROR_EXISTS);
  assert_restore_refused (missing, target, MESO_STORE_ERROR_NOT_FOUND);
  assert_restore_refused (store->folder, target, MESO_STORE_ERROR_NOT_A_DATABASE);
  assert_restore_refused (copy, nowhere, MESO_STORE_ERROR_FOLDER);
  /* The database in use is no copy, and looking at it would let go of its lock. */
  assert_restore_refused (store->path, target, MESO_STORE_ERROR_ALREADY_OPEN);
  meso_test_store_write (store, insert_patient, store);
  g_assert_null (meso_store_open (store->path, MESO_STORE_OPEN, NULL));
  /* A log that was left at the target would be played into what is restored. */
  g_assert_true (g_file_set_contents (target_log, "x", 1, NULL));
  assert_restore_refused (copy, target, MESO_STORE_ERROR_EXISTS);
  g_unlink (target_log);

  g_assert_true (g_file_set_contents (bad, "not a database at all", -1, NULL));
  assert_restore_refused (bad, target, MESO_STORE_ERROR_NOT_A_DATABASE);
  g_assert_true (g_file_get_contents (copy, &content, &size, NULL));
  g_assert_true (g_file_set_contents (bad, content, (gssize) size / 2, NULL));
  assert_restore_refused (bad, target, MESO_STORE_ERROR_TRUNCATED);
  root = meso_test_sqlite (copy, "SELECT rootpage FROM sqlite_schema WHERE name = 'patient'");
  memset (content + 4096 * (g_ascii_strtoll (root, NULL, 10) - 1), 'x', 500);
  g_assert_true (g_file_set_contents (bad, content, (gssize) size, NULL));
  assert_restore_refused (bad, target, MESO_STORE_ERROR_DAMAGED);
  /* Sound as a file, but a row of the audit was altered, and the trigger against that put back. */
  g_unlink (bad);
  opened = g_strdup_printf ("VACUUM INTO '%s'", bad);
  meso_test_sqlite_write (copy, opened);
  trigger = meso_test_sqlite (copy, "SELECT sql FROM sqlite_schema WHERE name = 'audit_update'");
  alter = g_strdup_printf ("DROP TRIGGER audit_update; UPDATE audit SET reason = 'x' WHERE seq = 2; %s;", trigger);
  meso_test_sqlite_write (bad, alter);
  assert_restore_refused (bad, target, MESO_STORE_ERROR_DAMAGED);
  meso_test_sqlite_write (bad, newer);
  assert_restore_refused (bad, target, MESO_STORE_ERROR_NEWER);
  assert_nothing_left (store);
  meso_test_store_check (store);
}

/* A database that was copied by hand, with the log beside it, after a power cut. */
static void
test_restore_with_log (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autofree char *source = meso_test_store_name (store, "by-hand.db");
  g_autofree char *target = meso_test_store_name (store, "target.db");
  g_autofree char *command = g_strdup_printf ("cp %s %s; cp %s-wal %s-wal", store->path, source, store->path, source);
  g_autofree char *count = NULL;
  g_autoptr(GError) error = NULL;

  insert_patients (store, 20);
  /* Another process may read the file; only this one must not. */
  g_assert_cmpint (system (command), ==, 0);
  g_assert_true (meso_backup_restore (source, target, &error));
  g_assert_no_error (error);
  count = meso_test_sqlite (target, "SELECT count(*) FROM patient");
  g_assert_cmpstr (count, ==, "20");
}

/* Sound, but it can't be opened where it is: then it doesn't stay there. */
static void
test_restore_that_cannot_open (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autofree char *target = meso_test_store_name (store, "target.db");
  g_autofree char *in_the_way = meso_test_store_name (store, "target.db.lock");
  g_autoptr(GError) error = NULL;

  meso_test_store_close (store);
  g_assert_cmpint (g_mkdir (in_the_way, 0700), ==, 0);
  assert_restore_refused (store->path, target, MESO_STORE_ERROR_IO);
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
  assert_nothing_left (store);
  g_assert_cmpint (g_rmdir (in_the_way), ==, 0);
  g_assert_true (meso_backup_restore (store->path, target, &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backup/round-trip", test_round_trip);
  g_test_add_func ("/backup/write-never-replaces-unasked", test_write_never_replaces_unasked);
  g_test_add_func ("/backup/others-go-on", test_work_goes_on);
  g_test_add_func ("/backup/close-ends-a-copy", test_close_ends_a_copy);
  g_test_add_func ("/backup/not-recorded", test_not_recorded);
  g_test_add_func ("/backup/async", test_async);
  g_test_add_func ("/backup/restore-refuses", test_restore_refuses);
  g_test_add_func ("/backup/restore-with-log", test_restore_with_log);
  g_test_add_func ("/backup/restore-that-cannot-open", test_restore_that_cannot_open);
  return g_test_run ();
}
