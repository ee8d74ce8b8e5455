/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoDraft, meso_draft_free)

G_END_DECLS
