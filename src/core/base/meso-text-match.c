/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-text-match.h"

#include <string.h>

/* Shorter words must be the same letter for letter. */
#define MIN_CHARS_FOR_ENDING 4

/* The same word, give or take one letter at the end: “parabens” and “paraben”, “lidocain” and “lidocaine”. */
static gboolean
is_same_word (const char *a, const char *b)
{
  glong length_a = g_utf8_strlen (a, -1);
  glong length_b = g_utf8_strlen (b, -1);

  if (length_a == length_b)
    return strcmp (a, b) == 0;
  if (MIN (length_a, length_b) < MIN_CHARS_FOR_ENDING || ABS (length_a - length_b) > 1)
    return FALSE;
  return length_a < length_b ? g_str_has_prefix (b, a) : g_str_has_prefix (a, b);
}

/**
 * meso_text_contains_words:
 * @hay: (element-type utf8): folded words
 * @needle: (element-type utf8): folded words to look for
 *
 * Returns: whether all of @needle stands in @hay, words side by side, each give or take one letter at its end
 */
gboolean
meso_text_contains_words (const GPtrArray *hay,
                          const GPtrArray *needle)
{
  if (needle->len == 0)
    return FALSE;
  for (guint start = 0; start + needle->len <= hay->len; start++)
    {
      guint same = 0;

      while (same < needle->len &&
             is_same_word (g_ptr_array_index (hay, start + same), g_ptr_array_index (needle, same)))
        same++;
      if (same == needle->len)
        return TRUE;
    }
  return FALSE;
}
