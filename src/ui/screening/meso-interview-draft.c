/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-interview.h"

#include <json-glib/json-glib.h>

#include "meso-body-weight.h"
#include "meso-screening-draft.h"
#include "meso-screening-engine.h"

/* A draft looks like this; "asked" is what was read to the patient, so that an answer is never taken for one to other words:
 *
 * { "form": "full", "date": "2026-11-22", "at": "menstruating", "weight_g": 62000, "says": "block",
 *   "answers": { "pregnant": { "is": "no", "asked": "Is the patient …" },
 *                "period-started-on": { "date": "2026-11-20", "asked": "…" } },
 *   "skipped": [ "hair-scale" ] } */

static const char *const plain_answers[] = { "no", "yes", "unknown" };   /* by MesoAnswerKind */

void
meso_interview_draft_clear (MesoInterviewDraft *self)
{
  g_clear_pointer (&self->at, g_free);
}

static const char *
get_form_name (MesoForm form)
{
  return form == MESO_FORM_SHORT ? "short" : "full";
}

static void
write_answer (JsonBuilder        *builder,
              const MesoQuestion *question,
              const MesoAnswer   *answer)
{
  g_autofree char *date = NULL;

  json_builder_set_member_name (builder, question->id);
  json_builder_begin_object (builder);
  switch (answer->kind)
    {
    case MESO_ANSWER_NO:
    case MESO_ANSWER_YES:
    case MESO_ANSWER_UNKNOWN:
      json_builder_set_member_name (builder, "is");
      json_builder_add_string_value (builder, plain_answers[answer->kind]);
      break;
    case MESO_ANSWER_DATE:
      date = meso_calendar_date_to_string (answer->date);
      json_builder_set_member_name (builder, "date");
      json_builder_add_string_value (builder, date);
      break;
    case MESO_ANSWER_NUMBER:
      json_builder_set_member_name (builder, "milli");
      json_builder_add_int_value (builder, answer->milli);
      break;
    case MESO_ANSWER_CHOICE:
      json_builder_set_member_name (builder, "choice");
      json_builder_add_string_value (builder, answer->choice);
      break;
    default:
      g_assert_not_reached ();
    }
  json_builder_set_member_name (builder, "asked");
  json_builder_add_string_value (builder, meso_local_text_get (question->text, "en"));
  json_builder_end_object (builder);
}

static void
write_answers (JsonBuilder         *builder,
               const MesoInterview *self)
{
  const GPtrArray *questions = meso_protocol_get_questions (meso_interview_get_protocol (self));

  json_builder_set_member_name (builder, "answers");
  json_builder_begin_object (builder);
  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (questions, i);
      const MesoAnswer *answer = meso_questionnaire_response_lookup (meso_interview_get_response (self), question->id);

      if (answer != NULL)
        write_answer (builder, question, answer);
    }
  json_builder_end_object (builder);
}

static void
write_skipped (JsonBuilder         *builder,
               const MesoInterview *self)
{
  const GPtrArray *questions = meso_protocol_get_questions (meso_interview_get_protocol (self));

  json_builder_set_member_name (builder, "skipped");
  json_builder_begin_array (builder);
  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (questions, i);

      if (meso_interview_is_skipped (self, question->id))
        json_builder_add_string_value (builder, question->id);
    }
  json_builder_end_array (builder);
}

static gboolean
says_block (const MesoInterview *self)
{
  g_autoptr(MesoVerdict) verdict = meso_interview_evaluate (self, NULL);

  return verdict != NULL && verdict->outcome == MESO_OUTCOME_BLOCK;
}

