/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-sought.h"

#include <string.h>

#include "meso-text.h"

/* The years of a Persian date that somebody can mean begin with these digits, in either form. */
static gboolean
is_persian (const char *typed)
{
  g_autofree char *ascii = meso_text_ascii_digits (typed);
  g_autofree char *trimmed = meso_text_trim (ascii);

  for (const char *p = trimmed; *p != '\0'; p++)
    {
      gsize n = strspn (p, "0123456789");

      if (n == 4)
        return p[0] == '1' && p[1] < '7';
      if (n > 0)
        p += n - 1;
    }
  return FALSE;
}

/* The first day that is typed, and what stands beside it. */
static void
read_day (MesoSought  *self,
          MesoContext *context,
          const char  *typed)
{
  g_auto(GStrv) chunks = g_strsplit_set (typed, " \t\n", -1);
  g_autoptr(GString) rest = g_string_new (NULL);

  for (guint i = 0; chunks[i] != NULL; i++)
    {
      if (!meso_calendar_date_is_set (self->day) && meso_context_parse_date (context, chunks[i], &self->day, NULL))
        self->calendar = is_persian (chunks[i]) ? MESO_CALENDAR_PERSIAN : MESO_CALENDAR_GREGORIAN;
      else
        g_string_append_printf (rest, "%s ", chunks[i]);
    }
  self->rest = meso_match_new (rest->str);
}

MesoSought *
meso_sought_new (MesoContext *context,
                 const char  *typed)
{
  MesoSought *self = g_rc_box_new0 (MesoSought);

  self->day = MESO_CALENDAR_DATE_NONE;
  self->text = g_strdup (typed);
  self->match = meso_match_new (typed);
  read_day (self, context, typed);
  return self;
}

MesoSought *
meso_sought_ref (MesoSought *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  MesoSought *self = data;

  g_free (self->text);
  meso_match_free (self->match);
  meso_match_free (self->rest);
}

void
meso_sought_unref (MesoSought *self)
{
  g_rc_box_release_full (self, clear);
}

gboolean
meso_sought_is_day (const MesoSought *self,
                    MesoCalendarDate  date)
{
  return meso_calendar_date_is_set (self->day) && meso_calendar_date_compare (self->day, date) == 0;
}

char *
meso_sought_write_day (const MesoSought *self,
                       MesoContext      *context)
{
  g_autofree char *day = meso_calendar_format_date_as (self->day, self->calendar, meso_context_get_language (context),
                                                       MESO_DATE_STYLE_FULL);
  /* The weekday is the first word in either calendar. */
  const char *space = strchr (day, ' ');

  return meso_context_localise_digits (context, space != NULL ? space + 1 : day);
}
