/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-rule-page.h"

#include <glib/gi18n.h>

#include "meso-error-presenter.h"
#include "meso-physician-notice.h"
#include "meso-protocol-work.h"
#include "meso-rule-act-page.h"
#include "meso-rule-entry.h"
#include "meso-rule-row.h"
#include "meso-rule-section.h"
#include "meso-rule-words.h"
#include "meso-staff-service.h"
#include "meso-words.h"

struct _MesoRulePage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
  char *id;
  MesoRuleEntry *entry;         /* (nullable): what is shown */
  guint number;                 /* the version of the protocol that is shown */
  gboolean known;               /* whether number is known yet */
  gboolean busy;

  GtkScrolledWindow *scrolled;
  GtkLabel *heading;
  AdwWrapBox *tags;
  MesoPhysicianNotice *notice;
  GtkBox *sections;
  GtkWidget *gone;
  GtkWidget *bar;
  GtkLabel *who;
  GtkButton *next_step;
};

G_DEFINE_FINAL_TYPE (MesoRulePage, meso_rule_page, ADW_TYPE_NAVIGATION_PAGE)

static const struct
{
  const char *name;
  const char *type;             /* of its parameter */
  MesoProtocolAct act;
} acts[] = {
  { "rule.change", "u", MESO_PROTOCOL_ACT_CHANGE }, { "rule.restore", "u", MESO_PROTOCOL_ACT_RESTORE },
  { "rule.switch-off", NULL, MESO_PROTOCOL_ACT_SWITCH_OFF }, { "rule.switch-on", NULL, MESO_PROTOCOL_ACT_SWITCH_ON },
  { "rule.remove", NULL, MESO_PROTOCOL_ACT_REMOVE }, { "rule.withdraw", NULL, MESO_PROTOCOL_ACT_WITHDRAW },
};

static void
show_sections (MesoRulePage *self)
{
  while (gtk_widget_get_first_child (GTK_WIDGET (self->sections)) != NULL)
    gtk_box_remove (self->sections, gtk_widget_get_first_child (GTK_WIDGET (self->sections)));
  if (self->entry == NULL)
    return;
  for (guint i = 1; i <= self->entry->rule->cases->len; i++)
    gtk_box_append (self->sections, meso_rule_section_new_case (self->context, self->entry, i));
  gtk_box_append (self->sections, meso_rule_section_new_origin (self->context, self->entry));
  if (meso_rule_entry_get_state (self->entry) != MESO_RULE_STATE_OFF)
    gtk_box_append (self->sections, meso_rule_section_new_review (self->context, self->entry));
}

static void
show_head (MesoRulePage *self)
{
  g_autofree char *title = self->entry != NULL ? meso_rule_words_title (self->context, self->entry->of, self->entry->rule)
                                               : g_strdup ("");

  gtk_label_set_text (self->heading, title);
  gtk_widget_set_visible (self->gone, self->entry == NULL);
  while (gtk_widget_get_first_child (GTK_WIDGET (self->tags)) != NULL)
    adw_wrap_box_remove (self->tags, gtk_widget_get_first_child (GTK_WIDGET (self->tags)));
  if (self->entry == NULL)
    return;
  for (guint i = 1; i <= self->entry->rule->cases->len; i++)
    adw_wrap_box_append (self->tags, meso_rule_outcome_tag (self->context, self->entry, i));
  adw_wrap_box_append (self->tags, meso_rule_state_tag (self->entry));
}

/* (transfer full) (nullable): the rule after this one, in the order of the list, that still has to be read */
static char *
find_next (MesoRulePage *self)
{
  g_autoptr(GPtrArray) entries = meso_rule_entry_list (meso_context_get_clinic (self->context));
  guint here = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      if (g_str_equal (((const MesoRuleEntry *) g_ptr_array_index (entries, i))->rule->id, self->id))
        here = i;
    }
  for (guint i = 1; i < entries->len; i++)
    {
      const MesoRuleEntry *entry = g_ptr_array_index (entries, (here + i) % entries->len);

      if (meso_rule_entry_needs_review (entry))
        return g_strdup (entry->rule->id);
    }
  return NULL;
}

static void
show_bar (MesoRulePage *self)
{
  gboolean allowed = meso_physician_notice_get_allowed (self->notice);
  gboolean unsigned_yet = self->entry != NULL && meso_rule_entry_needs_review (self->entry);
  g_autoptr(MesoStaff) person = meso_staff_service_dup_desk (meso_context_get_clinic (self->context));
  g_autofree char *name = meso_words_isolate (person != NULL ? person->name : "");
  /* Translators: %s is a physician's name */
  g_autofree char *who = g_strdup_printf (_("%s has read this rule, and signs with this."), name);
  g_autofree char *next = find_next (self);
  gboolean signs = unsigned_yet && allowed;

  gtk_widget_set_visible (self->bar, signs || (allowed && next != NULL));
  gtk_label_set_text (self->who, who);
  gtk_widget_set_visible (GTK_WIDGET (self->who), signs);
  gtk_button_set_label (self->next_step, signs ? _("_Sign as Reviewed") : _("_Next Rule to Review"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->next_step), signs ? "rule.review" : "rule.next");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rule.review", signs && self->known && !self->busy);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), acts[i].name, allowed && self->known && !self->busy);
}

