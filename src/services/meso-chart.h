/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-answer-proposal.h"
#include "meso-civil-time.h"
#include "meso-course.h"
#include "meso-formula-version.h"
#include "meso-lot.h"
#include "meso-next-step.h"
#include "meso-patient-record.h"
#include "meso-preparation.h"
#include "meso-screening-change.h"
#include "meso-treatment-session.h"

G_BEGIN_DECLS

/**
 * MesoChart:
 * @patient: the patient's record, and @health (element-type MesoHealthItem): their allergies, medicines and conditions in all records of
 *   the person, with those that hold no more, never %NULL; what is known of each kind in @allergies_asked and its like, which heed them
 * @screening: (nullable): the newest full screening, and @decisions (element-type MesoScreeningDecision) about it, never %NULL.
 *   One whose time is over is still here, with %MESO_ELIGIBILITY_UNSCREENED: screen again
 *   @changed is the fact that ended it before its time, and @changed_item (nullable) the item of @health that was noted since
 * @short_form: (nullable): today's short form, or today's full screening where that asked all of its questions too;
 *   @short_decisions about it, never %NULL, and @short_eligibility
 * @course: (nullable): the plan made last
 * @formula: (nullable): the newest version of the patient's formula
 * @formula_forbidden: whether that formula passed its check and still must not be given: it holds what a screening excludes, or what the
 *   patient is known by now to be allergic to
 * @keeps_stock: whether any lot is on file: formulas are prepared here
 * @preparation: (nullable): what was prepared of that version of the formula and may still be given now
 * @lapsed: (nullable): where there is none, what was prepared of it last, wasn't given or thrown away, and may not be given any more:
 *   because of @barred_lot (nullable), a lot in it that was recalled or quarantined since or has expired; %NULL: its time is over
 * @last_session: (nullable): the newest session that counts
 * @treatments_done: of @treatments_planned in the course, without those cancelled; @missed: how many were missed. Recalls are
 *   counted where the course has nothing else
 * @next_step: what comes next today
 * @draft_screening: whether a screening of this patient was begun and left
 * @draft_forbids: (nullable): "screening" or "short-form" when one that was begun and left says so far: do not treat
 *
 * All that the window must know of a patient to say what comes next. Immutable.
 */
typedef struct
{
  MesoPatient *patient;
  GPtrArray *health;
  MesoAsked allergies_asked;
  MesoAsked medicines_asked;
  MesoAsked conditions_asked;
  MesoScreening *screening;
  GPtrArray *decisions;
  MesoEligibility eligibility;
  MesoChangedFact changed;
  const MesoHealthItem *changed_item;
  MesoScreening *short_form;
  GPtrArray *short_decisions;
  MesoEligibility short_eligibility;
  MesoCourse *course;
  MesoFormulaVersion *formula;
  gboolean formula_forbidden;
  gboolean keeps_stock;
  MesoPreparation *preparation;
  MesoPreparation *lapsed;
  MesoLot *barred_lot;
  MesoTreatmentSession *last_session;
  int treatments_done;
  int treatments_planned;
  int missed;
  MesoNextStep next_step;
  gboolean draft_screening;
  const char *draft_forbids;
} MesoChart;

void        meso_chart_free          (MesoChart *self);
/* (transfer full) (element-type MesoAnswerProposal): what the record suggests as answers to that form */
GPtrArray  *meso_chart_propose       (const MesoChart *self, const MesoProtocol *protocol, MesoForm form);
/* What the full screening means for a session that begins then (unset minute: on that day): what was noted of the patient's health
 * later, perhaps because of it, doesn't count. */
MesoEligibility meso_chart_judge_at  (const MesoChart *self, const MesoProtocol *protocol, MesoCivilTime start);
/* (transfer none) (nullable): an ingredient of that formula that the chart's screenings exclude */
const char *meso_chart_find_excluded (const MesoChart *self, const MesoFormulaVersion *formula);
/* (transfer full) (nullable): why the record's allergies keep that formula from being given in a session that begins then (unset: now),
 * although it may have been checked before they were known */
char       *meso_chart_dup_allergy   (const MesoChart *self, const MesoProtocol *protocol, const MesoFormulaVersion *formula,
                                      MesoCivilTime start, const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoChart, meso_chart_free)

G_END_DECLS
