/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-time-text.h"

#include <string.h>

#include "meso-text.h"

gboolean
meso_time_text_read (const char *text,
                     int        *minute_out)
{
  g_autofree char *ascii = meso_text_ascii_digits (text);
  g_autofree char *trimmed = meso_text_trim (ascii);
  g_autofree char *colons = NULL;
  g_auto(GStrv) parts = NULL;
  gsize length = strlen (trimmed);
  guint64 hour;
  guint64 minute;

  *minute_out = MESO_CIVIL_TIME_NO_MINUTE;
  if (length == 0)
    return TRUE;
  g_strdelimit (trimmed, ".,", ':');
  /* "1030": the last two digits are the minutes. */
  if (strchr (trimmed, ':') == NULL && length >= 3)
    {
      g_autofree char *hours = g_strndup (trimmed, length - 2);

      colons = g_strconcat (hours, ":", trimmed + length - 2, NULL);
    }
  parts = g_strsplit (colons != NULL ? colons : trimmed, ":", -1);
  if (g_strv_length (parts) != 2 || strlen (parts[1]) != 2 ||
      !g_ascii_string_to_unsigned (parts[0], 10, 0, 23, &hour, NULL) ||
      !g_ascii_string_to_unsigned (parts[1], 10, 0, 59, &minute, NULL))
    return FALSE;
  *minute_out = (int) (hour * 60 + minute);
  return TRUE;
}
