/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"
#include "meso-lot.h"

G_BEGIN_DECLS

/* Asks how few containers of what a lot is of are too few. */
void meso_stock_minimum_dialog_begin (GtkWidget *page, MesoContext *context, const MesoLot *lot);

G_END_DECLS
