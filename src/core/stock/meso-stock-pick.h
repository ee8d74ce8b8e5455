/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-lot.h"
#include "meso-preparation-draw.h"

G_BEGIN_DECLS

/* Orders lots as they are to be used: the first to expire first, then the first received. For g_ptr_array_sort_values (). */
int        meso_stock_compare_lots (gconstpointer a, gconstpointer b);
/* lots: (element-type MesoLot): those that fit the item; the unusable among them are passed over. taken: (nullable) (element-type
 * MesoPreparationDraw): what other items of the same preparation draw already. (transfer full) (element-type MesoPreparationDraw) */
GPtrArray *meso_stock_pick (const GPtrArray *lots, guint item, gint64 volume_ul, const GPtrArray *taken, MesoCalendarDate today,
                            const char *now_utc, gint64 *short_ul_out);

G_END_DECLS
