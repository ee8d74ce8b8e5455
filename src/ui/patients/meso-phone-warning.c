/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-phone-warning.h"

#include <glib/gi18n.h>

#include "meso-field.h"
#include "meso-phone.h"

struct _MesoPhoneWarning
{
  GObject parent_instance;

  GtkWidget *row;               /* weak */
  GtkWidget *shown;             /* weak, nullable: in the list below the row */
  char *on_file;                /* normalised */
  char *kept;                   /* (nullable): normalised, what somebody said is right */
};

G_DEFINE_FINAL_TYPE (MesoPhoneWarning, meso_phone_warning, G_TYPE_OBJECT)

static char *
dup_number (MesoPhoneWarning *self)
{
  return meso_phone_normalise (gtk_editable_get_text (GTK_EDITABLE (self->row)));
}

static gboolean
is_odd (MesoPhoneWarning *self)
{
  g_autofree char *number = dup_number (self);

  return meso_phone_has_odd_length (number) && g_strcmp0 (number, self->on_file) != 0 && g_strcmp0 (number, self->kept) != 0;
}

static void
take_away (MesoPhoneWarning *self)
{
  GtkWidget *shown = self->shown;

  g_clear_weak_pointer (&self->shown);
  if (shown != NULL && GTK_IS_LIST_BOX (gtk_widget_get_parent (shown)))
    gtk_list_box_remove (GTK_LIST_BOX (gtk_widget_get_parent (shown)), shown);
}

static void
keep_clicked (MesoPhoneWarning *self)
{
  g_autofree char *number = dup_number (self);

  g_set_str (&self->kept, number);
  take_away (self);
  gtk_widget_grab_focus (self->row);
}

static GtkWidget *
make_text (void)
{
  GtkWidget *line = g_object_new (GTK_TYPE_BOX, "spacing", 8, NULL);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic", "valign", GTK_ALIGN_START, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", _("An Iranian number has ten digits after its 0 or +98. One may be missing, "
                                                              "or be one too many."),
                                   "wrap", TRUE, "xalign", 0.0, "hexpand", TRUE, NULL);

  gtk_widget_add_css_class (icon, "warning");
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), label);
  return line;
}

/* The button stands below the sentence: beside it there is no room for both on a narrow screen. */
static GtkWidget *
make_shown (MesoPhoneWarning *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 8, NULL);
  GtkWidget *keep = g_object_new (GTK_TYPE_BUTTON, "label", _("_Keep It Anyway"), "use-underline", TRUE, "halign", GTK_ALIGN_START, NULL);

  gtk_widget_add_css_class (box, "phone-warning");
  g_signal_connect_object (keep, "clicked", G_CALLBACK (keep_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), make_text ());
  gtk_box_append (GTK_BOX (box), keep);
  return g_object_new (ADW_TYPE_PREFERENCES_ROW, "title", _("Phone number"), "activatable", FALSE, "focusable", FALSE, "child", box, NULL);
}

static void
warn (MesoPhoneWarning *self)
{
  GtkWidget *list = gtk_widget_get_parent (self->row);
  GtkWidget *shown;

  if (self->shown != NULL || !GTK_IS_LIST_BOX (list))
    return;
  shown = make_shown (self);
  gtk_list_box_insert (GTK_LIST_BOX (list), shown, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self->row)) + 1);
  g_set_weak_pointer (&self->shown, shown);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->row), _("A digit of the phone number may be missing, or be one too many."),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Nobody is warned about a number that they are still typing; but a warning goes as soon as it is wrong. */
static void
changed (MesoPhoneWarning *self)
{
  if (!is_odd (self))
    take_away (self);
}

static void
left (MesoPhoneWarning *self)
{
  if (is_odd (self))
    warn (self);
}

static void
meso_phone_warning_dispose (GObject *object)
{
  MesoPhoneWarning *self = MESO_PHONE_WARNING (object);

  g_clear_weak_pointer (&self->row);
  g_clear_weak_pointer (&self->shown);
  G_OBJECT_CLASS (meso_phone_warning_parent_class)->dispose (object);
}

static void
meso_phone_warning_finalize (GObject *object)
{
  MesoPhoneWarning *self = MESO_PHONE_WARNING (object);

  g_free (self->on_file);
  g_free (self->kept);
  G_OBJECT_CLASS (meso_phone_warning_parent_class)->finalize (object);
}

static void
meso_phone_warning_class_init (MesoPhoneWarningClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = meso_phone_warning_dispose;
  G_OBJECT_CLASS (klass)->finalize = meso_phone_warning_finalize;
}

static void
meso_phone_warning_init (MesoPhoneWarning *self)
{
  self->on_file = g_strdup ("");
}

MesoPhoneWarning *
meso_phone_warning_new (GtkWidget *row)
{
  MesoPhoneWarning *self = g_object_new (MESO_TYPE_PHONE_WARNING, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_set_weak_pointer (&self->row, row);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, focus);
  g_signal_connect_object (row, "changed", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  return self;
}

void
meso_phone_warning_filled (MesoPhoneWarning *self,
                           const char       *on_file)
{
  g_free (self->on_file);
  self->on_file = meso_phone_normalise (on_file);
  take_away (self);
}

gboolean
meso_phone_warning_stops (MesoPhoneWarning *self)
{
  gboolean odd = is_odd (self);

  if (odd)
    warn (self);
  if (odd && self->shown != NULL)
    meso_field_scroll_to (self->shown);
  return odd;
}
