/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-preparation.h"
#include "meso-store-private.h"

G_BEGIN_DECLS

/* Private: what a preparation drew. */

/* Opens what has to be opened, and stores the draws of a preparation that isn't there yet. */
gboolean meso_preparation_rows_insert (MesoStoreContext *context, const char *id, const MesoPreparation *draft, GError **error);
gboolean meso_preparation_rows_load   (MesoStoreContext *context, MesoPreparation *preparation, GError **error);

G_END_DECLS
