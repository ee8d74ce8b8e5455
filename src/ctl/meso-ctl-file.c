/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-ctl-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "meso-core-error.h"
#include "meso-ctl-error.h"
#include "meso-services-error.h"
#include "meso-text.h"

#define CHUNK 65536

const char *
meso_ctl_file_get_name (const char *file)
{
  return g_str_equal (file, "-") ? "standard input" : file;
}

/**
 * meso_ctl_file_prefix_error:
 * @file: a path, or `-` for standard input
 * @error: what came of it
 *
 * Puts the file's name before what another layer says is wrong in it (`answers.pregnant: …`). An error that isn't about what was
 * handed in stays as it is.
 */
void
meso_ctl_file_prefix_error (const char  *file,
                            GError     **error)
{
  g_return_if_fail (error != NULL);

  if (*error != NULL &&
      ((*error)->domain == MESO_CORE_ERROR || g_error_matches (*error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID)))
    g_prefix_error (error, "%s: ", meso_ctl_file_get_name (file));
}

static gboolean
read_all (int         descriptor,
          gsize       max_bytes,
          GByteArray *bytes)
{
  guint8 chunk[CHUNK];
  gssize got;

  do
    {
      got = read (descriptor, chunk, sizeof chunk);
      if (got < 0 && errno != EINTR)
        return FALSE;
      if (got > 0)
        g_byte_array_append (bytes, chunk, got);
    }
  while (got != 0 && bytes->len <= max_bytes);
  return TRUE;
}

/**
 * meso_ctl_file_read:
 * @file: a path, or `-` for standard input
 * @max_bytes: reading stops soon after so many, so that an endless input ends; the caller refuses it
 * @data: (out) (transfer full): NUL-ended
 *
 * Returns: whether all could be read
 */
gboolean
meso_ctl_file_read (const char  *file,
                    gsize        max_bytes,
                    char       **data,
                    gsize       *length,
                    GError     **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  gboolean standard = g_str_equal (file, "-");
  int descriptor = standard ? STDIN_FILENO : g_open (file, O_RDONLY | O_CLOEXEC, 0);
  gboolean ok = descriptor >= 0 && read_all (descriptor, max_bytes, bytes);
  int code = errno;

  if (!standard && descriptor >= 0)
    close (descriptor);
  if (!ok)
    {
      g_autofree char *quoted = meso_text_quote (meso_ctl_file_get_name (file));

      g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, "%s can't be read: %s.", quoted, g_strerror (code));
      return FALSE;
    }
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  *length = bytes->len - 1;
  *data = (char *) g_byte_array_free (g_steal_pointer (&bytes), FALSE);
  return TRUE;
}

static gboolean
write_descriptor (int          descriptor,
                  const char  *name,
                  GBytes      *bytes,
                  GError     **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  while (length > 0)
    {
      gssize written = write (descriptor, data, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        {
          g_set_error (error, MESO_CTL_ERROR, MESO_CTL_COULD_NOT, "%s can't be written: %s.", name, g_strerror (errno));
          return FALSE;
        }
      data += written;
      length -= written;
    }
  return TRUE;
}

/* No sheet is meant to take the place of records, whoever's they are. */
static gboolean
is_database (const char *file)
{
  static const char magic[] = "SQLite format 3";
  char start[sizeof magic];
  int descriptor = g_open (file, O_RDONLY | O_CLOEXEC, 0);
  gboolean is = descriptor >= 0 && read (descriptor, start, sizeof start) == sizeof start &&
                memcmp (start, magic, sizeof magic) == 0;

  if (descriptor >= 0)
    close (descriptor);
  return is;
}

/* A device or a pipe is written into: it must not be replaced by a file. */
static gboolean
write_special (const char  *file,
               GBytes      *bytes,
               GError     **error)
{
  int descriptor = g_open (file, O_WRONLY | O_CLOEXEC, 0);
  gboolean ok;

  if (descriptor < 0)
    {
      g_set_error (error, MESO_CTL_ERROR, MESO_CTL_COULD_NOT, "%s can't be written: %s.", file, g_strerror (errno));
      return FALSE;
    }
  ok = write_descriptor (descriptor, file, bytes, error);
  return g_close (descriptor, ok ? error : NULL) && ok;
}

/**
 * meso_ctl_file_check_folder:
 * @file: a path, or `-` for standard output
 *
 * A file is written beside its place first: an error of that would name a file that nobody has asked for.
 *
 * Returns: whether the folder is there that @file is to lie in
 */
gboolean
meso_ctl_file_check_folder (const char  *file,
                            GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (file);

  if (g_str_equal (file, "-") || g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  g_set_error (error, MESO_CTL_ERROR, MESO_CTL_COULD_NOT, "%s can't be written: there is no folder %s.", file, folder);
  return FALSE;
}

/**
 * meso_ctl_file_write:
 * @file: a path, or `-` for standard output
 *
 * Writes the whole file or none of it: an older one stays as it was until the new one is safe on the disk. A device or
 * a pipe is written into.
 *
 * Returns: whether it is written
 */
gboolean
meso_ctl_file_write (const char  *file,
                     GBytes      *bytes,
                     GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autofree char *target = NULL;
  GStatBuf info;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_str_equal (file, "-"))
    return write_descriptor (STDOUT_FILENO, "Standard output", bytes, error);
  if (*file == '\0')
    {
      g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, "The name of the file to write is empty.");
      return FALSE;
    }
  if (!meso_ctl_file_check_folder (file, error))
    return FALSE;
  if (g_stat (file, &info) == 0 && !S_ISREG (info.st_mode))
    return write_special (file, bytes, error);

  if (is_database (file))
    {
      g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, "%s is a database. Choose another name; it was not changed.", file);
      return FALSE;
    }
  /* what a link points to is replaced, never the link */
  target = realpath (file, NULL);
  if (!g_file_set_contents_full (target != NULL ? target : file, data, length, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 0600, &local_error))
    {
      g_set_error (error, MESO_CTL_ERROR, MESO_CTL_COULD_NOT, "%s can't be written: %s", file, local_error->message);
      return FALSE;
    }
  return TRUE;
}
