/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-preparation-plan.h"
#include "meso-protocol.h"

G_BEGIN_DECLS

/* Pure: any thread, no disk. */
/* (element-type MesoPreparationPart): what has to be drawn, without any lots yet */
GPtrArray *meso_preparation_parts_list (const MesoProtocol *protocol, const MesoFormulaVersion *version, const char *language);
/* (nullable): the part of an item, or of the diluent */
MesoPreparationPart *meso_preparation_parts_find (const GPtrArray *parts, guint item);
/* Whether that lot may be drawn for it */
gboolean   meso_preparation_part_takes (const MesoPreparationPart *self, const MesoProtocol *protocol, const MesoFormula *formula,
                                        const MesoLot *lot);
/* (transfer full) (element-type MesoFormulaFinding): what its own label says against drawing from it. facts: (nullable) */
GPtrArray *meso_preparation_parts_check_lot (const MesoLot *lot, const MesoProtocol *protocol, const MesoFormula *formula,
                                             const MesoFormulaPatient *facts, const char *language);
/* (transfer full): the latest moment that a mixture may be used, by its draws. lots: (element-type MesoLot): those that are drawn from */
char      *meso_preparation_parts_get_limit (const GPtrArray *draws, const GPtrArray *lots, const char *mixed_at);

G_END_DECLS
