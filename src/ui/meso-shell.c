/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-shell.h"

#include <glib/gi18n.h>

#include "meso-agenda-service.h"
#include "meso-desk-button.h"
#include "meso-evidence-page.h"
#include "meso-formulas-page.h"
#include "meso-handouts-page.h"
#include "meso-patients-page.h"
#include "meso-query-list.h"
#include "meso-stock-attention.h"
#include "meso-stock-page.h"
#include "meso-tag.h"
#include "meso-text.h"
#include "meso-today-page.h"

#define TODAY_PLACE 0
#define STOCK_PLACE 3

struct _MesoShell
{
  AdwBreakpointBin parent_instance;

  MesoContext *context;
  MesoQueryList *today;
  MesoQueryList *stock;

  AdwBanner *notice;
  AdwBanner *demo_banner;
  AdwNavigationSplitView *split_view;
  AdwWindowTitle *window_title;
  GtkListBox *places;
  guint place;   /* where the window is; among @places */
  AdwNavigationPage *content_page;
  AdwNavigationView *content;
  MesoDeskButton *desk;
  GtkWidget *tags[STOCK_PLACE + 1];   /* (nullable): the counts beside the places that have one */
};

G_DEFINE_FINAL_TYPE (MesoShell, meso_shell, ADW_TYPE_BREAKPOINT_BIN)

#define PLACE(name, type) \
  static AdwNavigationPage *make_##name (MesoContext *context) { return ADW_NAVIGATION_PAGE (meso_##type##_page_new (context)); }
PLACE (today, today)
PLACE (patients, patients)
PLACE (formulas, formulas)
PLACE (stock, stock)
PLACE (handouts, handouts)
PLACE (evidence, evidence)
#undef PLACE

/* The places of the sidebar, in its order. */
static const struct
{
  const char *name;
  const char *title;
  const char *icon;
  AdwNavigationPage *(*make) (MesoContext *context);
} places[] = {
  { "today", N_("Today"), "meso-today-symbolic", make_today },
  { "patients", N_("Patients"), "meso-patients-symbolic", make_patients },
  { "formulas", N_("Formulas"), "meso-flask-symbolic", make_formulas },
  { "stock", N_("Stock"), "meso-vial-symbolic", make_stock },
  { "handouts", N_("Handouts"), "meso-handout-symbolic", make_handouts },
  { "evidence", N_("Evidence"), "meso-book-symbolic", make_evidence },
};

static void
set_trail (AdwNavigationPage *page,
           const char        *action,
           GVariant          *parameter)
{
  g_object_set_data_full (G_OBJECT (page), "trail", g_variant_ref_sink (g_variant_new ("(sv)", action, parameter)),
                          (GDestroyNotify) g_variant_unref);
}

/* Places are made when they are first gone to, and kept: what was searched for there, and how far it was scrolled. */
static AdwNavigationPage *
ensure_place (MesoShell *self,
              guint      index)
{
  AdwNavigationPage *page = adw_navigation_view_find_page (self->content, places[index].name);

  if (page != NULL)
    return page;
  page = places[index].make (self->context);
  adw_navigation_page_set_tag (page, places[index].name);
  set_trail (page, "win.go", g_variant_new_string (places[index].name));
  adw_navigation_view_add (self->content, page);
  return page;
}

void
meso_shell_go_number (MesoShell *self,
                      guint      number)
{
  AdwNavigationPage *page;

  if (number >= G_N_ELEMENTS (places))
    return;
  page = ensure_place (self, number);
  self->place = number;
  gtk_list_box_select_row (self->places, gtk_list_box_get_row_at_index (self->places, (int) number));
  adw_navigation_page_set_title (self->content_page, adw_navigation_page_get_title (page));
  if (adw_navigation_view_get_visible_page (self->content) != page)
    adw_navigation_view_replace (self->content, &page, 1);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

void
meso_shell_go (MesoShell  *self,
               const char *place)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      if (g_str_equal (places[i].name, place))
        meso_shell_go_number (self, i);
    }
}

