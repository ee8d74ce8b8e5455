/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-store-place.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <linux/magic.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "meso-store-schema.h"

#ifndef SMB2_SUPER_MAGIC
#define SMB2_SUPER_MAGIC 0xFE534D42
#endif
#define CIFS_SUPER_MAGIC 0xFF534D42

/* The first bytes of every SQLite file, with the NUL. */
#define SQLITE_MAGIC "SQLite format 3"
#define HEADER_SIZE 100

static void
set_error (GError **error, MesoStoreError code, const char *path, const char *what)
{
  g_set_error (error, MESO_STORE_ERROR, code, "“%s” %s. %s", path, what, meso_store_error_get_sentence (code));
}

/* The disk's own answers, for what isn't done by SQLite. */
void
meso_store_place_set_errno (GError **error, int saved_errno, const char *path, const char *doing)
{
  MesoStoreError code;

  switch (saved_errno)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      code = MESO_STORE_ERROR_FULL;
      break;
    case EEXIST:
      code = MESO_STORE_ERROR_EXISTS;
      break;
    case ENOENT:
    case ENOTDIR:
    case EACCES:
    case EPERM:
    case EROFS:
    case ELOOP:
    case ENAMETOOLONG:
      code = MESO_STORE_ERROR_FOLDER;
      break;
    default:
      code = MESO_STORE_ERROR_IO;
    }
  g_set_error (error, MESO_STORE_ERROR, code, "“%s” could not be %s: %s. %s", path, doing, g_strerror (saved_errno),
               meso_store_error_get_sentence (code));
}

static gboolean
check_file_system (const char *folder, GError **error)
{
  struct statfs about;
  const char *kind = NULL;

  if (statfs (folder, &about) != 0)
    {
      meso_store_place_set_errno (error, errno, folder, "looked at");
      return FALSE;
    }
  switch ((guint32) about.f_type)
    {
    case NFS_SUPER_MAGIC:
      kind = "lies on a network drive (NFS), where two computers could write at once and records would be lost";
      break;
    case CIFS_SUPER_MAGIC:
    case SMB2_SUPER_MAGIC:
    case SMB_SUPER_MAGIC:
      kind = "lies on a network drive (Windows share), where two computers could write at once and records would be lost";
      break;
    case FUSE_SUPER_MAGIC:
      kind = "lies on a drive that another program provides (FUSE), which may be a network drive or a sandbox's window onto "
             "another folder";
      break;
    default:
      return TRUE;
    }
  set_error (error, MESO_STORE_ERROR_REMOTE, folder, kind);
  return FALSE;
}

/* Folders that a program copies to other computers behind our back. Variants such as “OneDrive - Clinic” count. */
static gboolean
check_not_synchronised (const char *folder, GError **error)
{
  static const char *const names[] = { "Dropbox", "OneDrive", "Nextcloud", "ownCloud", "Google Drive", "GoogleDrive",
                                       "iCloud", "iCloudDrive", "pCloudDrive", "MEGA", "MEGAsync", "Syncthing", "Box Sync" };
  g_auto(GStrv) parts = g_strsplit (folder, "/", -1);

  for (gsize i = 0; parts[i] != NULL; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (names); j++)
      {
        gsize length = strlen (names[j]);

        if (g_ascii_strncasecmp (parts[i], names[j], length) == 0
            && (parts[i][length] == '\0' || strchr (" -_(", parts[i][length]) != NULL))
          {
            g_autofree char *what = g_strdup_printf ("is in a folder that a program (%s) synchronises with other computers, "
                                                     "which tears a database apart", names[j]);
            set_error (error, MESO_STORE_ERROR_REMOTE, folder, what);
            return FALSE;
          }
      }
  return TRUE;
}

/* The file itself may be a link: SQLite follows it, and the lock must lie where the file really is. */
char *
meso_store_place_resolve (const char *path, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *whole = realpath (absolute, NULL);
  g_autofree char *folder = g_path_get_dirname (whole != NULL ? whole : absolute);
  g_autofree char *name = g_path_get_basename (whole != NULL ? whole : absolute);
  g_autofree char *real_folder = realpath (folder, NULL);

  if (real_folder == NULL)
    {
      meso_store_place_set_errno (error, errno, folder, "used as the folder");
      return NULL;
    }
  if (!g_file_test (real_folder, G_FILE_TEST_IS_DIR))
    {
      set_error (error, MESO_STORE_ERROR_FOLDER, real_folder, "isn't a folder");
      return NULL;
    }
  if (!check_file_system (real_folder, error) || !check_not_synchronised (real_folder, error))
    return NULL;
  return g_build_filename (real_folder, name, NULL);
}

