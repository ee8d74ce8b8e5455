/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-request-screening.h"

#include <string.h>

#include "meso-text.h"

/* A body weight outside of this is a slip of the finger: 1 kg and 500 kg. */
#define MIN_WEIGHT_G 1000
#define MAX_WEIGHT_G 500000

void
meso_screening_request_free (MesoScreeningRequest *self)
{
  if (self == NULL)
    return;
  meso_questionnaire_response_free (self->response);
  g_free (self);
}

void
meso_patient_facts_clear (MesoPatientFacts *self)
{
  g_clear_pointer (&self->allergies, g_ptr_array_unref);
  g_clear_pointer (&self->excluded, g_ptr_array_unref);
}

gboolean
meso_request_parse_sex (MesoJsonReader  *reader,
                        const char      *member,
                        const char      *text,
                        MesoSex         *sex,
                        GError         **error)
{
  if (meso_sex_from_string (text, sex))
    return TRUE;
  return meso_json_reader_fail (reader, member, error, "“%s” must be female, male, other or unknown.", text);
}

gboolean
meso_request_parse_date (MesoJsonReader    *reader,
                         const char        *member,
                         const char        *text,
                         MesoCalendarDate  *date,
                         GError           **error)
{
  return meso_calendar_date_parse (text, date, error) || meso_json_reader_prefix (reader, member, error);
}

static gboolean
read_date (MesoJsonReader    *reader,
           const char        *member,
           MesoCalendarDate  *date,
           GError           **error)
{
  g_autofree char *text = NULL;

  if (!meso_json_reader_read_string (reader, member, &text, error))
    return FALSE;
  return text == NULL || meso_request_parse_date (reader, member, text, date, error);
}

static gboolean
read_facts (MesoPatientFacts  *self,
            MesoJsonReader    *patient,
            GError           **error)
{
  g_autofree char *sex = NULL;

  if (!meso_json_reader_read_string (patient, "sex", &sex, error))
    return FALSE;
  if (sex != NULL && !meso_request_parse_sex (patient, "sex", sex, &self->sex, error))
    return FALSE;
  if (!read_date (patient, "birth_date", &self->birth_date, error) ||
      !meso_json_reader_read_milli (patient, "weight_kg", &self->weight_g, error))
    return FALSE;
  if (meso_json_reader_get_node (patient, "weight_kg") != NULL &&
      (self->weight_g < MIN_WEIGHT_G || self->weight_g > MAX_WEIGHT_G))
    return meso_json_reader_fail (patient, "weight_kg", error, "a body weight from 1 to 500 kg is expected here.");
  return meso_json_reader_read_strings (patient, "allergies", &self->allergies, error) &&
         meso_json_reader_read_strings (patient, "excluded", &self->excluded, error) &&
         meso_json_reader_finish (patient, error);
}

/**
 * meso_patient_facts_read:
 * @self: all zero
 * @request: the request, which may hold a `patient` object
 *
 * Reads what a request says of its patient; what it doesn't say stays unknown.
 *
 * Returns: %FALSE with %MESO_CTL_ERROR or %MESO_CORE_ERROR on bad input
 */
gboolean
meso_patient_facts_read (MesoPatientFacts  *self,
                         MesoJsonReader    *request,
                         GError           **error)
{
  g_autoptr(MesoJsonReader) patient = NULL;

  if (!meso_json_reader_read_object (request, "patient", &patient, error))
    return FALSE;
  return patient == NULL || read_facts (self, patient, error);
}

/* The type that a question wants is checked by the engine; here a text is told from a date by its digits. */
static MesoAnswer *
answer_from_text (const char  *text,
                  GError     **error)
{
  MesoCalendarDate date;

  if (g_str_equal (text, "yes"))
    return meso_answer_new (MESO_ANSWER_YES);
  if (g_str_equal (text, "no"))
    return meso_answer_new (MESO_ANSWER_NO);
  if (g_str_equal (text, "unknown"))
    return meso_answer_new (MESO_ANSWER_UNKNOWN);
  if (!g_ascii_isdigit (*text))
    return meso_answer_new_choice (text);
  if (!meso_calendar_date_parse (text, &date, error))
    return NULL;
  return meso_answer_new_date (date);
}

static gboolean
is_number (const char *text)
{
  gsize length = strspn (text, "0123456789.");

  return length > 0 && text[length] == '\0';
}

static gboolean
read_answer (MesoQuestionnaireResponse  *response,
             MesoJsonReader             *answers,
             const char                 *question,
             GError                    **error)
{
  JsonNode *node = meso_json_reader_get_node (answers, question);
  g_autoptr(MesoAnswer) answer = NULL;
  gint64 milli;

  if (node == NULL)
    return TRUE;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    {
      const char *text = json_node_get_string (node);

      if (is_number (text))
        return meso_json_reader_fail (answers, question, error, "“%s” is a text; a number stands without quotation marks.", text);
      answer = answer_from_text (text, error);
      if (answer == NULL)
        return meso_json_reader_prefix (answers, question, error);
    }
  else if (meso_json_node_to_milli (node, &milli))
    {
      answer = meso_answer_new_number (milli);
    }
  else
    {
      return meso_json_reader_fail (answers, question, error,
                                    "an answer is yes, no, unknown, a date, a number or one of the question’s choices.");
    }
  meso_questionnaire_response_set (response, question, g_steal_pointer (&answer));
  return TRUE;
}

static gboolean
read_answers (MesoQuestionnaireResponse  *response,
              MesoJsonReader             *request,
              GError                    **error)
{
  g_autoptr(MesoJsonReader) answers = NULL;
  g_autoptr(GList) members = NULL;

  if (!meso_json_reader_read_object (request, "answers", &answers, error))
    return FALSE;
  if (answers == NULL)
    return TRUE;
  members = meso_json_reader_get_members (answers);
  for (GList *l = members; l != NULL; l = l->next)
    {
      if (!read_answer (response, answers, l->data, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_form (MesoQuestionnaireResponse  *response,
           MesoJsonReader             *request,
           GError                    **error)
{
  g_autofree char *form = NULL;

  if (!meso_json_reader_read_string (request, "form", &form, error))
    return FALSE;
  if (form == NULL || g_str_equal (form, "full"))
    response->form = MESO_FORM_FULL;
  else if (g_str_equal (form, "short"))
    response->form = MESO_FORM_SHORT;
  else
    return meso_json_reader_fail (request, "form", error, "“%s” must be full or short.", form);
  return TRUE;
}

/**
 * meso_screening_request_read:
 * @file: a path, or `-` for standard input
 *
 * Returns: (transfer full): the request, or %NULL with the place of what is wrong
 */
MesoScreeningRequest *
meso_screening_request_read (const char  *file,
                             GError     **error)
{
  g_autoptr(MesoJsonReader) reader = meso_json_reader_new_for_file (file, error);
  g_autoptr(MesoScreeningRequest) self = g_new0 (MesoScreeningRequest, 1);
  g_auto(MesoPatientFacts) facts = { 0 };

  self->response = meso_questionnaire_response_new ();
  if (reader == NULL || !meso_patient_facts_read (&facts, reader, error) ||
      !read_date (reader, "date", &self->date, error) || !read_form (self->response, reader, error) ||
      !read_answers (self->response, reader, error) || !meso_json_reader_finish (reader, error))
    return NULL;

  self->response->sex = facts.sex;
  self->response->birth_date = facts.birth_date;
  self->response->weight_g = facts.weight_g;
  return g_steal_pointer (&self);
}
