/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-formula-reading.h"

G_BEGIN_DECLS

/**
 * MesoFormulaStats:
 *
 * What a mixture comes to: total volume, points × volume, components, local anaesthetics.
 */
#define MESO_TYPE_FORMULA_STATS (meso_formula_stats_get_type ())
G_DECLARE_FINAL_TYPE (MesoFormulaStats, meso_formula_stats, MESO, FORMULA_STATS, AdwBin)

void meso_formula_stats_show (MesoFormulaStats *self, MesoContext *context, const MesoFormulaReading *reading);

G_END_DECLS
