/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-layout.h"

#define BOX_LINE 1.25
#define CALL_LINE 1.8
#define RADIUS 3.0
#define NOTE_PADDING 8.0
#define BOX_SPACE 10.0           /* above a box */
#define BULLET 4.2
#define BULLET_GAP 9.0
#define PAD 11.0                 /* from a box that doesn't hang out to its text */
#define LINE_GAP 14.0            /* between the parts of the box in one line */
#define INNER_RULE 0.9
#define FIRST_BULLETS 0.56        /* of the width, for the first of two columns */

/* From the content's edge to a box's text: boxes hang out where the margins allow it. */
static double
get_inset (const MesoHandoutLayout *self)
{
  return self->hang > 0 ? 0 : PAD;
}

static MesoTextStyle
make_style (const MesoHandoutLayout *self,
            double                   size,
            double                   leading,
            int                      weight,
            MesoInk                  ink)
{
  return (MesoTextStyle) { size, leading * (self->sheet->rtl ? 1.06 : 1), weight, ink };
}

/* A framed sentence: what must not be overlooked. */
double
meso_handout_layout_boxed (const MesoHandoutLayout *self,
                           MesoSlab                *slab,
                           const MesoHandoutRow    *row,
                           double                   start,
                           double                   top,
                           double                   width)
{
  MesoText text = { .lead = row->lead, .text = row->text, .tag = "P",
                    .style = meso_typesetter_style (self->type, self->body_size, 400, MESO_INK_TEXT) };
  double inner = width - 2 * (NOTE_PADDING + 2);
  double height = meso_handout_layout_measure (self, &text, inner) + 2 * NOTE_PADDING - 2;

  if (slab == NULL)
    return height;

  meso_handout_layout_frame (self, slab, start, width, top, height, BOX_LINE, MESO_INK_TEXT, RADIUS);
  meso_handout_layout_put (self, slab, &text, start + NOTE_PADDING + 2, top + NOTE_PADDING - 1, inner);

  return height;
}

/* On a wide page the heading stands in the narrow column; on a small one above the date. */
void
meso_handout_layout_visit (const MesoHandoutLayout *self,
                           const MesoHandoutBlock  *block,
                           GPtrArray               *pieces)
{
  const MesoHandoutRow *row = g_ptr_array_index (block->rows, 0);
  double width = meso_handout_layout_width (self);
  double inset = get_inset (self);
  double icon = 20;
  double text_start = self->wide ? self->wide_start : inset + icon + 12;
  double text_width = width - text_start - inset;
  MesoText heading = { .text = block->heading, .tag = "H2", .fit = TRUE, .style = make_style (self, 14, 20, 700, MESO_INK_ACCENT) };
  MesoText date = { .text = row->lead, .tag = "P", .fit = TRUE,
                    .style = make_style (self, self->wide ? 16.5 : 15, self->wide ? 22 : 20, 800, MESO_INK_TEXT) };
  MesoText text = { .text = row->text, .tag = "P", .style = make_style (self, 12, 17, 400, MESO_INK_TEXT) };
  double natural, text_height, height, y;
  MesoSlab *slab = meso_slab_new ();

  /* Two lines are read more easily than small letters; a very long name gets both. */
  natural = meso_typesetter_get_natural_width (self->type, &text);
  text.fit = natural * MESO_LITTLE_SHRINK <= text_width || natural > 2 * text_width;
  text_height = meso_handout_layout_measure (self, &date, text_width) + meso_handout_layout_measure (self, &text, text_width) +
                (self->wide ? 0 : meso_handout_layout_measure (self, &heading, text_width));
  height = MAX (text_height, icon + 4) + 8;
  y = (height - text_height) / 2;

  meso_slab_add_bookmark (slab, block->heading, 0);
  meso_handout_layout_frame (self, slab, -self->hang, width + 2 * self->hang, 0, height, BOX_LINE, MESO_INK_ACCENT, RADIUS);
  meso_handout_layout_icon (self, slab, "calendar", MESO_ICON_PLAIN, MESO_INK_ACCENT, inset + 1, (height - icon) / 2, icon);
  if (self->wide)
    meso_handout_layout_put (self, slab, &heading, icon + 12, (height - heading.style.leading) / 2, self->narrow - icon - 12);
  else
    y += meso_handout_layout_put (self, slab, &heading, text_start, y, text_width);
  y += meso_handout_layout_put (self, slab, &date, text_start, y, text_width);
  meso_handout_layout_put (self, slab, &text, text_start, y, text_width);

  g_ptr_array_add (pieces, meso_page_piece_new (slab, height, BOX_SPACE * self->air));
}

