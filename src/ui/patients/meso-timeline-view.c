/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-timeline-view.h"

#include <glib/gi18n.h>

#include "meso-list-top.h"
#include "meso-patient-words.h"
#include "meso-timeline-row.h"
#include "meso-timeline-words.h"

/* More is asked for before the end comes into sight. */
#define PAGES_AHEAD 2

struct _MesoTimelineView
{
  AdwBin parent_instance;

  MesoContext *context;
  char *patient;
  MesoTimeline *timeline;
  GtkWidget *toggles[MESO_TIMELINE_FILTERS];

  AdwBanner *failed;
  GtkBox *filters;
  GtkScrolledWindow *scrolled;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (MesoTimelineView, meso_timeline_view, ADW_TYPE_BIN)

static const char *
get_filter_name (MesoTimelineFilter filter)
{
  switch (filter)
    {
    case MESO_TIMELINE_SESSIONS:
      return C_("timeline", "Sessions");
    case MESO_TIMELINE_REACTIONS:
      return C_("timeline", "Reactions");
    case MESO_TIMELINE_SCREENINGS:
      return C_("timeline", "Screenings");
    case MESO_TIMELINE_PLANS:
      return C_("timeline", "Plans");
    case MESO_TIMELINE_PAPERS:
      return C_("timeline", "Papers");
    case MESO_TIMELINE_ALL:
    case MESO_TIMELINE_FILTERS:
    default:
      return C_("timeline", "All");
    }
}

static void
entry_activated (MesoTimelineView *self,
                 guint             position)
{
  g_autoptr(MesoRow) row = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);

  if (row != NULL)
    meso_timeline_entry_open (GTK_WIDGET (self), self->patient, ((const MesoTimelineItem *) meso_row_get_value (row))->entry);
}

static void
reload (MesoTimelineView *self)
{
  adw_banner_set_revealed (self->failed, FALSE);
  meso_query_list_reload (meso_timeline_get_rows (self->timeline));
}

static void
filter_toggled (MesoTimelineView *self,
                GtkToggleButton  *toggle)
{
  for (guint i = 0; i < MESO_TIMELINE_FILTERS; i++)
    {
      if (self->toggles[i] == GTK_WIDGET (toggle) && gtk_toggle_button_get_active (toggle))
        meso_timeline_set_filter (self->timeline, (MesoTimelineFilter) i);
    }
}

/* A choice that would show nothing isn't offered, but never taken away from who made it. */
static void
show_counts (MesoTimelineView *self)
{
  for (guint i = 0; i < MESO_TIMELINE_FILTERS; i++)
    {
      guint count = meso_timeline_get_count (self->timeline, (MesoTimelineFilter) i);
      g_autofree char *number = meso_context_format_number (self->context, count);
      /* Translators: a kind of entry of a timeline, and how many there are: "Sessions 8" */
      g_autofree char *label = g_strdup_printf (C_("timeline", "%s %s"), get_filter_name ((MesoTimelineFilter) i), number);

      gtk_button_set_label (GTK_BUTTON (self->toggles[i]), label);
      gtk_widget_set_visible (self->toggles[i],
                              count > 0 || i == MESO_TIMELINE_ALL || gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggles[i])));
    }
}

static void
add_filters (MesoTimelineView *self)
{
  for (guint i = 0; i < MESO_TIMELINE_FILTERS; i++)
    {
      GtkWidget *toggle = gtk_toggle_button_new ();

      self->toggles[i] = toggle;
      gtk_widget_add_css_class (toggle, "pick");
      gtk_widget_add_css_class (toggle, "numeric");
      if (i == MESO_TIMELINE_ALL)
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
      else
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (toggle), GTK_TOGGLE_BUTTON (self->toggles[MESO_TIMELINE_ALL]));
      g_signal_connect_object (toggle, "toggled", G_CALLBACK (filter_toggled), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->filters, toggle);
    }
}

