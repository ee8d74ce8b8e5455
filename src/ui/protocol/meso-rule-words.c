/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-rule-words.h"

#include <glib/gi18n.h>

#include "meso-outcome-look.h"
#include "meso-text-fold.h"
#include "meso-text.h"
#include "meso-words.h"

#define AGE "age"

static const char *
get_text (MesoContext         *context,
          const MesoLocalText *text)
{
  return meso_local_text_get (text, meso_context_get_language (context));
}

static char *
count (MesoContext *context,
       gint64       number)
{
  g_autofree char *text = meso_context_format_number (context, number);

  return meso_text_isolate (text);
}

/* "18 years or more", "under 18 years" */
static char *
write_age (MesoContext         *context,
           const MesoCondition *condition)
{
  g_autofree char *years = count (context, condition->bound);

  if (condition->kind == MESO_CONDITION_BELOW)
    /* Translators: an age; %s is a number of years */
    return g_strdup_printf (ngettext ("Under %s year", "Under %s years", (gulong) condition->bound), years);
  /* Translators: an age; %s is a number of years */
  return g_strdup_printf (ngettext ("%s year or more", "%s years or more", (gulong) condition->bound), years);
}

static char *
write_days_ago (MesoContext         *context,
                const MesoCondition *condition)
{
  g_autofree char *days = count (context, condition->bound);

  if (condition->kind == MESO_CONDITION_BELOW)
    /* Translators: %s is a number of days */
    return g_strdup_printf (ngettext ("Less than %s day ago", "Less than %s days ago", (gulong) condition->bound), days);
  /* Translators: %s is a number of days */
  return g_strdup_printf (ngettext ("%s day ago or more", "%s days ago or more", (gulong) condition->bound), days);
}

static char *
write_number (MesoContext         *context,
              const MesoQuestion  *question,
              const MesoCondition *condition)
{
  g_autofree char *number = meso_number_dup_words (context, question, condition->bound);

  /* Translators: %s is a number, with its unit */
  return g_strdup_printf (condition->kind == MESO_CONDITION_BELOW ? C_("number", "Below %s") : C_("number", "%s or more"), number);
}

char *
meso_rule_words_asks (MesoContext         *context,
                      const MesoProtocol  *protocol,
                      const MesoCondition *condition)
{
  const MesoQuestion *question = meso_protocol_lookup_question (protocol, condition->question);

  if (g_str_equal (condition->question, AGE))
    return g_strdup (_("The patient’s age"));
  return g_strdup (question != NULL ? get_text (context, question->text) : condition->question);
}

char *
meso_rule_words_holds (MesoContext         *context,
                       const MesoProtocol  *protocol,
                       const MesoCondition *condition)
{
  const MesoQuestion *question = meso_protocol_lookup_question (protocol, condition->question);

  if (g_str_equal (condition->question, AGE))
    return write_age (context, condition);
  /* The protocol was checked: there is no condition on a question that it doesn't have. */
  g_return_val_if_fail (question != NULL, g_strdup (""));
  if (condition->kind == MESO_CONDITION_IS)
    return meso_answer_dup_words (context, question, condition->answer);
  if (question->type == MESO_QUESTION_DATE)
    return write_days_ago (context, condition);
  return write_number (context, question, condition);
}

/* A yes to this question has something to do with the rule. */
static gboolean
asks_for (const MesoScreeningRule *rule,
          const char              *question)
{
  for (guint i = 0; i < rule->cases->len; i++)
    {
      const MesoRuleCase *rule_case = g_ptr_array_index (rule->cases, i);

      for (guint j = 0; j < rule_case->conditions->len; j++)
        {
          const MesoCondition *condition = g_ptr_array_index (rule_case->conditions, j);

          if (condition->kind == MESO_CONDITION_IS && condition->answer->kind == MESO_ANSWER_YES &&
              g_str_equal (condition->question, question))
            return TRUE;
        }
    }
  return FALSE;
}

