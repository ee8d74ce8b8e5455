/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-rule-section.h"

#include <glib/gi18n.h>

#include "meso-badge.h"
#include "meso-data-row.h"
#include "meso-outcome-look.h"
#include "meso-rule-row.h"
#include "meso-rule-words.h"
#include "meso-text.h"
#include "meso-words.h"

static GtkWidget *
add_row (GtkWidget  *group,
         const char *title,
         const char *subtitle)
{
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, title, subtitle);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

/* The title says what it is, the subtitle what it says. */
static GtkWidget *
add_property (GtkWidget  *group,
              const char *title,
              const char *value)
{
  GtkWidget *row = add_row (group, title, value);

  gtk_widget_add_css_class (row, "property");
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  return row;
}

static GtkWidget *
add_button (GtkWidget  *row,
            const char *label,
            const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  /* The same word stands beside each case: which one it is belongs to the name. */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, row, NULL, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

static void
add_case_button (GtkWidget  *row,
                 const char *label,
                 const char *action,
                 guint       number)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (add_button (row, label, action)), "u", number);
}

static char *
write_title (MesoContext         *context,
             const MesoRuleEntry *entry,
             guint                number)
{
  g_autofree char *one = NULL;
  g_autofree char *all = NULL;

  if (entry->rule->cases->len == 1)
    return g_strdup (_("When It Speaks"));
  one = meso_context_format_number (context, number);
  all = meso_context_format_number (context, entry->rule->cases->len);
  /* Translators: a rule has more than one case: "When It Speaks, Case 1 of 2" */
  return g_strdup_printf (_("When It Speaks, Case %s of %s"), one, all);
}

static void
add_conditions (GtkWidget           *group,
                MesoContext         *context,
                const MesoRuleEntry *entry,
                const MesoRuleCase  *rule_case)
{
  for (guint i = 0; i < rule_case->conditions->len; i++)
    {
      const MesoCondition *condition = g_ptr_array_index (rule_case->conditions, i);
      g_autofree char *asks = meso_rule_words_asks (context, entry->of, condition);
      g_autofree char *holds = meso_rule_words_holds (context, entry->of, condition);

      add_property (group, asks, holds);
    }
}

static void
add_outcome (GtkWidget           *group,
             MesoContext         *context,
             const MesoRuleEntry *entry,
             guint                number)
{
  const MesoRuleCase *rule_case = g_ptr_array_index (entry->rule->cases, number - 1);
  const MesoQuestion *event = rule_case->event != NULL ? meso_protocol_lookup_question (entry->of, rule_case->event) : NULL;
  int days;
  MesoOutcome outcome = meso_rule_entry_get_outcome (entry, number, &days);
  g_autofree char *words = meso_rule_words_outcome (context, entry->of, outcome, days, rule_case->ingredient);
  GtkWidget *row = add_property (group, _("What it gives"), words);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), meso_badge_new (meso_outcome_get_icon_name (outcome),
                                                                   meso_outcome_get_kind (outcome)));
  if (meso_rule_entry_may_change (entry, number))
    add_case_button (row, _("_Change…"), "rule.change", number);
  if (event != NULL && outcome == MESO_OUTCOME_DEFER)
    add_property (group, _("Days are counted from the answer to"),
                  meso_local_text_get (event->text, meso_context_get_language (context)));
}

static void
add_change (GtkWidget           *group,
            MesoContext         *context,
            const MesoRuleEntry *entry,
            guint                number)
{
  const MesoProtocolChange *change = meso_protocol_lookup_change (entry->in_use, entry->rule->id, number);
  const MesoRuleCase *rule_case = g_ptr_array_index (entry->rule->cases, number - 1);
  g_autofree char *words = NULL;
  GtkWidget *row;

  if (change == NULL)
    return;
  words = meso_rule_words_outcome (context, entry->of, change->shipped_outcome, change->shipped_days, rule_case->ingredient);
  row = add_property (group, _("What it ships with"), words);
  add_case_button (row, _("_Take Back…"), "rule.restore", number);
  add_property (group, _("Why this clinic has changed it"), change->why);
}

