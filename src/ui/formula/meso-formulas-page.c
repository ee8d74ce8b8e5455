/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formulas-page.h"

struct _MesoFormulasPage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
};

G_DEFINE_FINAL_TYPE (MesoFormulasPage, meso_formulas_page, ADW_TYPE_NAVIGATION_PAGE)

static void
meso_formulas_page_dispose (GObject *object)
{
  MesoFormulasPage *self = MESO_FORMULAS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_FORMULAS_PAGE);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_formulas_page_parent_class)->dispose (object);
}

static void
meso_formulas_page_class_init (MesoFormulasPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_formulas_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-formulas-page.ui");
}

static void
meso_formulas_page_init (MesoFormulasPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

MesoFormulasPage *
meso_formulas_page_new (MesoContext *context)
{
  MesoFormulasPage *self = g_object_new (MESO_TYPE_FORMULAS_PAGE, NULL);

  self->context = g_object_ref (context);
  return self;
}
