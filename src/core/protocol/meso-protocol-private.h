/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-protocol.h"

G_BEGIN_DECLS

#define MESO_PROTOCOL_NAMESPACE "https://example.org/mesoclinic/protocol"

/**
 * MesoProtocol:
 *
 * What the readers fill and the checks look at, before anyone else sees it. The arrays own the entries;
 * the tables borrow entry and id from them. `phrases` owns both of its sides.
 */
struct _MesoProtocol
{
  gatomicrefcount refs;
  char *version;
  char *hash;
  gboolean reviewed;
  GPtrArray *questions;
  GPtrArray *rules;
  GPtrArray *ingredients;
  GPtrArray *pairs;
  GPtrArray *products;
  GPtrArray *plans;
  GPtrArray *evidence;
  GPtrArray *lists;
  GPtrArray *handouts;
  GHashTable *questions_by_id;
  GHashTable *rules_by_id;
  GHashTable *ingredients_by_id;
  GHashTable *pairs_by_ids;        /* key (owned): meso_protocol_dup_pair_key () */
  GHashTable *products_by_id;
  GHashTable *plans_by_id;
  GHashTable *evidence_by_id;
  GHashTable *list_entries_by_id;
  GHashTable *handouts_by_kind;
  GHashTable *phrases;             /* id → MesoLocalText */
};

MesoProtocol *meso_protocol_alloc        (void);
/* (transfer full): the same for a pair in either order */
char         *meso_protocol_dup_pair_key (const char *a,
                                          const char *b);

G_END_DECLS
