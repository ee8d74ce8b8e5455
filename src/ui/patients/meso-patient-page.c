/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-page.h"

#include <glib/gi18n.h>

#include "meso-badge.h"
#include "meso-chart-list.h"
#include "meso-course-bar.h"
#include "meso-course-view.h"
#include "meso-data-row.h"
#include "meso-patient-header.h"
#include "meso-patient-words.h"
#include "meso-screening-view.h"
#include "meso-text.h"
#include "meso-timeline-row.h"
#include "meso-timeline-words.h"

#define FRAMES_TO_SETTLE 8

struct _MesoPatientPage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
  char *patient;
  MesoQueryList *chart;
  MesoQueryList *entries;

  AdwWindowTitle *heading;
  AdwViewSwitcher *switcher;
  MesoPatientHeader *header;
  GtkWidget *menu;
  GtkStack *pages;
  AdwViewStack *views;
  GtkListView *timeline;
  GtkWidget *side;
  GtkWidget *course_card;
  MesoCourseBar *bar;
  GtkLabel *course_note;
  GtkWidget *notes_card;
  GtkLabel *notes;
  MesoScreeningView *screening;
  MesoCourseView *course;
  GtkListBox *sheets;
  GtkWidget *handouts_box;
  GtkListBox *handouts;
};

G_DEFINE_FINAL_TYPE (MesoPatientPage, meso_patient_page, ADW_TYPE_NAVIGATION_PAGE)

/* (nullable) */
static const MesoChart *
get_chart (MesoPatientPage *self)
{
  g_autoptr(MesoRow) row = g_list_model_get_item (G_LIST_MODEL (self->chart), 0);

  /* The list holds it as well. */
  return row != NULL ? meso_row_get_value (row) : NULL;
}

static void
open_entry (MesoPatientPage *self,
            MesoRow         *row)
{
  meso_timeline_entry_open (GTK_WIDGET (self), self->patient, ((const MesoTimelineItem *) meso_row_get_value (row))->entry);
}

static void
entry_activated (MesoPatientPage *self,
                 guint            position)
{
  g_autoptr(MesoRow) row = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->timeline)), position);

  if (row != NULL)
    open_entry (self, row);
}

static void
list_entry_activated (MesoPatientPage *self,
                      GtkListBoxRow   *row)
{
  open_entry (self, g_object_get_data (G_OBJECT (row), "row"));
}

static void
sheet_activated (MesoPatientPage *self,
                 GtkListBoxRow   *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "patient.handout", "s", g_object_get_data (G_OBJECT (row), "kind"));
}

static void
show_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  adw_view_stack_set_visible_child_name (MESO_PATIENT_PAGE (widget)->views, g_variant_get_string (parameter, NULL));
}

static void
result_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  const MesoChart *chart = get_chart (MESO_PATIENT_PAGE (widget));

  if (chart != NULL && chart->screening != NULL)
    gtk_widget_activate_action (widget, "win.decide", "s", chart->screening->id);
}

/* "patient.screen" is "win.screen" of this patient. */
static void
window_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  const char *const ours[] = { "patient.edit", "patient.screen", "patient.short-form", "patient.plan", "patient.book" };
  const char *const theirs[] = { "win.edit-patient", "win.screen", "win.short-form", "win.plan", "win.book" };

  for (guint i = 0; i < G_N_ELEMENTS (ours); i++)
    {
      if (g_str_equal (name, ours[i]))
        gtk_widget_activate_action (widget, theirs[i], "s", MESO_PATIENT_PAGE (widget)->patient);
    }
}

static void
pair_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, g_str_equal (name, "patient.formula") ? "win.formula" : "win.session", "(ss)",
                              MESO_PATIENT_PAGE (widget)->patient, "");
}

static void
handout_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.handout", "(sss)", MESO_PATIENT_PAGE (widget)->patient,
                              g_variant_get_string (parameter, NULL), "");
}

static void
show_side (MesoPatientPage *self,
           const MesoChart *chart)
{
  g_autofree char *note = meso_course_view_describe (self->context, chart);

  meso_course_bar_show (self->bar, chart->course);
  gtk_label_set_label (self->course_note, note);
  gtk_widget_set_visible (self->course_card, chart->course != NULL);
  gtk_label_set_label (self->notes, chart->patient->notes);
  gtk_widget_set_visible (self->notes_card, *chart->patient->notes != '\0');
}

