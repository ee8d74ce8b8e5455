/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-fact-sample.h"

struct _MesoFactSample
{
  const char *text;
  MesoLineSizes sizes;   /* those that width was measured at */
  int width;
};

MesoFactSample *
meso_fact_sample_new (const char *text)
{
  MesoFactSample *self = g_rc_box_new0 (MesoFactSample);

  self->text = text;
  return self;
}

MesoFactSample *
meso_fact_sample_ref (MesoFactSample *self)
{
  return g_rc_box_acquire (self);
}

void
meso_fact_sample_unref (MesoFactSample *self)
{
  g_rc_box_release (self);
}

int
meso_fact_sample_get_width (MesoFactSample      *self,
                            GtkWidget           *widget,
                            const MesoLineSizes *sizes)
{
  g_autoptr(PangoLayout) layout = NULL;
  g_autoptr(PangoAttrList) attributes = NULL;

  if (self->sizes.height == sizes->height && self->sizes.chars == sizes->chars && self->sizes.caption == sizes->caption)
    return self->width;
  layout = gtk_widget_create_pango_layout (widget, self->text);
  attributes = meso_drawn_line_make_attributes (NULL, MESO_LINE_NUMERIC);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &self->width, NULL);
  self->sizes = *sizes;
  return self->width;
}
