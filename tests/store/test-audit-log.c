/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include <string.h>

#include "meso-audit-log.h"
#include "meso-backup.h"
#include "meso-setting-repository.h"
#include "meso-test-store.h"

typedef struct
{
  MesoTestStore *store;
  gint64 seq;
  const char *reason;
  const char *body;
  GPtrArray *entries;
  MesoAuditVerification *verification;
} Work;

static gboolean
append (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  return meso_audit_log_append (context, work->store->staff, "read", "patient", "someone", "asked by the patient", work->body,
                                error);
}

static gboolean
list (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  g_clear_pointer (&work->entries, g_ptr_array_unref);
  work->entries = meso_audit_log_list (context, "patient", "someone", 0, error);
  return work->entries != NULL;
}

static gboolean
verify (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  g_clear_pointer (&work->verification, meso_audit_verification_free);
  work->verification = meso_audit_log_verify (context, error);
  return work->verification != NULL;
}

static gboolean
erase (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  return meso_audit_log_erase (context, work->store->staff, work->seq, work->reason, error);
}

static void
assert_first_bad (MesoTestStore *store, gint64 seq)
{
  Work work = { .store = store };

  meso_test_store_read (store, verify, &work);
  g_test_message ("%s", work.verification->problem != NULL ? work.verification->problem : "holds");
  g_assert_cmpint (work.verification->first_bad, ==, seq);
  g_assert_true ((work.verification->problem != NULL) == (seq > 0));
  meso_audit_verification_free (work.verification);
}

static void
append_rows (MesoTestStore *store, int n)
{
  for (int i = 0; i < n; i++)
    {
      g_autofree char *body = g_strdup_printf ("{\"n\":{\"old\":null,\"new\":\"%d\"}}", i);
      Work work = { .store = store, .body = body };

      meso_test_store_write (store, append, &work);
    }
}

static void
test_rows (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  Work work = { .store = store };
  MesoAuditEntry *entry;

  append_rows (store, 3);
  meso_test_store_write (store, append, &work);
  meso_test_store_read (store, list, &work);
  g_assert_cmpuint (work.entries->len, ==, 4);
  entry = g_ptr_array_index (work.entries, 0);
  g_assert_cmpint (entry->seq, ==, 6);
  g_assert_cmpstr (entry->staff, ==, store->staff);
  g_assert_cmpstr (entry->action, ==, "read");
  g_assert_cmpstr (entry->reason, ==, "asked by the patient");
  g_assert_null (entry->body);
  g_assert_false (entry->erased);
  entry = g_ptr_array_index (work.entries, 1);
  g_assert_cmpstr (entry->body, ==, "{\"n\":{\"old\":null,\"new\":\"2\"}}");
  meso_test_store_read (store, verify, &work);
  g_assert_cmpuint (work.verification->entries, ==, 6);
  g_assert_cmpint (work.verification->first_bad, ==, 0);
  g_assert_cmpstr (work.verification->head, ==, ((MesoAuditEntry *) g_ptr_array_index (work.entries, 0))->hash);
  meso_audit_verification_free (work.verification);
  g_ptr_array_unref (work.entries);
  work.body = "not json";
  meso_test_store_refuse (store, append, &work, MESO_STORE_ERROR_REFUSED);
}

/* The encoding, done by other hands: python's hashlib over what sqlite3 reads. */
static void
test_hash_by_other_hands (void)
{
  static const char script[] =
    "import hashlib, sqlite3, sys\n"
    "db = sqlite3.connect (sys.argv[1])\n"
    "prev = '0' * 64\n"
    "n = 0\n"
    "for row in db.execute ('SELECT seq, at_utc, staff, action, entity, entity_id, reason, payload_digest, prev, hash'\n"
    "                       ' FROM audit ORDER BY seq'):\n"
    "    fields = [prev] + [str (value) for value in row[:8]]\n"
    "    text = b''.join (b'%d:%s,' % (len (f.encode ()), f.encode ()) for f in fields)\n"
    "    assert row[8] == prev and hashlib.sha256 (text).hexdigest () == row[9], row\n"
    "    prev = row[9]\n"
    "    for salt, body in db.execute ('SELECT salt, body FROM audit_payload WHERE seq = ?', (row[0],)):\n"
    "        assert hashlib.sha256 (salt + body.encode ()).hexdigest () == row[7]\n"
    "        n += 1\n"
    "print (n)\n";
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  const char *const arguments[] = { "python3", "-c", script, store->path, NULL };
  g_autofree char *answer = NULL;
  g_autoptr(GError) error = NULL;

  append_rows (store, 5);
  meso_test_store_close (store);
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &answer, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (answer, ==, "7\n");
}