static void
take_number (GtkWidget    *widget,
             gpointer      result,
             const GError *error,
             gpointer      user_data)
{
  MesoRulePage *self = MESO_RULE_PAGE (widget);

  if (error != NULL)
    return;
  self->number = GPOINTER_TO_UINT (result);
  self->known = TRUE;
  show_bar (self);
}

static void
load (MesoRulePage *self)
{
  g_autofree char *title = NULL;

  g_clear_pointer (&self->entry, meso_rule_entry_free);
  self->entry = meso_rule_entry_find (meso_context_get_clinic (self->context), self->id);
  self->known = FALSE;
  /* Translators: %s is the code of a rule, "MENS" */
  title = g_strdup_printf (_("Rule %s"), self->id);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  show_head (self);
  show_sections (self);
  show_bar (self);
  meso_context_call (self->context, GTK_WIDGET (self), meso_protocol_work_get_number, NULL, NULL, NULL, take_number, NULL);
}

static void
take_review (GtkWidget    *widget,
             gpointer      result,
             const GError *error,
             gpointer      user_data)
{
  MesoRulePage *self = MESO_RULE_PAGE (widget);

  self->busy = FALSE;
  if (error != NULL)
    meso_error_presenter_alert (widget, _("sign the rule"), error);
  else
    gtk_accessible_announce (GTK_ACCESSIBLE (self), _("Signed as reviewed"), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  show_bar (self);
}

static void
review (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  MesoRulePage *self = MESO_RULE_PAGE (widget);
  MesoProtocolWork *work = meso_protocol_work_new (MESO_PROTOCOL_ACT_REVIEW, self->number);
  const char *const rules[] = { self->id, NULL };

  work->rules = g_strdupv ((GStrv) rules);
  self->busy = TRUE;
  show_bar (self);
  meso_context_call (self->context, widget, meso_protocol_work_apply, work, meso_protocol_work_free, NULL, take_review, NULL);
}

static void
go_on (GtkWidget  *widget,
       const char *name,
       GVariant   *parameter)
{
  MesoRulePage *self = MESO_RULE_PAGE (widget);
  char *next = find_next (self);

  if (next == NULL)
    return;
  g_free (self->id);
  self->id = next;
  load (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_text (self->heading), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
begin_act (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  MesoRulePage *self = MESO_RULE_PAGE (widget);
  GtkWidget *dialog = gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_DIALOG);
  MesoProtocolWork *work;

  for (guint i = 0; i < G_N_ELEMENTS (acts) && self->entry != NULL; i++)
    {
      if (!g_str_equal (acts[i].name, name))
        continue;
      work = meso_protocol_work_new (acts[i].act, self->number);
      work->rule = g_strdup (self->id);
      work->n_case = parameter != NULL ? g_variant_get_uint32 (parameter) : 0;
      adw_preferences_dialog_push_subpage (ADW_PREFERENCES_DIALOG (dialog),
                                           meso_rule_act_page_new (self->context, self->entry, work));
    }
}

static void
meso_rule_page_dispose (GObject *object)
{
  MesoRulePage *self = MESO_RULE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_RULE_PAGE);
  g_clear_pointer (&self->entry, meso_rule_entry_free);
  g_clear_pointer (&self->id, g_free);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_rule_page_parent_class)->dispose (object);
}

static void
meso_rule_page_class_init (MesoRulePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_rule_page_dispose;
  g_type_ensure (MESO_TYPE_PHYSICIAN_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-rule-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoRulePage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MesoRulePage, heading);
  gtk_widget_class_bind_template_child (widget_class, MesoRulePage, tags);
  gtk_widget_class_bind_template_child (widget_class, MesoRulePage, notice);
  gtk_widget_class_bind_template_child (widget_class, MesoRulePage, sections);
  gtk_widget_class_bind_template_child (widget_class, MesoRulePage, gone);
  gtk_widget_class_bind_template_child (widget_class, MesoRulePage, bar);
  gtk_widget_class_bind_template_child (widget_class, MesoRulePage, who);
  gtk_widget_class_bind_template_child (widget_class, MesoRulePage, next_step);
  gtk_widget_class_install_action (widget_class, "rule.review", NULL, review);
  gtk_widget_class_install_action (widget_class, "rule.next", NULL, go_on);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_class_install_action (widget_class, acts[i].name, acts[i].type, begin_act);
}

static void
meso_rule_page_init (MesoRulePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
meso_rule_page_new (MesoContext *context,
                    const char  *rule)
{
  MesoRulePage *self = g_object_new (MESO_TYPE_RULE_PAGE, NULL);

  self->context = g_object_ref (context);
  self->id = g_strdup (rule);
  meso_physician_notice_set_context (self->notice, context);
  g_signal_connect_object (self->notice, "notify::allowed", G_CALLBACK (show_bar), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (meso_context_get_clinic (context), "changed::protocol", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
  return ADW_NAVIGATION_PAGE (self);
}
