/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-lots-page.h"

#include <glib/gi18n.h>

#include "meso-data-row.h"
#include "meso-query-list.h"
#include "meso-recall-rows.h"
#include "meso-recall-service.h"
#include "meso-stock-words.h"

struct _MesoPatientLotsPage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
  MesoQueryList *recall;       /* one row of a MesoRecall */

  GtkStack *pages;
  GtkBox *groups;
};

G_DEFINE_FINAL_TYPE (MesoPatientLotsPage, meso_patient_lots_page, ADW_TYPE_NAVIGATION_PAGE)

static char *
make_key (const MesoRecall *recall)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < recall->lots->len; i++)
    {
      const MesoLot *lot = g_ptr_array_index (recall->lots, i);

      g_string_append_printf (key, "%s %d %s %" G_GINT64_FORMAT "|", lot->id, (int) lot->state, lot->number, lot->balance_ul);
    }
  for (guint i = 0; i < recall->entries->len; i++)
    {
      const MesoRecallEntry *entry = g_ptr_array_index (recall->entries, i);

      g_string_append_printf (key, "%s %d%d%d %s|", entry->preparation, entry->amended, entry->in_error, entry->discarded,
                              entry->session != NULL ? entry->session : "");
    }
  return g_string_free_and_steal (key);
}

static gpointer
list_lots (MesoClinic  *clinic,
           gpointer     patient,
           GError     **error)
{
  MesoRecall *recall = meso_recall_service_list_lots_of_patient (clinic, patient, error);
  g_autofree char *key = NULL;
  GPtrArray *rows;

  if (recall == NULL)
    return NULL;
  key = make_key (recall);
  rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (rows, meso_row_new (key, recall, (GDestroyNotify) meso_recall_free));
  return rows;
}

static void
add_entry (GtkListBox            *list,
           MesoContext           *context,
           const MesoRecallEntry *entry)
{
  g_autofree char *text = meso_recall_describe_entry (context, entry);
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, text, NULL);
  GtkWidget *tag = meso_recall_tag_new (entry);

  gtk_widget_add_css_class (row, "numeric");
  if (tag != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), tag);
  gtk_list_box_append (list, row);
}

/* A lot, and below it each preparation that drew from it. */
static void
add_lot (MesoPatientLotsPage *self,
         const MesoRecall    *recall,
         const MesoLot       *lot)
{
  GtkWidget *list = gtk_list_box_new ();
  g_autofree char *number = meso_stock_words_number (lot);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, number, -1);
  gtk_list_box_append (GTK_LIST_BOX (list), meso_recall_lot_row_new (self->context, lot));
  for (guint i = 0; i < recall->entries->len; i++)
    {
      const MesoRecallEntry *entry = g_ptr_array_index (recall->entries, i);

      if (g_str_equal (entry->lot, lot->id))
        add_entry (GTK_LIST_BOX (list), self->context, entry);
    }
  gtk_box_append (self->groups, list);
}

static void
show_lots (MesoPatientLotsPage *self)
{
  g_autoptr(MesoRow) row = g_list_model_get_item (G_LIST_MODEL (self->recall), 0);
  const MesoRecall *recall = row != NULL ? meso_row_get_value (row) : NULL;
  GtkWidget *child;

  if (recall == NULL)
    {
      gtk_stack_set_visible_child_name (self->pages, meso_query_list_get_error (self->recall) != NULL ? "failed" : "waiting");
      return;
    }
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  for (guint i = 0; i < recall->lots->len; i++)
    add_lot (self, recall, g_ptr_array_index (recall->lots, i));
  gtk_stack_set_visible_child_name (self->pages, recall->lots->len > 0 ? "lots" : "none");
}

static void
meso_patient_lots_page_dispose (GObject *object)
{
  MesoPatientLotsPage *self = MESO_PATIENT_LOTS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_PATIENT_LOTS_PAGE);
  g_clear_object (&self->recall);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_patient_lots_page_parent_class)->dispose (object);
}

static void
meso_patient_lots_page_class_init (MesoPatientLotsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_patient_lots_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-patient-lots-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoPatientLotsPage, pages);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientLotsPage, groups);
}

static void
meso_patient_lots_page_init (MesoPatientLotsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

MesoPatientLotsPage *
meso_patient_lots_page_new (MesoContext *context,
                            const char  *patient)
{
  MesoPatientLotsPage *self = g_object_new (MESO_TYPE_PATIENT_LOTS_PAGE, NULL);

  self->context = g_object_ref (context);
  self->recall = meso_query_list_new (meso_context_get_clinic (context), list_lots, g_strdup (patient), g_free,
                                      "stock preparation session patient");
  g_signal_connect_object (self->recall, "items-changed", G_CALLBACK (show_lots), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recall, "notify::error", G_CALLBACK (show_lots), self, G_CONNECT_SWAPPED);
  show_lots (self);
  return self;
}
