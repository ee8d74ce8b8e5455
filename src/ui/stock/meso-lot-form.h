/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-lot-reading.h"

G_BEGIN_DECLS

/**
 * MesoLotForm:
 *
 * The fields of a delivery as they stand on the box, and what the formulary offers while one types. Signal `changed`.
 */
#define MESO_TYPE_LOT_FORM (meso_lot_form_get_type ())
G_DECLARE_FINAL_TYPE (MesoLotForm, meso_lot_form, MESO, LOT_FORM, GtkBox)

/* lot (nullable): on file: then only what may be corrected is asked for */
void            meso_lot_form_begin     (MesoLotForm *self, MesoContext *context, const MesoLot *lot);
/* (transfer full): what stands there */
MesoLotDraft   *meso_lot_form_dup_draft (MesoLotForm *self);
/* Nobody typed it: no `changed` */
void            meso_lot_form_show      (MesoLotForm *self, const MesoLotDraft *draft);
/* The same for a product or an ingredient that is expected, its id: with what the formulary knows of it */
void            meso_lot_form_propose   (MesoLotForm *self, const char *what);
/* (transfer full): what it says */
MesoLotReading *meso_lot_form_read      (MesoLotForm *self);
/* Says at the fields what is wrong, and goes to the first of them. */
void            meso_lot_form_say       (MesoLotForm *self, const MesoLotReading *reading);
/* sentence (nullable): a lot of this number and maker is on file */
void            meso_lot_form_point_at  (MesoLotForm *self, const char *sentence, const char *lot);

G_END_DECLS
