/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-store-time.h"

#define MINUTES_PER_HOUR 60

/**
 * meso_store_time_now:
 *
 * Returns: (transfer full): this moment, as moments are stored: "2026-11-22T20:30:00.000000Z"
 */
char *
meso_store_time_now (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%S.%fZ");
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
