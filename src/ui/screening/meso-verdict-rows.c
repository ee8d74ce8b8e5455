/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-verdict-rows.h"

#include <glib/gi18n.h>

#include "meso-badge.h"
#include "meso-data-row.h"
#include "meso-outcome-look.h"
#include "meso-text.h"
#include "meso-words.h"

static GtkWidget *
make_row (const char *title,
          const char *subtitle)
{
  return meso_data_row_new (ADW_TYPE_ACTION_ROW, title, subtitle);
}

static void
add_answer_button (GtkWidget  *row,
                   const char *label,
                   const char *question,
                   gboolean    wrap)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  /* One short word stays in one line; of two buttons both must find room. */
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), wrap);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "screening.answer");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", question);
  /* The same word stands in each row: which one it is belongs to the name. */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, row, NULL, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* The answer that can't be right if the record is. */
static const MesoQuestion *
find_contradiction (const MesoResult *result)
{
  const GPtrArray *questions = meso_protocol_get_questions (result->protocol);

  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (questions, i);
      const MesoAnswer *answer = meso_questionnaire_response_lookup (result->response, question->id);

      if (meso_question_is_hidden_for (question, result->response->sex) && answer != NULL && answer->kind != MESO_ANSWER_NO)
        return question;
    }
  return NULL;
}

static GtkWidget *
make_contradiction (MesoContext      *context,
                    const MesoResult *result)
{
  const MesoQuestion *question = find_contradiction (result);
  GtkWidget *row = make_row (_("The recorded sex and an answer contradict each other"),
                             question != NULL ? meso_local_text_get (question->text, meso_context_get_language (context)) : "");

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), meso_badge_new ("meso-question-symbolic", "warning"));
  add_answer_button (row, _("Correct the Record"), "sex", TRUE);
  if (question != NULL)
    add_answer_button (row, _("Correct the Answer"), question->id, TRUE);
  return row;
}

/* Why it is missing, and how to find it out. question (nullable): it is the record's */
static char *
describe_missing (MesoContext        *context,
                  const MesoMissing  *missing,
                  const MesoQuestion *question)
{
  const char *why = missing->why == MESO_MISSING_UNKNOWN ? _("Not known yet: find out before treating") : _("Not answered yet");
  const char *find_out = question != NULL ? meso_local_text_get (question->find_out, meso_context_get_language (context)) : "";

  return *find_out != '\0' ? g_strdup_printf ("%s\n%s", why, find_out) : g_strdup (why);
}

GtkWidget *
meso_missing_row_new (MesoContext       *context,
                      const MesoResult  *result,
                      const MesoMissing *missing)
{
  const MesoQuestion *question = meso_protocol_lookup_question (result->protocol, missing->question);
  const char *title = question != NULL ? meso_local_text_get (question->text, meso_context_get_language (context))
                                       : _("Birth date");
  g_autofree char *about = describe_missing (context, missing, question);
  GtkWidget *row;

  if (missing->why == MESO_MISSING_CONTRADICTION)
    return make_contradiction (context, result);
  row = make_row (title, about);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), meso_badge_new ("meso-question-symbolic", "warning"));
  add_answer_button (row, _("Answer Now"), missing->question, FALSE);
  return row;
}

static char *
describe_clearance (MesoContext                 *context,
                    const MesoScreeningDecision *decision)
{
  g_autofree char *date = meso_context_format_date (context, decision->clearance_date, MESO_DATE_STYLE_SHORT_WITH_YEAR);
  g_autofree char *expires = meso_context_format_date (context, decision->clearance_expires, MESO_DATE_STYLE_SHORT_WITH_YEAR);
  g_autofree char *isolated_date = meso_text_isolate (date);
  g_autofree char *isolated_expires = meso_text_isolate (expires);
  g_autofree char *from = meso_text_isolate (decision->clearance_from);
  g_autofree char *document = meso_text_isolate (decision->clearance_document);

  if (!meso_calendar_date_is_set (decision->clearance_expires))
    /* Translators: who cleared, which paper, its date */
    return g_strdup_printf (_("%s, %s, %s"), from, document, isolated_date);
  /* Translators: who cleared, which paper, its date, its last day */
  return g_strdup_printf (_("%s, %s, %s, valid until %s"), from, document, isolated_date, isolated_expires);
}

static const struct
{
  const char *icon;
  const char *kind;
  const char *word;
} decision_looks[] = {
  [MESO_DECISION_SIGN] = { "meso-sign-symbolic", "success", N_("Signed") },
  [MESO_DECISION_OVERRIDE] = { "meso-sign-symbolic", "accent", N_("Goes on although") },
  [MESO_DECISION_CLEARANCE] = { "meso-handout-symbolic", "accent", N_("Written clearance") },
  [MESO_DECISION_WAIT] = { "meso-pause-symbolic", "warning", N_("Wait") },
};

