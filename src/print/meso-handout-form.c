/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-layout.h"

#define INDENT 16.0
#define BOX 10.0
#define BOX_GAP 4.0              /* between a box and its word */
#define BOXES_GAP 12.0           /* between one box and the next */
#define BOX_LINE 0.9
#define MOST_BESIDE 0.5          /* of the width, that boxes may take beside their question */
#define LINE_SHARE 0.34          /* of the width, for a line beside a question */
#define COLUMN_GAP 14.0
#define ROW_PADDING 3.5
#define WRITING_HEIGHT 29.0

static MesoText
make_label (const MesoHandoutLayout *self,
            const char              *label)
{
  return (MesoText) { .text = label, .tag = "P",
                      .style = meso_typesetter_style (self->type, self->body_size - 0.5, 400, MESO_INK_TEXT) };
}

static double
measure_box (const MesoHandoutLayout *self,
             const char              *label)
{
  MesoText text = make_label (self, label);

  return BOX + BOX_GAP + meso_typesetter_get_natural_width (self->type, &text);
}

static double
measure_boxes (const MesoHandoutLayout *self,
               const GPtrArray         *boxes)
{
  double width = -BOXES_GAP;

  for (guint i = 0; i < boxes->len; i++)
    width += BOXES_GAP + measure_box (self, g_ptr_array_index (boxes, i));

  return width;
}

/* One after the other, in as many lines as they need; the height they take. */
static double
put_boxes (const MesoHandoutLayout *self,
           MesoSlab                *slab,
           const GPtrArray         *boxes,
           double                   start,
           double                   top,
           double                   width)
{
  double leading = make_label (self, "").style.leading;
  double x = start;
  double y = top;

  for (guint i = 0; i < boxes->len; i++)
    {
      MesoText text = make_label (self, g_ptr_array_index (boxes, i));
      double needed = measure_box (self, g_ptr_array_index (boxes, i));

      if (x > start && x + needed > start + width + 0.5)
        {
          x = start;
          y += leading;
        }
      meso_handout_layout_frame (self, slab, x, BOX, y + (leading - BOX) / 2, BOX, BOX_LINE, MESO_INK_TEXT, 1);
      meso_handout_layout_put (self, slab, &text, x + BOX + BOX_GAP, y, MIN (needed, width) - BOX - BOX_GAP + 1);
      x += needed + BOXES_GAP;
    }

  return y + leading - top;
}

/* A dotted line, and the unit at its end. */
static void
put_line (const MesoHandoutLayout *self,
          MesoSlab                *slab,
          const char              *unit,
          double                   start,
          double                   bottom)
{
  double width = meso_handout_layout_width (self);
  MesoText text = make_label (self, unit);
  double unit_width = unit[0] != '\0' ? meso_typesetter_get_natural_width (self->type, &text) + BOX_GAP : 0;
  double length = width - start - unit_width;
  double x = meso_typesetter_get_x (self->type, start, length);

  meso_slab_add_dotted (slab, x, x + length, bottom);
  if (unit[0] != '\0')
    meso_handout_layout_put (self, slab, &text, start + length + BOX_GAP, bottom - text.style.leading + 4, unit_width + 1);
}

/* Beside its label where that is short, as for a signature; else at the end of the row, below the boxes of other rows. */
static double
put_written (const MesoHandoutLayout *self,
             MesoSlab                *slab,
             const MesoHandoutRow    *row,
             const MesoText          *text,
             double                   start)
{
  double width = meso_handout_layout_width (self);
  double line_start = width * (1 - LINE_SHARE);
  double height;

  if (start + meso_typesetter_get_natural_width (self->type, text) <= self->wide_start - COLUMN_GAP && row->lead[0] == '\0')
    line_start = self->wide_start;
  height = meso_handout_layout_measure (self, text, line_start - COLUMN_GAP - start);
  height = MAX (height, WRITING_HEIGHT - 2 * ROW_PADDING);
  meso_handout_layout_put (self, slab, text, start,
                           ROW_PADDING + height - meso_handout_layout_measure (self, text, line_start - COLUMN_GAP - start),
                           line_start - COLUMN_GAP - start);
  put_line (self, slab, row->lead, line_start, ROW_PADDING + height - 3);

  return height;
}

double
meso_handout_layout_form_row (const MesoHandoutLayout *self,
                              MesoSlab                *slab,
                              const MesoHandoutRow    *row)
{
  double width = meso_handout_layout_width (self);
  double start = row->depth * INDENT;
  MesoText text = { .text = row->text, .tag = "P",
                    .style = meso_typesetter_style (self->type, self->body_size, row->depth == 0 ? 500 : 400, MESO_INK_TEXT) };
  double boxes_width, text_height, boxes_height;

  if (row->boxes == NULL)
    return put_written (self, slab, row, &text, start) + 2 * ROW_PADDING;

  boxes_width = measure_boxes (self, row->boxes);
  if (boxes_width <= width * MOST_BESIDE)
    {
      text_height = meso_handout_layout_put (self, slab, &text, start, ROW_PADDING, width - boxes_width - COLUMN_GAP - start);
      boxes_height = put_boxes (self, slab, row->boxes, width - boxes_width, ROW_PADDING, boxes_width);
      return MAX (text_height, boxes_height) + 2 * ROW_PADDING;
    }

  text_height = meso_handout_layout_put (self, slab, &text, start, ROW_PADDING, width - start);
  boxes_height = put_boxes (self, slab, row->boxes, start + INDENT, ROW_PADDING + text_height, width - start - INDENT);

  return text_height + boxes_height + 2 * ROW_PADDING;
}
