/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-stock-page.h"

#include <glib/gi18n.h>

#include "meso-list-top.h"
#include "meso-lot-row.h"
#include "meso-stock-filters.h"
#include "meso-stock-heading.h"
#include "meso-stock-list.h"

/* Time alone changes what may be used: a container is open too long, a day passes. */
#define LOOK_AT_CLOCK_SECONDS 60

struct _MesoStockPage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
  MesoQueryList *lots;
  GtkCustomFilter *filter;
  GListModel *shown;
  MesoStockShow show;
  gboolean narrow;
  guint clock;

  AdwBanner *problem;
  GtkBox *head;
  GtkEditable *search;
  MesoStockFilters *filters;
  GtkStack *stack;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (MesoStockPage, meso_stock_page, ADW_TYPE_NAVIGATION_PAGE)

enum { PROP_0, PROP_NARROW, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void build (MesoStockPage *self);

static const MesoStockItem *
get_item (gpointer row)
{
  return meso_row_get_value (row);
}

static void
row_activated (MesoStockPage *self,
               guint          position)
{
  g_autoptr(MesoRow) row = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);

  if (row != NULL && get_item (row)->lot != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.lot", "s", get_item (row)->lot->id);
  else if (row != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.receive", "s", get_item (row)->what);
}

static void
reload (MesoStockPage *self)
{
  meso_query_list_reload (self->lots);
}

static void
show_list (MesoStockPage *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "list") == 0)
    return;
  gtk_stack_set_visible_child_name (self->stack, "list");
  meso_list_top_show (self->list);
}

static void
show_state (MesoStockPage *self)
{
  gboolean failed = meso_query_list_get_error (self->lots) != NULL;
  gboolean loading = meso_query_list_get_loading (self->lots);
  guint all = meso_stock_list_count (G_LIST_MODEL (self->lots), MESO_STOCK_SHOW_ALL);
  guint shown = g_list_model_get_n_items (self->shown);
  gboolean asked = *gtk_editable_get_text (self->search) != '\0' || self->show != MESO_STOCK_SHOW_IN_STOCK;

  adw_banner_set_revealed (self->problem, failed);
  meso_stock_filters_show_counts (self->filters, self->context, G_LIST_MODEL (self->lots));
  /* A list shows what it has while it asks again. */
  if (shown > 0)
    show_list (self);
  else if (loading)
    gtk_stack_set_visible_child_name (self->stack, "waiting");
  else
    gtk_stack_set_visible_child_name (self->stack, all > 0 || asked || failed ? "nothing" : "empty");
}

static void
search_changed (MesoStockPage *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_state (self);
}

static gboolean
search_key_pressed (MesoStockPage *self,
                    guint          key)
{
  return (key == GDK_KEY_Down || key == GDK_KEY_KP_Down) && gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
show_changed (MesoStockPage *self)
{
  gboolean was_all = self->show == MESO_STOCK_SHOW_ALL;

  self->show = meso_stock_filters_get (self->filters);
  /* What is used up is asked for only by who wants to see it. */
  if (was_all != (self->show == MESO_STOCK_SHOW_ALL))
    build (self);
  else
    search_changed (self);
}

static void
show_all_clicked (MesoStockPage *self)
{
  gtk_editable_set_text (self->search, "");
  meso_stock_filters_set (self->filters, MESO_STOCK_SHOW_ALL);
}

static gboolean
is_shown (gpointer row,
          gpointer data)
{
  MesoStockPage *self = data;

  return meso_stock_item_matches (get_item (row), self->show, gtk_editable_get_text (self->search));
}

static int
compare_things (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  return g_strcmp0 (get_item ((gpointer) a)->thing, get_item ((gpointer) b)->thing);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  return meso_stock_item_compare (get_item ((gpointer) a), get_item ((gpointer) b));
}

static void
unbind (MesoStockPage *self)
{
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  if (self->lots != NULL)
    g_signal_handlers_disconnect_by_data (self->lots, self);
  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_clear_object (&self->lots);
}

/* (transfer full): by thing, each in the order of use */
static GListModel *
make_model (MesoStockPage *self)
{
  GtkFilterListModel *filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->lots)),
                                                            GTK_FILTER (g_object_ref (self->filter)));
  GtkSortListModel *sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), GTK_SORTER (gtk_custom_sorter_new (compare_rows, NULL, NULL)));
  g_autoptr(GtkSorter) sections = GTK_SORTER (gtk_custom_sorter_new (compare_things, NULL, NULL));

  gtk_sort_list_model_set_section_sorter (sorted, sections);
  return G_LIST_MODEL (sorted);
}

