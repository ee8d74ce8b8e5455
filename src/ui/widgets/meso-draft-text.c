/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-draft-text.h"

#include <json-glib/json-glib.h>

char *
meso_draft_text_make (GHashTable *texts)
{
  g_autoptr(JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  GHashTableIter iter;
  gpointer name;
  gpointer text;

  g_hash_table_iter_init (&iter, texts);
  while (g_hash_table_iter_next (&iter, &name, &text))
    json_object_set_string_member (object, name, text);
  json_node_take_object (root, object);
  return json_to_string (root, FALSE);
}

char *
meso_draft_text_new (const char *first_name,
                     ...)
{
  g_autoptr(GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);
  va_list args;

  va_start (args, first_name);
  for (const char *name = first_name; name != NULL; name = va_arg (args, const char *))
    g_hash_table_insert (texts, (gpointer) name, va_arg (args, char *));
  va_end (args);
  return meso_draft_text_make (texts);
}

GHashTable *
meso_draft_text_read (const char *draft)
{
  g_autoptr(JsonNode) root = draft != NULL ? json_from_string (draft, NULL) : NULL;
  g_autoptr(GHashTable) texts = NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *text;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  json_object_iter_init (&iter, json_node_get_object (root));
  while (json_object_iter_next (&iter, &name, &text))
    {
      if (JSON_NODE_HOLDS_VALUE (text) && json_node_get_value_type (text) == G_TYPE_STRING)
        g_hash_table_insert (texts, g_strdup (name), json_node_dup_string (text));
    }
  return g_steal_pointer (&texts);
}

const char *
meso_draft_text_get (GHashTable *texts,
                     const char *name)
{
  const char *text = g_hash_table_lookup (texts, name);

  return text != NULL ? text : "";
}
