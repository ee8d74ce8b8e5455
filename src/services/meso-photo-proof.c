/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-photo-proof.h"

#include <gio/gio.h>
#include <string.h>

#include "meso-core-error.h"

#define SIGNATURE_BYTES 8
#define CHUNK_FRAME_BYTES 12      /* length, letters, checksum */
#define BUFFER_BYTES 65536

/* What was cut is well formed: each chunk is whole. */
static GBytes *
collect_data (const MesoPhotoFile *file)
{
  GByteArray *data = g_byte_array_new ();
  gsize size;
  const guint8 *bytes = g_bytes_get_data (file->bytes, &size);

  for (gsize at = SIGNATURE_BYTES; at + CHUNK_FRAME_BYTES <= size;)
    {
      guint32 length = (guint32) bytes[at] << 24 | (guint32) bytes[at + 1] << 16 | (guint32) bytes[at + 2] << 8 | bytes[at + 3];

      if (memcmp (bytes + at + 4, "IDAT", 4) == 0)
        g_byte_array_append (data, bytes + at + 8, length);
      at += CHUNK_FRAME_BYTES + length;
    }
  return g_byte_array_free_to_bytes (data);
}

/* Stops as soon as there is more than there should be: a small file may hold a very large nothing. */
static gboolean
is_as_large (GBytes  *data,
             guint64  expected)
{
  g_autoptr(GConverter) inflate = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_autofree char *buffer = g_malloc (BUFFER_BYTES);
  gsize size;
  const guint8 *from = g_bytes_get_data (data, &size);
  guint64 found = 0;

  while (found <= expected)
    {
      gsize n_read = 0, n_written = 0;
      GConverterResult result = g_converter_convert (inflate, from, size, buffer, BUFFER_BYTES, G_CONVERTER_INPUT_AT_END,
                                                     &n_read, &n_written, NULL);

      found += n_written;
      from += n_read;
      size -= n_read;
      if (result == G_CONVERTER_FINISHED)
        return found == expected;
      if (result == G_CONVERTER_ERROR || (n_read == 0 && n_written == 0))
        return FALSE;
    }
  return FALSE;
}

/**
 * meso_photo_proof_png:
 * @file: a file that was walked through
 * @error: return location
 *
 * Returns: %TRUE for a JPEG, and for a PNG that holds the picture that its header announces; else %FALSE with
 *   %MESO_CORE_ERROR_SYNTAX
 */
gboolean
meso_photo_proof_png (const MesoPhotoFile  *file,
                      GError              **error)
{
  g_autoptr(GBytes) data = NULL;

  if (file->type != MESO_PHOTO_PNG)
    return TRUE;
  data = collect_data (file);
  if (is_as_large (data, file->raw_size))
    return TRUE;
  g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_SYNTAX,
               "photo: The photo is damaged: it says that it has %d × %d pixels, and holds a picture of another size. Copy it from the "
               "camera or phone once more, or choose another one.", file->width, file->height);
  return FALSE;
}
