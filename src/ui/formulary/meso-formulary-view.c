/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formulary-view.h"

#include <glib/gi18n.h>

#include "meso-formulary-dialog.h"
#include "meso-formulary-row.h"
#include "meso-formulary-words.h"
#include "meso-physician-notice.h"

struct _MesoFormularyView
{
  AdwBin parent_instance;

  MesoContext *context;
  GPtrArray *lists;            /* GtkListBox, each under its heading */

  MesoPhysicianNotice *notice;
  GtkSearchEntry *search;
  GtkDropDown *shown;
  GtkWidget *new_ingredient;
  GtkWidget *new_product;
  GtkBox *groups;
  GtkWidget *nothing;
};

G_DEFINE_FINAL_TYPE (MesoFormularyView, meso_formulary_view, ADW_TYPE_BIN)

static void
filter (MesoFormularyView *self)
{
  const char *wanted = gtk_editable_get_text (GTK_EDITABLE (self->search));
  MesoFormularyShown shown = gtk_drop_down_get_selected (self->shown);
  gboolean any = FALSE;

  for (guint i = 0; i < self->lists->len; i++)
    {
      GtkListBox *list = g_ptr_array_index (self->lists, i);
      GtkListBoxRow *row;
      gboolean here = FALSE;

      for (int n = 0; (row = gtk_list_box_get_row_at_index (list, n)) != NULL; n++)
        {
          gboolean matches = meso_formulary_row_matches (GTK_WIDGET (row), shown, wanted);

          gtk_widget_set_visible (GTK_WIDGET (row), matches);
          here = here || matches;
        }
      gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (list)), here);
      any = any || here;
    }
  gtk_widget_set_visible (self->nothing, !any);
}

static void
row_activated (GtkListBox        *list,
               GtkListBoxRow     *row,
               MesoFormularyView *self)
{
  adw_dialog_present (meso_formulary_dialog_new (self->context, meso_formulary_row_get_id (GTK_WIDGET (row))), GTK_WIDGET (self));
}

static void
new_ingredient_clicked (MesoFormularyView *self)
{
  adw_dialog_present (meso_formulary_dialog_new_form (self->context, MESO_FORMULARY_INGREDIENT), GTK_WIDGET (self));
}

static void
new_product_clicked (MesoFormularyView *self)
{
  adw_dialog_present (meso_formulary_dialog_new_form (self->context, MESO_FORMULARY_PRODUCT), GTK_WIDGET (self));
}

static GtkListBox *
add_list (MesoFormularyView *self,
          const char        *title)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 8, NULL);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0f, "wrap", TRUE, "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, "tab-behavior", GTK_LIST_TAB_ITEM, NULL);

  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY, heading, NULL, -1);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (self->groups, box);
  g_signal_connect (list, "row-activated", G_CALLBACK (row_activated), self);
  g_ptr_array_add (self->lists, list);
  return GTK_LIST_BOX (list);
}

static void
clear (MesoFormularyView *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->lists, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
}

static void
show (MesoFormularyView *self)
{
  const MesoProtocol *protocol = meso_context_get_protocol (self->context);
  const GPtrArray *ingredients = meso_protocol_get_ingredients (protocol);
  const GPtrArray *products = meso_protocol_get_products (protocol);
  static const MesoIngredientGroup groups[] = { MESO_INGREDIENT_MINERALS, MESO_INGREDIENT_VITAMINS, MESO_INGREDIENT_OTHER };
  GtkListBox *list;

  clear (self);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      list = add_list (self, meso_formulary_words_group (groups[i]));
      for (guint j = 0; j < ingredients->len; j++)
        {
          const MesoIngredient *ingredient = g_ptr_array_index (ingredients, j);

          if (ingredient->group == groups[i])
            gtk_list_box_append (list, meso_formulary_row_new_ingredient (self->context, ingredient));
        }
    }
  list = add_list (self, _("Products"));
  for (guint i = 0; i < products->len; i++)
    gtk_list_box_append (list, meso_formulary_row_new_product (self->context, g_ptr_array_index (products, i)));
  filter (self);
}

static void
allowed_changed (MesoFormularyView *self)
{
  gboolean allowed = meso_physician_notice_get_allowed (self->notice);

  gtk_widget_set_sensitive (self->new_ingredient, allowed);
  gtk_widget_set_sensitive (self->new_product, allowed);
}

static void
meso_formulary_view_dispose (GObject *object)
{
  MesoFormularyView *self = MESO_FORMULARY_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_FORMULARY_VIEW);
  g_clear_pointer (&self->lists, g_ptr_array_unref);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_formulary_view_parent_class)->dispose (object);
}

static void
meso_formulary_view_class_init (MesoFormularyViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_formulary_view_dispose;
  g_type_ensure (MESO_TYPE_PHYSICIAN_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-formulary-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoFormularyView, notice);
  gtk_widget_class_bind_template_child (widget_class, MesoFormularyView, search);
  gtk_widget_class_bind_template_child (widget_class, MesoFormularyView, shown);
  gtk_widget_class_bind_template_child (widget_class, MesoFormularyView, new_ingredient);
  gtk_widget_class_bind_template_child (widget_class, MesoFormularyView, new_product);
  gtk_widget_class_bind_template_child (widget_class, MesoFormularyView, groups);
  gtk_widget_class_bind_template_child (widget_class, MesoFormularyView, nothing);
  gtk_widget_class_bind_template_callback (widget_class, filter);
  gtk_widget_class_bind_template_callback (widget_class, new_ingredient_clicked);
  gtk_widget_class_bind_template_callback (widget_class, new_product_clicked);
}

static void
meso_formulary_view_init (MesoFormularyView *self)
{
  self->lists = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
meso_formulary_view_set_context (MesoFormularyView *self,
                                 MesoContext       *context)
{
  self->context = g_object_ref (context);
  meso_physician_notice_set_context (self->notice, context);
  g_signal_connect_object (self->notice, "notify::allowed", G_CALLBACK (allowed_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (meso_context_get_clinic (context), "changed::protocol", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "settings-changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  allowed_changed (self);
  show (self);
}
