/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-record-data.h"

#include "meso-json-writer.h"
#include "meso-record-data-private.h"

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
 *                                clearance_expires, clearance_file { name, content_type, size, sha256, base64 }, decided_at,
 *                                decided_by } ] } ]
 *   plans                        [ { id, template, status, reason, created_at, created_by, sessions [ { n, date, minute, kind, status, reason } ] } ]
 *   formulas                     [ { id, version, name, screening, ok, total_volume_ul, diluent, diluent_volume_ul, points,
 *                                created_at, created_by, lines [ { ingredient, product, salt, salt_amount_ng, volume_ul, amount, unit } ],
 *                                findings [ { severity, code, message } ] } ]
 *   preparations                 [ { id, formula, formula_version, mixed_at, use_before, prepared_by, checked_by, wasted_ul, notes,
 *                                draws [ { item (counted from 0, null for the diluent), lot, name, maker, number, expiry, volume_ul } ],
 *                                session, discarded_at, discard_reason, amends, amended_by, reason, entered_in_error, recorded_at,
 *                                recorded_by } ]
 *   sessions                     [ { id, date, minute, plan, session, screening, formula, formula_version, preparation, operator, operator_licence,
 *                                physician, points, volume_ul, wasted_ul, pain, pressure_before, pressure_after,
 *                                reactions [ { term, grade, note } ], no_reactions, notes, amends, amended_by, reason, entered_in_error, recorded_at,
 *                                recorded_by } ]
 *   handouts                     [ { id, kind, language, paper, date, pages, sha256, issued_at, issued_by } ]
 *
 * Days are ISO dates, moments UTC, people of the clinic by name; amounts are ng or mIU; minute: of the day, null without a time. */

static void
add_patient (JsonBuilder       *json,
             const MesoPatient *patient)
{
  static const char *const numbers[] = { "age", "weight_g", NULL };

  meso_json_begin (json, "patient");
  meso_json_add_string (json, "id", patient->id);
  for (const char *const *field = meso_patient_fields (); *field != NULL; field++)
    {
      g_autofree char *value = meso_patient_dup_field (patient, *field);

      if (g_strv_contains (numbers, *field))
        meso_json_add_number (json, *field, value != NULL, value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0);
      else
        meso_json_add_string (json, *field, value);
    }
  json_builder_end_object (json);
}

static void
add_items (JsonBuilder              *json,
           const MesoRecordContents *contents,
           MesoHealthKind            kind)
{
  meso_json_begin_list (json, meso_health_kind_to_list (kind));
  for (guint i = 0; i < contents->record->items->len; i++)
    {
      const MesoHealthItem *item = g_ptr_array_index (contents->record->items, i);

      if (item->kind != kind)
        continue;
      meso_json_begin (json, NULL);
      meso_json_add_string (json, "what", item->what);
      meso_json_add_string (json, "ingredient", item->ingredient);
      meso_json_add_string (json, "detail", item->detail);
      meso_json_add_string (json, "severity", meso_allergy_severity_to_string (item->severity));
      meso_json_add_string (json, "origin", meso_medicine_origin_to_string (item->origin));
      meso_json_add_string (json, "since", item->since);
      meso_json_add_string (json, "status", meso_health_status_to_string (item->status));
      meso_json_add_string (json, "reason", item->reason);
      meso_json_add_string (json, "noted_at", item->noted_at);
      meso_json_add_string (json, "noted_by", meso_record_contents_get_name (contents, item->noted_by));
      meso_json_add_string (json, "ended_at", item->ended_at);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

typedef void (*AddEntry) (JsonBuilder *json, const MesoRecordContents *contents, gconstpointer entry);

static void
add_entries (JsonBuilder              *json,
             const MesoRecordContents *contents,
             const char               *name,
             const GPtrArray          *entries,
             AddEntry                  add)
{
  meso_json_begin_list (json, name);
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

  meso_json_begin (json, NULL);
  meso_json_add_string (json, "format", MESO_RECORD_DATA_FORMAT);
  meso_json_add_int (json, "version", MESO_RECORD_DATA_VERSION);
  meso_json_add_string (json, "printed_at", printed_at);
  add_patient (json, contents->record->patient);
  meso_json_add_strings (json, "other_file_numbers", contents->other_files);
  for (MesoHealthKind kind = 0; kind < MESO_HEALTH_N_KINDS; kind++)
    add_items (json, contents, kind);
  add_entries (json, contents, "screenings", contents->screenings, (AddEntry) meso_record_data_add_screening);
  add_entries (json, contents, "plans", contents->courses, (AddEntry) meso_record_data_add_course);
  add_entries (json, contents, "formulas", contents->formulas, (AddEntry) meso_record_data_add_formula);
  add_entries (json, contents, "preparations", contents->preparations, (AddEntry) meso_record_data_add_preparation);
  add_entries (json, contents, "sessions", contents->sessions, (AddEntry) meso_record_data_add_session);
  add_entries (json, contents, "handouts", contents->handouts, (AddEntry) meso_record_data_add_handout);
  json_builder_end_object (json);
  root = json_builder_get_root (json);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, &length);
  return g_bytes_new_take (text, length);
}
