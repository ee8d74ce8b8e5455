/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-civil-time.h"

G_BEGIN_DECLS

/* (transfer full): this moment, as moments are stored: UTC, to the microsecond, with a Z */
char *meso_store_time_now       (void);
/* Private: a time of day as it is stored, "HH:MM", and as a minute of the day; NULL and MESO_CIVIL_TIME_NO_MINUTE without one. */
char *meso_store_time_to_text   (int minute);
int   meso_store_time_from_text (const char *text);

G_END_DECLS
