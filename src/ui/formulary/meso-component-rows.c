/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-component-rows.h"

#include <glib/gi18n.h>

#include "meso-formulary-reading.h"
#include "meso-salt-choice.h"

struct _MesoComponentRows
{
  AdwBin parent_instance;

  MesoContext *context;
  GPtrArray *ids;          /* utf8: the ingredients in the order of the choices; the first is none */
  GtkStringList *names;
  GtkListBox *list;
  GtkLabel *error;
  GtkButton *add;
};

G_DEFINE_FINAL_TYPE (MesoComponentRows, meso_component_rows, ADW_TYPE_BIN)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

#define SALT_KEY "meso-salt"

static void
label (GtkWidget  *widget,
       const char *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
tell (MesoComponentRows *self)
{
  meso_component_rows_set_error (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
get_row (MesoComponentRows *self,
         int                n)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, n);

  return row != NULL ? gtk_list_box_row_get_child (row) : NULL;
}

static void
removed (GtkButton         *button,
         MesoComponentRows *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);

  gtk_widget_grab_focus (GTK_WIDGET (self->add));
  gtk_list_box_remove (self->list, row);
  gtk_widget_set_visible (GTK_WIDGET (self->list), get_row (self, 0) != NULL);
  tell (self);
}

/* What a row is made of, in this order */
enum { WHAT, SALT, STRENGTH };

static GtkWidget *
get_part (GtkWidget *row,
          guint      part)
{
  GtkWidget *child = gtk_widget_get_first_child (row);

  while (part-- > 0)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static const char *
get_id (MesoComponentRows *self,
        GtkWidget         *row)
{
  return g_ptr_array_index (self->ids, gtk_drop_down_get_selected (GTK_DROP_DOWN (get_part (row, WHAT))));
}

static void
set_salt (GtkWidget  *row,
          const char *salt)
{
  g_object_set_data_full (G_OBJECT (row), SALT_KEY, g_strdup (salt), g_free);
}

static const char *
get_salt (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), SALT_KEY);
}

static void
salt_chosen (GtkDropDown       *choice,
             GParamSpec        *property,
             MesoComponentRows *self)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (choice));
  const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (meso_context_get_protocol (self->context), get_id (self, row));
  guint chosen = gtk_drop_down_get_selected (choice);

  if (ingredient == NULL || chosen > ingredient->salts->len)
    return;
  set_salt (row, chosen > 0 ? ((const MesoSalt *) g_ptr_array_index (ingredient->salts, chosen - 1))->id : "");
  tell (self);
}

/* GTK_INVALID_LIST_POSITION: the content knows it no more */
static guint
find_salt (const MesoIngredient *ingredient,
           const char           *salt)
{
  if (*salt == '\0')
    return 0;
  for (guint i = 0; i < ingredient->salts->len; i++)
    if (g_str_equal (((const MesoSalt *) g_ptr_array_index (ingredient->salts, i))->id, salt))
      return i + 1;
  return GTK_INVALID_LIST_POSITION;
}

/* What the strength on the label is of: asked only where the ingredient has salts. */
static void
show_salts (MesoComponentRows *self,
            GtkWidget         *row)
{
  const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (meso_context_get_protocol (self->context), get_id (self, row));
  GtkDropDown *choice = GTK_DROP_DOWN (get_part (row, SALT));
  g_autoptr(GtkStringList) names = NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (choice), ingredient != NULL && ingredient->salts->len > 0);
  if (ingredient == NULL || ingredient->salts->len == 0)
    return;
  names = meso_salt_choice_list_names (self->context, ingredient);
  words = meso_salt_choice_dup_label (self->context, ingredient);
  g_signal_handlers_block_by_func (choice, salt_chosen, self);
  gtk_drop_down_set_model (choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (choice, find_salt (ingredient, get_salt (row)));
  g_signal_handlers_unblock_by_func (choice, salt_chosen, self);
  gtk_widget_set_tooltip_text (GTK_WIDGET (choice), words);
  label (GTK_WIDGET (choice), words);
}

static void
what_chosen (GtkDropDown       *what,
             GParamSpec        *property,
             MesoComponentRows *self)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (what));

  set_salt (row, "");
  show_salts (self, row);
  tell (self);
}

static guint
find (MesoComponentRows *self,
      const char        *id)
{
  guint at;

  return g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, &at) ? at : 0;
}

