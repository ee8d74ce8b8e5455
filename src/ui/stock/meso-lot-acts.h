/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"
#include "meso-lot-act.h"

G_BEGIN_DECLS

/* Asks for what an act needs, says before what it means and who may do it, and does it. opening (nullable): the opened container that is
 * meant */
void meso_lot_acts_begin       (GtkWidget *page, MesoContext *context, const MesoLot *lot, const MesoOpening *opening, MesoLotAct act);

G_END_DECLS
