/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-list-top.h"

#define FRAMES_TO_SETTLE 8

static gboolean
show_top (GtkWidget     *list,
          GdkFrameClock *clock,
          gpointer       frames_left)
{
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)), 0);
  return --*(int *) frames_left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void
meso_list_top_show (GtkListView *list)
{
  static const int frames = FRAMES_TO_SETTLE;

  gtk_widget_add_tick_callback (GTK_WIDGET (list), show_top, g_memdup2 (&frames, sizeof frames), g_free);
}
