/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-documents-view.h"

#include "meso-badge.h"
#include "meso-data-row.h"
#include "meso-entry-list.h"

struct _MesoDocumentsView
{
  AdwBin parent_instance;

  GtkListBox *sheets;
  MesoEntryList *handouts;
};

G_DEFINE_FINAL_TYPE (MesoDocumentsView, meso_documents_view, ADW_TYPE_BIN)

static void
sheet_activated (MesoDocumentsView *self,
                 GtkListBoxRow     *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "patient.handout", "s", g_object_get_data (G_OBJECT (row), "kind"));
}

/* The sheets that the clinic has, in the protocol's order. */
static void
list_sheets (MesoDocumentsView *self,
             MesoContext       *context)
{
  const GPtrArray *texts = meso_protocol_get_handouts (meso_context_get_protocol (context));

  for (guint i = 0; i < texts->len; i++)
    {
      const MesoHandoutText *text = g_ptr_array_index (texts, i);
      const char *title = meso_local_text_get (text->title, meso_context_get_language (context));
      GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, title, NULL);

      adw_action_row_add_prefix (ADW_ACTION_ROW (row), meso_badge_new ("meso-handout-symbolic", "neutral"));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                                                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (row), "kind", g_strdup (text->kind), g_free);
      gtk_list_box_append (self->sheets, row);
    }
}

static void
meso_documents_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MESO_TYPE_DOCUMENTS_VIEW);
  G_OBJECT_CLASS (meso_documents_view_parent_class)->dispose (object);
}

static void
meso_documents_view_class_init (MesoDocumentsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_documents_view_dispose;
  g_type_ensure (MESO_TYPE_ENTRY_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-documents-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoDocumentsView, sheets);
  gtk_widget_class_bind_template_child (widget_class, MesoDocumentsView, handouts);
  gtk_widget_class_bind_template_callback (widget_class, sheet_activated);
}

static void
meso_documents_view_init (MesoDocumentsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
meso_documents_view_begin (MesoDocumentsView *self,
                           MesoContext       *context,
                           const char        *patient)
{
  list_sheets (self, context);
  meso_entry_list_begin (self->handouts, context, patient, MESO_TIMELINE_PAPERS, MESO_TIMELINE_HANDOUT);
}
