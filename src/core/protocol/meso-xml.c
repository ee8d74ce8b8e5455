/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-xml.h"

#include <string.h>

#include "meso-core-error.h"
#include "meso-xml-source.h"

#define TEXT_OUTSIDE "text isn't allowed outside of the root element"
#define NO_ELEMENT "the file holds no element"

typedef struct
{
  MesoXmlSource source;
  const char *namespace_uri;
  MesoXmlElement *root;
  GPtrArray *open;
  guint n_elements;
  gsize token;        /* where the token begins that GMarkup is telling us about */
  gboolean elided;    /* the last start tag was `<a/>`: its end has no tag of its own */
} Parse;

/* Brings the cursor level with GMarkup: finds the token that it reports, checks it, and steps over it. */
static gboolean
take (Parse         *self,
      MesoXmlToken   wanted,
      GError       **error)
{
  MesoXmlSource *source = &self->source;

  while (TRUE)
    {
      gsize end;
      MesoXmlToken token = meso_xml_source_peek (source, &end);

      if (token == wanted || (wanted == MESO_XML_TOKEN_TEXT && token == MESO_XML_TOKEN_CDATA))
        {
          if (!meso_xml_source_check (source, error))
            return FALSE;
          self->token = source->cursor;
          source->cursor = end;
          return TRUE;
        }

      /* What GMarkup doesn't report: white space outside of the root, and an empty CDATA section. */
      if (token != MESO_XML_TOKEN_TEXT && token != MESO_XML_TOKEN_CDATA)
        {
          meso_xml_source_set_error (source, source->cursor, error, "the document isn't well formed here");
          return FALSE;
        }
      source->cursor = end;
    }
}

static gboolean
is_known_prefix (const char *name)
{
  return strchr (name, ':') == NULL || g_str_equal (name, "xml:lang");
}

/* `xmlns` is checked and left out; a prefix other than `xml` has nothing that it could stand for. */
static gboolean
add_attribute (Parse           *self,
               MesoXmlElement  *element,
               const char      *name,
               const char      *value,
               GError         **error)
{
  if (g_str_equal (name, "xmlns"))
    {
      if (g_str_equal (value, self->namespace_uri))
        return TRUE;
      meso_xml_source_set_error (&self->source, self->token, error,
                                 "the namespace “%.200s” isn't known here; it must be “%s”",
                                 value, self->namespace_uri);
      return FALSE;
    }

  if (!is_known_prefix (name))
    {
      meso_xml_source_set_error (&self->source, self->token, error,
                                 "the attribute “%.64s” is of a namespace that isn't known here", name);
      return FALSE;
    }

  if (strlen (name) > MESO_XML_MAX_NAME || strlen (value) > MESO_XML_MAX_VALUE)
    {
      meso_xml_source_set_error (&self->source, self->token, error,
                                 "the attribute “%.64s” is too long: at most %d bytes are read",
                                 name, MESO_XML_MAX_VALUE);
      return FALSE;
    }

  if (meso_xml_element_get (element, name))
    {
      meso_xml_source_set_error (&self->source, self->token, error, "the attribute “%s” is given twice", name);
      return FALSE;
    }

  meso_xml_element_set (element, name, value);
  return TRUE;
}

static gboolean
check_start (Parse       *self,
             const char  *name,
             const char **names,
             GError     **error)
{
  MesoXmlSource *source = &self->source;

  if (self->root && self->open->len == 0)
    meso_xml_source_set_error (source, self->token, error, "a second root element <%.64s> follows the first", name);
  else if (self->open->len >= MESO_XML_MAX_DEPTH)
    meso_xml_source_set_error (source, self->token, error, "elements are nested deeper than %d", MESO_XML_MAX_DEPTH);
  else if (self->n_elements >= MESO_XML_MAX_ELEMENTS)
    meso_xml_source_set_error (source, self->token, error, "the file has more than %d elements", MESO_XML_MAX_ELEMENTS);
  else if (g_strv_length ((char **) names) > MESO_XML_MAX_ATTRIBUTES)
    meso_xml_source_set_error (source, self->token, error, "<%.64s> has more than %d attributes", name,
                               MESO_XML_MAX_ATTRIBUTES);
  else if (strlen (name) > MESO_XML_MAX_NAME || !is_known_prefix (name))
    meso_xml_source_set_error (source, self->token, error,
                               "the element <%.64s> is of a namespace that isn't known here or has too long a name",
                               name);
  else if (!self->root && !g_strv_contains (names, "xmlns"))
    meso_xml_source_set_error (source, self->token, error, "<%s> needs the namespace xmlns=\"%s\"", name,
                               self->namespace_uri);
  else
    return TRUE;

  return FALSE;
}

static void
on_start (GMarkupParseContext  *context,
          const char           *name,
          const char          **names,
          const char          **values,
          gpointer              user_data,
          GError              **error)
{
  Parse *self = user_data;
  MesoXmlElement *element;

  if (!take (self, MESO_XML_TOKEN_START_TAG, error) || !check_start (self, name, names, error))
    return;

  element = meso_xml_element_new (name);
  meso_xml_source_locate (&self->source, self->token, &element->line, &element->column);
  self->n_elements++;
  if (self->open->len > 0)
    {
      MesoXmlElement *parent = g_ptr_array_index (self->open, self->open->len - 1);

      g_ptr_array_add (parent->children, element);
    }
  else
    self->root = element;
  g_ptr_array_add (self->open, element);
  self->elided = self->source.data[self->source.cursor - 2] == '/';

  for (guint i = 0; names[i] != NULL; i++)
    if (!add_attribute (self, element, names[i], values[i], error))
      return;
}

