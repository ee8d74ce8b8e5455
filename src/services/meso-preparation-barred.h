/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-lot.h"
#include "meso-preparation.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/* Private to services. Inside of a unit of work. lot_out (transfer full) (nullable): a lot in it that keeps it from being given on that
 * day. Whether the lots could be looked up. */
gboolean meso_preparation_barred_find (MesoStoreContext *context, const MesoPreparation *preparation, MesoCalendarDate day,
                                       MesoLot **lot_out, GError **error);

G_END_DECLS
