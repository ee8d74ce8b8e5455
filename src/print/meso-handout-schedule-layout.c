/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-layout.h"

#define ICON_GAP 10.5            /* from a picture to its text */
#define NOTE_SIZE 12.0
#define DATE_STEP 0.5
#define LEAST_TWO_LINES 15.5     /* sizes of a date in a narrow column */
#define MOST_THREE_LINES 18.0
#define LEAST_DATE 12.0
#define LEAST_BESIDE_NOTE 0.8    /* of a date's size, before its note goes below */
#define STRONG_RULE 1.5
#define RULE 0.75

/**
 * DateLine:
 * @first, @end: which of the date's pieces stand on it
 */
typedef struct
{
  guint first;
  guint end;
} DateLine;

static MesoTextStyle
get_date_style (const MesoHandoutLayout *self,
                double                   size)
{
  return (MesoTextStyle) { size, size * (self->sheet->rtl ? 1.36 : 1.26), 800, MESO_INK_TEXT };
}

/* The label is as large as the date: what reads the page's text then keeps the two together. */
static MesoText
get_label (const MesoHandoutLayout *self,
           const MesoHandoutGroup  *group,
           double                   size)
{
  MesoText label = { .text = group->label, .style = get_date_style (self, size) };

  label.style.weight = 400;
  label.style.ink = MESO_INK_GREY;

  return label;
}

/* From the line's start to where the date itself starts. */
static double
get_label_width (const MesoHandoutLayout *self,
                 const MesoHandoutGroup  *group,
                 double                   size)
{
  MesoText label = get_label (self, group, size);

  return group->label[0] != '\0' ? meso_typesetter_get_natural_width (self->type, &label) + size * 0.3 : 0;
}

static char *
join_pieces (const MesoHandoutGroup *group,
             DateLine                line)
{
  GString *joined = g_string_new (NULL);

  for (guint i = line.first; i < line.end; i++)
    g_string_append_printf (joined, "%s%s", i > line.first ? " " : "", (const char *) g_ptr_array_index (group->date, i));

  return g_string_free (joined, FALSE);
}

static double
measure_line (const MesoHandoutLayout *self,
              const MesoHandoutGroup  *group,
              DateLine                 line,
              double                   size)
{
  g_autofree char *joined = join_pieces (group, line);

  return meso_typesetter_get_natural_width (self->type, &(MesoText) { .text = joined, .style = get_date_style (self, size) });
}

/* Breaks the date into lines of the narrow column; whether every piece fits on one, and there are few enough. */
static gboolean
break_date (const MesoHandoutLayout *self,
            const MesoHandoutGroup  *group,
            double                   size,
            guint                    max_lines,
            GArray                  *lines)
{
  double label_width = get_label_width (self, group, size);
  gboolean fits = TRUE;

  g_array_set_size (lines, 0);
  for (guint first = 0; first < group->date->len;)
    {
      double room = self->narrow - (lines->len == 0 ? label_width : 0);
      DateLine line = { first, first + 1 };

      while (line.end < group->date->len && measure_line (self, group, (DateLine) { first, line.end + 1 }, size) <= room)
        line.end++;
      fits = fits && measure_line (self, group, line, size) <= room;
      g_array_append_val (lines, line);
      first = line.end;
    }

  return fits && lines->len <= max_lines;
}

static gboolean
fit_dates (const MesoHandoutLayout *self,
           const MesoHandoutBlock  *block,
           double                   size,
           guint                    max_lines)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (DateLine));

  for (guint i = 0; i < block->groups->len; i++)
    {
      if (!break_date (self, g_ptr_array_index (block->groups, i), size, max_lines, lines))
        return FALSE;
    }

  return TRUE;
}

/* The largest size at which each date of the sheet fits into so many lines; 0 when even the least is too large,
 * which is asked early: each size tried shapes all dates anew. */
static double
find_size_for_lines (const MesoHandoutLayout *self,
                     const MesoHandoutBlock  *block,
                     guint                    max_lines,
                     double                   most,
                     double                   least)
{
  double size = most;

  if (!fit_dates (self, block, most, max_lines) && !fit_dates (self, block, least, max_lines))
    return 0;
  while (!fit_dates (self, block, size, max_lines))
    size -= DATE_STEP;

  return size;
}

/* One size for all dates of the sheet: two large lines when they do, else three. */
static double
find_date_size (const MesoHandoutLayout *self,
                const MesoHandoutBlock  *block)
{
  double size = find_size_for_lines (self, block, 2, self->date_size, LEAST_TWO_LINES);

  if (size <= 0)
    size = find_size_for_lines (self, block, 3, MOST_THREE_LINES, LEAST_DATE);

  return MAX (size, LEAST_DATE);
}

/* How far small text goes down to stand on the line of large text. */
static double
get_drop (const MesoHandoutLayout *self,
          double                   large,
          double                   small)
{
  MesoTextStyle large_style = { large, 0, 400, MESO_INK_TEXT };
  MesoTextStyle small_style = { small, 0, 400, MESO_INK_TEXT };

  return meso_typesetter_get_baseline (self->type, &large_style) - meso_typesetter_get_baseline (self->type, &small_style);
}

