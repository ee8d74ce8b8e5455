/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-photo-file.h"

G_BEGIN_DECLS

/* Private: the bytes of a file that nobody trusts, and what is kept of them. Nothing is read beyond the end. */
typedef struct
{
  const guint8 *data;
  gsize size;
  gsize at;
  GByteArray *kept;
} MesoPhotoReader;

/* How many bytes are left. */
gsize         meso_photo_reader_left  (const MesoPhotoReader *self);
/* (transfer none) (nullable): the next bytes, which are then read; NULL with an error when the file ends before */
const guint8 *meso_photo_reader_take  (MesoPhotoReader *self, gsize length, GError **error);
gboolean      meso_photo_reader_starts_with (const MesoPhotoReader *self, const void *bytes, gsize length);
void          meso_photo_reader_keep  (MesoPhotoReader *self, const void *bytes, gsize length);

guint16       meso_photo_get_16       (const guint8 *bytes);   /* big-endian */
guint32       meso_photo_get_32       (const guint8 *bytes);

/* Errors: each returns FALSE. what finishes "The photo is damaged: …". */
gboolean      meso_photo_set_damaged  (GError **error, const char *what);
gboolean      meso_photo_set_unusual  (GError **error);
gboolean      meso_photo_set_lies     (GError **error, int width, int height);
/* Whether a picture of that size may be kept; asked before anything of it is read. */
gboolean      meso_photo_check_size   (guint64 width, guint64 height, GError **error);

/* 1 to 8; 1 where what stands there says nothing. tiff: an EXIF block without the letters in front of it */
int           meso_photo_exif_get_orientation (const guint8 *tiff, gsize length);

/* Each walks through a whole file, keeps what is needed and fills in the rest of file. */
gboolean      meso_photo_jpeg_walk    (MesoPhotoReader *reader, MesoPhotoFile *file, GError **error);
gboolean      meso_photo_png_walk     (MesoPhotoReader *reader, MesoPhotoFile *file, GError **error);

G_END_DECLS
