/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-stock-heading.h"

#include <glib/gi18n.h>

#include "meso-stock-words.h"
#include "meso-tag.h"
#include "meso-words.h"

struct _MesoStockHeading
{
  GtkBox parent_instance;

  MesoContext *context;

  GtkWidget *name;
  GtkWidget *contents;
  GtkWidget *low;
};

G_DEFINE_FINAL_TYPE (MesoStockHeading, meso_stock_heading, GTK_TYPE_BOX)

static void
meso_stock_heading_finalize (GObject *object)
{
  MesoStockHeading *self = MESO_STOCK_HEADING (object);

  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_stock_heading_parent_class)->finalize (object);
}

static void
meso_stock_heading_class_init (MesoStockHeadingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = meso_stock_heading_finalize;
}

static void
meso_stock_heading_init (MesoStockHeading *self)
{
  GtkWidget *text = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "hexpand", TRUE, NULL);

  gtk_box_set_spacing (GTK_BOX (self), 8);
  self->name = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "natural-wrap-mode",
                             GTK_NATURAL_WRAP_WORD, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (self->name, "heading");
  self->contents = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "natural-wrap-mode",
                                 GTK_NATURAL_WRAP_WORD, NULL);
  gtk_widget_add_css_class (self->contents, "caption");
  gtk_widget_add_css_class (self->contents, "dim-label");
  gtk_box_append (GTK_BOX (text), self->name);
  gtk_box_append (GTK_BOX (text), self->contents);
  self->low = meso_tag_new ("dialog-warning-symbolic", _("Low"), "warning");
  gtk_box_append (GTK_BOX (self), text);
  gtk_box_append (GTK_BOX (self), self->low);
}

GtkWidget *
meso_stock_heading_new (MesoContext *context)
{
  MesoStockHeading *self = g_object_new (MESO_TYPE_STOCK_HEADING, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

void
meso_stock_heading_show (MesoStockHeading    *self,
                         const MesoStockItem *item)
{
  const MesoLot *lot = item->lot;
  g_autofree char *name = lot != NULL ? meso_stock_words_name (self->context, lot) : g_strdup (item->note->name);
  g_autofree char *contents = lot != NULL ? meso_stock_words_contents (self->context, lot) : g_strdup (name);
  g_autofree char *maker = lot != NULL && *lot->maker != '\0' ? meso_words_isolate (lot->maker) : NULL;
  g_autoptr(GString) line = g_string_new (g_str_equal (contents, name) ? NULL : contents);

  meso_words_append (line, maker);
  gtk_label_set_label (GTK_LABEL (self->name), name);
  gtk_label_set_label (GTK_LABEL (self->contents), line->str);
  gtk_widget_set_visible (self->contents, line->len > 0);
  /* Where nothing is but the word that there is too little, it stands in the row. */
  gtk_widget_set_visible (self->low, item->low && lot != NULL);
}
