/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-window-action.h"

gboolean
meso_window_action_exists (GtkWidget  *widget,
                           const char *name)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  /* None of these may be left out. */
  GType owner;
  const char *action;
  const GVariantType *parameter;
  const char *property;

  if (root == NULL)
    return FALSE;
  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (root), i, &owner, &action, &parameter, &property); i++)
    {
      if (g_str_equal (action, name))
        return TRUE;
    }
  return FALSE;
}
