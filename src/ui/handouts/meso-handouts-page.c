/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handouts-page.h"

#include <glib/gi18n.h>

#include "meso-data-row.h"
#include "meso-handout-service.h"
#include "meso-patient-service.h"
#include "meso-query-list.h"
#include "meso-words.h"

/* What fits on a page one looks over. */
#define RECENT 50

struct _MesoHandoutsPage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
  MesoQueryList *list;

  AdwPreferencesGroup *kinds;
  AdwPreferencesGroup *recent;
  GtkWidget *empty_label;
  GtkListBox *recent_box;
};

G_DEFINE_FINAL_TYPE (MesoHandoutsPage, meso_handouts_page, ADW_TYPE_NAVIGATION_PAGE)

typedef struct
{
  MesoHandoutIssue *issue;
  MesoPatient *patient;
} RecentSheet;

static void
recent_sheet_free (gpointer data)
{
  RecentSheet *self = data;

  meso_handout_issue_free (self->issue);
  meso_patient_free (self->patient);
  g_free (self);
}

static gpointer
query_recent (MesoClinic  *clinic,
              gpointer     request,
              GError     **error)
{
  g_autoptr(GPtrArray) issues = meso_handout_service_list_recent (clinic, RECENT, error);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; issues != NULL && i < issues->len; i++)
    {
      MesoHandoutIssue *issue = g_ptr_array_index (issues, i);
      MesoPatient *patient = meso_patient_service_get (clinic, issue->patient, error);
      g_autofree char *key = NULL;
      RecentSheet *sheet;

      if (patient == NULL)
        return NULL;
      sheet = g_new0 (RecentSheet, 1);
      sheet->patient = patient;
      sheet->issue = issue;
      issues->pdata[i] = NULL;
      key = g_strdup_printf ("%s %s %s", issue->id, patient->given_name, patient->family_name);
      g_ptr_array_add (rows, meso_row_new (key, sheet, recent_sheet_free));
    }
  return issues != NULL ? g_steal_pointer (&rows) : NULL;
}

static const char *
get_kind_title (MesoHandoutsPage *self,
                const char       *kind)
{
  const MesoHandoutText *text = meso_protocol_lookup_handout (meso_context_get_protocol (self->context), kind);

  return text != NULL ? meso_local_text_get (text->title, meso_context_get_language (self->context)) : kind;
}

static GtkWidget *
make_row (const char *title,
          const char *subtitle,
          const char *icon)
{
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, title, subtitle);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static GtkWidget *
make_recent (gpointer item,
             gpointer user_data)
{
  MesoHandoutsPage *self = user_data;
  const RecentSheet *sheet = meso_row_get_value (item);
  g_autofree char *name = meso_patient_dup_full_name (sheet->patient);
  g_autofree char *when = meso_context_format_moment (self->context, sheet->issue->issued_at);
  g_autoptr(GString) subtitle = g_string_new (get_kind_title (self, sheet->issue->kind));
  GtkWidget *row;

  meso_words_append (subtitle, g_str_equal (sheet->issue->language, "fa") ? _("Persian") : _("English"));
  meso_words_append (subtitle, when);
  row = make_row (name, subtitle->str, "meso-handout-symbolic");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.handout");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sss)", sheet->patient->id, sheet->issue->kind, sheet->issue->id);
  return row;
}

static void
list_changed (MesoHandoutsPage *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->recent), any);
  gtk_widget_set_visible (self->empty_label, !any && !meso_query_list_get_loading (self->list));
}

static void
fill_kinds (MesoHandoutsPage *self)
{
  const GPtrArray *handouts = meso_protocol_get_handouts (meso_context_get_protocol (self->context));

  for (guint i = 0; i < handouts->len; i++)
    {
      const MesoHandoutText *text = g_ptr_array_index (handouts, i);
      GtkWidget *row = make_row (get_kind_title (self, text->kind), NULL, "meso-handout-symbolic");

      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.handout");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sss)", "", text->kind, "");
      adw_preferences_group_add (self->kinds, row);
    }
}

static void
meso_handouts_page_dispose (GObject *object)
{
  MesoHandoutsPage *self = MESO_HANDOUTS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_HANDOUTS_PAGE);
  g_clear_object (&self->list);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_handouts_page_parent_class)->dispose (object);
}

static void
meso_handouts_page_class_init (MesoHandoutsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_handouts_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-handouts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoHandoutsPage, kinds);
  gtk_widget_class_bind_template_child (widget_class, MesoHandoutsPage, recent);
  gtk_widget_class_bind_template_child (widget_class, MesoHandoutsPage, empty_label);
}

static void
meso_handouts_page_init (MesoHandoutsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->recent_box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->recent_box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->recent_box), "boxed-list");
  adw_preferences_group_add (self->recent, GTK_WIDGET (self->recent_box));
}

MesoHandoutsPage *
meso_handouts_page_new (MesoContext *context)
{
  MesoHandoutsPage *self = g_object_new (MESO_TYPE_HANDOUTS_PAGE, NULL);

  self->context = g_object_ref (context);
  fill_kinds (self);
  self->list = meso_query_list_new (meso_context_get_clinic (context), query_recent, NULL, NULL, "handout patient");
  gtk_list_box_bind_model (self->recent_box, G_LIST_MODEL (self->list), make_recent, self, NULL);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (list_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (list_changed), self, G_CONNECT_SWAPPED);
  list_changed (self);
  return self;
}
