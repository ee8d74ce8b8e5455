/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-text-near.h"

static glong
count_common_start (const gunichar *a,
                    const gunichar *b,
                    glong           most)
{
  glong n = 0;

  while (n < most && a[n] == b[n])
    n++;
  return n;
}

/* rest: letters of both from the first difference on, of the same number */
static gboolean
is_equal (const gunichar *a,
          const gunichar *b,
          glong           rest)
{
  return count_common_start (a, b, rest) == rest;
}

/**
 * meso_text_is_near:
 * @a: a folded word
 * @b: another
 *
 * One step of the distance of Damerau and Levenshtein.
 *
 * Returns: whether the two differ by one letter; %FALSE for equal words and for short ones
 */
gboolean
meso_text_is_near (const char *a,
                   const char *b)
{
  glong n_a = 0, n_b = 0, start;
  g_autofree gunichar *longer = g_utf8_to_ucs4_fast (a, -1, &n_a);
  g_autofree gunichar *shorter = g_utf8_to_ucs4_fast (b, -1, &n_b);

  if (n_a < n_b)
    {
      gunichar *letters = longer;
      glong n = n_a;

      longer = shorter;
      n_a = n_b;
      shorter = letters;
      n_b = n;
    }
  if (n_b < MESO_TEXT_NEAR_MIN || n_a - n_b > 1)
    return FALSE;
  start = count_common_start (longer, shorter, n_b);
  if (n_a > n_b)
    return is_equal (longer + start + 1, shorter + start, n_b - start);
  if (start == n_a)
    return FALSE;
  return is_equal (longer + start + 1, shorter + start + 1, n_a - start - 1) ||
         (start + 1 < n_a && longer[start] == shorter[start + 1] && longer[start + 1] == shorter[start] &&
          is_equal (longer + start + 2, shorter + start + 2, n_a - start - 2));
}
