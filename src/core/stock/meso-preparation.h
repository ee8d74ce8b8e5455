/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-preparation-draw.h"

G_BEGIN_DECLS

/* From mixing to use. */
#define MESO_PREPARATION_MAX_LIFE_H 4

/**
 * MesoPreparation:
 * @id: (nullable): the store's id; %NULL until stored
 * @patient: for whom it was made, and @formula in its edition @formula_version
 * @draws: (element-type MesoPreparationDraw): what was drawn, from which lots
 * @prepared_by: id of who made it, and @checked_by (nullable) of another who checked it
 * @mixed_at: when it was mixed, UTC, in the clinic's @zone then (filled by the store)
 * @use_before: until when, UTC, it may be used: 4 hours after @mixed_at at most
 * @wasted_ul: of the mixture, lost in making it
 * @amends: (nullable): the preparation that this one corrects, with @reason
 * @amended_by: (nullable): the preparation that corrects this one, which then counts no more
 * @error_reason: (nullable): why it was marked as entered in error; it counts no more
 * @session: (nullable): the session it was given in, also where an earlier version of this record is named there
 * @discarded_at: (nullable): when it was thrown away unused, with @discard_reason (nullable)
 * @recorded_at: when it was recorded, UTC, and @recorded_by: by whom; the store's
 *
 * One batch of one version of a formula, as it was made for one patient. Immutable once stored.
 */
typedef struct
{
  char *id;
  char *patient;
  char *formula;
  int formula_version;
  GPtrArray *draws;
  char *prepared_by;
  char *checked_by;
  char *mixed_at;
  char *zone;
  char *use_before;
  gint64 wasted_ul;
  char *notes;
  char *amends;
  char *reason;
  char *amended_by;
  char *error_reason;
  char *session;
  char *discarded_at;
  char *discard_reason;
  char *recorded_at;
  char *recorded_by;
} MesoPreparation;

MesoPreparation *meso_preparation_new      (void);   /* notes and reason "", no draws; it owns what is put into it */
MesoPreparation *meso_preparation_copy     (const MesoPreparation *self);
void             meso_preparation_free     (MesoPreparation *self);
void             meso_preparation_add_draw (MesoPreparation *self, guint item, const char *lot, const char *opening, gint64 volume_ul);
/* Neither amended nor entered in error. */
gboolean         meso_preparation_counts   (const MesoPreparation *self);
/* Counts, was neither given nor thrown away, and may still be used at that moment, UTC. */
gboolean         meso_preparation_is_ready (const MesoPreparation *self, const char *now_utc);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoPreparation, meso_preparation_free)

G_END_DECLS
