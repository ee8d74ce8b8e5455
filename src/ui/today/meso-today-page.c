/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-today-page.h"

struct _MesoTodayPage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
};

G_DEFINE_FINAL_TYPE (MesoTodayPage, meso_today_page, ADW_TYPE_NAVIGATION_PAGE)

static void
meso_today_page_dispose (GObject *object)
{
  MesoTodayPage *self = MESO_TODAY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_TODAY_PAGE);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_today_page_parent_class)->dispose (object);
}

static void
meso_today_page_class_init (MesoTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_today_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-today-page.ui");
}

static void
meso_today_page_init (MesoTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

MesoTodayPage *
meso_today_page_new (MesoContext *context)
{
  MesoTodayPage *self = g_object_new (MESO_TYPE_TODAY_PAGE, NULL);

  self->context = g_object_ref (context);
  return self;
}
