/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-civil-time.h"

G_BEGIN_DECLS

/* "10:30", "10.30", "1030", «۱۰:۳۰»: the minute of the day; an empty text is no time, MESO_CIVIL_TIME_NO_MINUTE. FALSE for what is no
 * time of day. */
gboolean meso_time_text_read (const char *text, int *minute_out);

G_END_DECLS
