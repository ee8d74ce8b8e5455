/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-twin-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "meso-data-row.h"

static void
open_twin (GtkWidget *row)
{
  gtk_widget_activate_action (row, "lot-form.open", "s", g_object_get_data (G_OBJECT (row), "lot"));
}

GtkWidget *
meso_lot_twin_row_new (void)
{
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, _("On file already"), NULL);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Open It"));

  gtk_widget_set_visible (row, FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (open_twin), row, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic", "css-classes",
                                           (const char *const[]) { "warning", NULL }, "accessible-role",
                                           GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

void
meso_lot_twin_row_show (GtkWidget  *row,
                        const char *sentence,
                        const char *lot)
{
  gtk_widget_set_visible (row, sentence != NULL);
  if (sentence == NULL)
    return;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), sentence);
  g_object_set_data_full (G_OBJECT (row), "lot", g_strdup (lot), g_free);
}
