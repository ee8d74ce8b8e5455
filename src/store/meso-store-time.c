/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-store-time.h"

#define MINUTES_PER_HOUR 60

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
