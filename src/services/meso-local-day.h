/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-civil-time.h"

G_BEGIN_DECLS

/* The clinic's days and the moments that are stored, which are UTC. The clinic's zone is this computer's. */
MesoCivilTime     meso_local_day_now       (void);
/* unset for what is no moment */
MesoCalendarDate  meso_local_day_of_moment (const char *utc);
MesoCivilTime     meso_local_day_time_of_moment (const char *utc);
/* (transfer full): the first moment of a day, "2026-11-22T00:00:00.000000Z" */
char             *meso_local_day_to_moment (MesoCalendarDate day);
/* (transfer full): a time of the clinic's wall clock as a moment; without a time of day, the end of the day */
char             *meso_local_day_moment_at (MesoCivilTime time);

G_END_DECLS
