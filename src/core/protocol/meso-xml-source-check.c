/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-xml-source.h"

#include <string.h>

/* The longest reference that stands for one character: "&#x10FFFF;". */
#define LONGEST_REFERENCE 12

static gboolean
is_reference (const char *name)
{
  static const char *const known[] = { "lt", "gt", "amp", "quot", "apos", NULL };
  gboolean hexadecimal;
  guint64 value;

  if (name[0] != '#')
    return g_strv_contains (known, name);

  hexadecimal = name[1] == 'x';
  if (!g_ascii_string_to_unsigned (name + (hexadecimal ? 2 : 1), hexadecimal ? 16 : 10, 0, 0x10ffff, &value, NULL))
    return FALSE;

  return meso_xml_is_character (value);
}

static gboolean
check_references (MesoXmlSource  *self,
                  gsize           end,
                  GError        **error)
{
  for (gsize i = self->cursor; i < end; i++)
    {
      g_autofree char *name = NULL;
      const char *semicolon;

      if (self->data[i] != '&')
        continue;

      semicolon = memchr (self->data + i, ';', MIN (end - i, LONGEST_REFERENCE));
      if (!semicolon)
        {
          meso_xml_source_set_error (self, i, error, "“&” begins no reference here; write it as &amp;");
          return FALSE;
        }

      name = g_strndup (self->data + i + 1, semicolon - (self->data + i + 1));
      if (!is_reference (name))
        {
          meso_xml_source_set_error (self, i, error, "“&%s;” stands for no character; write “&” as &amp;", name);
          return FALSE;
        }
    }

  return TRUE;
}

/* What GMarkup lets pass inside a start tag. */
static gboolean
check_start_tag (MesoXmlSource  *self,
                 gsize           end,
                 GError        **error)
{
  char quote = '\0';

  for (gsize i = self->cursor + 1; i < end; i++)
    {
      char c = self->data[i];

      if (quote != '\0' && c == '<')
        {
          meso_xml_source_set_error (self, i, error, "“<” isn't allowed in the value of an attribute; "
                                     "write it as &lt; or close the quotation mark before it");
          return FALSE;
        }

      if (quote == '\0')
        quote = c == '"' || c == '\'' ? c : '\0';
      else if (c == quote)
        {
          char next = i + 1 < end ? self->data[i + 1] : '>';

          if (!meso_xml_is_space (next) && next != '/' && next != '>')
            {
              meso_xml_source_set_error (self, i + 1, error, "a space is missing behind the attribute's value");
              return FALSE;
            }
          quote = '\0';
        }
    }

  return check_references (self, end, error);
}

static gboolean
check_text (MesoXmlSource  *self,
            gsize           end,
            GError        **error)
{
  const char *bracket = memmem (self->data + self->cursor, end - self->cursor, "]]>", 3);

  if (bracket)
    {
      meso_xml_source_set_error (self, bracket - self->data, error, "“]]>” isn't allowed in text; write it as ]]&gt;");
      return FALSE;
    }

  return check_references (self, end, error);
}

/**
 * meso_xml_source_check:
 * @self: a source
 * @error: return location
 *
 * Looks for what XML forbids inside the token at the cursor, and GMarkup accepts or can't place.
 *
 * Returns: %FALSE with %MESO_CORE_ERROR_SYNTAX
 */
gboolean
meso_xml_source_check (MesoXmlSource  *self,
                       GError        **error)
{
  gsize end;

  switch (meso_xml_source_peek (self, &end))
    {
    case MESO_XML_TOKEN_TEXT:
      return check_text (self, end, error);

    case MESO_XML_TOKEN_START_TAG:
      return check_start_tag (self, end, error);

    case MESO_XML_TOKEN_COMMENT:
      {
        const char *inside = self->data + self->cursor + strlen ("<!--");
        const char *dashes = memmem (inside, self->data + end - inside, "--", 2);

        /* The first two belong to the end, or are none of a comment's business. */
        if (!dashes || dashes + strlen ("-->") >= self->data + end)
          return TRUE;
        meso_xml_source_set_error (self, dashes - self->data, error, "“--” isn't allowed inside a comment");
        return FALSE;
      }

    case MESO_XML_TOKEN_DECLARATION:
      meso_xml_source_set_error (self, self->cursor, error, "declarations such as DOCTYPE aren't allowed");
      return FALSE;

    case MESO_XML_TOKEN_INSTRUCTION:
      if (self->cursor == 0 && self->length > 5 && memcmp (self->data, "<?xml", 5) == 0 &&
          meso_xml_is_space (self->data[5]))
        return TRUE;
      meso_xml_source_set_error (self, self->cursor, error, "processing instructions aren't allowed");
      return FALSE;

    case MESO_XML_TOKEN_END:
    case MESO_XML_TOKEN_CDATA:
    case MESO_XML_TOKEN_END_TAG:
    default:
      return TRUE;
    }
}
