/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-protocol-version.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/* The content of hash is in the archive already. previous (nullable): the newest version, NULL for what ships. Gives the new number;
 * 0 with MESO_STORE_ERROR_REFUSED unless it follows the newest version and author is a physician who works here. */
guint                meso_protocol_version_repository_insert     (MesoStoreContext *context, const char *author,
                                                                  const MesoProtocolVersion *previous, const char *action,
                                                                  const char *hash, const char *reason, GError **error);
/* (transfer full) (nullable): NULL without error when the clinic works with what ships */
MesoProtocolVersion *meso_protocol_version_repository_get_newest (MesoStoreContext *context, GError **error);
/* (transfer full): MESO_STORE_ERROR_NO_RECORD without such a version */
MesoProtocolVersion *meso_protocol_version_repository_get        (MesoStoreContext *context, guint number, GError **error);
/* (transfer full) (element-type MesoProtocolVersion): newest first */
GPtrArray           *meso_protocol_version_repository_list       (MesoStoreContext *context, GError **error);

G_END_DECLS