static double
put_bullet (const MesoHandoutLayout *self,
            MesoSlab                *slab,
            const MesoHandoutRow    *row,
            double                   start,
            double                   top,
            double                   width)
{
  MesoText text = { .text = row->text, .tag = "LBody", .style = make_style (self, 13, 18.5, 600, MESO_INK_TEXT) };
  double height;

  meso_slab_add_box (slab, meso_typesetter_get_x (self->type, start, BULLET), top + (text.style.leading - BULLET) / 2 + 0.5,
                     BULLET, BULLET, 0, 0, MESO_INK_NONE, MESO_INK_TEXT);
  meso_slab_begin_tag (slab, "LI");
  height = meso_handout_layout_put (self, slab, &text, start + BULLET + BULLET_GAP, top, width - BULLET - BULLET_GAP);
  meso_slab_end_tag (slab, "LI");

  return height;
}

/* Whether every line fits into half the width. */
static gboolean
fit_two_columns (const MesoHandoutLayout *self,
                 const GPtrArray         *rows,
                 double                   width)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const MesoHandoutRow *row = g_ptr_array_index (rows, i);
      MesoText text = { .text = row->text, .style = make_style (self, 13, 18.5, 600, MESO_INK_TEXT) };
      double share = i % 2 == 0 ? width * FIRST_BULLETS - 6 : width * (1 - FIRST_BULLETS);

      if (meso_typesetter_get_natural_width (self->type, &text) > share - BULLET - BULLET_GAP)
        return FALSE;
    }

  return rows->len > 1;
}

/* In two columns when they fit, else in one. */
static double
put_bullets (const MesoHandoutLayout *self,
             MesoSlab                *slab,
             const GPtrArray         *rows,
             double                   start,
             double                   top,
             double                   width)
{
  gboolean two = fit_two_columns (self, rows, width);
  double first = width * FIRST_BULLETS;
  double y = top;

  meso_slab_begin_tag (slab, "L");
  for (guint i = 0; i < rows->len; i++)
    {
      gboolean second = two && i % 2 == 1;
      double height = put_bullet (self, slab, g_ptr_array_index (rows, i), second ? start + first : start, y,
                                  two ? (second ? width - first : first - 6) : width);

      if (!two || second || i + 1 == rows->len)
        y += height;
    }
  meso_slab_end_tag (slab, "L");

  return y - top;
}

static MesoText
get_phone_text (const MesoHandoutLayout *self,
                const char              *phone,
                gboolean                 at_end)
{
  return (MesoText) { .text = phone, .tag = "P", .fit = TRUE, .at_end = at_end,
                      .style = make_style (self, self->phone_size, self->phone_size * 1.35, 900, MESO_INK_TEXT) };
}

/* The width that a row gives the number: what it needs, and a fair part of the row to write it on. */
static double
measure_phone (const MesoHandoutLayout *self,
               const char              *phone,
               double                   row)
{
  MesoText text = get_phone_text (self, phone, TRUE);

  return phone[0] != '\0' ? MIN (meso_typesetter_get_natural_width (self->type, &text) + 1, row * 0.6) : row * 0.5;
}

/* The number, the largest thing in the box; without one a line to write it on. */
static double
put_phone (const MesoHandoutLayout *self,
           MesoSlab                *slab,
           const char              *phone,
           double                   start,
           double                   top,
           double                   width,
           gboolean                 at_end)
{
  MesoText text = get_phone_text (self, phone, at_end);
  double x = meso_typesetter_get_x (self->type, start, width);

  if (phone[0] != '\0')
    return meso_handout_layout_put (self, slab, &text, start, top, width);

  if (slab != NULL)
    meso_slab_add_dotted (slab, x, x + width, top + 22);

  return text.style.leading;
}

