/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-backup.h"

#include <string.h>

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "meso-audit-body.h"
#include "meso-audit-log.h"
#include "meso-backup-copy.h"
#include "meso-store-part.h"
#include "meso-store-place.h"
#include "meso-store-private.h"
#include "meso-store-time.h"

/* One slice: a millisecond or so, so that nobody at the desk waits for a backup. */
#define PAGES_PER_SLICE 256
#define BUSY_LIMIT_US (5 * G_USEC_PER_SEC)
#define BUSY_PAUSE_US (20 * 1000)

/**
 * meso_backup_receipt_free:
 * @self: (transfer full): a receipt
 */
void
meso_backup_receipt_free (MesoBackupReceipt *self)
{
  g_free (self->path);
  g_free (self->at_utc);
  g_free (self->sha256);
  g_free (self->audit_hash);
  g_free (self);
}

/* Where to */

/* A network drive is a fine place for a copy; the database itself, and one that is in use, are not. */
static char *
resolve_target (MesoStore *store, const char *path, gboolean replace, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  struct stat target, live;

  if (!meso_store_place_check_folder (absolute, error))
    return NULL;
  if (g_lstat (absolute, &target) != 0)
    return g_steal_pointer (&absolute);
  if (!replace || !S_ISREG (target.st_mode)
      || (g_stat (meso_store_get_path (store), &live) == 0 && live.st_ino == target.st_ino && live.st_dev == target.st_dev))
    {
      g_set_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_EXISTS, "“%s” is there already. %s", absolute,
                   meso_store_error_get_sentence (MESO_STORE_ERROR_EXISTS));
      return NULL;
    }
  return g_steal_pointer (&absolute);
}

/* Copying in slices */

typedef struct
{
  MesoSqliteConnection *target;
  MesoBackupContents contents;
  gboolean begun;
  gboolean done;
  int remaining;
  int total;
} Copy;

/* On the store's thread. What the copy must hold is read in the same turn in which it is finished. */
static gboolean
copy_slice (MesoSqliteConnection *connection, gpointer data, GError **error)
{
  Copy *copy = data;

  if (!copy->begun)
    {
      if (!meso_sqlite_connection_backup_begin (connection, copy->target, error))
        return FALSE;
      copy->begun = TRUE;
    }
  if (!meso_sqlite_connection_backup_step (connection, PAGES_PER_SLICE, &copy->done, &copy->remaining, &copy->total, error))
    return FALSE;
  if (!copy->done)
    return TRUE;
  meso_sqlite_connection_backup_end (connection);
  copy->begun = FALSE;
  return meso_backup_contents_read (&copy->contents, connection, error);
}

static gboolean
end_copy (MesoSqliteConnection *connection, gpointer data, GError **error)
{
  Copy *copy = data;

  if (copy->begun)
    meso_sqlite_connection_backup_end (connection);
  return TRUE;
}

static gboolean
copy_all (MesoStore *store, Copy *copy, MesoBackupProgress progress, gpointer progress_data, GCancellable *cancellable,
          GError **error)
{
  gint64 busy_since = 0;

  while (!copy->done)
    {
      g_autoptr(GError) failed = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (meso_store_run_raw (store, copy_slice, copy, &failed))
        {
          busy_since = 0;
          if (progress != NULL)
            progress (copy->total - copy->remaining, copy->total, progress_data);
          continue;
        }
      if (busy_since == 0)
        busy_since = g_get_monotonic_time ();
      if (!copy->begun || !g_error_matches (failed, MESO_STORE_ERROR, MESO_STORE_ERROR_BUSY)
          || g_get_monotonic_time () - busy_since > BUSY_LIMIT_US)
        {
          g_propagate_error (error, g_steal_pointer (&failed));
          return FALSE;
        }
      g_usleep (BUSY_PAUSE_US);
    }
  return TRUE;
}

