/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-store-time.h"

#define MINUTES_PER_HOUR 60

static char *
write_moment (GDateTime *moment)
{
  return g_date_time_format (moment, "%Y-%m-%dT%H:%M:%S.%fZ");
}

/**
 * meso_store_time_now:
 *
 * Returns: (transfer full): this moment, as moments are stored: "2026-11-22T20:30:00.000000Z"
 */
char *
meso_store_time_now (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();

  return write_moment (now);
}

static GDateTime *
read_moment (const char *utc)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();

  return utc != NULL ? g_date_time_new_from_iso8601 (utc, zone) : NULL;
}

/**
 * meso_store_time_get_local:
 * @utc: (nullable): a moment as it is stored
 *
 * Returns: what the clinic's clock showed then
 */
MesoCivilTime
meso_store_time_get_local (const char *utc)
{
  g_autoptr(GDateTime) moment = read_moment (utc);
  g_autoptr(GDateTime) local = moment != NULL ? g_date_time_to_local (moment) : NULL;

  return local != NULL ? meso_civil_time_from_date_time (local) : MESO_CIVIL_TIME_NONE;
}

/**
 * meso_store_time_from_local:
 * @time: a day, and perhaps a time of day, on the clinic's clock
 *
 * Returns: (transfer full): that time as moments are stored; without a time of day, when the next day begins
 */
char *
meso_store_time_from_local (MesoCivilTime time)
{
  gboolean whole_day = time.minute == MESO_CIVIL_TIME_NO_MINUTE;
  MesoCalendarDate day = whole_day ? meso_calendar_date_add_days (time.date, 1) : time.date;
  int minute = whole_day ? 0 : time.minute;
  g_autoptr(GDateTime) local = g_date_time_new_local (day.year, day.month, day.day, minute / MINUTES_PER_HOUR, minute % MINUTES_PER_HOUR, 0);
  g_autoptr(GDateTime) utc = local != NULL ? g_date_time_to_utc (local) : NULL;

  return utc != NULL ? write_moment (utc) : g_strdup ("");
}

/**
 * meso_store_time_add_hours:
 * @utc: (nullable): a moment as it is stored
 *
 * Returns: (transfer full) (nullable): the moment so many hours later
 */
char *
meso_store_time_add_hours (const char *utc, int hours)
{
  g_autoptr(GDateTime) moment = read_moment (utc);
  g_autoptr(GDateTime) later = moment != NULL ? g_date_time_add_hours (moment, hours) : NULL;

  return later != NULL ? write_moment (later) : NULL;
}

/* minute: outside of a day, it is stored so that the schema refuses it. Returns: (transfer full) (nullable) */
char *
meso_store_time_to_text (int minute)
{
  if (minute == MESO_CIVIL_TIME_NO_MINUTE)
    return NULL;
  return g_strdup_printf ("%02d:%02d", minute / MINUTES_PER_HOUR, minute % MINUTES_PER_HOUR);
}

/* text: (nullable): of a column whose form the schema keeps */
int
meso_store_time_from_text (const char *text)
{
  int hour, minute;

  if (text == NULL)
    return MESO_CIVIL_TIME_NO_MINUTE;
  hour = g_ascii_digit_value (text[0]) * 10 + g_ascii_digit_value (text[1]);
  minute = g_ascii_digit_value (text[3]) * 10 + g_ascii_digit_value (text[4]);
  return hour * MINUTES_PER_HOUR + minute;
}
