/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-lot-use.h"
#include "meso-preparation-plan.h"

G_BEGIN_DECLS

/**
 * MesoPickFault:
 * @MESO_PICK_UNUSABLE: its lot was recalled, has expired …: its #MesoLotUse says
 * @MESO_PICK_BARRED: what its label says speaks against this patient or this formula: its candidate says
 * @MESO_PICK_CONTAINER: the opened container is gone, or was opened too long ago
 * @MESO_PICK_LITTLE: there is less left than is to be drawn from it
 * @MESO_PICK_GONE: no such lot is on file for this component
 *
 * What is wrong with a pick that was fine when it was made.
 */
typedef enum {
  MESO_PICK_FINE,
  MESO_PICK_UNUSABLE,
  MESO_PICK_BARRED,
  MESO_PICK_CONTAINER,
  MESO_PICK_LITTLE,
  MESO_PICK_GONE,
} MesoPickFault;

/**
 * MesoPickMoment:
 * @day: the clinic's day when it is mixed, and @now_utc the same moment as it is stored
 */
typedef struct
{
  MesoCalendarDate day;
  const char *now_utc;
} MesoPickMoment;

/* (transfer none) (nullable) */
const MesoPreparationCandidate *meso_prepare_picking_find_lot     (const MesoPreparationPart *part, const char *lot);
/* (transfer full) (element-type MesoPreparationDraw): what the plan proposes, for all of its parts */
GPtrArray                      *meso_prepare_picking_offer        (const MesoPreparationPlan *plan);
/* (transfer full) (element-type MesoPreparationDraw): the same draws, and what the plan proposes for the parts that have none */
GPtrArray                      *meso_prepare_picking_complete     (const MesoPreparationPlan *plan, const GPtrArray *draws);
/* (transfer full): the same draws, but part drawn from that source from its draw number nth on; what this doesn't cover comes from what
 * is to be used up next. opening (nullable) */
GPtrArray                      *meso_prepare_picking_choose       (const MesoPreparationPlan *plan, const GPtrArray *draws,
                                                                   const MesoPreparationPart *part, guint nth, const char *lot,
                                                                   const char *opening, MesoPickMoment moment);
/* (transfer full) (element-type MesoPreparationDraw): what stays of the draws when an item is chosen anew from its number nth on */
GPtrArray                      *meso_prepare_picking_list_kept    (const GPtrArray *draws, guint item, guint nth);
/* What the draws don't cover of it. */
gint64                          meso_prepare_picking_get_short    (const MesoPreparationPart *part, const GPtrArray *draws);
/* What can be drawn from a source, beside what other draws take of it already. taken: (nullable) */
gint64                          meso_prepare_picking_get_left     (const MesoPreparationCandidate *candidate, const char *opening,
                                                                   const GPtrArray *taken, MesoPickMoment moment);
/* original: (nullable) (element-type MesoPreparationDraw): those of the preparation that is corrected, whose volumes are booked back */
MesoPickFault                   meso_prepare_picking_judge        (const MesoPreparationPart *part, const GPtrArray *draws,
                                                                   const MesoPreparationDraw *draw, const GPtrArray *original,
                                                                   MesoPickMoment moment);

G_END_DECLS
