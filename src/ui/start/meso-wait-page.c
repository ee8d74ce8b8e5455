/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-wait-page.h"

struct _MesoWaitPage
{
  AdwBin parent_instance;

  AdwStatusPage *status;
  GtkWidget *spinner;
  GtkProgressBar *bar;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (MesoWaitPage, meso_wait_page, ADW_TYPE_BIN)

static void
meso_wait_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MESO_TYPE_WAIT_PAGE);
  G_OBJECT_CLASS (meso_wait_page_parent_class)->dispose (object);
}

static void
meso_wait_page_class_init (MesoWaitPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_wait_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-wait-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoWaitPage, status);
  gtk_widget_class_bind_template_child (widget_class, MesoWaitPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, MesoWaitPage, bar);
  gtk_widget_class_bind_template_child (widget_class, MesoWaitPage, button);
}

static void
meso_wait_page_init (MesoWaitPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
meso_wait_page_new (const char    *title,
                    const char    *description,
                    MesoOperation *operation,
                    const char    *label,
                    const char    *action)
{
  MesoWaitPage *self = g_object_new (MESO_TYPE_WAIT_PAGE, NULL);

  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, description);
  gtk_widget_set_visible (GTK_WIDGET (self->button), action != NULL);
  if (action != NULL)
    {
      gtk_button_set_label (self->button, label);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
    }
  if (operation != NULL)
    {
      gtk_widget_set_visible (self->spinner, FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->bar), TRUE);
      g_object_bind_property (operation, "fraction", self->bar, "fraction", G_BINDING_SYNC_CREATE);
    }
  return GTK_WIDGET (self);
}
