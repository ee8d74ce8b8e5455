/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

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

/**
 * MesoPlannedSession:
 * @plan: the plan's id, and @n its number there, from 1
 * @reason: why it was moved, missed or cancelled; "" when nobody said
 */
typedef struct
{
  char *plan;
  char *patient;
  int n;
  MesoCalendarDate date;
  MesoPlanKind kind;
  MesoPlannedStatus status;
  char *reason;
} MesoPlannedSession;

void meso_planned_session_free (MesoPlannedSession *self);

/**
 * MesoCourse:
 * @sessions: (element-type MesoPlannedSession): in order of n
 *
 * A patient's stored plan.
 */
typedef struct
{
  char *id;
  char *patient;
  char *template_id;
  char *created_at;
  char *created_by;
  GPtrArray *sessions;
} MesoCourse;

void meso_course_free (MesoCourse *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoPlannedSession, meso_planned_session_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoCourse, meso_course_free)

G_END_DECLS
