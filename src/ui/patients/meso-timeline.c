/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-timeline.h"

#include <gtk/gtk.h>

#define MONTH_TODAY G_MAXINT
#define MONTHS_A_YEAR 12

typedef struct
{
  char *patient;
  MesoCalendarDate today;
  gboolean persian;
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  g_free (self->patient);
  g_free (self);
}

static void
item_free (gpointer data)
{
  MesoTimelineItem *self = data;

  meso_timeline_entry_free (self->entry);
  g_free (self);
}

static gint
find_month (const Request    *request,
            MesoCalendarDate  date)
{
  g_autofree char *persian = NULL;
  int year = date.year;
  int month = date.month;

  if (meso_calendar_date_compare (date, request->today) == 0)
    return MONTH_TODAY;
  if (request->persian)
    persian = meso_calendar_format_persian_iso (date, NULL);
  if (persian != NULL)
    sscanf (persian, "%d-%d", &year, &month);
  return year * MONTHS_A_YEAR + month;
}

/* (nullable) */
static const MesoCourse *
find_course (const GPtrArray *entries,
             const char      *id)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const MesoTimelineEntry *entry = g_ptr_array_index (entries, i);

      if (entry->course != NULL && g_strcmp0 (entry->course->id, id) == 0)
        return entry->course;
    }
  return NULL;
}

static int
find_place (const GPtrArray            *entries,
            const MesoTreatmentSession *session)
{
  const MesoCourse *course = session != NULL && session->plan != NULL ? find_course (entries, session->plan) : NULL;
  int places[MESO_PLAN_CHECK + 1] = { 0 };

  /* Treatments, maintenance and check-ups are counted apart, as people do. */
  for (guint i = 0; course != NULL && i < course->sessions->len; i++)
    {
      const MesoPlannedSession *planned = g_ptr_array_index (course->sessions, i);

      places[planned->kind]++;
      if (planned->n == session->session_n)
        return places[planned->kind];
    }
  return 0;
}

static gpointer
query (MesoClinic  *clinic,
       gpointer     data,
       GError     **error)
{
  const Request *request = data;
  g_autoptr(GPtrArray) entries = meso_timeline_service_list (clinic, request->patient, 0, error);
  GPtrArray *rows;

  if (entries == NULL)
    return NULL;
  rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_set_free_func (entries, NULL);
  for (guint i = 0; i < entries->len; i++)
    {
      MesoTimelineItem *item = g_new0 (MesoTimelineItem, 1);
      g_autofree char *key = NULL;

      item->entry = g_ptr_array_index (entries, i);
      item->place = find_place (entries, item->entry->session);
      item->month = find_month (request, item->entry->date);
      key = g_strdup_printf ("%d %s %d %s %d", item->entry->kind, item->entry->id, item->entry->amended, item->entry->entered_in_error,
                             item->month);
      g_ptr_array_add (rows, meso_row_new (key, item, item_free));
    }
  return rows;
}

MesoQueryList *
meso_timeline_new (MesoContext *context,
                   const char  *patient)
{
  Request *request = g_new0 (Request, 1);

  request->patient = g_strdup (patient);
  request->today = meso_context_get_today (context);
  request->persian = g_str_equal (meso_context_get_language (context), "fa");
  return meso_query_list_new (meso_context_get_clinic (context), query, request, request_free,
                              "patient screening decision plan formula session handout");
}

static const MesoTimelineItem *
get_item (gconstpointer row)
{
  return meso_row_get_value ((MesoRow *) row);
}

static int
compare_months (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  gint month_a = get_item (a)->month;
  gint month_b = get_item (b)->month;

  return (month_a < month_b) - (month_a > month_b);
}

GListModel *
meso_timeline_section (MesoQueryList *timeline)
{
  GtkSorter *months = GTK_SORTER (gtk_custom_sorter_new (compare_months, NULL, NULL));
  GtkSortListModel *model = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (timeline)), NULL);

  gtk_sort_list_model_set_section_sorter (model, months);
  g_object_unref (months);
  return G_LIST_MODEL (model);
}

static gboolean
is_of_kind (gpointer row,
            gpointer kind)
{
  return get_item (row)->entry->kind == (MesoTimelineKind) GPOINTER_TO_UINT (kind);
}

GListModel *
meso_timeline_filter (MesoQueryList    *timeline,
                      MesoTimelineKind  kind)
{
  GtkCustomFilter *filter = gtk_custom_filter_new (is_of_kind, GUINT_TO_POINTER (kind), NULL);

  return G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (timeline)), GTK_FILTER (filter)));
}

const MesoTimelineEntry *
meso_timeline_find_session (MesoQueryList            *timeline,
                            const MesoPlannedSession *planned)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (timeline)); i++)
    {
      g_autoptr(MesoRow) row = g_list_model_get_item (G_LIST_MODEL (timeline), i);
      const MesoTreatmentSession *session = get_item (row)->entry->session;

      if (session != NULL && meso_treatment_session_counts (session) && session->session_n == planned->n
          && g_strcmp0 (session->plan, planned->plan) == 0)
        return get_item (row)->entry;
    }
  return NULL;
}
