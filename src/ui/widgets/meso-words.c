/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-words.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

#define FIRST_STRONG_ISOLATE "\xe2\x81\xa8"
#define POP_ISOLATE "\xe2\x81\xa9"
#define LEFT_TO_RIGHT_MARK "\xe2\x80\x8e"
#define RIGHT_TO_LEFT_MARK "\xe2\x80\x8f"

char *
meso_words_isolate (const char *text)
{
  gboolean rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  /* Pango takes the first letter for the direction of the whole line, also one inside of an isolate. */
  return g_strconcat (rtl ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK, FIRST_STRONG_ISOLATE, text, POP_ISOLATE, NULL);
}

void
meso_words_append (GString    *line,
                   const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    /* Translators: stands between the parts of a line. In Persian the dot looks like a zero beside digits: use a comma there. */
    g_string_append (line, C_("between parts", " · "));
  g_string_append (line, part);
}

char *
meso_words_date (MesoContext      *context,
                 MesoCalendarDate  date)
{
  gboolean this_year = date.year == meso_context_get_today (context).year;
  g_autofree char *text = meso_context_format_date (context, date,
                                                    this_year ? MESO_DATE_STYLE_SHORT : MESO_DATE_STYLE_SHORT_WITH_YEAR);

  return meso_words_isolate (text);
}

char *
meso_words_day (MesoContext      *context,
                MesoCalendarDate  date)
{
  int days = meso_calendar_date_days_between (meso_context_get_today (context), date);

  if (days == 0)
    return g_strdup (_("today"));
  if (days == 1)
    return g_strdup (_("tomorrow"));
  if (days == -1)
    return g_strdup (_("yesterday"));
  return meso_words_date (context, date);
}
