/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-calendar-date.h"
#include "meso-ingredient.h"
#include "meso-opening.h"

G_BEGIN_DECLS

/**
 * MesoLotState:
 *
 * What was decided about a lot. Only a physician makes one available again.
 */
typedef enum {
  MESO_LOT_AVAILABLE,
  MESO_LOT_QUARANTINED,
  MESO_LOT_RECALLED,
} MesoLotState;

const char *meso_lot_state_to_string   (MesoLotState state);
gboolean    meso_lot_state_from_string (const char *text, MesoLotState *state_out);

/**
 * MesoLot:
 * @id: (nullable): the store's id; %NULL until stored
 * @product: (nullable): the formulary's product it was received as; %NULL for a bare ingredient
 * @name: the trade name, or the ingredient's; @maker, @licence, @number, @supplier, @storage: as on the box, "" when not said; a
 *   @number is always there
 * @components: (element-type MesoProductComponent): what a container holds; the strength is "" for a diluent
 * @excipients: (element-type utf8): ids that an allergy can name
 * @expiry: the last day it may be used
 * @container_ul: what one container holds, and @containers how many were received
 * @multi_dose: whether a container serves more than one preparation
 * @opened_life_h: hours from opening until a container is discarded; 0 for the usual
 * @price: of one container, in the clinic's currency; 0 when not said
 * @received_on: the day it came in
 * @recorded_at: (nullable): when that was recorded, UTC, and @recorded_by (nullable) by whom; the store's
 * @state: as of now, with @state_reason ("" when it never changed)
 * @amended: whether something typed about it was corrected later; the fields are the corrected ones
 * @balance_ul: all that is left, opened or not
 * @sealed: containers that are unopened, and @opened how many ever were opened, whatever became of them
 * @openings: (element-type MesoOpening): opened containers that still hold something, the first to be discarded first
 *
 * What was received under one number, as it was then: a later edit of the formulary changes no lot.
 */
typedef struct
{
  char *id;
  char *product;
  char *name;
  char *maker;
  char *licence;
  char *number;
  char *supplier;
  char *storage;
  GPtrArray *components;
  GPtrArray *excipients;
  MesoCalendarDate expiry;
  MesoCalendarDate received_on;
  gint64 container_ul;
  gint64 containers;
  gboolean multi_dose;
  int opened_life_h;
  gint64 price;
  char *recorded_at;
  char *recorded_by;
  MesoLotState state;
  char *state_reason;
  gboolean amended;
  gint64 balance_ul;
  gint64 sealed;
  gint64 opened;
  GPtrArray *openings;
} MesoLot;

MesoLot *meso_lot_new           (void);   /* texts "", lists empty, ids NULL; it owns what is put into it */
MesoLot *meso_lot_copy          (const MesoLot *self);
void     meso_lot_free          (MesoLot *self);
/* (transfer none): what was added, where its salt can be named */
MesoProductComponent *meso_lot_add_component (MesoLot *self, const char *ingredient, const char *strength);
/* (transfer none) (nullable): an opened container of it that still holds something */
const MesoOpening *meso_lot_find_opening (const MesoLot *self, const char *id);
/* (transfer none) (nullable): one of lots (element-type MesoLot) by its id */
MesoLot *meso_lot_find          (const GPtrArray *lots, const char *id);
/* What is left in unopened containers */
gint64   meso_lot_get_sealed_ul (const MesoLot *self);
/* Unopened containers that can be there at most: what was received and never opened */
gint64   meso_lot_get_most_sealed (const MesoLot *self);
/* What a count can find at most, in an opened container of it or (NULL) in all */
gint64   meso_lot_get_most_ul    (const MesoLot *self, const MesoOpening *opening);
/* Hours from opening until a container of it is discarded */
int      meso_lot_get_opened_life_h (const MesoLot *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoLot, meso_lot_free)

G_END_DECLS
