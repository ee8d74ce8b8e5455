/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"
#include "meso-lot-event.h"

G_BEGIN_DECLS

/* (transfer floating): a line of a lot's history: what, when, who, why, how much, and what was left. One that was used for a patient opens
 * that patient. */
GtkWidget *meso_lot_event_row_new (MesoContext *context, const MesoLotEvent *event);

G_END_DECLS