char *
meso_interview_to_json (const MesoInterview *self,
                        const char          *at)
{
  g_autoptr(JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *date = meso_calendar_date_to_string (meso_interview_get_date (self));

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "form");
  json_builder_add_string_value (builder, get_form_name (meso_interview_get_form (self)));
  json_builder_set_member_name (builder, MESO_SCREENING_DRAFT_DATE);
  json_builder_add_string_value (builder, date);
  if (says_block (self))
    {
      json_builder_set_member_name (builder, MESO_SCREENING_DRAFT_SAYS);
      json_builder_add_string_value (builder, MESO_SCREENING_DRAFT_DO_NOT_TREAT);
    }
  if (at != NULL)
    {
      json_builder_set_member_name (builder, "at");
      json_builder_add_string_value (builder, at);
    }
  json_builder_set_member_name (builder, "weight_g");
  json_builder_add_int_value (builder, meso_interview_get_response (self)->weight_g);
  write_answers (builder, self);
  write_skipped (builder, self);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static MesoAnswer *
read_plain (const char *text)
{
  for (guint kind = 0; kind < G_N_ELEMENTS (plain_answers); kind++)
    {
      if (g_strcmp0 (text, plain_answers[kind]) == 0)
        return meso_answer_new ((MesoAnswerKind) kind);
    }
  return NULL;
}

/* NULL for what is no answer at all */
static MesoAnswer *
read_answer (JsonObject *object)
{
  const char *text = json_object_get_string_member_with_default (object, "is", NULL);
  MesoCalendarDate date;

  if (text != NULL)
    return read_plain (text);
  text = json_object_get_string_member_with_default (object, "date", NULL);
  if (text != NULL)
    return meso_calendar_date_parse (text, &date, NULL) ? meso_answer_new_date (date) : NULL;
  text = json_object_get_string_member_with_default (object, "choice", NULL);
  if (text != NULL)
    return meso_answer_new_choice (text);
  if (json_object_has_member (object, "milli"))
    return meso_answer_new_number (json_object_get_int_member_with_default (object, "milli", 0));
  return NULL;
}

/* What the short form asks too is asked at every visit: it holds for its own day only. So does what hangs on it. */
static gboolean
is_of_the_day (const MesoQuestion *question)
{
  return (question->forms & MESO_FORM_SHORT) != 0;
}

/* Only what the engine takes is taken up: else one answer of a damaged draft would spoil all that follows. */
static gboolean
try_answer (MesoInterview      *self,
            const MesoQuestion *question,
            MesoAnswer         *answer)
{
  g_autoptr(MesoVerdict) verdict = NULL;

  meso_interview_answer (self, question->id, answer);
  verdict = meso_interview_evaluate (self, NULL);
  if (verdict == NULL)
    meso_interview_answer (self, question->id, NULL);
  return verdict != NULL;
}

/* question (nullable): NULL when it is no more, or reads differently; answer (transfer full) (nullable) */
static void
take_answer (MesoInterview      *self,
             const MesoQuestion *question,
             MesoAnswer         *answer,
             MesoInterviewDraft *draft)
{
  g_autoptr(MesoAnswer) mine = answer;
  gboolean same_day = meso_calendar_date_compare (draft->date, meso_interview_get_date (self)) == 0;

  if (question != NULL && is_of_the_day (question) && !same_day)
    draft->stale++;
  else if (question != NULL && mine != NULL && try_answer (self, question, g_steal_pointer (&mine)))
    draft->kept++;
  else
    draft->reworded++;
}

static void
read_answers (MesoInterview      *self,
              JsonObject         *answers,
              MesoInterviewDraft *draft)
{
  const MesoProtocol *protocol = meso_interview_get_protocol (self);
  JsonObjectIter iter;
  const char *id;
  JsonNode *node;

  json_object_iter_init (&iter, answers);
  while (json_object_iter_next (&iter, &id, &node))
    {
      const MesoQuestion *question = meso_protocol_lookup_question (protocol, id);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      const char *asked = object != NULL ? json_object_get_string_member_with_default (object, "asked", NULL) : NULL;

      if (question != NULL && g_strcmp0 (asked, meso_local_text_get (question->text, "en")) != 0)
        question = NULL;
      take_answer (self, question, object != NULL ? read_answer (object) : NULL, draft);
    }
}

/* Only what need not be answered stays passed over, and what is of the day only on that day. */
static void
skip_again (MesoInterview            *self,
            const MesoQuestion       *question,
            const MesoInterviewDraft *draft)
{
  gboolean same_day = meso_calendar_date_compare (draft->date, meso_interview_get_date (self)) == 0;

  if (question != NULL && !question->required && (same_day || !is_of_the_day (question)))
    meso_interview_skip (self, question->id);
}

static void
read_skipped (MesoInterview            *self,
              JsonObject               *object,
              const MesoInterviewDraft *draft)
{
  JsonNode *node = json_object_get_member (object, "skipped");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      const char *id = JSON_NODE_HOLDS_VALUE (element) ? json_node_get_string (element) : NULL;

      if (id != NULL && meso_questionnaire_response_lookup (meso_interview_get_response (self), id) == NULL)
        skip_again (self, meso_protocol_lookup_question (meso_interview_get_protocol (self), id), draft);
    }
}

gboolean
meso_interview_from_json (MesoInterview      *self,
                          const char         *json,
                          MesoInterviewDraft *draft_out)
{
  g_autoptr(JsonNode) root = json_from_string (json, NULL);
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *answers = object != NULL ? json_object_get_member (object, "answers") : NULL;
  const char *date;
  gint64 weight_g;

  *draft_out = (MesoInterviewDraft) { 0 };
  if (answers == NULL || !JSON_NODE_HOLDS_OBJECT (answers) ||
      g_strcmp0 (json_object_get_string_member_with_default (object, "form", NULL),
                 get_form_name (meso_interview_get_form (self))) != 0)
    return FALSE;
  date = json_object_get_string_member_with_default (object, MESO_SCREENING_DRAFT_DATE, NULL);
  if (date == NULL || !meso_calendar_date_parse (date, &draft_out->date, NULL))
    return FALSE;
  weight_g = json_object_get_int_member_with_default (object, "weight_g", 0);
  meso_interview_set_weight (self, meso_body_weight_is_plausible (weight_g) ? weight_g : 0);
  read_answers (self, json_node_get_object (answers), draft_out);
  read_skipped (self, object, draft_out);
  draft_out->at = g_strdup (json_object_get_string_member_with_default (object, "at", NULL));
  return TRUE;
}

void
meso_interview_adopt (MesoInterview                   *self,
                      const MesoQuestionnaireResponse *response,
                      MesoCalendarDate                 date,
                      const char                      *hash,
                      MesoInterviewDraft              *draft_out)
{
  const MesoProtocol *protocol = meso_interview_get_protocol (self);
  const GPtrArray *questions = meso_protocol_get_questions (protocol);
  gboolean same_words = g_strcmp0 (hash, meso_protocol_get_hash (protocol)) == 0;
  GHashTableIter iter;
  gpointer id;
  gpointer answer;

  *draft_out = (MesoInterviewDraft) { .date = date };
  if (meso_calendar_date_compare (date, meso_interview_get_date (self)) == 0)
    meso_interview_set_weight (self, response->weight_g);
  g_hash_table_iter_init (&iter, response->answers);
  while (g_hash_table_iter_next (&iter, &id, &answer))
    take_answer (self, same_words ? meso_protocol_lookup_question (protocol, id) : NULL, meso_answer_copy (answer), draft_out);
  for (guint i = 0; same_words && i < questions->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (questions, i);

      if (!question->indication && meso_questionnaire_response_lookup (response, question->id) == NULL &&
          meso_screening_engine_asks (protocol, response, question))
        skip_again (self, question, draft_out);
    }
}
