/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-lot.h"
#include "meso-store-private.h"

G_BEGIN_DECLS

/* Private: the rows below a lot's own: what a container holds, and which of them are open. */

gboolean meso_lot_content_insert (MesoStoreContext *context, const char *id, const MesoLot *lot, GError **error);
gboolean meso_lot_content_load   (MesoStoreContext *context, MesoLot *lot, GError **error);

G_END_DECLS
