/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-photo-reader.h"

#include <string.h>

/* ITU-T T.81: the markers that a picture is made of. */
enum {
  SOF0 = 0xc0,       /* baseline */
  SOF1 = 0xc1,       /* extended, of which 8 bits are as good as baseline */
  SOF2 = 0xc2,       /* progressive */
  DHT = 0xc4,
  RST0 = 0xd0,
  RST7 = 0xd7,
  SOI = 0xd8,
  EOI = 0xd9,
  SOS = 0xda,
  DQT = 0xdb,
  DRI = 0xdd,
  APP0 = 0xe0,
  APP1 = 0xe1,
  APP14 = 0xee,
  APP15 = 0xef,
  COM = 0xfe,
};

#define MAX_COMPONENTS 4
#define BLOCK_SIDE 8
#define JFIF_BYTES 14       /* up to the size of its thumbnail, which goes */
#define ADOBE_BYTES 12
#define EXIF_LETTERS 6

typedef struct
{
  MesoPhotoReader *reader;
  MesoPhotoFile *file;
  gboolean has_frame;
  gboolean progressive;
  guint64 n_blocks;
  guint64 scan_bytes;
} Walk;

static gboolean
read_marker (Walk    *walk,
             guint8  *marker_out,
             GError **error)
{
  const guint8 *byte = meso_photo_reader_take (walk->reader, 1, error);

  if (byte != NULL && *byte != 0xff)
    return meso_photo_set_damaged (error, "one of its parts has another length than it says");
  /* Any number of 0xff may stand before a marker. */
  while (byte != NULL && *byte == 0xff)
    byte = meso_photo_reader_take (walk->reader, 1, error);
  if (byte == NULL)
    return FALSE;
  *marker_out = *byte;

  return TRUE;
}

static void
keep_segment (Walk         *walk,
              guint8        marker,
              const guint8 *payload,
              gsize         length)
{
  const guint8 head[] = { 0xff, marker, (guint8) ((length + 2) >> 8), (guint8) (length + 2) };

  meso_photo_reader_keep (walk->reader, head, sizeof head);
  meso_photo_reader_keep (walk->reader, payload, length);
}

/* Each block of each component, so that a picture can be told from a header that only says there is one. */
static gboolean
count_blocks (Walk         *walk,
              const guint8 *components,
              guint         n_components,
              GError      **error)
{
  guint most_h = 1, most_v = 1;

  for (guint i = 0; i < n_components; i++)
    {
      guint h = components[3 * i + 1] >> 4, v = components[3 * i + 1] & 0x0f;

      if (h < 1 || h > 4 || v < 1 || v > 4)
        return meso_photo_set_damaged (error, "its header makes no sense");
      most_h = MAX (most_h, h);
      most_v = MAX (most_v, v);
    }
  for (guint i = 0; i < n_components; i++)
    {
      guint64 h = components[3 * i + 1] >> 4, v = components[3 * i + 1] & 0x0f;
      guint64 columns = ((guint64) walk->file->width * h + most_h - 1) / most_h;
      guint64 rows = ((guint64) walk->file->height * v + most_v - 1) / most_v;

      walk->n_blocks += ((columns + BLOCK_SIDE - 1) / BLOCK_SIDE) * ((rows + BLOCK_SIDE - 1) / BLOCK_SIDE);
    }

  return TRUE;
}

static gboolean
read_frame (Walk          *walk,
            guint8         marker,
            const guint8  *payload,
            gsize          length,
            GError       **error)
{
  guint n_components = length >= 6 ? payload[5] : 0;

  if (walk->has_frame)
    return meso_photo_set_damaged (error, "it states its size twice");
  if (length < 6 || length != 6 + 3 * (gsize) n_components)
    return meso_photo_set_damaged (error, "its header makes no sense");
  if (payload[0] != 8 || n_components == 0 || n_components == 2 || n_components > MAX_COMPONENTS)
    return meso_photo_set_unusual (error);
  if (!meso_photo_check_size (meso_photo_get_16 (payload + 3), meso_photo_get_16 (payload + 1), error))
    return FALSE;

  walk->has_frame = TRUE;
  walk->progressive = marker == SOF2;
  walk->file->height = meso_photo_get_16 (payload + 1);
  walk->file->width = meso_photo_get_16 (payload + 3);
  keep_segment (walk, marker, payload, length);

  return count_blocks (walk, payload + 6, n_components, error);
}

/* Tables stand one behind the other, and nothing between them. */
static gboolean
keep_tables (Walk          *walk,
             guint8         marker,
             const guint8  *payload,
             gsize          length,
             GError       **error)
{
  gsize at = 0;

  while (at < length)
    {
      gsize table = marker == DQT ? 1 + (payload[at] >> 4 ? 128 : 64) : 17;

      if (marker == DHT && length - at >= table)
        for (guint i = 1; i <= 16; i++)
          table += payload[at + i];
      if (length - at < table)
        return meso_photo_set_damaged (error, "one of its tables isn't whole");
      at += table;
    }
  keep_segment (walk, marker, payload, length);

  return TRUE;
}

