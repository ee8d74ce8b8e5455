/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MESO_MONTHS_PER_YEAR 12
#define MESO_DAYS_PER_WEEK 7

/**
 * MesoCalendarNames:
 * @months: as they stand in a date, @lone_months: as they stand alone
 *
 * Names of one calendar in one language as ICU has them, each table in the calendar's own order; weekdays start with
 * Sunday. Private to meso-calendar.
 */
typedef struct
{
  char *months[MESO_MONTHS_PER_YEAR];
  char *lone_months[MESO_MONTHS_PER_YEAR];
  char *short_months[MESO_MONTHS_PER_YEAR];
  char *weekdays[MESO_DAYS_PER_WEEK];
  char *short_weekdays[MESO_DAYS_PER_WEEK];
  char *narrow_weekdays[MESO_DAYS_PER_WEEK];
} MesoCalendarNames;

/* (transfer none): for the life of the process, from any thread */
const MesoCalendarNames *meso_calendar_names_get (gboolean persian, const char *language);

G_END_DECLS
