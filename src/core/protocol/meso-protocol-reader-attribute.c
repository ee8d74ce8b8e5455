/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-reader.h"

#include <string.h>

#include "meso-text.h"

#define MAX_ID_LENGTH 64
#define MILLI 1000
#define MAX_WHOLE 1000000

/**
 * meso_protocol_reader_shape:
 * @self: a reader
 * @element: an element
 * @attributes: the attributes that it may have
 * @children: (nullable): the elements that it may hold; %NULL for one that holds text and no elements
 *
 * Anything else is a fault.
 */
void
meso_protocol_reader_shape (MesoProtocolReader   *self,
                            const MesoXmlElement *element,
                            const char           *attributes,
                            const char           *children)
{
  for (guint i = 0; i < element->attributes->len; i++)
    {
      const MesoXmlAttribute *attribute = g_ptr_array_index (element->attributes, i);

      if (!meso_text_holds_word (attributes, attribute->name))
        meso_protocol_reader_fault (self, element, "<%s> has no attribute “%s”", element->name, attribute->name);
    }

  for (guint i = 0; i < element->children->len; i++)
    {
      const MesoXmlElement *child = g_ptr_array_index (element->children, i);

      if (!meso_text_holds_word (children ? children : "", child->name))
        meso_protocol_reader_fault (self, child, "<%s> isn't known inside <%s>", child->name, element->name);
    }

  if (children && element->text_line > 0)
    {
      MesoXmlElement place = { .line = element->text_line, .column = element->text_column };

      meso_protocol_reader_fault (self, &place, "text isn't allowed directly inside <%s>", element->name);
    }
}

/**
 * meso_protocol_reader_children:
 * @self: a reader
 * @element: an element
 * @name: a name that several elements in it may have
 * @max: how many of them; more than that is a fault, and not read
 *
 * Returns: (transfer container) (element-type MesoXmlElement): the elements of that name, in order
 */
GPtrArray *
meso_protocol_reader_children (MesoProtocolReader   *self,
                               const MesoXmlElement *element,
                               const char           *name,
                               guint                 max)
{
  GPtrArray *children = g_ptr_array_new ();

  for (guint i = 0; i < element->children->len; i++)
    {
      MesoXmlElement *child = g_ptr_array_index (element->children, i);

      if (!g_str_equal (child->name, name))
        continue;

      if (children->len == max)
        {
          meso_protocol_reader_fault (self, child, "<%s> holds more than %u <%s>", element->name, max, name);
          break;
        }
      g_ptr_array_add (children, child);
    }

  return children;
}

/**
 * meso_protocol_reader_has:
 * @element: an element
 * @attribute: an attribute
 *
 * Returns: whether it is given at all
 */
gboolean
meso_protocol_reader_has (const MesoXmlElement *element,
                          const char           *attribute)
{
  return meso_xml_element_get (element, attribute) != NULL;
}

/**
 * meso_protocol_reader_require:
 * @self: a reader
 * @element: an element
 * @attribute: an attribute that it must have, and that may not be empty
 *
 * Returns: (transfer full): its value, trimmed; "" after a fault
 */
char *
meso_protocol_reader_require (MesoProtocolReader   *self,
                              const MesoXmlElement *element,
                              const char           *attribute)
{
  if (!meso_protocol_reader_has (element, attribute))
    {
      meso_protocol_reader_fault (self, element, "<%s> needs the attribute “%s”", element->name, attribute);
      return g_strdup ("");
    }

  return meso_protocol_reader_optional (self, element, attribute);
}

/**
 * meso_protocol_reader_optional:
 * @self: a reader
 * @element: an element
 * @attribute: an attribute that it may have, but not empty
 *
 * Returns: (transfer full) (nullable): its value, trimmed; %NULL without it; "" after a fault
 */
char *
meso_protocol_reader_optional (MesoProtocolReader   *self,
                               const MesoXmlElement *element,
                               const char           *attribute)
{
  const char *value = meso_xml_element_get (element, attribute);
  char *trimmed;

  if (!value)
    return NULL;

  trimmed = g_strstrip (g_strdup (value));
  if (*trimmed == '\0')
    meso_protocol_reader_fault (self, element, "the attribute “%s” of <%s> is empty", attribute, element->name);

  return trimmed;
}

