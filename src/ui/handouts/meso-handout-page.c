/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-page.h"

struct _MesoHandoutPage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
};

G_DEFINE_FINAL_TYPE (MesoHandoutPage, meso_handout_page, ADW_TYPE_NAVIGATION_PAGE)

static void
meso_handout_page_dispose (GObject *object)
{
  MesoHandoutPage *self = MESO_HANDOUT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_HANDOUT_PAGE);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_handout_page_parent_class)->dispose (object);
}

static void
meso_handout_page_class_init (MesoHandoutPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_handout_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-handout-page.ui");
}

static void
meso_handout_page_init (MesoHandoutPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

MesoHandoutPage *
meso_handout_page_new (MesoContext *context, const char *patient, const char *kind, const char *issue)
{
  MesoHandoutPage *self = g_object_new (MESO_TYPE_HANDOUT_PAGE, NULL);

  self->context = g_object_ref (context);
  return self;
}
