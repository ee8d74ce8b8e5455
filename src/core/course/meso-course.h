/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-civil-time.h"
#include "meso-plan.h"

G_BEGIN_DECLS

typedef enum {
  MESO_PLANNED,
  MESO_DONE,
  MESO_MISSED,
  MESO_CANCELLED,
} MesoPlannedStatus;

const char *meso_planned_status_to_string   (MesoPlannedStatus status);   /* "planned", "done", "missed", "cancelled" */
gboolean    meso_planned_status_from_string (const char *text, MesoPlannedStatus *status_out);

typedef enum {
  MESO_COURSE_ACTIVE,
  MESO_COURSE_SUSPENDED,   /* until a physician lets it go on */
  MESO_COURSE_FINISHED,
  MESO_COURSE_STOPPED,
} MesoCourseStatus;

const char *meso_course_status_to_string   (MesoCourseStatus status);   /* "active", "suspended", "finished", "stopped" */
gboolean    meso_course_status_from_string (const char *text, MesoCourseStatus *status_out);

/**
 * MesoPlannedSession:
 * @plan: the plan's id, and @n its number there, from 1
 * @plan_status: what became of the plan as a whole: what is planned in a plan that isn't active is not due
 * @minute: minute of the day, %MESO_CIVIL_TIME_NO_MINUTE when only the day is known
 * @reason: why it was moved, missed or cancelled; "" when nobody said
 */
typedef struct
{
  char *plan;
  char *patient;
  MesoCourseStatus plan_status;
  int n;
  MesoCalendarDate date;
  int minute;
  MesoPlanKind kind;
  MesoPlannedStatus status;
  char *reason;
} MesoPlannedSession;

void meso_planned_session_free (MesoPlannedSession *self);

/**
 * MesoCourse:
 * @status_reason: why it has that state; "" when nobody said
 * @status_at: (nullable): when it got that state, and @status_by (nullable) the name of who gave it; %NULL for one that it always had
 * @sessions: (element-type MesoPlannedSession): in order of n
 *
 * A patient's stored plan.
 */
typedef struct
{
  char *id;
  char *patient;
  char *template_id;
  MesoCourseStatus status;
  char *status_reason;
  char *status_at;
  char *status_by;
  char *created_at;
  char *created_by;
  GPtrArray *sessions;
} MesoCourse;

void meso_course_free (MesoCourse *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoPlannedSession, meso_planned_session_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoCourse, meso_course_free)

G_END_DECLS
