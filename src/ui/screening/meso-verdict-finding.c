/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-verdict-finding.h"

#include <glib/gi18n.h>

#include "meso-badge.h"
#include "meso-outcome-look.h"
#include "meso-tag.h"

struct _MesoVerdictFinding
{
  AdwExpanderRow parent_instance;

  GtkWidget *tag;
  GtkWidget *details;    /* the box below */
  gboolean excludes;     /* one ingredient: its name is the title, and the reason stands below it */
};

G_DEFINE_FINAL_TYPE (MesoVerdictFinding, meso_verdict_finding, ADW_TYPE_EXPANDER_ROW)

static void
meso_verdict_finding_class_init (MesoVerdictFindingClass *klass)
{
}

static void
meso_verdict_finding_init (MesoVerdictFinding *self)
{
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "selectable", FALSE, "focusable", FALSE, NULL);

  self->details = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 10, "margin-top", 12,
                                "margin-bottom", 12, "margin-start", 16, "margin-end", 16, NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), self->details);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_expander_row_set_title_lines (ADW_EXPANDER_ROW (self), 0);
  adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (self), 0);
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "xalign", 0.0, "natural-wrap-mode",
                                   GTK_NATURAL_WRAP_WORD, NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

void
meso_verdict_finding_add_text (MesoVerdictFinding *self,
                           const char     *heading,
                           const char     *text)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 2, NULL);
  GtkWidget *title = make_label (heading, "caption-heading");
  GtkWidget *body = make_label (text, NULL);

  gtk_widget_add_css_class (title, "dimmed");
  gtk_label_set_selectable (GTK_LABEL (body), TRUE);
  /* Copying works, and Tab doesn't stop at every line. */
  gtk_widget_set_can_focus (body, FALSE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), body);
  gtk_box_append (GTK_BOX (self->details), box);
}

static gboolean
is_mentioned (const MesoScreeningRule *rule,
              const char              *question)
{
  for (guint i = 0; i < rule->cases->len; i++)
    {
      if (g_strcmp0 (((const MesoRuleCase *) g_ptr_array_index (rule->cases, i))->event, question) == 0)
        return TRUE;
    }
  return meso_screening_rule_next_condition (rule, question, NULL) != NULL;
}

/* What was said to the questions that the rule goes by. */
static char *
describe_answers (MesoContext                     *context,
                  const MesoProtocol              *protocol,
                  const char                      *rule_id,
                  const MesoQuestionnaireResponse *response)
{
  const GPtrArray *rules = meso_protocol_get_rules (protocol);
  const GPtrArray *questions = meso_protocol_get_questions (protocol);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rules->len; i++)
    {
      const MesoScreeningRule *rule = g_ptr_array_index (rules, i);

      for (guint j = 0; g_strcmp0 (rule->id, rule_id) == 0 && j < questions->len; j++)
        {
          const MesoQuestion *question = g_ptr_array_index (questions, j);
          const MesoAnswer *answer = meso_questionnaire_response_lookup (response, question->id);
          g_autofree char *words = answer != NULL ? meso_answer_dup_words (context, question, answer) : NULL;

          if (words != NULL && is_mentioned (rule, question->id))
            g_string_append_printf (text, "%s%s %s", text->len > 0 ? "\n" : "",
                                    meso_local_text_get (question->text, meso_context_get_language (context)), words);
        }
    }
  return g_string_free (text, FALSE);
}

static const char *
get_ingredient_name (const MesoProtocol *protocol,
                     const MesoFinding  *finding,
                     const char         *language)
{
  const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (protocol, finding->ingredient);

  return ingredient != NULL ? meso_local_text_get (ingredient->name, language) : finding->ingredient;
}

static void
show_head (MesoVerdictFinding *self,
           MesoContext        *context,
           const MesoProtocol *protocol,
           const MesoFinding  *finding)
{
  const char *language = meso_context_get_language (context);
  const char *reason = meso_local_text_get (finding->reason, language);
  const char *kind = meso_outcome_get_kind (finding->outcome);
  const char *icon = meso_outcome_get_icon_name (finding->outcome);
  g_autofree char *word = meso_finding_dup_word (context, finding);

  self->excludes = finding->ingredient != NULL;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 self->excludes ? get_ingredient_name (protocol, finding, language) : reason);
  if (self->excludes)
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), reason);
  self->tag = meso_tag_new (icon, word, kind);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), meso_badge_new (icon, kind));
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (self), self->tag);
  /* What it means belongs to the row's name: the tag isn't read with it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, word, -1);
}

GtkWidget *
meso_verdict_finding_new (MesoContext                     *context,
                          const MesoProtocol              *protocol,
                          const MesoFinding               *finding,
                          const MesoQuestionnaireResponse *response)
{
  MesoVerdictFinding *self = g_object_new (MESO_TYPE_VERDICT_FINDING, NULL);
  g_autofree char *source = meso_finding_dup_source (context, protocol, finding);
  g_autofree char *answers = response != NULL ? describe_answers (context, protocol, finding->rule, response) : NULL;
  const char *advice = meso_local_text_get (finding->advice, meso_context_get_language (context));

  show_head (self, context, protocol, finding);
  if (*advice != '\0')
    meso_verdict_finding_add_text (self, _("What to Do"), advice);
  if (answers != NULL && *answers != '\0')
    meso_verdict_finding_add_text (self, _("What Was Answered"), answers);
  meso_verdict_finding_add_text (self, _("Where It Comes From"), source);
  return GTK_WIDGET (self);
}

void
meso_verdict_finding_set_narrow (MesoVerdictFinding *self,
                             gboolean        narrow)
{
  g_autofree char *word = NULL;

  /* Beside a long reason the tag would be squeezed into two lines; where there is no room it isn't shown at all. */
  gtk_label_set_wrap (GTK_LABEL (gtk_widget_get_last_child (self->tag)), FALSE);
  g_object_get (self->tag, "label", &word, NULL);
  gtk_widget_set_visible (self->tag, !narrow && !self->excludes);
  if (!self->excludes)
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), narrow ? word : "");
}

void
meso_verdict_finding_add_action (MesoVerdictFinding *self,
                             const char     *label,
                             const char     *action_name,
                             const char     *target)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_box_append (GTK_BOX (self->details), button);
}

void
meso_verdict_finding_set_answered (MesoVerdictFinding *self,
                               const char     *word)
{
  g_object_set (self->tag, "icon-name", "meso-done-symbolic", "label", word, "kind", "success", NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, word, -1);
}
