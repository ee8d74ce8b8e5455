/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gio/gio.h>
#include "meso-clinic.h"
#include "meso-photo.h"

G_BEGIN_DECLS

/* The bytes of a file that somebody chose, unless they are more than can be kept. Waits for the disk. */
GBytes    *meso_photo_service_read_file     (GFile *file, GCancellable *cancellable, GError **error);
/* Whether a photo can be kept, and its bytes as they would be: what a window decodes to show and to make a thumbnail. */
MesoPhotoFile *meso_photo_service_examine   (GBytes *bytes, GError **error);

/* thumbnail (nullable): JPEG or PNG, at most MESO_PHOTO_THUMBNAIL_MAX_BYTES. (transfer full): as stored */
MesoPhoto *meso_photo_service_set           (MesoClinic *clinic, const char *patient, GBytes *bytes, GBytes *thumbnail,
                                             GError **error);
/* (transfer full) (nullable): NULL without error when there is none. bytes_out, thumbnail_out: (optional); the thumbnail may be NULL */
MesoPhoto *meso_photo_service_get           (MesoClinic *clinic, const char *patient, GBytes **bytes_out, GBytes **thumbnail_out,
                                             GError **error);
/* (transfer full) (element-type MesoPhoto): all portraits there ever were, newest first */
GPtrArray *meso_photo_service_list          (MesoClinic *clinic, const char *patient, GError **error);
/* (transfer full): an earlier one's bytes */
GBytes    *meso_photo_service_load          (MesoClinic *clinic, const char *photo, GError **error);
gboolean   meso_photo_service_remove        (MesoClinic *clinic, const char *patient, const char *reason, GError **error);

#define MESO_PHOTO_THUMBNAIL_MAX_BYTES (1024 * 1024)

G_END_DECLS
