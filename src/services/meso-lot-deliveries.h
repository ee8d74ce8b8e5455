/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

#include "meso-store-context.h"

G_BEGIN_DECLS

/* Private, inside of a unit of work. A lot that came twice is on file twice; a recall or a quarantine is of all of it. */

/* What was decided about other deliveries of that lot holds for it too; nothing is let go by it. */
gboolean meso_lot_deliveries_take_state (MesoStoreContext *context, const char *staff, const char *lot, GError **error);
/* What was decided about that lot holds for the other deliveries too; nothing is let go by it. */
gboolean meso_lot_deliveries_give_state (MesoStoreContext *context, const char *staff, const char *lot, GError **error);

G_END_DECLS
