/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-demo-world.h"
#include "meso-operation.h"

G_BEGIN_DECLS

/* Private, inside of a unit of work: the card index that the demo clinic brought along, so many records of total that operation
 * (nullable) is told of. */
gboolean meso_demo_records_bring (MesoDemoWorld *world, MesoStoreContext *context, guint records, MesoOperation *operation,
                                  guint64 total, GError **error);

G_END_DECLS
