/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-photo-file.h"

G_BEGIN_DECLS

/**
 * MesoPhoto:
 * @id: the store's id
 * @patient: whose it is
 * @sha256: of the stored bytes, 64 hexadecimal digits
 * @width: pixels as they are stored; @height the same: before @orientation is heeded
 * @orientation: 1 to 8, as EXIF counts: how the picture is turned to be looked at
 * @size: bytes
 * @added_at: when, UTC, and @added_by, id of a member of staff
 * @ended_at: (nullable): when another photo took its place, or it was taken away; and @ended_by
 *
 * What is known of a stored photo without its bytes.
 */
typedef struct
{
  char *id;
  char *patient;
  char *sha256;
  MesoPhotoType type;
  int width;
  int height;
  int orientation;
  gint64 size;
  char *added_at;
  char *added_by;
  char *ended_at;
  char *ended_by;
} MesoPhoto;

void meso_photo_free (MesoPhoto *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoPhoto, meso_photo_free)

G_END_DECLS
