/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-drawn-line.h"

/* As the classes of the same names in the toolkit's style. */
#define CAPTION_SCALE 0.82
#define NUMERIC_FEATURES "tnum"

#define AWAITED_ALPHA 0.07f
#define AWAITED_RADIUS 6

static int
get_height (PangoFontMetrics *metrics)
{
  return PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics));
}

void
meso_line_sizes_measure (MesoLineSizes *self,
                         GtkWidget     *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  g_autoptr(PangoFontDescription) small = NULL;
  PangoFontMetrics *metrics;
  PangoFontMetrics *small_metrics;
  int size;

  if (self->height > 0)
    return;
  small = pango_font_description_copy (pango_context_get_font_description (context));
  size = (int) (pango_font_description_get_size (small) * CAPTION_SCALE);
  if (pango_font_description_get_size_is_absolute (small))
    pango_font_description_set_absolute_size (small, size);
  else
    pango_font_description_set_size (small, size);
  metrics = pango_context_get_metrics (context, NULL, NULL);
  small_metrics = pango_context_get_metrics (context, small, NULL);
  self->height = get_height (metrics);
  self->caption = get_height (small_metrics);
  self->chars = PANGO_PIXELS_CEIL (MAX (pango_font_metrics_get_approximate_char_width (metrics),
                                        pango_font_metrics_get_approximate_digit_width (metrics)));
  pango_font_metrics_unref (small_metrics);
  pango_font_metrics_unref (metrics);
}

void
meso_drawn_line_clear (MesoDrawnLine *self)
{
  g_clear_object (&self->layout);
}

PangoAttrList *
meso_drawn_line_make_attributes (const MesoMarkedText *text,
                                 MesoLineLook          look)
{
  PangoAttrList *attributes = text != NULL ? pango_attr_list_copy (text->marks) : pango_attr_list_new ();

  if ((look & MESO_LINE_CAPTION) != 0)
    pango_attr_list_insert (attributes, pango_attr_scale_new (CAPTION_SCALE));
  if ((look & MESO_LINE_NUMERIC) != 0)
    pango_attr_list_insert (attributes, pango_attr_font_features_new (NUMERIC_FEATURES));
  return attributes;
}

void
meso_drawn_line_set (MesoDrawnLine        *self,
                     GtkWidget            *widget,
                     const MesoMarkedText *text,
                     MesoLineLook          look)
{
  g_autoptr(PangoAttrList) attributes = NULL;

  self->awaited = text == NULL;
  self->at_end = (look & MESO_LINE_AT_END) != 0;
  if (text == NULL)
    return;
  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (widget, NULL);
      pango_layout_set_single_paragraph_mode (self->layout, TRUE);
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
    }
  attributes = meso_drawn_line_make_attributes (text, look);
  pango_layout_set_text (self->layout, text->text->str, (int) text->text->len);
  pango_layout_set_attributes (self->layout, attributes);
}

int
meso_drawn_line_get_width (const MesoDrawnLine *self)
{
  int width;

  if (self->layout == NULL || self->awaited)
    return 0;
  pango_layout_set_width (self->layout, -1);
  pango_layout_get_pixel_size (self->layout, &width, NULL);
  return width;
}

static void
snapshot_awaited (GtkWidget          *widget,
                  GtkSnapshot        *snapshot,
                  const GdkRectangle *place)
{
  graphene_rect_t bar = GRAPHENE_RECT_INIT ((float) place->x, (float) place->y, (float) place->width, (float) place->height);
  GskRoundedRect round;
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  color.alpha *= AWAITED_ALPHA;
  gsk_rounded_rect_init_from_rect (&round, &bar, AWAITED_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  gtk_snapshot_append_color (snapshot, &color, &bar);
  gtk_snapshot_pop (snapshot);
}

void
meso_drawn_line_snapshot (const MesoDrawnLine *self,
                          GtkWidget           *widget,
                          GtkSnapshot         *snapshot,
                          const GdkRectangle  *place)
{
  graphene_point_t at = GRAPHENE_POINT_INIT ((float) place->x, (float) place->y);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GdkRGBA color;
  int height;

  if (place->width <= 0)
    return;
  if (self->awaited)
    {
      snapshot_awaited (widget, snapshot, place);
      return;
    }
  if (self->layout == NULL)
    return;
  gtk_widget_get_color (widget, &color);
  pango_layout_set_width (self->layout, place->width * PANGO_SCALE);
  pango_layout_set_alignment (self->layout, rtl == self->at_end ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
  /* Letters of another script may be higher. */
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  at.y += (float) (place->height - height) / 2;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &at);
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
  gtk_snapshot_restore (snapshot);
}
