/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-json-reader.h"

#include <math.h>
#include <string.h>

#include "meso-ctl-error.h"
#include "meso-ctl-file.h"
#include "meso-json-parse.h"

/* A number's digits that a double carries whole: what was typed can be told again from the double. */
#define WHOLE_DIGITS "%.15g"

struct _MesoJsonReader
{
  char *name;               /* what messages call the document */
  JsonObject *object;
  char *path;
  GHashTable *seen;
};

static MesoJsonReader *
reader_new (const char *name,
            JsonObject *object,
            char       *path)
{
  MesoJsonReader *self = g_new0 (MesoJsonReader, 1);

  self->name = g_strdup (name);
  self->object = json_object_ref (object);
  self->path = path;
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
meso_json_reader_free (MesoJsonReader *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  json_object_unref (self->object);
  g_free (self->path);
  g_hash_table_unref (self->seen);
  g_free (self);
}

static char *
member_path (MesoJsonReader *self,
             const char     *member)
{
  if (member == NULL)
    return g_strdup (*self->path != '\0' ? self->path : "$");
  if (*self->path == '\0')
    return g_strdup (member);
  return g_strdup_printf ("%s.%s", self->path, member);
}

gboolean
meso_json_reader_fail (MesoJsonReader  *self,
                       const char      *member,
                       GError         **error,
                       const char      *format,
                       ...)
{
  g_autofree char *place = member_path (self, member);
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT, "%s: %s: %s", self->name, place, what);
  return FALSE;
}

gboolean
meso_json_reader_prefix (MesoJsonReader  *self,
                         const char      *member,
                         GError         **error)
{
  g_autofree char *place = member_path (self, member);

  g_prefix_error (error, "%s: %s: ", self->name, place);
  return FALSE;
}

/**
 * meso_json_reader_new_for_data:
 * @name: what messages call the document
 *
 * Reads one JSON object, strictly (RFC 8259), refusing a key that stands twice in one object.
 *
 * Returns: (transfer full): the reader, or %NULL with %MESO_CTL_ERROR
 */
MesoJsonReader *
meso_json_reader_new_for_data (const char  *name,
                               const char  *data,
                               gsize        length,
                               GError     **error)
{
  g_autoptr(JsonNode) root = meso_json_parse (name, data, length, error);

  if (root == NULL)
    return NULL;
  return reader_new (name, json_node_get_object (root), g_strdup (""));
}

/**
 * meso_json_reader_new_for_file:
 * @file: a path, or `-` for standard input
 *
 * Returns: (transfer full): the reader, or %NULL with %MESO_CTL_ERROR
 */
MesoJsonReader *
meso_json_reader_new_for_file (const char  *file,
                               GError     **error)
{
  g_autofree char *data = NULL;
  gsize length = 0;

  if (!meso_ctl_file_read (file, MESO_JSON_MAX_BYTES, &data, &length, error))
    return NULL;
  return meso_json_reader_new_for_data (meso_ctl_file_get_name (file), data, length, error);
}

JsonNode *
meso_json_reader_get_node (MesoJsonReader *self,
                           const char     *member)
{
  JsonNode *node = json_object_get_member (self->object, member);

  g_hash_table_add (self->seen, g_strdup (member));
  return node == NULL || JSON_NODE_HOLDS_NULL (node) ? NULL : node;
}

gboolean
meso_json_reader_read_string (MesoJsonReader  *self,
                              const char      *member,
                              char           **value,
                              GError         **error)
{
  JsonNode *node = meso_json_reader_get_node (self, member);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return meso_json_reader_fail (self, member, error, "a text in quotation marks is expected here.");
  g_free (*value);
  *value = json_node_dup_string (node);
  return TRUE;
}

gboolean
meso_json_reader_read_strings (MesoJsonReader  *self,
                               const char      *member,
                               GPtrArray      **value,
                               GError         **error)
{
  JsonNode *node = meso_json_reader_get_node (self, member);
  g_autoptr(GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  JsonArray *array;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return meso_json_reader_fail (self, member, error, "a list of texts is expected here.");
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      g_autofree char *place = g_strdup_printf ("%s[%u]", member, i);

      if (!JSON_NODE_HOLDS_VALUE (element) || json_node_get_value_type (element) != G_TYPE_STRING)
        return meso_json_reader_fail (self, place, error, "a text in quotation marks is expected here.");
      g_ptr_array_add (strings, json_node_dup_string (element));
    }
  g_clear_pointer (value, g_ptr_array_unref);
  *value = g_steal_pointer (&strings);
  return TRUE;
}

