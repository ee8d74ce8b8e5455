/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-outcome-look.h"

#include <glib/gi18n.h>

#include "meso-milli.h"
#include "meso-plan.h"
#include "meso-source-words.h"
#include "meso-text.h"

static const struct
{
  const char *icon;
  const char *kind;
  const char *headline;
} looks[] = {
  [MESO_OUTCOME_EXCLUDE] = { "meso-exclude-symbolic", "neutral", N_("Left Out of the Formula") },
  [MESO_OUTCOME_SUITABLE] = { "meso-done-symbolic", "success", N_("Suitable") },
  [MESO_OUTCOME_CAUTION] = { "meso-sign-symbolic", "accent", N_("A Physician May Go On") },
  [MESO_OUTCOME_CLEARANCE] = { "meso-handout-symbolic", "accent", N_("Needs a Written Clearance") },
  [MESO_OUTCOME_DEFER] = { "meso-clock-symbolic", "warning", N_("Not Now") },
  [MESO_OUTCOME_INCOMPLETE] = { "meso-question-symbolic", "warning", N_("Incomplete") },
  [MESO_OUTCOME_BLOCK] = { "meso-stop-symbolic", "error", N_("Do Not Treat") },
};

const char *
meso_outcome_get_icon_name (MesoOutcome outcome)
{
  return looks[outcome].icon;
}

const char *
meso_outcome_get_kind (MesoOutcome outcome)
{
  return looks[outcome].kind;
}

const char *
meso_outcome_get_headline (MesoOutcome outcome)
{
  return _(looks[outcome].headline);
}

char *
meso_finding_dup_word (MesoContext       *context,
                       const MesoFinding *finding)
{
  g_autofree char *date = NULL;
  g_autofree char *isolated = NULL;

  switch (finding->outcome)
    {
    case MESO_OUTCOME_EXCLUDE:
      return g_strdup (_("This ingredient only"));
    case MESO_OUTCOME_CAUTION:
      return g_strdup (_("A physician may go on"));
    case MESO_OUTCOME_CLEARANCE:
      return g_strdup (_("Clearance needed"));
    case MESO_OUTCOME_BLOCK:
      return g_strdup (_("Do not treat"));
    case MESO_OUTCOME_INCOMPLETE:
      return g_strdup (_("Incomplete"));
    case MESO_OUTCOME_DEFER:
      if (!meso_calendar_date_is_set (finding->until))
        return g_strdup (_("Not now"));
      date = meso_context_format_date (context, finding->until, MESO_DATE_STYLE_SHORT);
      isolated = meso_text_isolate (date);
      /* Translators: %s is a day, "Tue 24 Nov" */
      return g_strdup_printf (_("Not before %s"), isolated);
    case MESO_OUTCOME_SUITABLE:
    default:
      return g_strdup (_("Suitable"));
    }
}

static const char *
describe_grade (const char *grade)
{
  if (g_strcmp0 (grade, "A") == 0)
    return _("Evidence: a published study, a drug label or an authority");
  if (g_strcmp0 (grade, "B") == 0)
    return _("Evidence: a manufacturer or a professional body");
  if (g_strcmp0 (grade, "C") == 0)
    return _("Evidence: weak, a clinic’s page");
  return _("Evidence: general knowledge, no study found");
}

/* What comes from the article or the clinic says so, whatever it names besides. */
static char *
describe_source (MesoContext          *context,
                 const MesoProvenance *provenance)
{
  if (provenance->origin == MESO_ORIGIN_ARTICLE)
    return meso_source_words_line (context, "article");
  if (provenance->origin == MESO_ORIGIN_CLINIC)
    return meso_source_words_line (context, "clinic");
  return meso_source_words_line (context, provenance->source);
}

char *
meso_provenance_dup_words (MesoContext          *context,
                           const MesoProvenance *provenance)
{
  g_autofree char *source = describe_source (context, provenance);

  return g_strconcat (source, " · ", describe_grade (provenance->grade), NULL);
}

