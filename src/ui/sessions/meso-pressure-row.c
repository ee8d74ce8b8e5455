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

static void
meso_pressure_row_class_init (MesoPressureRowClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkEditable *
add_entry (MesoPressureRow *self,
           const char      *name)
{
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "width-chars", 4, "max-width-chars", 4, "max-length", 8, "valign",
                                   GTK_ALIGN_CENTER, "input-purpose", GTK_INPUT_PURPOSE_DIGITS, "xalign", 1.0f, NULL);

  gtk_widget_add_css_class (entry, "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (entry_changed), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), entry);
  return GTK_EDITABLE (entry);
}

static void
meso_pressure_row_init (MesoPressureRow *self)
{
  GtkWidget *slash = gtk_label_new ("/");

  /* A pressure reads from left to right in Persian too: 120/80. */
  gtk_widget_set_direction (GTK_WIDGET (self), gtk_widget_get_default_direction ());
  self->entries[0] = add_entry (self, _("Upper value (systolic)"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), slash);
  self->entries[1] = add_entry (self, _("Lower value (diastolic)"));
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
