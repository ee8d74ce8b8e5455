/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-prepare-call.h"
#include "meso-prepare-picking.h"

G_BEGIN_DECLS

/**
 * MesoPrepareItem:
 *
 * One component of a formula: how much to draw, from which lots; what is wrong with a lot, and what is short, each with its remedy.
 * Signal `choose (guint nth)`: another place is wanted for its draw of that number.
 */
#define MESO_TYPE_PREPARE_ITEM (meso_prepare_item_get_type ())
G_DECLARE_FINAL_TYPE (MesoPrepareItem, meso_prepare_item, MESO, PREPARE_ITEM, AdwBin)

GtkWidget *meso_prepare_item_new  (void);
/* part: one of the facts' plan, the number-th from 1; draws (element-type MesoPreparationDraw): of the whole preparation */
void       meso_prepare_item_show (MesoPrepareItem *self, MesoContext *context, const MesoPrepareFacts *facts,
                                   const MesoPreparationPart *part, guint number, const GPtrArray *draws, MesoPickMoment moment);
/* Whether something has to be done about it. */
gboolean   meso_prepare_item_is_open (MesoPrepareItem *self);
/* The button of its draw of that number; or what is to be done about it. */
void       meso_prepare_item_grab (MesoPrepareItem *self, guint nth);

G_END_DECLS
