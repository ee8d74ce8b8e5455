/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-record-data.h"

#include <json-glib/json-glib.h>

/* What a released record says, for programs. One object:
 *
 *   format, version              of this description; names are added, never renamed
 *   printed_at                   when it was made, the clinic's time; null when that isn't known
 *   patient                      the fields of a record by their names, null for a date or number that isn't known; weight_g in grams
 *   other_file_numbers           of records that were merged into it
 *   allergies, medicines, conditions
 *                                [ { what, ingredient, detail, severity, origin, since, status, reason, noted_at, noted_by, ended_at } ]
 *   screenings                   [ { id, date, form, sex, birth_date, weight_g, verdict, until, answers { question: answer },
 *                                findings [ { rule, outcome, until, ingredient, reason, advice, source } ], missing [ { question, why } ],
 *                                indications, protocol, recorded_at, recorded_by, amends, reason, entered_in_error,
 *                                decisions [ { kind, rule, reason, clearance_from, clearance_document, clearance_date,
 *                                clearance_expires, decided_at, decided_by } ] } ]
 *   plans                        [ { id, template, status, reason, created_at, created_by, sessions [ { n, date, minute, kind, status, reason } ] } ]
 *   formulas                     [ { id, version, name, screening, ok, total_volume_ul, diluent, diluent_volume_ul, points,
 *                                created_at, created_by, lines [ { ingredient, product, volume_ul, amount, unit } ],
 *                                findings [ { severity, code, message } ] } ]
 *   sessions                     [ { id, date, minute, plan, session, screening, formula, formula_version, operator, operator_licence,
 *                                physician, points, volume_ul, wasted_ul, pain, pressure_before, pressure_after,
 *                                reactions [ { term, grade, note } ], notes, amends, amended_by, reason, entered_in_error, recorded_at,
 *                                recorded_by } ]
 *   handouts                     [ { id, kind, language, paper, date, pages, sha256, issued_at, issued_by } ]
 *
 * Days are ISO dates, moments UTC, people of the clinic by name; amounts are ng or mIU; minute: of the day, null without a time. */

static void
begin (JsonBuilder *json,
       const char  *name)
{
  if (name != NULL)
    json_builder_set_member_name (json, name);
  json_builder_begin_object (json);
}

static void
begin_list (JsonBuilder *json,
            const char  *name)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
}

/* text (nullable) */
static void
add_text (JsonBuilder *json,
          const char  *name,
          const char  *text)
{
  json_builder_set_member_name (json, name);
  if (text != NULL)
    json_builder_add_string_value (json, text);
  else
    json_builder_add_null_value (json);
}

static void
add_int (JsonBuilder *json,
         const char  *name,
         gint64       value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, value);
}

static void
add_known (JsonBuilder *json,
           const char  *name,
           gboolean     known,
           gint64       value)
{
  if (known)
    add_int (json, name, value);
  else
    add_text (json, name, NULL);
}

static void
add_date (JsonBuilder      *json,
          const char       *name,
          MesoCalendarDate  date)
{
  g_autofree char *text = meso_calendar_date_is_set (date) ? meso_calendar_date_to_string (date) : NULL;

  add_text (json, name, text);
}

static void
add_strings (JsonBuilder     *json,
             const char      *name,
             const GPtrArray *strings)
{
  begin_list (json, name);
  for (guint i = 0; i < strings->len; i++)
    json_builder_add_string_value (json, g_ptr_array_index (strings, i));
  json_builder_end_array (json);
}

static void
add_patient (JsonBuilder       *json,
             const MesoPatient *patient)
{
  static const char *const numbers[] = { "age", "weight_g", NULL };

  begin (json, "patient");
  add_text (json, "id", patient->id);
  for (const char *const *field = meso_patient_fields (); *field != NULL; field++)
    {
      g_autofree char *value = meso_patient_dup_field (patient, *field);

      if (g_strv_contains (numbers, *field))
        add_known (json, *field, value != NULL, value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0);
      else
        add_text (json, *field, value);
    }
  json_builder_end_object (json);
}

