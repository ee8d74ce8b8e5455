/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-plan.h"
#include "meso-store-context.h"

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

/* (transfer full): the new id */
char       *meso_plan_repository_insert (MesoStoreContext *context, const char *staff, const char *patient, const MesoPlan *plan, GError **error);
MesoCourse *meso_plan_repository_get    (MesoStoreContext *context, const char *id, GError **error);
/* (nullable): the plan made last; NULL without error when there is none */
MesoCourse *meso_plan_repository_latest_of_patient (MesoStoreContext *context, const char *patient, GError **error);
/* (element-type MesoCourse): newest first */
GPtrArray  *meso_plan_repository_list   (MesoStoreContext *context, const char *patient, GError **error);
/* (element-type MesoPlannedSession): all patients' sessions from the first day to the last, both included */
GPtrArray  *meso_plan_repository_list_between (MesoStoreContext *context, MesoCalendarDate from, MesoCalendarDate to, GError **error);
/* A cancelled session needs a reason. */
gboolean    meso_plan_repository_set_status (MesoStoreContext *context, const char *staff, const char *plan, int n,
                                             MesoPlannedStatus status, const char *reason, GError **error);
gboolean    meso_plan_repository_move       (MesoStoreContext *context, const char *staff, const char *plan, int n,
                                             MesoCalendarDate date, const char *reason, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoPlannedSession, meso_planned_session_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoCourse, meso_course_free)

G_END_DECLS
