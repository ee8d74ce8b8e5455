/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-plan.h"

G_BEGIN_DECLS

/**
 * MesoPlanDates:
 *
 * The days of a plan that is laid out, a row each.
 */
#define MESO_TYPE_PLAN_DATES (meso_plan_dates_get_type ())
G_DECLARE_FINAL_TYPE (MesoPlanDates, meso_plan_dates, MESO, PLAN_DATES, AdwPreferencesGroup)

/* plan (nullable): none. (transfer full): how many sessions, until when; "" for none */
char *meso_plan_dates_show (MesoPlanDates *self, MesoContext *context, const MesoPlanTemplate *template, const MesoPlan *plan);

G_END_DECLS
