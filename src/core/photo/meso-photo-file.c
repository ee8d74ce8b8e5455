/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-photo-file.h"

#include "meso-core-error.h"
#include "meso-photo-reader.h"
#include "meso-stable-name.h"

static const char *const type_names[] = { "image/jpeg", "image/png", NULL };

static const guint8 jpeg_signature[] = { 0xff, 0xd8, 0xff };
static const guint8 png_signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

/**
 * meso_photo_type_to_string:
 * @type: a kind of image file
 *
 * Returns: its content type: "image/jpeg", "image/png"
 */
const char *
meso_photo_type_to_string (MesoPhotoType type)
{
  return meso_stable_name_get (type_names, type);
}

/**
 * meso_photo_type_from_string:
 * @text: (nullable): a content type
 * @type_out: (out): the kind of image file; not touched on failure
 *
 * Returns: whether @text is one of those that are kept
 */
gboolean
meso_photo_type_from_string (const char    *text,
                             MesoPhotoType *type_out)
{
  guint value;

  if (!meso_stable_name_find (type_names, text, &value))
    return FALSE;
  *type_out = value;
  return TRUE;
}

static gboolean
walk (MesoPhotoReader  *reader,
      MesoPhotoFile    *file,
      GError          **error)
{
  if (meso_photo_reader_starts_with (reader, jpeg_signature, sizeof jpeg_signature))
    {
      file->type = MESO_PHOTO_JPEG;
      return meso_photo_jpeg_walk (reader, file, error);
    }
  if (meso_photo_reader_starts_with (reader, png_signature, sizeof png_signature))
    {
      file->type = MESO_PHOTO_PNG;
      return meso_photo_png_walk (reader, file, error);
    }

  g_set_error_literal (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                       "photo: This file is no JPEG or PNG image, whatever its name says. Choose a photo of one of these kinds.");
  return FALSE;
}

/**
 * meso_photo_file_new:
 * @file: the bytes of a file that somebody chose
 * @error: return location
 *
 * Walks through a JPEG or PNG file and keeps the parts that its picture is drawn from, byte for byte: nothing is encoded anew.
 * Everything else goes: EXIF (where and when, by which camera; the orientation is told apart), XMP, comments, text, thumbnails,
 * colour profiles, parts no one knows, and whatever stands behind the picture. Size is known from the header, and checked
 * before anything else is read.
 *
 * Returns: (transfer full): the file without its metadata, or %NULL: %MESO_CORE_ERROR_RANGE for one that has more than
 *   %MESO_PHOTO_MAX_BYTES or %MESO_PHOTO_MAX_PIXELS, %MESO_CORE_ERROR_INVALID for one of another or an unusual kind,
 *   %MESO_CORE_ERROR_SYNTAX for one that is cut off, damaged, or says that it is larger than its data can be
 */
MesoPhotoFile *
meso_photo_file_new (GBytes  *file,
                     GError **error)
{
  MesoPhotoReader reader = { 0 };
  g_autoptr (MesoPhotoFile) self = NULL;

  g_return_val_if_fail (file != NULL, NULL);

  reader.data = g_bytes_get_data (file, &reader.size);
  if (reader.size > MESO_PHOTO_MAX_BYTES)
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE,
                   "photo: The photo has more than %d MB, which is the most that is kept. Save it smaller first.",
                   MESO_PHOTO_MAX_BYTES / 1000000);
      return NULL;
    }

  self = g_new0 (MesoPhotoFile, 1);
  self->orientation = 1;
  reader.kept = g_byte_array_sized_new ((guint) reader.size);
  if (!walk (&reader, self, error))
    {
      g_byte_array_unref (reader.kept);
      return NULL;
    }
  self->bytes = g_byte_array_free_to_bytes (reader.kept);

  return g_steal_pointer (&self);
}

/**
 * meso_photo_file_free:
 * @self: (transfer full) (nullable): a file
 */
void
meso_photo_file_free (MesoPhotoFile *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}
