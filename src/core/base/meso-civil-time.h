/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-calendar-date.h"

G_BEGIN_DECLS

#define MESO_CIVIL_TIME_NO_MINUTE (-1)

/**
 * MesoCivilTime:
 * @date: the day; unset when there is none
 * @minute: minute of the day, 0 to 1439; -1 when only the day is known
 *
 * A day, and perhaps a time of day, as the clinic's wall clock shows it: no zone, never an instant. Passed by value.
 */
typedef struct
{
  MesoCalendarDate date;
  int minute;
} MesoCivilTime;

#define MESO_CIVIL_TIME_NONE ((MesoCivilTime) { { 0, 0, 0 }, MESO_CIVIL_TIME_NO_MINUTE })

/* As the clock of the moment's own zone shows it */
MesoCivilTime meso_civil_time_from_date_time (GDateTime *moment);
/* `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, nothing else */
gboolean      meso_civil_time_parse     (const char *text, MesoCivilTime *time_out, GError **error);
char         *meso_civil_time_to_string (MesoCivilTime time);
/* Without a time of day, hours are rounded away from zero to whole days: 24 hours after a day is the next day, meaning its
 * end; 24 hours before is the day before, meaning its start. The result is unset when it lies outside of the years 1 to 9999. */
MesoCivilTime meso_civil_time_add_hours (MesoCivilTime time, int hours);
MesoCivilTime meso_civil_time_add_days  (MesoCivilTime time, int days);
int           meso_civil_time_compare   (MesoCivilTime a, MesoCivilTime b);

G_END_DECLS
