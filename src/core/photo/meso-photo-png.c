/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-photo-reader.h"

#include <string.h>

#define SIGNATURE_BYTES 8
#define HEADER_BYTES 13
#define PALETTE_MAX_BYTES 768

typedef struct
{
  MesoPhotoReader *reader;
  MesoPhotoFile *file;
  guint bits_per_pixel;
  gboolean has_palette;
  gboolean needs_palette;
  gboolean has_data;
  gboolean data_ended;
  gboolean interlaced;
} Walk;

/* What may stay beside the picture itself: how its colours and holes are meant. Each has a length of its own. */
static const struct
{
  const char *type;
  guint32 least;
  guint32 most;
} kept_chunks[] = {
  { "tRNS", 1, 256 },
  { "gAMA", 4, 4 },
  { "cHRM", 32, 32 },
  { "sRGB", 1, 1 },
};

/* ISO 3309, four bits at a time. */
static guint32
compute_crc (const guint8 *bytes,
             gsize         length)
{
  static const guint32 steps[16] = {
    0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c,
    0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c, 0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c,
  };
  guint32 crc = ~0u;

  for (gsize i = 0; i < length; i++)
    {
      crc = (crc >> 4) ^ steps[(crc ^ bytes[i]) & 0x0f];
      crc = (crc >> 4) ^ steps[(crc ^ (bytes[i] >> 4)) & 0x0f];
    }

  return ~crc;
}

/* 0 for what the format doesn't have. */
static guint
get_bits_per_pixel (guint depth,
                    guint colour_type)
{
  gboolean low = depth == 1 || depth == 2 || depth == 4;
  gboolean high = depth == 8 || depth == 16;

  switch (colour_type)
    {
    case 0:
      return low || high ? depth : 0;

    case 2:
      return high ? 3 * depth : 0;

    case 3:
      return low || depth == 8 ? depth : 0;

    case 4:
      return high ? 2 * depth : 0;

    case 6:
      return high ? 4 * depth : 0;

    default:
      return 0;
    }
}

/* A row has a byte in front that says how it is filtered. */
static guint64
get_pass_size (guint64 width,
               guint64 height,
               guint   bits_per_pixel)
{
  return width == 0 || height == 0 ? 0 : height * (1 + (width * bits_per_pixel + 7) / 8);
}

static guint64
get_raw_size (const Walk *walk)
{
  static const guint8 first_x[] = { 0, 4, 0, 2, 0, 1, 0 }, first_y[] = { 0, 0, 4, 0, 2, 0, 1 };
  static const guint8 step_x[] = { 8, 8, 4, 4, 2, 2, 1 }, step_y[] = { 8, 8, 8, 4, 4, 2, 2 };
  guint64 width = (guint64) walk->file->width, height = (guint64) walk->file->height;
  guint64 size = 0;

  if (!walk->interlaced)
    return get_pass_size (width, height, walk->bits_per_pixel);

  for (guint i = 0; i < G_N_ELEMENTS (step_x); i++)
    size += get_pass_size ((width - MIN (width, first_x[i]) + step_x[i] - 1) / step_x[i],
                           (height - MIN (height, first_y[i]) + step_y[i] - 1) / step_y[i], walk->bits_per_pixel);

  return size;
}

static gboolean
read_header (Walk          *walk,
             const guint8  *payload,
             guint32        length,
             GError       **error)
{
  if (length != HEADER_BYTES)
    return meso_photo_set_damaged (error, "its header makes no sense");
  if (!meso_photo_check_size (meso_photo_get_32 (payload), meso_photo_get_32 (payload + 4), error))
    return FALSE;

  walk->file->width = (int) meso_photo_get_32 (payload);
  walk->file->height = (int) meso_photo_get_32 (payload + 4);
  walk->bits_per_pixel = get_bits_per_pixel (payload[8], payload[9]);
  walk->needs_palette = payload[9] == 3;
  walk->interlaced = payload[12] == 1;
  if (walk->bits_per_pixel == 0 || payload[10] != 0 || payload[11] != 0 || payload[12] > 1)
    return meso_photo_set_damaged (error, "its header makes no sense");
  walk->file->raw_size = get_raw_size (walk);

  return TRUE;
}

