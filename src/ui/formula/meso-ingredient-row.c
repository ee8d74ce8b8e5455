/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-ingredient-row.h"

#include <glib/gi18n.h>

#include "meso-formula-lock.h"
#include "meso-formula-wording.h"
#include "meso-text-fold.h"
#include "meso-text.h"
#include "meso-words.h"

struct _MesoIngredientRow
{
  AdwActionRow parent_instance;

  MesoContext *context;
  MesoFormulaEditor *editor;
  const MesoIngredient *ingredient;   /* one of the two */
  const MesoProduct *product;
  GPtrArray *words;                   /* what a search finds it by */
  MesoFormulaLock lock;
  gboolean added;
  gboolean shown;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (MesoIngredientRow, meso_ingredient_row, ADW_TYPE_ACTION_ROW)

enum { ADDED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
meso_ingredient_row_dispose (GObject *object)
{
  MesoIngredientRow *self = MESO_INGREDIENT_ROW (object);

  g_clear_object (&self->context);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  G_OBJECT_CLASS (meso_ingredient_row_parent_class)->dispose (object);
}

static void
meso_ingredient_row_class_init (MesoIngredientRowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = meso_ingredient_row_dispose;
  signals[ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
meso_ingredient_row_init (MesoIngredientRow *self)
{
  self->button = GTK_BUTTON (gtk_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "circular");
  /* The row itself is what Tab and the arrows come to; it hands its activation to the button. */
  gtk_widget_set_focusable (GTK_WIDGET (self->button), FALSE);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (meso_ingredient_row_add), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

static const char *
get_id (MesoIngredientRow *self)
{
  return self->ingredient != NULL ? self->ingredient->id : self->product->id;
}

static gboolean
is_added (MesoIngredientRow *self)
{
  const GPtrArray *items = meso_formula_editor_get_draft (self->editor)->formula->items;

  for (guint i = 0; i < items->len; i++)
    {
      const MesoFormulaItem *item = g_ptr_array_index (items, i);

      if (g_strcmp0 (self->ingredient != NULL ? item->ingredient : item->product, get_id (self)) == 0)
        return TRUE;
    }
  return FALSE;
}

/* What it is for, and how much is known to be too much. */
static char *
describe (MesoIngredientRow *self)
{
  const char *language = meso_context_get_language (self->context);
  g_autofree char *cap = NULL;

  if (self->product != NULL)
    {
      g_autofree char *count = meso_context_format_number (self->context, self->product->components->len);

      return g_strdup_printf (ngettext ("Ready-made vial, %s component", "Ready-made vial, %s components",
                                        self->product->components->len), count);
    }
  cap = meso_formula_wording_cap (self->context, self->ingredient);
  return g_strdup_printf ("%s\n%s", meso_local_text_get (self->ingredient->benefit, language), cap);
}

static void
show_button (MesoIngredientRow *self,
             const char        *icon,
             const char        *label)
{
  gtk_button_set_icon_name (self->button, icon);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static MesoFormulaLock
find_lock (MesoIngredientRow *self)
{
  const MesoProtocol *protocol = meso_formula_editor_get_protocol (self->editor);
  const MesoFormulaDraft *draft = meso_formula_editor_get_draft (self->editor);
  const MesoFormulaPatient *facts = meso_formula_editor_get_facts (self->editor);

  if (self->ingredient != NULL)
    return meso_formula_lock_find (protocol, draft, facts, self->ingredient);
  return meso_formula_lock_find_product (protocol, draft, facts, self->product);
}

static void
set_css_class (gpointer    widget,
               const char *name,
               gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show (MesoIngredientRow *self)
{
  g_autofree char *name = meso_formula_wording_name (self->context, get_id (self));
  g_autofree char *isolated = meso_words_isolate (name);
  g_autofree char *subtitle = describe (self);
  g_autofree char *label = NULL;
  gboolean locked = self->lock != MESO_FORMULA_LOCK_NONE;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), locked ? meso_formula_lock_describe (self->lock) : subtitle);
  if (locked)
    label = g_strdup_printf (_("%s can’t be added: %s"), isolated, meso_formula_lock_describe (self->lock));
  else if (self->added)
    label = g_strdup_printf (_("%s is in the mixture"), isolated);
  else
    label = g_strdup_printf (_("Add %s"), isolated);
  show_button (self, locked ? "system-lock-screen-symbolic" : self->added ? "object-select-symbolic" : "list-add-symbolic",
               label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), !locked);
  set_css_class (self, "locked", locked);
  set_css_class (self->button, "accent", self->added);
}

void
meso_ingredient_row_update (MesoIngredientRow *self)
{
  gboolean added = is_added (self);
  MesoFormulaLock lock = added ? MESO_FORMULA_LOCK_NONE : find_lock (self);

  /* At each key that is pressed nearly all rows stay what they are. */
  if (self->shown && added == self->added && lock == self->lock)
    return;
  self->shown = TRUE;
  self->added = added;
  self->lock = lock;
  show (self);
}

gboolean
meso_ingredient_row_matches (MesoIngredientRow *self,
                             const GPtrArray   *words)
{
  for (guint i = 0; i < words->len; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < self->words->len && !found; j++)
        found = g_str_has_prefix (g_ptr_array_index (self->words, j), g_ptr_array_index (words, i));
      if (!found)
        return FALSE;
    }
  return TRUE;
}

gboolean
meso_ingredient_row_can_add (MesoIngredientRow *self)
{
  return self->lock == MESO_FORMULA_LOCK_NONE;
}

void
meso_ingredient_row_add (MesoIngredientRow *self)
{
  guint row;

  if (self->lock != MESO_FORMULA_LOCK_NONE)
    return;
  row = meso_formula_editor_add (self->editor, self->ingredient != NULL ? self->ingredient->id : NULL,
                                 self->product != NULL ? self->product->id : NULL);
  g_signal_emit (self, signals[ADDED], 0, row);
}

GtkWidget *
meso_ingredient_row_new (MesoContext          *context,
                         MesoFormulaEditor    *editor,
                         const MesoIngredient *ingredient,
                         const MesoProduct    *product)
{
  MesoIngredientRow *self = g_object_new (MESO_TYPE_INGREDIENT_ROW, NULL);
  const MesoLocalText *name = ingredient != NULL ? ingredient->name : product->name;
  /* In both languages: who reads a Latin label types what it says. */
  g_autofree char *known = g_strjoin (" ", meso_local_text_get (name, "en"), meso_local_text_get (name, "fa"),
                                      ingredient != NULL ? ingredient->id : product->id, NULL);

  self->context = g_object_ref (context);
  self->editor = g_object_ref (editor);
  self->ingredient = ingredient;
  self->product = product;
  self->words = meso_text_fold_words (known);
  if (ingredient != NULL && ingredient->caution != NULL)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self),
                                 meso_local_text_get (ingredient->caution, meso_context_get_language (context)));
  meso_ingredient_row_update (self);
  return GTK_WIDGET (self);
}
