/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-lot-draft.h"
#include "meso-lot.h"
#include "meso-substance.h"

G_BEGIN_DECLS

/**
 * MesoLotReading:
 * @lot: what could be read; to be stored only when meso_lot_reading_is_fine ()
 * @what: (nullable): of the formulary
 * @problems: what is wrong with a field, in the window's language; %NULL where nothing is
 *
 * What a delivery's form says.
 */
typedef struct
{
  MesoLot *lot;
  const MesoSubstance *what;
  char *problems[MESO_LOT_FIELDS];
} MesoLotReading;

/* things: meso_substances_list_stocked () */
MesoLotReading *meso_lot_reading_new     (MesoContext *context, const GPtrArray *things, const MesoLotDraft *draft);
/* Of a lot that is on file: only what may be corrected is read, the rest is as it was. */
MesoLotReading *meso_lot_reading_new_of  (MesoContext *context, const MesoLot *lot, const MesoLotDraft *draft);
void            meso_lot_reading_free    (MesoLotReading *self);
gboolean        meso_lot_reading_is_fine (const MesoLotReading *self);
/* A refusal of the services that names a field becomes that field's problem; FALSE for any other. */
gboolean        meso_lot_reading_take_error (MesoLotReading *self, const GError *error);
/* Whether the field may be corrected once the lot is on file: what a container holds never is. */
gboolean        meso_lot_field_is_amended (MesoLotField field);
/* (transfer full): the form of what is on file */
MesoLotDraft   *meso_lot_draft_new_of    (MesoContext *context, const MesoLot *lot);
/* Whether the strength of it has to be read off the box: it is a bare ingredient, and no diluent. */
gboolean        meso_lot_needs_strength  (MesoContext *context, const MesoLot *lot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoLotReading, meso_lot_reading_free)

G_END_DECLS
