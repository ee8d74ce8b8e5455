/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-query-list.h"
#include "meso-stock-note.h"

G_BEGIN_DECLS

/* (transfer full): what of the stock wants looking after, the most urgent first: rows of #MesoStockNote, one for each lot and one for each
 * thing of which there is too little. Whoever asks gets the same list while anybody holds it, so that all count alike. */
MesoQueryList *meso_stock_attention_get (MesoContext *context);

G_END_DECLS
