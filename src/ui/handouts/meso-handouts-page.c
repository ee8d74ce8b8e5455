/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handouts-page.h"

struct _MesoHandoutsPage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
};

G_DEFINE_FINAL_TYPE (MesoHandoutsPage, meso_handouts_page, ADW_TYPE_NAVIGATION_PAGE)

static void
meso_handouts_page_dispose (GObject *object)
{
  MesoHandoutsPage *self = MESO_HANDOUTS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_HANDOUTS_PAGE);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_handouts_page_parent_class)->dispose (object);
}

static void
meso_handouts_page_class_init (MesoHandoutsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_handouts_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-handouts-page.ui");
}

static void
meso_handouts_page_init (MesoHandoutsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

MesoHandoutsPage *
meso_handouts_page_new (MesoContext *context)
{
  MesoHandoutsPage *self = g_object_new (MESO_TYPE_HANDOUTS_PAGE, NULL);

  self->context = g_object_ref (context);
  return self;
}
