/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-stock-list.h"

G_BEGIN_DECLS

/**
 * MesoStockFilters:
 *
 * The choice of which lots are shown, each with how many there are. Signal `changed`.
 */
#define MESO_TYPE_STOCK_FILTERS (meso_stock_filters_get_type ())
G_DECLARE_FINAL_TYPE (MesoStockFilters, meso_stock_filters, MESO, STOCK_FILTERS, GtkBox)

MesoStockShow meso_stock_filters_get         (MesoStockFilters *self);
void          meso_stock_filters_set         (MesoStockFilters *self, MesoStockShow show);
/* lots: rows of #MesoStockItem */
void          meso_stock_filters_show_counts (MesoStockFilters *self, MesoContext *context, GListModel *lots);

G_END_DECLS
