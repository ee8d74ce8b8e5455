/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-local-day.h"

#define MINUTES_PER_HOUR 60

/**
 * meso_local_day_now:
 *
 * Returns: what the clinic's wall clock shows; its day is today
 */
MesoCivilTime
meso_local_day_now (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  return meso_civil_time_from_date_time (now);
}

/**
 * meso_local_day_time_of_moment:
 * @utc: (nullable): a moment as it is stored
 *
 * Returns: what the clinic's wall clock showed then
 */
MesoCivilTime
meso_local_day_time_of_moment (const char *utc)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr(GDateTime) moment = utc != NULL ? g_date_time_new_from_iso8601 (utc, zone) : NULL;
  g_autoptr(GDateTime) local = moment != NULL ? g_date_time_to_local (moment) : NULL;

  return local != NULL ? meso_civil_time_from_date_time (local) : MESO_CIVIL_TIME_NONE;
}

/**
 * meso_local_day_of_moment:
 * @utc: (nullable): a moment as it is stored
 *
 * Returns: the day it was on the clinic's wall
 */
MesoCalendarDate
meso_local_day_of_moment (const char *utc)
{
  return meso_local_day_time_of_moment (utc).date;
}

static char *
to_moment (MesoCalendarDate day,
           int              minute)
{
  g_autoptr(GDateTime) local = g_date_time_new_local (day.year, day.month, day.day, minute / MINUTES_PER_HOUR,
                                                      minute % MINUTES_PER_HOUR, 0);
  g_autoptr(GDateTime) utc = local != NULL ? g_date_time_to_utc (local) : NULL;

  return utc != NULL ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%S.000000Z") : g_strdup ("");
}

/**
 * meso_local_day_to_moment:
 * @day: a day
 *
 * Returns: (transfer full): when it begins, as moments are stored
 */
char *
meso_local_day_to_moment (MesoCalendarDate day)
{
  return to_moment (day, 0);
}

/**
 * meso_local_day_moment_at:
 * @time: a day, and perhaps a time of day, on the clinic's wall clock
 *
 * Returns: (transfer full): that time as moments are stored; without a time of day, when the next day begins
 */
char *
meso_local_day_moment_at (MesoCivilTime time)
{
  return time.minute != MESO_CIVIL_TIME_NO_MINUTE ? to_moment (time.date, time.minute)
                                                  : to_moment (meso_calendar_date_add_days (time.date, 1), 0);
}
