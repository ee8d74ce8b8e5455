/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-prepare-form.h"

#include "meso-draft-json.h"

/* As it stands in a draft: the diluent is no item of the formula. */
#define DILUENT (-1)

MesoPrepareForm *
meso_prepare_form_new (void)
{
  MesoPrepareForm *self = g_new0 (MesoPrepareForm, 1);

  self->formula = g_strdup ("");
  self->draws = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_preparation_draw_free);
  self->now = TRUE;
  self->time = g_strdup ("");
  self->wasted = g_strdup ("");
  self->notes = g_strdup ("");
  self->reason = g_strdup ("");
  return self;
}

void
meso_prepare_form_free (MesoPrepareForm *self)
{
  g_free (self->formula);
  g_ptr_array_unref (self->draws);
  g_free (self->time);
  g_free (self->checked_by);
  g_free (self->wasted);
  g_free (self->notes);
  g_free (self->amends);
  g_free (self->reason);
  g_free (self);
}

static void
put_draws (JsonBuilder     *builder,
           const GPtrArray *draws)
{
  json_builder_set_member_name (builder, "draws");
  json_builder_begin_array (builder);
  for (guint i = 0; i < draws->len; i++)
    {
      const MesoPreparationDraw *draw = g_ptr_array_index (draws, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "item");
      json_builder_add_int_value (builder, draw->item == MESO_PREPARATION_DILUENT ? DILUENT : (gint64) draw->item);
      meso_draft_json_put (builder, "lot", draw->lot);
      meso_draft_json_put (builder, "opening", draw->opening);
      json_builder_set_member_name (builder, "volume-ul");
      json_builder_add_int_value (builder, draw->volume_ul);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

char *
meso_prepare_form_to_json (const MesoPrepareForm *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *date = meso_calendar_date_to_string (self->date);

  json_builder_begin_object (builder);
  meso_draft_json_put (builder, "formula", self->formula);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, self->version);
  json_builder_set_member_name (builder, "now");
  json_builder_add_boolean_value (builder, self->now);
  meso_draft_json_put (builder, "date", date);
  meso_draft_json_put (builder, "time", self->time);
  meso_draft_json_put (builder, "checked-by", self->checked_by);
  meso_draft_json_put (builder, "wasted", self->wasted);
  meso_draft_json_put (builder, "notes", self->notes);
  meso_draft_json_put (builder, "amends", self->amends);
  meso_draft_json_put (builder, "reason", self->reason);
  put_draws (builder, self->draws);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static void
take_draws (JsonObject *object,
            GPtrArray  *draws)
{
  JsonNode *node = json_object_get_member (object, "draws");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      JsonObject *each = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;
      const char *lot = each != NULL ? json_object_get_string_member_with_default (each, "lot", NULL) : NULL;
      gint64 item = each != NULL ? json_object_get_int_member_with_default (each, "item", DILUENT) : DILUENT;
      gint64 volume = each != NULL ? json_object_get_int_member_with_default (each, "volume-ul", 0) : 0;

      if (lot != NULL && volume > 0)
        g_ptr_array_add (draws, meso_preparation_draw_new (item < 0 ? MESO_PREPARATION_DILUENT : (guint) item, lot,
                                                           json_object_get_string_member_with_default (each, "opening", NULL), volume));
    }
}

MesoPrepareForm *
meso_prepare_form_from_json (const char *text)
{
  g_autoptr(JsonNode) root = json_from_string (text, NULL);
  g_autofree char *date = NULL;
  MesoPrepareForm *self;
  JsonObject *object;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  object = json_node_get_object (root);
  self = meso_prepare_form_new ();
  meso_draft_json_take (object, "formula", &self->formula);
  self->version = (int) json_object_get_int_member_with_default (object, "version", 0);
  self->now = json_object_get_boolean_member_with_default (object, "now", TRUE);
  meso_draft_json_take (object, "date", &date);
  if (date != NULL)
    meso_calendar_date_parse (date, &self->date, NULL);
  meso_draft_json_take (object, "time", &self->time);
  meso_draft_json_take (object, "checked-by", &self->checked_by);
  meso_draft_json_take (object, "wasted", &self->wasted);
  meso_draft_json_take (object, "notes", &self->notes);
  meso_draft_json_take (object, "amends", &self->amends);
  meso_draft_json_take (object, "reason", &self->reason);
  take_draws (object, self->draws);
  return self;
}
