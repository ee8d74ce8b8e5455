/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-finding-rows.h"

#include "meso-finding-row.h"

/* (nullable): the row that shows the key */
static GtkWidget *
find_row (GtkBox     *box,
          const char *key)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (box)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (g_str_equal (meso_finding_row_get_key (MESO_FINDING_ROW (row)), key))
      return row;
  return NULL;
}

void
meso_finding_rows_show (GtkBox          *box,
                        MesoContext     *context,
                        const GPtrArray *findings,
                        gboolean         with_remedies,
                        GCallback        remedy,
                        gpointer         receiver)
{
  GtkWidget *last = NULL;
  GtkWidget *next;

  for (guint i = 0; i < findings->len; i++)
    {
      const MesoFormulaFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *key = meso_finding_row_dup_key (finding);
      GtkWidget *row = find_row (box, key);

      if (row == NULL)
        {
          row = meso_finding_row_new (context, finding, with_remedies);
          g_signal_connect_object (row, "remedy", remedy, receiver, G_CONNECT_SWAPPED);
          gtk_box_insert_child_after (box, row, last);
        }
      else
        gtk_box_reorder_child_after (box, row, last);
      last = row;
    }
  next = last != NULL ? gtk_widget_get_next_sibling (last) : gtk_widget_get_first_child (GTK_WIDGET (box));
  while (next != NULL)
    {
      GtkWidget *row = next;

      next = gtk_widget_get_next_sibling (row);
      gtk_box_remove (box, row);
    }
}
