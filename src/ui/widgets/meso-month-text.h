/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-calendar.h"

G_BEGIN_DECLS

/* "03/2027", "2027-03", «۱۴۰۵/۱۲»: the last day of that month of either calendar, as a month on a box means it. FALSE for everything else:
 * a year of two digits would be one of either calendar. */
gboolean meso_month_text_read (const char *text, MesoCalendarDate *last_day_out);

G_END_DECLS
