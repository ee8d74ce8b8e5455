/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

#include "meso-photo-file.h"

G_BEGIN_DECLS

/* (transfer full): a small JPEG of a photo, turned the way it is looked at; MESO_CORE_ERROR_INVALID for what no decoder can read. For
 * any thread. */
GBytes *meso_photo_thumbnail_make (const MesoPhotoFile *file, GError **error);

G_END_DECLS
