/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-xml.h"

static void
attribute_free (MesoXmlAttribute *self)
{
  g_free (self->name);
  g_free (self->value);
  g_free (self);
}

/**
 * meso_xml_element_new:
 * @name: its name
 *
 * Returns: (transfer full): an element without anything in it, and without a place
 */
MesoXmlElement *
meso_xml_element_new (const char *name)
{
  MesoXmlElement *self = g_new0 (MesoXmlElement, 1);

  self->name = g_strdup (name);
  self->attributes = g_ptr_array_new_with_free_func ((GDestroyNotify) attribute_free);
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_xml_element_free);
  self->text = g_string_new (NULL);
  return self;
}

/**
 * meso_xml_element_free:
 * @self: (transfer full): an element
 *
 * Frees an element with all below it; their depth is bounded.
 */
void
meso_xml_element_free (MesoXmlElement *self)
{
  g_free (self->name);
  g_ptr_array_unref (self->attributes);
  g_ptr_array_unref (self->children);
  g_string_free (self->text, TRUE);
  g_free (self);
}

static MesoXmlAttribute *
find_attribute (const MesoXmlElement *self,
                const char           *name)
{
  for (guint i = 0; i < self->attributes->len; i++)
    {
      MesoXmlAttribute *candidate = g_ptr_array_index (self->attributes, i);

      if (g_str_equal (candidate->name, name))
        return candidate;
    }

  return NULL;
}

/**
 * meso_xml_element_get:
 * @self: an element
 * @attribute: an attribute's name
 *
 * Returns: (transfer none) (nullable): its value
 */
const char *
meso_xml_element_get (const MesoXmlElement *self,
                      const char           *attribute)
{
  const MesoXmlAttribute *found = find_attribute (self, attribute);

  return found ? found->value : NULL;
}

/**
 * meso_xml_element_set:
 * @self: an element
 * @attribute: an attribute's name
 * @value: its value, which takes the place of one that was there
 */
void
meso_xml_element_set (MesoXmlElement *self,
                      const char     *attribute,
                      const char     *value)
{
  MesoXmlAttribute *found = find_attribute (self, attribute);

  if (!found)
    {
      found = g_new0 (MesoXmlAttribute, 1);
      found->name = g_strdup (attribute);
      g_ptr_array_add (self->attributes, found);
    }

  g_free (found->value);
  found->value = g_strdup (value);
}

/**
 * meso_xml_element_copy:
 * @self: an element
 *
 * Returns: (transfer full): one that says the same, without its places
 */
MesoXmlElement *
meso_xml_element_copy (const MesoXmlElement *self)
{
  MesoXmlElement *copy = meso_xml_element_new (self->name);

  g_string_assign (copy->text, self->text->str);
  for (guint i = 0; i < self->attributes->len; i++)
    {
      const MesoXmlAttribute *attribute = g_ptr_array_index (self->attributes, i);

      meso_xml_element_set (copy, attribute->name, attribute->value);
    }
  for (guint i = 0; i < self->children->len; i++)
    g_ptr_array_add (copy->children, meso_xml_element_copy (g_ptr_array_index (self->children, i)));

  return copy;
}

static void
write_start (GString              *out,
             const MesoXmlElement *self,
             const char           *namespace_uri)
{
  g_string_append_printf (out, "<%s", self->name);
  if (namespace_uri)
    g_string_append_printf (out, " xmlns=\"%s\"", namespace_uri);
  for (guint i = 0; i < self->attributes->len; i++)
    {
      const MesoXmlAttribute *attribute = g_ptr_array_index (self->attributes, i);
      g_autofree char *value = g_markup_escape_text (attribute->value, -1);

      g_string_append_printf (out, " %s=\"%s\"", attribute->name, value);
    }
}

static void
write_element (GString              *out,
               const MesoXmlElement *self,
               const char           *namespace_uri,
               guint                 depth)
{
  g_autofree char *words = g_strdup (self->text->str);
  g_autofree char *text = g_markup_escape_text (g_strstrip (words), -1);
  int indent = 2 * depth;

  g_string_append_printf (out, "%*s", indent, "");
  write_start (out, self, namespace_uri);
  if (self->children->len > 0)
    {
      g_string_append (out, ">\n");
      for (guint i = 0; i < self->children->len; i++)
        write_element (out, g_ptr_array_index (self->children, i), NULL, depth + 1);
      g_string_append_printf (out, "%*s</%s>\n", indent, "", self->name);
    }
  else if (*text != '\0')
    g_string_append_printf (out, ">%s</%s>\n", text, self->name);
  else
    g_string_append (out, "/>\n");
}

/**
 * meso_xml_element_write:
 * @self: an element, whose own text counts only when it holds no elements
 * @out: where to put it, a line an element
 * @namespace_uri: (nullable): the namespace that it says it is of, as the root of a document does
 *
 * Equal elements give equal bytes, and what was written is read as it was.
 */
void
meso_xml_element_write (const MesoXmlElement *self,
                        GString              *out,
                        const char           *namespace_uri)
{
  write_element (out, self, namespace_uri, 0);
}
