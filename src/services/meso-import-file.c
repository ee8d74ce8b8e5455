/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-import-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "meso-services-error.h"
#include "meso-store-place.h"

#define BLOCK 65536
/* UTF-16 to UTF-8 at its worst */
#define CONVERTED (BLOCK * 2)
/* No text in UTF-8 has it: the reader tells its place. */
#define NO_TEXT "\xFF"

static const char *const encoding_names[] = { "utf-8", "utf-16", "windows-1256" };

struct _MesoImportFile
{
  char *path;
  int fd;
  guint64 size;
  guint64 position;
  gboolean begun;
  gboolean ended;
  MesoImportEncoding encoding;
  MesoImportEncoding guess;
  GIConv conv;
  MesoCsvReader *reader;
  GChecksum *checksum;
  char block[BLOCK + 16];
  gsize left;                   /* bytes of a character at the beginning of the block */
  char converted[CONVERTED];
};

/**
 * meso_import_encoding_to_string:
 * @encoding: an encoding
 *
 * Returns: its stable name: "utf-8", "utf-16", "windows-1256"
 */
const char *
meso_import_encoding_to_string (MesoImportEncoding encoding)
{
  g_return_val_if_fail (encoding < G_N_ELEMENTS (encoding_names), encoding_names[0]);

  return encoding_names[encoding];
}

/**
 * meso_import_encoding_from_string:
 * @text: (nullable): a stable name
 * @encoding_out: (out): the encoding; not touched on failure
 *
 * Returns: whether @text is one of the names
 */
gboolean
meso_import_encoding_from_string (const char         *text,
                                  MesoImportEncoding *encoding_out)
{
  for (guint i = 0; i < G_N_ELEMENTS (encoding_names); i++)
    {
      if (g_strcmp0 (text, encoding_names[i]) == 0)
        {
          *encoding_out = i;
          return TRUE;
        }
    }
  return FALSE;
}

static void
set_errno (GError     **error,
           const char  *path,
           int          saved_errno)
{
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (saved_errno), "“%s” can't be read: %s.", path,
               g_strerror (saved_errno));
}

static gboolean
check_kind (MesoImportFile  *self,
            GError         **error)
{
  struct stat about;

  if (fstat (self->fd, &about) != 0)
    {
      set_errno (error, self->path, errno);
      return FALSE;
    }
  if (!S_ISREG (about.st_mode))
    {
      g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID,
                   "“%s” isn't a file. Choose a file of comma-separated values (CSV).", self->path);
      return FALSE;
    }
  self->size = (guint64) about.st_size;
  return TRUE;
}

/**
 * meso_import_file_open:
 * @path: a file; the clinic's own is refused, since opening it would let go of its lock
 * @encoding: how its bytes become text
 * @separator: what stands between its cells; 0 to find out
 *
 * Returns: (transfer full): the file at its beginning; %NULL with %MESO_SERVICES_ERROR_INVALID for what isn't a file, with a
 *   %G_FILE_ERROR for what can't be read
 */
