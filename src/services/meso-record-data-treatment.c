/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-json-writer.h"
#include "meso-record-data-private.h"

static void
add_minute (JsonBuilder *json,
            int          minute)
{
  meso_json_add_number (json, "minute", minute >= 0, minute);
}

/**
 * meso_record_data_add_course:
 *
 * Adds a plan with its sessions.
 */
void
meso_record_data_add_course (JsonBuilder              *json,
                             const MesoRecordContents *contents,
                             const MesoCourse         *course)
{
  meso_json_begin (json, NULL);
  meso_json_add_string (json, "id", course->id);
  meso_json_add_string (json, "template", course->template_id);
  meso_json_add_string (json, "status", meso_course_status_to_string (course->status));
  meso_json_add_string (json, "reason", course->status_reason);
  meso_json_add_string (json, "created_at", course->created_at);
  meso_json_add_string (json, "created_by", meso_record_contents_get_name (contents, course->created_by));
  meso_json_begin_list (json, "sessions");
  for (guint i = 0; i < course->sessions->len; i++)
    {
      const MesoPlannedSession *session = g_ptr_array_index (course->sessions, i);

      meso_json_begin (json, NULL);
      meso_json_add_int (json, "n", session->n);
      meso_json_add_date (json, "date", session->date);
      add_minute (json, session->minute);
      meso_json_add_string (json, "kind", meso_plan_kind_to_string (session->kind));
      meso_json_add_string (json, "status", meso_planned_status_to_string (session->status));
      meso_json_add_string (json, "reason", session->reason);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
add_lines (JsonBuilder            *json,
           const MesoFormulaCheck *check)
{
  meso_json_begin_list (json, "lines");
  for (guint i = 0; i < check->lines->len; i++)
    {
      const MesoFormulaLine *line = g_ptr_array_index (check->lines, i);

      meso_json_begin (json, NULL);
      meso_json_add_string (json, "ingredient", line->ingredient);
      meso_json_add_string (json, "product", line->product);
      meso_json_add_string (json, "salt", line->salt);
      meso_json_add_number (json, "salt_amount_ng", line->salt != NULL, line->salt_amount_ng);
      meso_json_add_int (json, "volume_ul", line->volume_ul);
      meso_json_add_int (json, "amount", line->amount.value);
      meso_json_add_string (json, "unit", line->amount.dimension == MESO_DIMENSION_ACTIVITY ? "miu" : "ng");
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  meso_json_begin_list (json, "findings");
  for (guint i = 0; i < check->findings->len; i++)
    {
      const MesoFormulaFinding *finding = g_ptr_array_index (check->findings, i);

      meso_json_begin (json, NULL);
      meso_json_add_string (json, "severity", meso_severity_to_string (finding->severity));
      meso_json_add_string (json, "code", finding->code);
      meso_json_add_string (json, "message", finding->message);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

/**
 * meso_record_data_add_formula:
 *
 * Adds a version of a formula with its amounts and findings.
 */
void
meso_record_data_add_formula (JsonBuilder              *json,
                              const MesoRecordContents *contents,
                              const MesoFormulaVersion *formula)
{
  meso_json_begin (json, NULL);
  meso_json_add_string (json, "id", formula->formula_id);
  meso_json_add_int (json, "version", formula->version);
  meso_json_add_string (json, "name", formula->name);
  meso_json_add_string (json, "screening", formula->screening);
  meso_json_add_bool (json, "ok", formula->check->ok);
  meso_json_add_int (json, "total_volume_ul", formula->check->total_volume_ul);
  meso_json_add_string (json, "diluent", formula->formula->diluent);
  meso_json_add_int (json, "diluent_volume_ul", formula->check->diluent_volume_ul);
  meso_json_add_int (json, "points", formula->formula->points);
  meso_json_add_string (json, "created_at", formula->created_at);
  meso_json_add_string (json, "created_by", meso_record_contents_get_name (contents, formula->created_by));
  add_lines (json, formula->check);
  json_builder_end_object (json);
}

static void
add_draw (JsonBuilder               *json,
          const MesoRecordContents  *contents,
          const MesoPreparationDraw *draw)
{
  const MesoLot *lot = meso_lot_find (contents->lots, draw->lot);

  meso_json_begin (json, NULL);
  meso_json_add_number (json, "item", draw->item != MESO_PREPARATION_DILUENT, draw->item);
  meso_json_add_string (json, "lot", draw->lot);
  meso_json_add_string (json, "name", lot != NULL ? lot->name : NULL);
  meso_json_add_string (json, "maker", lot != NULL ? lot->maker : NULL);
  meso_json_add_string (json, "number", lot != NULL ? lot->number : NULL);
  meso_json_add_date (json, "expiry", lot != NULL ? lot->expiry : MESO_CALENDAR_DATE_NONE);
  meso_json_add_int (json, "volume_ul", draw->volume_ul);
  json_builder_end_object (json);
}

/**
 * meso_record_data_add_preparation:
 *
 * Adds a batch that was made of a formula, with the lots it was drawn from.
 */
void
meso_record_data_add_preparation (JsonBuilder              *json,
                                  const MesoRecordContents *contents,
                                  const MesoPreparation    *preparation)
{
  meso_json_begin (json, NULL);
  meso_json_add_string (json, "id", preparation->id);
  meso_json_add_string (json, "formula", preparation->formula);
  meso_json_add_int (json, "formula_version", preparation->formula_version);
  meso_json_add_string (json, "mixed_at", preparation->mixed_at);
  meso_json_add_string (json, "use_before", preparation->use_before);
  meso_json_add_string (json, "prepared_by", meso_record_contents_get_name (contents, preparation->prepared_by));
  meso_json_add_string (json, "checked_by", preparation->checked_by != NULL
                                              ? meso_record_contents_get_name (contents, preparation->checked_by) : NULL);
  meso_json_add_int (json, "wasted_ul", preparation->wasted_ul);
  meso_json_add_string (json, "notes", preparation->notes);
  meso_json_begin_list (json, "draws");
  for (guint i = 0; i < preparation->draws->len; i++)
    add_draw (json, contents, g_ptr_array_index (preparation->draws, i));
  json_builder_end_array (json);
  meso_json_add_string (json, "session", preparation->session);
  meso_json_add_string (json, "discarded_at", preparation->discarded_at);
  meso_json_add_string (json, "discard_reason", preparation->discard_reason);
  meso_json_add_string (json, "amends", preparation->amends);
  meso_json_add_string (json, "amended_by", preparation->amended_by);
  meso_json_add_string (json, "reason", preparation->reason);
  meso_json_add_string (json, "entered_in_error", preparation->error_reason);
  meso_json_add_string (json, "recorded_at", preparation->recorded_at);
  meso_json_add_string (json, "recorded_by", meso_record_contents_get_name (contents, preparation->recorded_by));
  json_builder_end_object (json);
}

static void
add_pressure (JsonBuilder       *json,
              const char        *name,
              MesoBloodPressure  pressure)
{
  g_autofree char *text = g_strdup_printf ("%d/%d", pressure.systolic, pressure.diastolic);

  meso_json_add_string (json, name, meso_blood_pressure_is_set (pressure) ? text : NULL);
}

static void
add_given (JsonBuilder                *json,
           const MesoTreatmentSession *session)
{
  meso_json_add_int (json, "points", session->points);
  meso_json_add_int (json, "volume_ul", session->volume_ul);
  meso_json_add_int (json, "wasted_ul", session->wasted_ul);
  meso_json_add_number (json, "pain", session->pain != MESO_PAIN_NOT_ASKED, session->pain);
  add_pressure (json, "pressure_before", session->before);
  add_pressure (json, "pressure_after", session->after);
  meso_json_begin_list (json, "reactions");
  for (guint i = 0; i < session->reactions->len; i++)
    {
      const MesoReaction *reaction = g_ptr_array_index (session->reactions, i);

      meso_json_begin (json, NULL);
      meso_json_add_string (json, "term", reaction->term);
      meso_json_add_int (json, "grade", reaction->grade);
      meso_json_add_string (json, "note", reaction->note);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  meso_json_add_bool (json, "no_reactions", session->no_reactions);
  meso_json_add_string (json, "notes", session->notes);
}

/**
 * meso_record_data_add_session:
 *
 * Adds a session as it went.
 */
void
meso_record_data_add_session (JsonBuilder                *json,
                              const MesoRecordContents   *contents,
                              const MesoTreatmentSession *session)
{
  meso_json_begin (json, NULL);
  meso_json_add_string (json, "id", session->id);
  meso_json_add_date (json, "date", session->date);
  add_minute (json, session->minute);
  meso_json_add_string (json, "plan", session->plan);
  meso_json_add_number (json, "session", session->session_n > 0, session->session_n);
  meso_json_add_string (json, "screening", session->screening);
  meso_json_add_string (json, "formula", session->formula);
  meso_json_add_number (json, "formula_version", session->formula_version > 0, session->formula_version);
  meso_json_add_string (json, "preparation", session->preparation);
  meso_json_add_string (json, "operator", meso_record_contents_get_name (contents, session->operator));
  meso_json_add_string (json, "operator_licence", session->operator_licence);
  meso_json_add_string (json, "physician", session->physician != NULL
                                             ? meso_record_contents_get_name (contents, session->physician) : NULL);
  add_given (json, session);
  meso_json_add_string (json, "amends", session->amends);
  meso_json_add_string (json, "amended_by", session->amended_by);
  meso_json_add_string (json, "reason", session->reason);
  meso_json_add_string (json, "entered_in_error", session->entered_in_error);
  meso_json_add_string (json, "recorded_at", session->recorded_at);
  meso_json_add_string (json, "recorded_by", meso_record_contents_get_name (contents, session->recorded_by));
  json_builder_end_object (json);
}

/**
 * meso_record_data_add_handout:
 *
 * Adds a sheet that was handed out, without its bytes.
 */
void
meso_record_data_add_handout (JsonBuilder              *json,
                              const MesoRecordContents *contents,
                              const MesoHandoutIssue   *issue)
{
  meso_json_begin (json, NULL);
  meso_json_add_string (json, "id", issue->id);
  meso_json_add_string (json, "kind", issue->kind);
  meso_json_add_string (json, "language", issue->language);
  meso_json_add_string (json, "paper", issue->paper);
  meso_json_add_date (json, "date", issue->sheet_date);
  meso_json_add_int (json, "pages", issue->pages);
  meso_json_add_string (json, "sha256", issue->sha256);
  meso_json_add_string (json, "issued_at", issue->issued_at);
  meso_json_add_string (json, "issued_by", meso_record_contents_get_name (contents, issue->issued_by));
  json_builder_end_object (json);
}
