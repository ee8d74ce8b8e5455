/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-photo-reader.h"

#include <string.h>

#include "meso-core-error.h"

/**
 * meso_photo_reader_left:
 * @self: a file
 *
 * Returns: how many bytes haven't been read
 */
gsize
meso_photo_reader_left (const MesoPhotoReader *self)
{
  return self->size - self->at;
}

/**
 * meso_photo_reader_take:
 * @self: a file
 * @length: how many bytes
 * @error: return location
 *
 * Returns: (transfer none) (nullable): that many bytes, which are then read; %NULL with %MESO_CORE_ERROR_SYNTAX when the file
 *   ends before
 */
const guint8 *
meso_photo_reader_take (MesoPhotoReader  *self,
                        gsize             length,
                        GError          **error)
{
  const guint8 *bytes = self->data + self->at;

  if (length > meso_photo_reader_left (self))
    {
      meso_photo_set_damaged (error, "it ends before its picture does");
      return NULL;
    }
  self->at += length;

  return bytes;
}

/**
 * meso_photo_reader_starts_with:
 * @self: a file
 * @bytes: (array length=length): what is looked for
 * @length: how many bytes
 *
 * Returns: whether what comes next is @bytes; nothing is read
 */
gboolean
meso_photo_reader_starts_with (const MesoPhotoReader *self,
                               const void            *bytes,
                               gsize                  length)
{
  return length <= meso_photo_reader_left (self) && memcmp (self->data + self->at, bytes, length) == 0;
}

/**
 * meso_photo_reader_keep:
 * @self: a file
 * @bytes: (array length=length): what stays in the photo
 * @length: how many bytes
 */
void
meso_photo_reader_keep (MesoPhotoReader *self,
                        const void      *bytes,
                        gsize            length)
{
  g_byte_array_append (self->kept, bytes, (guint) length);
}

/**
 * meso_photo_get_16:
 * @bytes: two of them
 *
 * Returns: the number, the high byte first
 */
guint16
meso_photo_get_16 (const guint8 *bytes)
{
  return (guint16) (bytes[0] << 8 | bytes[1]);
}

/**
 * meso_photo_get_32:
 * @bytes: four of them
 *
 * Returns: the number, the high byte first
 */
guint32
meso_photo_get_32 (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/**
 * meso_photo_set_damaged:
 * @error: return location
 * @what: how it can be seen
 *
 * Returns: %FALSE, with %MESO_CORE_ERROR_SYNTAX
 */
gboolean
meso_photo_set_damaged (GError     **error,
                        const char  *what)
{
  g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_SYNTAX,
               "photo: The photo is damaged: %s. Copy it from the camera or phone once more, or choose another one.", what);

  return FALSE;
}

/**
 * meso_photo_set_unusual:
 * @error: return location
 *
 * Returns: %FALSE, with %MESO_CORE_ERROR_INVALID
 */
gboolean
meso_photo_set_unusual (GError **error)
{
  g_set_error_literal (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                       "photo: The photo is of a kind that few programs can show. Save it as an ordinary JPEG or PNG first.");

  return FALSE;
}

/**
 * meso_photo_set_lies:
 * @error: return location
 * @width: what its header says
 * @height: what its header says
 *
 * Returns: %FALSE, with %MESO_CORE_ERROR_SYNTAX
 */
gboolean
meso_photo_set_lies (GError **error,
                     int      width,
                     int      height)
{
  g_autofree char *what =
    g_strdup_printf ("it says that it has %d × %d pixels, and holds a picture of another size", width, height);

  return meso_photo_set_damaged (error, what);
}

/**
 * meso_photo_check_size:
 * @width: pixels
 * @height: pixels
 * @error: return location
 *
 * Returns: %FALSE with %MESO_CORE_ERROR_RANGE for a picture that is too large, %MESO_CORE_ERROR_SYNTAX for one of no size
 */
gboolean
meso_photo_check_size (guint64   width,
                       guint64   height,
                       GError  **error)
{
  if (width == 0 || height == 0)
    return meso_photo_set_damaged (error, "it says that it has no size");
  if (width <= MESO_PHOTO_MAX_SIDE && height <= MESO_PHOTO_MAX_SIDE && width * height <= MESO_PHOTO_MAX_PIXELS)
    return TRUE;

  g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE,
               "photo: The photo has %" G_GUINT64_FORMAT " × %" G_GUINT64_FORMAT " pixels; at most %d million are kept. "
               "Save it smaller first.", width, height, MESO_PHOTO_MAX_PIXELS / 1000000);
  return FALSE;
}
