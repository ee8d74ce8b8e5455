/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-screening-decision.h"
#include "meso-screening.h"

G_BEGIN_DECLS

/**
 * MesoEligibility:
 * @MESO_ELIGIBILITY_UNSCREENED: there is no screening that counts
 * @MESO_ELIGIBILITY_INCOMPLETE: something is still to be answered
 * @MESO_ELIGIBILITY_BLOCKED: do not treat; nothing overrides it
 * @MESO_ELIGIBILITY_WAIT: not now; the verdict's `until` says from when, and is unset where no day is known
 * @MESO_ELIGIBILITY_TO_CLEAR: another physician's written clearance is missing, or has run out
 * @MESO_ELIGIBILITY_TO_DECIDE: a physician may go on with a written reason
 * @MESO_ELIGIBILITY_TO_SIGN: only the physician's signature is missing
 * @MESO_ELIGIBILITY_SIGNED: a physician has signed: treatment may go on
 *
 * What a screening and the decisions about it mean together, on a given day.
 */
typedef enum {
  MESO_ELIGIBILITY_UNSCREENED,
  MESO_ELIGIBILITY_INCOMPLETE,
  MESO_ELIGIBILITY_BLOCKED,
  MESO_ELIGIBILITY_WAIT,
  MESO_ELIGIBILITY_TO_CLEAR,
  MESO_ELIGIBILITY_TO_DECIDE,
  MESO_ELIGIBILITY_TO_SIGN,
  MESO_ELIGIBILITY_SIGNED,
} MesoEligibility;

const char      *meso_eligibility_to_string (MesoEligibility eligibility);   /* "unscreened", "to-sign" … */
/* screening (nullable); decisions (nullable) (element-type MesoScreeningDecision): oldest first. Pure. */
MesoEligibility  meso_eligibility_judge     (const MesoScreening *screening, const GPtrArray *decisions, MesoCalendarDate today);

G_END_DECLS
