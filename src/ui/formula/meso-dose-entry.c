/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-dose-entry.h"

#include <glib/gi18n.h>
#include <string.h>

struct _MesoDoseEntry
{
  AdwBin parent_instance;

  GtkWidget *caption;
  GtkWidget *entry;
  gboolean showing;     /* the text changes, but nobody types */
  gboolean derived;
};

G_DEFINE_FINAL_TYPE (MesoDoseEntry, meso_dose_entry, ADW_TYPE_BIN)

enum { EDITED, LEFT, ACTIVATE, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
meso_dose_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MESO_DOSE_ENTRY (widget)->entry);
}

static void
meso_dose_entry_class_init (MesoDoseEntryClass *class)
{
  GType type = G_TYPE_FROM_CLASS (class);

  GTK_WIDGET_CLASS (class)->grab_focus = meso_dose_entry_grab_focus;
  signals[EDITED] = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LEFT] = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATE] = g_signal_new ("activate", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
set_derived (MesoDoseEntry *self,
             gboolean       derived)
{
  self->derived = derived;
  if (derived)
    gtk_widget_add_css_class (self->entry, "derived");
  else
    gtk_widget_remove_css_class (self->entry, "derived");
  if (derived)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    _("Follows from the other entries"), -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  gtk_widget_set_tooltip_text (self->entry, derived ? _("Follows from the other entries") : NULL);
}

static void
text_changed (MesoDoseEntry *self)
{
  g_autofree char *text = NULL;

  if (self->showing)
    return;
  if (self->derived)
    set_derived (self, FALSE);
  text = g_strdup (meso_dose_entry_get_text (self));
  g_signal_emit (self, signals[EDITED], 0, text);
}

static void
focus_left (MesoDoseEntry *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static void
entry_activated (MesoDoseEntry *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

static void
meso_dose_entry_init (MesoDoseEntry *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->caption = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->caption, "caption");
  gtk_widget_add_css_class (self->caption, "dim-label");
  /* Ctrl+Z goes through the steps of the whole formula. */
  self->entry = g_object_new (GTK_TYPE_ENTRY, "enable-undo", FALSE, "width-chars", 6, "max-width-chars", 9, "hexpand", TRUE,
                              "css-classes", (const char *const[]) { "dose", "numeric", NULL }, NULL);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (text_changed), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activated), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left), self);
  gtk_widget_add_controller (self->entry, focus);
  gtk_box_append (GTK_BOX (box), self->caption);
  gtk_box_append (GTK_BOX (box), self->entry);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
meso_dose_entry_new (const char *caption,
                     const char *placeholder)
{
  MesoDoseEntry *self = g_object_new (MESO_TYPE_DOSE_ENTRY, NULL);

  gtk_label_set_label (GTK_LABEL (self->caption), caption);
  meso_dose_entry_set_placeholder (self, placeholder);
  meso_dose_entry_set_name (self, caption);
  return GTK_WIDGET (self);
}

void
meso_dose_entry_set_name (MesoDoseEntry *self,
                          const char    *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
meso_dose_entry_set_caption_shown (MesoDoseEntry *self,
                                   gboolean       shown)
{
  gtk_widget_set_visible (self->caption, shown);
}

void
meso_dose_entry_set_placeholder (MesoDoseEntry *self,
                                 const char    *placeholder)
{
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), placeholder);
}

void
meso_dose_entry_show (MesoDoseEntry *self,
                      const char    *text,
                      const char    *derived)
{
  gboolean is_derived = (text == NULL || *text == '\0') && derived != NULL;
  const char *shown = is_derived ? derived : text != NULL ? text : "";

  if (is_derived != self->derived)
    set_derived (self, is_derived);
  if (strcmp (shown, meso_dose_entry_get_text (self)) == 0)
    return;
  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), shown);
  self->showing = FALSE;
}

void
meso_dose_entry_set_problem (MesoDoseEntry *self,
                             const char    *message,
                             GtkWidget     *label)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self->entry);

  if ((message != NULL) == gtk_widget_has_css_class (self->entry, "error"))
    return;
  if (message != NULL)
    {
      gtk_widget_add_css_class (self->entry, "error");
      gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_accessible_update_relation (accessible, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, label, NULL, -1);
    }
  else
    {
      gtk_widget_remove_css_class (self->entry, "error");
      gtk_accessible_reset_state (accessible, GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_relation (accessible, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
    }
}

const char *
meso_dose_entry_get_text (MesoDoseEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

void
meso_dose_entry_type (MesoDoseEntry *self,
                      const char    *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

GtkWidget *
meso_dose_entry_get_field (MesoDoseEntry *self)
{
  return self->entry;
}
