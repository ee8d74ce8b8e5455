/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-store.h"

G_BEGIN_DECLS

/* Writes the whole file anew and empties its log, so that nothing is left of what was taken away. Waits; needs as much free space
 * as the file takes. Not from within a unit of work. */
gboolean meso_store_rewrite (MesoStore *self, GError **error);

G_END_DECLS
