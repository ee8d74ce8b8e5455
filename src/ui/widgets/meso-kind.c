/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-kind.h"

static const char *const kinds[] = { "neutral", "accent", "success", "warning", "error", NULL };

gboolean
meso_kind_known (const char *kind)
{
  return kind != NULL && g_strv_contains (kinds, kind);
}

void
meso_kind_set (GtkWidget  *widget,
               const char *kind)
{
  g_return_if_fail (meso_kind_known (kind));

  for (guint i = 0; kinds[i] != NULL; i++)
    gtk_widget_remove_css_class (widget, kinds[i]);
  gtk_widget_add_css_class (widget, kind);
}
