/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-data-row.h"

#include "meso-words.h"

#define SUFFIX_WORDS "meso-data-row-words"

/* The row's own name is its title only: whoever can't see it would never hear the rest. */
static void
say_rest (GtkWidget *self)
{
  g_autofree char *subtitle = NULL;
  g_autoptr(GString) text = NULL;

  g_object_get (self, "subtitle", &subtitle, NULL);
  text = g_string_new (subtitle);
  meso_words_append (text, g_object_get_data (G_OBJECT (self), SUFFIX_WORDS));
  /* The label that Adwaita points at would go before, and says less, or nothing at all. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
}

static void
say_title (GtkWidget *self)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
}

void
meso_data_row_say_title (GtkWidget *self)
{
  say_title (self);
  g_signal_connect (self, "notify::title", G_CALLBACK (say_title), NULL);
}

GtkWidget *
meso_data_row_new (GType       row_type,
                   const char *title,
                   const char *subtitle)
{
  /* While an object is made its notifications wait, and with them the labels inside, which would still read markup: what is set in
   * one call with use-markup is parsed, and lost where it holds an “&”. */
  GtkWidget *self = g_object_new (row_type, "use-markup", FALSE, NULL);

  g_object_set (self, "title", title, NULL);
  if (ADW_IS_EXPANDER_ROW (self))
    meso_data_row_say_title (self);
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (self), "subtitle") != NULL)
    g_signal_connect (self, "notify::subtitle", G_CALLBACK (say_rest), NULL);
  if (subtitle != NULL)
    g_object_set (self, "subtitle", subtitle, NULL);
  return self;
}

void
meso_data_row_say (GtkWidget  *self,
                   const char *words)
{
  g_object_set_data_full (G_OBJECT (self), SUFFIX_WORDS, g_strdup (words), g_free);
  say_rest (self);
}
