/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-reaction-picker.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "meso-pick-button.h"

typedef struct
{
  const char *term;
  char *note;                 /* what a record says of it; the other one's is in its entry */
  GtkToggleButton *button;
  GtkWidget *line;            /* grade, shown while it is picked */
  GtkDropDown *grade;
} Pick;

struct _MesoReactionPicker
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *wrap;
  GtkWidget *lines;
  GtkToggleButton *none;
  GtkEditable *other_entry;
  GArray *picks;              /* Pick */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (MesoReactionPicker, meso_reaction_picker, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
pick_clear (gpointer data)
{
  g_free (((Pick *) data)->note);
}

static void
changed (MesoReactionPicker *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
show_picked (MesoReactionPicker *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->picks->len; i++)
    {
      const Pick *pick = &g_array_index (self->picks, Pick, i);
      gboolean picked = gtk_toggle_button_get_active (pick->button);

      any = any || picked;
      gtk_widget_set_visible (pick->line, picked);
    }
  if (any)
    gtk_toggle_button_set_active (self->none, FALSE);
}

static void
pick_toggled (MesoReactionPicker *self)
{
  show_picked (self);
  changed (self);
}

/* “None” is said, not just left empty: it takes the others back. */
static void
none_toggled (MesoReactionPicker *self)
{
  if (gtk_toggle_button_get_active (self->none))
    {
      for (guint i = 0; i < self->picks->len; i++)
        gtk_toggle_button_set_active (g_array_index (self->picks, Pick, i).button, FALSE);
    }
  changed (self);
}

static void
meso_reaction_picker_dispose (GObject *object)
{
  MesoReactionPicker *self = MESO_REACTION_PICKER (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->picks, g_array_unref);
  G_OBJECT_CLASS (meso_reaction_picker_parent_class)->dispose (object);
}

static void
meso_reaction_picker_class_init (MesoReactionPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_reaction_picker_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkToggleButton *
add_button (MesoReactionPicker *self,
            const char         *label,
            GCallback           toggled)
{
  GtkWidget *button = meso_pick_button_new (label);

  g_signal_connect_object (button, "toggled", toggled, self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (ADW_WRAP_BOX (self->wrap), button);
  return GTK_TOGGLE_BUTTON (button);
}

static void
meso_reaction_picker_init (MesoReactionPicker *self)
{
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", _("Reactions now"), "xalign", 0.0f, NULL);

  self->picks = g_array_new (FALSE, TRUE, sizeof (Pick));
  g_array_set_clear_func (self->picks, pick_clear);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->wrap = adw_wrap_box_new ();
  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->wrap), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (self->wrap), 6);
  gtk_box_append (GTK_BOX (self->box), title);
  gtk_box_append (GTK_BOX (self->box), self->wrap);
  gtk_box_append (GTK_BOX (self->box), self->lines);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->none = add_button (self, _("None"), G_CALLBACK (none_toggled));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reactions now"), -1);
}

static GtkDropDown *
make_grades (const char *name)
{
  const char *grades[] = { _("1, mild"), _("2, moderate"), _("3, severe"), _("4, life-threatening"), _("5, death"), NULL };
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (grades);
  /* Translators: %s is a reaction, such as "Nausea" */
  g_autofree char *label = g_strdup_printf (_("Grade of: %s"), name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_DROP_DOWN (drop_down);
}

static void
add_pick (MesoReactionPicker *self,
          const char         *term,
          const char         *name)
{
  Pick pick = { .term = g_intern_string (term), .note = g_strdup ("") };
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", name, "hexpand", TRUE, "xalign", 0.0f, "wrap", TRUE, NULL);

  pick.line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  pick.grade = make_grades (name);
  if (g_str_equal (term, MESO_REACTION_OTHER))
    {
      self->other_entry = GTK_EDITABLE (g_object_new (GTK_TYPE_ENTRY, "placeholder-text", _("What was it?"), "hexpand", TRUE,
                                                      NULL));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->other_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Other reaction"), -1);
      g_signal_connect_object (self->other_entry, "changed", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (pick.line), GTK_WIDGET (self->other_entry));
    }
  else
    gtk_box_append (GTK_BOX (pick.line), label);
  gtk_box_append (GTK_BOX (pick.line), GTK_WIDGET (pick.grade));
  gtk_box_append (GTK_BOX (self->lines), pick.line);
  gtk_widget_set_visible (pick.line, FALSE);
  pick.button = add_button (self, name, G_CALLBACK (pick_toggled));
  g_signal_connect_object (pick.grade, "notify::selected", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  g_array_append_val (self->picks, pick);
}

void
meso_reaction_picker_set_context (MesoReactionPicker *self,
                                  MesoContext        *context)
{
  const GPtrArray *lists = meso_protocol_get_lists (meso_context_get_protocol (context));

  for (guint i = 0; i < lists->len; i++)
    {
      const MesoListEntry *entry = g_ptr_array_index (lists, i);

      if (g_str_equal (entry->list, "side-effect"))
        add_pick (self, entry->id, meso_local_text_get (entry->text, meso_context_get_language (context)));
    }
  add_pick (self, MESO_REACTION_OTHER, _("Other…"));
}

GPtrArray *
meso_reaction_picker_get_reactions (MesoReactionPicker *self)
{
  GPtrArray *reactions = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_reaction_free);

  for (guint i = 0; i < self->picks->len; i++)
    {
      const Pick *pick = &g_array_index (self->picks, Pick, i);
      gboolean other = g_str_equal (pick->term, MESO_REACTION_OTHER);

      if (gtk_toggle_button_get_active (pick->button))
        g_ptr_array_add (reactions, meso_reaction_new (pick->term, (int) gtk_drop_down_get_selected (pick->grade) + 1,
                                                       other ? gtk_editable_get_text (self->other_entry) : pick->note));
    }
  return reactions;
}

static Pick *
find_pick (MesoReactionPicker *self,
           const char         *term)
{
  for (guint i = 0; i < self->picks->len; i++)
    {
      Pick *pick = &g_array_index (self->picks, Pick, i);

      if (g_str_equal (pick->term, term))
        return pick;
    }
  return NULL;
}

static void
set_reaction (MesoReactionPicker *self,
              const MesoReaction *reaction)
{
  Pick *pick = find_pick (self, reaction->term);

  /* On record by a name that the content gave up since: it isn't lost in a correction. */
  if (pick == NULL)
    {
      add_pick (self, reaction->term, reaction->term);
      pick = find_pick (self, reaction->term);
    }
  gtk_drop_down_set_selected (pick->grade, (guint) CLAMP (reaction->grade, 1, MESO_REACTION_MAX_GRADE) - 1);
  gtk_toggle_button_set_active (pick->button, TRUE);
  if (g_str_equal (reaction->term, MESO_REACTION_OTHER))
    gtk_editable_set_text (self->other_entry, reaction->note);
  else
    g_set_str (&pick->note, reaction->note);
}

void
meso_reaction_picker_set_reactions (MesoReactionPicker *self,
                                    const GPtrArray    *reactions,
                                    gboolean            none)
{
  self->setting = TRUE;
  gtk_toggle_button_set_active (self->none, none);
  for (guint i = 0; i < self->picks->len; i++)
    gtk_toggle_button_set_active (g_array_index (self->picks, Pick, i).button, FALSE);
  for (guint i = 0; i < reactions->len; i++)
    set_reaction (self, g_ptr_array_index (reactions, i));
  show_picked (self);
  self->setting = FALSE;
}

gboolean
meso_reaction_picker_get_none (MesoReactionPicker *self)
{
  return gtk_toggle_button_get_active (self->none);
}

GtkWidget *
meso_reaction_picker_get_other (MesoReactionPicker *self)
{
  return GTK_WIDGET (self->other_entry);
}
