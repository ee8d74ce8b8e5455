/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-opened-life.h"

#include <glib/gi18n.h>

#include "meso-ingredient.h"
#include "meso-text-fold.h"
#include "meso-text.h"

#define DAY_HOURS 24

/* Both languages, whichever the window is in: a label is copied as it stands. */
static gboolean
is_unit (const char        *unit,
         const char *const *words)
{
  g_autofree char *folded = meso_text_fold (unit);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = meso_text_fold (words[i]);

      if (g_str_equal (folded, word))
        return TRUE;
    }
  return FALSE;
}

gboolean
meso_opened_life_read (const char *text,
                       int        *hours_out)
{
  static const char *const days[] = { "", "d", "day", "days", "روز", NULL };
  static const char *const hours[] = { "h", "hour", "hours", "hr", "hrs", "ساعت", NULL };
  g_autofree char *ascii = meso_text_ascii_digits (text);
  g_autofree char *trimmed = meso_text_trim (ascii);
  char *unit;
  gint64 number;

  *hours_out = 0;
  if (*trimmed == '\0')
    return TRUE;
  if (!g_ascii_isdigit (*trimmed))
    return FALSE;
  number = g_ascii_strtoll (trimmed, &unit, 10);
  if (number < 1 || number > MESO_PRODUCT_MAX_OPENED_LIFE_H)
    return FALSE;
  if (is_unit (unit, days))
    number *= DAY_HOURS;
  else if (!is_unit (unit, hours))
    return FALSE;
  if (number > MESO_PRODUCT_MAX_OPENED_LIFE_H)
    return FALSE;
  *hours_out = (int) number;
  return TRUE;
}

char *
meso_opened_life_write (MesoContext *context,
                        int          hours)
{
  gboolean days = hours % DAY_HOURS == 0;
  int n = days ? hours / DAY_HOURS : hours;
  g_autofree char *number = meso_context_format_number (context, n);

  if (hours == 0)
    return g_strdup ("");
  return g_strdup_printf (days ? ngettext ("%s day", "%s days", (gulong) n) : ngettext ("%s hour", "%s hours", (gulong) n), number);
}
