/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-layout.h"

#define COLUMN_GAP 10.0
#define CELL_PADDING 3.0
#define LEAST_ROW 21.0           /* room to write in */
#define WRITING_ROW 24.0         /* of the line below a row of a small page */
#define WRITING_DROP 5.0         /* from a dotted line to the row's end */
#define LABEL_GAP 4.0
#define BOX 10.0
#define BOX_LINE 0.9
#define HEAD_SIZE 8.8
#define STRONG_RULE 1.2
#define RULE 0.75
#define LAST_ROWS 2              /* that stay on one page */

static const MesoHandoutColumn *
get_column (const MesoHandoutBlock *block,
            guint                   i)
{
  return g_ptr_array_index (block->columns, i);
}

static gboolean
is_by_hand (const MesoHandoutColumn *column)
{
  return column->type == MESO_HANDOUT_COLUMN_LINE || column->type == MESO_HANDOUT_COLUMN_BOX;
}

/* A small page has room for what is printed only. */
static gboolean
is_in_row (const MesoHandoutLayout *self,
           const MesoHandoutColumn *column)
{
  return self->wide || !is_by_hand (column);
}

/* Where a column starts, and how wide it is; a column that stands below the row has no width. */
static void
find_column (const MesoHandoutLayout *self,
             const MesoHandoutBlock  *block,
             guint                    i,
             double                  *start_out,
             double                  *width_out)
{
  guint all = 0, before = 0;
  double width = meso_handout_layout_width (self);

  for (guint j = 0; j < block->columns->len; j++)
    {
      guint share = is_in_row (self, get_column (block, j)) ? get_column (block, j)->share : 0;

      all += share;
      before += j < i ? share : 0;
    }
  *start_out = width * before / all;
  *width_out = width * get_column (block, i)->share / all - (i + 1 < block->columns->len ? COLUMN_GAP : 0);
}

/* (transfer none): what stands in a column of a row; NULL where the row has nothing to say of it */
static const char *
get_cell (const MesoHandoutRow *row,
          guint                 i)
{
  if (i == 0)
    return row->text;
  return row->cells != NULL && i <= row->cells->len ? g_ptr_array_index (row->cells, i - 1) : NULL;
}

static void
put_box (const MesoHandoutLayout *self,
         MesoSlab                *slab,
         double                   start,
         double                   middle)
{
  meso_handout_layout_frame (self, slab, start, BOX, middle - BOX / 2, BOX, BOX_LINE, MESO_INK_TEXT, 1);
}

static void
put_line (const MesoHandoutLayout *self,
          MesoSlab                *slab,
          double                   start,
          double                   width,
          double                   y)
{
  double x = meso_typesetter_get_x (self->type, start, width);

  meso_slab_add_dotted (slab, x, x + width, y);
}

static MesoText
make_cell (const MesoHandoutLayout *self,
           const MesoHandoutColumn *column,
           const char              *text)
{
  gboolean strong = column->type == MESO_HANDOUT_COLUMN_RESULT;
  gboolean at_end = strong || column->type == MESO_HANDOUT_COLUMN_NUMBER;

  return (MesoText) { .text = text, .tag = "TD", .at_end = at_end, .fit = at_end,
                      .style = meso_typesetter_style (self->type, self->body_size, strong ? 700 : 400, MESO_INK_TEXT) };
}

/* The first column: a name, and what is said of it in smaller letters. */
static double
put_name (const MesoHandoutLayout *self,
          MesoSlab                *slab,
          const MesoHandoutRow    *row,
          double                   width)
{
  MesoText lead = { .text = row->lead, .tag = "TD",
                    .style = meso_typesetter_style (self->type, self->body_size, 700, MESO_INK_TEXT) };
  MesoText text = { .text = row->text, .tag = "TD",
                    .style = meso_typesetter_style (self->type, self->body_size - 1, 400, MESO_INK_TEXT) };
  double height = meso_typesetter_put (self->type, slab, &lead, 0, CELL_PADDING, width);

  return height + meso_typesetter_put (self->type, slab, &text, 0, CELL_PADDING + height, width);
}

