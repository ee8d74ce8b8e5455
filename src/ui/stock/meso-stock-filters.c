/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-stock-filters.h"

#include <glib/gi18n.h>

struct _MesoStockFilters
{
  GtkBox parent_instance;

  MesoStockShow show;
  GtkWidget *toggles[MESO_STOCK_SHOWS];
};

G_DEFINE_FINAL_TYPE (MesoStockFilters, meso_stock_filters, GTK_TYPE_BOX)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *
get_name (MesoStockShow show)
{
  switch (show)
    {
    case MESO_STOCK_SHOW_USABLE:
      return C_("stock", "Usable");
    case MESO_STOCK_SHOW_ATTENTION:
      return C_("stock", "Attention");
    case MESO_STOCK_SHOW_ALL:
      return C_("stock", "All");
    case MESO_STOCK_SHOW_IN_STOCK:
    case MESO_STOCK_SHOWS:
    default:
      return C_("stock", "In stock");
    }
}

static void
toggled (MesoStockFilters *self,
         GtkToggleButton  *toggle)
{
  /* The one that was left says so too. */
  if (!gtk_toggle_button_get_active (toggle))
    return;
  for (guint i = 0; i < MESO_STOCK_SHOWS; i++)
    {
      if (self->toggles[i] == GTK_WIDGET (toggle))
        self->show = (MesoStockShow) i;
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
meso_stock_filters_class_init (MesoStockFiltersClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
meso_stock_filters_init (MesoStockFilters *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 6);
  for (guint i = 0; i < MESO_STOCK_SHOWS; i++)
    {
      GtkWidget *toggle = gtk_toggle_button_new ();

      self->toggles[i] = toggle;
      gtk_widget_add_css_class (toggle, "pick");
      gtk_widget_add_css_class (toggle, "numeric");
      if (i == MESO_STOCK_SHOW_IN_STOCK)
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
      else
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (toggle), GTK_TOGGLE_BUTTON (self->toggles[MESO_STOCK_SHOW_IN_STOCK]));
      g_signal_connect_object (toggle, "toggled", G_CALLBACK (toggled), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self), toggle);
    }
}

MesoStockShow
meso_stock_filters_get (MesoStockFilters *self)
{
  return self->show;
}

void
meso_stock_filters_set (MesoStockFilters *self,
                        MesoStockShow     show)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggles[show]), TRUE);
}

/* How many there are of all, with what is used up, is known only where they are shown. */
void
meso_stock_filters_show_counts (MesoStockFilters *self,
                                MesoContext      *context,
                                GListModel       *lots)
{
  for (guint i = 0; i < MESO_STOCK_SHOWS; i++)
    {
      gboolean counted = (i == MESO_STOCK_SHOW_ALL) == (self->show == MESO_STOCK_SHOW_ALL) || i == MESO_STOCK_SHOW_USABLE ||
                         i == MESO_STOCK_SHOW_ATTENTION;
      g_autofree char *number = meso_context_format_number (context, counted ? meso_stock_list_count (lots, i) : 0);
      /* Translators: a choice of what is shown, and how much there is of it: "Usable 8" */
      g_autofree char *label = counted ? g_strdup_printf (C_("stock", "%s %s"), get_name (i), number) : g_strdup (get_name (i));

      gtk_button_set_label (GTK_BUTTON (self->toggles[i]), label);
    }
}
