/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-questionnaire-check.h"
#include "meso-core-error.h"
#include "meso-text.h"

static gboolean
check_day_and_form (const MesoQuestionnaireResponse *response,
                    MesoCalendarDate                 today,
                    GError                         **error)
{
  if (!meso_calendar_date_is_set (today))
    {
      g_set_error_literal (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                           "The screening has no date; give the day on which the questions were answered.");
      return FALSE;
    }

  /* A form that asks nothing would find everybody suitable. */
  if (response->form != MESO_FORM_FULL && response->form != MESO_FORM_SHORT)
    {
      g_set_error_literal (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                           "The form must be either the full or the short one.");
      return FALSE;
    }

  return TRUE;
}

/* Not before living memory: a Persian year was written. */
static gboolean
check_year (const char        *place,
            MesoCalendarDate   date,
            GError           **error)
{
  g_autofree char *text = meso_calendar_date_to_string (date);

  if (date.year >= MESO_CALENDAR_EARLIEST_YEAR)
    return TRUE;
  g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
               "%s: %s is before %d; check the year and the calendar.", place, text, MESO_CALENDAR_EARLIEST_YEAR);
  return FALSE;
}

/* A day of the past: not in the future, and not before living memory. */
static gboolean
check_past_day (const char        *place,
                MesoCalendarDate   date,
                MesoCalendarDate   today,
                GError           **error)
{
  g_autofree char *text = meso_calendar_date_to_string (date);
  g_autofree char *day = meso_calendar_date_to_string (today);

  if (!check_year (place, date, error))
    return FALSE;

  if (meso_calendar_date_compare (date, today) > 0)
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                   "%s: %s is after the day of the screening, %s.", place, text, day);
      return FALSE;
    }

  return TRUE;
}

/* What happened to somebody did so in their life. */
static gboolean
check_event (const char        *id,
             MesoCalendarDate   date,
             MesoCalendarDate   birth_date,
             MesoCalendarDate   today,
             GError           **error)
{
  g_autofree char *place = g_strconcat ("answers.", id, NULL);
  g_autofree char *text = meso_calendar_date_to_string (date);
  g_autofree char *birth = NULL;

  if (!check_past_day (place, date, today, error))
    return FALSE;

  if (!meso_calendar_date_is_set (birth_date) || meso_calendar_date_compare (date, birth_date) >= 0)
    return TRUE;

  birth = meso_calendar_date_to_string (birth_date);
  g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
               "%s: %s is before the patient was born, %s; check the year.", place, text, birth);

  return FALSE;
}

static const char *
describe_expected (MesoQuestionType type)
{
  switch (type)
    {
    case MESO_QUESTION_ANSWER:
      return "yes, no or unknown";

    case MESO_QUESTION_DATE:
      return "a date or unknown";

    case MESO_QUESTION_NUMBER:
      return "a number or unknown";

    case MESO_QUESTION_CHOICE:
      return "one of its choices or unknown";

    default:
      g_assert_not_reached ();
    }
}

static gboolean
answer_fits (const MesoAnswer *answer,
             MesoQuestionType  type)
{
  switch (answer->kind)
    {
    case MESO_ANSWER_UNKNOWN:
      return TRUE;

    case MESO_ANSWER_NO:
    case MESO_ANSWER_YES:
      return type == MESO_QUESTION_ANSWER;

    case MESO_ANSWER_DATE:
      return type == MESO_QUESTION_DATE && meso_calendar_date_is_set (answer->date);

    case MESO_ANSWER_NUMBER:
      return type == MESO_QUESTION_NUMBER;

    case MESO_ANSWER_CHOICE:
      return type == MESO_QUESTION_CHOICE;

    default:
      return FALSE;
    }
}

/* 36600 → "36.6" */
static char *
format_milli (gint64 milli)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.15g", milli / 1000.0));
}

static gboolean
check_number (const MesoQuestion  *question,
              gint64               milli,
              GError             **error)
{
  g_autofree char *number = NULL;
  g_autofree char *min = NULL;
  g_autofree char *max = NULL;

  if (milli >= question->min_milli && milli <= question->max_milli)
    return TRUE;

  number = format_milli (milli);
  min = format_milli (question->min_milli);
  max = format_milli (question->max_milli);
  g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
               "answers.%s: %s is out of range; the answer must be between %s and %s.", question->id, number, min, max);

  return FALSE;
}