static GtkWidget *
append (MesoComponentRows *self,
        const char        *id,
        const char        *strength,
        const char        *salt)
{
  GtkWidget *box = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 8, "line-spacing", 8, "margin-top", 8, "margin-bottom", 8,
                                 "margin-start", 10, "margin-end", 10, NULL);
  GtkWidget *what = g_object_new (GTK_TYPE_DROP_DOWN, "model", self->names, "enable-search", TRUE, "selected", find (self, id), NULL);
  GtkWidget *choice = meso_salt_choice_new_drop_down ();
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "text", strength, "placeholder-text", _("5 mg/mL"), "width-chars", 12, NULL);
  GtkWidget *remove = g_object_new (GTK_TYPE_BUTTON, "icon-name", "user-trash-symbolic", "tooltip-text", _("Remove this component"), NULL);
  g_autoptr(GtkExpression) name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  gtk_drop_down_set_expression (GTK_DROP_DOWN (what), name);
  label (what, _("Ingredient"));
  label (entry, _("Strength"));
  label (remove, _("Remove this component"));
  gtk_widget_add_css_class (remove, "flat");
  adw_wrap_box_append (ADW_WRAP_BOX (box), what);
  adw_wrap_box_append (ADW_WRAP_BOX (box), choice);
  adw_wrap_box_append (ADW_WRAP_BOX (box), entry);
  adw_wrap_box_append (ADW_WRAP_BOX (box), remove);
  gtk_list_box_append (self->list, box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (gtk_widget_get_parent (box)), FALSE);
  gtk_widget_set_focusable (gtk_widget_get_parent (box), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->list), TRUE);
  g_signal_connect_object (what, "notify::selected", G_CALLBACK (what_chosen), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (salt_chosen), self, G_CONNECT_DEFAULT);
  set_salt (box, salt);
  show_salts (self, box);
  g_signal_connect_object (entry, "changed", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  g_signal_connect (remove, "clicked", G_CALLBACK (removed), self);
  return what;
}

static void
added (MesoComponentRows *self)
{
  gtk_widget_grab_focus (append (self, "", "", ""));
  tell (self);
}

void
meso_component_rows_set_text (MesoComponentRows *self,
                              const char        *text)
{
  g_autoptr(GPtrArray) components = meso_formulary_read_components (text);

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < components->len; i++)
    {
      const MesoProductComponent *component = g_ptr_array_index (components, i);

      append (self, component->ingredient, component->strength, component->salt != NULL ? component->salt : "");
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), components->len > 0);
}

char *
meso_component_rows_dup_text (MesoComponentRows *self)
{
  GString *lines = g_string_new (NULL);
  GtkWidget *row;

  for (int n = 0; (row = get_row (self, n)) != NULL; n++)
    {
      const char *typed = gtk_editable_get_text (GTK_EDITABLE (get_part (row, STRENGTH)));
      g_autofree char *strength = g_strdelimit (g_strdup (typed), "\t\n", ' ');

      g_string_append_printf (lines, "%s%s\t%s\t%s", n > 0 ? "\n" : "", get_id (self, row), strength, get_salt (row));
    }
  return g_string_free_and_steal (lines);
}

void
meso_component_rows_set_error (MesoComponentRows *self,
                               const char        *text)
{
  gtk_label_set_text (self->error, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), text != NULL);
  if (text != NULL)
    {
      gtk_accessible_announce (GTK_ACCESSIBLE (self->error), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
      gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
    }
}

static void
meso_component_rows_dispose (GObject *object)
{
  MesoComponentRows *self = MESO_COMPONENT_ROWS (object);

  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_object (&self->names);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_component_rows_parent_class)->dispose (object);
}

static void
meso_component_rows_class_init (MesoComponentRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = meso_component_rows_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
meso_component_rows_init (MesoComponentRows *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 8, NULL);

  self->list = GTK_LIST_BOX (g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, "visible", FALSE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  label (GTK_WIDGET (self->list), _("Components"));
  self->error = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "visible", FALSE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->error), "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->error), "caption");
  self->add = GTK_BUTTON (g_object_new (GTK_TYPE_BUTTON, "label", _("Add a _Component"), "use-underline", TRUE, "halign", GTK_ALIGN_START, NULL));
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (added), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->error));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->add));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
meso_component_rows_new (MesoContext *context)
{
  MesoComponentRows *self = g_object_new (MESO_TYPE_COMPONENT_ROWS, NULL);
  const GPtrArray *ingredients = meso_protocol_get_ingredients (meso_context_get_protocol (context));

  self->context = g_object_ref (context);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->names = gtk_string_list_new (NULL);
  g_ptr_array_add (self->ids, g_strdup (""));
  gtk_string_list_append (self->names, _("Choose an ingredient"));
  for (guint i = 0; i < ingredients->len; i++)
    {
      const MesoIngredient *ingredient = g_ptr_array_index (ingredients, i);

      g_ptr_array_add (self->ids, g_strdup (ingredient->id));
      gtk_string_list_append (self->names, meso_local_text_get (ingredient->name, meso_context_get_language (context)));
    }
  return GTK_WIDGET (self);
}
