/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-export-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "meso-services-error.h"
#include "meso-store-part.h"
#include "meso-store-place.h"

struct _MesoExportFile
{
  char *path;
  gboolean replace;
  MesoStorePart *part;
  int fd;
};

/* A device or a pipe must not be replaced by a file. */
static gboolean
check_kind (const char  *path,
            GError     **error)
{
  GStatBuf about;

  if (g_stat (path, &about) != 0 || S_ISREG (about.st_mode))
    return TRUE;
  g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "“%s” isn't a file. Choose another name.", path);
  return FALSE;
}

/* No list takes the place of records, whoever's they are. The one that this program has open is never looked into. */
static gboolean
check_no_database (const char  *path,
                   GError     **error)
{
  static const char magic[] = "SQLite format 3";
  char start[sizeof magic];
  gboolean is = FALSE;
  int fd;

  if (!meso_store_lock_check_free (path, error))
    return FALSE;
  fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  if (fd >= 0)
    {
      is = read (fd, start, sizeof start) == sizeof start && memcmp (start, magic, sizeof magic) == 0;
      close (fd);
    }
  if (is)
    g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID,
                 "“%s” is a database. Choose another name; it was not changed.", path);
  return !is;
}

/**
 * meso_export_file_new:
 * @path: the name that the file gets
 * @replace: whether a file that is there may give way to it
 *
 * Returns: (transfer full): an empty file that nobody else can read
 */
MesoExportFile *
meso_export_file_new (const char  *path,
                      gboolean     replace,
                      GError     **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *target = NULL;
  g_autoptr(MesoExportFile) self = NULL;
  char *real;

  if (!replace && g_file_test (absolute, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST, "“%s” is there already. Choose another name; it was not changed.", path);
      return NULL;
    }
  /* What a link points to is replaced, never the link. */
  real = realpath (absolute, NULL);
  target = g_strdup (real != NULL ? real : absolute);
  free (real);
  if (!check_kind (target, error) || !check_no_database (target, error))
    return NULL;
  self = g_new0 (MesoExportFile, 1);
  self->fd = -1;
  self->replace = replace;
  self->part = meso_store_part_new (target, error);
  self->path = g_steal_pointer (&target);
  if (self->part == NULL)
    return NULL;
  self->fd = g_open (meso_store_part_get_path (self->part), O_WRONLY | O_CLOEXEC, 0);
  if (self->fd < 0)
    {
      meso_store_place_set_errno (error, errno, self->path, "written");
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * meso_export_file_write:
 * @data: (array length=length): what comes next
 *
 * Returns: whether it is written
 */
gboolean
meso_export_file_write (MesoExportFile  *self,
                        const char      *data,
                        gsize            length,
                        GError         **error)
{
  while (length > 0)
    {
      gssize written = write (self->fd, data, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        {
          meso_store_place_set_errno (error, errno, self->path, "written");
          return FALSE;
        }
      data += written;
      length -= (gsize) written;
    }
  return TRUE;
}

/**
 * meso_export_file_finish:
 * @self: a file that is whole
 *
 * Returns: whether it is safe on the disk and has its name
 */
gboolean
meso_export_file_finish (MesoExportFile  *self,
                         GError         **error)
{
  if (!g_close (g_steal_fd (&self->fd), error))
    return FALSE;
  return meso_store_place_publish (meso_store_part_get_path (self->part), self->path, self->replace, error);
}

/**
 * meso_export_file_free:
 * @self: (transfer full): a file, finished or not
 */
void
meso_export_file_free (MesoExportFile *self)
{
  if (self->fd >= 0)
    close (self->fd);
  g_clear_pointer (&self->part, meso_store_part_free);
  g_free (self->path);
  g_free (self);
}
