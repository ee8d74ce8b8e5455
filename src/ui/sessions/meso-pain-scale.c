/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-pain-scale.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "meso-text.h"
#include "meso-treatment-session.h"

#define SPACING 4

struct _MesoPainScale
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *said;
  GtkToggleButton *buttons[MESO_PAIN_MAX + 1];
  gboolean setting;
  gboolean persian;
};

G_DEFINE_FINAL_TYPE (MesoPainScale, meso_pain_scale, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *
describe (int value)
{
  if (value == 0)
    return _("no pain");
  if (value <= 3)
    return _("mild");
  if (value <= 6)
    return _("moderate");
  return _("severe");
}

static char *
format_number (MesoPainScale *self,
               int            value)
{
  g_autofree char *number = g_strdup_printf ("%d", value);

  return meso_text_localise_digits (number, self->persian ? "fa" : "en");
}

static void
show_said (MesoPainScale *self)
{
  int value = meso_pain_scale_get_value (self);
  g_autofree char *number = format_number (self, value);
  g_autofree char *max = format_number (self, MESO_PAIN_MAX);
  g_autofree char *said = NULL;

  if (value == MESO_PAIN_NOT_ASKED)
    said = g_strdup (_("Not asked"));
  else
    /* Translators: pain, as "3 of 10, mild" */
    said = g_strdup_printf (_("%s of %s, %s"), number, max, describe (value));
  gtk_label_set_label (self->said, said);
}

static void
button_toggled (MesoPainScale   *self,
                GtkToggleButton *button)
{
  if (self->setting)
    return;
  self->setting = TRUE;
  for (int i = 0; i <= MESO_PAIN_MAX; i++)
    {
      if (self->buttons[i] != button)
        gtk_toggle_button_set_active (self->buttons[i], FALSE);
    }
  self->setting = FALSE;
  show_said (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
meso_pain_scale_dispose (GObject *object)
{
  g_clear_pointer (&MESO_PAIN_SCALE (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (meso_pain_scale_parent_class)->dispose (object);
}

static void
meso_pain_scale_class_init (MesoPainScaleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_pain_scale_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
name_buttons (MesoPainScale *self)
{
  for (int i = 0; i <= MESO_PAIN_MAX; i++)
    {
      g_autofree char *label = format_number (self, i);
      g_autofree char *max = format_number (self, MESO_PAIN_MAX);
      /* Translators: pain, as "Pain 3 of 10" */
      g_autofree char *name = g_strdup_printf (_("Pain %s of %s"), label, max);

      gtk_button_set_label (GTK_BUTTON (self->buttons[i]), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

static GtkWidget *
make_button (MesoPainScale *self)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_widget_add_css_class (button, "numeric");
  gtk_widget_add_css_class (button, "pain");
  g_signal_connect_object (button, "toggled", G_CALLBACK (button_toggled), self, G_CONNECT_SWAPPED);
  return button;
}

/* One row where there is room, else two of buttons that a finger can hit. */
static GtkWidget *
make_buttons (MesoPainScale *self)
{
  GtkWidget *wrap = adw_wrap_box_new ();
  GtkWidget *half = NULL;

  g_object_set (wrap, "child-spacing", SPACING, "line-spacing", SPACING, "justify", ADW_JUSTIFY_FILL, "justify-last-line", TRUE,
                NULL);
  for (int i = 0; i <= MESO_PAIN_MAX; i++)
    {
      GtkWidget *button = make_button (self);

      if (i == 0 || i == MESO_PAIN_MAX / 2 + 1)
        {
          half = g_object_new (GTK_TYPE_BOX, "spacing", SPACING, "homogeneous", TRUE, NULL);
          adw_wrap_box_append (ADW_WRAP_BOX (wrap), half);
        }
      gtk_box_append (GTK_BOX (half), button);
      self->buttons[i] = GTK_TOGGLE_BUTTON (button);
    }
  return wrap;
}

static void
meso_pain_scale_init (MesoPainScale *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", _("Pain"), "hexpand", TRUE, "xalign", 0.0f, NULL);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->said = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->said), "dimmed");
  gtk_widget_add_css_class (GTK_WIDGET (self->said), "caption");
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->said));
  gtk_box_append (GTK_BOX (self->box), head);
  gtk_box_append (GTK_BOX (self->box), make_buttons (self));
  name_buttons (self);
  show_said (self);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pain"), -1);
}

int
meso_pain_scale_get_value (MesoPainScale *self)
{
  for (int i = 0; i <= MESO_PAIN_MAX; i++)
    {
      if (gtk_toggle_button_get_active (self->buttons[i]))
        return i;
    }
  return MESO_PAIN_NOT_ASKED;
}

void
meso_pain_scale_set_value (MesoPainScale *self,
                           int            value)
{
  self->setting = TRUE;
  for (int i = 0; i <= MESO_PAIN_MAX; i++)
    gtk_toggle_button_set_active (self->buttons[i], i == value);
  self->setting = FALSE;
  show_said (self);
}

void
meso_pain_scale_set_digits (MesoPainScale *self,
                            gboolean       persian)
{
  self->persian = persian;
  name_buttons (self);
  show_said (self);
}
