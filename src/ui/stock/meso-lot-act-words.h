/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-lot-act.h"

G_BEGIN_DECLS

/* What an act with a lot is called, and what it means. */
const char *meso_lot_act_words_title     (MesoLotAct act);
/* What is pressed in the dialog; with a mnemonic */
const char *meso_lot_act_words_button    (MesoLotAct act);
/* As it finishes “Could not …” */
const char *meso_lot_act_words_operation (MesoLotAct act);
/* (transfer full): what it does, before it is done; opening (nullable) */
char       *meso_lot_act_words_text      (MesoContext *context, MesoLotAct act, const MesoLot *lot, const MesoOpening *opening);
/* (transfer full): what was done */
char       *meso_lot_act_words_done      (MesoLotAct act, const MesoLot *lot);
/* (transfer full): what is said when a delivery is stored; lot: as it is stored */
char       *meso_lot_act_words_received (MesoContext *context, const MesoLot *lot);

G_END_DECLS