static double
put_later (const MesoHandoutLayout *self,
           MesoSlab                *slab,
           const MesoHandoutCall   *call,
           double                   start,
           double                   top,
           double                   width)
{
  MesoText text = { .lead = call->later_lead, .text = call->later_text, .tag = "P", .fit = TRUE,
                    .style = make_style (self, 12.5, 17.5, 400, MESO_INK_TEXT) };

  /* Two lines are read more easily than small letters. */
  text.fit = meso_typesetter_get_natural_width (self->type, &text) * MESO_LITTLE_SHRINK <= width;

  return call->later_text[0] != '\0' ? meso_handout_layout_put (self, slab, &text, start, top, width) : 0;
}

/* The solid head: white on black, so that a copy keeps it. */
static double
put_call_head (const MesoHandoutLayout *self,
               MesoSlab                *slab,
               const MesoHandoutBlock  *block)
{
  double width = meso_handout_layout_width (self);
  double inset = get_inset (self);
  double height = self->wide ? 28 : 26;
  double text_start = inset + 25;
  gboolean noted = self->wide && block->note[0] != '\0';
  MesoText heading = { .text = block->heading, .tag = "H2", .fit = TRUE,
                       .style = { self->wide ? 17 : 15.5, height, 700, MESO_INK_WHITE } };
  MesoText note = { .text = block->note, .tag = "P", .fit = TRUE, .style = { 13, height, 500, MESO_INK_WHITE } };

  meso_slab_add_box (slab, meso_typesetter_get_x (self->type, -self->hang, width + 2 * self->hang), 0, width + 2 * self->hang, height,
                     0, 0, MESO_INK_NONE, MESO_INK_TEXT);
  meso_handout_layout_icon (self, slab, "phone", MESO_ICON_PLAIN, MESO_INK_WHITE, inset + 1, (height - 16) / 2, 16);
  meso_handout_layout_put (self, slab, &heading, text_start, 0, (noted ? self->narrow : width - inset) - text_start);
  if (noted)
    meso_handout_layout_put (self, slab, &note, self->wide_start, 0, width - self->wide_start);

  return height;
}

/* What to do when it can't wait: the public number. */
static double
put_emergency (const MesoHandoutLayout *self,
               MesoSlab                *slab,
               const MesoHandoutCall   *call,
               double                   top)
{
  double width = meso_handout_layout_width (self);
  double inset = get_inset (self);
  MesoText number = { .text = call->emergency_call, .tag = "P", .at_end = TRUE,
                      .style = make_style (self, self->wide ? 20 : 18, 24, 900, MESO_INK_TEXT) };
  double number_width = meso_typesetter_get_natural_width (self->type, &number) + 1;
  double text_width = width - 2 * inset - number_width - 12;
  MesoText text = { .text = call->emergency_text, .tag = "P", .style = make_style (self, 13, 17.5, 700, MESO_INK_TEXT) };
  double text_height, height;

  if (call->emergency_text[0] == '\0')
    return 0;

  text.fit = meso_typesetter_get_natural_width (self->type, &text) * MESO_LITTLE_SHRINK <= text_width;
  text_height = meso_handout_layout_measure (self, &text, text_width);
  height = MAX (text_height, number.style.leading) + 6;

  meso_handout_layout_rule (self, slab, inset, width - 2 * inset, top, INNER_RULE, MESO_INK_TEXT);
  meso_handout_layout_put (self, slab, &text, inset, top + (height - text_height) / 2, text_width);
  meso_handout_layout_put (self, slab, &number, width - inset - number_width, top + (height - number.style.leading) / 2, number_width);

  return height + 2;
}

/* Two columns: the number in the narrow one, what to watch for in the wide one. */
static double
put_call_wide (const MesoHandoutLayout *self,
               MesoSlab                *slab,
               const MesoHandoutBlock  *block,
               double                   top)
{
  double wide_width = meso_handout_layout_width (self) - self->wide_start;
  MesoText label = { .text = block->call->phone_label, .tag = "P", .style = make_style (self, 13, 18.5, 600, MESO_INK_TEXT) };
  double left = 0, right = 0;

  left += meso_handout_layout_put (self, slab, &label, 0, top, self->narrow);
  left += put_phone (self, slab, block->call->phone, 0, top + left + 2, self->narrow, FALSE) + 2;
  right += put_bullets (self, slab, block->rows, self->wide_start, top, wide_width);
  right += put_later (self, slab, block->call, self->wide_start, top + right + 1, wide_width) + 1;

  return MAX (left, right);
}

