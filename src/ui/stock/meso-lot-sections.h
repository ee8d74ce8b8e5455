/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-lot-facts.h"

G_BEGIN_DECLS

/* What the page of a lot says, row by row. All (transfer full) (element-type GtkWidget), floating rows. */

/* What is left, and each opened container with what can be done with it */
GPtrArray *meso_lot_sections_left    (MesoContext *context, const MesoLotFacts *facts);
/* What stands on the box, and how it came */
GPtrArray *meso_lot_sections_box     (MesoContext *context, const MesoLotFacts *facts);
/* Newest first */
GPtrArray *meso_lot_sections_history (MesoContext *context, const MesoLotFacts *facts);

G_END_DECLS
