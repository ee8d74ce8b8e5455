/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-lot-draft.h"
#include "meso-stock-list.h"

G_BEGIN_DECLS

/* lots: rows of #MesoStockItem. The row of the one that bears the number that is typed, from the same maker as far as that is known;
 * but (nullable): id of one that isn't meant. (transfer full) (nullable) */
MesoRow *meso_lot_twin_find     (GListModel *lots, const MesoLotDraft *draft, const char *but);
/* (transfer full): "Biotin 5 mg/mL of Mesopharm, received 3 Oct 2026, expires 1 Feb 2027. …" */
char    *meso_lot_twin_describe (MesoContext *context, const MesoLot *lot);

G_END_DECLS