static gboolean
write_copy (MesoStore *store, const char *temporary, MesoBackupContents *contents, MesoBackupProgress progress,
            gpointer progress_data, GCancellable *cancellable, GError **error)
{
  Copy copy = { .target = meso_sqlite_connection_new (temporary, MESO_SQLITE_OPEN_MAKE, error) };
  gboolean done;

  if (copy.target == NULL)
    return FALSE;
  done = copy_all (store, &copy, progress, progress_data, cancellable, error);
  /* Closing the store ends a copy by itself: then there is nothing left to end. */
  meso_store_run_raw (store, end_copy, &copy, NULL);
  meso_sqlite_connection_free (copy.target);
  *contents = copy.contents;
  return done;
}

/* The receipt */

typedef struct
{
  const char *staff;
  MesoBackupReceipt *receipt;
} ReceiptRequest;

static gboolean
insert_receipt (MesoStoreContext *context, gpointer data, GError **error)
{
  ReceiptRequest *request = data;
  MesoBackupReceipt *receipt = request->receipt;
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr(MesoAuditBody) body = meso_audit_body_new ();

  g_set_str (&receipt->at_utc, context->now);
  meso_audit_body_add (body, "path", NULL, receipt->path);
  meso_audit_body_add (body, "sha256", NULL, receipt->sha256);
  meso_store_context_changed (context, "backup", id);
  return meso_store_context_execute (context, error,
           "INSERT INTO backup_receipt (id, path, at_utc, zone, staff, sha256, size, audit_seq, audit_hash, rows, patients)"
           " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
           T (id), T (receipt->path), T (receipt->at_utc), T (context->zone), T (request->staff), T (receipt->sha256),
           I (receipt->size), I (receipt->audit_seq), T (receipt->audit_hash), I (receipt->rows), I (receipt->patients))
         && meso_audit_log_append (context, request->staff, "backup", "database", id, "", meso_audit_body_get (body), error);
}

static MesoBackupReceipt *
make_receipt (const char *path, const MesoBackupContents *contents)
{
  MesoBackupReceipt *receipt = g_new0 (MesoBackupReceipt, 1);

  receipt->path = g_strdup (path);
  receipt->at_utc = meso_store_time_now ();
  receipt->audit_seq = contents->audit_seq;
  receipt->audit_hash = g_strdup (contents->audit_hash);
  receipt->rows = contents->rows;
  receipt->patients = contents->patients;
  return receipt;
}

/**
 * meso_backup_write:
 * @staff: (nullable): who asked for it; %NULL for a copy that is not noted down, since it doesn't stay where it is made
 * @path: the copy's name
 * @replace: whether a file there may be replaced by the finished copy
 * @progress: (nullable) (scope call): told after each slice
 *
 * Makes a verified copy. It has its name only once it has been read back and compared; a copy that
 * isn't right is thrown away. One that is right stays, also when the database has no room left to note it down.
 *
 * Returns: (transfer full): what the copy holds, and whether that was noted down
 */
MesoBackupReceipt *
meso_backup_write (MesoStore *store, const char *staff, const char *path, gboolean replace, MesoBackupProgress progress,
                   gpointer progress_data, GCancellable *cancellable, GError **error)
{
  g_autofree char *target = resolve_target (store, path, replace, error);
  g_autoptr(MesoStorePart) part = NULL;
  g_autoptr(MesoBackupReceipt) receipt = NULL;
  MesoBackupContents contents = { 0 };
  gboolean written = FALSE;

  if (target == NULL)
    return NULL;
  part = meso_store_part_new (target, error);
  if (part == NULL)
    return NULL;
  if (write_copy (store, meso_store_part_get_path (part), &contents, progress, progress_data, cancellable, error))
    {
      receipt = make_receipt (target, &contents);
      written = meso_backup_copy_finish (meso_store_part_get_path (part), target, replace, &contents, &receipt->sha256,
                                         &receipt->size, error);
    }
  meso_backup_contents_clear (&contents);
  if (!written)
    return NULL;
  /* The copy is good, and an older one may have given way to it: without its row it is still a backup. */
  receipt->recorded =
    staff != NULL && meso_store_run (store, MESO_STORE_WRITE, insert_receipt, &(ReceiptRequest) { staff, receipt }, NULL);
  return g_steal_pointer (&receipt);
}

typedef struct
{
  char *staff;
  char *path;
  gboolean replace;
} WriteRequest;