static double
measure_row (const MesoHandoutLayout *self,
             const MesoHandoutBlock  *block,
             const MesoHandoutRow    *row)
{
  double height = LEAST_ROW - 2 * CELL_PADDING;

  for (guint i = 0; i < block->columns->len; i++)
    {
      const MesoHandoutColumn *column = get_column (block, i);
      const char *cell = get_cell (row, i);
      MesoText text = make_cell (self, column, cell);
      double start, width, taken;

      if (cell == NULL || !is_in_row (self, column))
        continue;
      find_column (self, block, i, &start, &width);
      taken = i == 0 ? put_name (self, NULL, row, width) : meso_handout_layout_measure (self, &text, width);
      height = MAX (height, taken);
    }

  return height + 2 * CELL_PADDING;
}

static void
put_cell (const MesoHandoutLayout *self,
          MesoSlab                *slab,
          const MesoHandoutBlock  *block,
          const MesoHandoutRow    *row,
          guint                    i,
          double                   height)
{
  const MesoHandoutColumn *column = get_column (block, i);
  const char *cell = get_cell (row, i);
  MesoText text = make_cell (self, column, cell);
  double start, width;

  if (cell == NULL || !is_in_row (self, column))
    return;
  find_column (self, block, i, &start, &width);
  if (column->type == MESO_HANDOUT_COLUMN_BOX)
    put_box (self, slab, start, height / 2);
  else if (i == 0 && (row->lead[0] != '\0' || row->text[0] != '\0'))
    put_name (self, slab, row, width);
  else if (cell[0] == '\0')
    put_line (self, slab, start, width, height - WRITING_DROP);
  else
    meso_handout_layout_put (self, slab, &text, start, CELL_PADDING, width);
}

static MesoText
make_label (const MesoHandoutLayout *self,
            const MesoHandoutColumn *column)
{
  return (MesoText) { .text = column->label, .tag = "TD", .style = meso_typesetter_style (self->type, HEAD_SIZE, 400, MESO_INK_TEXT) };
}

static gboolean
is_below (const MesoHandoutLayout *self,
          const MesoHandoutBlock  *block,
          const MesoHandoutRow    *row,
          guint                    i)
{
  return !is_in_row (self, get_column (block, i)) && get_cell (row, i) != NULL;
}

/* How long the dotted lines of a row are, for one share of them: labels and boxes take what they need first. */
static double
find_line_unit (const MesoHandoutLayout *self,
                const MesoHandoutBlock  *block,
                const MesoHandoutRow    *row)
{
  double left = meso_handout_layout_width (self);
  guint shares = 0;

  for (guint i = 1; i < block->columns->len; i++)
    {
      const MesoHandoutColumn *column = get_column (block, i);
      MesoText label = make_label (self, column);
      gboolean box = column->type == MESO_HANDOUT_COLUMN_BOX;

      if (!is_below (self, block, row, i))
        continue;
      left -= meso_typesetter_get_natural_width (self->type, &label) + 1 + LABEL_GAP + COLUMN_GAP + (box ? BOX : 0);
      shares += box ? 0 : column->share;
    }

  return left / MAX (shares, 1);
}

/* A box with its word, or a word with its line; the width it takes. */
static double
put_labelled (const MesoHandoutLayout *self,
              MesoSlab                *slab,
              const MesoHandoutColumn *column,
              double                   start,
              double                   top,
              double                   unit)
{
  MesoText label = make_label (self, column);
  double natural = meso_typesetter_get_natural_width (self->type, &label) + 1;
  double bottom = top + WRITING_ROW - WRITING_DROP;

  if (column->type == MESO_HANDOUT_COLUMN_BOX)
    {
      put_box (self, slab, start, top + WRITING_ROW / 2);
      meso_handout_layout_put (self, slab, &label, start + BOX + LABEL_GAP, top + (WRITING_ROW - label.style.leading) / 2, natural);
      return BOX + LABEL_GAP + natural;
    }
  meso_handout_layout_put (self, slab, &label, start, bottom - label.style.leading + 3, natural);
  put_line (self, slab, start + natural + LABEL_GAP, unit * column->share, bottom);

  return natural + LABEL_GAP + unit * column->share;
}