MesoImportFile *
meso_import_file_open (const char          *path,
                       MesoImportEncoding   encoding,
                       char                 separator,
                       GError             **error)
{
  g_autoptr(MesoImportFile) self = NULL;

  if (!meso_store_lock_check_free (path, error))
    return NULL;
  self = g_new0 (MesoImportFile, 1);
  self->path = g_strdup (path);
  self->encoding = encoding;
  self->conv = (GIConv) -1;
  self->reader = meso_csv_reader_new (separator);
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  /* A pipe that nobody writes into must not keep us waiting. */
  self->fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  if (self->fd < 0)
    {
      set_errno (error, path, errno);
      return NULL;
    }
  return check_kind (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * meso_import_file_free:
 * @self: (transfer full): a file
 */
void
meso_import_file_free (MesoImportFile *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->conv != (GIConv) -1)
    g_iconv_close (self->conv);
  meso_csv_reader_free (self->reader);
  g_checksum_free (self->checksum);
  g_free (self->path);
  g_free (self);
}

static gboolean
begins_with (const char *block,
             gsize       length,
             const char *mark,
             gsize       mark_length)
{
  return length >= mark_length && memcmp (block, mark, mark_length) == 0;
}

static gboolean
looks_like_utf8 (const char *block,
                 gsize       length)
{
  const char *end;

  /* The last character may go on in the next block. */
  return g_utf8_validate_len (block, length, &end) || length - (gsize) (end - block) < 4;
}

static MesoImportEncoding
guess_encoding (const char *block,
                gsize       length)
{
  if (begins_with (block, length, "\xFF\xFE", 2) || begins_with (block, length, "\xFE\xFF", 2))
    return MESO_IMPORT_UTF16;
  /* Text in UTF-16 without a mark still has a zero in every line break. */
  if (memchr (block, '\0', length) != NULL)
    return MESO_IMPORT_UTF16;
  return looks_like_utf8 (block, length) ? MESO_IMPORT_UTF8 : MESO_IMPORT_WINDOWS_1256;
}

/* How many bytes of a mark are left out. */
static gsize
open_conv (MesoImportFile *self,
           gsize           length)
{
  if (self->encoding == MESO_IMPORT_WINDOWS_1256)
    {
      self->conv = g_iconv_open ("UTF-8", "WINDOWS-1256");
      return 0;
    }
  if (begins_with (self->block, length, "\xFE\xFF", 2))
    {
      self->conv = g_iconv_open ("UTF-8", "UTF-16BE");
      return 2;
    }
  self->conv = g_iconv_open ("UTF-8", "UTF-16LE");
  return begins_with (self->block, length, "\xFF\xFE", 2) ? 2 : 0;
}

/* What can't be converted reaches the reader as what is no text. */
static gsize
convert (MesoImportFile *self,
         gsize           skip,
         gsize           length)
{
  char *in = self->block + skip;
  char *out = self->converted;
  gsize in_left = length - skip;
  gsize out_left = CONVERTED - 1;
  int code = 0;

  if (in_left > 0 && g_iconv (self->conv, &in, &in_left, &out, &out_left) == (gsize) -1)
    code = errno;
  if (code == EILSEQ || (code == EINVAL && self->ended))
    {
      *out++ = *NO_TEXT;
      in_left = 0;
      self->ended = TRUE;
    }
  memmove (self->block, in, in_left);
  self->left = in_left;
  return (gsize) (out - self->converted);
}

static gboolean
feed (MesoImportFile  *self,
      gsize            length,
      GError         **error)
{
  gsize skip = 0;

  if (!self->begun)
    {
      self->begun = TRUE;
      self->guess = guess_encoding (self->block, length);
      if (self->encoding != MESO_IMPORT_UTF8)
        skip = open_conv (self, length);
    }
  if (self->encoding == MESO_IMPORT_UTF8)
    {
      meso_csv_reader_feed (self->reader, self->block, length);
      return TRUE;
    }
  if (self->conv == (GIConv) -1)
    {
      g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID,
                   "This system can't read text in %s. Save the file as UTF-8.", meso_import_encoding_to_string (self->encoding));
      return FALSE;
    }
  meso_csv_reader_feed (self->reader, self->converted, convert (self, skip, length));
  return TRUE;
}

static gboolean
read_block (MesoImportFile  *self,
            GError         **error)
{
  gssize got;

  do
    got = read (self->fd, self->block + self->left, BLOCK);
  while (got < 0 && errno == EINTR);
  if (got < 0)
    {
      set_errno (error, self->path, errno);
      return FALSE;
    }
  g_checksum_update (self->checksum, (const guchar *) self->block + self->left, got);
  self->position += (guint64) got;
  self->ended = got == 0;
  if (!feed (self, self->left + (gsize) got, error))
    return FALSE;
  if (self->ended)
    meso_csv_reader_end (self->reader);
  return TRUE;
}

/**
 * meso_import_file_next:
 * @self: a file
 *
 * Reads on to the next row or fault, which meso_import_file_get_reader () has.
 *
 * Returns: what was found; %MESO_CSV_MORE with @error when the file can't be read any further
 */
MesoCsvStep
meso_import_file_next (MesoImportFile  *self,
                       GError         **error)
{
  MesoCsvStep step;

  while ((step = meso_csv_reader_next (self->reader)) == MESO_CSV_MORE)
    {
      if (!read_block (self, error))
        return MESO_CSV_MORE;
    }
  return step;
}

/**
 * meso_import_file_get_reader:
 * @self: a file
 *
 * Returns: (transfer none): what reads it
 */
MesoCsvReader *
meso_import_file_get_reader (MesoImportFile *self)
{
  return self->reader;
}

/**
 * meso_import_file_get_size:
 * @self: a file
 *
 * Returns: how many bytes it had when it was opened
 */
guint64
meso_import_file_get_size (MesoImportFile *self)
{
  return self->size;
}

/**
 * meso_import_file_get_position:
 * @self: a file
 *
 * Returns: how many bytes have been read
 */
guint64
meso_import_file_get_position (MesoImportFile *self)
{
  return self->position;
}

/**
 * meso_import_file_get_guess:
 * @self: a file of which something was read
 *
 * Returns: what its first bytes look like, whatever was chosen
 */
MesoImportEncoding
meso_import_file_get_guess (MesoImportFile *self)
{
  return self->guess;
}

/**
 * meso_import_file_dup_sha256:
 * @self: a file
 *
 * Returns: (transfer full): SHA-256 of the bytes that have been read, in hexadecimal
 */
char *
meso_import_file_dup_sha256 (MesoImportFile *self)
{
  g_autoptr(GChecksum) copy = g_checksum_copy (self->checksum);

  return g_strdup (g_checksum_get_string (copy));
}
