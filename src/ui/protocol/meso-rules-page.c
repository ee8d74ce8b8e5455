/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-rules-page.h"

#include <glib/gi18n.h>

#include "meso-outcome-look.h"
#include "meso-physician-notice.h"
#include "meso-query-list.h"
#include "meso-rule-count.h"
#include "meso-rule-page.h"
#include "meso-rule-row.h"
#include "meso-rule-words.h"
#include "meso-words.h"

/* In the order of the list of what is shown */
typedef enum {
  SHOW_ALL,
  SHOW_UNREVIEWED,
  SHOW_CHANGED,
  SHOW_OFF,
  SHOW_ARTICLE,
  SHOW_RESEARCH,
  SHOW_CLINIC,
} Show;

/* Strictest first; what is off stands last, whatever it would give. */
static const MesoOutcome outcomes[] = {
  MESO_OUTCOME_BLOCK, MESO_OUTCOME_DEFER, MESO_OUTCOME_CLEARANCE, MESO_OUTCOME_CAUTION, MESO_OUTCOME_EXCLUDE,
};
#define OFF G_N_ELEMENTS (outcomes)
#define N_GROUPS (OFF + 1)

typedef struct
{
  MesoRuleEntry *entry;
  char *folded;
} Item;

struct _MesoRulesPage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
  MesoQueryList *rules;
  GtkFilterListModel *found;

  AdwBanner *unreviewed;
  MesoPhysicianNotice *notice;
  GtkSearchEntry *search;
  GtkDropDown *shown;
  GtkBox *groups;
  GtkWidget *nothing;
  GtkLabel *failed;
};

G_DEFINE_FINAL_TYPE (MesoRulesPage, meso_rules_page, ADW_TYPE_NAVIGATION_PAGE)

static void
item_free (gpointer data)
{
  Item *item = data;

  meso_rule_entry_free (item->entry);
  g_free (item->folded);
  g_free (item);
}

/* Folding all texts is too much for the main thread. */
static gpointer
list_rules (MesoClinic  *clinic,
            gpointer     request,
            GError     **error)
{
  g_autoptr(GPtrArray) entries = meso_rule_entry_list (clinic);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  while (entries->len > 0)
    {
      Item *item = g_new0 (Item, 1);
      g_autofree char *key = NULL;

      item->entry = g_ptr_array_steal_index (entries, 0);
      item->folded = meso_rule_words_fold (item->entry->of, item->entry->rule);
      key = meso_rule_row_dup_key (item->entry);
      g_ptr_array_add (rows, meso_row_new (key, item, item_free));
    }
  return rows;
}

static gboolean
is_shown (const MesoRuleEntry *entry,
          Show                 show)
{
  switch (show)
    {
    case SHOW_UNREVIEWED:
      return meso_rule_entry_needs_review (entry);
    case SHOW_CHANGED:
      return meso_rule_entry_is_changed (entry);
    case SHOW_OFF:
      return meso_rule_entry_get_state (entry) == MESO_RULE_STATE_OFF;
    case SHOW_ARTICLE:
      return entry->rule->provenance.origin == MESO_ORIGIN_ARTICLE;
    case SHOW_RESEARCH:
      return entry->rule->provenance.origin == MESO_ORIGIN_RESEARCH;
    case SHOW_CLINIC:
      return entry->rule->provenance.origin == MESO_ORIGIN_CLINIC;
    case SHOW_ALL:
    default:
      return TRUE;
    }
}

static gboolean
is_found (gpointer row,
          gpointer page)
{
  MesoRulesPage *self = page;
  const Item *item = meso_row_get_value (row);

  return is_shown (item->entry, (Show) gtk_drop_down_get_selected (self->shown)) &&
         meso_words_hold (item->folded, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static gboolean
is_of_group (gpointer row,
             gpointer group)
{
  const Item *item = meso_row_get_value (row);
  guint wanted = GPOINTER_TO_UINT (group);

  if (meso_rule_entry_get_state (item->entry) == MESO_RULE_STATE_OFF)
    return wanted == OFF;
  return wanted != OFF && meso_rule_entry_get_strictest (item->entry) == outcomes[wanted];
}

static GtkWidget *
make_row (gpointer row,
          gpointer page)
{
  const Item *item = meso_row_get_value (row);
  GtkWidget *widget = meso_rule_row_new (MESO_RULES_PAGE (page)->context, item->entry);

  g_object_set_data_full (G_OBJECT (widget), "rule", g_strdup (item->entry->rule->id), g_free);
  return widget;
}

static void
row_activated (MesoRulesPage *self,
               GtkListBoxRow *row)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG);

  adw_preferences_dialog_push_subpage (ADW_PREFERENCES_DIALOG (dialog),
                                       meso_rule_page_new (self->context, g_object_get_data (G_OBJECT (row), "rule")));
}

