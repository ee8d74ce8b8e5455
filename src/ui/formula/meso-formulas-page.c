/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formulas-page.h"

#include "meso-formula-list.h"
#include "meso-formulary-view.h"

struct _MesoFormulasPage
{
  AdwNavigationPage parent_instance;

  AdwBanner *problem;
  GtkStack *stack;
  GtkListBox *templates;
  GtkWidget *no_templates;
  GtkWidget *retired_group;
  AdwExpanderRow *retired;
  GtkListBox *recent;
  GtkWidget *no_recent;
  MesoFormularyView *formulary;

  MesoContext *context;
  MesoQueryList *template_list;
  MesoQueryList *recent_list;
  MesoQueryList *retired_list;
  GPtrArray *retired_rows;      /* of GtkWidget, borrowed */
};

G_DEFINE_FINAL_TYPE (MesoFormulasPage, meso_formulas_page, ADW_TYPE_NAVIGATION_PAGE)

static void
meso_formulas_page_dispose (GObject *object)
{
  MesoFormulasPage *self = MESO_FORMULAS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_FORMULAS_PAGE);
  g_clear_object (&self->template_list);
  g_clear_object (&self->recent_list);
  g_clear_object (&self->retired_list);
  g_clear_pointer (&self->retired_rows, g_ptr_array_unref);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_formulas_page_parent_class)->dispose (object);
}

static void
new_clicked (MesoFormulasPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.formula", "(ss)", "", "");
}

static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  new_clicked (MESO_FORMULAS_PAGE (widget));
}

static void
reload (MesoFormulasPage *self)
{
  meso_query_list_reload (self->template_list);
  meso_query_list_reload (self->recent_list);
  meso_query_list_reload (self->retired_list);
}

static void
meso_formulas_page_class_init (MesoFormulasPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = meso_formulas_page_dispose;
  g_type_ensure (MESO_TYPE_FORMULARY_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-formulas-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoFormulasPage, problem);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulasPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulasPage, templates);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulasPage, no_templates);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulasPage, retired_group);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulasPage, retired);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulasPage, recent);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulasPage, no_recent);
  gtk_widget_class_bind_template_child (widget_class, MesoFormulasPage, formulary);
  gtk_widget_class_bind_template_callback (widget_class, new_clicked);
  gtk_widget_class_bind_template_callback (widget_class, reload);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "page.new", NULL);
}

static void
meso_formulas_page_init (MesoFormulasPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->retired_rows = g_ptr_array_new ();
}

/* A list shows what it has while it asks again. */
static void
show_lists (MesoFormulasPage *self)
{
  guint n_templates = g_list_model_get_n_items (G_LIST_MODEL (self->template_list));
  guint n_recent = g_list_model_get_n_items (G_LIST_MODEL (self->recent_list));
  guint n_retired = g_list_model_get_n_items (G_LIST_MODEL (self->retired_list));
  gboolean failed = meso_query_list_get_error (self->template_list) != NULL || meso_query_list_get_error (self->recent_list) != NULL;
  gboolean loading = meso_query_list_get_loading (self->template_list) || meso_query_list_get_loading (self->recent_list);

  adw_banner_set_revealed (self->problem, failed);
  gtk_widget_set_visible (GTK_WIDGET (self->templates), n_templates > 0);
  gtk_widget_set_visible (self->no_templates, n_templates == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->recent), n_recent > 0);
  gtk_widget_set_visible (self->no_recent, n_recent == 0);
  gtk_stack_set_visible_child_name (self->stack, n_templates + n_recent + n_retired > 0 || failed ? "lists" : loading ? "waiting" : "empty");
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  MesoFormulasPage *self = user_data;

  return meso_formula_list_create_row (self->context, meso_row_get_value (MESO_ROW (item)));
}

/* An expander takes no model: its rows are made anew. */
static void
show_retired (MesoFormulasPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->retired_list));

  for (guint i = 0; i < self->retired_rows->len; i++)
    adw_expander_row_remove (self->retired, g_ptr_array_index (self->retired_rows, i));
  g_ptr_array_set_size (self->retired_rows, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(MesoRow) item = g_list_model_get_item (G_LIST_MODEL (self->retired_list), i);
      GtkWidget *row = create_row (item, self);

      adw_expander_row_add_row (self->retired, row);
      g_ptr_array_add (self->retired_rows, row);
    }
  gtk_widget_set_visible (self->retired_group, n > 0);
  show_lists (self);
}

static void
watch (MesoFormulasPage *self,
       MesoQueryList    *list,
       GtkListBox       *box)
{
  gtk_list_box_bind_model (box, G_LIST_MODEL (list), create_row, self, NULL);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (show_lists), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify", G_CALLBACK (show_lists), self, G_CONNECT_SWAPPED);
}

/* Language, digits and calendar are in every row. */
static void
settings_changed (MesoFormulasPage *self)
{
  g_clear_object (&self->template_list);
  g_clear_object (&self->recent_list);
  g_clear_object (&self->retired_list);
  self->template_list = meso_formula_list_new_templates (self->context);
  self->recent_list = meso_formula_list_new_recent (self->context);
  watch (self, self->template_list, self->templates);
  self->retired_list = meso_formula_list_new_retired (self->context);
  watch (self, self->recent_list, self->recent);
  g_signal_connect_object (self->retired_list, "items-changed", G_CALLBACK (show_retired), self, G_CONNECT_SWAPPED);
  show_retired (self);
}

MesoFormulasPage *
meso_formulas_page_new (MesoContext *context)
{
  MesoFormulasPage *self = g_object_new (MESO_TYPE_FORMULAS_PAGE, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "settings-changed", G_CALLBACK (settings_changed), self, G_CONNECT_SWAPPED);
  meso_formulary_view_set_context (self->formulary, context);
  settings_changed (self);
  return self;
}