/* The picture's data run up to the next marker that isn't part of them. */
static gboolean
keep_scan (Walk          *walk,
           const guint8  *payload,
           gsize          length,
           GError       **error)
{
  MesoPhotoReader *reader = walk->reader;
  gsize start = reader->at;

  if (!walk->has_frame || length < 6 || length != 4 + 2 * (gsize) payload[0] || payload[0] > MAX_COMPONENTS)
    return meso_photo_set_damaged (error, "its header makes no sense");
  keep_segment (walk, SOS, payload, length);

  while (TRUE)
    {
      const guint8 *found = memchr (reader->data + reader->at, 0xff, meso_photo_reader_left (reader));
      guint8 next;

      if (found == NULL || (gsize) (found - reader->data) + 1 >= reader->size)
        return meso_photo_set_damaged (error, "it ends before its picture does");
      reader->at = (gsize) (found - reader->data);
      next = found[1];
      if (next != 0x00 && !(next >= RST0 && next <= RST7))
        break;
      reader->at += 2;
    }
  meso_photo_reader_keep (reader, reader->data + start, reader->at - start);
  walk->scan_bytes += reader->at - start;

  return TRUE;
}

/* What can stay of the application's own parts: how colours are meant, and nothing else. */
static void
take_application (Walk         *walk,
                  guint8        marker,
                  const guint8 *payload,
                  gsize         length)
{
  if (marker == APP0 && length >= JFIF_BYTES && memcmp (payload, "JFIF", 5) == 0)
    {
      guint8 jfif[JFIF_BYTES];

      memcpy (jfif, payload, JFIF_BYTES);
      jfif[12] = jfif[13] = 0;   /* width and height of a thumbnail */
      keep_segment (walk, marker, jfif, JFIF_BYTES);
    }
  else if (marker == APP14 && length >= ADOBE_BYTES && memcmp (payload, "Adobe", 5) == 0)
    keep_segment (walk, marker, payload, ADOBE_BYTES);
  else if (marker == APP1 && length > EXIF_LETTERS && memcmp (payload, "Exif\0\0", EXIF_LETTERS) == 0)
    walk->file->orientation = meso_photo_exif_get_orientation (payload + EXIF_LETTERS, length - EXIF_LETTERS);
}

static gboolean
take_segment (Walk          *walk,
              guint8         marker,
              const guint8  *payload,
              gsize          length,
              GError       **error)
{
  if ((marker >= APP0 && marker <= APP15) || marker == COM)
    {
      take_application (walk, marker, payload, length);
      return TRUE;
    }

  switch (marker)
    {
    case SOF0:
    case SOF1:
    case SOF2:
      return read_frame (walk, marker, payload, length, error);

    case DHT:
    case DQT:
      return keep_tables (walk, marker, payload, length, error);

    case DRI:
      if (length != 2)
        return meso_photo_set_damaged (error, "one of its tables isn't whole");
      keep_segment (walk, marker, payload, length);
      return TRUE;

    case SOS:
      return keep_scan (walk, payload, length, error);

    default:
      return meso_photo_set_unusual (error);
    }
}

/* The least that a block can take: a bit of its first value in a progressive picture, and one more for the others else. */
static gboolean
check_whole (const Walk  *walk,
             GError     **error)
{
  guint64 least_bits = walk->n_blocks * (walk->progressive ? 1 : 2);

  if (walk->scan_bytes == 0)
    return meso_photo_set_damaged (error, "there is no picture in it");
  if (walk->scan_bytes * 8 < least_bits)
    return meso_photo_set_lies (error, walk->file->width, walk->file->height);

  return TRUE;
}

/**
 * meso_photo_jpeg_walk:
 * @reader: a file that starts like a JPEG
 * @file: (inout): what becomes known of it
 * @error: return location
 *
 * Returns: %FALSE as meso_photo_file_new () says
 */
gboolean
meso_photo_jpeg_walk (MesoPhotoReader  *reader,
                      MesoPhotoFile    *file,
                      GError          **error)
{
  static const guint8 soi[] = { 0xff, SOI }, eoi[] = { 0xff, EOI };
  Walk walk = { .reader = reader, .file = file };
  guint8 marker = SOI;

  reader->at = sizeof soi;
  meso_photo_reader_keep (reader, soi, sizeof soi);
  while (read_marker (&walk, &marker, error))
    {
      const guint8 *head, *payload;
      gsize length;

      if (marker == EOI)
        {
          meso_photo_reader_keep (reader, eoi, sizeof eoi);
          return check_whole (&walk, error);
        }
      if (marker < SOF0 || (marker >= RST0 && marker <= SOI))
        return meso_photo_set_damaged (error, "one of its parts has another length than it says");

      head = meso_photo_reader_take (reader, 2, error);
      if (head == NULL)
        return FALSE;
      length = meso_photo_get_16 (head);
      if (length < 2)
        return meso_photo_set_damaged (error, "one of its parts has another length than it says");
      payload = meso_photo_reader_take (reader, length - 2, error);
      if (payload == NULL || !take_segment (&walk, marker, payload, length - 2, error))
        return FALSE;
    }

  return FALSE;
}
