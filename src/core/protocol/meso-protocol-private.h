/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-excipient-pair.h"
#include "meso-formulary-layer.h"
#include "meso-protocol-layer.h"

G_BEGIN_DECLS

#define MESO_PROTOCOL_NAMESPACE "https://example.org/mesoclinic/protocol"

/**
 * MesoLayerChange:
 * @change: what is told of it
 * @has_outcome: whether the document names an outcome, @has_days: whether it names days
 * @of: (nullable): the case that it was made for, as meso_rule_case_dup_mark () gives it
 * @mark: (nullable): the same of the case that it was laid on
 * @over: (nullable): what shipped there when it was made, as meso_layer_change_dup_shipped () gives it
 */
typedef struct
{
  MesoProtocolChange change;
  gboolean has_outcome;
  gboolean has_days;
  char *of;
  char *mark;
  char *over;
} MesoLayerChange;

/**
 * MesoLayerAdjust:
 * @change: what is told of it
 * @shipped: (nullable): what ships there, in words, once it has been laid over it
 * @over: (nullable): the same when it was made
 */
typedef struct
{
  MesoIngredientChange change;
  char *shipped;
  char *over;
} MesoLayerAdjust;

/* One rule that is off; @of is the rule's digest when that was decided. */
typedef struct
{
  char *rule;
  char *why;
  char *of;
} MesoLayerSwitchOff;

/* One signature; @of is the digest of what was signed. */
typedef struct
{
  MesoProtocolReview review;
  char *of;
} MesoLayerReview;

/**
 * MesoProtocolLayer:
 * @version: of the clinic's document
 * @digests: id of a rule → digest of all that a physician signs: it, its changes, the questions that it asks
 *
 * The clinic's own document, and what it did to the others.
 */
typedef struct
{
  char *version;
  GPtrArray *changes;       /* MesoLayerChange */
  GPtrArray *switch_offs;   /* MesoLayerSwitchOff */
  GPtrArray *reviews;       /* MesoLayerReview */
  GPtrArray *adjusts;       /* MesoLayerAdjust */
  GPtrArray *pairs;         /* MesoIngredientPair, until they are laid over what ships; then what ships there */
  GPtrArray *rules_off;     /* MesoScreeningRule */
  GHashTable *digests;
} MesoProtocolLayer;

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
  GPtrArray *excipient_pairs;
  GPtrArray *products;
  GPtrArray *plans;
  GPtrArray *evidence;
  GPtrArray *lists;
  GPtrArray *handouts;
  GHashTable *questions_by_id;
  GHashTable *rules_by_id;
  GHashTable *ingredients_by_id;
  GHashTable *pairs_by_ids;        /* key (owned): meso_protocol_dup_pair_key () */
  GHashTable *excipient_pairs_by_id;
  GHashTable *products_by_id;
  GHashTable *plans_by_id;
  GHashTable *evidence_by_id;
  GHashTable *list_entries_by_id;
  GHashTable *handouts_by_kind;
  GHashTable *phrases;             /* id → MesoLocalText */
  MesoProtocolLayer *layer;        /* (nullable): without a document of the clinic */
};

MesoProtocol *meso_protocol_alloc        (void);
/* The formulary's part of meso_protocol_compare (), added to @differences */
void          meso_protocol_compare_formulary (const MesoProtocol *before,
                                               const MesoProtocol *after,
                                               GPtrArray          *differences);
/* (transfer full): the same for a pair in either order */
char         *meso_protocol_dup_pair_key (const char *a,
                                          const char *b);
/* (transfer full): outcome and days that ship where the change is laid */
char         *meso_layer_change_dup_shipped (const MesoLayerChange *self);
MesoProtocolLayer *meso_protocol_layer_new  (void);
void               meso_protocol_layer_free (MesoProtocolLayer *self);

G_END_DECLS
