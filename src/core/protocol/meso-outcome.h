/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MesoOutcome:
 *
 * What one rule, or the whole screening, concludes; a greater value is stricter, so that the
 * strictest outcome is the maximum. %MESO_OUTCOME_EXCLUDE takes an ingredient out and changes no verdict.
 */
typedef enum {
  MESO_OUTCOME_EXCLUDE,
  MESO_OUTCOME_SUITABLE,
  MESO_OUTCOME_CAUTION,
  MESO_OUTCOME_CLEARANCE,
  MESO_OUTCOME_DEFER,
  MESO_OUTCOME_INCOMPLETE,
  MESO_OUTCOME_BLOCK,
} MesoOutcome;

const char *meso_outcome_to_string   (MesoOutcome outcome);
gboolean    meso_outcome_from_string (const char *text, MesoOutcome *outcome_out);

G_END_DECLS
