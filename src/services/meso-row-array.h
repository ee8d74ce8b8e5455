/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gio/gio.h>

#include "meso-row.h"

G_BEGIN_DECLS

/* Private: what the list models keep their rows in. (transfer full) (element-type MesoRow) */
GPtrArray *meso_row_array_new    (void);
/* Makes rows what fresh is, with the objects that are there already where keys are equal, and tells model's listeners of nothing
 * but what differs. */
void       meso_row_array_update (GPtrArray *rows, const GPtrArray *fresh, GListModel *model);

G_END_DECLS
