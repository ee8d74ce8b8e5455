/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "screening-support.h"

#include <stdio.h>
#include <string.h>

#define ARTICLE " origin='article' source='article' grade='C' review='unreviewed' "

/* The article's own four groups, in a form small enough to be read beside the expectations. */
static const char article[] =
  "<question id='pregnant' type='answer' forms='full short' unless-sex='male'" ARTICLE ">"
  " <text>Pregnant?</text><help>Why</help><find-out>Test</find-out></question>"
  "<question id='breastfeeding' type='answer' forms='full' unless-sex='male'" ARTICLE ">"
  " <text>Breastfeeding?</text><help>Why</help><find-out>Ask</find-out></question>"
  "<question id='menstruating' type='answer' forms='full short' unless-sex='male'" ARTICLE ">"
  " <text>Menstruating?</text><help>Why</help><find-out>Ask</find-out></question>"
  "<question id='period-started-on' type='date' forms='full short' parent='menstruating'" ARTICLE ">"
  " <text>Since when?</text><help>Why</help></question>"
  "<question id='endocrine-disorder' type='answer' forms='full'" ARTICLE ">"
  " <text>Disorder?</text><help>Why</help><find-out>Test</find-out></question>"
  "<question id='endocrine-uncontrolled' type='answer' forms='full' parent='endocrine-disorder'" ARTICLE ">"
  " <text>Not controlled, or not tested?</text><help>Why</help><find-out>Test</find-out></question>"
  "<question id='tumour-active' type='answer' forms='full'" ARTICLE ">"
  " <text>Tumour?</text><help>Why</help><find-out>Ask</find-out></question>"
  "<question id='tumour-history' type='answer' forms='full'" ARTICLE ">"
  " <text>Past tumour?</text><help>Why</help><find-out>Ask</find-out></question>"
  "<rule id='PREG'" ARTICLE "><case outcome='block'><when question='pregnant' is='yes'/>"
  " <reason>Pregnant</reason><reason xml:lang='fa'>بارداری</reason><advice>Wait</advice></case></rule>"
  "<rule id='LACT'" ARTICLE "><case outcome='block'><when question='breastfeeding' is='yes'/>"
  " <reason>Breastfeeding</reason><advice>Wait</advice></case></rule>"
  "<rule id='MENS' overridable='true' findings='all'" ARTICLE ">"
  " <case outcome='defer' event='period-started-on' days='7'><when question='menstruating' is='yes'/>"
  "  <reason>Menstruating</reason><advice>Wait</advice></case>"
  " <case outcome='clearance'><when question='menstruating' is='yes'/>"
  "  <when question='period-started-on' days-ago-at-least='10'/>"
  "  <reason>Long bleeding</reason><advice>See a doctor</advice></case></rule>"
  "<rule id='ENDO' overridable='true'" ARTICLE ">"
  " <case outcome='clearance'><when question='endocrine-uncontrolled' is='yes'/>"
  "  <reason>Uncontrolled</reason><advice>Ask</advice></case>"
  " <case outcome='caution'><when question='endocrine-disorder' is='yes'/>"
  "  <reason>Controlled</reason><advice>Decide</advice></case></rule>"
  "<rule id='TUM-A'" ARTICLE "><case outcome='block'><when question='tumour-active' is='yes'/>"
  " <reason>Tumour</reason><advice>Wait</advice></case></rule>"
  "<rule id='TUM-H' overridable='true'" ARTICLE ">"
  " <case outcome='clearance'><when question='tumour-history' is='yes'/>"
  "  <reason>Past tumour</reason><advice>Ask</advice></case></rule>";

static GPtrArray *
write_documents (const char *body,
                 const char *review)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_protocol_document_free);
  GString *xml = g_string_new ("<protocol xmlns='https://example.org/mesoclinic/protocol' version='1.2.3'>");
  g_autoptr (GBytes) bytes = NULL;

  g_string_append_printf (xml, "%s%s</protocol>", article, body);
  g_string_replace (xml, "'unreviewed'", review, 0);
  bytes = g_string_free_to_bytes (xml);
  g_ptr_array_add (documents, meso_protocol_document_new ("test.xml", bytes));

  return documents;
}

