/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-lot.h"
#include "meso-protocol.h"

G_BEGIN_DECLS

/* Private to services. Pure. */
/* (transfer full): the draft as it is to be stored, with what the formulary knows besides; NULL names the field first. expired_too: a lot
 * that has expired may be received, so that it can be thrown away */
MesoLot *meso_stock_receiving_complete (const MesoProtocol *protocol, const MesoLot *draft, gboolean expired_too, MesoCalendarDate today,
                                        GError **error);
/* What may be corrected afterwards, texts and days, is trimmed and checked as above. */
gboolean meso_stock_receiving_check_words (MesoLot *lot, GError **error);
gboolean meso_stock_receiving_check_days  (const MesoLot *lot, MesoCalendarDate today, GError **error);
/* (transfer full) (nullable): a draft with what the formulary knows of a product, or else of an ingredient */
MesoLot *meso_stock_receiving_draft    (const MesoProtocol *protocol, const char *what, const char *language);

G_END_DECLS
