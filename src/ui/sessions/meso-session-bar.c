/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-bar.h"

#include <glib/gi18n.h>

struct _MesoSessionBar
{
  GtkBox parent_instance;

  GtkImage *state_icon;
  GtkLabel *state_label;
  GtkLabel *saved_label;
  AdwButtonContent *sign_content;
};

G_DEFINE_FINAL_TYPE (MesoSessionBar, meso_session_bar, GTK_TYPE_BOX)

static void
show_saved (MesoSessionBar  *self,
            GParamSpec      *pspec,
            MesoDraftKeeper *keeper)
{
  g_autofree char *saved = meso_draft_keeper_dup_saved (keeper);
  gboolean failed;

  g_object_get (keeper, "failed", &failed, NULL);
  gtk_label_set_label (self->saved_label, failed          ? _("The draft can’t be saved now: sign before you leave")
                                          : saved != NULL ? saved
                                                          : _("What is typed is kept"));
}

void
meso_session_bar_set_keeper (MesoSessionBar  *self,
                             MesoDraftKeeper *keeper)
{
  g_signal_connect_object (keeper, "notify", G_CALLBACK (show_saved), self, G_CONNECT_SWAPPED);
  show_saved (self, NULL, keeper);
}

void
meso_session_bar_set_sign_label (MesoSessionBar *self,
                                 const char     *label)
{
  adw_button_content_set_label (self->sign_content, label);
}

void
meso_session_bar_show_missing (MesoSessionBar *self,
                               MesoContext    *context,
                               guint           missing)
{
  g_autofree char *number = meso_context_format_number (context, missing);
  g_autofree char *text = NULL;

  if (missing == 0)
    text = g_strdup (_("Nothing is missing"));
  else
    /* Translators: %s is how many things */
    text = g_strdup_printf (ngettext ("%s thing is missing", "%s things are missing", missing), number);
  gtk_label_set_label (self->state_label, text);
  gtk_image_set_from_icon_name (self->state_icon, missing == 0 ? "meso-done-symbolic" : "dialog-warning-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self->state_icon), missing == 0 ? "warning" : "success");
  gtk_widget_add_css_class (GTK_WIDGET (self->state_icon), missing == 0 ? "success" : "warning");
}

static void
meso_session_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MESO_TYPE_SESSION_BAR);
  G_OBJECT_CLASS (meso_session_bar_parent_class)->dispose (object);
}

static void
meso_session_bar_class_init (MesoSessionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_session_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-session-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoSessionBar, state_icon);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionBar, state_label);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionBar, saved_label);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionBar, sign_content);
}

static void
meso_session_bar_init (MesoSessionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
