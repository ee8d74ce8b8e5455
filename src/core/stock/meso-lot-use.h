/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-formula.h"
#include "meso-lot.h"
#include "meso-protocol.h"

G_BEGIN_DECLS

/**
 * MesoLotUse:
 * @MESO_LOT_OPENED_TOO_LONG: all that is left of it is in containers that should have been discarded
 *
 * Whether a lot can be drawn from, and the weightiest reason why not.
 */
typedef enum {
  MESO_LOT_USABLE,
  MESO_LOT_IS_RECALLED,
  MESO_LOT_IS_QUARANTINED,
  MESO_LOT_EMPTY,
  MESO_LOT_EXPIRED,
  MESO_LOT_OPENED_TOO_LONG,
} MesoLotUse;

/* "usable", "recalled", "quarantined", "empty", "expired", "opened-too-long" */
const char *meso_lot_use_to_string (MesoLotUse use);
/* today: the clinic's day; now_utc: the same moment as it is stored */
MesoLotUse  meso_lot_get_use       (const MesoLot *lot, MesoCalendarDate today, const char *now_utc);
/* Whether a single opened container of a usable lot can be drawn from */
gboolean    meso_lot_can_draw_from (const MesoLot *lot, const MesoOpening *opening, const char *now_utc);
/* Whether something is left in a container that should have been discarded by then, whatever else there is */
gboolean    meso_lot_has_overdue_opening (const MesoLot *lot, const char *now_utc);
/* item NULL: the diluent, with its ingredient's id */
gboolean    meso_lot_fits          (const MesoLot *lot, const MesoProtocol *protocol, const MesoFormulaItem *item, const char *diluent);

G_END_DECLS
