/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-review-page.h"

#include <glib/gi18n.h>

#include "meso-data-row.h"
#include "meso-error-presenter.h"
#include "meso-physician-notice.h"
#include "meso-protocol-work.h"
#include "meso-query-list.h"
#include "meso-rule-entry.h"
#include "meso-rule-row.h"
#include "meso-rule-section.h"
#include "meso-rule-words.h"
#include "meso-staff-service.h"
#include "meso-text.h"
#include "meso-words.h"

struct _MesoReviewPage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
  MesoQueryList *rules;
  GHashTable *ticked;           /* ids */
  guint number;                 /* the version of the protocol that is shown */
  gboolean known;
  gboolean busy;

  MesoPhysicianNotice *notice;
  GtkWidget *tools;
  GtkListBox *list;
  GtkWidget *nothing;
  GtkWidget *bar;
  GtkLabel *who;
  GtkButton *sign_button;
};

G_DEFINE_FINAL_TYPE (MesoReviewPage, meso_review_page, ADW_TYPE_NAVIGATION_PAGE)

static gpointer
list_rules (MesoClinic  *clinic,
            gpointer     request,
            GError     **error)
{
  g_autoptr(GPtrArray) entries = meso_rule_entry_list (clinic);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < entries->len; i++)
    {
      const MesoRuleEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *key = meso_rule_row_dup_key (entry);

      if (meso_rule_entry_needs_review (entry))
        g_ptr_array_add (rows, meso_row_new (key, meso_rule_entry_copy (entry), (GDestroyNotify) meso_rule_entry_free));
    }
  return rows;
}

static guint
count_ticked (MesoReviewPage *self)
{
  return g_hash_table_size (self->ticked);
}

static void
show_bar (MesoReviewPage *self)
{
  gboolean allowed = meso_physician_notice_get_allowed (self->notice);
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->rules)) > 0;
  guint n = count_ticked (self);
  g_autoptr(MesoStaff) person = meso_staff_service_dup_desk (meso_context_get_clinic (self->context));
  g_autofree char *name = meso_words_isolate (person != NULL ? person->name : "");
  g_autofree char *number = meso_context_format_number (self->context, n);
  /* Translators: %s is a physician's name */
  g_autofree char *who = g_strdup_printf (_("%s has read what is ticked, and signs with this."), name);
  /* Translators: %s is a number */
  g_autofree char *label = n > 0 ? g_strdup_printf (ngettext ("Sign %s Rule", "Sign %s Rules", n), number) : g_strdup (_("Sign"));

  gtk_widget_set_visible (self->bar, any && allowed);
  gtk_widget_set_visible (self->tools, any && allowed);
  gtk_widget_set_visible (GTK_WIDGET (self->list), any);
  gtk_label_set_text (self->who, who);
  gtk_button_set_label (self->sign_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->sign_button), n > 0 && self->known && !self->busy);
}

static void
tick_toggled (MesoReviewPage *self,
              GtkCheckButton *tick)
{
  const char *id = g_object_get_data (G_OBJECT (tick), "rule");

  if (gtk_check_button_get_active (tick))
    g_hash_table_add (self->ticked, g_strdup (id));
  else
    g_hash_table_remove (self->ticked, id);
  show_bar (self);
}

static GtkWidget *
make_tick (MesoReviewPage      *self,
           const MesoRuleEntry *entry,
           const char          *title)
{
  GtkWidget *tick = gtk_check_button_new ();

  g_object_set_data_full (G_OBJECT (tick), "rule", g_strdup (entry->rule->id), g_free);
  gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), g_hash_table_contains (self->ticked, entry->rule->id));
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_bind_property (self->notice, "allowed", tick, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (tick, "toggled", G_CALLBACK (tick_toggled), self, G_CONNECT_SWAPPED);
  return tick;
}

/* All that is signed stands in it, one key away. */
static GtkWidget *
make_details (MesoReviewPage      *self,
              const MesoRuleEntry *entry)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 18, NULL);

  gtk_widget_add_css_class (box, "padded");
  for (guint i = 1; i <= entry->rule->cases->len; i++)
    gtk_box_append (GTK_BOX (box), meso_rule_section_new_case (self->context, entry, i));
  gtk_box_append (GTK_BOX (box), meso_rule_section_new_origin (self->context, entry));
  return g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, "activatable", FALSE, "selectable", FALSE, "focusable", FALSE, NULL);
}

/* Made when it is opened: forty rules have many sections. */
static void
expanded (GtkWidget *row)
{
  MesoReviewPage *self = MESO_REVIEW_PAGE (gtk_widget_get_ancestor (row, MESO_TYPE_REVIEW_PAGE));
  MesoRow *item = g_object_get_data (G_OBJECT (row), "row");

  if (self == NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)) || g_object_get_data (G_OBJECT (row), "filled") != NULL)
    return;
  g_object_set_data (G_OBJECT (row), "filled", row);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_details (self, meso_row_get_value (item)));
}

static GtkWidget *
make_row (gpointer item,
          gpointer page)
{
  MesoReviewPage *self = MESO_REVIEW_PAGE (page);
  const MesoRuleEntry *entry = meso_row_get_value (item);
  g_autofree char *title = meso_rule_words_title (self->context, entry->of, entry->rule);
  g_autofree char *summary = meso_rule_summary_line (self->context, entry);
  GtkWidget *row = meso_data_row_new (ADW_TYPE_EXPANDER_ROW, title, summary);
  GtkWidget *tick = make_tick (self, entry, title);

  g_object_set (row, "title-lines", 0, "subtitle-lines", 0, NULL);
  g_object_set_data_full (G_OBJECT (row), "row", g_object_ref (item), g_object_unref);
  g_object_set_data (G_OBJECT (row), "tick", tick);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), tick);
  g_signal_connect (row, "notify::expanded", G_CALLBACK (expanded), NULL);
  return row;
}

