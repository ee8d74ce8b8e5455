/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-marked-text.h"

G_BEGIN_DECLS

typedef enum {
  MESO_LINE_PLAIN = 0,
  MESO_LINE_CAPTION = 1 << 0,
  MESO_LINE_NUMERIC = 1 << 1,
  MESO_LINE_AT_END = 1 << 2,
} MesoLineLook;

/**
 * MesoLineSizes:
 * @chars: width of a middling character
 * @height: of a line, and @caption of one in small letters
 *
 * What lines of a widget take, whatever they say. All 0: not measured yet.
 */
typedef struct
{
  int chars;
  int height;
  int caption;
} MesoLineSizes;

/**
 * MesoDrawnLine:
 *
 * One line that a widget draws itself: a row of a long list is many, and each would be a widget to measure and to style at every key.
 * All 0: nothing is shown yet.
 */
typedef struct
{
  PangoLayout *layout;      /* (nullable) */
  gboolean awaited;         /* it isn't loaded: a bar stands in its place */
  gboolean at_end;
} MesoDrawnLine;

void meso_line_sizes_measure    (MesoLineSizes *self, GtkWidget *widget);

/* What a text is drawn with (nullable): NULL for one without marks. (transfer full) */
PangoAttrList *meso_drawn_line_make_attributes (const MesoMarkedText *text, MesoLineLook look);

void meso_drawn_line_clear      (MesoDrawnLine *self);
/* text (nullable): NULL for one that isn't loaded yet */
void meso_drawn_line_set        (MesoDrawnLine *self, GtkWidget *widget, const MesoMarkedText *text, MesoLineLook look);
/* So wide as the text is */
int  meso_drawn_line_get_width  (const MesoDrawnLine *self);
void meso_drawn_line_snapshot   (const MesoDrawnLine *self, GtkWidget *widget, GtkSnapshot *snapshot, const GdkRectangle *place);

G_END_DECLS
