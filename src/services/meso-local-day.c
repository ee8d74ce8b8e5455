/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-local-day.h"

/**
 * meso_local_day_of_moment:
 * @utc: (nullable): a moment as it is stored
 *
 * Returns: the day it was on the clinic's wall
 */
MesoCalendarDate
meso_local_day_of_moment (const char *utc)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr(GDateTime) moment = utc != NULL ? g_date_time_new_from_iso8601 (utc, zone) : NULL;
  g_autoptr(GDateTime) local = moment != NULL ? g_date_time_to_local (moment) : NULL;

  if (local == NULL)
    return MESO_CALENDAR_DATE_NONE;
  return (MesoCalendarDate) { (gint16) g_date_time_get_year (local), (guint8) g_date_time_get_month (local),
                              (guint8) g_date_time_get_day_of_month (local) };
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
  g_autoptr(GDateTime) begin = g_date_time_new_local (day.year, day.month, day.day, 0, 0, 0);
  g_autoptr(GDateTime) utc = begin != NULL ? g_date_time_to_utc (begin) : NULL;

  return utc != NULL ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%S.000000Z") : g_strdup ("");
}
