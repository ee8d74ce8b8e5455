/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-toast-lift.h"

/* The upper edge of the view's bottom bar, where it lies under the middle of the overlay; its height without one. */
static float
get_edge (GtkWidget      *overlay,
          AdwToolbarView *view)
{
  float height = (float) gtk_widget_get_height (overlay);
  float middle = (float) gtk_widget_get_width (overlay) / 2;
  int bar = adw_toolbar_view_get_bottom_bar_height (view);
  graphene_rect_t bounds;

  if (bar == 0 || !gtk_widget_get_mapped (GTK_WIDGET (view)) || !gtk_widget_compute_bounds (GTK_WIDGET (view), overlay, &bounds) ||
      middle < bounds.origin.x || middle > bounds.origin.x + bounds.size.width)
    return height;
  return bounds.origin.y + bounds.size.height - (float) bar;
}

/* The upper edge of what stands at the foot of everything, such as that this is a demo. */
static float
get_banner_edge (GtkWidget *overlay,
                 AdwBanner *banner)
{
  float height = (float) gtk_widget_get_height (overlay);
  graphene_rect_t bounds;

  if (!adw_banner_get_revealed (banner) || !gtk_widget_get_mapped (GTK_WIDGET (banner)) ||
      !gtk_widget_compute_bounds (GTK_WIDGET (banner), overlay, &bounds) || bounds.origin.y < height / 2)
    return height;
  return bounds.origin.y;
}

static float
find_edge (GtkWidget *overlay,
           GtkWidget *widget)
{
  float edge = ADW_IS_TOOLBAR_VIEW (widget) ? get_edge (overlay, ADW_TOOLBAR_VIEW (widget))
               : ADW_IS_BANNER (widget)     ? get_banner_edge (overlay, ADW_BANNER (widget))
                                            : (float) gtk_widget_get_height (overlay);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      float below = find_edge (overlay, child);

      edge = MIN (edge, below);
    }
  return edge;
}

static void
children_changed (GListModel *children,
                  guint       position,
                  guint       removed,
                  guint       added,
                  gpointer    user_data)
{
  GtkWidget *overlay = user_data;
  GtkWidget *content = adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (overlay));

  for (guint i = position; content != NULL && i < position + added; i++)
    {
      g_autoptr(GtkWidget) child = g_list_model_get_item (children, i);

      if (child != content)
        gtk_widget_set_margin_bottom (child, gtk_widget_get_height (overlay) - (int) find_edge (overlay, content));
    }
}

void
meso_toast_lift_attach (AdwToastOverlay *overlay)
{
  GListModel *children = gtk_widget_observe_children (GTK_WIDGET (overlay));

  g_signal_connect_object (children, "items-changed", G_CALLBACK (children_changed), overlay, 0);
  g_object_set_data_full (G_OBJECT (overlay), "meso-toast-lift", children, g_object_unref);
}