static const MesoScreeningRule *
find_rule (const MesoProtocol *protocol,
           const char         *id)
{
  const GPtrArray *rules = meso_protocol_get_rules (protocol);

  for (guint i = 0; i < rules->len; i++)
    {
      const MesoScreeningRule *rule = g_ptr_array_index (rules, i);

      if (g_strcmp0 (rule->id, id) == 0)
        return rule;
    }
  return NULL;
}

char *
meso_finding_dup_source (MesoContext        *context,
                         const MesoProtocol *protocol,
                         const MesoFinding  *finding)
{
  const MesoScreeningRule *rule = find_rule (protocol, finding->rule);
  g_autofree char *id = meso_text_isolate (finding->rule);
  g_autofree char *source = NULL;
  g_autofree char *words = NULL;

  if (rule == NULL)
    {
      source = meso_source_words_line (context, finding->source);
      /* Translators: the first %s says the source, the second is a rule's code, "MENS" */
      return g_strdup_printf (_("%s · rule %s"), source, id);
    }
  words = meso_provenance_dup_words (context, &rule->provenance);
  /* Translators: the first %s says source and evidence, the second is a rule's code, "MENS" */
  return g_strdup_printf (rule->provenance.reviewed ? _("%s · rule %s") : _("%s · rule %s · not reviewed yet"), words, id);
}

const char *
meso_answer_get_plain_word (MesoAnswerKind kind)
{
  switch (kind)
    {
    case MESO_ANSWER_YES:
      return _("Yes");
    case MESO_ANSWER_NO:
      return _("No");
    case MESO_ANSWER_UNKNOWN:
    case MESO_ANSWER_DATE:
    case MESO_ANSWER_NUMBER:
    case MESO_ANSWER_CHOICE:
    default:
      return _("Don’t know");
    }
}

static const char *
get_choice_text (MesoContext        *context,
                 const MesoQuestion *question,
                 const char         *id)
{
  for (guint i = 0; question->choices != NULL && i < question->choices->len; i++)
    {
      const MesoChoice *choice = g_ptr_array_index (question->choices, i);

      if (g_str_equal (choice->id, id))
        return meso_local_text_get (choice->text, meso_context_get_language (context));
    }
  return id;
}

char *
meso_number_dup_words (MesoContext        *context,
                       const MesoQuestion *question,
                       gint64              milli)
{
  g_autofree char *number = meso_milli_dup_words (context, milli);
  g_autofree char *unit = question->unit != NULL ? meso_text_isolate (question->unit) : NULL;

  return unit != NULL ? g_strdup_printf ("%s\302\240%s", number, unit) : g_steal_pointer (&number);
}

char *
meso_answer_dup_words (MesoContext        *context,
                       const MesoQuestion *question,
                       const MesoAnswer   *answer)
{
  switch (answer->kind)
    {
    case MESO_ANSWER_DATE:
      return meso_context_format_date (context, answer->date, MESO_DATE_STYLE_SHORT_WITH_YEAR);
    case MESO_ANSWER_NUMBER:
      return meso_number_dup_words (context, question, answer->milli);
    case MESO_ANSWER_CHOICE:
      return g_strdup (get_choice_text (context, question, answer->choice));
    case MESO_ANSWER_NO:
    case MESO_ANSWER_YES:
    case MESO_ANSWER_UNKNOWN:
    default:
      return g_strdup (meso_answer_get_plain_word (answer->kind));
    }
}

MesoCalendarDate
meso_first_open_day (MesoContext      *context,
                     MesoCalendarDate  date)
{
  const char *setting = meso_context_get_setting (context, "closed-days");
  MesoCalendarDate day = date;
  guint8 closed = 0;

  /* A setting that nobody can read closes no day. */
  if (setting == NULL || !meso_plan_parse_closed_days (setting, &closed, NULL))
    return date;
  for (int i = 0; i < 7; i++, day = meso_calendar_date_add_days (date, i))
    {
      if (!meso_calendar_date_is_set (day))
        return date;
      if ((closed & (1 << (meso_calendar_date_get_weekday (day) - 1))) == 0)
        return day;
    }
  return date;
}
