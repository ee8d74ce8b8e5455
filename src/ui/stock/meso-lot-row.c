/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "meso-badge.h"
#include "meso-stock-words.h"
#include "meso-tag.h"
#include "meso-words.h"

struct _MesoLotRow
{
  GtkBox parent_instance;

  GtkWidget *badge;          /* (nullable): until something is shown */
  GtkWidget *number;
  GtkWidget *facts;
  GtkWidget *tags;
};

G_DEFINE_FINAL_TYPE (MesoLotRow, meso_lot_row, GTK_TYPE_BOX)

enum { PROP_0, PROP_NARROW, N_PROPS };
static GParamSpec *properties[N_PROPS];

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "natural-wrap-mode",
                                   GTK_NATURAL_WRAP_WORD, "hexpand", TRUE, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static gboolean
get_narrow (MesoLotRow *self)
{
  return gtk_orientable_get_orientation (GTK_ORIENTABLE (gtk_widget_get_parent (self->tags))) == GTK_ORIENTATION_VERTICAL;
}

static void
meso_lot_row_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  g_value_set_boolean (value, get_narrow (MESO_LOT_ROW (object)));
}

static void
meso_lot_row_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  GtkOrientable *body = GTK_ORIENTABLE (gtk_widget_get_parent (MESO_LOT_ROW (object)->tags));

  gtk_orientable_set_orientation (body, g_value_get_boolean (value) ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
meso_lot_row_class_init (MesoLotRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = meso_lot_row_get_property;
  object_class->set_property = meso_lot_row_set_property;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
meso_lot_row_init (MesoLotRow *self)
{
  GtkWidget *body = g_object_new (GTK_TYPE_BOX, "spacing", 6, "hexpand", TRUE, NULL);
  GtkWidget *text = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "hexpand", TRUE, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "lot-row");
  self->number = make_label (NULL);
  self->facts = make_label ("caption");
  gtk_widget_add_css_class (self->facts, "dim-label");
  gtk_widget_add_css_class (self->facts, "numeric");
  self->tags = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 6, "line-spacing", 4, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_box_append (GTK_BOX (text), self->number);
  gtk_box_append (GTK_BOX (text), self->facts);
  gtk_box_append (GTK_BOX (body), text);
  gtk_box_append (GTK_BOX (body), self->tags);
  gtk_box_append (GTK_BOX (self), body);
  gtk_box_append (GTK_BOX (self), g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                                GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
}

GtkWidget *
meso_lot_row_new (void)
{
  return g_object_new (MESO_TYPE_LOT_ROW, NULL);
}

static void
add_tag (MesoLotRow *self,
         GString    *words,
         GtkWidget  *tag)
{
  g_autofree char *label = NULL;

  g_object_get (tag, "label", &label, NULL);
  meso_words_append (words, label);
  adw_wrap_box_append (ADW_WRAP_BOX (self->tags), tag);
}

static void
show_tags (MesoLotRow          *self,
           const MesoStockItem *item,
           GString             *words)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->tags)) != NULL)
    adw_wrap_box_remove (ADW_WRAP_BOX (self->tags), child);
  if (item->first)
    /* Translators: of several lots of the same thing: this one is to be used up first */
    add_tag (self, words, meso_tag_new ("meso-today-symbolic", _("Use first"), "accent"));
  if (item->lot == NULL)
    add_tag (self, words, meso_tag_new ("dialog-warning-symbolic", _("Low"), "warning"));
  else if (item->overdue)
    add_tag (self, words, meso_stock_words_overdue_tag ());
  /* Beside what is wrong nothing says that all is well. */
  if (item->lot != NULL && (!item->overdue || item->expiring))
    add_tag (self, words, meso_stock_words_tag (item->use, item->expiring));
}

static const char *
get_kind (const MesoStockItem *item)
{
  return item->lot == NULL ? "warning" : item->overdue ? "error" : meso_stock_words_look (item->use, item->expiring).kind;
}

static char *
describe (MesoContext         *context,
          const MesoStockItem *item)
{
  g_autofree char *expiry = item->lot != NULL ? meso_stock_words_expiry (context, item->lot) : NULL;
  g_autofree char *left = item->lot != NULL ? meso_stock_words_left (context, item->lot) : meso_stock_words_low (context, item->note);
  GString *facts = g_string_new (meso_words_get_direction_mark ());

  if (expiry == NULL)
    return g_string_free (g_string_append (facts, left), FALSE);
  g_string_append (facts, expiry);
  meso_words_append (facts, left);
  return g_string_free (facts, FALSE);
}

char *
meso_lot_row_show (MesoLotRow          *self,
                   MesoContext         *context,
                   const MesoStockItem *item)
{
  g_autofree char *number = item->lot != NULL ? meso_stock_words_number (item->lot) : g_strdup (item->note->name);
  g_autofree char *facts = describe (context, item);
  g_autoptr(GString) words = g_string_new (number);

  gtk_label_set_label (GTK_LABEL (self->number), number);
  gtk_label_set_label (GTK_LABEL (self->facts), facts);
  meso_words_append (words, facts);
  show_tags (self, item, words);
  if (self->badge != NULL)
    gtk_box_remove (GTK_BOX (self), self->badge);
  self->badge = meso_badge_new (item->lot != NULL ? "meso-vial-symbolic" : "meso-bars-symbolic", get_kind (item));
  gtk_box_prepend (GTK_BOX (self), self->badge);
  return g_string_free_and_steal (g_steal_pointer (&words));
}
