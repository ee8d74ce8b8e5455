/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-demo-life.h"

G_BEGIN_DECLS

/* Private, inside of a unit of work. Prepares the life's formula for a session of that time, where one of the last weeks; id_out: (transfer
 * full) (nullable): NULL without error where it wasn't prepared here */
gboolean meso_demo_preparation_make   (MesoDemoLife *life, MesoStoreContext *context, MesoCivilTime session, char **id_out, GError **error);
/* The same for today, mixed now. */
gboolean meso_demo_preparation_make_ready (MesoDemoLife *life, MesoStoreContext *context, GError **error);
/* It was prepared, and nobody came. */
gboolean meso_demo_preparation_waste  (MesoDemoLife *life, MesoStoreContext *context, MesoCivilTime session, GError **error);

G_END_DECLS
