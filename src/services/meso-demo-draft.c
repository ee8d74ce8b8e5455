/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-draft.h"

#include "meso-draft-service.h"
#include "meso-screening-engine.h"

/* So many questions were answered when the telephone rang. */
#define ANSWERED 8

static void
append_text (GString    *json,
             const char *text)
{
  g_string_append_c (json, '"');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\\')
        g_string_append_c (json, '\\');
      g_string_append_c (json, *c);
    }
  g_string_append_c (json, '"');
}

static void
append_answer (GString            *json,
               const MesoQuestion *question,
               gboolean            first)
{
  if (!first)
    g_string_append (json, ",");
  append_text (json, question->id);
  g_string_append (json, ":{\"is\":\"no\",\"asked\":");
  append_text (json, meso_local_text_get (question->text, "en"));
  g_string_append_c (json, '}');
}

/**
 * meso_demo_draft_leave:
 * @patient: who is being screened
 * @day: since when
 *
 * Leaves a screening as the screening dialog keeps one: so many questions answered with no, the next one on the screen.
 *
 * Returns: whether it is kept
 */
gboolean
meso_demo_draft_leave (MesoClinic         *clinic,
                       const MesoPatient  *patient,
                       MesoCalendarDate    day,
                       GError            **error)
{
  const MesoProtocol *protocol = meso_clinic_get_protocol (clinic);
  const GPtrArray *questions = meso_protocol_get_questions (protocol);
  g_autoptr(MesoQuestionnaireResponse) response = meso_questionnaire_response_new ();
  g_autofree char *date = meso_calendar_date_to_string (day);
  g_autoptr(GString) json = g_string_new (NULL);
  const char *at = NULL;
  guint answered = 0;

  response->form = MESO_FORM_FULL;
  response->sex = patient->sex;
  response->birth_date = patient->birth_date;
  g_string_append_printf (json, "{\"form\":\"full\",\"date\":\"%s\",\"weight_g\":58000,\"answers\":{", date);
  for (guint i = 0; at == NULL && i < questions->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (questions, i);

      if (question->type != MESO_QUESTION_ANSWER || !meso_screening_engine_asks (protocol, response, question))
        continue;
      if (answered == ANSWERED)
        {
          at = question->id;
          break;
        }
      append_answer (json, question, answered++ == 0);
      meso_questionnaire_response_set (response, question->id, meso_answer_new (MESO_ANSWER_NO));
    }
  g_string_append_c (json, '}');
  if (at != NULL)
    {
      g_string_append (json, ",\"at\":");
      append_text (json, at);
    }
  g_string_append_c (json, '}');
  return meso_draft_service_put (clinic, "screening", patient->id, json->str, error);
}
