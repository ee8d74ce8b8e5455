/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-local-day.h"

#include "meso-store-time.h"

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
  return meso_store_time_get_local (utc);
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

/**
 * meso_local_day_to_moment:
 * @day: a day
 *
 * Returns: (transfer full): when it begins, as moments are stored
 */
char *
meso_local_day_to_moment (MesoCalendarDate day)
{
  return meso_store_time_from_local ((MesoCivilTime) { day, 0 });
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
  return meso_store_time_from_local (time);
}
