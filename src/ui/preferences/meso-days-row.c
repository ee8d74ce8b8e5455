/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-days-row.h"

#include "meso-calendar.h"
#include "meso-data-row.h"
#include "meso-language.h"

#define N_DAYS 7

struct _MesoDaysRow
{
  AdwPreferencesRow parent_instance;

  GtkToggleButton *days[N_DAYS];
};

G_DEFINE_FINAL_TYPE (MesoDaysRow, meso_days_row, ADW_TYPE_PREFERENCES_ROW)

static void
meso_days_row_class_init (MesoDaysRowClass *klass)
{
}

static void
meso_days_row_init (MesoDaysRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, NULL);
  GtkWidget *wrap = adw_wrap_box_new ();
  /* In Persian a week begins with Saturday. */
  int first = g_str_equal (meso_language_get (), "fa") ? 5 : 0;

  gtk_widget_add_css_class (GTK_WIDGET (self), "lines-row");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  g_object_bind_property (self, "title", label, "label", G_BINDING_SYNC_CREATE);
  meso_data_row_say_title (GTK_WIDGET (self));
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (wrap), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (wrap), 6);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (wrap), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  for (int i = 0; i < N_DAYS; i++)
    {
      int day = (first + i) % N_DAYS;
      GtkWidget *button = gtk_toggle_button_new_with_label (meso_calendar_get_weekday_name (day + 1, meso_language_get (), FALSE));

      self->days[day] = GTK_TOGGLE_BUTTON (button);
      adw_wrap_box_append (ADW_WRAP_BOX (wrap), button);
    }
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), wrap);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

GtkToggleButton **
meso_days_row_get_days (MesoDaysRow *self)
{
  return self->days;
}
