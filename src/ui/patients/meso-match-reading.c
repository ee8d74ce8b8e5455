/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-match-reading.h"

#include <string.h>

#include "meso-text-fold.h"

#define COUNTRY_CODE "98"

void
meso_match_reading_clear (MesoMatchReading *self)
{
  g_string_free (self->folded, TRUE);
  g_array_unref (self->places);
}

/* What one character folds to between others: letters, "" for what vanishes, a space for what separates. Folding is ICU's and slow;
 * the characters of names are few. Main thread only. */
static const char *
fold_character (gunichar c)
{
  static GHashTable *known;
  const char *folded;
  char utf8[8] = "";
  g_autofree char *between = NULL;
  g_autofree char *whole = NULL;

  if (known == NULL)
    known = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  folded = g_hash_table_lookup (known, GUINT_TO_POINTER (c));
  if (folded != NULL)
    return folded;
  g_unichar_to_utf8 (c, utf8);
  between = g_strconcat ("a", utf8, "a", NULL);
  whole = meso_text_fold (between);
  folded = strlen (whole) >= 2 ? g_strndup (whole + 1, strlen (whole) - 2) : g_strdup ("");
  g_hash_table_insert (known, GUINT_TO_POINTER (c), (gpointer) folded);
  return folded;
}

MesoMatchReading
meso_match_reading_words (const char *text)
{
  MesoMatchReading self = { g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (MesoMatchPlace)) };
  gboolean begins = TRUE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize start = (gsize) (p - text);
      gsize end = (gsize) (g_utf8_next_char (p) - text);

      for (const char *folded = fold_character (g_utf8_get_char (p)); *folded != '\0'; folded++)
        {
          MesoMatchPlace place = { start, end, begins };

          if (*folded != ' ')
            {
              g_string_append_c (self.folded, *folded);
              g_array_append_val (self.places, place);
            }
          begins = *folded == ' ';
        }
    }
  return self;
}

static void
add_digit (MesoMatchReading *self,
           char              digit,
           gsize             start,
           gsize             end)
{
  MesoMatchPlace place = { start, end, FALSE };

  g_string_append_c (self->folded, digit);
  g_array_append_val (self->places, place);
}

/* Appends the digits from one on, behind a prefix that stands in no place of the text, but that the number is found by too. */
static void
add_number (MesoMatchReading       *self,
            const char             *prefix,
            const MesoMatchReading *digits,
            gsize                   from)
{
  gsize at = from < digits->places->len ? g_array_index (digits->places, MesoMatchPlace, from).start : 0;

  for (; *prefix != '\0'; prefix++)
    add_digit (self, *prefix, at, at);
  for (gsize i = from; i < digits->folded->len; i++)
    add_digit (self, digits->folded->str[i], g_array_index (digits->places, MesoMatchPlace, i).start,
               g_array_index (digits->places, MesoMatchPlace, i).end);
}

MesoMatchReading
meso_match_reading_number (const char *text,
                           gboolean    phone)
{
  MesoMatchReading self = { g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (MesoMatchPlace)) };
  MesoMatchReading digits = { g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (MesoMatchPlace)) };
  gboolean international = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '+')
        international = TRUE;
      if (g_unichar_isdigit (c))
        add_digit (&digits, (char) ('0' + g_unichar_digit_value (c)), (gsize) (p - text), (gsize) (g_utf8_next_char (p) - text));
    }
  add_number (&self, phone && international ? "00" : "", &digits, 0);
  /* The other way to write it; the space keeps a part from matching across the two. */
  if (phone && international && g_str_has_prefix (digits.folded->str, COUNTRY_CODE))
    add_number (&self, " 0", &digits, strlen (COUNTRY_CODE));
  meso_match_reading_clear (&digits);
  return self;
}