static void
add_items (JsonBuilder              *json,
           const MesoRecordContents *contents,
           MesoHealthKind            kind)
{
  begin_list (json, meso_health_kind_to_list (kind));
  for (guint i = 0; i < contents->record->items->len; i++)
    {
      const MesoHealthItem *item = g_ptr_array_index (contents->record->items, i);

      if (item->kind != kind)
        continue;
      begin (json, NULL);
      add_text (json, "what", item->what);
      add_text (json, "ingredient", item->ingredient);
      add_text (json, "detail", item->detail);
      add_text (json, "severity", meso_allergy_severity_to_string (item->severity));
      add_text (json, "origin", meso_medicine_origin_to_string (item->origin));
      add_text (json, "since", item->since);
      add_text (json, "status", meso_health_status_to_string (item->status));
      add_text (json, "reason", item->reason);
      add_text (json, "noted_at", item->noted_at);
      add_text (json, "noted_by", meso_record_contents_get_name (contents, item->noted_by));
      add_text (json, "ended_at", item->ended_at);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

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
  begin (json, "answers");
  for (guint i = 0; i < questions->len; i++)
    {
      const char *question = g_ptr_array_index (questions, i);
      const MesoAnswer *answer = g_hash_table_lookup (answers, question);

      if (answer->kind == MESO_ANSWER_DATE)
        add_date (json, question, answer->date);
      else if (answer->kind == MESO_ANSWER_CHOICE)
        add_text (json, question, answer->choice);
      else if (answer->kind == MESO_ANSWER_NUMBER)
        {
          json_builder_set_member_name (json, question);
          json_builder_add_double_value (json, (double) answer->milli / 1000);
        }
      else
        add_text (json, question, answer->kind == MESO_ANSWER_YES ? "yes" : answer->kind == MESO_ANSWER_NO ? "no" : "unknown");
    }
  json_builder_end_object (json);
}

static void
add_findings (JsonBuilder       *json,
              const MesoVerdict *verdict,
              const char        *language)
{
  begin_list (json, "findings");
  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const MesoFinding *finding = g_ptr_array_index (verdict->findings, i);

      begin (json, NULL);
      add_text (json, "rule", finding->rule);
      add_text (json, "outcome", meso_outcome_to_string (finding->outcome));
      add_date (json, "until", finding->until);
      add_text (json, "ingredient", finding->ingredient);
      add_text (json, "reason", meso_local_text_get (finding->reason, language));
      add_text (json, "advice", meso_local_text_get (finding->advice, language));
      add_text (json, "source", finding->source);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  begin_list (json, "missing");
  for (guint i = 0; i < verdict->missing->len; i++)
    {
      const MesoMissing *missing = g_ptr_array_index (verdict->missing, i);

      begin (json, NULL);
      add_text (json, "question", missing->question);
      add_text (json, "why", meso_missing_why_to_string (missing->why));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_decisions (JsonBuilder              *json,
               const MesoRecordContents *contents,
               const char               *screening)
{
  begin_list (json, "decisions");
  for (guint i = 0; i < contents->decisions->len; i++)
    {
      const MesoScreeningDecision *decision = g_ptr_array_index (contents->decisions, i);

      if (!g_str_equal (decision->screening, screening))
        continue;
      begin (json, NULL);
      add_text (json, "kind", meso_decision_kind_to_string (decision->kind));
      add_text (json, "rule", decision->rule);
      add_text (json, "reason", decision->reason);
      add_text (json, "clearance_from", decision->clearance_from);
      add_text (json, "clearance_document", decision->clearance_document);
      add_date (json, "clearance_date", decision->clearance_date);
      add_date (json, "clearance_expires", decision->clearance_expires);
      add_text (json, "decided_at", decision->decided_at);
      add_text (json, "decided_by", meso_record_contents_get_name (contents, decision->decided_by));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_screening (JsonBuilder              *json,
               const MesoRecordContents *contents,
               const MesoScreening      *screening)
{
  const MesoQuestionnaireResponse *response = screening->response;
  const MesoVerdict *verdict = screening->verdict;

  begin (json, NULL);
  add_text (json, "id", screening->id);
  add_date (json, "date", screening->date);
  add_text (json, "form", response->form == MESO_FORM_FULL ? "full" : "short");
  add_text (json, "sex", meso_sex_to_string (response->sex));
  add_date (json, "birth_date", response->birth_date);
  add_known (json, "weight_g", response->weight_g > 0, response->weight_g);
  add_text (json, "verdict", meso_outcome_to_string (verdict->outcome));
  add_date (json, "until", verdict->until);
  add_answers (json, response->answers);
  add_findings (json, verdict, contents->context->language);
  add_strings (json, "indications", verdict->indications);
  add_text (json, "protocol", verdict->protocol_version);
  add_text (json, "recorded_at", screening->recorded_at);
  add_text (json, "recorded_by", meso_record_contents_get_name (contents, screening->recorded_by));
  add_text (json, "amends", screening->amends);
  add_text (json, "reason", screening->reason);
  add_text (json, "entered_in_error", screening->entered_in_error);
  add_decisions (json, contents, screening->id);
  json_builder_end_object (json);
}

static void
add_minute (JsonBuilder *json,
            int          minute)
{
  add_known (json, "minute", minute >= 0, minute);
}

static void
add_course (JsonBuilder              *json,
            const MesoRecordContents *contents,
            const MesoCourse         *course)
{
  begin (json, NULL);
  add_text (json, "id", course->id);
  add_text (json, "template", course->template_id);
  add_text (json, "status", meso_course_status_to_string (course->status));
  add_text (json, "reason", course->status_reason);
  add_text (json, "created_at", course->created_at);
  add_text (json, "created_by", meso_record_contents_get_name (contents, course->created_by));
  begin_list (json, "sessions");
  for (guint i = 0; i < course->sessions->len; i++)
    {
      const MesoPlannedSession *session = g_ptr_array_index (course->sessions, i);

      begin (json, NULL);
      add_int (json, "n", session->n);
      add_date (json, "date", session->date);
      add_minute (json, session->minute);
      add_text (json, "kind", meso_plan_kind_to_string (session->kind));
      add_text (json, "status", meso_planned_status_to_string (session->status));
      add_text (json, "reason", session->reason);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
add_lines (JsonBuilder            *json,
           const MesoFormulaCheck *check)
{
  begin_list (json, "lines");
  for (guint i = 0; i < check->lines->len; i++)
    {
      const MesoFormulaLine *line = g_ptr_array_index (check->lines, i);

      begin (json, NULL);
      add_text (json, "ingredient", line->ingredient);
      add_text (json, "product", line->product);
      add_int (json, "volume_ul", line->volume_ul);
      add_int (json, "amount", line->amount.value);
      add_text (json, "unit", line->amount.dimension == MESO_DIMENSION_ACTIVITY ? "miu" : "ng");
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  begin_list (json, "findings");
  for (guint i = 0; i < check->findings->len; i++)
    {
      const MesoFormulaFinding *finding = g_ptr_array_index (check->findings, i);

      begin (json, NULL);
      add_text (json, "severity", meso_severity_to_string (finding->severity));
      add_text (json, "code", finding->code);
      add_text (json, "message", finding->message);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_formula (JsonBuilder              *json,
             const MesoRecordContents *contents,
             const MesoFormulaVersion *formula)
{
  begin (json, NULL);
  add_text (json, "id", formula->formula_id);
  add_int (json, "version", formula->version);
  add_text (json, "name", formula->name);
  add_text (json, "screening", formula->screening);
  json_builder_set_member_name (json, "ok");
  json_builder_add_boolean_value (json, formula->check->ok);
  add_int (json, "total_volume_ul", formula->check->total_volume_ul);
  add_text (json, "diluent", formula->formula->diluent);
  add_int (json, "diluent_volume_ul", formula->check->diluent_volume_ul);
  add_int (json, "points", formula->formula->points);
  add_text (json, "created_at", formula->created_at);
  add_text (json, "created_by", meso_record_contents_get_name (contents, formula->created_by));
  add_lines (json, formula->check);
  json_builder_end_object (json);
}

static void
add_pressure (JsonBuilder       *json,
              const char        *name,
              MesoBloodPressure  pressure)
{
  g_autofree char *text = g_strdup_printf ("%d/%d", pressure.systolic, pressure.diastolic);

  add_text (json, name, meso_blood_pressure_is_set (pressure) ? text : NULL);
}

static void
add_given (JsonBuilder                *json,
           const MesoTreatmentSession *session)
{
  add_int (json, "points", session->points);
  add_int (json, "volume_ul", session->volume_ul);
  add_int (json, "wasted_ul", session->wasted_ul);
  add_known (json, "pain", session->pain != MESO_PAIN_NOT_ASKED, session->pain);
  add_pressure (json, "pressure_before", session->before);
  add_pressure (json, "pressure_after", session->after);
  begin_list (json, "reactions");
  for (guint i = 0; i < session->reactions->len; i++)
    {
      const MesoReaction *reaction = g_ptr_array_index (session->reactions, i);

      begin (json, NULL);
      add_text (json, "term", reaction->term);
      add_int (json, "grade", reaction->grade);
      add_text (json, "note", reaction->note);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  add_text (json, "notes", session->notes);
}

static void
add_session (JsonBuilder                *json,
             const MesoRecordContents   *contents,
             const MesoTreatmentSession *session)
{
  begin (json, NULL);
  add_text (json, "id", session->id);
  add_date (json, "date", session->date);
  add_minute (json, session->minute);
  add_text (json, "plan", session->plan);
  add_known (json, "session", session->session_n > 0, session->session_n);
  add_text (json, "screening", session->screening);
  add_text (json, "formula", session->formula);
  add_known (json, "formula_version", session->formula_version > 0, session->formula_version);
  add_text (json, "operator", meso_record_contents_get_name (contents, session->operator));
  add_text (json, "operator_licence", session->operator_licence);
  add_text (json, "physician", session->physician != NULL ? meso_record_contents_get_name (contents, session->physician) : NULL);
  add_given (json, session);
  add_text (json, "amends", session->amends);
  add_text (json, "amended_by", session->amended_by);
  add_text (json, "reason", session->reason);
  add_text (json, "entered_in_error", session->entered_in_error);
  add_text (json, "recorded_at", session->recorded_at);
  add_text (json, "recorded_by", meso_record_contents_get_name (contents, session->recorded_by));
  json_builder_end_object (json);
}

static void
add_handout (JsonBuilder              *json,
             const MesoRecordContents *contents,
             const MesoHandoutIssue   *issue)
{
  begin (json, NULL);
  add_text (json, "id", issue->id);
  add_text (json, "kind", issue->kind);
  add_text (json, "language", issue->language);
  add_text (json, "paper", issue->paper);
  add_date (json, "date", issue->sheet_date);
  add_int (json, "pages", issue->pages);
  add_text (json, "sha256", issue->sha256);
  add_text (json, "issued_at", issue->issued_at);
  add_text (json, "issued_by", meso_record_contents_get_name (contents, issue->issued_by));
  json_builder_end_object (json);
}

typedef void (*AddEntry) (JsonBuilder *json, const MesoRecordContents *contents, gconstpointer entry);

static void
add_entries (JsonBuilder              *json,
             const MesoRecordContents *contents,
             const char               *name,
             const GPtrArray          *entries,
             AddEntry                  add)
{
  begin_list (json, name);
  for (guint i = 0; i < entries->len; i++)
    add (json, contents, g_ptr_array_index (entries, i));
  json_builder_end_array (json);
}

/**
 * meso_record_data_make:
 * @contents: all that is known of somebody
 *
 * Returns: (transfer full): the same for programs: JSON, in the names above
 */
GBytes *
meso_record_data_make (const MesoRecordContents *contents)
{
  g_autoptr(JsonBuilder) json = json_builder_new ();
  g_autoptr(JsonGenerator) generator = json_generator_new ();
  g_autoptr(JsonNode) root = NULL;
  gboolean printed = meso_calendar_date_is_set (contents->context->printed_at.date);
  g_autofree char *printed_at = printed ? meso_civil_time_to_string (contents->context->printed_at) : NULL;
  gsize length = 0;
  char *text;

  begin (json, NULL);
  add_text (json, "format", MESO_RECORD_DATA_FORMAT);
  add_int (json, "version", MESO_RECORD_DATA_VERSION);
  add_text (json, "printed_at", printed_at);
  add_patient (json, contents->record->patient);
  add_strings (json, "other_file_numbers", contents->other_files);
  for (MesoHealthKind kind = 0; kind < MESO_HEALTH_N_KINDS; kind++)
    add_items (json, contents, kind);
  add_entries (json, contents, "screenings", contents->screenings, (AddEntry) add_screening);
  add_entries (json, contents, "plans", contents->courses, (AddEntry) add_course);
  add_entries (json, contents, "formulas", contents->formulas, (AddEntry) add_formula);
  add_entries (json, contents, "sessions", contents->sessions, (AddEntry) add_session);
  add_entries (json, contents, "handouts", contents->handouts, (AddEntry) add_handout);
  json_builder_end_object (json);
  root = json_builder_get_root (json);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, &length);
  return g_bytes_new_take (text, length);
}
