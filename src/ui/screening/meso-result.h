/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-eligibility.h"
#include "meso-next-step.h"
#include "meso-staff.h"

G_BEGIN_DECLS

/**
 * MesoResult:
 * @protocol: the content that it was judged by: what it says of questions and rules is read there, not in what is in use now
 * @screening: (nullable): %NULL as long as it isn't stored
 * @decisions: (nullable) (element-type MesoScreeningDecision): about it
 * @staff: (nullable) (element-type MesoStaff): everybody, to name who decided
 * @desk: (nullable): who is at the desk
 * @eligibility, @next_step: of a stored one
 *
 * What the result page shows. Borrowed: whoever made it owns what is in it.
 */
typedef struct
{
  MesoForm form;
  const MesoProtocol *protocol;
  const MesoVerdict *verdict;
  const MesoQuestionnaireResponse *response;
  const MesoScreening *screening;
  const GPtrArray *decisions;
  const GPtrArray *staff;
  const MesoStaff *desk;
  MesoEligibility eligibility;
  MesoNextStep next_step;
  MesoCalendarDate today;
} MesoResult;

gboolean    meso_result_has_physician (const MesoResult *self);
/* Only a physician can bring this one on. */
gboolean    meso_result_needs_physician (const MesoResult *self);
/* Whether any finding still stands in the way. */
gboolean    meso_result_has_open      (const MesoResult *self);
/* No finding that is still open but those a physician may go on although: deciding on them is signing. */
gboolean    meso_result_may_override_all (const MesoResult *self);
/* Whether this finding is still open, and a physician may go on although. */
gboolean    meso_result_may_override  (const MesoResult *self, const MesoFinding *finding);
gboolean    meso_result_may_clear     (const MesoResult *self, const MesoFinding *finding);
/* (nullable): the first that may be cleared */
const MesoFinding *meso_result_find_to_clear (const MesoResult *self);
/* All (transfer full), sentences in the window's language. */
char       *meso_result_dup_sentence  (const MesoResult *self, MesoContext *context);
/* (nullable): when the earliest day is a closed one */
char       *meso_result_dup_open_day  (const MesoResult *self, MesoContext *context);
/* "Dr. Rahimi", or the id of somebody unknown */
char       *meso_result_dup_name      (const MesoResult *self, const char *staff_id);

G_END_DECLS
