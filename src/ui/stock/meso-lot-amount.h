/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-lot.h"

G_BEGIN_DECLS

/* "12.5 mL", or a bare whole number: so many unopened containers of lot. FALSE for anything else; nothing at all is 0. */
gboolean meso_lot_amount_read (const MesoLot *lot, const char *text, gint64 *volume_ul_out, gboolean *containers_out);

G_END_DECLS
