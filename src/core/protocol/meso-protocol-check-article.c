/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-check.h"

/**
 * ArticleRule:
 * @question: the question whose yes makes it speak
 * @floor: the loosest outcome that it may give for it
 *
 * A rule that the article names ("Who should avoid"). A clinic may make it stricter, never remove it.
 */
typedef struct
{
  const char *id;
  const char *question;
  MesoOutcome floor;
} ArticleRule;

static const ArticleRule article_rules[] = {
  { "PREG", "pregnant", MESO_OUTCOME_BLOCK },
  { "LACT", "breastfeeding", MESO_OUTCOME_BLOCK },
  { "MENS", "menstruating", MESO_OUTCOME_DEFER },
  { "ENDO", "endocrine-uncontrolled", MESO_OUTCOME_CLEARANCE },
  { "TUM-A", "tumour-active", MESO_OUTCOME_BLOCK },
  { "TUM-H", "tumour-history", MESO_OUTCOME_CLEARANCE },
};

/**
 * ArticleQuestion:
 * @parent: (nullable): the only parent that it may have
 * @women_only: whether it may be hidden for men
 *
 * A question that a rule of the article rests on: hiding it would remove the rule.
 */
typedef struct
{
  const char *id;
  const char *parent;
  gboolean women_only;
} ArticleQuestion;

static const ArticleQuestion article_questions[] = {
  { "pregnant", NULL, TRUE },
  { "breastfeeding", NULL, TRUE },
  { "menstruating", NULL, TRUE },
  { "endocrine-disorder", NULL, FALSE },
  { "endocrine-uncontrolled", "endocrine-disorder", FALSE },
  { "tumour-active", NULL, FALSE },
  { "tumour-history", NULL, FALSE },
};

/* Only a yes to @question, and to the parent that it is asked after, is needed for @rule_case to hold. */
static gboolean
rests_on (const MesoProtocol *protocol,
          const MesoRuleCase *rule_case,
          const char         *id)
{
  const MesoQuestion *question = meso_protocol_lookup_question (protocol, id);
  gboolean named = FALSE;

  for (guint i = 0; i < rule_case->conditions->len; i++)
    {
      const MesoCondition *condition = g_ptr_array_index (rule_case->conditions, i);

      if (g_str_equal (condition->question, id))
        named = TRUE;
      else if (!question || g_strcmp0 (condition->question, question->parent) != 0)
        return FALSE;
      if (condition->kind != MESO_CONDITION_IS)
        return FALSE;
    }

  return named;
}

static void
check_article_rule (MesoProtocolReader      *reader,
                    const ArticleRule       *wanted,
                    const MesoScreeningRule *rule)
{
  gboolean speaks = FALSE;

  if (rule->provenance.origin != MESO_ORIGIN_ARTICLE)
    meso_protocol_reader_fault_at (reader, rule, "the rule %s comes from the article, so its “origin” is article",
                                   rule->id);

  for (guint i = 0; i < rule->cases->len && !speaks; i++)
    {
      const MesoRuleCase *rule_case = g_ptr_array_index (rule->cases, i);

      speaks = rule_case->outcome >= wanted->floor && rests_on (reader->protocol, rule_case, wanted->question);
    }

  if (!speaks)
    meso_protocol_reader_fault_at (reader, rule, "a yes to “%s” must be enough for %s to give %s or a stricter outcome",
                                   wanted->question, rule->id, meso_outcome_to_string (wanted->floor));
}

static void
check_article_question (MesoProtocolReader    *reader,
                        const ArticleQuestion *wanted,
                        const MesoQuestion    *question)
{
  if (question->type != MESO_QUESTION_ANSWER || !question->required || !(question->forms & MESO_FORM_FULL))
    meso_protocol_reader_fault_at (reader, question, "“%s” belongs to a rule of the article: it is a required question "
                                   "of type answer in the full form", question->id);
  if (question->parent && g_strcmp0 (question->parent, wanted->parent) != 0)
    meso_protocol_reader_fault_at (reader, question, "“%s” belongs to a rule of the article: “%s” can't hide it",
                                   question->id, question->parent);
  if (question->hidden_for == MESO_SEX_MALE && !wanted->women_only)
    meso_protocol_reader_fault_at (reader, question, "“%s” belongs to a rule of the article and concerns men too",
                                   question->id);
  if (question->hidden_for == MESO_SEX_FEMALE)
    meso_protocol_reader_fault_at (reader, question, "“%s” belongs to a rule of the article and concerns women",
                                   question->id);
}

static gboolean
has_article_rule (const MesoProtocol *protocol)
{
  for (guint i = 0; i < G_N_ELEMENTS (article_rules); i++)
    if (g_hash_table_contains (protocol->rules_by_id, article_rules[i].id))
      return TRUE;

  return FALSE;
}

/**
 * meso_protocol_check_article:
 * @reader: a reader that has read every document
 * @root: the root of the first document, for what is missing altogether
 *
 * The rules that the article asks for must all be there, with no less than what it asks. Files that hold none of
 * them are taken for the other part of the content, unless they are said to be complete.
 */
void
meso_protocol_check_article (MesoProtocolReader   *reader,
                             const MesoXmlElement *root)
{
  const MesoProtocol *protocol = reader->protocol;

  if (!reader->complete && !has_article_rule (protocol))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (article_rules); i++)
    {
      const ArticleRule *wanted = &article_rules[i];
      const MesoScreeningRule *rule = g_hash_table_lookup (protocol->rules_by_id, wanted->id);
      gconstpointer first = protocol->rules->len > 0 ? g_ptr_array_index (protocol->rules, 0) : NULL;

      if (rule)
        check_article_rule (reader, wanted, rule);
      else
        meso_protocol_reader_fault_at (reader, first ? first : root, "the rule %s of the article is missing; it may be "
                                       "made stricter, but not removed", wanted->id);
    }

  for (guint i = 0; i < G_N_ELEMENTS (article_questions); i++)
    {
      const ArticleQuestion *wanted = &article_questions[i];
      const MesoQuestion *question = meso_protocol_lookup_question (protocol, wanted->id);

      if (question)
        check_article_question (reader, wanted, question);
    }
}
