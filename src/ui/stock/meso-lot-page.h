/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoLotPage:
 *
 * Everything of one lot: what it is, what is left, its opened containers, its history, and what can be done with it.
 */
#define MESO_TYPE_LOT_PAGE (meso_lot_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoLotPage, meso_lot_page, MESO, LOT_PAGE, AdwNavigationPage)

/* lot: an id */
MesoLotPage *meso_lot_page_new (MesoContext *context, const char *lot);

G_END_DECLS
