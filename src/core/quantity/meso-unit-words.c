/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-unit-words.h"

#include <string.h>

#include "meso-decimal.h"
#include "meso-text.h"

#define TATWEEL 0x0640
#define ARABIC_KAF 0x0643
#define ARABIC_ALEF_MAKSURA 0x0649
#define ARABIC_YEH 0x064a
#define PERSIAN_KEHEH 0x06a9
#define PERSIAN_YEH 0x06cc

/* As close_up () leaves them */
static const struct { const char *word; const char *latin; } units[] = {
  { "نانوگرم", "ng" },
  { "میکروگرم", "\u00b5g" },
  { "میلیگرم", "mg" },
  { "گرم", "g" },
  { "میلیمول", "mmol" },
  { "واحد", "IU" },
  { "واحدبینالمللی", "IU" },
  { "میکرولیتر", "\u00b5L" },
  { "میلیلیتر", "mL" },
  { "سیسی", "mL" },
  { "لیتر", "L" },
  { "درصد", "%" },
};

static const char *const millilitres[] = { "میلیلیتر", "سیسی", "mL", "ml" };
static const char *const per[] = { "/", "درهر", "در", "بر" };

static gboolean
is_invisible (gunichar c)
{
  return c == TATWEEL || g_unichar_type (c) == G_UNICODE_FORMAT;
}

static gboolean
is_word (gunichar c)
{
  return g_unichar_isalpha (c) && g_unichar_get_script (c) == G_UNICODE_SCRIPT_ARABIC;
}

static gunichar
fold (gunichar c)
{
  if (c == ARABIC_KAF)
    return PERSIAN_KEHEH;
  return c == ARABIC_YEH || c == ARABIC_ALEF_MAKSURA ? PERSIAN_YEH : c;
}

/* (transfer full) (nullable): the words in Persian letters, without what some write between their parts; NULL where there are none */
static char *
close_up (const char *typed)
{
  g_autoptr (GString) closed = g_string_new (NULL);
  gboolean words = FALSE, behind_word = FALSE, blank = FALSE;

  for (const char *p = typed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = fold (g_utf8_get_char (p));
      gboolean word = is_word (c);

      if (g_unichar_isspace (c))
        blank = TRUE;
      if (g_unichar_isspace (c) || is_invisible (c))
        continue;
      if (blank && !(word && behind_word))
        g_string_append_c (closed, ' ');
      g_string_append_unichar (closed, c);
      words = words || word;
      behind_word = word;
      blank = FALSE;
    }
  return words ? g_string_free_and_steal (g_steal_pointer (&closed)) : NULL;
}

static const char *
find (const char *closed)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (closed, units[i].word))
      return units[i].latin;
  return NULL;
}

/* (transfer full) (nullable): what stands before one of @endings; NULL when @text ends in none */
static char *
dup_before (const char        *text,
            const char *const *endings,
            gsize              n_endings)
{
  for (gsize i = 0; i < n_endings; i++)
    if (g_str_has_suffix (text, endings[i]))
      {
        g_autofree char *before = g_strndup (text, strlen (text) - strlen (endings[i]));

        return meso_text_trim (before);
      }
  return NULL;
}

/**
 * meso_unit_words_to_latin:
 * @typed: what stands behind a number
 *
 * Whole words only, with Persian or Arabic letters, and with a space, a zero-width non-joiner or nothing between their parts.
 * “… در میلی‌لیتر”, “… در هر میلی‌لیتر” and “… بر میلی‌لیتر” are “…/mL”; any other volume below the stroke isn't known.
 *
 * Returns: (transfer full): the unit in Latin letters, or @typed as it stands
 */
char *
meso_unit_words_to_latin (const char *typed)
{
  g_autofree char *closed = close_up (typed);
  g_autofree char *above_per = NULL;
  g_autofree char *above = NULL;
  const char *latin = closed != NULL ? find (closed) : NULL;

  if (closed == NULL || latin != NULL)
    return g_strdup (latin != NULL ? latin : typed);
  above_per = dup_before (closed, millilitres, G_N_ELEMENTS (millilitres));
  above = above_per != NULL ? dup_before (above_per, per, G_N_ELEMENTS (per)) : NULL;
  if (above == NULL)
    return g_strdup (typed);
  latin = find (above);
  return g_strconcat (latin != NULL ? latin : above, "/mL", NULL);
}

/**
 * meso_unit_words_rewrite:
 * @amount: a number and a unit, as someone typed them
 *
 * Returns: (transfer full): the same with its unit in Latin letters; @amount as it stands where its unit isn't in Persian words
 */
char *
meso_unit_words_rewrite (const char *amount)
{
  g_autofree char *trimmed = meso_text_trim (amount);
  g_autofree char *behind = NULL;
  g_autofree char *latin = NULL;
  g_autofree char *number = NULL;
  const char *rest;
  MesoDecimal decimal;

  if (!meso_decimal_parse (trimmed, &rest, &decimal, NULL))
    return g_strdup (amount);
  behind = meso_text_trim (rest);
  latin = meso_unit_words_to_latin (behind);
  if (g_str_equal (behind, latin))
    return g_strdup (amount);
  number = g_strndup (trimmed, (gsize) (rest - trimmed));
  return g_strconcat (number, "\u00a0", latin, NULL);
}
