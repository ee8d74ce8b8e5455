/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-text-layout.h"

#include <string.h>

#define STRONG_WEIGHT 700
#define MOST_UNBROKEN 80         /* bytes of a bold part that never breaks: a date */
#define NO_BREAK_SPACE 0x00A0
#define WORD_JOINER 0x2060
#define MOST_LONELY 9            /* letters of a word that should not stand alone on the last line */

static gboolean
is_break_mark (gunichar c)
{
  return c == '-' || c == '/' || c == ':' || c == 0x2013;
}

/* The place after this dash or slash must stay whole: it stands between two numbers, or within an isolate
 * (which by itself stops no line break) that holds no space. */
static gboolean
must_stay_whole (const char *mark,
                 const char *text,
                 const char *isolate)
{
  const char *end = isolate != NULL ? strstr (isolate, "\u2069") : NULL;
  const char *space = isolate != NULL ? strchr (isolate, ' ') : NULL;

  if (end != NULL && (space == NULL || space > end))
    return TRUE;

  return mark > text && g_unichar_isdigit (g_utf8_get_char (g_utf8_prev_char (mark))) &&
         g_unichar_isdigit (g_utf8_get_char (g_utf8_next_char (mark)));
}

/* Appends text with a word joiner where no line may break; with `whole`, not even at its spaces. */
static void
append_glued (GString    *glued,
              const char *text,
              gsize       length,
              gboolean    whole)
{
  g_autofree char *part = g_strndup (text, length);
  const char *isolate = NULL;

  for (const char *p = part; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x2066 && c <= 0x2068)
        isolate = p;
      else if (c == 0x2069)
        isolate = NULL;

      g_string_append_unichar (glued, whole && c == ' ' ? NO_BREAK_SPACE : c);
      if (is_break_mark (c) && must_stay_whole (p, part, isolate))
        g_string_append_unichar (glued, WORD_JOINER);
    }
}

static void
add_strong (PangoAttrList *attributes,
            guint          start,
            guint          end)
{
  PangoAttribute *weight = pango_attr_weight_new (STRONG_WEIGHT);

  weight->start_index = start;
  weight->end_index = end;
  pango_attr_list_insert (attributes, weight);
}

static void
add_small (PangoAttrList *attributes,
           const char    *joined,
           const char    *small,
           double         size)
{
  const char *found = small != NULL ? strstr (joined, small) : NULL;
  PangoAttribute *attribute;

  if (found == NULL)
    return;

  attribute = pango_attr_size_new_absolute (size * MESO_SMALL_PART * PANGO_SCALE);
  attribute->start_index = found - joined;
  attribute->end_index = attribute->start_index + strlen (small);
  pango_attr_list_insert (attributes, attribute);
}

static int
get_last_start (PangoLayout *layout)
{
  int last = pango_layout_get_line_count (layout) - 1;

  return pango_layout_line_get_start_index (pango_layout_get_line_readonly (layout, last));
}

static int
measure_line (PangoLayout *layout,
              int          line)
{
  PangoRectangle extents;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, line), NULL, &extents);

  return extents.width;
}

/* A short word alone on the last line takes the word before it along, where that makes no more lines and the one above
 * doesn't become the shorter. */
static void
bind_last_words (PangoLayout *layout)
{
  g_autofree char *text = g_strdup (pango_layout_get_text (layout));
  const char *last = strrchr (text, ' ');
  const char *before = last != NULL ? g_strrstr_len (text, last - text, " ") : NULL;
  int n_lines = pango_layout_get_line_count (layout);
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autoptr (PangoAttrList) bound_attributes = NULL;
  g_autofree char *start = NULL;
  g_autofree char *bound = NULL;

  if (n_lines < 2 || before == NULL || get_last_start (layout) != last + 1 - text || g_utf8_strlen (last + 1, -1) > MOST_LONELY)
    return;

  start = g_strndup (text, last - text);
  bound = g_strconcat (start, "\u00a0", last + 1, NULL);
  attributes = pango_attr_list_ref (pango_layout_get_attributes (layout));
  bound_attributes = pango_attr_list_copy (attributes);
  pango_attr_list_update (bound_attributes, last - text, 1, strlen ("\u00a0"));
  pango_layout_set_text (layout, bound, -1);
  pango_layout_set_attributes (layout, bound_attributes);

  if (pango_layout_get_line_count (layout) != n_lines || get_last_start (layout) != before + 1 - text ||
      measure_line (layout, n_lines - 2) < measure_line (layout, n_lines - 1))
    {
      pango_layout_set_text (layout, text, -1);
      pango_layout_set_attributes (layout, attributes);
    }
}

/* Puts the parts of a text together; the lead and the strong part get their weight. */
static char *
join_text (const MesoText *text,
           PangoAttrList  *attributes)
{
  GString *joined = g_string_new (NULL);
  const char *lead = text->lead != NULL ? text->lead : "";
  const char *rest = text->text != NULL ? text->text : "";
  const char *strong = text->strong != NULL && text->strong[0] != '\0' ? strstr (rest, text->strong) : NULL;

  append_glued (joined, lead, strlen (lead), FALSE);
  if (lead[0] != '\0' && rest[0] != '\0')
    {
      add_strong (attributes, 0, joined->len);
      g_string_append_c (joined, ' ');
    }

  if (strong != NULL)
    {
      gsize length = strlen (text->strong);
      gsize start;

      append_glued (joined, rest, strong - rest, FALSE);
      start = joined->len;
      append_glued (joined, strong, length, length <= MOST_UNBROKEN);
      add_strong (attributes, start, joined->len);
      rest = strong + length;
    }
  append_glued (joined, rest, strlen (rest), FALSE);

  return g_string_free (joined, FALSE);
}

/**
 * meso_text_layout_new:
 * @context: fonts and direction
 * @text: a text
 * @size: of its letters; points
 * @width: where its lines end; Pango units, -1 for nowhere
 *
 * Returns: (transfer full): the lines of the text
 */
PangoLayout *
meso_text_layout_new (PangoContext   *context,
                      const MesoText *text,
                      double          size,
                      int             width)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *whole = join_text (text, attributes);

  pango_font_description_set_family_static (font, MESO_FONT_FAMILY);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, text->style.weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, whole, -1);

  /* A long name that has to break gets no hyphen that isn't its own. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  add_small (attributes, whole, text->small, size);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, width);
  bind_last_words (layout);

  return layout;
}