/* The date in the narrow column; with a NULL slab only its height. */
static double
put_stacked_date (const MesoHandoutLayout *self,
                  MesoSlab                *slab,
                  const MesoHandoutGroup  *group,
                  double                   size,
                  double                   top)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (DateLine));
  MesoTextStyle style = get_date_style (self, size);
  MesoText label = get_label (self, group, size);
  double start = get_label_width (self, group, size);
  MesoText note = { .text = group->note, .style = { NOTE_SIZE, style.leading, 400, MESO_INK_GREY } };
  double y = top;

  break_date (self, group, size, group->date->len, lines);
  meso_handout_layout_put (self, slab, &label, 0, y, self->narrow);
  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *joined = join_pieces (group, g_array_index (lines, DateLine, i));
      MesoText date = { .text = joined, .style = style, .fit = TRUE };

      y += meso_handout_layout_put (self, slab, &date, start, y, self->narrow - start);
      start += MIN (meso_typesetter_get_natural_width (self->type, &date), self->narrow - start) + 6;
      if (i + 1 < lines->len)
        start = 0;
    }

  if (group->note[0] == '\0')
    return y - top;
  if (start + meso_typesetter_get_natural_width (self->type, &note) <= self->narrow)
    {
      meso_handout_layout_put (self, slab, &note, start, y - style.leading + get_drop (self, size, NOTE_SIZE), self->narrow);
      return y - top;
    }

  note.style.leading = NOTE_SIZE * 1.4;

  return y + meso_handout_layout_put (self, slab, &note, 0, y, self->narrow) - top;
}

/* The largest size at which label and date fit on one line; 0 when even the least is too large. */
static double
find_line_size (const MesoHandoutLayout *self,
                const MesoHandoutGroup  *group,
                double                   room,
                double                   least)
{
  DateLine all = { 0, group->date->len };

  for (double size = self->date_size; size >= least; size -= DATE_STEP)
    {
      if (get_label_width (self, group, size) + measure_line (self, group, all, size) <= room)
        return size;
    }

  return 0;
}

/* The date above its rows, on one line; when there is no room beside it, the note goes below. */
static double
put_date_line (const MesoHandoutLayout *self,
               MesoSlab                *slab,
               const MesoHandoutGroup  *group,
               double                   top)
{
  double width = meso_handout_layout_width (self);
  MesoText note = { .text = group->note, .style = meso_typesetter_style (self->type, NOTE_SIZE, 400, MESO_INK_GREY) };
  double note_width = meso_typesetter_get_natural_width (self->type, &note) + 8;
  double size = find_line_size (self, group, width - note_width, self->date_size * LEAST_BESIDE_NOTE);
  gboolean note_below = size <= 0;
  g_autofree char *joined = join_pieces (group, (DateLine) { 0, group->date->len });
  MesoText label, date;
  double label_width, height;

  if (note_below)
    size = MAX (find_line_size (self, group, width, LEAST_DATE), LEAST_DATE);

  label = get_label (self, group, size);
  label_width = get_label_width (self, group, size);
  date = (MesoText) { .text = joined, .style = get_date_style (self, size), .fit = TRUE };
  meso_handout_layout_put (self, slab, &label, 0, top, width);
  height = meso_handout_layout_put (self, slab, &date, label_width, top, width - label_width);
  if (note_below)
    return height + meso_handout_layout_put (self, slab, &note, label_width, top + height, width - label_width);

  note.style.leading = date.style.leading;
  meso_handout_layout_put (self, slab, &note, label_width + meso_typesetter_get_natural_width (self->type, &date) + 8,
                           top + get_drop (self, size, NOTE_SIZE), width);

  return height;
}

/* A picture and its text, the middle of one at the middle of the other. */
static double
put_row (const MesoHandoutLayout *self,
         MesoSlab                *slab,
         const MesoHandoutRow    *row,
         double                   start,
         double                   top)
{
  double text_start = start + self->icon + ICON_GAP;
  double width = meso_handout_layout_width (self) - text_start;
  MesoTextStyle lead_style = meso_typesetter_style (self->type, self->lead_size, 600, MESO_INK_TEXT);
  MesoTextStyle detail_style = meso_typesetter_style (self->type, self->body_size, 400, MESO_INK_TEXT);
  MesoText lead = { .text = row->lead, .style = lead_style, .tag = "LBody" };
  MesoText detail = { .text = self->details ? row->text : "", .style = detail_style, .tag = "LBody" };
  double text_height = meso_handout_layout_measure (self, &lead, width) + meso_handout_layout_measure (self, &detail, width);
  double height = MAX (self->icon, text_height);
  double y;

  if (slab == NULL)
    return height;

  meso_handout_layout_icon (self, slab, row->icon, row->avoid ? MESO_ICON_AVOID : MESO_ICON_RING, MESO_INK_TEXT,
                            start, top + (height - self->icon) / 2, self->icon);
  meso_slab_begin_tag (slab, "LI");
  y = top + (height - text_height) / 2;
  y += meso_handout_layout_put (self, slab, &lead, text_start, y, width);
  meso_handout_layout_put (self, slab, &detail, text_start, y, width);
  meso_slab_end_tag (slab, "LI");

  return height;
}

