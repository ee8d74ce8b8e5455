/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-json-reader.h"
#include "meso-lot.h"

G_BEGIN_DECLS

/* What `stock receive` reads; NULL names the place of what is wrong. expired_out: whether it says that it may have expired */
MesoLot *meso_request_read_lot (const char *file, gboolean *expired_out, GError **error);

G_END_DECLS
