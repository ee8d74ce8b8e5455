/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-store-opening.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "meso-backup-copy.h"
#include "meso-import-staging.h"
#include "meso-patient-index.h"
#include "meso-patient-twin-index.h"
#include "meso-store-part.h"
#include "meso-store-schema.h"
#include "meso-store-private.h"

static gboolean
exists_beside (const char *path, const char *ending)
{
  g_autofree char *name = g_strconcat (path, ending, NULL);

  return g_access (name, F_OK) == 0;
}

static gboolean
fill_new_file (const char *temporary, const MesoSqliteMigration *migrations, GError **error)
{
  g_autoptr(MesoSqliteConnection) connection = meso_sqlite_connection_new (temporary, MESO_SQLITE_OPEN_MAKE, error);
  g_autofree char *set_id = g_strdup_printf ("PRAGMA application_id = %u", MESO_STORE_APPLICATION_ID);

  return connection != NULL
         && meso_sqlite_connection_run_script (connection, set_id, error)
         && meso_sqlite_migrator_run (connection, migrations, error);
}

/* The file is made under another name and named when it is whole: a kill in between leaves no half a database. */
static gboolean
make_file (const char *path, const MesoSqliteMigration *migrations, GError **error)
{
  g_autoptr(MesoStorePart) part = NULL;

  if (!meso_store_place_check_free (path, error))
    return FALSE;
  part = meso_store_part_new (path, error);
  return part != NULL
         && fill_new_file (meso_store_part_get_path (part), migrations, error)
         && meso_store_place_publish (meso_store_part_get_path (part), path, FALSE, error);
}

static gboolean
check_after_unclean_end (MesoStoreOpening *self, GError **error)
{
  g_autoptr(MesoSqliteStatement) statement =
    meso_sqlite_connection_query (self->connection, "PRAGMA quick_check(1)", meso_sqlite_no_values, error);

  if (statement == NULL)
    return FALSE;
  if (meso_sqlite_statement_next (statement))
    {
      const char *answer = meso_sqlite_statement_peek_text (statement, 0);

      if (g_strcmp0 (answer, "ok") == 0)
        return TRUE;
      g_set_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_DAMAGED, "“%s” is damaged: %s. %s", self->path, answer,
                   meso_store_error_get_sentence (MESO_STORE_ERROR_DAMAGED));
      return FALSE;
    }
  return meso_sqlite_statement_finish (statement, error);
}

/* A log may have changed what the header said before it was played in. */
static gboolean
check_identity (MesoStoreOpening *self, int newest, GError **error)
{
  gint64 id = 0, version = 0;

  if (!meso_sqlite_connection_get_int (self->connection, "PRAGMA application_id", &id, error)
      || !meso_sqlite_connection_get_int (self->connection, "PRAGMA user_version", &version, error))
    return FALSE;
  self->version = (int) version;
  if ((guint32) id == MESO_STORE_APPLICATION_ID && version >= 1 && version <= newest)
    return TRUE;
  if ((guint32) id == MESO_STORE_APPLICATION_ID && version > newest)
    g_set_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_NEWER, "“%s” was written by a newer version of this program. %s",
                 self->path, meso_store_error_get_sentence (MESO_STORE_ERROR_NEWER));
  else
    g_set_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_NOT_A_DATABASE, "“%s” isn't a database of this program. %s",
                 self->path, meso_store_error_get_sentence (MESO_STORE_ERROR_NOT_A_DATABASE));
  return FALSE;
}

/* Every try at an upgrade that fails makes a copy of the same file: the first of them is kept. */
static void
keep_one_backup (MesoStoreOpening *self, const char *sha256)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *prefix = g_strdup_printf ("%s.version-%d.", name, self->version);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *found;

  while (dir != NULL && (found = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *other = g_build_filename (folder, found, NULL);
      g_autofree char *its_sha256 = NULL;

      if (!g_str_has_prefix (found, prefix) || !g_str_has_suffix (found, ".backup")
          || g_str_equal (other, self->upgrade_backup)
          /* Reading one that is open here would let go of its lock. */
          || !meso_store_lock_check_free (other, NULL)
          || !meso_backup_copy_hash (other, &its_sha256, NULL, NULL) || !g_str_equal (its_sha256, sha256))
        continue;
      g_unlink (self->upgrade_backup);
      g_set_str (&self->upgrade_backup, other);
      return;
    }
}

