/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-today-summary.h"

#include <glib/gi18n.h>

#include "meso-text.h"
#include "meso-today-agenda.h"
#include "meso-words.h"

static char *
describe_next (MesoContext   *context,
               MesoQueryList *agenda)
{
  const MesoTodayLine *line = meso_today_agenda_find_current (agenda);
  g_autofree char *name = NULL;
  g_autofree char *who = NULL;
  g_autofree char *time = NULL;
  g_autofree char *isolated = NULL;

  if (line == NULL)
    return NULL;
  name = meso_patient_dup_full_name (line->chart->patient);
  who = meso_words_isolate (name);
  time = meso_context_format_minute (context, line->session != NULL ? line->session->minute : -1);
  if (*time == '\0')
    /* Translators: %s is a patient's name */
    return g_strdup_printf (_("%s is next"), who);
  isolated = meso_text_isolate (time);
  /* Translators: a patient's name, and a time of day */
  return g_strdup_printf (_("%s is next, %s"), who, isolated);
}

char *
meso_today_summary_write (MesoContext   *context,
                          MesoQueryList *agenda)
{
  GString *line = g_string_new (NULL);
  guint planned = 0;
  guint done = 0;
  g_autofree char *next = describe_next (context, agenda);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (agenda)); i++)
    {
      g_autoptr(MesoRow) row = g_list_model_get_item (G_LIST_MODEL (agenda), i);
      const MesoTodayLine *of_row = meso_row_get_value (row);

      if (of_row->group != MESO_TODAY_SESSION)
        continue;
      planned += of_row->session->status == MESO_PLANNED || of_row->session->status == MESO_DONE;
      done += of_row->session->status == MESO_DONE;
    }
  if (planned > 0)
    {
      g_autofree char *number = meso_context_format_number (context, planned);
      g_autofree char *n_done = meso_context_format_number (context, done);
      g_autofree char *sessions = g_strdup_printf (ngettext ("%s session", "%s sessions", planned), number);
      /* Translators: how many of today's sessions are recorded and signed */
      g_autofree char *is_signed = done > 0 ? g_strdup_printf (ngettext ("%s signed", "%s signed", done), n_done) : NULL;

      meso_words_append (line, sessions);
      meso_words_append (line, is_signed);
    }
  else
    meso_words_append (line, _("No sessions today"));
  meso_words_append (line, next);
  return g_string_free (line, FALSE);
}