static void
on_end (GMarkupParseContext  *context,
        const char           *name,
        gpointer              user_data,
        GError              **error)
{
  Parse *self = user_data;

  if (!self->elided && !take (self, MESO_XML_TOKEN_END_TAG, error))
    return;

  self->elided = FALSE;
  g_ptr_array_set_size (self->open, self->open->len - 1);
}

static void
on_text (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              user_data,
         GError              **error)
{
  Parse *self = user_data;
  gsize space = 0;
  MesoXmlElement *element;

  /* Between two tags without a space GMarkup reports an empty text. */
  if (length == 0 || !take (self, MESO_XML_TOKEN_TEXT, error))
    return;

  while (space < length && g_ascii_isspace (text[space]))
    space++;

  if (self->open->len == 0)
    {
      if (space < length)
        meso_xml_source_set_error (&self->source, self->token + space, error, TEXT_OUTSIDE);
      return;
    }

  element = g_ptr_array_index (self->open, self->open->len - 1);
  if (element->text->len + length > MESO_XML_MAX_TEXT)
    {
      meso_xml_source_set_error (&self->source, self->token, error, "the text of <%s> is longer than %d bytes",
                                 element->name, MESO_XML_MAX_TEXT);
      return;
    }

  if (element->text_line == 0 && space < length)
    meso_xml_source_locate (&self->source, self->token + space, &element->text_line, &element->text_column);
  g_string_append_len (element->text, text, length);
}

/* Comments, the XML declaration, and what isn't allowed: processing instructions and declarations. */
static void
on_passthrough (GMarkupParseContext  *context,
                const char           *text,
                gsize                 length,
                gpointer              user_data,
                GError              **error)
{
  Parse *self = user_data;
  MesoXmlToken token;

  meso_xml_source_skip_space (&self->source);
  token = meso_xml_source_peek (&self->source, NULL);
  if (!take (self, token, error))
    return;

  if (token == MESO_XML_TOKEN_INSTRUCTION)
    {
      g_autofree char *declaration = g_ascii_strdown (text, length);

      if (strstr (declaration, "encoding") && !strstr (declaration, "utf-8"))
        meso_xml_source_set_error (&self->source, self->token, error,
                                   "the file says that it isn't UTF-8; save it as UTF-8");
    }
}

/* GMarkup's own fault: its sentence without its place, which is behind the tag and in bytes. */
static void
set_markup_error (Parse         *self,
                  const GError  *markup_error,
                  GError       **error)
{
  MesoXmlSource *source = &self->source;
  MesoXmlToken token;
  const char *sentence;

  if (markup_error->domain == MESO_CORE_ERROR)
    {
      g_propagate_error (error, g_error_copy (markup_error));
      return;
    }

  meso_xml_source_skip_space (source);
  if (!meso_xml_source_check (source, error))
    return;

  token = meso_xml_source_peek (source, NULL);
  if (self->open->len > 0 && (token == MESO_XML_TOKEN_END || token == MESO_XML_TOKEN_TEXT))
    {
      const MesoXmlElement *element = g_ptr_array_index (self->open, self->open->len - 1);

      meso_xml_source_set_error (source, source->length, error, "the file ends while <%s> of line %u is still open",
                                 element->name, element->line);
      return;
    }
  if (token == MESO_XML_TOKEN_TEXT || token == MESO_XML_TOKEN_END)
    {
      meso_xml_source_set_error (source, source->cursor, error, "%s",
                                 token == MESO_XML_TOKEN_TEXT ? TEXT_OUTSIDE : NO_ELEMENT);
      return;
    }

  sentence = strstr (markup_error->message, ": ");
  meso_xml_source_set_error (source, source->cursor, error, "%s", sentence ? sentence + 2 : markup_error->message);
}

/**
 * meso_xml_parse:
 * @file: the name that messages show
 * @bytes: the document, UTF-8
 * @namespace_uri: the one namespace that it may use, as the default namespace
 * @error: return location
 *
 * Reads a document into a tree in which every element knows its place. Beyond what GMarkup checks it
 * refuses document types, processing instructions, a second root, doubled attributes, other namespaces,
 * and anything larger than the limits in the header.
 *
 * Returns: (transfer full) (nullable): the root, or %NULL with %MESO_CORE_ERROR_SYNTAX, whose message is
 *   `file:line:column: what`
 */
MesoXmlElement *
meso_xml_parse (const char  *file,
                GBytes      *bytes,
                const char  *namespace_uri,
                GError     **error)
{
  static const GMarkupParser parser = { on_start, on_end, on_text, on_passthrough, NULL };
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (MesoXmlElement) root = NULL;
  g_autoptr (GError) markup_error = NULL;
  Parse self = { .namespace_uri = namespace_uri, .open = open };
  gboolean sound;

  if (!meso_xml_source_init (&self.source, file, bytes, MESO_XML_MAX_BYTES, error))
    return NULL;

  context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &self, NULL);
  sound = g_markup_parse_context_parse (context, self.source.data, self.source.length, &markup_error) &&
          g_markup_parse_context_end_parse (context, &markup_error);
  root = self.root;

  if (!sound)
    {
      set_markup_error (&self, markup_error, error);
      return NULL;
    }

  if (!root)
    meso_xml_source_set_error (&self.source, self.source.length, error, NO_ELEMENT);
  return g_steal_pointer (&root);
}