/* Whatever is altered behind our back is found, at the row where it was altered. */
static void
test_tampering (void)
{
  static const struct { const char *sql; gint64 first_bad; } tampers[] = {
    { "UPDATE audit SET action = 'create' WHERE seq = 5", 5 },
    { "UPDATE audit SET at_utc = '2026-11-23T08:00:00.000000Z' WHERE seq = 3", 3 },
    { "UPDATE audit SET reason = reason || ' ' WHERE seq = 9", 9 },
    { "UPDATE audit SET staff = (SELECT id FROM staff WHERE role = 'nurse') WHERE seq = 7", 7 },
    { "UPDATE audit SET entity_id = entity || entity_id, entity = 'x' WHERE seq = 4", 4 },
    { "UPDATE audit SET prev = hash WHERE seq = 8", 8 },
    { "UPDATE audit SET hash = prev WHERE seq = 8", 8 },
    { "UPDATE audit SET payload_digest = '' WHERE seq = 6", 6 },
    { "UPDATE audit_payload SET body = '{}' WHERE seq = 6", 6 },
    { "UPDATE audit_payload SET salt = zeroblob (16) WHERE seq = 10", 10 },
    { "DELETE FROM audit_payload WHERE seq = 6", 6 },
    { "DELETE FROM audit_payload WHERE seq = 5; DELETE FROM audit WHERE seq = 5", 6 },
    { "DELETE FROM audit_payload WHERE seq = 1; DELETE FROM audit WHERE seq = 1", 2 },
    { "UPDATE audit SET seq = 100 WHERE seq = 13; UPDATE audit_payload SET seq = 100 WHERE seq = 13", 100 },
    /* The tail cut off, but not what hung on it. */
    { "DELETE FROM audit WHERE seq > 9", 10 },
    /* The whole tail cut off: only a backup's receipt knows. */
    { "DELETE FROM audit_payload WHERE seq > 9; DELETE FROM audit WHERE seq > 9", 12 },
  };
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  g_autofree char *copy = meso_test_store_name (store, "copy.db");
  g_autofree char *content = NULL;
  g_autoptr(GError) error = NULL;
  gsize size;

  append_rows (store, 10);
  {
    g_autoptr(MesoBackupReceipt) receipt =
      meso_backup_write (store->store, store->staff, copy, FALSE, NULL, NULL, NULL, &error);

    g_assert_no_error (error);
    g_assert_cmpint (receipt->audit_seq, ==, 12);
  }
  assert_first_bad (store, 0);
  meso_test_store_close (store);
  g_assert_true (g_file_get_contents (store->path, &content, &size, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (tampers); i++)
    {
      g_autofree char *sql = g_strconcat ("DROP TRIGGER audit_update; DROP TRIGGER audit_delete; DROP TRIGGER audit_next;"
                                          "DROP TRIGGER audit_payload_update; DROP TRIGGER audit_payload_delete;",
                                          tampers[i].sql, NULL);
      g_autoptr(GPtrArray) problems = NULL;

      g_test_message ("%s", tampers[i].sql);
      g_assert_true (g_file_set_contents (store->path, content, (gssize) size, NULL));
      meso_test_sqlite_write (store->path, sql);
      meso_test_store_open (store);
      assert_first_bad (store, tampers[i].first_bad);
      problems = meso_store_check (store->store, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (problems->len, >=, 1);
      meso_test_store_close (store);
    }
  g_assert_true (g_file_set_contents (store->path, content, (gssize) size, NULL));
  meso_test_store_open (store);
}

static void
test_erasure (void)
{
  g_autoptr(MesoTestStore) store = meso_test_store_new ();
  Work work = { .store = store, .seq = 5, .reason = "court order 12/26" };
  MesoAuditEntry *entry;
  g_autofree char *left = NULL;

  append_rows (store, 6);
  work.reason = "";
  meso_test_store_refuse (store, erase, &work, MESO_STORE_ERROR_REFUSED);
  work.reason = "court order 12/26";
  meso_test_store_write (store, erase, &work);
  /* Gone, said to be gone, and the chain holds. */
  meso_test_store_read (store, list, &work);
  entry = g_ptr_array_index (work.entries, 3);
  g_assert_cmpint (entry->seq, ==, 5);
  g_assert_null (entry->body);
  g_assert_true (entry->erased);
  g_ptr_array_unref (work.entries);
  assert_first_bad (store, 0);
  meso_test_store_check (store);
  meso_test_store_refuse (store, erase, &work, MESO_STORE_ERROR_NO_RECORD);
  work.seq = 999;
  meso_test_store_refuse (store, erase, &work, MESO_STORE_ERROR_NO_RECORD);
  meso_test_store_close (store);
  left = meso_test_sqlite (store->path, "SELECT count(*) FROM audit_payload WHERE seq = 5");
  g_assert_cmpstr (left, ==, "0");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/audit-log/rows", test_rows);
  g_test_add_func ("/audit-log/hash-by-other-hands", test_hash_by_other_hands);
  g_test_add_func ("/audit-log/tampering", test_tampering);
  g_test_add_func ("/audit-log/erasure", test_erasure);
  return g_test_run ();
}