static gboolean
is_id (const char *text)
{
  gsize length = strlen (text);

  if (length == 0 || length > MAX_ID_LENGTH || text[0] == '-' || text[length - 1] == '-')
    return FALSE;

  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && *p != '-')
      return FALSE;

  return TRUE;
}

static void
check_id (MesoProtocolReader   *self,
          const MesoXmlElement *element,
          const char           *attribute,
          const char           *id)
{
  if (*id != '\0' && !is_id (id))
    meso_protocol_reader_fault (self, element, "“%s” can't be used as “%s”: write lower-case letters a–z, digits "
                                "and hyphens, at most %d", id, attribute, MAX_ID_LENGTH);
}

/**
 * meso_protocol_reader_id:
 * @self: a reader
 * @element: an element
 * @attribute: an attribute that it must have, of lower-case letters, digits and hyphens
 *
 * Returns: (transfer full): the id; "" when it has none, which is a fault
 */
char *
meso_protocol_reader_id (MesoProtocolReader   *self,
                         const MesoXmlElement *element,
                         const char           *attribute)
{
  char *id = meso_protocol_reader_require (self, element, attribute);

  check_id (self, element, attribute, id);
  return id;
}

/**
 * meso_protocol_reader_ids:
 * @self: a reader
 * @element: an element
 * @attribute: an attribute that may hold ids, separated by spaces
 *
 * Returns: (transfer full) (element-type utf8): the ids in order; empty without the attribute
 */
GPtrArray *
meso_protocol_reader_ids (MesoProtocolReader   *self,
                          const MesoXmlElement *element,
                          const char           *attribute)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  const char *value = meso_xml_element_get (element, attribute);
  g_auto (GStrv) words = g_strsplit_set (value ? value : "", " \t\r\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;

      check_id (self, element, attribute, words[i]);
      if (g_ptr_array_find_with_equal_func (ids, words[i], g_str_equal, NULL))
        meso_protocol_reader_fault (self, element, "“%s” stands twice in “%s”", words[i], attribute);
      else
        g_ptr_array_add (ids, g_strdup (words[i]));
    }

  return ids;
}

/**
 * meso_protocol_reader_word_or:
 * @self: a reader
 * @element: an element
 * @attribute: an attribute that it may have
 * @words: what it may hold
 * @fallback: what its absence means
 *
 * Returns: the meaning of the attribute; that of the first word after a fault
 */
int
meso_protocol_reader_word_or (MesoProtocolReader     *self,
                              const MesoXmlElement   *element,
                              const char             *attribute,
                              const MesoProtocolWord *words,
                              int                     fallback)
{
  const char *value = meso_xml_element_get (element, attribute);
  g_autoptr (GString) allowed = NULL;

  if (!value)
    return fallback;

  allowed = g_string_new (NULL);
  for (const MesoProtocolWord *word = words; word->name != NULL; word++)
    {
      if (g_str_equal (word->name, value))
        return word->value;
      g_string_append_printf (allowed, "%s%s", word == words ? "" : ", ", word->name);
    }

  meso_protocol_reader_fault (self, element, "“%s” can't be used as “%s” of <%s>: it is one of %s", value, attribute,
                              element->name, allowed->str);
  return words->value;
}

/**
 * meso_protocol_reader_word:
 * @self: a reader
 * @element: an element
 * @attribute: an attribute that it must have
 * @words: what it may hold
 *
 * Returns: the meaning of the attribute; that of the first word after a fault
 */
int
meso_protocol_reader_word (MesoProtocolReader     *self,
                           const MesoXmlElement   *element,
                           const char             *attribute,
                           const MesoProtocolWord *words)
{
  if (!meso_protocol_reader_has (element, attribute))
    meso_protocol_reader_fault (self, element, "<%s> needs the attribute “%s”", element->name, attribute);

  return meso_protocol_reader_word_or (self, element, attribute, words, words->value);
}

/**
 * meso_protocol_reader_boolean:
 * @self: a reader
 * @element: an element
 * @attribute: an attribute that it may have: “true” or “false”
 * @fallback: what its absence means
 *
 * Returns: its value
 */