/* One column: what to watch for, then the number in a row of its own. */
static double
put_call_stacked (const MesoHandoutLayout *self,
                MesoSlab                *slab,
                const MesoHandoutBlock  *block,
                double                   top)
{
  double inset = get_inset (self);
  double width = meso_handout_layout_width (self) - 2 * inset;
  double phone_width = measure_phone (self, block->call->phone, width);
  double label_width = width - phone_width - 10;
  MesoText label = { .text = block->call->phone_label, .tag = "P", .style = make_style (self, 12.5, 17, 600, MESO_INK_TEXT) };
  double label_height = meso_handout_layout_measure (self, &label, label_width);
  double y = top, height;

  y += put_bullets (self, slab, block->rows, inset, y, width);
  y += put_later (self, slab, block->call, inset, y, width) + 5;
  meso_handout_layout_rule (self, slab, inset, width, y, INNER_RULE, MESO_INK_TEXT);
  y += 3;
  height = MAX (label_height, put_phone (self, NULL, block->call->phone, 0, 0, phone_width, TRUE));
  meso_handout_layout_put (self, slab, &label, inset, y + (height - label_height) / 2, label_width);
  put_phone (self, slab, block->call->phone, inset + width - phone_width, y, phone_width, TRUE);

  return y + height - top;
}

/* The wide grid needs short lines in the wide column; longer ones take the whole width. */
static gboolean
fits_wide (const MesoHandoutLayout *self,
           const MesoHandoutBlock  *block)
{
  return self->wide && fit_two_columns (self, block->rows, meso_handout_layout_width (self) - self->wide_start);
}

void
meso_handout_layout_call (const MesoHandoutLayout *self,
                          const MesoHandoutBlock  *block,
                          GPtrArray               *pieces)
{
  double width = meso_handout_layout_width (self);
  MesoSlab *slab = meso_slab_new ();
  double y = 0;
  MesoPagePiece *piece;

  meso_slab_add_bookmark (slab, block->heading, 0);
  y += put_call_head (self, slab, block) + 5;
  y += (fits_wide (self, block) ? put_call_wide : put_call_stacked) (self, slab, block, y) + 3;
  y += put_emergency (self, slab, block->call, y);
  meso_handout_layout_frame (self, slab, -self->hang + CALL_LINE / 2, width + 2 * self->hang - CALL_LINE, CALL_LINE / 2, y - CALL_LINE,
                             CALL_LINE, MESO_INK_TEXT, 0);

  piece = meso_page_piece_new (slab, y, BOX_SPACE * self->air);
  piece->anchored = TRUE;
  g_ptr_array_add (pieces, piece);
}

MesoPagePiece *
meso_handout_layout_call_line (const MesoHandoutLayout *self,
                               const MesoHandoutBlock  *block)
{
  double width = meso_handout_layout_width (self);
  double inset = get_inset (self);
  double height = self->wide ? 28 : 26;
  double heading_start = inset + 25;
  MesoText heading = { .text = block->heading, .tag = "P", .fit = TRUE, .style = { 15.5, height, 700, MESO_INK_WHITE } };
  MesoText number = { .text = block->call->emergency_call, .tag = "P", .at_end = TRUE, .style = { 13, height, 700, MESO_INK_WHITE } };
  MesoText phone = { .text = block->call->phone, .tag = "P", .fit = TRUE, .style = { 16, height, 900, MESO_INK_WHITE } };
  double heading_width = MIN (meso_typesetter_get_natural_width (self->type, &heading) + 1, width * 0.4);
  double number_width = meso_typesetter_get_natural_width (self->type, &number) + 1;
  double phone_start = heading_start + heading_width + LINE_GAP;
  MesoSlab *slab = meso_slab_new ();

  meso_slab_add_box (slab, meso_typesetter_get_x (self->type, -self->hang, width + 2 * self->hang), 0, width + 2 * self->hang, height,
                     0, 0, MESO_INK_NONE, MESO_INK_TEXT);
  meso_handout_layout_icon (self, slab, "phone", MESO_ICON_PLAIN, MESO_INK_WHITE, inset + 1, (height - 16) / 2, 16);
  meso_handout_layout_put (self, slab, &heading, heading_start, 0, heading_width);
  meso_handout_layout_put (self, slab, &phone, phone_start, 0, width - inset - number_width - LINE_GAP - phone_start);
  meso_handout_layout_put (self, slab, &number, width - inset - number_width, 0, number_width);

  return meso_page_piece_new (slab, height, BOX_SPACE * self->air);
}
