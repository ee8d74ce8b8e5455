/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-demo-world.h"

G_BEGIN_DECLS

/* Private, inside of a unit of work: what happens to the demo clinic's stock on that day: lots come, one is recalled, another put into
 * quarantine, a stock-take. */
gboolean meso_demo_stock_happens (const MesoDemoWorld *world, MesoCalendarDate day);
gboolean meso_demo_stock_tell    (MesoDemoWorld *world, MesoStoreContext *context, MesoCalendarDate day, GError **error);

G_END_DECLS
