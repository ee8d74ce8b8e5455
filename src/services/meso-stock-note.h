/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-lot.h"

G_BEGIN_DECLS

/**
 * MesoStockNoteKind:
 * @MESO_STOCK_NOTE_RECALLED: recalled, and something of it is left
 * @MESO_STOCK_NOTE_EXPIRED: over its expiry, and something of it is left
 * @MESO_STOCK_NOTE_OPENED_TOO_LONG: an opened container that was to be discarded by now
 * @MESO_STOCK_NOTE_EXPIRING: expires within the days that the clinic set
 * @MESO_STOCK_NOTE_LOW: fewer usable containers than the least that the clinic wants
 *
 * What wants somebody's attention, the most urgent first.
 */
typedef enum {
  MESO_STOCK_NOTE_RECALLED,
  MESO_STOCK_NOTE_EXPIRED,
  MESO_STOCK_NOTE_OPENED_TOO_LONG,
  MESO_STOCK_NOTE_EXPIRING,
  MESO_STOCK_NOTE_LOW,
} MesoStockNoteKind;

/**
 * MesoStockNote:
 * @lot: (nullable): which lot; %NULL for what is low
 * @opening: (nullable): id of the opened container that was open too long
 * @what: (nullable): for what is low, the product's or ingredient's id
 * @name: what it is: as the lot is called, or for what is low as the formulary calls it
 * @day: the expiry, or the day by which the container was to be discarded; unset for the others
 * @left_ul: what is left of the lot, or of the container
 * @containers: for what is low, how many usable ones there are, of @minimum
 *
 * One thing of the stock to look after.
 */
typedef struct
{
  MesoStockNoteKind kind;
  MesoLot *lot;
  char *opening;
  char *what;
  char *name;
  MesoCalendarDate day;
  gint64 left_ul;
  gint64 containers;
  gint64 minimum;
} MesoStockNote;

const char *meso_stock_note_kind_to_string (MesoStockNoteKind kind);
void        meso_stock_note_free           (MesoStockNote *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoStockNote, meso_stock_note_free)

G_END_DECLS
