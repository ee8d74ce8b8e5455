/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-text.h"

#include <stdarg.h>
#include <string.h>

#include "meso-core-error.h"

#define LEFT_TO_RIGHT_ISOLATE "\u2066"
#define POP_DIRECTIONAL_ISOLATE "\u2069"
#define PERSIAN_ZERO 0x06F0
#define QUOTE_MAX_CHARS 60

/* name → value of the variable arguments; the strings stay the caller's */
static GHashTable *
collect_values (const char *first_name,
                va_list     args)
{
  GHashTable *values = g_hash_table_new (g_str_hash, g_str_equal);

  for (const char *name = first_name; name != NULL; name = va_arg (args, const char *))
    {
      const char *value = va_arg (args, const char *);

      g_hash_table_insert (values, (gpointer) name, (gpointer) (value != NULL ? value : ""));
    }

  return values;
}

/* The length of the name in `{name}` at the brace; 0 when it is just a brace. */
static gsize
measure_name (const char *brace)
{
  gsize length = 0;

  while (g_ascii_isalnum (brace[1 + length]) || brace[1 + length] == '-' || brace[1 + length] == '_')
    length++;

  return brace[1 + length] == '}' ? length : 0;
}

/**
 * meso_text_format:
 * @template: text of the clinical content with `{name}` in it
 * @first_name: the first name, followed by its value, more names and values, and %NULL
 * @...: values are strings; what they hold is never looked into, so a brace in a patient's name is safe
 *
 * Fills in a sentence. A translation may use the names in any order, or more than once. A name
 * without a value is a mistake in the content or the program: it is reported, and stays in sight
 * so that no sentence has a silent hole.
 *
 * Returns: (transfer full): the sentence
 */
char *
meso_text_format (const char *template,
                  const char *first_name,
                  ...)
{
  g_autoptr (GHashTable) values = NULL;
  GString *text;
  va_list args;

  g_return_val_if_fail (template != NULL, g_strdup (""));

  va_start (args, first_name);
  values = collect_values (first_name, args);
  va_end (args);

  text = g_string_new (NULL);
  for (const char *brace = strchr (template, '{'); brace != NULL; brace = strchr (template, '{'))
    {
      gsize length = measure_name (brace);
      g_autofree char *name = g_strndup (brace + 1, length);
      const char *value = length > 0 ? g_hash_table_lookup (values, name) : NULL;

      if (length > 0 && value == NULL)
        g_critical ("No value for {%s}", name);

      g_string_append_len (text, template, brace - template);
      g_string_append (text, value != NULL ? value : "{");
      template = brace + (value != NULL ? length + 2 : 1);
    }
  g_string_append (text, template);

  return g_string_free (text, FALSE);
}

/**
 * meso_text_localise_digits:
 * @text: a text
 * @language: (nullable): "fa" for Persian digits; anything else for ASCII digits
 *
 * Returns: (transfer full): @text with all its digits in the form that @language writes
 */
char *
meso_text_localise_digits (const char *text,
                           const char *language)
{
  g_autofree char *ascii = meso_text_ascii_digits (text);
  GString *localised;

  if (g_strcmp0 (language, "fa") != 0)
    return g_steal_pointer (&ascii);

  localised = g_string_new (NULL);
  for (const char *p = ascii; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        g_string_append_unichar (localised, PERSIAN_ZERO + g_ascii_digit_value (*p));
      else
        g_string_append_c (localised, *p);
    }

  return g_string_free (localised, FALSE);
}

/* The value of the Persian or Arabic digit that begins here, else -1. Both are two bytes, and
 * their first byte begins nothing else but a character of that block, so broken text is safe too. */
static int
read_eastern_digit (const char *text)
{
  guint8 first = text[0];
  guint8 second = first != 0 ? text[1] : 0;

  if (first == 0xDB && second >= 0xB0 && second <= 0xB9)
    return second - 0xB0;
  if (first == 0xD9 && second >= 0xA0 && second <= 0xA9)
    return second - 0xA0;

  return -1;
}

/**
 * meso_text_ascii_digits:
 * @text: a text
 *
 * Returns: (transfer full): @text with Persian and Arabic digits as ASCII ones, and nothing else changed
 */
char *
meso_text_ascii_digits (const char *text)
{
  GString *ascii;

  g_return_val_if_fail (text != NULL, g_strdup (""));

  ascii = g_string_new (NULL);
  for (const char *p = text; *p != '\0';)
    {
      int digit = read_eastern_digit (p);

      g_string_append_c (ascii, digit >= 0 ? '0' + (char) digit : *p);
      p += digit >= 0 ? 2 : 1;
    }

  return g_string_free (ascii, FALSE);
}

/**
 * meso_text_localise_number:
 * @text: a number as this program writes it, perhaps with a unit: "0.5 mg/mL", "12.5 %"
 * @language: (nullable): as for meso_text_localise_digits()
 *
 * Returns: (transfer full): @text with the digits, the decimal mark and the percent sign of @language
 */
char *
meso_text_localise_number (const char *text,
                           const char *language)
{
  g_autofree char *localised = meso_text_localise_digits (text, language);
  g_autoptr(GString) marked = NULL;

  if (g_strcmp0 (language, "fa") != 0)
    return g_steal_pointer (&localised);
  marked = g_string_new (localised);
  g_string_replace (marked, ".", "\u066b", 0);
  g_string_replace (marked, "\u00a0%", "\u066a", 0);
  return g_string_free_and_steal (g_steal_pointer (&marked));
}

/**
 * meso_text_isolate:
 * @text: a number with its unit, a date, a phone number, a run of Latin letters
 *
 * Without isolation "-5.5" shows as "5.5-" in a right-to-left line, and a phone number backwards.
 *
 * Returns: (transfer full): @text between U+2066 and U+2069
 */
char *
meso_text_isolate (const char *text)
{
  g_return_val_if_fail (text != NULL, g_strdup (""));

  return g_strconcat (LEFT_TO_RIGHT_ISOLATE, text, POP_DIRECTIONAL_ISOLATE, NULL);
}

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

/**
 * meso_text_holds_word:
 * @words: words with single spaces between them, "" for none
 * @word: what is looked for, not empty
 *
 * For short lists that the program itself writes; nothing is folded.
 *
 * Returns: whether @word is one of @words, whole and letter by letter
 */
gboolean
meso_text_holds_word (const char *words,
                      const char *word)
{
  gsize length;

  g_return_val_if_fail (words != NULL && word != NULL && *word != '\0', FALSE);

  length = strlen (word);
  for (const char *p = words; (p = strstr (p, word)) != NULL; p += length)
    {
      if ((p == words || p[-1] == ' ') && (p[length] == ' ' || p[length] == '\0'))
        return TRUE;
    }

  return FALSE;
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
