/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-demo-life.h"

G_BEGIN_DECLS

/* Private, inside of a unit of work. Stores a checked formula, or the next version of the one there is; nothing where no recipe
 * passes. */
gboolean meso_demo_formula_store (MesoDemoLife *life, MesoStoreContext *context, GError **error);

G_END_DECLS
