/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-page.h"

struct _MesoSessionPage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
};

G_DEFINE_FINAL_TYPE (MesoSessionPage, meso_session_page, ADW_TYPE_NAVIGATION_PAGE)

static void
meso_session_page_dispose (GObject *object)
{
  MesoSessionPage *self = MESO_SESSION_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_SESSION_PAGE);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_session_page_parent_class)->dispose (object);
}

static void
meso_session_page_class_init (MesoSessionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_session_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-session-page.ui");
}

static void
meso_session_page_init (MesoSessionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

MesoSessionPage *
meso_session_page_new (MesoContext *context, const char *patient, const char *session)
{
  MesoSessionPage *self = g_object_new (MESO_TYPE_SESSION_PAGE, NULL);

  self->context = g_object_ref (context);
  return self;
}
