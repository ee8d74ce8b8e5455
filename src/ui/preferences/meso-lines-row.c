/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lines-row.h"

#include "meso-data-row.h"

struct _MesoLinesRow
{
  AdwPreferencesRow parent_instance;

  GtkWidget *head;
  GtkWidget *label;
  GtkTextView *view;
};

G_DEFINE_FINAL_TYPE (MesoLinesRow, meso_lines_row, ADW_TYPE_PREFERENCES_ROW)

static void
meso_lines_row_class_init (MesoLinesRowClass *klass)
{
}

static void
meso_lines_row_init (MesoLinesRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *view = gtk_text_view_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "lines-row");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "hexpand", TRUE, NULL);
  gtk_widget_add_css_class (self->label, "caption");
  gtk_widget_add_css_class (self->label, "dimmed");
  g_object_bind_property (self, "title", self->label, "label", G_BINDING_SYNC_CREATE);
  meso_data_row_say_title (GTK_WIDGET (self));
  self->view = GTK_TEXT_VIEW (view);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->label, NULL, -1);
  gtk_box_append (GTK_BOX (self->head), self->label);
  gtk_box_append (GTK_BOX (box), self->head);
  gtk_box_append (GTK_BOX (box), view);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

void
meso_lines_row_add_button (MesoLinesRow *self,
                           GtkWidget    *button)
{
  gtk_box_append (GTK_BOX (self->head), button);
}

GtkTextView *
meso_lines_row_get_view (MesoLinesRow *self)
{
  return self->view;
}
