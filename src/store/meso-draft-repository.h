/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-store-context.h"

G_BEGIN_DECLS

/**
 * MesoDraft:
 * @entity: what is being written ("patient", "screening" …), and @key which one ("new", or an id)
 * @text: its content as JSON, known to the caller only
 *
 * What someone was typing, kept so that a power cut loses no more than a second of it. Drafts leave no audit row.
 */
typedef struct
{
  char *entity;
  char *key;
  char *text;
  char *staff;
  char *updated_at;
} MesoDraft;

void       meso_draft_free (MesoDraft *self);

gboolean   meso_draft_repository_put    (MesoStoreContext *context, const char *staff, const char *entity, const char *key,
                                         const char *text, GError **error);
/* (nullable): NULL without error when there is none */
MesoDraft *meso_draft_repository_get    (MesoStoreContext *context, const char *entity, const char *key, GError **error);
/* Nothing there is fine too. */
gboolean   meso_draft_repository_remove (MesoStoreContext *context, const char *entity, const char *key, GError **error);
/* (element-type MesoDraft): newest first */
GPtrArray *meso_draft_repository_list   (MesoStoreContext *context, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoDraft, meso_draft_free)

G_END_DECLS
