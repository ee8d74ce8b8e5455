/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-json-parse.h"

#include <string.h>

#include "meso-ctl-error.h"

typedef struct
{
  GHashTable *members;     /* "pointer/name" of each member met */
  GPtrArray *objects;      /* kept alive, so that a pointer is never used again */
  JsonObject *duplicate_in;
  char *duplicate;
} DuplicateWatch;

static void
object_member_cb (JsonParser *parser,
                  JsonObject *object,
                  const char *name,
                  gpointer    user_data)
{
  DuplicateWatch *watch = user_data;
  char *key = g_strdup_printf ("%p/%s", (void *) object, name);

  g_ptr_array_add (watch->objects, json_object_ref (object));
  if (!g_hash_table_add (watch->members, key) && watch->duplicate == NULL)
    {
      watch->duplicate = g_strdup (name);
      watch->duplicate_in = object;
    }
}

static char *find_in_object (JsonObject *object, const char *path, JsonObject *wanted);

static char *
find_in_node (JsonNode   *node,
              const char *path,
              JsonObject *wanted)
{
  char *found = NULL;

  if (JSON_NODE_HOLDS_OBJECT (node))
    return find_in_object (json_node_get_object (node), path, wanted);
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return NULL;
  for (guint i = 0; found == NULL && i < json_array_get_length (json_node_get_array (node)); i++)
    {
      g_autofree char *element = g_strdup_printf ("%s[%u]", path, i);

      found = find_in_node (json_array_get_element (json_node_get_array (node), i), element, wanted);
    }
  return found;
}

/* (nullable): the path of @wanted below @object; NULL too where a repeated key has thrown it out of the tree */
static char *
find_in_object (JsonObject *object,
                const char *path,
                JsonObject *wanted)
{
  g_autoptr(GList) members = json_object_get_members (object);
  char *found = object == wanted ? g_strdup (path) : NULL;

  for (GList *l = members; found == NULL && l != NULL; l = l->next)
    {
      g_autofree char *member = *path != '\0' ? g_strconcat (path, ".", l->data, NULL) : g_strdup (l->data);

      found = find_in_node (json_object_get_member (object, l->data), member, wanted);
    }
  return found;
}

static void
set_duplicate_error (const char            *name,
                     JsonNode              *root,
                     const DuplicateWatch  *watch,
                     GError               **error)
{
  g_autofree char *path = find_in_node (root, "", watch->duplicate_in);

  g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, "%s: %s%s%s: this key stands twice in one object. Keep one of them.",
               name, path != NULL ? path : "", path != NULL && *path != '\0' ? "." : "", watch->duplicate);
}

/* What json-glib says of its grammar misleads as often as it helps ("expected character `]'"); the place is right. */
static void
set_parse_error (const char    *name,
                 const GError  *parse_error,
                 GError       **error)
{
  g_autoptr(GString) what = g_string_new (parse_error->message);
  const char *expected = strstr (what->str, ", expected");

  if (expected != NULL)
    g_string_truncate (what, expected - what->str);
  g_string_replace (what, "<data>:", "", 1);
  g_string_replace (what, "Parse error: ", "this isn’t well-formed JSON: ", 1);
  g_string_replace (what, "scanner: ", "", 1);
  g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, "%s:%s%s", name,
               g_ascii_isdigit (*what->str) ? "" : " ", what->str);
}

/* Far more than any request needs. */
#define MAX_DEPTH 64

static gboolean
is_too_deep (const char *data)
{
  gboolean in_text = FALSE;
  int depth = 0;

  for (const char *at = data; *at != '\0' && depth <= MAX_DEPTH; at++)
    {
      if (in_text && *at == '\\' && at[1] != '\0')
        at++;
      else if (*at == '"')
        in_text = !in_text;
      else if (!in_text && (*at == '{' || *at == '['))
        depth++;
      else if (!in_text && (*at == '}' || *at == ']'))
        depth--;
    }
  return depth > MAX_DEPTH;
}

/* json-glib ends a string at an escaped NUL without a word. */
static gboolean
has_escaped_nul (const char *data)
{
  const char *at = data;

  while ((at = strstr (at, "\\u0000")) != NULL)
    {
      const char *before = at;

      while (before > data && before[-1] == '\\')
        before--;
      if ((at - before) % 2 == 0)
        return TRUE;
      at += 2;
    }
  return FALSE;
}

static JsonNode *
parse_strictly (const char  *name,
                const char  *data,
                gsize        length,
                GError     **error)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GHashTable) members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) objects = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  DuplicateWatch watch = { members, objects, NULL, NULL };
  g_autofree char *duplicate = NULL;
  g_autoptr(GError) parse_error = NULL;
  gboolean ok;

  json_parser_set_strict (parser, TRUE);
  g_signal_connect (parser, "object-member", G_CALLBACK (object_member_cb), &watch);
  ok = json_parser_load_from_data (parser, data, length, &parse_error);
  duplicate = watch.duplicate;
  if (!ok)
    {
      set_parse_error (name, parse_error, error);
      return NULL;
    }
  if (duplicate != NULL)
    {
      set_duplicate_error (name, json_parser_get_root (parser), &watch, error);
      return NULL;
    }
  if (json_parser_get_root (parser) == NULL || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, "%s: one JSON object is expected here.", name);
      return NULL;
    }
  return json_node_ref (json_parser_get_root (parser));
}

/**
 * meso_json_parse:
 * @name: what messages call the document
 *
 * Parses one JSON object, strictly (RFC 8259): a key that stands twice in one object is refused, and so is what is
 * too large or too deep to have been meant.
 *
 * Returns: (transfer full): the object's node, or %NULL with %MESO_CTL_ERROR
 */
JsonNode *
meso_json_parse (const char  *name,
                 const char  *data,
                 gsize        length,
                 GError     **error)
{
  if (length > MESO_JSON_MAX_BYTES)
    {
      g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, "%s: larger than 4 MiB; nothing was read.", name);
      return NULL;
    }
  if (memchr (data, '\0', length) != NULL || !g_utf8_validate (data, length, NULL) || has_escaped_nul (data))
    {
      g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT,
                   "%s: this is not UTF-8 text without NUL characters.", name);
      return NULL;
    }
  if (is_too_deep (data))
    {
      g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, "%s: nested more than %d levels deep; nothing was read.", name,
                   MAX_DEPTH);
      return NULL;
    }
  return parse_strictly (name, data, length, error);
}
