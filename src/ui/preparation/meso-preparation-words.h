/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-formula-version.h"
#include "meso-lot.h"
#include "meso-preparation.h"

G_BEGIN_DECLS

/* A stored preparation in words, wherever one is named. */

/**
 * MesoPreparationState:
 *
 * What has become of it by now.
 */
typedef enum {
  MESO_PREPARATION_READY,
  MESO_PREPARATION_LATE,
  MESO_PREPARATION_GIVEN,
  MESO_PREPARATION_DISCARDED,
  MESO_PREPARATION_AMENDED,
  MESO_PREPARATION_IN_ERROR,
} MesoPreparationState;

MesoPreparationState meso_preparation_words_get_state (const MesoPreparation *self);
/* One word for a tag, with its icon and kind */
const char *meso_preparation_words_state  (MesoPreparationState state);
const char *meso_preparation_words_icon   (MesoPreparationState state);
const char *meso_preparation_words_kind   (MesoPreparationState state);
/* All (transfer full). "Today, 10:05 · version 3 · Ready" */
char       *meso_preparation_words_line   (MesoContext *context, const MesoPreparation *self);
/* The moment that it had to be used before, inside of a sentence: "14:05", "yesterday, 14:05" */
char       *meso_preparation_words_until  (MesoContext *context, const MesoPreparation *self);
/* "use before 14:05, 2 h 10 min left"; "had to be used before 14:05" */
char       *meso_preparation_words_before (MesoContext *context, const MesoPreparation *self);
/* Why it may not be given although it is in time: lot is in it, and was recalled, quarantined or found to have expired since */
char       *meso_preparation_words_barred (const MesoLot *lot);
/* The same of what waits to be given; barred (nullable): without such a lot its time is over */
char       *meso_preparation_words_lapsed (MesoContext *context, const MesoPreparation *self, const MesoLot *barred);
/* The name of what was drawn; version: the one that it was made of */
char       *meso_preparation_words_item   (MesoContext *context, const MesoFormulaVersion *version, guint item);

G_END_DECLS
