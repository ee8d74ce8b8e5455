/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-photo.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/* Patients' photos: files without metadata, never changed. A portrait that is replaced or taken away stays on file. */

/* thumbnail (nullable): a small image of it. (transfer full): the new photo's id */
char      *meso_photo_repository_set_portrait    (MesoStoreContext *context, const char *staff, const char *patient,
                                                  const MesoPhotoFile *file, GBytes *thumbnail, GError **error);
/* reason (nullable): why. Nothing happens where there is none */
gboolean   meso_photo_repository_remove_portrait (MesoStoreContext *context, const char *staff, const char *patient,
                                                  const char *reason, GError **error);
/* (transfer full) (nullable): the portrait of today; NULL without error when there is none */
MesoPhoto *meso_photo_repository_get_portrait    (MesoStoreContext *context, const char *patient, GError **error);
/* (transfer full) (element-type MesoPhoto): newest first, with those that were replaced */
GPtrArray *meso_photo_repository_list_portraits  (MesoStoreContext *context, const char *patient, GError **error);
/* (transfer full): the whole file, proved against its hash; MESO_STORE_ERROR_NO_RECORD, MESO_STORE_ERROR_DAMAGED */
GBytes    *meso_photo_repository_load            (MesoStoreContext *context, const char *photo, GError **error);
/* (transfer full) (nullable): NULL without error when none was made */
GBytes    *meso_photo_repository_load_thumbnail  (MesoStoreContext *context, const char *photo, GError **error);

G_END_DECLS
