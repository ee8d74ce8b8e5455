/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-course.h"
#include "meso-eligibility.h"

G_BEGIN_DECLS

/**
 * MesoNextStep:
 * @MESO_NEXT_STEP_SCREEN: begin the screening, or answer what it lacks
 * @MESO_NEXT_STEP_DECIDE: a physician decides, or enters the clearance
 * @MESO_NEXT_STEP_SIGN: a physician signs the verdict
 * @MESO_NEXT_STEP_PLAN: choose a course of sessions
 * @MESO_NEXT_STEP_FORMULA: build the formula
 * @MESO_NEXT_STEP_PREPARE: prepare the formula for the session that is due, where the clinic keeps its stock here
 * @MESO_NEXT_STEP_SESSION: record the session that is due
 * @MESO_NEXT_STEP_AFTERCARE: hand out the aftercare sheet of the session that was recorded
 * @MESO_NEXT_STEP_BOOK: give the next date a time, or move it
 * @MESO_NEXT_STEP_REVIEW: the course is suspended; a physician closes that
 * @MESO_NEXT_STEP_NONE: nothing to do: blocked, waiting, or the course is over
 *
 * The one thing that comes next for a patient: what the primary button offers.
 */
typedef enum {
  MESO_NEXT_STEP_SCREEN,
  MESO_NEXT_STEP_DECIDE,
  MESO_NEXT_STEP_SIGN,
  MESO_NEXT_STEP_PLAN,
  MESO_NEXT_STEP_FORMULA,
  MESO_NEXT_STEP_PREPARE,
  MESO_NEXT_STEP_SESSION,
  MESO_NEXT_STEP_AFTERCARE,
  MESO_NEXT_STEP_BOOK,
  MESO_NEXT_STEP_REVIEW,
  MESO_NEXT_STEP_NONE,
} MesoNextStep;

/**
 * MesoCareFacts:
 * @eligibility: of the full screening; @screened_on: its day, unset when there is none
 * @short_eligibility: of today's short form; %MESO_ELIGIBILITY_UNSCREENED while there is none, %MESO_ELIGIBILITY_SIGNED also
 *   for one that meso_eligibility_allows_session() lets pass unsigned
 * @draft_forbids: whether a screening that was begun and left says so far: do not treat
 * @course: (nullable): the plan made last
 * @has_formula: whether a checked formula without a block is on file
 * @keeps_stock: whether any lot is on file
 * @has_preparation: whether that formula was prepared and may still be given
 * @treated_on: day of the last session recorded; unset when there is none
 * @aftercare_on: day that the newest aftercare sheet was made out for; unset when there is none
 *
 * What the next step follows from.
 */
typedef struct
{
  MesoEligibility eligibility;
  MesoCalendarDate screened_on;
  MesoEligibility short_eligibility;
  gboolean draft_forbids;
  const MesoCourse *course;
  gboolean has_formula;
  gboolean keeps_stock;
  gboolean has_preparation;
  MesoCalendarDate treated_on;
  MesoCalendarDate aftercare_on;
} MesoCareFacts;

const char               *meso_next_step_to_string (MesoNextStep step);
/* Pure. */
MesoNextStep              meso_next_step_choose    (const MesoCareFacts *facts, MesoCalendarDate today);
/* (nullable) (transfer none): the first treatment or maintenance session that is still planned; NULL when the course was finished or
 * stopped */
const MesoPlannedSession *meso_course_get_next_session (const MesoCourse *course);

G_END_DECLS
