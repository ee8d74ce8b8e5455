/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-backup-copy.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "meso-store-check.h"
#include "meso-store-error.h"
#include "meso-store-part.h"
#include "meso-store-place.h"

static void
set_unequal (GError **error, const char *what)
{
  g_set_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_BACKUP, "The copy isn't right: %s. %s", what,
               meso_store_error_get_sentence (MESO_STORE_ERROR_BACKUP));
}

static gboolean
count_tables (MesoBackupContents *self, MesoSqliteConnection *connection, GError **error)
{
  g_autoptr(MesoSqliteStatement) names =
    meso_sqlite_connection_query (connection, "SELECT name FROM sqlite_schema WHERE type = 'table'", meso_sqlite_no_values, error);

  if (names == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (names))
    {
      gint64 *rows = g_new0 (gint64, 1);
      const char *name = meso_sqlite_statement_peek_text (names, 0);

      g_hash_table_insert (self->tables, g_strdup (name), rows);
      if (!meso_sqlite_connection_count_rows (connection, name, rows, error))
        return FALSE;
      self->rows += *rows;
      if (g_str_equal (name, "patient"))
        self->patients = *rows;
    }
  return meso_sqlite_statement_finish (names, error);
}

gboolean
meso_backup_contents_read (MesoBackupContents *self, MesoSqliteConnection *connection, GError **error)
{
  g_autoptr(MesoSqliteStatement) head =
    meso_sqlite_connection_query (connection, "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1", meso_sqlite_no_values,
                                  error);

  meso_backup_contents_clear (self);
  self->tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (head == NULL || !count_tables (self, connection, error))
    return FALSE;
  if (meso_sqlite_statement_next (head))
    {
      self->audit_seq = meso_sqlite_statement_get_int (head, 0);
      self->audit_hash = meso_sqlite_statement_dup_text (head, 1);
    }
  else
    {
      self->audit_hash = g_strdup ("");
    }
  return meso_sqlite_statement_finish (head, error);
}

/**
 * meso_backup_contents_clear:
 *
 * Empties @self, which may be empty already.
 */
void
meso_backup_contents_clear (MesoBackupContents *self)
{
  g_clear_pointer (&self->tables, g_hash_table_unref);
  g_clear_pointer (&self->audit_hash, g_free);
  *self = (MesoBackupContents) { 0 };
}

static gboolean
compare (const MesoBackupContents *expected, const MesoBackupContents *found, GError **error)
{
  GHashTableIter iter;
  gpointer name, rows;

  if (expected->audit_seq != found->audit_seq || g_strcmp0 (expected->audit_hash, found->audit_hash) != 0)
    {
      set_unequal (error, "its audit ends elsewhere");
      return FALSE;
    }
  if (g_hash_table_size (expected->tables) != g_hash_table_size (found->tables))
    {
      set_unequal (error, "it has other tables");
      return FALSE;
    }
  g_hash_table_iter_init (&iter, expected->tables);
  while (g_hash_table_iter_next (&iter, &name, &rows))
    {
      const gint64 *copied = g_hash_table_lookup (found->tables, name);

      if (copied == NULL || *copied != *(gint64 *) rows)
        {
          g_autofree char *what = g_strdup_printf ("rows of “%s” are missing from it", (char *) name);
          set_unequal (error, what);
          return FALSE;
        }
    }
  return TRUE;
}

/* Content, not form only: an empty file passes SQLite's own checks. */
gboolean
meso_backup_copy_check (const char *path, const MesoBackupContents *contents, GError **error)
{
  g_autoptr(MesoSqliteConnection) connection = meso_sqlite_connection_new (path, MESO_SQLITE_OPEN_LOOK, error);
  g_autoptr(GPtrArray) problems = NULL;
  MesoBackupContents found = { 0 };
  gboolean equal;

  if (connection == NULL)
    return FALSE;
  problems = meso_store_check_connection (connection, error);
  if (problems == NULL)
    return FALSE;
  if (problems->len > 0)
    {
      set_unequal (error, g_ptr_array_index (problems, 0));
      return FALSE;
    }
  equal = contents == NULL
          || (meso_backup_contents_read (&found, connection, error) && compare (contents, &found, error));
  meso_backup_contents_clear (&found);
  return equal;
}