static void
place_activated (MesoShell     *self,
                 GtkListBoxRow *row)
{
  meso_shell_go_number (self, (guint) gtk_list_box_row_get_index (row));
}

/* The arrow keys select as they go along; what is marked is where the window is, until Enter goes elsewhere. */
static void
place_selected (MesoShell     *self,
                GtkListBoxRow *row)
{
  if (row != NULL && gtk_list_box_row_get_index (row) != (int) self->place)
    gtk_list_box_select_row (self->places, gtk_list_box_get_row_at_index (self->places, (int) self->place));
}

AdwNavigationPage *
meso_shell_get_page (MesoShell *self)
{
  return adw_navigation_view_get_visible_page (self->content);
}

gboolean
meso_shell_is_at (MesoShell  *self,
                  const char *action,
                  GVariant   *parameter)
{
  AdwNavigationPage *page = meso_shell_get_page (self);
  GVariant *trail = page != NULL ? g_object_get_data (G_OBJECT (page), "trail") : NULL;
  g_autoptr(GVariant) asked = g_variant_ref_sink (g_variant_new ("(sv)", action, parameter));

  return trail != NULL && g_variant_equal (trail, asked);
}

void
meso_shell_push (MesoShell         *self,
                 AdwNavigationPage *page,
                 const char        *action,
                 GVariant          *parameter)
{
  meso_shell_begin (self);
  set_trail (page, action, parameter);
  adw_navigation_view_push (self->content, page);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

GVariant *
meso_shell_dup_trail (MesoShell *self)
{
  g_autoptr(GListModel) stack = adw_navigation_view_get_navigation_stack (self->content);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sv)"));
  for (guint i = 0; i < g_list_model_get_n_items (stack); i++)
    {
      g_autoptr(GObject) page = g_list_model_get_item (stack, i);
      GVariant *step = g_object_get_data (page, "trail");

      if (step != NULL)
        g_variant_builder_add_value (&builder, step);
    }
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static GtkWidget *
find_search (GtkWidget *widget)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_SEARCH_ENTRY (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_search (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

void
meso_shell_search (MesoShell *self,
                   gboolean   patients)
{
  AdwNavigationPage *page = meso_shell_get_page (self);
  GtkWidget *entry = !patients && page != NULL ? find_search (GTK_WIDGET (page)) : NULL;

  if (entry == NULL)
    {
      meso_shell_go (self, "patients");
      entry = find_search (GTK_WIDGET (meso_shell_get_page (self)));
    }
  if (entry == NULL)
    return;
  gtk_widget_grab_focus (entry);
  gtk_editable_select_region (GTK_EDITABLE (entry), 0, -1);
}

void
meso_shell_set_notice (MesoShell  *self,
                       const char *text)
{
  if (text != NULL)
    adw_banner_set_title (self->notice, text);
  adw_banner_set_revealed (self->notice, text != NULL);
}

static gpointer
list_today (MesoClinic  *clinic,
            gpointer     context,
            GError     **error)
{
  MesoCalendarDate today = meso_context_get_today (context);
  g_autoptr(GPtrArray) entries = meso_agenda_service_list_day (clinic, today, today, error);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", i);

      g_ptr_array_add (rows, meso_row_new (key, NULL, NULL));
    }
  return entries != NULL ? g_steal_pointer (&rows) : NULL;
}

/* words: what there are so many of */
static void
show_count (MesoShell  *self,
            guint       place,
            guint       n,
            const char *words)
{
  const char *title = _(places[place].title);
  g_autofree char *number = meso_context_format_number (self->context, n);
  g_autofree char *label = n > 0 ? g_strdup_printf (_("%s, %s"), title, words) : g_strdup (title);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->places, (int) place);

  g_object_set (self->tags[place], "label", number, "visible", n > 0, "tooltip-text", words, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
count_today (MesoShell *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->today));
  g_autofree char *number = meso_context_format_number (self->context, n);
  g_autofree char *words = g_strdup_printf (ngettext ("%s session", "%s sessions", n), number);

  show_count (self, TODAY_PLACE, n, words);
}

static void
count_stock (MesoShell *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->stock));
  g_autofree char *number = meso_context_format_number (self->context, n);
  /* Translators: of lots in the stock, and of things that it has too little of */
  g_autofree char *words = g_strdup_printf (ngettext ("%s wants looking after", "%s want looking after", n), number);

  show_count (self, STOCK_PLACE, n, words);
}

