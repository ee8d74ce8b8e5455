/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-dose-entry.h"
#include "meso-formula-reading.h"

G_BEGIN_DECLS

/* strength, volume, amount: by MesoFormulaField */
#define MESO_MIXTURE_FIELDS 3

/**
 * MesoMixtureFaults:
 *
 * What can't be read of one item of the mixture, said below its entries, which are marked; a number without a unit gets the units it could
 * have, one press each.
 */
#define MESO_TYPE_MIXTURE_FAULTS (meso_mixture_faults_get_type ())
G_DECLARE_FINAL_TYPE (MesoMixtureFaults, meso_mixture_faults, MESO, MIXTURE_FAULTS, AdwBin)

/* entries: that they are about; they live as long as the row that both stand in */
void meso_mixture_faults_bind        (MesoMixtureFaults *self, MesoDoseEntry *const entries[MESO_MIXTURE_FIELDS]);
void meso_mixture_faults_show        (MesoMixtureFaults *self, const MesoFormulaItemReading *reading);
/* As meso_mixture_row_set_stacked () */
void meso_mixture_faults_set_stacked (MesoMixtureFaults *self, gboolean stacked, gboolean tight);

G_END_DECLS
