/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* A ligature such as لا is one glyph for two letters. Readers of PDFs that put letters in order by their place take the two
 * the wrong way round in a line from right to left: «سلامت» is then found, read out and copied as «سالمت». A ZWNJ has no
 * glyph at all, and is lost. So a glyph of several letters stands for the first one only, and each further letter, and
 * each ZWNJ, gets a glyph of its own that has no ink and no width. The picture is the same. */

#include "meso-glyph-text.h"

#include <hb.h>

#define NO_INK_CHARACTER 0x200c
/* How far each further letter stands to the left of the one before, as a part of the letters' size: far enough to
 * be in order, and so near that it is still the same word (tried with Poppler, which wants 0.018 to 0.025). */
#define LETTER_STEP 0.02

typedef struct
{
  GArray *glyphs;            /* cairo_glyph_t */
  GArray *clusters;          /* cairo_text_cluster_t */
  const PangoGlyphItem *run;
  const char *text;
  double *x;                 /* of each glyph of the run */
  double y;
  double size;               /* of the letters */
  hb_codepoint_t no_ink;
} GlyphText;

static double
from_pango (int length)
{
  return (double) length / PANGO_SCALE;
}

/* The font's own sign without ink; runs with letters that no font has are left to Pango, which draws boxes for them. */
static gboolean
can_be_parted (const PangoGlyphItem *run,
               hb_codepoint_t       *no_ink)
{
  hb_font_t *font = pango_font_get_hb_font (run->item->analysis.font);

  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    {
      if (run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG)
        return FALSE;
    }
  return run->item->analysis.level % 2 == 1 && hb_font_get_nominal_glyph (font, NO_INK_CHARACTER, no_ink) &&
         hb_font_get_glyph_h_advance (font, *no_ink) == 0;
}

static void
add_cluster (GlyphText *self,
             int        n_bytes,
             int        n_glyphs)
{
  cairo_text_cluster_t cluster = { n_bytes, n_glyphs };

  g_array_append_val (self->clusters, cluster);
}

static void
add_glyph (GlyphText     *self,
           unsigned long  index,
           double         x,
           double         y)
{
  cairo_glyph_t glyph = { index, x, y };

  g_array_append_val (self->glyphs, glyph);
}

/* Glyphs of a run from right to left stand in the order of the page, so a cluster's are walked backwards. */
static int
add_glyphs_of_cluster (GlyphText                *self,
                       const PangoGlyphItemIter *iter)
{
  int n = 0;

  for (int i = iter->start_glyph; i > iter->end_glyph; i--)
    {
      const PangoGlyphInfo *info = &self->run->glyphs->glyphs[i];

      if (info->glyph == PANGO_GLYPH_EMPTY)
        continue;
      add_glyph (self, info->glyph, self->x[i], self->y + from_pango (info->geometry.y_offset));
      n++;
    }
  return n;
}

static void
add_letters_of_cluster (GlyphText                *self,
                        const PangoGlyphItemIter *iter)
{
  const char *start = self->text + iter->start_index;
  const char *end = self->text + iter->end_index;
  const char *next = g_utf8_next_char (start);
  int n = add_glyphs_of_cluster (self, iter);
  double x = self->x[MIN (iter->end_glyph + 1, iter->start_glyph)];

  /* Of the letters without ink a ZWNJ belongs to its word; marks of direction are of no use in a text that was extracted. */
  if (n > 0 || g_utf8_get_char (start) != NO_INK_CHARACTER)
    {
      add_cluster (self, next - start, n);
      start = next;
    }
  for (; start < end; start = next)
    {
      next = g_utf8_next_char (start);
      x -= LETTER_STEP * self->size;
      add_glyph (self, self->no_ink, x, self->y);
      add_cluster (self, next - start, 1);
    }
}

static double *
place_glyphs (const PangoGlyphItem *run,
              double                x)
{
  double *places = g_new (double, run->glyphs->num_glyphs);

  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    {
      const PangoGlyphGeometry *geometry = &run->glyphs->glyphs[i].geometry;

      places[i] = x + from_pango (geometry->x_offset);
      x += from_pango (geometry->width);
    }
  return places;
}

static void
show_parted (cairo_t              *cr,
             const PangoGlyphItem *run,
             const char           *text,
             hb_codepoint_t        no_ink)
{
  g_autoptr(GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  g_autoptr(GArray) clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  g_autofree double *places = NULL;
  GlyphText self = { .glyphs = glyphs, .clusters = clusters, .run = run, .text = text, .no_ink = no_ink };
  PangoGlyphItemIter iter;
  cairo_matrix_t matrix;
  gboolean more;
  double x;

  cairo_set_scaled_font (cr, pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (run->item->analysis.font)));
  cairo_get_font_matrix (cr, &matrix);
  self.size = matrix.xx;
  cairo_get_current_point (cr, &x, &self.y);
  places = place_glyphs (run, x);
  self.x = places;
  for (more = pango_glyph_item_iter_init_start (&iter, (PangoGlyphItem *) run, text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    add_letters_of_cluster (&self, &iter);

  cairo_show_text_glyphs (cr, text + run->item->offset, run->item->length,
                          (const cairo_glyph_t *) glyphs->data, glyphs->len,
                          (const cairo_text_cluster_t *) clusters->data, clusters->len, 0);
}

/**
 * meso_glyph_text_show_line:
 * @line: a line of a layout whose text has no colours or rules of its own
 *
 * Draws @line in the context's colour, its baseline through the current point.
 */
void
meso_glyph_text_show_line (cairo_t         *cr,
                           PangoLayoutLine *line)
{
  const char *text = pango_layout_get_text (line->layout);
  double x;
  double y;

  cairo_get_current_point (cr, &x, &y);
  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = l->data;
      hb_codepoint_t no_ink;

      cairo_move_to (cr, x, y);
      if (can_be_parted (run, &no_ink))
        show_parted (cr, run, text, no_ink);
      else
        pango_cairo_show_glyph_item (cr, text, run);
      x += from_pango (pango_glyph_string_get_width (run->glyphs));
    }
}
