/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-answer.h"
#include "meso-course.h"

G_BEGIN_DECLS

/**
 * MesoPatientOutlook:
 * @patient: id of the record
 * @registered_at: when the person was first entered, UTC
 * @last_seen: the day of the newest session or screening that counts; unset when there is none
 * @on_course: whether there is a plan, and @course_status what became of the one made last
 * @next: the day of what is planned first in it, unset when nothing is left; @next_minute, %MESO_CIVIL_TIME_NO_MINUTE for none;
 *   @next_kind; it is number @next_place of the @next_count of its kind
 * @allergies: (array zero-terminated=1): what the patient is allergic to, as it was written, the severest first
 * @formula_doubtful: whether a session is to come, there is a formula, and something on file could forbid it
 * @formula_forbidden: whether something does, as a chart says it
 * @asked_pregnant: whether that was asked, and @pregnant the newest answer
 *
 * What a long list says of a patient beside the record itself. Immutable.
 */
typedef struct
{
  char *patient;
  char *registered_at;
  MesoCalendarDate last_seen;
  gboolean on_course;
  MesoCourseStatus course_status;
  MesoCalendarDate next;
  int next_minute;
  MesoPlanKind next_kind;
  int next_place;
  int next_count;
  GStrv allergies;
  gboolean formula_doubtful;
  gboolean formula_forbidden;
  gboolean asked_pregnant;
  MesoAnswerKind pregnant;
} MesoPatientOutlook;

void meso_patient_outlook_free (MesoPatientOutlook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoPatientOutlook, meso_patient_outlook_free)

G_END_DECLS
