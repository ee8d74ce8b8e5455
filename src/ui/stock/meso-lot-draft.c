/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-draft.h"

#include <json-glib/json-glib.h>

static const char *const names[MESO_LOT_FIELDS] = {
  [MESO_LOT_FIELD_WHAT] = "what",
  [MESO_LOT_FIELD_SALT] = "salt",
  [MESO_LOT_FIELD_STRENGTH] = "strength",
  [MESO_LOT_FIELD_NAME] = "name",
  [MESO_LOT_FIELD_MAKER] = "maker",
  [MESO_LOT_FIELD_LICENCE] = "licence",
  [MESO_LOT_FIELD_NUMBER] = "number",
  [MESO_LOT_FIELD_EXPIRY] = "expiry",
  [MESO_LOT_FIELD_CONTAINERS] = "containers",
  [MESO_LOT_FIELD_VOLUME] = "container",
  [MESO_LOT_FIELD_DOSE] = "dose",
  [MESO_LOT_FIELD_OPENED_LIFE] = "opened-life",
  [MESO_LOT_FIELD_RECEIVED_ON] = "received-on",
  [MESO_LOT_FIELD_SUPPLIER] = "supplier",
  [MESO_LOT_FIELD_STORAGE] = "storage",
  [MESO_LOT_FIELD_PRICE] = "price",
};

const char *
meso_lot_field_get_name (MesoLotField field)
{
  return names[field];
}

MesoLotDraft *
meso_lot_draft_new (void)
{
  MesoLotDraft *self = g_new0 (MesoLotDraft, 1);

  for (guint i = 0; i < MESO_LOT_FIELDS; i++)
    self->texts[i] = g_strdup ("");
  return self;
}

void
meso_lot_draft_free (MesoLotDraft *self)
{
  for (guint i = 0; i < MESO_LOT_FIELDS; i++)
    g_free (self->texts[i]);
  g_free (self);
}

gboolean
meso_lot_draft_equal (const MesoLotDraft *self,
                      const MesoLotDraft *other)
{
  for (guint i = 0; i < MESO_LOT_FIELDS; i++)
    {
      if (!g_str_equal (self->texts[i], other->texts[i]))
        return FALSE;
    }
  return TRUE;
}

char *
meso_lot_draft_to_json (const MesoLotDraft *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  for (guint i = 0; i < MESO_LOT_FIELDS; i++)
    {
      json_builder_set_member_name (builder, names[i]);
      json_builder_add_string_value (builder, self->texts[i]);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

/* A draft may be older than the program, or not ours: what isn't there is empty. */
MesoLotDraft *
meso_lot_draft_parse (const char *json)
{
  g_autoptr(JsonNode) root = json_from_string (json, NULL);
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  MesoLotDraft *self;

  if (object == NULL)
    return NULL;
  self = meso_lot_draft_new ();
  for (guint i = 0; i < MESO_LOT_FIELDS; i++)
    {
      JsonNode *node = json_object_get_member (object, names[i]);
      const char *text = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

      if (text != NULL)
        g_set_str (&self->texts[i], text);
    }
  return self;
}