static gboolean
is (const guint8 *type,
    const char   *name)
{
  return memcmp (type, name, 4) == 0;
}

static gboolean
is_kept (const guint8 *type,
         guint32       length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kept_chunks); i++)
    {
      if (is (type, kept_chunks[i].type))
        return length >= kept_chunks[i].least && length <= kept_chunks[i].most;
    }

  return FALSE;
}

/* Whether the picture needs this part, which isn't the first; *keep_out says so. */
static gboolean
take_chunk (Walk          *walk,
            const guint8  *type,
            const guint8  *payload,
            guint32        length,
            gboolean      *keep_out,
            GError       **error)
{
  *keep_out = TRUE;
  walk->data_ended = walk->data_ended || (walk->has_data && !is (type, "IDAT"));
  if (is (type, "IDAT"))
    {
      if (walk->data_ended || (walk->needs_palette && !walk->has_palette))
        return meso_photo_set_damaged (error, "its parts stand in the wrong order");
      walk->has_data = TRUE;
      return TRUE;
    }
  if (is (type, "PLTE"))
    {
      if (walk->has_palette || walk->has_data || length == 0 || length > PALETTE_MAX_BYTES || length % 3 != 0)
        return meso_photo_set_damaged (error, "its colours make no sense");
      walk->has_palette = TRUE;
      return TRUE;
    }
  if (is (type, "IHDR"))
    return meso_photo_set_damaged (error, "it states its size twice");
  if (is (type, "IEND"))
    return (walk->has_data && length == 0) || meso_photo_set_damaged (error, "there is no picture in it");
  if (g_ascii_isupper (type[0]))
    return meso_photo_set_unusual (error);

  if (is (type, "eXIf"))
    walk->file->orientation = meso_photo_exif_get_orientation (payload, length);
  *keep_out = !walk->has_data && is_kept (type, length);
  return TRUE;
}

/* chunk_out: the part from its length to its checksum; its payload has *length_out bytes. */
static gboolean
read_chunk (MesoPhotoReader  *reader,
            const guint8    **chunk_out,
            guint32          *length_out,
            GError          **error)
{
  const guint8 *head = meso_photo_reader_take (reader, 8, error);

  if (head == NULL)
    return FALSE;
  *length_out = meso_photo_get_32 (head);
  *chunk_out = head;

  return meso_photo_reader_take (reader, *length_out, error) != NULL && meso_photo_reader_take (reader, 4, error) != NULL;
}

static gboolean
check_crc (const guint8  *chunk,
           guint32        length,
           GError       **error)
{
  if (compute_crc (chunk + 4, (gsize) length + 4) == meso_photo_get_32 (chunk + 8 + length))
    return TRUE;

  return meso_photo_set_damaged (error, "one of its parts has changed since it was written");
}

/**
 * meso_photo_png_walk:
 * @reader: a file that starts like a PNG
 * @file: (inout): what becomes known of it
 * @error: return location
 *
 * Returns: %FALSE as meso_photo_file_new () says
 */
gboolean
meso_photo_png_walk (MesoPhotoReader  *reader,
                     MesoPhotoFile    *file,
                     GError          **error)
{
  Walk walk = { .reader = reader, .file = file };
  const guint8 *chunk = NULL;
  guint32 length = 0;

  meso_photo_reader_keep (reader, meso_photo_reader_take (reader, SIGNATURE_BYTES, error), SIGNATURE_BYTES);
  for (gboolean first = TRUE; first || !is (chunk + 4, "IEND"); first = FALSE)
    {
      gboolean keep = TRUE;

      if (!read_chunk (reader, &chunk, &length, error))
        return FALSE;
      if (first && !is (chunk + 4, "IHDR"))
        return meso_photo_set_damaged (error, "its header is missing");
      if (first ? !read_header (&walk, chunk + 8, length, error)
                : !take_chunk (&walk, chunk + 4, chunk + 8, length, &keep, error))
        return FALSE;
      if (!keep)
        continue;
      if (!check_crc (chunk, length, error))
        return FALSE;
      meso_photo_reader_keep (reader, chunk, (gsize) length + 12);
    }

  return TRUE;
}
