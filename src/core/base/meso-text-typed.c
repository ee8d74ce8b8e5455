/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-text.h"

#include <string.h>

#include "meso-core-error.h"

#define QUOTE_MAX_CHARS 60

/* Marks that change the direction of what follows them: they can make a line read as another one. */
static gboolean
is_direction_override (gunichar c)
{
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_line_break (gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/**
 * meso_text_quote:
 * @text: (nullable): what somebody typed
 *
 * For error messages: what was typed, in quotation marks, at most 60 characters of it, with
 * anything that can't be shown on one line replaced.
 *
 * Returns: (transfer full): “text”, and `“”` for %NULL
 */
char *
meso_text_quote (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *quoted = g_string_new ("“");
  int n_chars = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (n_chars++ == QUOTE_MAX_CHARS)
        {
          g_string_append (quoted, "…");
          break;
        }
      if (g_unichar_iscntrl (c) || is_line_break (c) || is_direction_override (c))
        c = 0xFFFD;
      g_string_append_unichar (quoted, c);
    }

  g_string_append (quoted, "”");

  return g_string_free (quoted, FALSE);
}

/* White space, and what shows as nothing at all at the end of a text. */
static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_FORMAT || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/**
 * meso_text_trim:
 * @text: a text; broken UTF-8 is left as it is, for meso_text_check_line () to refuse
 *
 * Returns: (transfer full): @text without blanks and invisible marks at both ends; "" when it shows nothing
 */
char *
meso_text_trim (const char *text)
{
  const char *start = text;
  const char *end;

  g_return_val_if_fail (text != NULL, g_strdup (""));

  if (!g_utf8_validate (text, -1, NULL))
    return g_strdup (text);

  while (*start != '\0' && is_blank (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);

  end = start + strlen (start);
  while (end > start)
    {
      const char *before = g_utf8_prev_char (end);

      if (!is_blank (g_utf8_get_char (before)))
        break;
      end = before;
    }

  return g_strndup (start, end - start);
}

/**
 * meso_text_is_empty:
 * @text: (nullable): what was typed
 *
 * Whether a field that must be filled in was left empty. A blank, a tab or a mark that can't be
 * seen fills in nothing; broken UTF-8 isn't empty: meso_text_check_line () refuses it in its own words.
 *
 * Returns: %TRUE for %NULL, and for a text of which meso_text_trim () leaves nothing
 */
gboolean
meso_text_is_empty (const char *text)
{
  g_autofree char *trimmed = meso_text_trim (text != NULL ? text : "");

  return *trimmed == '\0';
}

static gboolean
check_characters (const char  *text,
                  gboolean     many_lines,
                  const char  *field,
                  GError     **error)
{
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                   "%s isn't valid text (UTF-8). Type it again.", field);
      return FALSE;
    }

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *fault = NULL;

      if (many_lines && (c == '\n' || c == '\r' || c == '\t'))
        continue;

      if (is_line_break (c))
        fault = "holds a line break. Write it on one line.";
      else if (g_unichar_iscntrl (c))
        fault = "holds a control character, which can't be shown. Type it again.";
      else if (is_direction_override (c))
        fault = "holds an invisible mark that changes the writing direction. Type it again instead of pasting it.";

      if (fault != NULL)
        {
          g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID, "%s %s", field, fault);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * meso_text_check_line:
 * @text: what was typed
 * @max_chars: the most characters it may have
 * @field: what it is, at the start of a sentence: "The family name"
 * @error: return location
 *
 * Checks a text of one line: valid UTF-8, no line breaks, no control characters, and none of the
 * marks U+202A…U+202E and U+2066…U+2069, which could make a sheet show something else than what is stored.
 *
 * Returns: %FALSE with %MESO_CORE_ERROR_INVALID, or %MESO_CORE_ERROR_RANGE for a text that is too long
 */
gboolean
meso_text_check_line (const char  *text,
                      glong        max_chars,
                      const char  *field,
                      GError     **error)
{
  glong n_chars;

  g_return_val_if_fail (text != NULL && field != NULL, FALSE);

  if (!check_characters (text, FALSE, field, error))
    return FALSE;

  n_chars = g_utf8_strlen (text, -1);
  if (n_chars > max_chars)
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE,
                   "%s has %ld characters; at most %ld are possible.", field, n_chars, max_chars);
      return FALSE;
    }

  return TRUE;
}

/**
 * meso_text_check_note:
 * @text: what was typed
 * @field: what it is, at the start of a sentence: "The note"
 * @error: return location
 *
 * Checks a text of many lines: as meso_text_check_line (), but line breaks and tabs are allowed,
 * and %MESO_TEXT_NOTE_MAX_BYTES is its limit.
 *
 * Returns: %FALSE with %MESO_CORE_ERROR_INVALID, or %MESO_CORE_ERROR_RANGE for a text that is too long
 */
gboolean
meso_text_check_note (const char  *text,
                      const char  *field,
                      GError     **error)
{
  gsize length;

  g_return_val_if_fail (text != NULL && field != NULL, FALSE);

  length = strlen (text);
  if (length > MESO_TEXT_NOTE_MAX_BYTES)
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE,
                   "%s is too long: %" G_GSIZE_FORMAT " bytes; at most %d are possible.", field, length,
                   MESO_TEXT_NOTE_MAX_BYTES);
      return FALSE;
    }

  return check_characters (text, TRUE, field, error);
}
