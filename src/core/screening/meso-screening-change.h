/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-health-item.h"
#include "meso-patient.h"
#include "meso-protocol.h"
#include "meso-screening.h"

G_BEGIN_DECLS

/**
 * MesoChangedFact:
 * @MESO_CHANGED_NOTHING: the answers are as old as the facts
 * @MESO_CHANGED_SEX: the recorded sex, and with it what is asked
 * @MESO_CHANGED_BIRTH_DATE: the birth date
 * @MESO_CHANGED_WEIGHT: the weight, across a bound of a rule
 * @MESO_CHANGED_HEALTH: an allergy, medicine or condition was noted since
 *
 * What a screening rests on and that is another since: its answers count no more.
 */
typedef enum {
  MESO_CHANGED_NOTHING,
  MESO_CHANGED_SEX,
  MESO_CHANGED_BIRTH_DATE,
  MESO_CHANGED_WEIGHT,
  MESO_CHANGED_HEALTH,
} MesoChangedFact;

/* health (element-type MesoHealthItem), until (nullable): a moment, UTC. item_out: (out) (optional) (nullable): what was noted */
MesoChangedFact meso_screening_find_change (const MesoScreening *screening, const MesoPatient *patient, const GPtrArray *health,
                                            const MesoProtocol *protocol, const char *until, const MesoHealthItem **item_out);

G_END_DECLS