gboolean
meso_json_reader_read_int (MesoJsonReader  *self,
                           const char      *member,
                           gint64           min,
                           gint64           max,
                           gint64          *value,
                           GError         **error)
{
  JsonNode *node = meso_json_reader_get_node (self, member);
  gint64 number;

  if (node == NULL)
    return TRUE;
  if (!meso_json_node_to_milli (node, &number) || json_node_get_double (node) != floor (json_node_get_double (node)))
    return meso_json_reader_fail (self, member, error, "a whole number is expected here.");
  number /= 1000;
  if (number < min || number > max)
    return meso_json_reader_fail (self, member, error,
                                  "a whole number from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT " is expected here.",
                                  min, max);
  *value = number;
  return TRUE;
}

/* Thousandths of a decimal text ("61.0005"), half-even; the text comes from printf, so its form is known. */
static gint64
milli_from_decimal (const char *text)
{
  gboolean negative = *text == '-';
  const char *point = strchr (text, '.');
  gint64 value = g_ascii_strtoll (negative ? text + 1 : text, NULL, 10) * 1000;
  int place = 100;
  const char *at;

  for (at = point != NULL ? point + 1 : ""; *at != '\0' && place > 0; at++, place /= 10)
    value += (*at - '0') * place;
  if (*at > '5' || (*at == '5' && (at[1] != '\0' || value % 2 == 1)))
    value++;
  return negative ? -value : value;
}

/**
 * meso_json_node_to_milli:
 * @milli: (out): the number in thousandths, rounded half-even
 *
 * Turns a JSON number below a thousand million into thousandths, exactly as its decimal digits say.
 *
 * Returns: whether @node is such a number
 */
gboolean
meso_json_node_to_milli (JsonNode *node,
                         gint64   *milli)
{
  char text[64];
  double number;

  if (!JSON_NODE_HOLDS_VALUE (node) ||
      (json_node_get_value_type (node) != G_TYPE_INT64 && json_node_get_value_type (node) != G_TYPE_DOUBLE))
    return FALSE;
  number = json_node_get_double (node);
  if (!isfinite (number) || fabs (number) >= 1e9)
    return FALSE;
  g_ascii_formatd (text, sizeof text, WHOLE_DIGITS, number);
  /* below this, %g writes an exponent, and the number is less than half a thousandth */
  *milli = strchr (text, 'e') != NULL ? 0 : milli_from_decimal (text);
  return TRUE;
}

gboolean
meso_json_reader_read_milli (MesoJsonReader  *self,
                             const char      *member,
                             gint64          *milli,
                             GError         **error)
{
  JsonNode *node = meso_json_reader_get_node (self, member);

  if (node == NULL)
    return TRUE;
  if (!meso_json_node_to_milli (node, milli))
    return meso_json_reader_fail (self, member, error, "a number is expected here.");
  return TRUE;
}

gboolean
meso_json_reader_read_object (MesoJsonReader  *self,
                              const char      *member,
                              MesoJsonReader **value,
                              GError         **error)
{
  JsonNode *node = meso_json_reader_get_node (self, member);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return meso_json_reader_fail (self, member, error, "an object in braces is expected here.");
  *value = reader_new (self->name, json_node_get_object (node), member_path (self, member));
  return TRUE;
}

gboolean
meso_json_reader_read_objects (MesoJsonReader  *self,
                               const char      *member,
                               GPtrArray      **value,
                               GError         **error)
{
  JsonNode *node = meso_json_reader_get_node (self, member);
  g_autoptr(GPtrArray) readers = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_json_reader_free);
  g_autofree char *path = member_path (self, member);
  JsonArray *array;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return meso_json_reader_fail (self, member, error, "a list of objects is expected here.");
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      g_autofree char *place = g_strdup_printf ("%s[%u]", member, i);

      if (!JSON_NODE_HOLDS_OBJECT (element))
        return meso_json_reader_fail (self, place, error, "an object in braces is expected here.");
      g_ptr_array_add (readers, reader_new (self->name, json_node_get_object (element), g_strdup_printf ("%s[%u]", path, i)));
    }
  *value = g_steal_pointer (&readers);
  return TRUE;
}

GList *
meso_json_reader_get_members (MesoJsonReader *self)
{
  return json_object_get_members (self->object);
}

gboolean
meso_json_reader_finish (MesoJsonReader  *self,
                         GError         **error)
{
  g_autoptr(GList) members = json_object_get_members (self->object);

  for (GList *l = members; l != NULL; l = l->next)
    {
      if (!g_hash_table_contains (self->seen, l->data))
        return meso_json_reader_fail (self, l->data, error,
                                      "this key is not known here. Check its spelling; nothing was changed.");
    }
  return TRUE;
}
