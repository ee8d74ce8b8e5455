/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-screening-decision.h"
#include "meso-screening.h"

G_BEGIN_DECLS

/* How long the answers of a full screening may be built on: ours, no source names a time. */
#define MESO_ELIGIBILITY_VALID_MONTHS 12

/**
 * MesoEligibility:
 * @MESO_ELIGIBILITY_UNSCREENED: there is no screening that counts: none was made, or what was answered is older than the
 *   facts, because a wait is over or the time of %MESO_ELIGIBILITY_VALID_MONTHS has passed: screen again
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
/* screening (nullable); decisions (nullable) (element-type MesoScreeningDecision): in any order. Pure. */
MesoEligibility  meso_eligibility_judge     (const MesoScreening *screening, const GPtrArray *decisions, MesoCalendarDate today);
/* What a screening means once a fact that it rests on has changed: screen again, unless it keeps from treating anyway. */
MesoEligibility  meso_eligibility_after_change (MesoEligibility eligibility);
/* Whether a finding of this screening still stands in the way on that day: no decision answers it. */
gboolean         meso_eligibility_is_open   (const MesoFinding *finding, const GPtrArray *decisions, MesoCalendarDate today);
/* screening (nullable), eligibility: of it. Whether a session may go on with it as its short form: signed, or plainly suitable. */
gboolean         meso_eligibility_allows_session (const MesoScreening *screening, MesoEligibility eligibility);

G_END_DECLS
