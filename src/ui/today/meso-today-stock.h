/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"
#include "meso-query-list.h"

G_BEGIN_DECLS

/* What of the stock wants looking after: recalled, expired, open too long, about to expire, low. */

/* (transfer full): of the rows of #MesoStockNote as many as Today has room for */
GListModel    *meso_today_stock_slice    (MesoQueryList *notes);
/* Leads to the lot, or to the stock. */
GtkWidget     *meso_today_stock_row_new  (MesoContext *context, MesoRow *row);
/* (transfer full) (nullable): how many more there are than Today shows */
char          *meso_today_stock_dup_more (MesoContext *context, MesoQueryList *notes);

G_END_DECLS
