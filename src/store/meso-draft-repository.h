/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-draft.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

gboolean   meso_draft_repository_put    (MesoStoreContext *context, const char *staff, const char *entity, const char *key,
                                         const char *text, GError **error);
/* (nullable): NULL without error when there is none */
MesoDraft *meso_draft_repository_get    (MesoStoreContext *context, const char *entity, const char *key, GError **error);
/* Nothing there is fine too. */
gboolean   meso_draft_repository_remove (MesoStoreContext *context, const char *entity, const char *key, GError **error);
/* (element-type MesoDraft): newest first */
GPtrArray *meso_draft_repository_list   (MesoStoreContext *context, GError **error);

G_END_DECLS
