/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-marked-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "meso-patient-words.h"

/* Characters of a long text before what was found in it, and in all. */
#define EXCERPT_BEFORE 24
#define EXCERPT_LENGTH 90

#define DIM_ALPHA (G_MAXUINT16 / 100 * 60)

MesoMarkedText *
meso_marked_text_new (void)
{
  MesoMarkedText *self = g_new0 (MesoMarkedText, 1);

  self->text = g_string_new (meso_words_get_direction_mark ());
  self->marks = pango_attr_list_new ();
  return self;
}

void
meso_marked_text_free (MesoMarkedText *self)
{
  g_string_free (self->text, TRUE);
  pango_attr_list_unref (self->marks);
  g_free (self);
}

gboolean
meso_marked_text_is_empty (const MesoMarkedText *self)
{
  return self->text->len == strlen (meso_words_get_direction_mark ());
}

void
meso_marked_text_append (MesoMarkedText *self,
                         const char     *text)
{
  g_string_append (self->text, text);
}

void
meso_marked_text_part (MesoMarkedText *self)
{
  if (!meso_marked_text_is_empty (self))
    g_string_append (self->text, C_("between parts", " · "));
}

void
meso_marked_text_field (MesoMarkedText  *self,
                        const MesoMatch *match,
                        MesoMatchTerms   terms,
                        const char      *text,
                        MesoMatchKind    kind)
{
  meso_match_mark (match, terms, text, kind, self->marks, self->text->len);
  g_string_append (self->text, text);
}

void
meso_marked_text_dim (MesoMarkedText *self,
                      gsize           start)
{
  PangoAttribute *alpha = pango_attr_foreground_alpha_new (DIM_ALPHA);

  alpha->start_index = (guint) start;
  alpha->end_index = (guint) self->text->len;
  pango_attr_list_insert (self->marks, alpha);
}

/* Back from a place by so many characters, or to the beginning of the word there. */
static const char *
step_back (const char *text,
           const char *place)
{
  const char *start = place;

  for (guint i = 0; i < EXCERPT_BEFORE && start > text; i++)
    start = g_utf8_prev_char (start);
  for (const char *p = start; start > text && p < place; p = g_utf8_next_char (p))
    {
      if (g_unichar_isspace (g_utf8_get_char (p)))
        return g_utf8_next_char (p);
    }
  return start;
}

/* One line, whatever the text has: breaks and marks of direction included. */
static char *
make_one_line (const char *start,
               gboolean   *cut_out)
{
  GString *line = g_string_new (NULL);
  const char *p = start;

  for (guint i = 0; i < EXCERPT_LENGTH && *p != '\0'; i++, p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        g_string_append_c (line, ' ');
      else if (!g_unichar_iscntrl (c))
        g_string_append_unichar (line, c);
    }
  *cut_out = *p != '\0';
  return g_string_free (line, FALSE);
}

void
meso_marked_text_excerpt (MesoMarkedText  *self,
                          const MesoMatch *match,
                          MesoMatchTerms   terms,
                          const char      *text)
{
  gssize place = meso_match_locate (match, terms, text, MESO_MATCH_WORDS);
  const char *start = step_back (text, text + MAX (place, 0));
  gboolean cut = FALSE;
  g_autofree char *line = make_one_line (start, &cut);

  /* What the patient's script is, the excerpt's direction is. */
  g_string_append (self->text, "\xe2\x81\xa8");
  if (start > text)
    g_string_append (self->text, "…");
  meso_marked_text_field (self, match, terms, line, MESO_MATCH_WORDS);
  if (cut)
    g_string_append (self->text, "…");
  g_string_append (self->text, "\xe2\x81\xa9");
}
