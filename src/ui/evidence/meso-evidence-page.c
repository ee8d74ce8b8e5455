/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-evidence-page.h"

#include "meso-evidence-row.h"

struct _MesoEvidencePage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;

  GtkSearchEntry *search;
  GtkListBox *list;
  GtkWidget *nothing;
};

G_DEFINE_FINAL_TYPE (MesoEvidencePage, meso_evidence_page, ADW_TYPE_NAVIGATION_PAGE)

static void
search_changed (MesoEvidencePage *self)
{
  const MesoProtocol *protocol = meso_context_get_protocol (self->context);
  const GPtrArray *evidence = meso_protocol_get_evidence (protocol);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  guint shown = 0;

  for (guint i = 0; i < evidence->len; i++)
    {
      gboolean matches = meso_evidence_row_matches (protocol, g_ptr_array_index (evidence, i), text);

      gtk_widget_set_visible (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) i)), matches);
      shown += matches ? 1 : 0;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), shown > 0);
  gtk_widget_set_visible (self->nothing, shown == 0);
}

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
  gtk_widget_class_bind_template_child (widget_class, MesoEvidencePage, search);
  gtk_widget_class_bind_template_child (widget_class, MesoEvidencePage, list);
  gtk_widget_class_bind_template_child (widget_class, MesoEvidencePage, nothing);
  gtk_widget_class_bind_template_callback (widget_class, search_changed);
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
  const GPtrArray *evidence = meso_protocol_get_evidence (meso_context_get_protocol (context));

  self->context = g_object_ref (context);
  for (guint i = 0; i < evidence->len; i++)
    gtk_list_box_append (self->list, meso_evidence_row_new (context, g_ptr_array_index (evidence, i)));
  return self;
}