/* On a small page: what is filled in stands below the row, each with its label. The height it takes. */
static double
put_by_hand (const MesoHandoutLayout *self,
             MesoSlab                *slab,
             const MesoHandoutBlock  *block,
             const MesoHandoutRow    *row,
             double                   top)
{
  double unit = find_line_unit (self, block, row);
  double start = 0;

  for (guint i = 1; i < block->columns->len; i++)
    {
      if (is_below (self, block, row, i))
        start += put_labelled (self, slab, get_column (block, i), start, top, unit) + COLUMN_GAP;
    }

  return start > 0 ? WRITING_ROW : 0;
}

double
meso_handout_layout_grid_heads (const MesoHandoutLayout *self,
                                MesoSlab                *slab,
                                const MesoHandoutBlock  *block,
                                double                   top)
{
  double width = meso_handout_layout_width (self);
  double height = 0;

  for (guint i = 0; i < block->columns->len; i++)
    {
      const MesoHandoutColumn *column = get_column (block, i);
      MesoText text = make_cell (self, column, column->label);
      double start, column_width, taken;

      if (!is_in_row (self, column))
        continue;
      text.tag = "TH";
      text.fit = TRUE;
      text.style = meso_typesetter_style (self->type, HEAD_SIZE, 600, MESO_INK_GREY);
      find_column (self, block, i, &start, &column_width);
      taken = meso_typesetter_put (self->type, slab, &text, start, top + 1, column_width);
      height = MAX (height, taken);
    }
  height += 3;
  if (slab != NULL)
    {
      meso_handout_layout_rule (self, slab, 0, width, top, STRONG_RULE, MESO_INK_TEXT);
      meso_handout_layout_rule (self, slab, 0, width, top + height, RULE, MESO_INK_RULE);
    }

  return height;
}

static MesoPagePiece *
make_row (const MesoHandoutLayout *self,
          const MesoHandoutBlock  *block,
          guint                    index)
{
  const MesoHandoutRow *row = g_ptr_array_index (block->rows, index);
  gboolean last = index + 1 == block->rows->len;
  MesoSlab *slab = meso_slab_new ();
  double height = measure_row (self, block, row);

  meso_slab_begin_tag (slab, "TR");
  for (guint i = 0; i < block->columns->len; i++)
    put_cell (self, slab, block, row, i, height);
  if (!self->wide)
    height += put_by_hand (self, slab, block, row, height - CELL_PADDING);
  meso_slab_end_tag (slab, "TR");
  meso_handout_layout_rule (self, slab, 0, meso_handout_layout_width (self), height, last ? STRONG_RULE : RULE,
                            last ? MESO_INK_TEXT : MESO_INK_RULE);

  return meso_page_piece_new (slab, height, 0);
}

/* A page may end between two rows; the heads of the columns stand again on the next one. */
void
meso_handout_layout_grid (const MesoHandoutLayout *self,
                          const MesoHandoutBlock  *block,
                          GPtrArray               *pieces)
{
  MesoSlab *heads = meso_slab_new ();
  double height = 0;
  MesoPagePiece *piece;

  meso_handout_layout_heading (self, block, pieces);
  meso_slab_begin_tag (heads, "TR");
  height = meso_handout_layout_grid_heads (self, heads, block, 0);
  meso_slab_end_tag (heads, "TR");
  piece = meso_page_piece_new (heads, height, 0);
  piece->keep_next = TRUE;
  piece->overleaf = block->overleaf;
  piece->container = "Table";
  g_ptr_array_add (pieces, piece);
  for (guint i = 0; i < block->rows->len; i++)
    {
      piece = make_row (self, block, i);
      piece->keep_next = i + LAST_ROWS >= block->rows->len && i + 1 < block->rows->len;
      piece->overleaf = block->overleaf;
      piece->container = "Table";
      piece->table = block;
      g_ptr_array_add (pieces, piece);
    }
}
