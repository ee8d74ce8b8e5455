/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-stock-list.h"

G_BEGIN_DECLS

/**
 * MesoLotRow:
 *
 * One lot in the list: its number, when it expires, what is left, and its state. Property `narrow`: the state stands below.
 */
#define MESO_TYPE_LOT_ROW (meso_lot_row_get_type ())
G_DECLARE_FINAL_TYPE (MesoLotRow, meso_lot_row, MESO, LOT_ROW, GtkBox)

GtkWidget *meso_lot_row_new  (void);
/* (transfer full): what a screen reader says of the row */
char      *meso_lot_row_show (MesoLotRow *self, MesoContext *context, const MesoStockItem *item);

G_END_DECLS