/* Language, digits and calendar are in every row. */
static void
build (MesoStockPage *self)
{
  g_autoptr(GtkNoSelection) selection = NULL;

  unbind (self);
  self->lots = meso_stock_list_new (self->context, self->show == MESO_STOCK_SHOW_ALL);
  self->filter = gtk_custom_filter_new (is_shown, self, NULL);
  self->shown = make_model (self);
  selection = gtk_no_selection_new (g_object_ref (self->shown));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (self->lots, "items-changed", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->lots, "notify", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  show_state (self);
}

static void
set_up_row (MesoStockPage *self,
            GtkListItem   *item)
{
  GtkWidget *row = meso_lot_row_new ();

  g_object_bind_property (self, "narrow", row, "narrow", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (item, row);
}

static void
bind_row (MesoStockPage *self,
          GtkListItem   *item)
{
  g_autofree char *words = meso_lot_row_show (MESO_LOT_ROW (gtk_list_item_get_child (item)), self->context,
                                              get_item (gtk_list_item_get_item (item)));

  gtk_list_item_set_accessible_label (item, words);
}

static void
set_up_thing (MesoStockPage *self,
              GtkListHeader *header)
{
  gtk_list_header_set_child (header, meso_stock_heading_new (self->context));
}

static void
bind_thing (MesoStockPage *self,
            GtkListHeader *header)
{
  meso_stock_heading_show (MESO_STOCK_HEADING (gtk_list_header_get_child (header)), get_item (gtk_list_header_get_item (header)));
}

static void
add_factories (MesoStockPage *self)
{
  g_autoptr(GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkListItemFactory) things = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (rows, "setup", G_CALLBACK (set_up_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "bind", G_CALLBACK (bind_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (things, "setup", G_CALLBACK (set_up_thing), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (things, "bind", G_CALLBACK (bind_thing), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, rows);
  gtk_list_view_set_header_factory (self->list, things);
}

static void
page_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, g_str_equal (name, "page.new") ? "win.receive" : "win.recall", "s", "");
}

static gboolean
look_at_clock (gpointer data)
{
  if (gtk_widget_get_mapped (data))
    reload (data);
  return G_SOURCE_CONTINUE;
}

static void
meso_stock_page_shown (AdwNavigationPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (MESO_STOCK_PAGE (page)->search));
  ADW_NAVIGATION_PAGE_CLASS (meso_stock_page_parent_class)->shown (page);
}

static void
meso_stock_page_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  g_value_set_boolean (value, MESO_STOCK_PAGE (object)->narrow);
}

static void
meso_stock_page_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  MESO_STOCK_PAGE (object)->narrow = g_value_get_boolean (value);
}

static void
meso_stock_page_dispose (GObject *object)
{
  MesoStockPage *self = MESO_STOCK_PAGE (object);

  g_clear_handle_id (&self->clock, g_source_remove);
  unbind (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_STOCK_PAGE);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_stock_page_parent_class)->dispose (object);
}

static void
meso_stock_page_class_init (MesoStockPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = meso_stock_page_get_property;
  object_class->set_property = meso_stock_page_set_property;
  object_class->dispose = meso_stock_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = meso_stock_page_shown;
  /* Set by the page's own breakpoint: rows put their states below. */
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (MESO_TYPE_STOCK_FILTERS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-stock-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoStockPage, problem);
  gtk_widget_class_bind_template_child (widget_class, MesoStockPage, head);
  gtk_widget_class_bind_template_child (widget_class, MesoStockPage, search);
  gtk_widget_class_bind_template_child (widget_class, MesoStockPage, filters);
  gtk_widget_class_bind_template_child (widget_class, MesoStockPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MesoStockPage, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
  gtk_widget_class_bind_template_callback (widget_class, reload);
  gtk_widget_class_bind_template_callback (widget_class, search_changed);
  gtk_widget_class_bind_template_callback (widget_class, search_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, show_all_clicked);
  gtk_widget_class_bind_template_callback (widget_class, show_changed);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, page_action);
  gtk_widget_class_install_action (widget_class, "page.trace", NULL, page_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "page.new", NULL);
}

static void
meso_stock_page_init (MesoStockPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_factories (self);
}

MesoStockPage *
meso_stock_page_new (MesoContext *context)
{
  MesoStockPage *self = g_object_new (MESO_TYPE_STOCK_PAGE, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "settings-changed", G_CALLBACK (build), self, G_CONNECT_SWAPPED);
  self->clock = g_timeout_add_seconds (LOOK_AT_CLOCK_SECONDS, look_at_clock, self);
  build (self);
  return self;
}
