/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-course.h"
#include "meso-plan.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

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
/* to without a time of day takes away the one it had */
gboolean    meso_plan_repository_move       (MesoStoreContext *context, const char *staff, const char *plan, int n,
                                             MesoCivilTime to, const char *reason, GError **error);
/* Suspending and stopping need a reason. */
gboolean    meso_plan_repository_set_plan_status (MesoStoreContext *context, const char *staff, const char *plan,
                                                  MesoCourseStatus status, const char *reason, GError **error);
/* (nullable): the first session from that day on that is still planned, of any active plan; NULL without error when there is
 * none */
MesoPlannedSession *meso_plan_repository_next_of_patient (MesoStoreContext *context, const char *patient, MesoCalendarDate from,
                                                          GError **error);

G_END_DECLS
