/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-json-writer.h"
#include "meso-record-data-private.h"

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (a, b);
}

static void
add_answers (JsonBuilder *json,
             GHashTable  *answers)
{
  g_autoptr(GPtrArray) questions = g_hash_table_get_keys_as_ptr_array (answers);

  g_ptr_array_sort_values (questions, compare_names);
  meso_json_begin (json, "answers");
  for (guint i = 0; i < questions->len; i++)
    {
      const char *question = g_ptr_array_index (questions, i);
      const MesoAnswer *answer = g_hash_table_lookup (answers, question);

      if (answer->kind == MESO_ANSWER_DATE)
        meso_json_add_date (json, question, answer->date);
      else if (answer->kind == MESO_ANSWER_CHOICE)
        meso_json_add_string (json, question, answer->choice);
      else if (answer->kind == MESO_ANSWER_NUMBER)
        {
          json_builder_set_member_name (json, question);
          json_builder_add_double_value (json, (double) answer->milli / 1000);
        }
      else
        meso_json_add_string (json, question, answer->kind == MESO_ANSWER_YES ? "yes"
                                              : answer->kind == MESO_ANSWER_NO ? "no" : "unknown");
    }
  json_builder_end_object (json);
}

static void
add_findings (JsonBuilder       *json,
              const MesoVerdict *verdict,
              const char        *language)
{
  meso_json_begin_list (json, "findings");
  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const MesoFinding *finding = g_ptr_array_index (verdict->findings, i);

      meso_json_begin (json, NULL);
      meso_json_add_string (json, "rule", finding->rule);
      meso_json_add_string (json, "outcome", meso_outcome_to_string (finding->outcome));
      meso_json_add_date (json, "until", finding->until);
      meso_json_add_string (json, "ingredient", finding->ingredient);
      meso_json_add_string (json, "reason", meso_local_text_get (finding->reason, language));
      meso_json_add_string (json, "advice", meso_local_text_get (finding->advice, language));
      meso_json_add_string (json, "source", finding->source);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  meso_json_begin_list (json, "missing");
  for (guint i = 0; i < verdict->missing->len; i++)
    {
      const MesoMissing *missing = g_ptr_array_index (verdict->missing, i);

      meso_json_begin (json, NULL);
      meso_json_add_string (json, "question", missing->question);
      meso_json_add_string (json, "why", meso_missing_why_to_string (missing->why));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

/* With all that is in it: who gets the record gets the paper. */
static void
add_file (JsonBuilder             *json,
          const MesoClearanceFile *file)
{
  g_autofree char *base64 = NULL;

  json_builder_set_member_name (json, "clearance_file");
  if (file == NULL)
    {
      json_builder_add_null_value (json);
      return;
    }
  base64 = file->bytes != NULL ? g_base64_encode (g_bytes_get_data (file->bytes, NULL), g_bytes_get_size (file->bytes)) : NULL;
  json_builder_begin_object (json);
  meso_json_add_string (json, "name", file->name);
  meso_json_add_string (json, "content_type", meso_clearance_file_type_to_string (file->type));
  meso_json_add_int (json, "size", file->size);
  meso_json_add_string (json, "sha256", file->sha256);
  meso_json_add_string (json, "base64", base64);
  json_builder_end_object (json);
}

static void
add_decisions (JsonBuilder              *json,
               const MesoRecordContents *contents,
               const char               *screening)
{
  meso_json_begin_list (json, "decisions");
  for (guint i = 0; i < contents->decisions->len; i++)
    {
      const MesoScreeningDecision *decision = g_ptr_array_index (contents->decisions, i);

      if (!g_str_equal (decision->screening, screening))
        continue;
      meso_json_begin (json, NULL);
      meso_json_add_string (json, "kind", meso_decision_kind_to_string (decision->kind));
      meso_json_add_string (json, "rule", decision->rule);
      meso_json_add_string (json, "reason", decision->reason);
      meso_json_add_string (json, "clearance_from", decision->clearance_from);
      meso_json_add_string (json, "clearance_document", decision->clearance_document);
      meso_json_add_date (json, "clearance_date", decision->clearance_date);
      meso_json_add_date (json, "clearance_expires", decision->clearance_expires);
      add_file (json, decision->clearance_file);
      meso_json_add_string (json, "decided_at", decision->decided_at);
      meso_json_add_string (json, "decided_by", meso_record_contents_get_name (contents, decision->decided_by));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

/**
 * meso_record_data_add_screening:
 *
 * Adds a screening with its answers, findings and decisions.
 */
void
meso_record_data_add_screening (JsonBuilder              *json,
                                const MesoRecordContents *contents,
                                const MesoScreening      *screening)
{
  const MesoQuestionnaireResponse *response = screening->response;
  const MesoVerdict *verdict = screening->verdict;

  meso_json_begin (json, NULL);
  meso_json_add_string (json, "id", screening->id);
  meso_json_add_date (json, "date", screening->date);
  meso_json_add_string (json, "form", response->form == MESO_FORM_FULL ? "full" : "short");
  meso_json_add_string (json, "sex", meso_sex_to_string (response->sex));
  meso_json_add_date (json, "birth_date", response->birth_date);
  meso_json_add_number (json, "weight_g", response->weight_g > 0, response->weight_g);
  meso_json_add_string (json, "verdict", meso_outcome_to_string (verdict->outcome));
  meso_json_add_date (json, "until", verdict->until);
  add_answers (json, response->answers);
  add_findings (json, verdict, contents->context->language);
  meso_json_add_strings (json, "indications", verdict->indications);
  meso_json_add_string (json, "protocol", verdict->protocol_version);
  meso_json_add_string (json, "recorded_at", screening->recorded_at);
  meso_json_add_string (json, "recorded_by", meso_record_contents_get_name (contents, screening->recorded_by));
  meso_json_add_string (json, "amends", screening->amends);
  meso_json_add_string (json, "reason", screening->reason);
  meso_json_add_string (json, "entered_in_error", screening->entered_in_error);
  add_decisions (json, contents, screening->id);
  json_builder_end_object (json);
}
