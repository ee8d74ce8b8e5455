/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-stack-leaving.h"

static gboolean
leave_stack (gpointer data)
{
  AdwNavigationPage *page = data;
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (page), ADW_TYPE_NAVIGATION_VIEW);
  g_autoptr(GListModel) stack = view != NULL ? adw_navigation_view_get_navigation_stack (ADW_NAVIGATION_VIEW (view)) : NULL;
  g_autoptr(GPtrArray) rest = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; stack != NULL && i < g_list_model_get_n_items (stack); i++)
    {
      AdwNavigationPage *other = g_list_model_get_item (stack, i);

      if (other != page)
        g_ptr_array_add (rest, other);
      else
        g_object_unref (other);
    }
  if (rest->len > 0)
    adw_navigation_view_replace (ADW_NAVIGATION_VIEW (view), (AdwNavigationPage **) rest->pdata, (int) rest->len);
  return G_SOURCE_REMOVE;
}

void
meso_stack_leave (AdwNavigationPage *page)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, leave_stack, g_object_ref (page), g_object_unref);
}
