/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-store-place.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* The files that this process has open, as device and number: names may be many. */
static GMutex claims_mutex;
static GHashTable *claims;

struct _MesoStoreLock
{
  char *path;
  char *claim;          /* (nullable) */
  int fd;
  gboolean was_left;
  gboolean settled;
};

/* Who holds it wrote their process id into it; fd is -1 when we know that it is us. */
static void
set_already_open (GError **error, const char *path, int fd)
{
  char text[32] = { 0 };
  gssize got = fd >= 0 ? TEMP_FAILURE_RETRY (pread (fd, text, sizeof text - 1, 0)) : 0;
  gint64 pid = fd < 0 ? getpid () : got > 0 ? g_ascii_strtoll (text, NULL, 10) : 0;
  g_autofree char *who = NULL;

  if (pid == getpid ())
    who = g_strdup ("this program itself");
  else if (pid > 0)
    who = g_strdup_printf ("process %" G_GINT64_FORMAT, pid);
  else
    who = g_strdup ("another program");
  g_set_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_ALREADY_OPEN, "“%s” is open already, in %s. %s", path, who,
               meso_store_error_get_sentence (MESO_STORE_ERROR_ALREADY_OPEN));
}

/* (transfer full) (nullable) */
static char *
identify (const char *path)
{
  struct stat about;

  if (stat (path, &about) != 0)
    return NULL;
  return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, (guint64) about.st_dev, (guint64) about.st_ino);
}

void
meso_store_lock_claim (MesoStoreLock *self, const char *path)
{
  self->claim = identify (path);
  g_mutex_lock (&claims_mutex);
  if (claims == NULL)
    claims = g_hash_table_new (g_str_hash, g_str_equal);
  if (self->claim != NULL)
    g_hash_table_add (claims, self->claim);
  g_mutex_unlock (&claims_mutex);
}

static void
release_claim (MesoStoreLock *self)
{
  if (self->claim == NULL)
    return;
  g_mutex_lock (&claims_mutex);
  g_hash_table_remove (claims, self->claim);
  if (g_hash_table_size (claims) == 0)
    g_clear_pointer (&claims, g_hash_table_unref);
  g_mutex_unlock (&claims_mutex);
  g_clear_pointer (&self->claim, g_free);
}

/**
 * meso_store_lock_check_free:
 *
 * Returns: whether this process doesn't have the file open, by whatever name
 */
gboolean
meso_store_lock_check_free (const char *path, GError **error)
{
  g_autofree char *claim = identify (path);
  gboolean claimed;

  g_mutex_lock (&claims_mutex);
  claimed = claim != NULL && claims != NULL && g_hash_table_contains (claims, claim);
  g_mutex_unlock (&claims_mutex);
  if (claimed)
    set_already_open (error, path, -1);
  return !claimed;
}

/* Whoever lets go takes the file away first. Between their doing so and our lock it may be a file without a name: then another
 * one is made. */
static gboolean
has_name (int fd, const char *lock_path)
{
  struct stat ours, there;

  return fstat (fd, &ours) == 0 && stat (lock_path, &there) == 0 && ours.st_ino == there.st_ino && ours.st_dev == there.st_dev;
}

static gboolean
write_pid (MesoStoreLock *self)
{
  g_autofree char *pid = g_strdup_printf ("%d\n", (int) getpid ());
  struct stat about;

  self->was_left = fstat (self->fd, &about) == 0 && about.st_size > 0;
  return ftruncate (self->fd, 0) == 0 && pwrite (self->fd, pid, strlen (pid), 0) == (gssize) strlen (pid);
}

/**
 * meso_store_lock_take:
 * @path: the database, links resolved
 *
 * Returns: (transfer full): the lock beside it; %MESO_STORE_ERROR_ALREADY_OPEN when someone holds it
 */
MesoStoreLock *
meso_store_lock_take (const char *path, GError **error)
{
  g_autoptr(MesoStoreLock) self = g_new0 (MesoStoreLock, 1);

  self->fd = -1;
  self->path = g_strconcat (path, ".lock", NULL);
  do
    {
      if (self->fd >= 0)
        close (self->fd);
      self->fd = open (self->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
      if (self->fd < 0)
        {
          meso_store_place_set_errno (error, errno, self->path, "made");
          return NULL;
        }
      if (flock (self->fd, LOCK_EX | LOCK_NB) != 0)
        {
          if (errno == EWOULDBLOCK)
            set_already_open (error, path, self->fd);
          else
            meso_store_place_set_errno (error, errno, self->path, "locked");
          close (self->fd);
          self->fd = -1;
          return NULL;
        }
    }
  while (!has_name (self->fd, self->path));

  if (!write_pid (self))
    {
      meso_store_place_set_errno (error, errno, self->path, "written");
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * meso_store_lock_was_left:
 *
 * Returns: whether the one before never let go of it: killed, or a power cut
 */
gboolean
meso_store_lock_was_left (MesoStoreLock *self)
{
  return self->was_left;
}

/* The file has been looked through after an unclean end: the mark of it may go. */
void
meso_store_lock_settle (MesoStoreLock *self)
{
  self->settled = TRUE;
}

/**
 * meso_store_lock_free:
 * @self: (transfer full): a lock
 *
 * Lets go of it. The database must be closed by then.
 */
void
meso_store_lock_free (MesoStoreLock *self)
{
  if (self->fd >= 0)
    {
      release_claim (self);
      if (!self->was_left || self->settled)
        unlink (self->path);
      close (self->fd);
    }
  g_free (self->path);
  g_free (self);
}
