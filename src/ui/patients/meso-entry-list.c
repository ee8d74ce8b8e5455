/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-entry-list.h"

#include "meso-timeline-row.h"

struct _MesoEntryList
{
  AdwBin parent_instance;

  MesoContext *context;
  char *title;
  char *patient;
  MesoTimeline *timeline;
  GListModel *entries;
  MesoTimelineKind kind;

  GtkListBox *list;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (MesoEntryList, meso_entry_list, ADW_TYPE_BIN)

enum { PROP_0, PROP_TITLE, N_PROPS };
static GParamSpec *properties[N_PROPS];

static const MesoTimelineEntry *
get_entry (MesoRow *row)
{
  return ((const MesoTimelineItem *) meso_row_get_value (row))->entry;
}

static void
row_activated (MesoEntryList *self,
               GtkListBoxRow *row)
{
  meso_timeline_entry_open (GTK_WIDGET (self), self->patient, get_entry (g_object_get_data (G_OBJECT (row), "row")));
}

static void
more_clicked (MesoEntryList *self)
{
  meso_timeline_load_more (self->timeline);
}

static GtkWidget *
make_row (gpointer item,
          gpointer data)
{
  MesoEntryList *self = data;
  GtkWidget *content = meso_timeline_row_new ();
  g_autofree char *words = meso_timeline_row_show (MESO_TIMELINE_ROW (content), self->context, meso_row_get_value (item));
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", content, NULL);

  g_object_set_data_full (G_OBJECT (row), "row", g_object_ref (item), g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return row;
}

static gboolean
is_of_kind (gpointer row,
            gpointer self)
{
  return get_entry (row)->kind == MESO_ENTRY_LIST (self)->kind;
}

static void
loaded (MesoEntryList *self)
{
  GListModel *rows = G_LIST_MODEL (meso_timeline_get_rows (self->timeline));

  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (self->entries) > 0);
  gtk_widget_set_visible (self->more, g_list_model_get_n_items (rows)
                                        < meso_timeline_get_count (self->timeline, meso_timeline_get_filter (self->timeline)));
}

static void
meso_entry_list_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  g_value_set_string (value, MESO_ENTRY_LIST (object)->title);
}

static void
meso_entry_list_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (g_set_str (&MESO_ENTRY_LIST (object)->title, g_value_get_string (value)))
    g_object_notify_by_pspec (object, pspec);
}

static void
meso_entry_list_dispose (GObject *object)
{
  MesoEntryList *self = MESO_ENTRY_LIST (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_ENTRY_LIST);
  g_clear_object (&self->entries);
  g_clear_object (&self->timeline);
  g_clear_object (&self->context);
  g_clear_pointer (&self->patient, g_free);
  g_clear_pointer (&self->title, g_free);
  G_OBJECT_CLASS (meso_entry_list_parent_class)->dispose (object);
}

static void
meso_entry_list_class_init (MesoEntryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = meso_entry_list_get_property;
  object_class->set_property = meso_entry_list_set_property;
  object_class->dispose = meso_entry_list_dispose;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-entry-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoEntryList, list);
  gtk_widget_class_bind_template_child (widget_class, MesoEntryList, more);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked);
}

static void
meso_entry_list_init (MesoEntryList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
meso_entry_list_begin (MesoEntryList      *self,
                       MesoContext        *context,
                       const char         *patient,
                       MesoTimelineFilter  filter,
                       MesoTimelineKind    kind)
{
  GtkFilter *of_kind = GTK_FILTER (gtk_custom_filter_new (is_of_kind, self, NULL));

  g_return_if_fail (self->timeline == NULL);

  self->context = g_object_ref (context);
  self->patient = g_strdup (patient);
  self->kind = kind;
  self->timeline = meso_timeline_new (context, patient, filter);
  self->entries = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (meso_timeline_get_rows (self->timeline))),
                                                           of_kind));
  gtk_list_box_bind_model (self->list, self->entries, make_row, self, NULL);
  g_signal_connect_object (meso_timeline_get_rows (self->timeline), "notify::loading", G_CALLBACK (loaded), self, G_CONNECT_SWAPPED);
}