static void
show_clinic (MesoShell *self)
{
  const char *language = meso_context_get_language (self->context);
  const char *name = meso_context_get_setting (self->context, g_str_equal (language, "fa") ? "clinic-name-fa" : "clinic-name");

  if (name == NULL || *name == '\0')
    name = meso_context_get_setting (self->context, "clinic-name");
  adw_window_title_set_subtitle (self->window_title, name != NULL ? name : "");
  adw_banner_set_revealed (self->demo_banner, meso_context_get_demo (self->context));
}

static void
add_place (MesoShell *self,
           guint      index)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", _(places[index].title), "hexpand", TRUE, "xalign", 0.0,
                                   "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, NULL);

  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "icon-name", places[index].icon, "accessible-role",
                                               GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (box), label);
  if (index == TODAY_PLACE || index == STOCK_PLACE)
    {
      self->tags[index] = meso_tag_new (NULL, "", index == STOCK_PLACE ? "warning" : "neutral");
      gtk_widget_add_css_class (self->tags[index], "numeric");
      gtk_widget_set_visible (self->tags[index], FALSE);
      gtk_box_append (GTK_BOX (box), self->tags[index]);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _(places[index].title), -1);
  gtk_list_box_append (self->places, row);
}

static void
meso_shell_dispose (GObject *object)
{
  MesoShell *self = MESO_SHELL (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_SHELL);
  g_clear_object (&self->today);
  g_clear_object (&self->stock);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_shell_parent_class)->dispose (object);
}

static void
meso_shell_class_init (MesoShellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_shell_dispose;
  g_type_ensure (MESO_TYPE_DESK_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-shell.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoShell, notice);
  gtk_widget_class_bind_template_child (widget_class, MesoShell, demo_banner);
  gtk_widget_class_bind_template_child (widget_class, MesoShell, split_view);
  gtk_widget_class_bind_template_child (widget_class, MesoShell, window_title);
  gtk_widget_class_bind_template_child (widget_class, MesoShell, places);
  gtk_widget_class_bind_template_child (widget_class, MesoShell, content_page);
  gtk_widget_class_bind_template_child (widget_class, MesoShell, content);
  gtk_widget_class_bind_template_child (widget_class, MesoShell, desk);
  gtk_widget_class_bind_template_callback (widget_class, place_activated);
  gtk_widget_class_bind_template_callback (widget_class, place_selected);
}

static void
meso_shell_init (MesoShell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    add_place (self, i);
}

MesoShell *
meso_shell_new (MesoContext *context)
{
  MesoShell *self = g_object_new (MESO_TYPE_SHELL, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "settings-changed", G_CALLBACK (show_clinic), self, G_CONNECT_SWAPPED);
  meso_desk_button_set_context (self->desk, context);
  show_clinic (self);
  return self;
}

void
meso_shell_begin (MesoShell *self)
{
  if (self->today != NULL)
    return;
  self->today = meso_query_list_new (meso_context_get_clinic (self->context), list_today, g_object_ref (self->context),
                                     g_object_unref, "plan session patient");
  g_signal_connect_object (self->today, "items-changed", G_CALLBACK (count_today), self, G_CONNECT_SWAPPED);
  self->stock = meso_stock_attention_get (self->context);
  g_signal_connect_object (self->stock, "items-changed", G_CALLBACK (count_stock), self, G_CONNECT_SWAPPED);
  count_stock (self);
  if (meso_shell_get_page (self) == NULL)
    meso_shell_go_number (self, 0);
}
