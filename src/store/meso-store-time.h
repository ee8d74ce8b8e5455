/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-civil-time.h"

G_BEGIN_DECLS

/* (transfer full): this moment, as moments are stored: UTC, to the microsecond, with a Z */
char *meso_store_time_now       (void);
/* What the clinic's clock shows at a moment as it is stored, and back; MESO_CIVIL_TIME_NONE for what is no moment. The clinic's zone is
 * this computer's. (transfer full): "" for a time that the clock never shows */
MesoCivilTime meso_store_time_get_local  (const char *utc);
char         *meso_store_time_from_local (MesoCivilTime time);
/* (transfer full) (nullable): so many hours after a moment; NULL for what is no moment */
char         *meso_store_time_add_hours  (const char *utc, int hours);
/* Private: a time of day as it is stored, "HH:MM", and as a minute of the day; NULL and MESO_CIVIL_TIME_NO_MINUTE without one. */
char *meso_store_time_to_text   (int minute);
int   meso_store_time_from_text (const char *text);

G_END_DECLS