static void
write_request_free (gpointer data)
{
  WriteRequest *request = data;

  g_free (request->staff);
  g_free (request->path);
  g_free (request);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  WriteRequest *request = data;
  GError *error = NULL;
  MesoBackupReceipt *receipt =
    meso_backup_write (source, request->staff, request->path, request->replace, NULL, NULL, cancellable, &error);

  if (receipt != NULL)
    g_task_return_pointer (task, receipt, (GDestroyNotify) meso_backup_receipt_free);
  else
    g_task_return_error (task, error);
}

/**
 * meso_backup_write_async:
 *
 * The same as meso_backup_write() on another thread. The callback always comes.
 */
void
meso_backup_write_async (MesoStore *store, const char *staff, const char *path, gboolean replace, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (store, cancellable, callback, user_data);
  WriteRequest *request = g_new0 (WriteRequest, 1);

  request->staff = g_strdup (staff);
  request->path = g_strdup (path);
  request->replace = replace;
  g_task_set_source_tag (task, meso_backup_write_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, request, write_request_free);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * meso_backup_write_finish:
 *
 * Returns: (transfer full): what the copy holds
 */
MesoBackupReceipt *
meso_backup_write_finish (MesoStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

#define RECEIPT_COLUMNS "path, at_utc, sha256, audit_seq, audit_hash, rows, patients, size"

static MesoBackupReceipt *
read_receipt (MesoSqliteStatement *row)
{
  MesoBackupReceipt *receipt = g_new0 (MesoBackupReceipt, 1);

  receipt->recorded = TRUE;
  receipt->path = meso_sqlite_statement_dup_text (row, 0);
  receipt->at_utc = meso_sqlite_statement_dup_text (row, 1);
  receipt->sha256 = meso_sqlite_statement_dup_text (row, 2);
  receipt->audit_seq = meso_sqlite_statement_get_int (row, 3);
  receipt->audit_hash = meso_sqlite_statement_dup_text (row, 4);
  receipt->rows = meso_sqlite_statement_get_int (row, 5);
  receipt->patients = meso_sqlite_statement_get_int (row, 6);
  receipt->size = meso_sqlite_statement_get_int (row, 7);
  return receipt;
}

static gboolean
lies_within (const char        *path,
             const char *const *folders)
{
  for (guint i = 0; folders[i] != NULL; i++)
    {
      gsize length = strlen (folders[i]);

      if (strncmp (path, folders[i], length) == 0 && path[length] == G_DIR_SEPARATOR)
        return TRUE;
    }
  return FALSE;
}

/**
 * meso_backup_get_latest_outside:
 * @folders: (array zero-terminated=1): what lies in these, or below, is lost with this computer
 *
 * Returns: (transfer full) (nullable): the newest receipt of a copy that lies elsewhere; %NULL without error when there is none
 */
MesoBackupReceipt *
meso_backup_get_latest_outside (MesoStoreContext *context, const char *const *folders, GError **error)
{
  g_autoptr(MesoSqliteStatement) rows = meso_store_context_query_plain (context, error,
    "SELECT " RECEIPT_COLUMNS " FROM backup_receipt ORDER BY at_utc DESC, id");

  if (rows == NULL)
    return NULL;
  while (meso_sqlite_statement_next (rows))
    {
      if (!lies_within (meso_sqlite_statement_peek_text (rows, 0), folders))
        return read_receipt (rows);
    }
  meso_sqlite_statement_finish (rows, error);
  return NULL;
}

/**
 * meso_backup_get_latest:
 *
 * Returns: (transfer full) (nullable): the newest receipt; %NULL without error when there is none
 */
MesoBackupReceipt *
meso_backup_get_latest (MesoStoreContext *context, GError **error)
{
  g_autoptr(MesoSqliteStatement) row = meso_store_context_query_plain (context, error,
    "SELECT " RECEIPT_COLUMNS " FROM backup_receipt ORDER BY at_utc DESC, id LIMIT 1");

  if (row == NULL)
    return NULL;
  if (meso_sqlite_statement_next (row))
    return read_receipt (row);
  meso_sqlite_statement_finish (row, error);
  return NULL;
}
