/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-photo-reader.h"

#include <string.h>

#define TIFF_HEADER_BYTES 8
#define ENTRY_BYTES 12
#define TAG_ORIENTATION 0x0112
#define TYPE_SHORT 3
#define UPRIGHT 1
#define LAST_ORIENTATION 8

typedef struct
{
  const guint8 *bytes;
  gsize length;
  gboolean big_endian;
} Tiff;

static guint
get_16 (const Tiff *tiff,
        gsize       at)
{
  const guint8 *bytes = tiff->bytes + at;

  return tiff->big_endian ? meso_photo_get_16 (bytes) : (guint) (bytes[1] << 8 | bytes[0]);
}

static guint32
get_32 (const Tiff *tiff,
        gsize       at)
{
  guint32 value = meso_photo_get_32 (tiff->bytes + at);

  return tiff->big_endian ? value : GUINT32_SWAP_LE_BE (value);
}

static gboolean
read_header (Tiff         *tiff,
             const guint8 *bytes,
             gsize         length)
{
  if (length < TIFF_HEADER_BYTES)
    return FALSE;
  tiff->bytes = bytes;
  tiff->length = length;
  tiff->big_endian = memcmp (bytes, "MM\0*", 4) == 0;

  return tiff->big_endian || memcmp (bytes, "II*\0", 4) == 0;
}

/**
 * meso_photo_exif_get_orientation:
 * @tiff: (array length=length): an EXIF block from its byte order mark on
 * @length: how many bytes there are
 *
 * Returns: the orientation that it states, 1 to 8; 1 where it states none, or can't be read
 */
int
meso_photo_exif_get_orientation (const guint8 *tiff,
                                 gsize         length)
{
  Tiff block;
  gsize directory;
  guint n_entries;

  if (!read_header (&block, tiff, length))
    return UPRIGHT;
  directory = get_32 (&block, 4);
  if (directory > length - 2)
    return UPRIGHT;

  n_entries = get_16 (&block, directory);
  for (guint i = 0; i < n_entries; i++)
    {
      gsize at = directory + 2 + (gsize) i * ENTRY_BYTES;

      if (at + ENTRY_BYTES > length)
        return UPRIGHT;
      if (get_16 (&block, at) == TAG_ORIENTATION && get_16 (&block, at + 2) == TYPE_SHORT && get_32 (&block, at + 4) == 1)
        {
          guint value = get_16 (&block, at + 8);

          return value >= UPRIGHT && value <= LAST_ORIENTATION ? (int) value : UPRIGHT;
        }
    }

  return UPRIGHT;
}
