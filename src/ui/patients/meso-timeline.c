/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-timeline.h"

#include <gtk/gtk.h>

#include "meso-preparation-words.h"

#define MONTH_TODAY G_MAXINT
#define MONTHS_A_YEAR 12
#define PAGE 60

/* Asked on the clinic's thread and steered from the main one: what both touch is atomic. */
typedef struct
{
  char *patient;
  MesoCalendarDate today;
  gboolean persian;
  gint filter;
  gint limit;
  gint counts[MESO_TIMELINE_FILTERS];
} Request;

struct _MesoTimeline
{
  GObject parent_instance;

  Request *request;
  MesoQueryList *rows;
};

G_DEFINE_FINAL_TYPE (MesoTimeline, meso_timeline, G_TYPE_OBJECT)

static void
request_clear (gpointer data)
{
  Request *request = data;

  g_free (request->patient);
}

static void
request_release (gpointer data)
{
  g_atomic_rc_box_release_full (data, request_clear);
}

static void
item_free (gpointer data)
{
  MesoTimelineItem *item = data;

  meso_timeline_entry_free (item->entry);
  g_free (item);
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

/* entry (transfer full) */
static MesoRow *
make_row (const Request     *request,
          MesoTimelineEntry *entry)
{
  MesoTimelineItem *item = g_new0 (MesoTimelineItem, 1);
  int version = entry->formula != NULL ? entry->formula->version : 0;
  g_autofree char *key = NULL;
  int state;

  item->entry = entry;
  item->month = find_month (request, entry->date);
  state = entry->preparation != NULL ? (int) meso_preparation_words_get_state (entry->preparation) : 0;
  key = g_strdup_printf ("%d %s %d %d %s %s %d %d %d", entry->kind, entry->id, version, entry->amended, entry->entered_in_error,
                         entry->from_file, entry->place, item->month, state);
  return meso_row_new (key, item, item_free);
}

static gpointer
query (MesoClinic  *clinic,
       gpointer     data,
       GError     **error)
{
  Request *request = data;
  g_autoptr(MesoTimelinePage) page =
    meso_timeline_service_get_page (clinic, request->patient, (MesoTimelineFilter) g_atomic_int_get (&request->filter),
                                    (guint) g_atomic_int_get (&request->limit), error);
  GPtrArray *rows;

  if (page == NULL)
    return NULL;
  for (guint i = 0; i < MESO_TIMELINE_FILTERS; i++)
    g_atomic_int_set (&request->counts[i], (gint) page->counts[i]);
  rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_set_free_func (page->entries, NULL);
  for (guint i = 0; i < page->entries->len; i++)
    g_ptr_array_add (rows, make_row (request, g_ptr_array_index (page->entries, i)));
  return rows;
}

static void
meso_timeline_finalize (GObject *object)
{
  MesoTimeline *self = MESO_TIMELINE (object);

  g_clear_object (&self->rows);
  g_clear_pointer (&self->request, request_release);
  G_OBJECT_CLASS (meso_timeline_parent_class)->finalize (object);
}

static void
meso_timeline_class_init (MesoTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = meso_timeline_finalize;
}

static void
meso_timeline_init (MesoTimeline *self)
{
}

MesoTimeline *
meso_timeline_new (MesoContext        *context,
                   const char         *patient,
                   MesoTimelineFilter  filter)
{
  MesoTimeline *self = g_object_new (MESO_TYPE_TIMELINE, NULL);

  self->request = g_atomic_rc_box_new0 (Request);
  self->request->patient = g_strdup (patient);
  self->request->today = meso_context_get_today (context);
  self->request->persian = meso_context_get_entry_calendar (context) == MESO_CALENDAR_PERSIAN;
  self->request->filter = filter;
  self->request->limit = PAGE;
  self->rows = meso_query_list_new (meso_context_get_clinic (context), query, g_atomic_rc_box_acquire (self->request),
                                    request_release, "patient screening decision plan formula preparation session handout");
  return self;
}

MesoQueryList *
meso_timeline_get_rows (MesoTimeline *self)
{
  return self->rows;
}

void
meso_timeline_set_filter (MesoTimeline       *self,
                          MesoTimelineFilter  filter)
{
  if (g_atomic_int_get (&self->request->filter) == (gint) filter)
    return;
  g_atomic_int_set (&self->request->filter, (gint) filter);
  g_atomic_int_set (&self->request->limit, PAGE);
  meso_query_list_reload (self->rows);
}

MesoTimelineFilter
meso_timeline_get_filter (MesoTimeline *self)
{
  return (MesoTimelineFilter) g_atomic_int_get (&self->request->filter);
}

void
meso_timeline_load_more (MesoTimeline *self)
{
  guint count = meso_timeline_get_count (self, meso_timeline_get_filter (self));

  if (meso_query_list_get_loading (self->rows) || (guint) g_atomic_int_get (&self->request->limit) >= count)
    return;
  g_atomic_int_add (&self->request->limit, PAGE);
  meso_query_list_reload (self->rows);
}

guint
meso_timeline_get_count (MesoTimeline       *self,
                         MesoTimelineFilter  filter)
{
  return (guint) g_atomic_int_get (&self->request->counts[filter]);
}

static int
compare_months (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  gint first = ((const MesoTimelineItem *) meso_row_get_value ((MesoRow *) a))->month;
  gint second = ((const MesoTimelineItem *) meso_row_get_value ((MesoRow *) b))->month;

  return (first < second) - (first > second);
}

GListModel *
meso_timeline_section (MesoTimeline *self)
{
  g_autoptr(GtkSorter) months = GTK_SORTER (gtk_custom_sorter_new (compare_months, NULL, NULL));
  GtkSortListModel *model = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)), NULL);

  gtk_sort_list_model_set_section_sorter (model, months);
  return G_LIST_MODEL (model);
}