GtkWidget *
meso_rule_section_new_case (MesoContext         *context,
                            const MesoRuleEntry *entry,
                            guint                number)
{
  const MesoRuleCase *rule_case = g_ptr_array_index (entry->rule->cases, number - 1);
  const char *language = meso_context_get_language (context);
  g_autofree char *title = write_title (context, entry, number);
  GtkWidget *group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", title, NULL);

  add_conditions (group, context, entry, rule_case);
  add_outcome (group, context, entry, number);
  add_change (group, context, entry, number);
  if (meso_rule_entry_is_disputed (entry, number))
    adw_action_row_add_prefix (ADW_ACTION_ROW (add_row (group, _("Sources disagree here"),
                                                        _("A physician of this clinic may choose, also what is less strict than the "
                                                          "program ships with."))),
                               meso_badge_new ("meso-merge-symbolic", "accent"));
  add_property (group, _("Reason"), meso_local_text_get (rule_case->reason, language));
  add_property (group, _("What to do"), meso_local_text_get (rule_case->advice, language));
  return group;
}

static void
add_liberty (GtkWidget           *group,
             const MesoRuleEntry *entry)
{
  const char *why_off = meso_protocol_get_off_reason (entry->in_use, entry->rule->id);
  GtkWidget *row;

  switch (entry->rule->provenance.origin)
    {
    case MESO_ORIGIN_ARTICLE:
      row = add_row (group, _("It always stays"),
                     _("The clinic’s article asks for this rule. A physician can make it stricter. It can’t be switched off or removed, "
                       "and made less strict only where sources disagree."));
      break;
    case MESO_ORIGIN_CLINIC:
      row = add_row (group, _("This clinic wrote it"),
                     _("It came in with a protocol file. A physician can remove it; what it says is changed by a new file."));
      add_button (row, _("_Remove…"), "rule.remove");
      break;
    case MESO_ORIGIN_RESEARCH:
    default:
      row = why_off != NULL
              ? add_row (group, _("Switched off"), _("No screening heeds it. A physician can switch it on again."))
              : add_row (group, _("It can be switched off"),
                         _("It comes from research beyond the article. A physician can make it stricter, or switch it off with a "
                           "written reason."));
      add_button (row, why_off != NULL ? _("Switch _On…") : _("Switch _Off…"), why_off != NULL ? "rule.switch-on" : "rule.switch-off");
    }
  if (why_off != NULL)
    add_property (group, _("Why this clinic has switched it off"), why_off);
}

GtkWidget *
meso_rule_section_new_origin (MesoContext         *context,
                              const MesoRuleEntry *entry)
{
  const MesoProvenance *provenance = &entry->rule->provenance;
  g_autofree char *source = meso_provenance_dup_words (context, provenance);
  g_autofree char *id = meso_text_isolate (entry->rule->id);
  GtkWidget *group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", _("Where It Comes From"), NULL);

  add_property (group, _("Origin"), meso_rule_words_origin (provenance->origin));
  add_property (group, _("Source and evidence"), source);
  add_property (group, _("Code in verdicts and records"), id);
  add_liberty (group, entry);
  return group;
}

static char *
write_signature (MesoContext              *context,
                 const MesoProtocolReview *review)
{
  MesoCalendarDate date = MESO_CALENDAR_DATE_NONE;
  g_autofree char *name = meso_words_isolate (review->by);
  g_autofree char *day = NULL;

  meso_calendar_date_parse (review->on, &date, NULL);
  day = meso_words_date (context, date);
  /* Translators: a physician's name, and a day */
  return g_strdup_printf (review->current ? _("Signed by %s, %s")
                                          : _("Signed by %s, %s. The rule has changed since: it needs a new signature."), name, day);
}

GtkWidget *
meso_rule_section_new_review (MesoContext         *context,
                              const MesoRuleEntry *entry)
{
  const MesoProtocolReview *review = meso_protocol_lookup_review (entry->in_use, entry->rule->id);
  GtkWidget *group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", C_("rules", "Review"), NULL);
  g_autofree char *signature = review != NULL ? write_signature (context, review) : NULL;
  GtkWidget *row = add_row (group, signature != NULL ? signature : _("No physician’s signature is under it"),
                            _("An unreviewed rule is in use all the same, under a banner that says so."));

  if (review != NULL && review->current)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), "");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), review != NULL && review->current
                                                     ? meso_badge_new ("meso-proven-symbolic", "success")
                                                     : meso_badge_new ("meso-question-symbolic", "warning"));
  if (review != NULL)
    add_button (row, _("_Withdraw…"), "rule.withdraw");
  return group;
}
