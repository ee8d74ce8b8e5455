/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-protocol.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/* documents: (element-type MesoProtocolDocument): the bytes that protocol was read from. Archives it once; an
 * archived one is left as it is. */
gboolean   meso_protocol_archive_repository_store (MesoStoreContext *context, const char *staff, const MesoProtocol *protocol,
                                                   const GPtrArray *documents, GError **error);
/* (element-type MesoProtocolDocument): the protocol of the time */
GPtrArray *meso_protocol_archive_repository_load  (MesoStoreContext *context, const char *hash, GError **error);

G_END_DECLS
