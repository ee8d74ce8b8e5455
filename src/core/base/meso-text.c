/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-text.h"

#include <stdarg.h>
#include <string.h>

#define LEFT_TO_RIGHT_ISOLATE "\u2066"
#define POP_DIRECTIONAL_ISOLATE "\u2069"
#define PERSIAN_ZERO 0x06F0

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
