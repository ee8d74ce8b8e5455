/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A photo of a phone has some 12 million pixels in 2 to 8 MB; a larger one only fills the file and every backup of it. */
#define MESO_PHOTO_MAX_BYTES (20 * 1000 * 1000)
#define MESO_PHOTO_MAX_PIXELS (50 * 1000 * 1000)
#define MESO_PHOTO_MAX_SIDE 30000

typedef enum {
  MESO_PHOTO_JPEG,
  MESO_PHOTO_PNG,
} MesoPhotoType;

const char *meso_photo_type_to_string   (MesoPhotoType type);      /* "image/jpeg", "image/png" */
gboolean    meso_photo_type_from_string (const char *text, MesoPhotoType *type_out);

/**
 * MesoPhotoFile:
 * @bytes: the file with nothing in it but what its picture is drawn from
 * @width: pixels as they are stored, from the header; @height the same
 * @orientation: 1 to 8, as EXIF counts; 1 where the file didn't say
 * @raw_size: of a PNG: how many bytes its picture must have once it is inflated; 0 of a JPEG
 *
 * An image file that was walked through, segment by segment, and cut. Its picture wasn't decoded.
 */
typedef struct
{
  GBytes *bytes;
  MesoPhotoType type;
  int width;
  int height;
  int orientation;
  guint64 raw_size;
} MesoPhotoFile;

MesoPhotoFile *meso_photo_file_new  (GBytes *file, GError **error);
void           meso_photo_file_free (MesoPhotoFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoPhotoFile, meso_photo_file_free)

G_END_DECLS
