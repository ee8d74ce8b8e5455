/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-civil-time.h"
#include "meso-clinic.h"
#include "meso-course.h"
#include "meso-plan.h"

G_BEGIN_DECLS

MesoPlan *meso_plan_service_record (MesoClinic              *clinic,
                                    const char              *patient,
                                    const MesoPlanTemplate  *template,
                                    const MesoPlanOptions   *options,
                                    GError                 **error);

/* The first day that the newest screening leaves open, or unset: what a form that lays out a course begins with. FALSE with
 * MESO_SERVICES_ERROR_REFUSED when it says do not treat, or wait without a day */
gboolean  meso_plan_service_get_not_before (MesoClinic *clinic, const char *patient, MesoCalendarDate *day_out, GError **error);
/* The course as it is laid out now, not stored: what the form shows. Closed days are the clinic's. */
MesoPlan *meso_plan_service_lay_out (MesoClinic *clinic, const char *patient, const MesoPlanTemplate *template,
                                     const MesoPlanOptions *options, GError **error);
/* minute of the day, -1 when only the day is known. following: the sessions after it that are still planned move by as many days, past
 * closed days */
gboolean  meso_plan_service_move       (MesoClinic *clinic, const char *plan, int n, MesoCivilTime when, gboolean following,
                                        const char *reason, GError **error);
gboolean  meso_plan_service_set_status (MesoClinic *clinic, const char *plan, int n, MesoPlannedStatus status, const char *reason,
                                        GError **error);
/* A physician closes what suspended the course. */
gboolean  meso_plan_service_resume     (MesoClinic *clinic, const char *plan, const char *reason, GError **error);
gboolean  meso_plan_service_stop       (MesoClinic *clinic, const char *plan, const char *reason, GError **error);

G_END_DECLS
