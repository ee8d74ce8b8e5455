/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-prepare-call.h"
#include "meso-prepare-form.h"

G_BEGIN_DECLS

/**
 * MesoPrepareItems:
 *
 * All components of a formula, each with the lots it is drawn from. Another lot that is chosen is put into the form. Signal `changed`:
 * by the person's hand alone.
 */
#define MESO_TYPE_PREPARE_ITEMS (meso_prepare_items_get_type ())
G_DECLARE_FINAL_TYPE (MesoPrepareItems, meso_prepare_items, MESO, PREPARE_ITEMS, GtkBox)

/* facts, form: stay in use until they are shown anew */
void     meso_prepare_items_show       (MesoPrepareItems *self, MesoContext *context, const MesoPrepareFacts *facts,
                                        MesoPrepareForm *form);
void     meso_prepare_items_grab_first (MesoPrepareItems *self);
/* The first that something has to be done about; FALSE when there is none. */
gboolean meso_prepare_items_grab_open  (MesoPrepareItems *self);

G_END_DECLS
