/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-words.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>
#include <string.h>

#include "meso-text-fold.h"

#define FIRST_STRONG_ISOLATE "\xe2\x81\xa8"
#define POP_ISOLATE "\xe2\x81\xa9"
#define LEFT_TO_RIGHT_MARK "\xe2\x80\x8e"
#define RIGHT_TO_LEFT_MARK "\xe2\x80\x8f"

const char *
meso_words_get_direction_mark (void)
{
  return gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK;
}

char *
meso_words_isolate (const char *text)
{
  /* Pango takes the first letter for the direction of the whole line, also one inside of an isolate. */
  return g_strconcat (meso_words_get_direction_mark (), FIRST_STRONG_ISOLATE, text, POP_ISOLATE, NULL);
}

char *
meso_words_count (MesoContext *context,
                  guint64      n)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, n);
  g_autoptr(GString) grouped = g_string_new (digits);

  for (gssize place = (gssize) grouped->len - 3; place > 0; place -= 3)
    /* Translators: stands between the thousands of a number */
    g_string_insert (grouped, place, C_("thousands", ","));
  return meso_context_localise_digits (context, grouped->str);
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
meso_words_date_alone (MesoContext      *context,
                       MesoCalendarDate  date)
{
  g_autofree char *text = meso_context_format_date (context, date, MESO_DATE_STYLE_FULL);
  /* The weekday is the first word in either calendar. */
  const char *space = strchr (text, ' ');

  return meso_words_isolate (space != NULL ? space + 1 : text);
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

gboolean
meso_words_hold (const char *folded,
                 const char *wanted)
{
  g_autoptr(GPtrArray) words = meso_text_fold_words (wanted);

  for (guint i = 0; i < words->len; i++)
    {
      if (strstr (folded, g_ptr_array_index (words, i)) == NULL)
        return FALSE;
    }
  return TRUE;
}
