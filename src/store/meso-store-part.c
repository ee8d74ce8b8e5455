/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-store-part.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "meso-store-place.h"

#define PREFIX ".mesoclinic-"
#define SUFFIX ".part"
/* Younger ones may just be getting their lock. */
#define MIN_AGE_SECONDS 60
/* Where locks don't work, nobody takes longer than that. */
#define MAX_AGE_SECONDS (24 * 60 * 60)

struct _MesoStorePart
{
  char *path;
  int fd;                       /* locked while the file is in the making */
};

static void
remove_all (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);
      g_unlink (name);
    }
}

static gboolean
is_part_name (const char *name)
{
  g_autofree char *id = NULL;

  if (!g_str_has_prefix (name, PREFIX) || !g_str_has_suffix (name, SUFFIX))
    return FALSE;
  id = g_strndup (name + strlen (PREFIX), strlen (name) - strlen (PREFIX SUFFIX));
  return g_uuid_string_is_valid (id);
}

static gboolean
is_left (const char *path)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  struct stat about;
  gboolean left = FALSE;

  if (fd < 0)
    return FALSE;
  if (fstat (fd, &about) == 0 && S_ISREG (about.st_mode))
    {
      gint64 age = (gint64) time (NULL) - (gint64) about.st_mtime;

      left = age > MIN_AGE_SECONDS && (flock (fd, LOCK_EX | LOCK_NB) == 0 || (errno != EWOULDBLOCK && age > MAX_AGE_SECONDS));
    }
  close (fd);
  return left;
}

/* What a kill or a power cut left behind holds records too. What can't be removed is no reason to stop. */
static void
sweep (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = NULL;

      if (!is_part_name (name))
        continue;
      path = g_build_filename (folder, name, NULL);
      if (is_left (path))
        remove_all (path);
    }
}

/**
 * meso_store_part_new:
 * @beside: the name that the finished file will get
 *
 * Makes an empty file in the same folder that only this user may read, from its first moment. Removes those
 * that were left there by a program that was killed.
 *
 * Returns: (transfer full): the file
 */
MesoStorePart *
meso_store_part_new (const char *beside, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (beside);
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (PREFIX, id, SUFFIX, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  MesoStorePart *self;
  int fd;

  sweep (folder);
  fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      meso_store_place_set_errno (error, errno, path, "made");
      return NULL;
    }
  /* Some network drives have no locks: then its age alone protects it. */
  flock (fd, LOCK_EX | LOCK_NB);
  self = g_new0 (MesoStorePart, 1);
  self->path = g_steal_pointer (&path);
  self->fd = fd;
  return self;
}

/**
 * meso_store_part_free:
 * @self: (transfer full): a file that no connection has open any more
 *
 * Throws away what wasn't given another name.
 */
void
meso_store_part_free (MesoStorePart *self)
{
  remove_all (self->path);
  close (self->fd);
  g_free (self->path);
  g_free (self);
}

/**
 * meso_store_part_get_path:
 *
 * Returns: (transfer none): where the file is for now
 */
const char *
meso_store_part_get_path (MesoStorePart *self)
{
  return self->path;
}
