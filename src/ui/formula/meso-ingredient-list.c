/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-ingredient-list.h"

#include <glib/gi18n.h>

#include "meso-text-fold.h"

struct _MesoIngredientList
{
  AdwBin parent_instance;

  GtkEditable *search;
  GtkBox *groups;
  GtkWidget *nothing;

  MesoContext *context;
  MesoFormulaEditor *editor;
  GPtrArray *rows;        /* of MesoIngredientRow, in the order shown; borrowed */
};

G_DEFINE_FINAL_TYPE (MesoIngredientList, meso_ingredient_list, ADW_TYPE_BIN)

enum { ADDED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
meso_ingredient_list_dispose (GObject *object)
{
  MesoIngredientList *self = MESO_INGREDIENT_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_INGREDIENT_LIST);
  g_clear_object (&self->context);
  g_clear_object (&self->editor);
  G_OBJECT_CLASS (meso_ingredient_list_parent_class)->dispose (object);
}

static void
meso_ingredient_list_finalize (GObject *object)
{
  g_ptr_array_unref (MESO_INGREDIENT_LIST (object)->rows);
  G_OBJECT_CLASS (meso_ingredient_list_parent_class)->finalize (object);
}

/* Groups without a row left are folded away. */
static void
search_changed (MesoIngredientList *self)
{
  g_autoptr(GPtrArray) words = meso_text_fold_words (gtk_editable_get_text (self->search));
  gboolean any = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->rows, i),
                            meso_ingredient_row_matches (g_ptr_array_index (self->rows, i), words));
  for (GtkWidget *group = gtk_widget_get_first_child (GTK_WIDGET (self->groups)); group != NULL;
       group = gtk_widget_get_next_sibling (group))
    {
      GtkListBox *list = g_object_get_data (G_OBJECT (group), "list");
      gboolean shown = FALSE;

      for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list)); row != NULL && !shown;
           row = gtk_widget_get_next_sibling (row))
        shown = gtk_widget_get_visible (row);
      gtk_widget_set_visible (group, shown);
      any = any || shown;
    }
  gtk_widget_set_visible (self->nothing, !any);
}

static void
search_activated (MesoIngredientList *self)
{
  if (*gtk_editable_get_text (self->search) == '\0')
    return;
  /* The search may be a moment behind the key. */
  search_changed (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      MesoIngredientRow *row = g_ptr_array_index (self->rows, i);

      if (!gtk_widget_get_visible (GTK_WIDGET (row)) || !meso_ingredient_row_can_add (row))
        continue;
      meso_ingredient_row_add (row);
      return;
    }
  gtk_widget_error_bell (GTK_WIDGET (self->search));
}

static void
search_stopped (MesoIngredientList *self)
{
  gtk_editable_set_text (self->search, "");
}

static gboolean
search_key_pressed (GtkEventControllerKey *controller,
                    guint                  key,
                    guint                  code,
                    GdkModifierType        modifiers,
                    MesoIngredientList    *self)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_child_focus (GTK_WIDGET (self->groups), GTK_DIR_TAB_FORWARD);
}

static void
meso_ingredient_list_class_init (MesoIngredientListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = meso_ingredient_list_dispose;
  G_OBJECT_CLASS (class)->finalize = meso_ingredient_list_finalize;
  signals[ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-ingredient-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoIngredientList, search);
  gtk_widget_class_bind_template_child (widget_class, MesoIngredientList, groups);
  gtk_widget_class_bind_template_child (widget_class, MesoIngredientList, nothing);
  gtk_widget_class_bind_template_callback (widget_class, search_changed);
  gtk_widget_class_bind_template_callback (widget_class, search_activated);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped);
}

static void
meso_ingredient_list_init (MesoIngredientList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (search_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
}

static void
row_added (MesoIngredientList *self,
           guint               row)
{
  gtk_editable_set_text (self->search, "");
  g_signal_emit (self, signals[ADDED], 0, row);
}

static GtkListBox *
add_group (MesoIngredientList *self,
           const char         *title)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_HEADING, "css-classes", (const char *const[]) { "heading", NULL }, NULL);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  /* Tab goes on to the mixture, not through all there is; the arrows go along the list. */
  gtk_list_box_set_tab_behavior (GTK_LIST_BOX (list), GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (group), heading);
  gtk_box_append (GTK_BOX (group), list);
  gtk_box_append (self->groups, group);
  g_object_set_data (G_OBJECT (group), "list", list);
  return GTK_LIST_BOX (list);
}

static void
add_row (MesoIngredientList   *self,
         GtkListBox           *list,
         const MesoIngredient *ingredient,
         const MesoProduct    *product)
{
  GtkWidget *row = meso_ingredient_row_new (self->context, self->editor, ingredient, product);

  g_signal_connect_object (row, "added", G_CALLBACK (row_added), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (list, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_groups (MesoIngredientList *self)
{
  static const char *const titles[] = {
    [MESO_INGREDIENT_MINERALS] = N_("Minerals"),
    [MESO_INGREDIENT_VITAMINS] = N_("Vitamins"),
    [MESO_INGREDIENT_OTHER] = N_("Other Compounds"),
  };
  const GPtrArray *ingredients = meso_protocol_get_ingredients (meso_context_get_protocol (self->context));
  const GPtrArray *products = meso_protocol_get_products (meso_context_get_protocol (self->context));

  for (guint group = 0; group < G_N_ELEMENTS (titles); group++)
    {
      GtkListBox *list = add_group (self, _(titles[group]));

      for (guint i = 0; i < ingredients->len; i++)
        {
          const MesoIngredient *ingredient = g_ptr_array_index (ingredients, i);

          /* What only fills up has its own row in the mixture. */
          if (ingredient->group == group && !ingredient->diluent)
            add_row (self, list, ingredient, NULL);
        }
    }
  if (products->len > 0)
    {
      GtkListBox *list = add_group (self, _("Ready-Made Vials"));

      for (guint i = 0; i < products->len; i++)
        add_row (self, list, NULL, g_ptr_array_index (products, i));
    }
}

static void
editor_changed (MesoIngredientList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    meso_ingredient_row_update (g_ptr_array_index (self->rows, i));
}

void
meso_ingredient_list_bind (MesoIngredientList *self,
                           MesoContext        *context,
                           MesoFormulaEditor  *editor)
{
  g_set_object (&self->context, context);
  g_set_object (&self->editor, editor);
  add_groups (self);
  g_signal_connect_object (editor, "changed", G_CALLBACK (editor_changed), self, G_CONNECT_SWAPPED);
}

void
meso_ingredient_list_grab_search (MesoIngredientList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
