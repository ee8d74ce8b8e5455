/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-form.h"

#include "meso-draft-json.h"

static void
put_reactions (JsonBuilder     *builder,
               const GPtrArray *reactions)
{
  json_builder_set_member_name (builder, "reactions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < reactions->len; i++)
    {
      const MesoReaction *reaction = g_ptr_array_index (reactions, i);

      json_builder_begin_object (builder);
      meso_draft_json_put (builder, "term", reaction->term);
      meso_draft_json_put (builder, "note", reaction->note);
      json_builder_set_member_name (builder, "grade");
      json_builder_add_int_value (builder, reaction->grade);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

char *
meso_session_form_to_json (const MesoSessionForm *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *date = meso_calendar_date_to_string (self->date);

  json_builder_begin_object (builder);
  meso_draft_json_put (builder, "date", date);
  meso_draft_json_put (builder, "time", self->time);
  meso_draft_json_put (builder, "operator", self->operator_id);
  meso_draft_json_put (builder, "points", self->points);
  meso_draft_json_put (builder, "volume", self->volume);
  meso_draft_json_put (builder, "wasted", self->wasted);
  meso_draft_json_put (builder, "systolic-before", self->before[0]);
  meso_draft_json_put (builder, "diastolic-before", self->before[1]);
  meso_draft_json_put (builder, "systolic-after", self->after[0]);
  meso_draft_json_put (builder, "diastolic-after", self->after[1]);
  meso_draft_json_put (builder, "notes", self->notes);
  meso_draft_json_put (builder, "amends", self->amends);
  meso_draft_json_put (builder, "reason", self->reason);
  json_builder_set_member_name (builder, "pain");
  json_builder_add_int_value (builder, self->pain);
  json_builder_set_member_name (builder, "no-reactions");
  json_builder_add_boolean_value (builder, self->no_reactions);
  put_reactions (builder, self->reactions);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static void
take_reactions (JsonObject *object,
                GPtrArray  *reactions)
{
  JsonArray *array = json_object_has_member (object, "reactions") ? json_object_get_array_member (object, "reactions") : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *item = json_array_get_object_element (array, i);
      const char *term = item != NULL ? json_object_get_string_member_with_default (item, "term", NULL) : NULL;

      if (term != NULL)
        g_ptr_array_add (reactions, meso_reaction_new (term, (int) json_object_get_int_member_with_default (item, "grade", 1),
                                                       json_object_get_string_member_with_default (item, "note", "")));
    }
}

MesoSessionForm *
meso_session_form_from_json (const char *text)
{
  g_autoptr(JsonNode) root = json_from_string (text, NULL);
  g_autofree char *date = NULL;
  MesoSessionForm *self;
  JsonObject *object;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  object = json_node_get_object (root);
  self = meso_session_form_new ();
  meso_draft_json_take (object, "date", &date);
  if (date != NULL)
    meso_calendar_date_parse (date, &self->date, NULL);
  meso_draft_json_take (object, "time", &self->time);
  meso_draft_json_take (object, "operator", &self->operator_id);
  meso_draft_json_take (object, "points", &self->points);
  meso_draft_json_take (object, "volume", &self->volume);
  meso_draft_json_take (object, "wasted", &self->wasted);
  meso_draft_json_take (object, "systolic-before", &self->before[0]);
  meso_draft_json_take (object, "diastolic-before", &self->before[1]);
  meso_draft_json_take (object, "systolic-after", &self->after[0]);
  meso_draft_json_take (object, "diastolic-after", &self->after[1]);
  meso_draft_json_take (object, "notes", &self->notes);
  meso_draft_json_take (object, "amends", &self->amends);
  meso_draft_json_take (object, "reason", &self->reason);
  self->pain = (int) json_object_get_int_member_with_default (object, "pain", MESO_PAIN_NOT_ASKED);
  self->no_reactions = json_object_get_boolean_member_with_default (object, "no-reactions", FALSE);
  take_reactions (object, self->reactions);
  return self;
}