static MesoProtocol *
parse (const GPtrArray *documents)
{
  g_autoptr (GError) error = NULL;
  MesoProtocol *protocol = meso_protocol_new (documents, &error);

  g_assert_no_error (error);

  return protocol;
}

/* The article's groups, without which no protocol is sound, and after them what @body holds. */
MesoProtocol *
screening_support_protocol (const char *body)
{
  g_autoptr (GPtrArray) documents = write_documents (body, "'unreviewed'");

  return parse (documents);
}

/* The same, every entry of it signed by a physician. */
MesoProtocol *
screening_support_reviewed (const char *body)
{
  g_autoptr (GPtrArray) documents = write_documents (body, "'reviewed'");

  return parse (documents);
}

gboolean
screening_support_is_sound (const char *body)
{
  g_autoptr (GPtrArray) documents = write_documents (body, "'unreviewed'");
  g_autoptr (GPtrArray) faults = meso_protocol_validate (documents);

  return faults->len == 0;
}

/* The content that ships, as the build made it. */
MesoProtocol *
screening_support_built (void)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_protocol_document_free);
  g_autofree char *folder = g_build_filename (g_getenv ("MESOCLINIC_DATA_DIR"), "protocol", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GBytes) bytes = NULL;
      char *text;
      gsize length;

      if (!g_str_has_suffix (name, ".xml"))
        continue;

      g_file_get_contents (path, &text, &length, &error);
      g_assert_no_error (error);
      bytes = g_bytes_new_take (text, length);
      g_ptr_array_add (documents, meso_protocol_document_new (name, bytes));
    }

  return parse (documents);
}

MesoCalendarDate
screening_support_day (const char *text)
{
  int year, month, day;

  g_assert_cmpint (sscanf (text, "%d-%d-%d", &year, &month, &day), ==, 3);

  return (MesoCalendarDate) { (gint16) year, (guint8) month, (guint8) day };
}

/* "yes", "no", "unknown", a date, "#36600" (thousandths) or ":choice" */
MesoAnswer *
screening_support_answer (const char *text)
{
  if (*text == '#')
    return meso_answer_new_number (g_ascii_strtoll (text + 1, NULL, 10));

  if (*text == ':')
    return meso_answer_new_choice (text + 1);

  if (g_str_equal (text, "yes"))
    return meso_answer_new (MESO_ANSWER_YES);

  if (g_str_equal (text, "no"))
    return meso_answer_new (MESO_ANSWER_NO);

  if (g_str_equal (text, "unknown"))
    return meso_answer_new (MESO_ANSWER_UNKNOWN);

  return meso_answer_new_date (screening_support_day (text));
}

/* The full form of somebody born on 1990-05-01; @answers is "pregnant=no period-started-on=2026-11-20". */
MesoQuestionnaireResponse *
screening_support_response (MesoSex     sex,
                            const char *answers)
{
  MesoQuestionnaireResponse *response = meso_questionnaire_response_new ();
  g_auto (GStrv) pairs = g_strsplit (answers, " ", -1);

  response->sex = sex;
  response->birth_date = (MesoCalendarDate) { 1990, 5, 1 };

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char *equals = strchr (pairs[i], '=');

      if (*pairs[i] == '\0')
        continue;

      g_assert_nonnull (equals);
      *equals = '\0';
      meso_questionnaire_response_set (response, pairs[i], screening_support_answer (equals + 1));
    }

  return response;
}

static void
answer_as_safely_as_possible (MesoQuestionnaireResponse *response,
                              const MesoQuestion        *question,
                              MesoCalendarDate           today)
{
  if (question->type == MESO_QUESTION_ANSWER)
    meso_questionnaire_response_set (response, question->id, meso_answer_new (MESO_ANSWER_NO));
  else if (question->type == MESO_QUESTION_DATE)
    meso_questionnaire_response_set (response, question->id, meso_answer_new_date (today));
  else
    g_assert_false (question->required);
}

/* Whatever is asked and has no answer yet gets the safe one, a day gets @today; a *no* hides more than it opens, so one
 * turn does. */
void
screening_support_fill_up (const MesoProtocol        *protocol,
                           MesoQuestionnaireResponse *response,
                           MesoCalendarDate           today)
{
  const GPtrArray *questions = meso_protocol_get_questions (protocol);

  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = questions->pdata[i];

      if (meso_screening_engine_asks (protocol, response, question)
          && meso_questionnaire_response_lookup (response, question->id) == NULL)
        answer_as_safely_as_possible (response, question, today);
    }
}

