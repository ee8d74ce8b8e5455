/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-doses.h"

#include <string.h>

#include "meso-handout-words.h"
#include "meso-text.h"
#include "meso-unit-words.h"

#define ISOLATE "\u2066"
#define POP "\u2069"
#define DECIMAL_MARK "\u066b"
#define PERCENT "\u066a"

/**
 * meso_handout_doses_write:
 * @run: numbers, units and signs, in any digits
 *
 * Returns: (transfer full): the same in Latin digits and units, with a decimal point
 */
char *
meso_handout_doses_write (const char *run)
{
  g_autofree char *rewritten = meso_unit_words_rewrite (run);
  g_autofree char *ascii = meso_text_ascii_digits (rewritten);
  GString *latin = g_string_new (ascii);

  g_string_replace (latin, DECIMAL_MARK, ".", 0);
  g_string_replace (latin, PERCENT, "\u00a0%", 0);
  return g_string_free_and_steal (latin);
}

/* A number with a unit; "120" alone is a count. */
static gboolean
has_unit (const char *run)
{
  gboolean digit = FALSE;
  gboolean unit = FALSE;

  for (const char *p = run; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      digit = digit || g_unichar_isdigit (c);
      unit = unit || g_unichar_isalpha (c) || c == '%' || c == g_utf8_get_char (PERCENT);
    }
  return digit && unit;
}

/**
 * meso_handout_doses_in:
 * @text: a text whose numbers are isolated, as the content and the checks write it
 *
 * Returns: (transfer full): @text with its doses in Latin digits
 */
char *
meso_handout_doses_in (const char *text)
{
  GString *written = g_string_new (NULL);
  const char *end;

  for (const char *run; (run = strstr (text, ISOLATE)) != NULL && (end = strstr (run, POP)) != NULL; text = end)
    {
      g_autofree char *inside = g_strndup (run, (gsize) (end - run));
      g_autofree char *dose = has_unit (inside) ? meso_handout_doses_write (inside) : g_steal_pointer (&inside);

      g_string_append_len (written, text, run - text);
      g_string_append (written, dose);
    }
  g_string_append (written, text);
  return g_string_free_and_steal (written);
}

/**
 * meso_handout_doses_inline:
 * @name: of an ingredient, with or without a strength in it
 *
 * Returns: (transfer full): @name as meso_handout_words_inline () makes it, but with its doses isolated: "0.9 %" behind Persian letters
 *   would read "% 0.9"
 */
char *
meso_handout_doses_inline (const char *name)
{
  g_autofree char *written = meso_handout_doses_in (name);
  g_autofree char *plain = meso_handout_words_inline (written);
  GString *line = g_string_new (plain);
  const char *end;

  for (const char *run = written; (run = strstr (run, ISOLATE)) != NULL && (end = strstr (run, POP)) != NULL; run = end)
    {
      g_autofree char *inside = g_strndup (run, (gsize) (end - run));
      g_autofree char *dose = meso_handout_words_line (inside);
      g_autofree char *isolated = meso_text_isolate (dose);

      if (*dose != '\0')
        g_string_replace (line, dose, isolated, 1);
    }
  return g_string_free_and_steal (line);
}

/**
 * meso_handout_doses_of:
 * @name: of an ingredient, isolated
 * @amount: of it, isolated
 *
 * The colon parts two numbers: "Saline 0.9 % 3.5 mL", or "0.5 mg B12" in a right-to-left line, would be misread. Between isolates it
 * stands behind the name in the line's direction. One item stays on one line.
 *
 * Returns: (transfer full): "Biotin: 5 mg"
 */
char *
meso_handout_doses_of (const char *name,
                       const char *amount)
{
  return g_strjoin (":\u00a0", name, amount, NULL);
}