gboolean
meso_protocol_reader_boolean (MesoProtocolReader   *self,
                              const MesoXmlElement *element,
                              const char           *attribute,
                              gboolean              fallback)
{
  static const MesoProtocolWord words[] = { { "false", FALSE }, { "true", TRUE }, { NULL } };

  return meso_protocol_reader_word_or (self, element, attribute, words, fallback);
}

/**
 * meso_protocol_reader_integer:
 * @self: a reader
 * @element: an element
 * @attribute: an attribute that it must have
 * @min: least, and
 * @max: greatest value
 *
 * Returns: its value; @min after a fault
 */
int
meso_protocol_reader_integer (MesoProtocolReader   *self,
                              const MesoXmlElement *element,
                              const char           *attribute,
                              int                   min,
                              int                   max)
{
  g_autofree char *text = meso_protocol_reader_require (self, element, attribute);
  gint64 value = min;

  if (*text != '\0' && !g_ascii_string_to_signed (text, 10, min, max, &value, NULL))
    meso_protocol_reader_fault (self, element, "“%s” can't be used as “%s”: it is a whole number from %d to %d", text,
                                attribute, min, max);

  return value;
}

/**
 * meso_protocol_reader_parse_milli:
 * @self: a reader
 * @element: an element
 * @attribute: its attribute that @text is from
 * @text: a number of 0 to 1,000,000 with at most three decimals
 *
 * Returns: its value in thousandths; 0 after a fault
 */
gint64
meso_protocol_reader_parse_milli (MesoProtocolReader   *self,
                                  const MesoXmlElement *element,
                                  const char           *attribute,
                                  const char           *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ".", 2);
  guint64 whole = 0;
  guint64 decimals = 0;
  gsize length = 0;
  gboolean sound = parts[0] && g_ascii_string_to_unsigned (parts[0], 10, 0, MAX_WHOLE, &whole, NULL);

  if (sound && parts[1])
    {
      length = strlen (parts[1]);
      sound = length <= 3 && g_ascii_string_to_unsigned (parts[1], 10, 0, MILLI - 1, &decimals, NULL);
    }

  if (!sound)
    {
      meso_protocol_reader_fault (self, element, "“%s” can't be used as “%s”: it is a number from 0 to %d with at "
                                  "most three decimals", text, attribute, MAX_WHOLE);
      return 0;
    }

  for (; length < 3; length++)
    decimals *= 10;
  return whole * MILLI + decimals;
}

/**
 * meso_protocol_reader_milli:
 * @self: a reader
 * @element: an element
 * @attribute: an attribute that it must have: a number of 0 to 1,000,000 with at most three decimals
 *
 * Returns: its value in thousandths; 0 after a fault
 */
gint64
meso_protocol_reader_milli (MesoProtocolReader   *self,
                            const MesoXmlElement *element,
                            const char           *attribute)
{
  g_autofree char *text = meso_protocol_reader_require (self, element, attribute);

  return *text == '\0' ? 0 : meso_protocol_reader_parse_milli (self, element, attribute, text);
}

/**
 * meso_protocol_reader_provenance:
 * @self: a reader
 * @element: an entry's element
 * @provenance: (out caller-allocates): where to put what it says of where the entry comes from
 */
void
meso_protocol_reader_provenance (MesoProtocolReader   *self,
                                 const MesoXmlElement *element,
                                 MesoProvenance       *provenance)
{
  static const MesoProtocolWord origins[] = {
    { "article", MESO_ORIGIN_ARTICLE }, { "research", MESO_ORIGIN_RESEARCH }, { "clinic", MESO_ORIGIN_CLINIC }, { NULL }
  };
  static const MesoProtocolWord grades[] = { { "A", 0 }, { "B", 1 }, { "C", 2 }, { "GK", 3 }, { NULL } };
  static const MesoProtocolWord reviews[] = { { "unreviewed", FALSE }, { "reviewed", TRUE }, { NULL } };

  provenance->origin = meso_protocol_reader_word (self, element, "origin", origins);
  provenance->source = meso_protocol_reader_require (self, element, "source");
  provenance->grade = g_strdup (grades[meso_protocol_reader_word (self, element, "grade", grades)].name);
  provenance->reviewed = meso_protocol_reader_word (self, element, "review", reviews);
}