static gboolean
upgrade (MesoStoreOpening *self, const MesoSqliteMigration *migrations, GError **error)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%S.%f");
  MesoBackupContents contents = { 0 };
  g_autofree char *sha256 = NULL;
  gboolean copied;

  if (self->version == meso_sqlite_migrator_count (migrations))
    return TRUE;
  self->upgrade_backup = g_strdup_printf ("%s.version-%d.%s.backup", self->path, self->version, stamp);
  copied = meso_backup_copy_at_once (self->connection, self->upgrade_backup, &contents, &sha256, error);
  meso_backup_contents_clear (&contents);
  if (copied)
    keep_one_backup (self, sha256);
  return copied
         && meso_sqlite_migrator_run (self->connection, migrations, error)
         && meso_sqlite_migrator_get_version (self->connection, &self->version, error)
         /* The next program looks at the header before it opens the file. */
         && meso_sqlite_connection_run_script (self->connection, "PRAGMA wal_checkpoint (TRUNCATE)", error);
}

/* Sort keys and search words are made by libraries that get newer: made anew then. */
static gboolean
refresh_index (MesoStoreOpening *self, GError **error)
{
  if (!meso_sqlite_connection_run_script (self->connection, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (meso_patient_index_refresh (self->connection, error) && meso_patient_twin_index_refresh (self->connection, error))
    return meso_sqlite_connection_run_script (self->connection, "COMMIT", error);
  meso_sqlite_connection_run_script (self->connection, "ROLLBACK", NULL);
  return FALSE;
}

static gboolean
connect_live (MesoStoreOpening *self, GError **error)
{
  g_autoptr(GError) why = NULL;
  gboolean had_shm = exists_beside (self->path, "-shm");

  self->connection = meso_sqlite_connection_new (self->path, MESO_SQLITE_OPEN_LIVE, &why);
  if (self->connection == NULL)
    {
      if (g_error_matches (why, MESO_STORE_ERROR, MESO_STORE_ERROR_BUSY))
        g_set_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_ALREADY_OPEN, "“%s” is open already, in another program. %s",
                     self->path, meso_store_error_get_sentence (MESO_STORE_ERROR_ALREADY_OPEN));
      else
        g_propagate_prefixed_error (error, g_steal_pointer (&why), "“%s” could not be opened. ", self->path);
      return FALSE;
    }
  /* Shared memory would mean that the lock isn't ours alone. */
  if (exists_beside (self->path, "-shm") && !had_shm)
    {
      g_set_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_INTERNAL, "“%s” could not be locked for this program alone. %s",
                   self->path, meso_store_error_get_sentence (MESO_STORE_ERROR_INTERNAL));
      return FALSE;
    }
  return TRUE;
}

static gboolean
open_file (MesoStoreOpening *self, const MesoSqliteMigration *migrations, GError **error)
{
  int newest = meso_sqlite_migrator_count (migrations);
  gboolean unclean = meso_store_lock_was_left (self->lock) || exists_beside (self->path, "-wal");

  if (!meso_store_place_check_header (self->path, newest, error))
    return FALSE;
  meso_store_lock_claim (self->lock, self->path);
  if (!connect_live (self, error))
    return FALSE;
  if ((unclean && !check_after_unclean_end (self, error)) || !check_identity (self, newest, error))
    {
      meso_sqlite_connection_keep_file (self->connection);
      return FALSE;
    }
  if (!upgrade (self, migrations, error) || !refresh_index (self, error))
    return FALSE;
  meso_store_lock_settle (self->lock);
  return TRUE;
}

/**
 * meso_store_opening_run:
 *
 * Looks before it leaps: place, rights, lock, header; only then does SQLite see the file. When it
 * fails, no record has changed: each step of an upgrade is stored as a whole or not at all, so that a file
 * which several steps would have brought to this version may be left between two of them, with the copy that was
 * made before beside it.
 *
 * Returns: whether the file is open, sound as far as it was looked at, and of this version
 */
gboolean
meso_store_opening_run (MesoStoreOpening *self, const char *path, MesoStoreMode mode, const MesoSqliteMigration *migrations,
                        GError **error)
{
  self->path = meso_store_place_resolve (path, error);
  if (self->path == NULL)
    return FALSE;
  if (mode == MESO_STORE_CREATE
      ? !meso_store_place_check_free (self->path, error) || !meso_store_place_check_folder (self->path, error)
      : !meso_store_place_check_rights (self->path, error))
    return FALSE;
  self->lock = meso_store_lock_take (self->path, error);
  if (self->lock == NULL)
    return FALSE;
  meso_import_staging_remove_left (self->path);
  if (mode == MESO_STORE_CREATE && !make_file (self->path, migrations, error))
    return FALSE;
  return open_file (self, migrations, error);
}

/**
 * meso_store_opening_clear:
 *
 * Closes the file and lets go of its lock.
 */
void
meso_store_opening_clear (MesoStoreOpening *self)
{
  /* The database first: whoever finds no lock file must find the file closed. What can't be closed stays locked until this
   * program ends. */
  if (self->connection != NULL && !meso_sqlite_connection_close (self->connection, NULL))
    self->lock = NULL;
  g_clear_pointer (&self->connection, meso_sqlite_connection_free);
  g_clear_pointer (&self->lock, meso_store_lock_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->upgrade_backup, g_free);
}