static void
say_count (MesoRulesPage *self)
{
  const MesoRuleCount count = meso_rule_count (meso_context_get_clinic (self->context));
  g_autofree char *words = meso_rule_count_dup_words (self->context, &count);
  g_autofree char *text = g_strdup_printf ("%s. %s", words, _("The rest is in use, and says so at each verdict."));

  adw_banner_set_title (self->unreviewed, text);
  adw_banner_set_revealed (self->unreviewed, count.reviewed < count.all);
}

static void
rules_changed (MesoRulesPage *self)
{
  const GError *error = meso_query_list_get_error (self->rules);

  say_count (self);
  gtk_widget_set_visible (GTK_WIDGET (self->failed), error != NULL);
  gtk_label_set_text (self->failed, error != NULL ? _("The rules could not be read. Nothing was changed.") : "");
}

static void
found_changed (MesoRulesPage *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0;

  gtk_widget_set_visible (self->nothing, !any && g_list_model_get_n_items (G_LIST_MODEL (self->rules)) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->groups), any);
}

static void
search_changed (MesoRulesPage *self)
{
  if (self->found != NULL)
    gtk_filter_changed (gtk_filter_list_model_get_filter (self->found), GTK_FILTER_CHANGE_DIFFERENT);
}

/* Escape empties the field first, and leaves the page only then. */
static void
search_stopped (MesoRulesPage *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
}

static void
show_all (MesoRulesPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->shown, SHOW_ALL);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
group_changed (GListModel *model,
               guint       position,
               guint       removed,
               guint       added,
               GtkWidget  *group)
{
  gtk_widget_set_visible (group, g_list_model_get_n_items (model) > 0);
}

static void
add_group (MesoRulesPage *self,
           guint          group)
{
  const char *title = group != OFF ? meso_outcome_get_headline (outcomes[group]) : _("Switched Off by This Clinic");
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (is_of_group, GUINT_TO_POINTER (group), NULL));
  g_autoptr(GtkFilterListModel) model = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->found)), filter);
  GtkWidget *section = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", title, NULL);
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_bind_model (GTK_LIST_BOX (list), G_LIST_MODEL (model), make_row, self, NULL);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (group_changed), section, G_CONNECT_DEFAULT);
  group_changed (G_LIST_MODEL (model), 0, 0, 0, section);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (section), list);
  gtk_box_append (self->groups, section);
}

static void
meso_rules_page_dispose (GObject *object)
{
  MesoRulesPage *self = MESO_RULES_PAGE (object);

  if (self->rules != NULL)
    g_signal_handlers_disconnect_by_data (self->rules, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_RULES_PAGE);
  g_clear_object (&self->found);
  g_clear_object (&self->rules);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_rules_page_parent_class)->dispose (object);
}

static void
meso_rules_page_class_init (MesoRulesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_rules_page_dispose;
  g_type_ensure (MESO_TYPE_PHYSICIAN_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-rules-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoRulesPage, unreviewed);
  gtk_widget_class_bind_template_child (widget_class, MesoRulesPage, notice);
  gtk_widget_class_bind_template_child (widget_class, MesoRulesPage, search);
  gtk_widget_class_bind_template_child (widget_class, MesoRulesPage, shown);
  gtk_widget_class_bind_template_child (widget_class, MesoRulesPage, groups);
  gtk_widget_class_bind_template_child (widget_class, MesoRulesPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, MesoRulesPage, failed);
  gtk_widget_class_bind_template_callback (widget_class, search_changed);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, show_all);
}

static void
meso_rules_page_init (MesoRulesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

MesoRulesPage *
meso_rules_page_new (MesoContext *context)
{
  MesoRulesPage *self = g_object_new (MESO_TYPE_RULES_PAGE, NULL);
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (is_found, self, NULL));

  self->context = g_object_ref (context);
  self->rules = meso_query_list_new (meso_context_get_clinic (context), list_rules, NULL, NULL, "protocol");
  self->found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->rules)), filter);
  meso_physician_notice_set_context (self->notice, context);
  for (guint i = 0; i < N_GROUPS; i++)
    add_group (self, i);
  g_signal_connect_object (self->rules, "notify::loading", G_CALLBACK (rules_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->found, "items-changed", G_CALLBACK (found_changed), self, G_CONNECT_SWAPPED);
  rules_changed (self);
  return self;
}
