/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-preparation-plan.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/* Private to services, inside of a unit of work: the plan without lots: the version, whose it is, what has to be drawn, and what bars it. */
MesoPreparationPlan *meso_preparation_planning_begin (MesoStoreContext *context, MesoClinic *clinic, const char *formula, int version,
                                                      const char *language, MesoCalendarDate today, GError **error);
/* Finds lots for all of it, as of mixed_at. */
gboolean             meso_preparation_planning_pick  (MesoPreparationPlan *plan, MesoStoreContext *context, MesoClinic *clinic,
                                                      const char *language, MesoCalendarDate today, GError **error);

G_END_DECLS
