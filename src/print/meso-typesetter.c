/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-typesetter.h"

#include "meso-layout-cache.h"
#include "meso-print-error.h"
#include "meso-text-layout.h"

#define LEAST_SHRINK 0.75
#define SHRINK_STEP 0.01
/* Running text: the distance of lines, and where between them the letters' middle lies, by script. */
#define LATIN_LEADING 1.4
#define PERSIAN_LEADING 1.66
#define LATIN_MIDDLE 0.711
#define PERSIAN_MIDDLE 0.56

struct _MesoTypesetter
{
  PangoContext *context;
  MesoLayoutCache *cache;
  gboolean rtl;
  double page_width;
  double margin;
};

/* Lines must break the same in preview and print, and a Persian word must not fall apart into letters
 * in the PDF's text: nothing is rounded to any device's dots. */
static PangoContext *
create_context (const char *language,
                gboolean    rtl)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_context_set_language (context, pango_language_from_string (language));

  return context;
}

/* The fallback differs from host to host, and with it widths and line breaks: no sheet is made in another font. */
static gboolean
check_font (PangoContext  *context,
            GError       **error)
{
  g_autoptr (PangoFontDescription) wanted = pango_font_description_from_string (MESO_FONT_FAMILY " 12");
  g_autoptr (PangoFont) font = pango_context_load_font (context, wanted);
  g_autoptr (PangoFontDescription) found = font != NULL ? pango_font_describe (font) : NULL;

  if (found != NULL && g_strcmp0 (pango_font_description_get_family (found), MESO_FONT_FAMILY) == 0)
    return TRUE;

  g_set_error (error, MESO_PRINT_ERROR, MESO_PRINT_ERROR_FONT,
               "The font %s is not installed, and sheets are printed in no other. "
               "Install it (on Debian: fonts-vazirmatn) and try again.", MESO_FONT_FAMILY);
  return FALSE;
}

/**
 * meso_typesetter_new:
 * @language: language of the text, for shaping
 * @rtl: whether lines run from right to left
 * @page_width: points
 * @margin: points at both sides
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a typesetter, or %NULL with %MESO_PRINT_ERROR_FONT
 */
MesoTypesetter *
meso_typesetter_new (const char  *language,
                     gboolean     rtl,
                     double       page_width,
                     double       margin,
                     GError     **error)
{
  PangoContext *context = create_context (language, rtl);
  MesoTypesetter *self;

  if (!check_font (context, error))
    {
      g_object_unref (context);
      return NULL;
    }

  self = g_new0 (MesoTypesetter, 1);
  self->context = context;
  self->cache = meso_layout_cache_new ();
  self->rtl = rtl;
  self->page_width = page_width;
  self->margin = margin;

  return self;
}

void
meso_typesetter_free (MesoTypesetter *self)
{
  meso_layout_cache_free (self->cache);
  g_clear_object (&self->context);
  g_free (self);
}

gboolean
meso_typesetter_get_rtl (const MesoTypesetter *self)
{
  return self->rtl;
}

double
meso_typesetter_get_width (const MesoTypesetter *self)
{
  return self->page_width - 2 * self->margin;
}

MesoTextStyle
meso_typesetter_style (const MesoTypesetter *self,
                       double                size,
                       int                   weight,
                       MesoInk               ink)
{
  return (MesoTextStyle) { size, size * (self->rtl ? PERSIAN_LEADING : LATIN_LEADING), weight, ink };
}

double
meso_typesetter_get_x (const MesoTypesetter *self,
                       double                start,
                       double                width)
{
  return self->rtl ? self->page_width - self->margin - start - width : self->margin + start;
}

/* The font's own line height changes with every fallback font: lines are placed by the size alone. */
double
meso_typesetter_get_baseline (const MesoTypesetter *self,
                              const MesoTextStyle  *style)
{
  return (style->leading + (self->rtl ? PERSIAN_MIDDLE : LATIN_MIDDLE) * style->size) / 2;
}

/* (transfer none): the lines of a text at a width; a negative one for no limit */
static PangoLayout *
set_text (const MesoTypesetter *self,
          const MesoText       *text,
          double                size,
          double                width)
{
  MesoLayoutKey key = { text->lead, text->text, text->strong, text->style.weight, size, text->small };
  int limit = width < 0 ? -1 : pango_units_from_double (width);
  PangoLayout *found = meso_layout_cache_find (self->cache, &key, limit);

  if (found == NULL)
    {
      g_autoptr (PangoLayout) layout = meso_text_layout_new (self->context, text, size, limit);

      meso_layout_cache_add (self->cache, &key, layout);
      found = layout;
    }

  return found;
}

static double
get_layout_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);

  return pango_units_to_double (width);
}

double
meso_typesetter_get_natural_width (const MesoTypesetter *self,
                                   const MesoText       *text)
{
  return get_layout_width (set_text (self, text, text->style.size, -1));
}

/* The greatest part of its size at which the text fits on one line; no less than three quarters. */
static double
find_fit (const MesoTypesetter *self,
          const MesoText       *text,
          double                width)
{
  double factor = 1;
  double natural;

  /* Most texts fit, and are set once: what is not broken at this width has its natural one. */
  set_text (self, text, text->style.size, width);
  natural = meso_typesetter_get_natural_width (self, text);

  /* Widths grow a little unevenly with the size: a last step down makes sure. */
  if (natural > width)
    factor = MAX (width / natural - SHRINK_STEP, LEAST_SHRINK);

  return factor;
}

double
meso_typesetter_put (const MesoTypesetter *self,
                     MesoSlab             *slab,
                     const MesoText       *text,
                     double                start,
                     double                top,
                     double                width)
{
  double factor = text->fit ? find_fit (self, text, width) : 1;
  double size = text->style.size * factor;
  PangoLayout *layout = set_text (self, text, size, width);
  int n_lines = pango_layout_get_line_count (layout);
  double leading = text->style.leading * (n_lines > 1 ? factor : 1);
  MesoTextStyle style = { size, leading, text->style.weight, text->style.ink };
  double baseline = top + meso_typesetter_get_baseline (self, &style);

  if (pango_layout_get_text (layout)[0] == '\0')
    return 0;
  if (slab == NULL)
    return n_lines * leading;

  if (text->tag != NULL)
    meso_slab_begin_tag (slab, text->tag);
  for (int i = 0; i < n_lines; i++)
    {
      PangoRectangle extents;
      double line_width;

      pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, i), NULL, &extents);
      line_width = pango_units_to_double (extents.width);
      meso_slab_add_line (slab, layout, i,
                          meso_typesetter_get_x (self, text->at_end ? start + width - line_width : start, line_width),
                          baseline + i * leading, text->style.ink);
    }
  if (text->tag != NULL)
    meso_slab_end_tag (slab, text->tag);

  return n_lines * leading;
}

void
meso_typesetter_put_slanted (const MesoTypesetter *self,
                             MesoSlab             *slab,
                             const MesoText       *text,
                             double                x,
                             double                y,
                             double                length,
                             double                angle)
{
  double natural = meso_typesetter_get_natural_width (self, text);
  PangoLayout *layout = set_text (self, text, text->style.size * MIN (1, length / natural), -1);

  meso_slab_add_slanted (slab, layout, x, y, angle, text->style.ink);
}
