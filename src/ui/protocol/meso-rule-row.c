/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-rule-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "meso-outcome-look.h"
#include "meso-rule-words.h"
#include "meso-tag.h"
#include "meso-text.h"
#include "meso-words.h"

static const struct
{
  const char *icon;
  const char *kind;
  const char *word;
} states[] = {
  [MESO_RULE_STATE_UNREVIEWED] = { "meso-question-symbolic", "warning", N_("Not reviewed") },
  [MESO_RULE_STATE_OUTDATED] = { "meso-question-symbolic", "warning", N_("Changed since it was signed") },
  [MESO_RULE_STATE_REVIEWED] = { "meso-proven-symbolic", "success", N_("Reviewed") },
  [MESO_RULE_STATE_OFF] = { "meso-pause-symbolic", "neutral", N_("Switched off") },
};

static char *
write_outcome (MesoContext         *context,
               const MesoRuleEntry *entry,
               guint                number)
{
  const MesoRuleCase *rule_case = g_ptr_array_index (entry->rule->cases, number - 1);
  int days;
  MesoOutcome outcome = meso_rule_entry_get_outcome (entry, number, &days);

  return meso_rule_words_outcome (context, entry->of, outcome, days, rule_case->ingredient);
}

GtkWidget *
meso_rule_outcome_tag (MesoContext         *context,
                       const MesoRuleEntry *entry,
                       guint                number)
{
  g_autofree char *word = write_outcome (context, entry, number);
  int days;
  MesoOutcome outcome = meso_rule_entry_get_outcome (entry, number, &days);

  return meso_tag_new (meso_outcome_get_icon_name (outcome), word, meso_outcome_get_kind (outcome));
}

GtkWidget *
meso_rule_state_tag (const MesoRuleEntry *entry)
{
  MesoRuleState state = meso_rule_entry_get_state (entry);

  return meso_tag_new (states[state].icon, _(states[state].word), states[state].kind);
}

/* Two cases that give the same are one tag. */
static gboolean
is_told (MesoContext         *context,
         const MesoRuleEntry *entry,
         guint                number)
{
  g_autofree char *word = write_outcome (context, entry, number);

  for (guint i = 1; i < number; i++)
    {
      g_autofree char *earlier = write_outcome (context, entry, i);

      if (g_str_equal (word, earlier))
        return TRUE;
    }
  return FALSE;
}

/* "PREG · The article · Evidence: …" */
static char *
write_source (MesoContext         *context,
              const MesoRuleEntry *entry)
{
  g_autofree char *id = meso_text_isolate (entry->rule->id);
  g_autofree char *source = meso_provenance_dup_words (context, &entry->rule->provenance);
  GString *line = g_string_new (meso_words_get_direction_mark ());

  g_string_append (line, id);
  meso_words_append (line, source);
  return g_string_free (line, FALSE);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "natural-wrap-mode", GTK_NATURAL_WRAP_WORD, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_tags (MesoContext         *context,
           const MesoRuleEntry *entry)
{
  GtkWidget *tags = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 6, "line-spacing", 6, "margin-top", 2, NULL);

  for (guint i = 1; i <= entry->rule->cases->len; i++)
    {
      if (!is_told (context, entry, i))
        adw_wrap_box_append (ADW_WRAP_BOX (tags), meso_rule_outcome_tag (context, entry, i));
    }
  adw_wrap_box_append (ADW_WRAP_BOX (tags), meso_rule_state_tag (entry));
  if (meso_rule_entry_is_changed (entry) && meso_rule_entry_get_state (entry) != MESO_RULE_STATE_OFF)
    adw_wrap_box_append (ADW_WRAP_BOX (tags), meso_tag_new ("document-edit-symbolic", _("Changed here"), "accent"));
  return tags;
}

static GtkWidget *
make_summary (MesoContext         *context,
              const MesoRuleEntry *entry,
              const char          *title)
{
  g_autofree char *source = write_source (context, entry);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 3, "hexpand", TRUE, NULL);

  gtk_box_append (GTK_BOX (box), make_label (title, "rule-title"));
  gtk_box_append (GTK_BOX (box), make_label (source, "caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dimmed");
  gtk_box_append (GTK_BOX (box), make_tags (context, entry));
  return box;
}

char *
meso_rule_summary_line (MesoContext         *context,
                        const MesoRuleEntry *entry)
{
  g_autofree char *id = meso_text_isolate (entry->rule->id);
  GString *line = g_string_new (meso_words_get_direction_mark ());

  g_string_append (line, id);
  for (guint i = 1; i <= entry->rule->cases->len; i++)
    {
      g_autofree char *outcome = write_outcome (context, entry, i);

      if (!is_told (context, entry, i))
        meso_words_append (line, outcome);
    }
  meso_words_append (line, _(states[meso_rule_entry_get_state (entry)].word));
  return g_string_free (line, FALSE);
}

GtkWidget *
meso_rule_row_new (MesoContext         *context,
                   const MesoRuleEntry *entry)
{
  g_autofree char *title = meso_rule_words_title (context, entry->of, entry->rule);
  g_autofree char *line = meso_rule_summary_line (context, entry);
  g_autofree char *words = g_strdup_printf ("%s %s", title, line);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "spacing", 12, NULL);
  GtkWidget *row;

  gtk_widget_add_css_class (box, "rule-row");
  gtk_box_append (GTK_BOX (box), make_summary (context, entry, title));
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                               GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  if (meso_rule_entry_get_state (entry) == MESO_RULE_STATE_OFF)
    gtk_widget_add_css_class (box, "off");
  row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, "activatable", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return row;
}

char *
meso_rule_row_dup_key (const MesoRuleEntry *entry)
{
  g_autoptr(GString) key = g_string_new (entry->rule->id);
  const MesoScreeningRule *rule = entry->rule;

  g_string_append_printf (key, "|%d|%d|%d|%s|%s", meso_rule_entry_get_state (entry), meso_rule_entry_is_changed (entry),
                          rule->provenance.origin, rule->provenance.source, rule->provenance.grade);
  for (guint i = 1; i <= rule->cases->len; i++)
    {
      const MesoRuleCase *rule_case = g_ptr_array_index (rule->cases, i - 1);
      const MesoCondition *condition = g_ptr_array_index (rule_case->conditions, 0);
      const MesoQuestion *question = meso_protocol_lookup_question (entry->of, condition->question);
      int days;

      g_string_append_printf (key, "|%d", meso_rule_entry_get_outcome (entry, i, &days));
      g_string_append_printf (key, " %d %s %s", days, rule_case->ingredient, condition->question);
      if (question != NULL)
        g_string_append_printf (key, "\n%s\n%s", meso_local_text_get (question->text, "en"), meso_local_text_get (question->text, "fa"));
    }
  return g_string_free (g_steal_pointer (&key), FALSE);
}
