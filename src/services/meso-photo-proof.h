/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-photo-file.h"

G_BEGIN_DECLS

/* Private: whether a PNG's picture, inflated and thrown away piece by piece, is as large as its header says. */
gboolean meso_photo_proof_png (const MesoPhotoFile *file, GError **error);

G_END_DECLS
