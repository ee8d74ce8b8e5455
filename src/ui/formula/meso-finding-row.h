/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-formula-check.h"

G_BEGIN_DECLS

/**
 * MesoFindingRemedy:
 *
 * What a finding leads to. Only taking out, and showing where to look: a dose is never proposed.
 */
typedef enum {
  MESO_FINDING_REMEDY_REMOVE,       /* ingredient */
  MESO_FINDING_REMEDY_SHOW_ROW,     /* ingredient */
  MESO_FINDING_REMEDY_SHOW_PAIRS,
  MESO_FINDING_REMEDY_TOTAL,
  MESO_FINDING_REMEDY_POINTS,
  MESO_FINDING_REMEDY_PER_POINT,
  MESO_FINDING_REMEDY_WEIGHT,
  MESO_FINDING_REMEDY_ALLERGIES,
} MesoFindingRemedy;

/**
 * MesoFindingRow:
 *
 * One finding: how grave, the sentence, its source, and what can be done. Signal `remedy` (kind, ingredient).
 */
#define MESO_TYPE_FINDING_ROW (meso_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (MesoFindingRow, meso_finding_row, MESO, FINDING_ROW, AdwBin)

/* remedies: FALSE for a version that can't be changed any more */
GtkWidget  *meso_finding_row_new     (MesoContext *context, const MesoFormulaFinding *finding, gboolean remedies);
/* Two findings with equal keys show the same. (transfer full) */
char       *meso_finding_row_dup_key (const MesoFormulaFinding *finding);
const char *meso_finding_row_get_key (MesoFindingRow *self);

G_END_DECLS
