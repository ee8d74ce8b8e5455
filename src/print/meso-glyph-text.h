/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Draws the line from the current point on, like pango_cairo_show_layout_line (), but so that a reader of the PDF
 * finds the letters of every word in their order. */
void meso_glyph_text_show_line (cairo_t *cr, PangoLayoutLine *line);

G_END_DECLS
