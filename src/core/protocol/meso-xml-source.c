/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-xml-source.h"

#include <string.h>

#include "meso-core-error.h"

/**
 * meso_xml_is_space:
 * @c: a byte
 *
 * Returns: whether XML counts it as white space
 */
gboolean
meso_xml_is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Offset behind the first @needle at or after @from, or the end of the document. */
static gsize
find_behind (const MesoXmlSource *self,
             gsize                from,
             const char          *needle)
{
  gsize needle_length = strlen (needle);
  const char *found = NULL;

  if (from < self->length)
    found = memmem (self->data + from, self->length - from, needle, needle_length);

  return found ? (gsize) (found - self->data) + needle_length : self->length;
}

static gsize
find_tag_end (const MesoXmlSource *self,
              gsize                from)
{
  char quote = '\0';

  for (gsize i = from; i < self->length; i++)
    {
      char c = self->data[i];

      if (quote != '\0')
        quote = c == quote ? '\0' : quote;
      else if (c == '"' || c == '\'')
        quote = c;
      else if (c == '>')
        return i + 1;
    }

  return self->length;
}

static gboolean
starts_with (const MesoXmlSource *self,
             gsize                offset,
             const char          *prefix)
{
  gsize length = strlen (prefix);

  return self->length - offset >= length && memcmp (self->data + offset, prefix, length) == 0;
}

/**
 * meso_xml_is_character:
 * @c: a code point
 *
 * Returns: whether XML 1.0 allows it in a document, as itself or as a reference
 */
gboolean
meso_xml_is_character (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xd800) ||
         (c >= 0xe000 && c <= 0xfffd) || (c >= 0x10000 && c <= 0x10ffff);
}

static gboolean
check_characters (MesoXmlSource  *self,
                  GError        **error)
{
  const char *end;

  if (!g_utf8_validate_len (self->data, self->length, &end))
    {
      gsize offset = end - self->data;

      if (*end == '\0')
        meso_xml_source_set_error (self, offset, error, "the file holds a NUL byte, so it isn't a text file");
      else
        meso_xml_source_set_error (self, offset, error, "the byte 0x%02x isn't valid UTF-8; save the file as UTF-8",
                                   (guint8) *end);
      return FALSE;
    }

  for (const char *p = self->data; p < self->data + self->length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!meso_xml_is_character (c))
        {
          meso_xml_source_set_error (self, p - self->data, error,
                                     "the control character U+%04X isn't allowed in XML", c);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * meso_xml_source_init:
 * @self: what to set up; it borrows @file and the data of @bytes
 * @file: the name that messages show
 * @bytes: the document: UTF-8, with or without a byte order mark
 * @max_bytes: the longest document that is read
 * @error: return location
 *
 * Checks the bytes as a whole: their number, that they are UTF-8, and that XML allows every character.
 *
 * Returns: %FALSE with %MESO_CORE_ERROR_SYNTAX
 */
gboolean
meso_xml_source_init (MesoXmlSource  *self,
                      const char     *file,
                      GBytes         *bytes,
                      gsize           max_bytes,
                      GError        **error)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  *self = (MesoXmlSource) { .file = file, .data = data ? data : "", .length = length,
                            .mark_line = 1, .mark_column = 1 };

  if (length > max_bytes)
    {
      meso_xml_source_set_error (self, 0, error, "the file is %" G_GSIZE_FORMAT " bytes long; at most %" G_GSIZE_FORMAT
                                 " are read", length, max_bytes);
      return FALSE;
    }

  if (starts_with (self, 0, "\xff\xfe") || starts_with (self, 0, "\xfe\xff"))
    {
      meso_xml_source_set_error (self, 0, error, "the file is UTF-16; save it as UTF-8");
      return FALSE;
    }

  if (starts_with (self, 0, "\xef\xbb\xbf"))
    {
      self->data += 3;
      self->length -= 3;
    }

  return check_characters (self, error);
}

/**
 * meso_xml_source_locate:
 * @self: a source
 * @offset: offset into its data
 * @line_out: (out): line, from 1
 * @column_out: (out): column in characters, from 1
 *
 * Turns an offset into a place. Cheap when the offsets rise from call to call.
 */
void
meso_xml_source_locate (MesoXmlSource *self,
                        gsize          offset,
                        guint         *line_out,
                        guint         *column_out)
{
  if (offset < self->mark)
    {
      self->mark = 0;
      self->mark_line = 1;
      self->mark_column = 1;
    }

  for (; self->mark < MIN (offset, self->length); self->mark++)
    {
      guint8 c = self->data[self->mark];

      if (c == '\n')
        {
          self->mark_line++;
          self->mark_column = 1;
        }
      else if ((c & 0xc0) != 0x80)
        self->mark_column++;
    }

  /* The last byte of a character has been counted already by its first. */
  *line_out = self->mark_line;
  *column_out = self->mark_column;
}

/**
 * meso_xml_source_set_error:
 * @self: a source
 * @offset: offset that the fault stands at
 * @error: return location
 * @format: what is wrong, without a place
 *
 * Sets %MESO_CORE_ERROR_SYNTAX as `file:line:column: what`.
 */
void
meso_xml_source_set_error (MesoXmlSource  *self,
                           gsize           offset,
                           GError        **error,
                           const char     *format,
                           ...)
{
  g_autofree char *what = NULL;
  g_autofree char *valid = NULL;
  guint line;
  guint column;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  /* A quoted name may have been cut in the middle of a character. */
  valid = g_utf8_make_valid (what, -1);
  meso_xml_source_locate (self, offset, &line, &column);
  g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_SYNTAX, "%s:%u:%u: %s", self->file, line, column, valid);
}

