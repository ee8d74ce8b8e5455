/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoStockPage:
 *
 * What lies in the cupboard: every lot, by what it is, in the order that it is to be used up.
 */
#define MESO_TYPE_STOCK_PAGE (meso_stock_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoStockPage, meso_stock_page, MESO, STOCK_PAGE, AdwNavigationPage)

MesoStockPage *meso_stock_page_new (MesoContext *context);

G_END_DECLS
