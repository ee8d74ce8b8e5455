/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-lot.h"
#include "meso-preparation.h"
#include "meso-recall.h"
#include "session-world.h"

G_BEGIN_DECLS

/* Where preparations are made: the two patients of a SessionWorld, each with a formula of zinc 1 mg/mL 2 mL, a vial 1 mL, copper
 * 0.5 mg/mL 0.5 mL, the vial again 0.5 mL, and saline up to 5 mL; and a lot of each. The copper comes in single-dose containers. */
typedef struct
{
  SessionWorld *sessions;
  char *leilas_formula;
  char *karims_formula;
  char *zinc;
  char *vial;
  char *copper;
  char *saline;
} StockWorld;

/* What the world's clock shows, more or less: between 08:00 and 09:00 UTC. */
#define STOCK_WORLD_MIXED_AT "2026-11-22T07:30:00.000000Z"
#define STOCK_WORLD_USE_BEFORE "2026-11-22T11:30:00.000000Z"

StockWorld      *stock_world_new     (void);
void             stock_world_free    (StockWorld *self);
/* patient NULL: the clinic's own. (transfer full): the formula's id */
char            *stock_world_add_formula (StockWorld *self, const char *patient, gboolean ok);
/* Lots that may be received: multi-dose, 3 containers of 10 mL, good until 2027-05-31. ingredient NULL: a-vial with two components */
MesoLot         *stock_world_lot     (const char *ingredient, const char *strength);
/* lot (transfer full). (transfer full): the id */
char            *stock_world_receive (StockWorld *self, MesoLot *lot);
MesoLot         *stock_world_get_lot (StockWorld *self, const char *id);
gint64           stock_world_balance (StockWorld *self, const char *lot);
/* All of Leila's formula, from unopened containers of the world's lots, by the nurse, checked by the physician. */
MesoPreparation *stock_world_draft   (StockWorld *self);
/* The same preparation once more, as it is stored, to be amended */
MesoPreparation *stock_world_amendment (StockWorld *self, const char *id);
/* draft (transfer full): must be stored. (transfer full): the id */
char            *stock_world_prepare (StockWorld *self, MesoPreparation *draft);
/* draft (transfer full): must be refused, for that reason */
void             stock_world_refuse  (StockWorld *self, MesoPreparation *draft, const char *why);
/* The same where a reference or something unique says no */
void             stock_world_refuse_with (StockWorld *self, MesoPreparation *draft, MesoStoreError code, const char *why);
MesoPreparation *stock_world_get     (StockWorld *self, const char *id);
GPtrArray       *stock_world_list    (StockWorld *self, const char *patient);
char            *stock_world_open    (StockWorld *self, const char *lot, const char *at);
void             stock_world_set_state (StockWorld *self, const char *lot, MesoLotState state);
void             stock_world_count   (StockWorld *self, const char *lot, const char *opening, gint64 counted_ul);
void             stock_world_waste   (StockWorld *self, const char *lot, const char *opening, gint64 volume_ul);
void             stock_world_throw_away (StockWorld *self, const char *opening);
void             stock_world_discard (StockWorld *self, const char *preparation);
void             stock_world_mark    (StockWorld *self, const char *preparation);
MesoRecall      *stock_world_trace   (StockWorld *self, const char *lot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StockWorld, stock_world_free)

G_END_DECLS
