/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-pressure-row.h"

#include <glib/gi18n.h>

struct _MesoPressureRow
{
  AdwActionRow parent_instance;

  GtkEditable *entries[2];
};

G_DEFINE_FINAL_TYPE (MesoPressureRow, meso_pressure_row, ADW_TYPE_ACTION_ROW)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
entry_changed (MesoPressureRow *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Both rows have an upper and a lower value: a screen reader is told of which. */
static void
name_entries (MesoPressureRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  /* Translators: %s is "Before" or "After" */
  g_autofree char *upper = g_strdup_printf (_("%s: upper value (systolic)"), title);
  g_autofree char *lower = g_strdup_printf (_("%s: lower value (diastolic)"), title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entries[0]), GTK_ACCESSIBLE_PROPERTY_LABEL, upper, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entries[1]), GTK_ACCESSIBLE_PROPERTY_LABEL, lower, -1);
}

static gboolean
meso_pressure_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MESO_PRESSURE_ROW (widget)->entries[0]));
}

static void
meso_pressure_row_class_init (MesoPressureRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = meso_pressure_row_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkEditable *
add_entry (MesoPressureRow *self)
{
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "width-chars", 4, "max-width-chars", 4, "max-length", 8, "valign",
                                   GTK_ALIGN_CENTER, "input-purpose", GTK_INPUT_PURPOSE_DIGITS, "xalign", 1.0f, NULL);

  gtk_widget_add_css_class (entry, "numeric");
  g_signal_connect_object (entry, "changed", G_CALLBACK (entry_changed), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), entry);
  return GTK_EDITABLE (entry);
}

static void
meso_pressure_row_init (MesoPressureRow *self)
{
  GtkWidget *slash = gtk_label_new ("/");

  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  self->entries[0] = add_entry (self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), slash);
  self->entries[1] = add_entry (self);
  g_signal_connect (self, "notify::title", G_CALLBACK (name_entries), NULL);
}

void
meso_pressure_row_set_texts (MesoPressureRow *self,
                             char *const     *texts)
{
  gtk_editable_set_text (self->entries[0], texts[0]);
  gtk_editable_set_text (self->entries[1], texts[1]);
}

const char *
meso_pressure_row_get_text (MesoPressureRow *self,
                            int              which)
{
  return gtk_editable_get_text (self->entries[which]);
}
