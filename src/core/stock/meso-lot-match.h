/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-lot.h"

G_BEGIN_DECLS

char     *meso_lot_match_fold   (const char *text);
gboolean  meso_lot_match_makers (const char *one, const char *other);
gboolean  meso_lot_match        (const MesoLot *one, const MesoLot *other);

G_END_DECLS