char *
meso_rule_words_title (MesoContext             *context,
                       const MesoProtocol      *protocol,
                       const MesoScreeningRule *rule)
{
  const GPtrArray *questions = meso_protocol_get_questions (protocol);
  const MesoRuleCase *rule_case = g_ptr_array_index (rule->cases, 0);
  const MesoCondition *condition = g_ptr_array_index (rule_case->conditions, 0);
  g_autofree char *asks = NULL;
  g_autofree char *holds = NULL;

  /* What is asked first: what comes after it is read in its light. */
  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (questions, i);

      if (asks_for (rule, question->id))
        return g_strdup (get_text (context, question->text));
    }
  asks = meso_rule_words_asks (context, protocol, condition);
  holds = meso_rule_words_holds (context, protocol, condition);
  /* Translators: what a rule goes by, and when it speaks: "The patient’s age: under 18 years" */
  return g_strdup_printf (_("%s: %s"), asks, holds);
}

static char *
write_name (MesoContext        *context,
            const MesoProtocol *protocol,
            const char         *id)
{
  const MesoIngredient *ingredient = id != NULL ? meso_protocol_lookup_ingredient (protocol, id) : NULL;

  return meso_words_isolate (ingredient != NULL ? get_text (context, ingredient->name) : id != NULL ? id : "");
}

char *
meso_rule_words_outcome (MesoContext        *context,
                         const MesoProtocol *protocol,
                         MesoOutcome         outcome,
                         int                 days,
                         const char         *ingredient)
{
  const MesoFinding finding = { .outcome = outcome, .until = MESO_CALENDAR_DATE_NONE };
  g_autofree char *name = NULL;
  g_autofree char *number = NULL;

  if (outcome == MESO_OUTCOME_EXCLUDE && ingredient != NULL)
    {
      name = write_name (context, protocol, ingredient);
      /* Translators: %s is an ingredient of a formula */
      return g_strdup_printf (_("%s is left out"), name);
    }
  if (outcome != MESO_OUTCOME_DEFER || days < 0)
    return meso_finding_dup_word (context, &finding);
  number = count (context, days);
  /* Translators: %s is a number of days to wait */
  return g_strdup_printf (ngettext ("Not now: wait %s day", "Not now: wait %s days", (gulong) days), number);
}

char *
meso_rule_words_case (MesoContext        *context,
                      const MesoProtocol *protocol,
                      const MesoRuleCase *rule_case)
{
  return meso_rule_words_outcome (context, protocol, rule_case->outcome, rule_case->event != NULL ? rule_case->days : -1,
                                  rule_case->ingredient);
}

const char *
meso_rule_words_origin (MesoOrigin origin)
{
  switch (origin)
    {
    case MESO_ORIGIN_ARTICLE:
      return C_("origin of a rule", "The article");
    case MESO_ORIGIN_CLINIC:
      return C_("origin of a rule", "This clinic");
    case MESO_ORIGIN_RESEARCH:
    default:
      return C_("origin of a rule", "Research");
    }
}

static void
append (GString             *all,
        const MesoLocalText *text)
{
  g_string_append_printf (all, " %s %s", meso_local_text_get (text, "en"), meso_local_text_get (text, "fa"));
}

static void
append_question (GString            *all,
                 const MesoProtocol *protocol,
                 const char         *id)
{
  const MesoQuestion *question = id != NULL ? meso_protocol_lookup_question (protocol, id) : NULL;

  if (question == NULL)
    return;
  append (all, question->text);
  append (all, question->help);
}

char *
meso_rule_words_fold (const MesoProtocol      *protocol,
                      const MesoScreeningRule *rule)
{
  g_autoptr(GString) all = g_string_new (rule->id);

  g_string_append_printf (all, " %s", rule->provenance.source != NULL ? rule->provenance.source : "");
  for (guint i = 0; i < rule->cases->len; i++)
    {
      const MesoRuleCase *rule_case = g_ptr_array_index (rule->cases, i);
      const MesoIngredient *ingredient = rule_case->ingredient != NULL
                                           ? meso_protocol_lookup_ingredient (protocol, rule_case->ingredient) : NULL;

      append (all, rule_case->reason);
      append (all, rule_case->advice);
      if (ingredient != NULL)
        append (all, ingredient->name);
      append_question (all, protocol, rule_case->event);
      for (guint j = 0; j < rule_case->conditions->len; j++)
        append_question (all, protocol, ((const MesoCondition *) g_ptr_array_index (rule_case->conditions, j))->question);
    }
  return meso_text_fold (all->str);
}