static void
show_chart (MesoPatientPage *self)
{
  g_autoptr(MesoRow) row = g_list_model_get_item (G_LIST_MODEL (self->chart), 0);
  const MesoChart *chart = row != NULL ? meso_row_get_value (row) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *number = NULL;
  g_autofree char *file = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->header), chart != NULL);
  gtk_widget_set_sensitive (self->menu, chart != NULL);
  if (chart == NULL)
    {
      gtk_stack_set_visible_child_name (self->pages, meso_query_list_get_error (self->chart) != NULL ? "failed" : "loading");
      return;
    }
  name = meso_patient_dup_full_name (chart->patient);
  number = meso_context_localise_digits (self->context, chart->patient->file_number);
  file = g_strdup_printf (_("File %s"), number);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), name);
  adw_window_title_set_title (self->heading, name);
  adw_window_title_set_subtitle (self->heading, file);
  meso_patient_header_show (self->header, self->context, chart);
  meso_screening_view_show (self->screening, self->context, chart);
  meso_course_view_show (self->course, self->context, row, self->entries);
  show_side (self, chart);
  gtk_stack_set_visible_child_name (self->pages, "record");
}

static void
show_entry_lists (MesoPatientPage *self)
{
  gboolean screenings = gtk_widget_get_first_child (meso_screening_view_get_history (self->screening)) != NULL;

  gtk_widget_set_visible (self->handouts_box, gtk_list_box_get_row_at_index (self->handouts, 0) != NULL);
  meso_screening_view_show_history (self->screening, screenings);
}

static void
set_up_row (MesoPatientPage *self,
            GtkListItem     *item)
{
  gtk_list_item_set_child (item, meso_timeline_row_new ());
}

static void
bind_row (MesoPatientPage *self,
          GtkListItem     *item)
{
  MesoRow *row = gtk_list_item_get_item (item);
  g_autofree char *words = meso_timeline_row_show (MESO_TIMELINE_ROW (gtk_list_item_get_child (item)), self->context,
                                                   meso_row_get_value (row));

  gtk_list_item_set_accessible_label (item, words);
}

static void
set_up_month (MesoPatientPage *self,
              GtkListHeader   *header)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_list_header_set_child (header, label);
}

static void
bind_month (MesoPatientPage *self,
            GtkListHeader   *header)
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

static GtkWidget *
make_entry_row (gpointer item,
                gpointer data)
{
  MesoPatientPage *self = data;
  GtkWidget *content = meso_timeline_row_new ();
  g_autofree char *words = meso_timeline_row_show (MESO_TIMELINE_ROW (content), self->context, meso_row_get_value (item));
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", content, NULL);

  g_object_set_data_full (G_OBJECT (row), "row", g_object_ref (item), g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return row;
}

/* A list puts its first row at the top, and so the first month above it, out of sight, until it was drawn and knows its heights. */
static gboolean
show_top (GtkWidget     *list,
          GdkFrameClock *clock,
          gpointer       frames_left)
{
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)), 0);
  return --*(int *) frames_left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
entries_loaded (MesoPatientPage *self)
{
  static const int frames = FRAMES_TO_SETTLE;
  g_autoptr(GtkNoSelection) selection = NULL;

  if (meso_query_list_get_loading (self->entries) || gtk_list_view_get_model (self->timeline) != NULL)
    return;
  selection = gtk_no_selection_new (meso_timeline_section (self->entries));
  gtk_list_view_set_model (self->timeline, GTK_SELECTION_MODEL (selection));
  gtk_widget_add_tick_callback (GTK_WIDGET (self->timeline), show_top, g_memdup2 (&frames, sizeof frames), g_free);
}

