/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-today-agenda.h"

#include <gtk/gtk.h>

#include "meso-preparation-words.h"

/* Enough for a glance: whoever needs more opens the patients. */
#define SIDE_MAX 20

static void
line_free (gpointer data)
{
  MesoTodayLine *self = data;

  g_clear_pointer (&self->session, meso_planned_session_free);
  g_clear_pointer (&self->chart, meso_chart_free);
  g_free (self);
}

/* (transfer full): what of it may not be given any more, and why, is said in the row */
static char *
describe_preparation (const MesoChart *chart)
{
  return g_strdup_printf ("%s %s %d", chart->lapsed != NULL ? chart->lapsed->id : "", chart->barred_lot != NULL ? chart->barred_lot->number : "",
                          chart->barred_lot != NULL ? (int) chart->barred_lot->state : -1);
}

/* All that a row shows. */
static char *
make_key (const MesoTodayLine *line)
{
  const MesoChart *chart = line->chart;
  const MesoPlannedSession *session = line->session;
  const MesoPlannedSession *next = meso_course_get_next_session (chart->course);
  g_autofree char *name = meso_patient_dup_full_name (chart->patient);
  g_autofree char *planned = session == NULL ? NULL
    : g_strdup_printf ("%s %d %d-%d-%d %d %d %d %d %s", session->plan, session->n, session->date.year, session->date.month,
                       session->date.day, session->minute, session->kind, session->status, session->plan_status, session->reason);
  g_autofree char *at = next == NULL ? NULL : g_strdup_printf ("%d-%d-%d %d", next->date.year, next->date.month, next->date.day,
                                                               next->minute);
  g_autofree char *prepared = describe_preparation (chart);

  return g_strdup_printf ("%s|%d %d|%s|%s|%s|%s|%d %d %d %d %d|%s|%s|%" G_GINT64_FORMAT, prepared, line->group, line->current,
                          chart->patient->id, name, planned, at, chart->next_step, chart->eligibility, chart->short_eligibility, chart->draft_screening,
                          chart->course != NULL ? (int) chart->course->status : -1, chart->screening != NULL ? chart->screening->id : "",
                          chart->short_form != NULL ? chart->short_form->id : "", chart->patient->revision);
}

/* entries (transfer full) (element-type MesoAgendaEntry) (nullable) */
static void
add_lines (GPtrArray      *lines,
           GPtrArray      *entries,
           MesoTodayGroup  group)
{
  for (guint i = 0; i < entries->len; i++)
    {
      MesoAgendaEntry *entry = g_ptr_array_index (entries, i);
      MesoTodayLine *line = g_new0 (MesoTodayLine, 1);

      line->group = group;
      line->session = g_steal_pointer (&entry->session);
      line->chart = g_steal_pointer (&entry->chart);
      g_ptr_array_add (lines, line);
    }
  g_ptr_array_unref (entries);
}

/* Somebody can do something for this patient here and now. */
static gboolean
is_waiting (const MesoTodayLine *line)
{
  MesoNextStep step = line->chart->next_step;

  if (line->group != MESO_TODAY_SESSION && line->group != MESO_TODAY_BEGUN)
    return FALSE;
  if (line->session != NULL && line->session->status != MESO_PLANNED && line->session->status != MESO_DONE)
    return FALSE;
  return step != MESO_NEXT_STEP_NONE && step != MESO_NEXT_STEP_REVIEW && step != MESO_NEXT_STEP_BOOK;
}

/* Who is still to be treated comes before the paper of who was. */
static void
mark_current (GPtrArray *lines)
{
  MesoTodayLine *paper = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      MesoTodayLine *line = g_ptr_array_index (lines, i);

      if (!is_waiting (line))
        continue;
      if (line->chart->next_step != MESO_NEXT_STEP_AFTERCARE)
        {
          line->current = TRUE;
          return;
        }
      if (paper == NULL)
        paper = line;
    }
  if (paper != NULL)
    paper->current = TRUE;
}

static gboolean
gather (MesoClinic        *clinic,
        MesoCalendarDate   today,
        GPtrArray         *lines,
        GError           **error)
{
  GPtrArray *entries = meso_agenda_service_list_day (clinic, today, today, error);

  if (entries == NULL)
    return FALSE;
  add_lines (lines, entries, MESO_TODAY_SESSION);
  entries = meso_agenda_service_list_begun (clinic, today, SIDE_MAX, error);
  if (entries == NULL)
    return FALSE;
  add_lines (lines, entries, MESO_TODAY_BEGUN);
  entries = meso_agenda_service_list_overdue (clinic, today, SIDE_MAX, error);
  if (entries == NULL)
    return FALSE;
  add_lines (lines, entries, MESO_TODAY_OVERDUE);
  entries = meso_agenda_service_list_due (clinic, today, SIDE_MAX, error);
  if (entries == NULL)
    return FALSE;
  add_lines (lines, entries, MESO_TODAY_DUE);
  entries = meso_agenda_service_list_day (clinic, meso_calendar_date_add_days (today, 1), today, error);
  if (entries == NULL)
    return FALSE;
  add_lines (lines, entries, MESO_TODAY_TOMORROW);
  return TRUE;
}

static gpointer
query (MesoClinic  *clinic,
       gpointer     request,
       GError     **error)
{
  const MesoCalendarDate *today = request;
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  GPtrArray *rows;

  if (!gather (clinic, *today, lines, error))
    return NULL;
  mark_current (lines);
  rows = g_ptr_array_new_with_free_func (g_object_unref);
  /* The rows own the lines from here on. */
  g_ptr_array_set_free_func (lines, NULL);
  for (guint i = 0; i < lines->len; i++)
    {
      MesoTodayLine *line = g_ptr_array_index (lines, i);
      g_autofree char *key = make_key (line);

      g_ptr_array_add (rows, meso_row_new (key, line, line_free));
    }
  return rows;
}

MesoQueryList *
meso_today_agenda_new (MesoContext *context)
{
  MesoCalendarDate today = meso_context_get_today (context);

  return meso_query_list_new (meso_context_get_clinic (context), query, g_memdup2 (&today, sizeof today), g_free,
                              "patient screening decision plan formula stock preparation session handout draft");
}

const MesoTodayLine *
meso_today_agenda_find_current (MesoQueryList *agenda)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (agenda)); i++)
    {
      g_autoptr(MesoRow) row = g_list_model_get_item (G_LIST_MODEL (agenda), i);
      const MesoTodayLine *line = meso_row_get_value (row);

      if (line->current)
        return line;
    }
  return NULL;
}

gboolean
meso_today_agenda_is_outdated (MesoQueryList *agenda)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (agenda)); i++)
    {
      g_autoptr(MesoRow) row = g_list_model_get_item (G_LIST_MODEL (agenda), i);
      const MesoPreparation *preparation = ((const MesoTodayLine *) meso_row_get_value (row))->chart->preparation;

      if (preparation != NULL && meso_preparation_words_get_state (preparation) != MESO_PREPARATION_READY)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_of_group (gpointer item,
             gpointer group)
{
  const MesoTodayLine *line = meso_row_get_value (item);

  return line->group == (MesoTodayGroup) GPOINTER_TO_UINT (group);
}

GListModel *
meso_today_agenda_filter (MesoQueryList  *agenda,
                          MesoTodayGroup  group)
{
  GtkCustomFilter *filter = gtk_custom_filter_new (is_of_group, GUINT_TO_POINTER (group), NULL);

  return G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (agenda)), GTK_FILTER (filter)));
}
