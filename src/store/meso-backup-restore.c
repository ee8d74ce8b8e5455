/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "meso-backup-copy.h"
#include "meso-store-part.h"
#include "meso-store-place.h"
#include "meso-store-schema.h"

/* A byte for byte copy, so that the source is only ever read. */
static gboolean
copy_bytes (const char *from, const char *to, GError **error)
{
  g_autofree guint8 *buffer = g_malloc (1 << 20);
  int in = open (from, O_RDONLY | O_CLOEXEC);
  int out = in < 0 ? -1 : open (to, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
  int failed = in < 0 || out < 0 ? errno : 0;
  const char *where = in < 0 ? from : to;
  gssize got;

  while (failed == 0 && (got = TEMP_FAILURE_RETRY (read (in, buffer, 1 << 20))) != 0)
    {
      if (got < 0)
        {
          failed = errno;
          where = from;
        }
      for (gssize at = 0; failed == 0 && at < got;)
        {
          gssize put = TEMP_FAILURE_RETRY (write (out, buffer + at, (gsize) (got - at)));

          if (put < 0)
            failed = errno;
          else
            at += put;
        }
    }
  if (out >= 0 && close (out) != 0 && failed == 0)
    failed = errno;
  if (in >= 0)
    close (in);
  if (failed == 0)
    return TRUE;
  meso_store_place_set_errno (error, failed, where, "copied");
  return FALSE;
}

/* Reading a database that is in use would copy half of it, and in this very process let go of its lock. lock_out is held until
 * the source has been read. A copy has no lock file, and may lie where none can be made. */
static gboolean
check_source (const char *source, MesoStoreLock **lock_out, GError **error)
{
  g_autofree char *lock_name = g_strconcat (source, ".lock", NULL);
  struct stat about;

  if (stat (source, &about) != 0)
    {
      if (errno != ENOENT)
        meso_store_place_set_errno (error, errno, source, "looked at");
      else
        g_set_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_NOT_FOUND, "“%s” isn't there. %s", source,
                     meso_store_error_get_sentence (MESO_STORE_ERROR_NOT_FOUND));
      return FALSE;
    }
  if (!S_ISREG (about.st_mode))
    {
      g_set_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_NOT_A_DATABASE, "“%s” isn't a file. %s", source,
                   meso_store_error_get_sentence (MESO_STORE_ERROR_NOT_A_DATABASE));
      return FALSE;
    }
  if (g_access (lock_name, F_OK) == 0)
    {
      *lock_out = meso_store_lock_take (source, error);
      if (*lock_out == NULL)
        return FALSE;
    }
  return meso_store_place_check_header (source, meso_store_schema_get_version (), error);
}

static gboolean
copy_source (const char *source, const char *temporary, GError **error)
{
  g_autofree char *source_log = g_strconcat (source, "-wal", NULL);
  g_autofree char *temporary_log = g_strconcat (temporary, "-wal", NULL);

  return copy_bytes (source, temporary, error)
         && (g_access (source_log, F_OK) != 0 || copy_bytes (source_log, temporary_log, error));
}

/* What is wrong with the source, not with our copying: it says so. */
static gboolean
finish_copy (const char *source, const char *temporary, const char *target, GError **error)
{
  g_autoptr(GError) failed = NULL;

  if (meso_backup_copy_finish (temporary, target, FALSE, NULL, NULL, NULL, &failed))
    return TRUE;
  if (g_error_matches (failed, MESO_STORE_ERROR, MESO_STORE_ERROR_BACKUP)
      || g_error_matches (failed, MESO_STORE_ERROR, MESO_STORE_ERROR_DAMAGED)
      || g_error_matches (failed, MESO_STORE_ERROR, MESO_STORE_ERROR_NOT_A_DATABASE))
    g_set_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_DAMAGED,
                 "“%s” is damaged, and nothing was restored: %s Try an older backup.", source, failed->message);
  else
    g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/* What can't be opened is no database to go on with: the name is free again for the next try. */
static gboolean
prove_opens (const char *place, GError **error)
{
  g_autoptr(GError) failed = NULL;
  g_autoptr(MesoStore) store = meso_store_open (place, MESO_STORE_OPEN, &failed);

  if (store != NULL)
    return meso_store_close (store, error);
  /* Another program may have been quicker: then it is that one's. */
  if (!g_error_matches (failed, MESO_STORE_ERROR, MESO_STORE_ERROR_ALREADY_OPEN))
    {
      g_autofree char *log = g_strconcat (place, "-wal", NULL);

      g_unlink (place);
      g_unlink (log);
    }
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/**
 * meso_backup_restore:
 * @source: a copy that meso_backup_write () made, or a closed database
 * @target: the database to make; nothing may be there
 *
 * Returns: whether @target is there, opens, and is sound
 */
gboolean
meso_backup_restore (const char *source, const char *target, GError **error)
{
  g_autofree char *place = meso_store_place_resolve (target, error);
  g_autofree char *from = g_canonicalize_filename (source, NULL);
  g_autofree char *real_from = realpath (from, NULL);
  g_autoptr(MesoStoreLock) source_lock = NULL;
  g_autoptr(MesoStorePart) part = NULL;

  if (place == NULL || !meso_store_place_check_free (place, error) || !meso_store_place_check_folder (place, error)
      || !check_source (real_from != NULL ? real_from : from, &source_lock, error))
    return FALSE;
  part = meso_store_part_new (place, error);
  if (part == NULL || !copy_source (real_from, meso_store_part_get_path (part), error))
    return FALSE;
  g_clear_pointer (&source_lock, meso_store_lock_free);
  if (!finish_copy (from, meso_store_part_get_path (part), place, error))
    return FALSE;
  g_clear_pointer (&part, meso_store_part_free);
  return prove_opens (place, error);
}