static void
set_up_row (MesoTimelineView *self,
            GtkListItem      *item)
{
  gtk_list_item_set_child (item, meso_timeline_row_new ());
}

static void
bind_row (MesoTimelineView *self,
          GtkListItem      *item)
{
  MesoRow *row = gtk_list_item_get_item (item);
  g_autofree char *words = meso_timeline_row_show (MESO_TIMELINE_ROW (gtk_list_item_get_child (item)), self->context,
                                                   meso_row_get_value (row));

  gtk_list_item_set_accessible_label (item, words);
}

static void
set_up_month (MesoTimelineView *self,
              GtkListHeader    *header)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_list_header_set_child (header, label);
}

static void
bind_month (MesoTimelineView *self,
            GtkListHeader    *header)
{
  MesoRow *row = gtk_list_header_get_item (header);
  const MesoTimelineItem *item = meso_row_get_value (row);
  g_autofree char *text = NULL;

  if (meso_calendar_date_compare (item->entry->date, meso_context_get_today (self->context)) == 0)
    {
      g_autofree char *day = meso_words_date (self->context, item->entry->date);

      /* Translators: %s is the date of today */
      text = g_strdup_printf (_("Today, %s"), day);
    }
  else
    text = meso_timeline_words_month (self->context, item->entry->date);
  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), text);
}

static void
loaded (MesoTimelineView *self)
{
  MesoQueryList *rows = meso_timeline_get_rows (self->timeline);
  g_autoptr(GtkNoSelection) selection = NULL;

  if (meso_query_list_get_loading (rows))
    return;
  adw_banner_set_revealed (self->failed, meso_query_list_get_error (rows) != NULL);
  show_counts (self);
  if (gtk_list_view_get_model (self->list) != NULL)
    return;
  selection = gtk_no_selection_new (meso_timeline_section (self->timeline));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  meso_list_top_show (self->list);
}

static void
scrolled (MesoTimelineView *self,
          GtkAdjustment    *adjustment)
{
  double end = gtk_adjustment_get_value (adjustment) + (1 + PAGES_AHEAD) * gtk_adjustment_get_page_size (adjustment);

  if (end >= gtk_adjustment_get_upper (adjustment))
    meso_timeline_load_more (self->timeline);
}

static void
meso_timeline_view_dispose (GObject *object)
{
  MesoTimelineView *self = MESO_TIMELINE_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_TIMELINE_VIEW);
  g_clear_object (&self->timeline);
  g_clear_object (&self->context);
  g_clear_pointer (&self->patient, g_free);
  G_OBJECT_CLASS (meso_timeline_view_parent_class)->dispose (object);
}

static void
meso_timeline_view_class_init (MesoTimelineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_timeline_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-timeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoTimelineView, failed);
  gtk_widget_class_bind_template_child (widget_class, MesoTimelineView, filters);
  gtk_widget_class_bind_template_child (widget_class, MesoTimelineView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MesoTimelineView, list);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, reload);
}

static void
meso_timeline_view_init (MesoTimelineView *self)
{
  g_autoptr(GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkListItemFactory) months = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (rows, "setup", G_CALLBACK (set_up_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "bind", G_CALLBACK (bind_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (months, "setup", G_CALLBACK (set_up_month), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (months, "bind", G_CALLBACK (bind_month), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, rows);
  gtk_list_view_set_header_factory (self->list, months);
  add_filters (self);
}

void
meso_timeline_view_begin (MesoTimelineView *self,
                          MesoContext      *context,
                          const char       *patient)
{
  g_return_if_fail (self->timeline == NULL);

  self->context = g_object_ref (context);
  self->patient = g_strdup (patient);
  self->timeline = meso_timeline_new (context, patient, MESO_TIMELINE_ALL);
  show_counts (self);
  g_signal_connect_object (meso_timeline_get_rows (self->timeline), "notify::loading", G_CALLBACK (loaded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scrolled), "value-changed", G_CALLBACK (scrolled), self,
                           G_CONNECT_SWAPPED);
}
