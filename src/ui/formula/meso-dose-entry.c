/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-dose-entry.h"

#include <glib/gi18n.h>
#include <string.h>

/* In a column nothing gives way to a long name; below one another there is little room. */
#define COLUMN_CHARS 9
#define STACKED_CHARS 5

struct _MesoDoseEntry
{
  AdwBin parent_instance;

  GtkWidget *caption;
  GtkWidget *entry;
  char *follows;        /* (nullable): what it follows to be while nothing is written */
  gboolean showing;     /* the text changes, but nobody types */
  gboolean typing;      /* what was typed is being told */
  gboolean derived;
  int column_chars;
  guint later;
};

G_DEFINE_FINAL_TYPE (MesoDoseEntry, meso_dose_entry, ADW_TYPE_BIN)

enum { EDITED, LEFT, ACTIVATE, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
meso_dose_entry_dispose (GObject *object)
{
  MesoDoseEntry *self = MESO_DOSE_ENTRY (object);

  g_clear_handle_id (&self->later, g_source_remove);
  g_clear_pointer (&self->follows, g_free);
  G_OBJECT_CLASS (meso_dose_entry_parent_class)->dispose (object);
}

static gboolean
meso_dose_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MESO_DOSE_ENTRY (widget)->entry);
}

static void
meso_dose_entry_class_init (MesoDoseEntryClass *class)
{
  GType type = G_TYPE_FROM_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = meso_dose_entry_dispose;
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
set_shown (MesoDoseEntry *self,
           const char    *text)
{
  if (strcmp (text, meso_dose_entry_get_text (self)) == 0)
    return;
  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->showing = FALSE;
}

static gboolean
has_focus (MesoDoseEntry *self)
{
  return (gtk_widget_get_state_flags (self->entry) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* Whoever empties an entry is about to write: what follows comes back when the entry is left. */
static void
show_what_follows (MesoDoseEntry *self)
{
  if (self->follows == NULL || *meso_dose_entry_get_text (self) != '\0' || has_focus (self))
    return;
  set_derived (self, TRUE);
  set_shown (self, self->follows);
}

static gboolean
show_later (gpointer data)
{
  MesoDoseEntry *self = data;

  self->later = 0;
  show_what_follows (self);
  return G_SOURCE_REMOVE;
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
  self->typing = TRUE;
  g_signal_emit (self, signals[EDITED], 0, text);
  self->typing = FALSE;
}

static void
focus_left (MesoDoseEntry *self)
{
  g_signal_emit (self, signals[LEFT], 0);
  if (self->later == 0)
    self->later = g_idle_add (show_later, self);
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
  self->entry = g_object_new (GTK_TYPE_ENTRY, "enable-undo", FALSE, "hexpand", TRUE,
                              "css-classes", (const char *const[]) { "dose", "numeric", NULL }, NULL);
  meso_dose_entry_set_column_chars (self, COLUMN_CHARS);
  /* "0.5 %" must not read "% 0.5". */
  gtk_widget_set_direction (self->entry, GTK_TEXT_DIR_LTR);
  gtk_widget_set_direction (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry))), GTK_TEXT_DIR_LTR);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (text_changed), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activated), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left), self);
  gtk_widget_add_controller (self->entry, focus);
  gtk_box_append (GTK_BOX (box), self->caption);
  gtk_box_append (GTK_BOX (box), self->entry);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
meso_dose_entry_new (const char *caption)
{
  MesoDoseEntry *self = g_object_new (MESO_TYPE_DOSE_ENTRY, NULL);

  gtk_label_set_label (GTK_LABEL (self->caption), caption);
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
meso_dose_entry_set_column_chars (MesoDoseEntry *self,
                                  int            chars)
{
  self->column_chars = chars;
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), chars);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), chars);
}

void
meso_dose_entry_set_caption_shown (MesoDoseEntry *self,
                                   gboolean       shown)
{
  gtk_widget_set_visible (self->caption, shown);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), shown ? STACKED_CHARS : self->column_chars);
}

void
meso_dose_entry_show (MesoDoseEntry *self,
                      const char    *text,
                      const char    *derived)
{
  gboolean written = text != NULL && *text != '\0';

  g_set_str (&self->follows, written ? NULL : derived);
  if (written || (derived == NULL && self->derived))
    {
      if (self->derived)
        set_derived (self, FALSE);
      set_shown (self, written ? text : "");
    }
  else if (self->derived)
    set_shown (self, derived);
  /* Setting a text empties the entry first, and tells so: its own words must not be put between. */
  else if (self->typing)
    {
      if (self->later == 0)
        self->later = g_idle_add (show_later, self);
    }
  else
    {
      set_shown (self, "");
      show_what_follows (self);
    }
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
  set_shown (self, text);
  text_changed (self);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

GtkWidget *
meso_dose_entry_get_field (MesoDoseEntry *self)
{
  return self->entry;
}
