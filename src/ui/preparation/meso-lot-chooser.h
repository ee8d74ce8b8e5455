/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-prepare-picking.h"

G_BEGIN_DECLS

/**
 * MesoLotChooser:
 *
 * From where a component may be drawn, and why not from elsewhere: what can't be used is in sight, and can't be chosen. Signal
 * `chosen (lot, opening)`: opening is "" for an unopened container; the dialog closes by itself.
 */
#define MESO_TYPE_LOT_CHOOSER (meso_lot_chooser_get_type ())
G_DECLARE_FINAL_TYPE (MesoLotChooser, meso_lot_chooser, MESO, LOT_CHOOSER, AdwDialog)

/* taken (nullable) (element-type MesoPreparationDraw): what is drawn from the same places otherwise. Nothing of it is kept. */
MesoLotChooser *meso_lot_chooser_new (MesoContext *context, const MesoPreparationPart *part, const GPtrArray *taken, MesoPickMoment moment);

G_END_DECLS