/* Of two readings of one gauge, say, the one that is always the smaller. */
static gboolean
check_below (const MesoQuestion               *question,
             const MesoQuestionnaireResponse  *response,
             const MesoAnswer                 *answer,
             GError                          **error)
{
  const MesoAnswer *above = question->below != NULL ? meso_questionnaire_response_lookup (response, question->below) : NULL;
  g_autofree char *number = NULL;
  g_autofree char *limit = NULL;

  if (!meso_answer_is_swapped (answer, above))
    return TRUE;

  number = format_milli (answer->milli);
  limit = format_milli (above->milli);
  g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
               "answers.%s: %s must be below %s, the answer to %s; are they swapped?", question->id, number, limit, question->below);

  return FALSE;
}

static gboolean
check_choice (const MesoQuestion  *question,
              const char          *choice,
              GError             **error)
{
  g_autoptr (GString) known = g_string_new (NULL);
  g_autofree char *quoted = meso_text_quote (choice);

  for (guint i = 0; i < question->choices->len; i++)
    {
      const MesoChoice *candidate = question->choices->pdata[i];

      if (g_strcmp0 (candidate->id, choice) == 0)
        return TRUE;

      g_string_append_printf (known, "%s%s", known->len > 0 ? ", " : "", candidate->id);
    }

  g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
               "answers.%s: %s is not one of its choices, which are: %s.", question->id, quoted, known->str);

  return FALSE;
}

static gboolean
check_answer (const MesoProtocol               *protocol,
              const MesoQuestionnaireResponse  *response,
              const char                       *id,
              MesoCalendarDate                  today,
              GError                          **error)
{
  const MesoQuestion *question = meso_protocol_lookup_question (protocol, id);
  const MesoAnswer *answer = meso_questionnaire_response_lookup (response, id);

  if (question == NULL)
    {
      g_autofree char *quoted = meso_text_quote (id);

      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                   "answers.%s: the protocol has no question %s.", id, quoted);
      return FALSE;
    }

  if (!answer_fits (answer, question->type))
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                   "answers.%s: the answer must be %s.", id, describe_expected (question->type));
      return FALSE;
    }

  switch (answer->kind)
    {
    case MESO_ANSWER_DATE:
      return check_event (id, answer->date, response->birth_date, today, error);

    case MESO_ANSWER_NUMBER:
      return check_number (question, answer->milli, error) && check_below (question, response, answer, error);

    case MESO_ANSWER_CHOICE:
      return check_choice (question, answer->choice, error);

    case MESO_ANSWER_NO:
    case MESO_ANSWER_YES:
    case MESO_ANSWER_UNKNOWN:
    default:
      return TRUE;
    }
}

/**
 * meso_questionnaire_check:
 * @protocol: the clinical content
 * @response: what was known and answered
 * @today: the day of the screening
 * @error: return location for a #MesoCoreError
 *
 * Whether @response can be evaluated at all. Every answer is checked, also one whose question the
 * form doesn't ask: a mistake is told when it is made, not when the question appears. Of several
 * mistakes the same one is always told first: the day and the form, the birth date, then the answers
 * in the order of their ids.
 *
 * Returns: %TRUE, or %FALSE with %MESO_CORE_ERROR_INVALID, whose message starts with the place
 *   (`answers.pregnant`, `patient.birth_date`, `date`)
 */
gboolean
meso_questionnaire_check (const MesoProtocol               *protocol,
                          const MesoQuestionnaireResponse  *response,
                          MesoCalendarDate                  today,
                          GError                          **error)
{
  g_autoptr (GPtrArray) ids = NULL;

  if (!check_day_and_form (response, today, error) || !check_year ("date", today, error))
    return FALSE;

  if (meso_calendar_date_is_set (response->birth_date)
      && !check_past_day ("patient.birth_date", response->birth_date, today, error))
    return FALSE;

  ids = g_hash_table_get_keys_as_ptr_array (response->answers);
  g_ptr_array_sort_values (ids, (GCompareFunc) g_strcmp0);

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = ids->pdata[i];

      if (!check_answer (protocol, response, id, today, error))
        return FALSE;
    }

  return TRUE;
}