static void
take_number (GtkWidget    *widget,
             gpointer      result,
             const GError *error,
             gpointer      user_data)
{
  MesoReviewPage *self = MESO_REVIEW_PAGE (widget);

  if (error != NULL)
    return;
  self->number = GPOINTER_TO_UINT (result);
  self->known = TRUE;
  show_bar (self);
}

/* What is no longer in the list isn't ticked either. */
static void
rules_changed (MesoReviewPage *self)
{
  g_autoptr(GHashTable) still = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rules));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(MesoRow) row = g_list_model_get_item (G_LIST_MODEL (self->rules), i);
      const MesoRuleEntry *entry = meso_row_get_value (row);

      if (g_hash_table_contains (self->ticked, entry->rule->id))
        g_hash_table_add (still, g_strdup (entry->rule->id));
    }
  g_hash_table_unref (self->ticked);
  self->ticked = g_steal_pointer (&still);
  gtk_widget_set_visible (self->nothing, n == 0 && !meso_query_list_get_loading (self->rules));
  if (!meso_query_list_get_loading (self->rules))
    meso_context_call (self->context, GTK_WIDGET (self), meso_protocol_work_get_number, NULL, NULL, NULL, take_number, NULL);
  show_bar (self);
}

static void
set_all (MesoReviewPage *self,
         gboolean        active)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    gtk_check_button_set_active (g_object_get_data (G_OBJECT (row), "tick"), active);
}

static void
tick_all (MesoReviewPage *self)
{
  set_all (self, TRUE);
}

static void
tick_none (MesoReviewPage *self)
{
  set_all (self, FALSE);
}

static void
take_signed (GtkWidget    *widget,
             gpointer      result,
             const GError *error,
             gpointer      user_data)
{
  MesoReviewPage *self = MESO_REVIEW_PAGE (widget);
  GtkWidget *dialog = gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_DIALOG);
  guint n = GPOINTER_TO_UINT (user_data);
  g_autofree char *number = meso_context_format_number (self->context, n);
  g_autofree char *isolated = meso_text_isolate (number);
  /* Translators: %s is a number */
  g_autofree char *said = g_strdup_printf (ngettext ("%s rule signed as reviewed", "%s rules signed as reviewed", n), isolated);

  self->busy = FALSE;
  show_bar (self);
  if (error != NULL)
    meso_error_presenter_alert (widget, _("sign the rules"), error);
  else
    adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (dialog), g_object_new (ADW_TYPE_TOAST, "title", said, "use-markup", FALSE,
                                                                                     NULL));
}

static void
sign (MesoReviewPage *self)
{
  MesoProtocolWork *work = meso_protocol_work_new (MESO_PROTOCOL_ACT_REVIEW, self->number);
  g_autoptr(GStrvBuilder) rules = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->ticked);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_strv_builder_add (rules, id);
  work->rules = g_strv_builder_end (rules);
  self->busy = TRUE;
  show_bar (self);
  meso_context_call (self->context, GTK_WIDGET (self), meso_protocol_work_apply, work, meso_protocol_work_free, NULL, take_signed,
                     GUINT_TO_POINTER (count_ticked (self)));
}

static void
meso_review_page_dispose (GObject *object)
{
  MesoReviewPage *self = MESO_REVIEW_PAGE (object);

  if (self->rules != NULL)
    g_signal_handlers_disconnect_by_data (self->rules, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_REVIEW_PAGE);
  g_clear_object (&self->rules);
  g_clear_pointer (&self->ticked, g_hash_table_unref);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_review_page_parent_class)->dispose (object);
}

static void
meso_review_page_class_init (MesoReviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_review_page_dispose;
  g_type_ensure (MESO_TYPE_PHYSICIAN_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-review-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoReviewPage, notice);
  gtk_widget_class_bind_template_child (widget_class, MesoReviewPage, tools);
  gtk_widget_class_bind_template_child (widget_class, MesoReviewPage, list);
  gtk_widget_class_bind_template_child (widget_class, MesoReviewPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, MesoReviewPage, bar);
  gtk_widget_class_bind_template_child (widget_class, MesoReviewPage, who);
  gtk_widget_class_bind_template_child (widget_class, MesoReviewPage, sign_button);
  gtk_widget_class_bind_template_callback (widget_class, tick_all);
  gtk_widget_class_bind_template_callback (widget_class, tick_none);
  gtk_widget_class_bind_template_callback (widget_class, sign);
}

static void
meso_review_page_init (MesoReviewPage *self)
{
  self->ticked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
meso_review_page_new (MesoContext *context)
{
  MesoReviewPage *self = g_object_new (MESO_TYPE_REVIEW_PAGE, NULL);

  self->context = g_object_ref (context);
  self->rules = meso_query_list_new (meso_context_get_clinic (context), list_rules, NULL, NULL, "protocol");
  meso_physician_notice_set_context (self->notice, context);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->rules), make_row, self, NULL);
  g_signal_connect_object (self->notice, "notify::allowed", G_CALLBACK (show_bar), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rules, "notify::loading", G_CALLBACK (rules_changed), self, G_CONNECT_SWAPPED);
  rules_changed (self);
  return ADW_NAVIGATION_PAGE (self);
}