static void
add_scan_button (GtkWidget                   *row,
                 const MesoScreeningDecision *decision)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Open Scan"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "screening.open-scan");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", decision->id);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, row, NULL, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

GtkWidget *
meso_decision_row_new (MesoContext                 *context,
                       const MesoResult            *result,
                       const MesoScreeningDecision *decision)
{
  g_autofree char *name = meso_result_dup_name (result, decision->decided_by);
  g_autofree char *isolated = meso_words_isolate (name);
  g_autofree char *moment = meso_context_format_moment (context, decision->decided_at);
  g_autofree char *rule = decision->rule != NULL ? meso_text_isolate (decision->rule) : NULL;
  g_autofree char *about = decision->kind == MESO_DECISION_CLEARANCE ? describe_clearance (context, decision)
                                                                     : g_strdup (decision->reason);
  g_autofree char *title = rule != NULL ? g_strdup_printf ("%s · %s", _(decision_looks[decision->kind].word), rule)
                                        : g_strdup (_(decision_looks[decision->kind].word));
  const char *mark = meso_words_get_direction_mark ();
  g_autofree char *subtitle = about != NULL && *about != '\0'
                                ? g_strdup_printf ("%s%s\n%s%s · %s", mark, about, mark, isolated, moment)
                                : g_strdup_printf ("%s%s · %s", mark, isolated, moment);
  GtkWidget *row = make_row (title, subtitle);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), meso_badge_new (decision_looks[decision->kind].icon,
                                                                   decision_looks[decision->kind].kind));
  if (decision->clearance_file != NULL)
    add_scan_button (row, decision);
  return row;
}

static GtkWidget *
make_expander (const char *title)
{
  return meso_data_row_new (ADW_TYPE_EXPANDER_ROW, title, NULL);
}

static void
add_property (GtkWidget  *expander,
              const char *title,
              const char *value)
{
  GtkWidget *row = make_row (title, value);

  gtk_widget_add_css_class (row, "property");
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
}

static gboolean
is_cleared (const MesoVerdict *verdict,
            const char        *question)
{
  return g_ptr_array_find_with_equal_func (verdict->cleared, question, g_str_equal, NULL);
}

/* Whoever signs sees what was said. */
static void
add_answers (GtkListBox       *list,
             MesoContext      *context,
             const MesoResult *result)
{
  const GPtrArray *questions = meso_protocol_get_questions (result->protocol);
  GtkWidget *expander = make_expander (_("All Answers"));

  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (questions, i);
      const MesoAnswer *answer = meso_questionnaire_response_lookup (result->response, question->id);
      g_autofree char *words = answer != NULL ? meso_answer_dup_words (context, question, answer) : NULL;
      g_autofree char *kept_out = words != NULL && is_cleared (result->verdict, question->id)
                                    /* Translators: %s is an answer: "Yes" */
                                    ? g_strdup_printf (_("%s (no longer asked, so it is kept out)"), words) : NULL;

      if (words != NULL)
        add_property (expander, meso_local_text_get (question->text, meso_context_get_language (context)),
                      kept_out != NULL ? kept_out : words);
    }
  gtk_list_box_append (list, expander);
}

static void
add_rules (GtkListBox       *list,
           MesoContext      *context,
           const MesoResult *result)
{
  const MesoVerdict *verdict = result->verdict;
  GtkWidget *expander = make_expander (_("Version of the Rules"));
  g_autofree char *day = meso_context_format_date (context, verdict->date, MESO_DATE_STYLE_FULL);
  g_autofree char *name = NULL;
  g_autofree char *moment = NULL;
  g_autofree char *stored = NULL;

  add_property (expander, _("Day of the screening"), day);
  if (result->screening != NULL)
    {
      name = meso_result_dup_name (result, result->screening->recorded_by);
      moment = meso_context_format_moment (context, result->screening->recorded_at);
      stored = g_strdup_printf ("%s · %s", name, moment);
      add_property (expander, _("Stored by"), stored);
    }
  add_property (expander, _("Version"), verdict->protocol_version);
  add_property (expander, _("Hash (SHA-256)"), verdict->protocol_hash);
  gtk_list_box_append (list, expander);
}

void
meso_verdict_details_fill (GtkListBox       *list,
                           MesoContext      *context,
                           const MesoResult *result)
{
  add_answers (list, context, result);
  add_rules (list, context, result);
}