static void
append_ids (GString         *text,
            const char      *title,
            const GPtrArray *ids)
{
  if (ids->len > 0)
    g_string_append_printf (text, "; %s", title);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, " %s", (const char *) ids->pdata[i]);
}

/* "incomplete; MENS:defer:2026-11-27; missing breastfeeding:unknown": everything concluded, parts that are empty left out. */
char *
screening_support_describe (const MesoVerdict *verdict)
{
  GString *text = g_string_new (meso_outcome_to_string (verdict->outcome));

  if (meso_calendar_date_is_set (verdict->until))
    g_string_append_printf (text, " until %04d-%02d-%02d", verdict->until.year, verdict->until.month, verdict->until.day);

  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const MesoFinding *finding = verdict->findings->pdata[i];

      g_string_append_printf (text, "%s%s:%s", i == 0 ? "; " : " ", finding->rule, meso_outcome_to_string (finding->outcome));
      if (meso_calendar_date_is_set (finding->until))
        g_string_append_printf (text, ":%04d-%02d-%02d", finding->until.year, finding->until.month, finding->until.day);
      if (finding->ingredient != NULL)
        g_string_append_printf (text, ":%s", finding->ingredient);
    }

  append_ids (text, "excluded", verdict->excluded_ingredients);

  for (guint i = 0; i < verdict->missing->len; i++)
    {
      const MesoMissing *missing = verdict->missing->pdata[i];

      g_string_append_printf (text, "%s%s:%s", i == 0 ? "; missing " : " ", missing->question,
                              meso_missing_why_to_string (missing->why));
    }

  append_ids (text, "cleared", verdict->cleared);
  append_ids (text, "indications", verdict->indications);

  return g_string_free (text, FALSE);
}

/* Everything that was put in, ids sorted; for comparing and for telling which random response failed. */
char *
screening_support_dump_response (const MesoQuestionnaireResponse *response)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) ids = g_hash_table_get_keys_as_ptr_array (response->answers);

  g_string_append_printf (text, "%s %s %04d-%02d-%02d %" G_GINT64_FORMAT "g", meso_sex_to_string (response->sex),
                          response->form == MESO_FORM_FULL ? "full" : "short", response->birth_date.year,
                          response->birth_date.month, response->birth_date.day, response->weight_g);

  g_ptr_array_sort_values (ids, (GCompareFunc) g_strcmp0);
  for (guint i = 0; i < ids->len; i++)
    {
      const MesoAnswer *answer = meso_questionnaire_response_lookup (response, ids->pdata[i]);
      static const char *const kinds[] = { "no", "yes", "unknown", "date", "number", "choice" };

      g_string_append_printf (text, " %s=%s", (const char *) ids->pdata[i], kinds[answer->kind]);
      if (answer->kind == MESO_ANSWER_DATE)
        g_string_append_printf (text, ":%04d-%02d-%02d", answer->date.year, answer->date.month, answer->date.day);
      else if (answer->kind == MESO_ANSWER_NUMBER)
        g_string_append_printf (text, ":%" G_GINT64_FORMAT, answer->milli);
      else if (answer->kind == MESO_ANSWER_CHOICE)
        g_string_append_printf (text, ":%s", answer->choice);
    }

  return g_string_free (text, FALSE);
}

gboolean
screening_support_is_remark (const MesoProtocol *protocol,
                             const MesoQuestion *question)
{
  const GPtrArray *rules = meso_protocol_get_rules (protocol);
  gboolean judged = FALSE;

  for (guint i = 0; i < rules->len; i++)
    {
      const GPtrArray *cases = ((const MesoScreeningRule *) rules->pdata[i])->cases;

      for (guint j = 0; j < cases->len; j++)
        {
          const GPtrArray *conditions = ((const MesoRuleCase *) cases->pdata[j])->conditions;

          for (guint k = 0; k < conditions->len; k++)
            judged |= g_str_equal (((const MesoCondition *) conditions->pdata[k])->question, question->id);
        }
    }

  return question->indication && !judged;
}
