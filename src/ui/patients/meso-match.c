/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-match.h"

#include <adwaita.h>
#include <string.h>

#include "meso-phone.h"
#include "meso-text-fold.h"

#define BACKGROUND_ALPHA (G_MAXUINT16 / 5)

/* Only the place is marked, in bold on a tint of the accent colour: the letters keep their own. */
static void
mark (PangoAttrList *list,
      gsize          start,
      gsize          end)
{
  g_autoptr(GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (adw_style_manager_get_default ());
  PangoAttribute *attributes[] = {
    pango_attr_weight_new (PANGO_WEIGHT_BOLD),
    pango_attr_background_new ((guint16) (accent->red * G_MAXUINT16), (guint16) (accent->green * G_MAXUINT16),
                               (guint16) (accent->blue * G_MAXUINT16)),
    pango_attr_background_alpha_new (BACKGROUND_ALPHA),
  };

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      attributes[i]->start_index = (guint) start;
      attributes[i]->end_index = (guint) end;
      pango_attr_list_insert (list, attributes[i]);
    }
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static void
remove_spaces (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    {
      if (*from != ' ')
        *to++ = *from;
    }
  *to = '\0';
}

/* The least that stands at start and folds to something beginning with word: what was typed may stand there in two pieces.
 * NULL when it doesn't. */
static const char *
find_end (const char *start,
          const char *word)
{
  for (const char *end = start; *end != '\0';)
    {
      g_autofree char *part = NULL;
      g_autofree char *folded = NULL;

      end = g_utf8_next_char (end);
      part = g_strndup (start, (gsize) (end - start));
      folded = meso_text_fold (part);
      remove_spaces (folded);
      if (g_str_has_prefix (folded, word))
        return end;
      if (!g_str_has_prefix (word, folded))
        return NULL;
    }
  return NULL;
}

static gboolean
mark_word (PangoAttrList *list,
           const char    *text,
           const char    *word)
{
  gboolean found = FALSE;
  gboolean inside = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean letter = is_letter (g_utf8_get_char (p));
      const char *end = letter && !inside ? find_end (p, word) : NULL;

      inside = letter;
      if (end != NULL)
        {
          mark (list, (gsize) (p - text), (gsize) (end - text));
          found = TRUE;
        }
    }
  return found;
}

static gboolean
mark_words (PangoAttrList *list,
            const char    *text,
            const char    *typed)
{
  g_autoptr(GPtrArray) alternatives = meso_text_fold_query (typed);
  gboolean found = FALSE;

  for (guint i = 0; i < alternatives->len; i++)
    {
      char **words = g_ptr_array_index (alternatives, i);

      for (guint k = 0; words[k] != NULL; k++)
        found = mark_word (list, text, words[k]) || found;
    }
  return found;
}

/* The digits of a text as ASCII, with where each stands. A letter, or the dot between two parts of a line, ends a number. */
static GString *
read_digits (const char *text,
             GArray     *places)
{
  GString *digits = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gsize place = (gsize) (p - text);

      if (g_unichar_isdigit (c))
        g_string_append_c (digits, (char) ('0' + g_unichar_digit_value (c)));
      else if (g_unichar_isalpha (c) || c == 0xb7)
        g_string_append_c (digits, '|');
      else
        continue;
      g_array_append_val (places, place);
    }
  return digits;
}

static gboolean
mark_digits (PangoAttrList *list,
             const char    *text,
             const char    *part)
{
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr(GString) digits = read_digits (text, places);
  const char *found = strstr (digits->str, part);
  gsize first;
  gsize last;

  if (found == NULL || *part == '\0')
    return FALSE;
  first = (gsize) (found - digits->str);
  last = first + strlen (part) - 1;
  mark (list, g_array_index (places, gsize, first),
        (gsize) (g_utf8_next_char (text + g_array_index (places, gsize, last)) - text));
  return TRUE;
}

/* A phone number is found with 0098, 98 or 0 in front, but shown in one form only. */
static gboolean
mark_number (PangoAttrList *list,
             const char    *text,
             const char    *part)
{
  static const char *const prefixes[] = { "", "0098", "98", "0" };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      if (g_str_has_prefix (part, prefixes[i]) && mark_digits (list, text, part + strlen (prefixes[i])))
        return TRUE;
    }
  return FALSE;
}

PangoAttrList *
meso_match_mark (const char *text,
                 const char *typed)
{
  PangoAttrList *list = pango_attr_list_new ();
  g_autofree char *part = meso_phone_search_part (typed);
  g_auto(GStrv) pieces = g_strsplit_set (typed, " \t", -1);
  gboolean found = mark_words (list, text, typed);

  if (part != NULL)
    found = mark_number (list, text, part) || found;
  for (guint i = 0; part == NULL && pieces[i] != NULL; i++)
    {
      g_autofree char *piece = meso_phone_search_part (pieces[i]);

      if (piece != NULL)
        found = mark_number (list, text, piece) || found;
    }
  if (!found)
    g_clear_pointer (&list, pango_attr_list_unref);
  return list;
}
