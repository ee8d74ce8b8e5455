/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-store-private.h"

G_BEGIN_DECLS

/* Private: on the store's thread. cancellable (nullable): stops a read midway. broken_out is set when the connection can't be
 * used any more; otherwise no transaction is open afterwards */
gboolean meso_store_transaction_run (MesoStoreContext *context, MesoStoreAccess access, MesoStoreWork work, gpointer data,
                                     GCancellable *cancellable, gboolean *broken_out, GError **error);

G_END_DECLS
