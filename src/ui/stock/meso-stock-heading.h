/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-stock-list.h"

G_BEGIN_DECLS

/**
 * MesoStockHeading:
 *
 * Above the lots of one thing: what it is, what is in it, by whom, and whether there is little left.
 */
#define MESO_TYPE_STOCK_HEADING (meso_stock_heading_get_type ())
G_DECLARE_FINAL_TYPE (MesoStockHeading, meso_stock_heading, MESO, STOCK_HEADING, GtkBox)

GtkWidget *meso_stock_heading_new  (MesoContext *context);
void       meso_stock_heading_show (MesoStockHeading *self, const MesoStockItem *item);

G_END_DECLS