static double
put_rows (const MesoHandoutLayout *self,
          MesoSlab                *slab,
          const MesoHandoutGroup  *group,
          double                   start,
          double                   top)
{
  double box_start = start + self->icon + ICON_GAP;
  double y = top;

  if (slab != NULL)
    meso_slab_begin_tag (slab, "L");
  for (guint i = 0; i < group->rows->len; i++)
    {
      y += i > 0 ? self->row_gap : 0;
      y += put_row (self, slab, g_ptr_array_index (group->rows, i), start, y);
    }
  if (slab != NULL)
    meso_slab_end_tag (slab, "L");

  if (group->boxed != NULL)
    {
      y += self->row_gap;
      y += meso_handout_layout_boxed (self, slab, group->boxed, box_start, y, meso_handout_layout_width (self) - box_start);
    }

  return y - top;
}

/* Dates in the narrow column, instructions in the wide one. */
static double
put_wide_group (const MesoHandoutLayout *self,
                MesoSlab                *slab,
                const MesoHandoutGroup  *group,
                double                   date_size)
{
  double date_height = put_stacked_date (self, NULL, group, date_size, 0);
  double rows_height = put_rows (self, NULL, group, self->wide_start, 0);
  double height = MAX (date_height, rows_height);
  double date_top = self->row_gap;
  double first_line = get_date_style (self, date_size).leading;

  /* The date starts level with the first picture, and stands in the middle when there is but one row. */
  if (group->rows->len == 1 && group->boxed == NULL)
    date_top += (height - date_height) / 2;
  else if (date_height + (self->icon - first_line) / 2 <= height)
    date_top += (self->icon - first_line) / 2;

  meso_slab_begin_tag (slab, "P");
  put_stacked_date (self, slab, group, date_size, date_top);
  meso_slab_end_tag (slab, "P");
  put_rows (self, slab, group, self->wide_start, self->row_gap + (height - rows_height) / 2);

  return height + 2 * self->row_gap;
}

static double
put_small_group (const MesoHandoutLayout *self,
                 MesoSlab                *slab,
                 const MesoHandoutGroup  *group)
{
  double y = 5;

  meso_slab_begin_tag (slab, "P");
  y += put_date_line (self, slab, group, y);
  meso_slab_end_tag (slab, "P");
  y += 3;
  y += put_rows (self, slab, group, 0, y);

  return y + self->row_gap;
}

/* What is above the dates, and above the instructions; a small page has only the rule. */
static void
add_head (const MesoHandoutLayout *self,
          const MesoHandoutBlock  *block,
          GPtrArray               *pieces)
{
  MesoTextStyle style = { 15, self->sheet->rtl ? 22 : 20, 700, MESO_INK_ACCENT };
  double width = meso_handout_layout_width (self);
  MesoSlab *slab = meso_slab_new ();
  double y = 0;
  MesoPagePiece *piece;

  if (self->wide)
    {
      meso_slab_add_bookmark (slab, block->note, 0);
      meso_handout_layout_put (self, slab, &(MesoText) { .text = block->heading, .style = style, .tag = "H2", .fit = TRUE },
                               0, 0, self->narrow);
      y = meso_handout_layout_put (self, slab, &(MesoText) { .text = block->note, .style = style, .tag = "H2", .fit = TRUE },
                                   self->wide_start, 0, width - self->wide_start) + 4;
    }
  meso_handout_layout_rule (self, slab, 0, width, y, STRONG_RULE, MESO_INK_ACCENT);

  piece = meso_page_piece_new (slab, y, self->wide ? 11 : 9);
  piece->keep_next = TRUE;
  g_ptr_array_add (pieces, piece);
}

void
meso_handout_layout_schedule (const MesoHandoutLayout *self,
                              const MesoHandoutBlock  *block,
                              GPtrArray               *pieces)
{
  double date_size = self->wide ? find_date_size (self, block) : self->date_size;

  add_head (self, block, pieces);
  for (guint i = 0; i < block->groups->len; i++)
    {
      const MesoHandoutGroup *group = g_ptr_array_index (block->groups, i);
      gboolean last = i + 1 == block->groups->len;
      MesoSlab *slab = meso_slab_new ();
      double height;

      height = self->wide ? put_wide_group (self, slab, group, date_size) : put_small_group (self, slab, group);
      meso_handout_layout_rule (self, slab, 0, meso_handout_layout_width (self), height, last ? STRONG_RULE : RULE,
                                last ? MESO_INK_ACCENT : MESO_INK_RULE);
      g_ptr_array_add (pieces, meso_page_piece_new (slab, height, 0));
    }
}