static void
show_timeline (MesoPatientPage *self)
{
  g_autoptr(GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkListItemFactory) months = gtk_signal_list_item_factory_new ();
  g_autoptr(GListModel) sheets = meso_timeline_filter (self->entries, MESO_TIMELINE_HANDOUT);
  g_autoptr(GListModel) screenings = meso_timeline_filter (self->entries, MESO_TIMELINE_SCREENING);
  GtkListBox *history = GTK_LIST_BOX (meso_screening_view_get_history (self->screening));

  g_signal_connect_object (rows, "setup", G_CALLBACK (set_up_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "bind", G_CALLBACK (bind_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (months, "setup", G_CALLBACK (set_up_month), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (months, "bind", G_CALLBACK (bind_month), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->timeline, rows);
  gtk_list_view_set_header_factory (self->timeline, months);
  gtk_list_box_bind_model (self->handouts, sheets, make_entry_row, self, NULL);
  gtk_list_box_bind_model (history, screenings, make_entry_row, self, NULL);
  g_signal_connect_object (history, "row-activated", G_CALLBACK (list_entry_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entries, "items-changed", G_CALLBACK (show_entry_lists), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->entries, "notify::loading", G_CALLBACK (entries_loaded), self, G_CONNECT_SWAPPED);
  show_entry_lists (self);
}

/* The sheets that the clinic has, in the protocol's order. */
static void
list_sheets (MesoPatientPage *self)
{
  const GPtrArray *texts = meso_protocol_get_handouts (meso_context_get_protocol (self->context));

  for (guint i = 0; i < texts->len; i++)
    {
      const MesoHandoutText *text = g_ptr_array_index (texts, i);
      const char *title = meso_local_text_get (text->title, meso_context_get_language (self->context));
      GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, title, NULL);

      adw_action_row_add_prefix (ADW_ACTION_ROW (row), meso_badge_new ("meso-handout-symbolic", "neutral"));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                                                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (row), "kind", g_strdup (text->kind), g_free);
      gtk_list_box_append (self->sheets, row);
    }
}

static void
meso_patient_page_dispose (GObject *object)
{
  MesoPatientPage *self = MESO_PATIENT_PAGE (object);

  if (self->handouts != NULL)
    {
      gtk_list_box_bind_model (self->handouts, NULL, NULL, NULL, NULL);
      gtk_list_box_bind_model (GTK_LIST_BOX (meso_screening_view_get_history (self->screening)), NULL, NULL, NULL, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_PATIENT_PAGE);
  g_clear_object (&self->chart);
  g_clear_object (&self->entries);
  g_clear_object (&self->context);
  g_clear_pointer (&self->patient, g_free);
  G_OBJECT_CLASS (meso_patient_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, heading);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, header);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, menu);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, pages);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, views);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, timeline);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, side);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, course_card);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, bar);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, course_note);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, notes_card);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, notes);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, screening);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, course);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, sheets);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, handouts_box);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientPage, handouts);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, list_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, sheet_activated);
}

static void
meso_patient_page_class_init (MesoPatientPageClass *klass)
{
  static const char *const window_actions[] = { "patient.edit", "patient.screen", "patient.short-form", "patient.plan",
                                                "patient.book" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_patient_page_dispose;
  g_type_ensure (MESO_TYPE_COURSE_BAR);
  g_type_ensure (MESO_TYPE_COURSE_VIEW);
  g_type_ensure (MESO_TYPE_PATIENT_HEADER);
  g_type_ensure (MESO_TYPE_SCREENING_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-patient-page.ui");
  bind_children (widget_class);
  for (guint i = 0; i < G_N_ELEMENTS (window_actions); i++)
    gtk_widget_class_install_action (widget_class, window_actions[i], NULL, window_action);
  gtk_widget_class_install_action (widget_class, "patient.formula", NULL, pair_action);
  gtk_widget_class_install_action (widget_class, "patient.session", NULL, pair_action);
  gtk_widget_class_install_action (widget_class, "patient.handout", "s", handout_action);
  gtk_widget_class_install_action (widget_class, "patient.result", NULL, result_action);
  gtk_widget_class_install_action (widget_class, "patient.show", "s", show_action);
}

static void
meso_patient_page_init (MesoPatientPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

MesoPatientPage *
meso_patient_page_new (MesoContext *context,
                       const char  *patient)
{
  MesoPatientPage *self = g_object_new (MESO_TYPE_PATIENT_PAGE, NULL);

  self->context = g_object_ref (context);
  self->patient = g_strdup (patient);
  self->entries = meso_timeline_new (context, patient);
  self->chart = meso_chart_list_new (context, patient);
  list_sheets (self);
  show_timeline (self);
  g_signal_connect_object (self->chart, "items-changed", G_CALLBACK (show_chart), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chart, "notify::error", G_CALLBACK (show_chart), self, G_CONNECT_SWAPPED);
  show_chart (self);
  return self;
}
