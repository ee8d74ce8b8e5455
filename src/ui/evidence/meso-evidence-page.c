/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-evidence-page.h"

struct _MesoEvidencePage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
};

G_DEFINE_FINAL_TYPE (MesoEvidencePage, meso_evidence_page, ADW_TYPE_NAVIGATION_PAGE)

static void
meso_evidence_page_dispose (GObject *object)
{
  MesoEvidencePage *self = MESO_EVIDENCE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_EVIDENCE_PAGE);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_evidence_page_parent_class)->dispose (object);
}

static void
meso_evidence_page_class_init (MesoEvidencePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_evidence_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-evidence-page.ui");
}

static void
meso_evidence_page_init (MesoEvidencePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

MesoEvidencePage *
meso_evidence_page_new (MesoContext *context)
{
  MesoEvidencePage *self = g_object_new (MESO_TYPE_EVIDENCE_PAGE, NULL);

  self->context = g_object_ref (context);
  return self;
}