/**
 * meso_backup_copy_hash:
 * @sha256_out: (out) (transfer full) (nullable): of the file's bytes, in hexadecimal
 * @size_out: (out) (nullable): in bytes
 *
 * Returns: whether the file could be read
 */
gboolean
meso_backup_copy_hash (const char *path, char **sha256_out, gint64 *size_out, GError **error)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *buffer = g_malloc (1 << 20);
  gint64 size = 0;
  gssize got;
  int fd = open (path, O_RDONLY | O_CLOEXEC);

  if (fd < 0)
    {
      meso_store_place_set_errno (error, errno, path, "read");
      return FALSE;
    }
  while ((got = TEMP_FAILURE_RETRY (read (fd, buffer, 1 << 20))) > 0)
    {
      g_checksum_update (checksum, buffer, got);
      size += got;
    }
  if (got < 0)
    meso_store_place_set_errno (error, errno, path, "read");
  close (fd);
  if (got < 0)
    return FALSE;
  if (sha256_out != NULL)
    *sha256_out = g_strdup (g_checksum_get_string (checksum));
  if (size_out != NULL)
    *size_out = size;
  return TRUE;
}

/* A copy of a database in use is marked as one with a log: opening it this way takes that off. */
static gboolean
make_single_file (const char *path, GError **error)
{
  g_autoptr(MesoSqliteConnection) connection = meso_sqlite_connection_new (path, MESO_SQLITE_OPEN_MAKE, error);

  return connection != NULL;
}

gboolean
meso_backup_copy_finish (const char *temporary, const char *path, gboolean replace, const MesoBackupContents *contents,
                         char **sha256_out, gint64 *size_out, GError **error)
{
  g_autofree char *sha256 = NULL;
  gint64 size = 0;

  if (make_single_file (temporary, error)
      && meso_backup_copy_check (temporary, contents, error)
      && meso_backup_copy_hash (temporary, &sha256, &size, error)
      && meso_store_place_publish (temporary, path, replace, error))
    {
      if (sha256_out != NULL)
        *sha256_out = g_steal_pointer (&sha256);
      if (size_out != NULL)
        *size_out = size;
      return TRUE;
    }
  return FALSE;
}

static gboolean
copy_pages (MesoSqliteConnection *source, const char *temporary, MesoBackupContents *contents, GError **error)
{
  g_autoptr(MesoSqliteConnection) target = meso_sqlite_connection_new (temporary, MESO_SQLITE_OPEN_MAKE, error);
  gboolean done = FALSE;
  int remaining, total;

  if (target == NULL || !meso_sqlite_connection_backup_begin (source, target, error))
    return FALSE;
  if (meso_sqlite_connection_backup_step (source, -1, &done, &remaining, &total, error) && !done)
    set_unequal (error, "it didn't come to its end");
  meso_sqlite_connection_backup_end (source);
  return done && meso_backup_contents_read (contents, source, error);
}

/**
 * meso_backup_copy_at_once:
 * @contents: (out caller-allocates): what the copy holds
 * @sha256_out: (out) (transfer full) (nullable): of the copy's bytes
 *
 * Copies a file that nobody works with yet, verifies the copy, and names it.
 *
 * Returns: whether the copy is there and right
 */
gboolean
meso_backup_copy_at_once (MesoSqliteConnection *source, const char *path, MesoBackupContents *contents, char **sha256_out,
                          GError **error)
{
  g_autoptr(MesoStorePart) part = meso_store_part_new (path, error);

  return part != NULL
         && copy_pages (source, meso_store_part_get_path (part), contents, error)
         && meso_backup_copy_finish (meso_store_part_get_path (part), path, FALSE, contents, sha256_out, NULL, error);
}
