/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-lot.h"

G_BEGIN_DECLS

/**
 * MesoLotDialog:
 *
 * Receives a delivery, or corrects what was typed of one.
 */
#define MESO_TYPE_LOT_DIALOG (meso_lot_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MesoLotDialog, meso_lot_dialog, MESO, LOT_DIALOG, AdwDialog)

/* what: id of a product or an ingredient that is expected; "" for none */
MesoLotDialog *meso_lot_dialog_new         (MesoContext *context, const char *what);
/* lot: on file */
MesoLotDialog *meso_lot_dialog_new_correct (MesoContext *context, const MesoLot *lot);

G_END_DECLS
