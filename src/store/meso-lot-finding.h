/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-lot.h"
#include "meso-store-private.h"

G_BEGIN_DECLS

/* Private: how lots are read, as meso_lot_repository_get () and the others say; what else is kept of a lot begins there too. */

MesoLot   *meso_lot_finding_get  (MesoStoreContext *context, const char *id, GError **error);
GPtrArray *meso_lot_finding_list (MesoStoreContext *context, gboolean with_used_up, GError **error);
GPtrArray *meso_lot_finding_find (MesoStoreContext *context, const char *id_or_number, GError **error);

G_END_DECLS