/**
 * meso_xml_source_peek:
 * @self: a source
 * @end_out: (out) (optional): offset behind the token
 *
 * Looks at the token at the cursor. One that is cut off ends with the document.
 *
 * Returns: what it is
 */
MesoXmlToken
meso_xml_source_peek (MesoXmlSource *self,
                      gsize         *end_out)
{
  gsize start = self->cursor;
  gsize end = self->length;
  MesoXmlToken token;

  if (start >= self->length)
    token = MESO_XML_TOKEN_END;
  else if (self->data[start] != '<')
    {
      const char *next = memchr (self->data + start, '<', self->length - start);

      token = MESO_XML_TOKEN_TEXT;
      end = next ? (gsize) (next - self->data) : self->length;
    }
  else if (starts_with (self, start, "<!--"))
    {
      token = MESO_XML_TOKEN_COMMENT;
      end = find_behind (self, start + 4, "-->");
    }
  else if (starts_with (self, start, "<![CDATA["))
    {
      token = MESO_XML_TOKEN_CDATA;
      end = find_behind (self, start, "]]>");
    }
  else if (starts_with (self, start, "<!"))
    token = MESO_XML_TOKEN_DECLARATION;
  else if (starts_with (self, start, "<?"))
    {
      token = MESO_XML_TOKEN_INSTRUCTION;
      end = find_behind (self, start, "?>");
    }
  else if (starts_with (self, start, "</"))
    {
      token = MESO_XML_TOKEN_END_TAG;
      end = find_behind (self, start, ">");
    }
  else
    {
      token = MESO_XML_TOKEN_START_TAG;
      end = find_tag_end (self, start);
    }

  if (end_out)
    *end_out = end;
  return token;
}

/**
 * meso_xml_source_skip_space:
 * @self: a source
 *
 * Moves the cursor over white space, which GMarkup doesn't report outside of the root element.
 */
void
meso_xml_source_skip_space (MesoXmlSource *self)
{
  while (self->cursor < self->length && meso_xml_is_space (self->data[self->cursor]))
    self->cursor++;
}
