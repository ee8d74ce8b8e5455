/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-salt-choice.h"

#include <glib/gi18n.h>

#include "meso-mixture-words.h"
#include "meso-words.h"

#define SPACING 8
/* under the name, behind the number of the row */
#define INDENT 36

struct _MesoSaltChoice
{
  GtkBox parent_instance;

  GtkDropDown *choices;
  GtkLabel *words;

  MesoContext *context;
  const MesoIngredient *ingredient;   /* of the context's content */
  gboolean showing;                   /* what is set now, nobody chose */
};

G_DEFINE_FINAL_TYPE (MesoSaltChoice, meso_salt_choice, GTK_TYPE_BOX)

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
meso_salt_choice_dispose (GObject *object)
{
  g_clear_object (&MESO_SALT_CHOICE (object)->context);
  G_OBJECT_CLASS (meso_salt_choice_parent_class)->dispose (object);
}

static void
meso_salt_choice_class_init (MesoSaltChoiceClass *class)
{
  G_OBJECT_CLASS (class)->dispose = meso_salt_choice_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
}

/* The first choice is the ingredient itself. */
static void
choice_selected (MesoSaltChoice *self)
{
  guint chosen = gtk_drop_down_get_selected (self->choices);

  if (self->showing || chosen > self->ingredient->salts->len)
    return;
  g_signal_emit (self, signals[CHOSEN], 0,
                 chosen == 0 ? NULL : ((const MesoSalt *) g_ptr_array_index (self->ingredient->salts, chosen - 1))->id);
}

static void
set_up_item (GtkSignalListItemFactory *factory,
             GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  /* The longest name must not hold the whole row open. */
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
bind_item (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item))));
}

GtkWidget *
meso_salt_choice_new_drop_down (void)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkWidget *choices = gtk_drop_down_new (NULL, NULL);

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_item), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_item), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (choices), factory);
  return choices;
}

static void
meso_salt_choice_init (MesoSaltChoice *self)
{
  self->choices = GTK_DROP_DOWN (meso_salt_choice_new_drop_down ());
  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_box_set_spacing (GTK_BOX (self), SPACING);
  gtk_widget_set_margin_start (GTK_WIDGET (self), INDENT);
  gtk_widget_set_valign (GTK_WIDGET (self->choices), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self->choices), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->choices), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->choices), "salt-choice");
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_wrap (self->words, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "dim-label");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->choices));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->words));
  g_signal_connect_object (self->choices, "notify::selected", G_CALLBACK (choice_selected), self, G_CONNECT_SWAPPED);
}

GtkStringList *
meso_salt_choice_list_names (MesoContext          *context,
                             const MesoIngredient *ingredient)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, C_("weighed as", "Elemental"));
  for (guint i = 0; i < ingredient->salts->len; i++)
    gtk_string_list_append (names, meso_local_text_get (((const MesoSalt *) g_ptr_array_index (ingredient->salts, i))->name,
                                                        meso_context_get_language (context)));
  return names;
}

char *
meso_salt_choice_dup_label (MesoContext          *context,
                            const MesoIngredient *ingredient)
{
  g_autofree char *name = meso_words_isolate (meso_local_text_get (ingredient->name, meso_context_get_language (context)));

  /* Translators: what a dose is written as: the element itself, or one of its salts; %s is an ingredient */
  return g_strdup_printf (_("%s is weighed as"), name);
}

GtkWidget *
meso_salt_choice_new (MesoContext          *context,
                      const MesoIngredient *ingredient)
{
  MesoSaltChoice *self = g_object_new (MESO_TYPE_SALT_CHOICE, NULL);
  g_autoptr(GtkStringList) choices = meso_salt_choice_list_names (context, ingredient);
  g_autofree char *label = meso_salt_choice_dup_label (context, ingredient);

  self->context = g_object_ref (context);
  self->ingredient = ingredient;
  self->showing = TRUE;
  gtk_drop_down_set_model (self->choices, G_LIST_MODEL (choices));
  self->showing = FALSE;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->choices), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choices), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

void
meso_salt_choice_show (MesoSaltChoice               *self,
                       const MesoFormulaItemReading *reading)
{
  g_autofree char *words = meso_mixture_words_salt (self->context, reading);
  guint chosen = reading->salt_gone ? GTK_INVALID_LIST_POSITION : 0;

  for (guint i = 0; reading->salt != NULL && i < self->ingredient->salts->len; i++)
    if (g_ptr_array_index (self->ingredient->salts, i) == reading->salt)
      chosen = i + 1;
  self->showing = TRUE;
  gtk_drop_down_set_selected (self->choices, chosen);
  self->showing = FALSE;
  gtk_label_set_label (self->words, words);
  gtk_widget_set_visible (GTK_WIDGET (self->words), *words != '\0');
}
