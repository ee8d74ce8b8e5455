/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-lot.h"

G_BEGIN_DECLS

/* What was typed as counted: of an opened container, or (NULL) of all that is left, where a bare number is unopened containers and what
 * the opened ones hold stays as it is on the books. */

/* (transfer full) (nullable): what is wrong with it; NULL when it can be booked */
char *meso_lot_count_read     (MesoContext *context, const MesoLot *lot, const MesoOpening *opening, const char *text,
                               gint64 *volume_ul_out);
/* (transfer full) (nullable): how it is understood, beside what the books say; NULL when it isn't */
char *meso_lot_count_describe (MesoContext *context, const MesoLot *lot, const MesoOpening *opening, const char *text);

G_END_DECLS
