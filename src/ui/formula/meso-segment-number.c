/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-segment-number.h"

#define N_COLOURS 8

void
meso_segment_set_colour (GtkWidget *widget,
                         guint      number,
                         gboolean   diluent)
{
  g_autofree char *colour = diluent ? g_strdup ("segment-diluent") : g_strdup_printf ("segment-%u", (number - 1) % N_COLOURS + 1);

  if (gtk_widget_has_css_class (widget, colour))
    return;
  for (guint i = 1; i <= N_COLOURS; i++)
    {
      g_autofree char *other = g_strdup_printf ("segment-%u", i);

      gtk_widget_remove_css_class (widget, other);
    }
  gtk_widget_add_css_class (widget, colour);
}

void
meso_segment_number_show (GtkWidget   *label,
                          MesoContext *context,
                          guint        number,
                          gboolean     diluent)
{
  g_autofree char *text = meso_context_format_number (context, number);

  gtk_label_set_label (GTK_LABEL (label), text);
  meso_segment_set_colour (label, number, diluent);
}
