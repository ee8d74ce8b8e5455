/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"
#include "meso-formula-reading.h"

G_BEGIN_DECLS

/**
 * MesoSyringeView:
 *
 * The mixture as it would lie in a syringe: one numbered segment a row, hatched where two must not be mixed, over a scale in mL. Its
 * accessible label says the same in words.
 */
#define MESO_TYPE_SYRINGE_VIEW (meso_syringe_view_get_type ())
G_DECLARE_FINAL_TYPE (MesoSyringeView, meso_syringe_view, MESO, SYRINGE_VIEW, GtkWidget)

void   meso_syringe_view_set_context  (MesoSyringeView *self, MesoContext *context);
void   meso_syringe_view_show         (MesoSyringeView *self, const MesoFormulaReading *reading);
/* The smallest usual syringe that holds it, in µL */
gint64 meso_syringe_view_get_capacity (gint64 volume_ul);

G_END_DECLS
