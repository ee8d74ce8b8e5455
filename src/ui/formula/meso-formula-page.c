/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-page.h"

struct _MesoFormulaPage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
};

G_DEFINE_FINAL_TYPE (MesoFormulaPage, meso_formula_page, ADW_TYPE_NAVIGATION_PAGE)

static void
meso_formula_page_dispose (GObject *object)
{
  MesoFormulaPage *self = MESO_FORMULA_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_FORMULA_PAGE);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_formula_page_parent_class)->dispose (object);
}

static void
meso_formula_page_class_init (MesoFormulaPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_formula_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-formula-page.ui");
}

static void
meso_formula_page_init (MesoFormulaPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

MesoFormulaPage *
meso_formula_page_new (MesoContext *context, const char *patient, const char *formula)
{
  MesoFormulaPage *self = g_object_new (MESO_TYPE_FORMULA_PAGE, NULL);

  self->context = g_object_ref (context);
  return self;
}
