/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"

G_BEGIN_DECLS

/* The whole number of a spin button stands in the clinic's digits from here on, and is read in any. */
void meso_number_spin_join (GtkSpinButton *spin, MesoContext *context);

G_END_DECLS