gboolean
meso_store_place_check_free (const char *path, GError **error)
{
  static const char *const endings[] = { "", "-wal", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);
      struct stat about;

      if (lstat (name, &about) == 0)
        {
          set_error (error, MESO_STORE_ERROR_EXISTS, name,
                     i == 0 ? "is there already" : "is there already: it belongs to a database that lay here before");
          return FALSE;
        }
      if (errno != ENOENT)
        {
          meso_store_place_set_errno (error, errno, name, "looked at");
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * meso_store_place_check_folder:
 *
 * Returns: whether this user may make files beside @path
 */
gboolean
meso_store_place_check_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (faccessat (AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) == 0)
    return TRUE;
  set_error (error, MESO_STORE_ERROR_FOLDER, folder, "is a folder that this user may not write to");
  return FALSE;
}

/**
 * meso_store_place_check_rights:
 *
 * Returns: whether the file is there and this user may write it and its folder
 */
gboolean
meso_store_place_check_rights (const char *path, GError **error)
{
  struct stat about;

  if (stat (path, &about) != 0)
    {
      if (errno == ENOENT)
        set_error (error, MESO_STORE_ERROR_NOT_FOUND, path, "isn't there");
      else
        meso_store_place_set_errno (error, errno, path, "looked at");
      return FALSE;
    }
  if (!S_ISREG (about.st_mode))
    {
      set_error (error, MESO_STORE_ERROR_NOT_A_DATABASE, path, "isn't a file");
      return FALSE;
    }
  if (faccessat (AT_FDCWD, path, R_OK | W_OK, AT_EACCESS) != 0)
    {
      set_error (error, MESO_STORE_ERROR_READ_ONLY, path, "may not be written by this user");
      return FALSE;
    }
  return meso_store_place_check_folder (path, error);
}

static guint32
read_u32 (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static gboolean
has_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  struct stat about;

  return stat (log, &about) == 0 && about.st_size > 0;
}

/* https://sqlite.org/fileformat2.html, 1.3: page size at 16 (1 is 65536), page count at 28, which counts when the numbers at 24
 * and 92 agree, user version at 60, application id at 68. */
static gboolean
check_header_bytes (const char *path, const guint8 *header, gssize got, guint64 size, int newest, GError **error)
{
  gsize magic = MIN ((gsize) MAX (got, 0), sizeof SQLITE_MAGIC);
  guint64 page_size;

  if (memcmp (header, SQLITE_MAGIC, magic) != 0)
    {
      set_error (error, MESO_STORE_ERROR_NOT_A_DATABASE, path, "isn't a database");
      return FALSE;
    }
  if (got < HEADER_SIZE)
    {
      set_error (error, MESO_STORE_ERROR_TRUNCATED, path, got == 0 ? "is empty" : "was cut off near its beginning");
      return FALSE;
    }
  if (read_u32 (header + 68) != MESO_STORE_APPLICATION_ID)
    {
      set_error (error, MESO_STORE_ERROR_NOT_A_DATABASE, path, "is a database of another program");
      return FALSE;
    }
  if (read_u32 (header + 60) > (guint32) newest)
    {
      set_error (error, MESO_STORE_ERROR_NEWER, path, "was written by a newer version of this program");
      return FALSE;
    }
  page_size = (guint64) header[16] << 8 | header[17];
  if (page_size == 1)
    page_size = 65536;
  /* A log may hold what the file still lacks: then SQLite must put it together first. */
  if (read_u32 (header + 24) == read_u32 (header + 92) && size < page_size * read_u32 (header + 28) && !has_log (path))
    {
      set_error (error, MESO_STORE_ERROR_TRUNCATED, path, "was cut off: it is shorter than it says it is");
      return FALSE;
    }
  return TRUE;
}

/**
 * meso_store_place_check_header:
 * @newest: the version of the schema that this program knows
 *
 * Opens and closes the file: only before SQLite has opened it.
 *
 * Returns: whether its first bytes are those of a database of this program, and it is as long as they say
 */
gboolean
meso_store_place_check_header (const char *path, int newest, GError **error)
{
  guint8 header[HEADER_SIZE] = { 0 };
  struct stat about;
  gssize got;
  int fd;
  gboolean sound = FALSE;

  if (!meso_store_lock_check_free (path, error))
    return FALSE;
  fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    {
      meso_store_place_set_errno (error, errno, path, "read");
      return FALSE;
    }
  got = TEMP_FAILURE_RETRY (pread (fd, header, sizeof header, 0));
  if (got < 0 || fstat (fd, &about) != 0)
    meso_store_place_set_errno (error, errno, path, "read");
  else
    sound = check_header_bytes (path, header, got, (guint64) about.st_size, newest, error);
  close (fd);
  return sound;
}

static gboolean
sync_path (const char *path, gboolean is_folder, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  int failed = 0;

  if (fd < 0 || fsync (fd) != 0)
    failed = errno;
  if (fd >= 0)
    close (fd);
  /* Some file systems can't sync a folder, and say so. */
  if (failed == 0 || (is_folder && failed == EINVAL))
    return TRUE;
  meso_store_place_set_errno (error, failed, path, "written to the disk");
  return FALSE;
}

/**
 * meso_store_place_sync_file:
 *
 * Returns: whether what was written to the file is on the disk
 */
gboolean
meso_store_place_sync_file (const char *path, GError **error)
{
  return sync_path (path, FALSE, error);
}

static int
rename_new (const char *from, const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return -1;
  /* A file system without that: a second name is never put onto an existing one either. */
  if (link (from, to) != 0)
    return -1;
  return unlink (from);
}

gboolean
meso_store_place_publish (const char *finished, const char *path, gboolean replace, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!meso_store_place_sync_file (finished, error))
    return FALSE;
  if ((replace ? rename (finished, path) : rename_new (finished, path)) != 0)
    {
      meso_store_place_set_errno (error, errno, path, "named");
      return FALSE;
    }
  return sync_path (folder, TRUE, error);
}
