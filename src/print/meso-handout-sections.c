/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-layout.h"

#include <string.h>

#define HEADING_GAP 5.0
#define COLUMN_SHARE 0.47        /* of the width, for the first of two columns */
#define SECOND_COLUMN 0.53
#define BULLET_RADIUS 1.7
#define BULLET_INDENT 12.0
#define ROW_SPACE 4.0
#define ICON_GAP 10.5
#define CELL_PADDING 4.0
#define CELL_SHRINK 0.9          /* a cell may shrink so far to stay on one line */
#define COLUMN_GAP 14.0
#define LONG_TABLE 6
#define LAST_ROWS 3              /* of a long table, that stay on one page */
#define SHORT_FORM 4             /* rows of a form that stay on one page */
#define TALL_ROW 90.0            /* one of these is enough below a head */
#define RULE 0.75
#define WRITING_LINE 25.0
#define MAX_WRITING_LINES 6

static double
put_heading (const MesoHandoutLayout *self,
             MesoSlab                *slab,
             const MesoHandoutBlock  *block,
             double                   start,
             double                   top,
             double                   width)
{
  gboolean rtl = self->sheet->rtl;
  MesoTextStyle style = { self->section_size, self->section_size * (rtl ? 1.5 : 1.3), 700, MESO_INK_ACCENT };
  MesoText heading = { .text = block->heading, .style = style, .tag = "H2", .fit = TRUE };
  MesoText note = { .text = block->note, .tag = "P",
                    .style = meso_typesetter_style (self->type, self->body_size, 400, MESO_INK_GREY) };
  double y = top;

  if (block->heading[0] != '\0')
    {
      meso_slab_add_bookmark (slab, block->heading, top);
      y += meso_handout_layout_put (self, slab, &heading, start, y, width) + HEADING_GAP - 2;
    }
  if (block->note[0] != '\0')
    y += meso_handout_layout_put (self, slab, &note, start, y, width) + 3;

  return y - top;
}

static double
put_list_row (const MesoHandoutLayout *self,
              MesoSlab                *slab,
              const MesoHandoutRow    *row,
              double                   start,
              double                   top,
              double                   width)
{
  MesoTextStyle style = meso_typesetter_style (self->type, self->body_size, 400, MESO_INK_TEXT);
  MesoText text = { .lead = row->lead, .text = row->text, .strong = row->strong, .style = style, .tag = "LBody" };
  double middle = top + style.leading / 2 + 0.5;
  double x = meso_typesetter_get_x (self->type, start + 1, 2 * BULLET_RADIUS);
  double height;

  meso_slab_add_box (slab, x, middle - BULLET_RADIUS, 2 * BULLET_RADIUS, 2 * BULLET_RADIUS, BULLET_RADIUS, 0,
                     MESO_INK_NONE, MESO_INK_ACCENT);
  meso_slab_begin_tag (slab, "LI");
  height = meso_handout_layout_put (self, slab, &text, start + BULLET_INDENT, top, width - BULLET_INDENT);
  meso_slab_end_tag (slab, "LI");

  return height + ROW_SPACE * self->air;
}

static double
put_icon_row (const MesoHandoutLayout *self,
              MesoSlab                *slab,
              const MesoHandoutRow    *row,
              double                   start,
              double                   top,
              double                   width)
{
  double text_start = start + self->small_icon + ICON_GAP;
  MesoText text = { .lead = row->lead, .text = row->text, .strong = row->strong, .tag = "LBody",
                    .style = meso_typesetter_style (self->type, self->body_size, 400, MESO_INK_TEXT) };
  double text_height = meso_handout_layout_measure (self, &text, start + width - text_start);
  double height = MAX (text_height, self->small_icon);

  meso_handout_layout_icon (self, slab, row->icon, row->avoid ? MESO_ICON_AVOID : MESO_ICON_RING, MESO_INK_TEXT,
                            start, top + (height - self->small_icon) / 2, self->small_icon);
  meso_slab_begin_tag (slab, "LI");
  meso_handout_layout_put (self, slab, &text, text_start, top + (height - text_height) / 2, start + width - text_start);
  meso_slab_end_tag (slab, "LI");

  return height + 2 * ROW_SPACE;
}

static double
put_paragraph (const MesoHandoutLayout *self,
               MesoSlab                *slab,
               const MesoHandoutRow    *row,
               double                   start,
               double                   top,
               double                   width)
{
  MesoText text = { .lead = row->lead, .text = row->text, .strong = row->strong, .tag = "P",
                    .style = meso_typesetter_style (self->type, self->body_size, 400, MESO_INK_TEXT) };

  return meso_handout_layout_put (self, slab, &text, start, top, width) + ROW_SPACE;
}

static double
put_note (const MesoHandoutLayout *self,
          MesoSlab                *slab,
          const MesoHandoutRow    *row,
          double                   start,
          double                   top,
          double                   width)
{
  return meso_handout_layout_boxed (self, slab, row, start, top + 2, width) + 2 + ROW_SPACE;
}

typedef double (*PutRow) (const MesoHandoutLayout *self,
                          MesoSlab                *slab,
                          const MesoHandoutRow    *row,
                          double                   start,
                          double                   top,
                          double                   width);

static double
put_column (const MesoHandoutLayout *self,
            MesoSlab                *slab,
            const MesoHandoutBlock  *block,
            double                   start,
            double                   width)
{
  gboolean list = block->type == MESO_HANDOUT_BLOCK_LIST || block->type == MESO_HANDOUT_BLOCK_ICONS;
  PutRow put_row = block->type == MESO_HANDOUT_BLOCK_LIST ? put_list_row
                   : block->type == MESO_HANDOUT_BLOCK_ICONS ? put_icon_row
                   : block->type == MESO_HANDOUT_BLOCK_NOTE ? put_note : put_paragraph;
  double y = put_heading (self, slab, block, start, 0, width);

  if (list)
    meso_slab_begin_tag (slab, "L");
  for (guint i = 0; i < block->rows->len; i++)
    y += put_row (self, slab, g_ptr_array_index (block->rows, i), start, y, width);
  if (list)
    meso_slab_end_tag (slab, "L");

  return y - ROW_SPACE;
}

static MesoPagePiece *
add_section (const MesoHandoutLayout *self,
             const MesoHandoutBlock  *block,
             MesoSlab                *slab,
             double                   height,
             GPtrArray               *pieces)
{
  MesoPagePiece *piece = meso_page_piece_new (slab, height, self->section_space * self->air);

  piece->rule_before = block->heading[0] != '\0';
  piece->overleaf = block->overleaf;
  if (!piece->rule_before)
    piece->before /= 3;
  g_ptr_array_add (pieces, piece);

  return piece;
}

void
meso_handout_layout_columns (const MesoHandoutLayout *self,
                             const MesoHandoutBlock  *block,
                             const MesoHandoutBlock  *beside,
                             GPtrArray               *pieces)
{
  double width = meso_handout_layout_width (self);
  MesoSlab *slab = meso_slab_new ();
  double height;

  if (beside == NULL)
    {
      height = put_column (self, slab, block, 0, width);
    }
  else
    {
      double beside_height;

      height = put_column (self, slab, block, 0, width * COLUMN_SHARE);
      beside_height = put_column (self, slab, beside, width * SECOND_COLUMN, width * (1 - SECOND_COLUMN));
      height = MAX (height, beside_height);
    }

  add_section (self, block, slab, height, pieces);
}

/* A picture and a name, and what it means for this patient. */
static double
put_topic (const MesoHandoutLayout *self,
           MesoSlab                *slab,
           const MesoHandoutRow    *row)
{
  double width = meso_handout_layout_width (self);
  double name_start = self->small_icon + ICON_GAP;
  double text_start = self->wide ? self->wide_start : name_start;
  MesoText name = { .text = row->lead, .tag = "P",
                    .style = meso_typesetter_style (self->type, self->body_size + 0.5, 700, MESO_INK_TEXT) };
  MesoText text = { .text = row->text, .strong = row->strong, .tag = "P",
                    .style = meso_typesetter_style (self->type, self->body_size, 400, MESO_INK_TEXT) };
  double name_width = self->wide ? self->narrow - name_start : width - name_start;
  double name_height = meso_handout_layout_measure (self, &name, name_width);
  double text_height = meso_handout_layout_measure (self, &text, width - text_start);
  double height = MAX (self->small_icon, self->wide ? MAX (name_height, text_height) : name_height + text_height);
  double icon_top = self->wide ? (height - self->small_icon) / 2 : 0;

  meso_handout_layout_icon (self, slab, row->icon, MESO_ICON_RING, MESO_INK_TEXT, 0, icon_top, self->small_icon);
  meso_handout_layout_put (self, slab, &name, name_start, self->wide ? (height - name_height) / 2 : 0, name_width);
  meso_handout_layout_put (self, slab, &text, text_start, self->wide ? (height - text_height) / 2 : name_height, width - text_start);

  return height;
}

/* Where the second column of a table starts: behind the widest date; else on the grid. */
static double
find_second_column (const MesoHandoutLayout *self,
                    const MesoHandoutBlock  *block)
{
  double start = self->wide_start;

  for (guint i = 0; block->type == MESO_HANDOUT_BLOCK_DATES && i < block->rows->len; i++)
    {
      const MesoHandoutRow *row = g_ptr_array_index (block->rows, i);
      MesoText date = { .text = row->lead, .style = meso_typesetter_style (self->type, self->body_size + 0.5, 700, MESO_INK_TEXT) };

      start = MAX (start, meso_typesetter_get_natural_width (self->type, &date) + COLUMN_GAP);
    }

  return start;
}

/* One row over a rule; a row without text is a head within the table. A small page puts a date above its text. */
static double
put_table_row (const MesoHandoutLayout *self,
               MesoSlab                *slab,
               const MesoHandoutBlock  *block,
               const MesoHandoutRow    *row,
               double                   second,
               gboolean                 ruled)
{
  double width = meso_handout_layout_width (self);
  gboolean head = row->text[0] == '\0';
  gboolean stacked = !self->wide && block->type == MESO_HANDOUT_BLOCK_DATES;
  double first_width = head || stacked ? width : second - COLUMN_GAP;
  double text_start = stacked ? 0 : second;
  MesoText lead = { .text = row->lead, .tag = head ? "TH" : "TD",
                    .style = meso_typesetter_style (self->type, self->body_size + 0.5, 700, head ? MESO_INK_ACCENT : MESO_INK_TEXT) };
  MesoText text = { .text = row->text, .tag = "TD",
                    .style = meso_typesetter_style (self->type, self->body_size, 400, MESO_INK_TEXT) };
  double padding = CELL_PADDING * self->air;
  double text_width = width - text_start;
  double lead_height, text_height, height;

  /* Several lines aren't set smaller for the sake of one of them. */
  text.fit = strchr (row->text, '\n') == NULL && meso_typesetter_get_natural_width (self->type, &text) * CELL_SHRINK <= text_width;
  meso_slab_begin_tag (slab, "TR");
  lead_height = meso_handout_layout_put (self, slab, &lead, 0, padding, first_width);
  text_height = meso_handout_layout_put (self, slab, &text, text_start, padding + (stacked ? lead_height : 0), text_width);
  meso_slab_end_tag (slab, "TR");
  height = (stacked ? lead_height + text_height : MAX (lead_height, text_height)) + 2 * padding;
  if (ruled)
    meso_handout_layout_rule (self, slab, 0, width, height, RULE, MESO_INK_RULE);

  return height;
}

static double
put_row (const MesoHandoutLayout *self,
         MesoSlab                *slab,
         const MesoHandoutBlock  *block,
         guint                    i,
         double                   second)
{
  const MesoHandoutRow *row = g_ptr_array_index (block->rows, i);

  if (block->type == MESO_HANDOUT_BLOCK_TOPICS)
    return put_topic (self, slab, row);
  if (block->type == MESO_HANDOUT_BLOCK_FORM)
    return meso_handout_layout_form_row (self, slab, row);
  return put_table_row (self, slab, block, row, second, i + 1 < block->rows->len);
}

void
meso_handout_layout_heading (const MesoHandoutLayout *self,
                             const MesoHandoutBlock  *block,
                             GPtrArray               *pieces)
{
  MesoSlab *head = meso_slab_new ();
  double height = put_heading (self, head, block, 0, 0, meso_handout_layout_width (self));

  add_section (self, block, head, height, pieces)->keep_next = TRUE;
}

/* Topics, dates, tables and forms: a page may end between two rows, but a head keeps two of them. What is signed stays whole. */
void
meso_handout_layout_rows (const MesoHandoutLayout *self,
                          const MesoHandoutBlock  *block,
                          GPtrArray               *pieces)
{
  gboolean topics = block->type == MESO_HANDOUT_BLOCK_TOPICS;
  gboolean form = block->type == MESO_HANDOUT_BLOCK_FORM;
  double second = find_second_column (self, block);

  meso_handout_layout_heading (self, block, pieces);
  for (guint i = 0; i < block->rows->len; i++)
    {
      const MesoHandoutRow *row = g_ptr_array_index (block->rows, i);
      MesoSlab *slab = meso_slab_new ();
      double height = put_row (self, slab, block, i, second);
      MesoPagePiece *piece = meso_page_piece_new (slab, height, topics ? (i == 0 ? 3 : 10 * self->air) : 0);

      piece->keep_next = (i == 0 && block->rows->len > 1 && height <= TALL_ROW) || (!topics && row->text[0] == '\0') ||
                         (form && block->rows->len <= SHORT_FORM && i + 1 < block->rows->len) ||
                         (!topics && block->rows->len > LONG_TABLE && i + LAST_ROWS >= block->rows->len && i + 1 < block->rows->len);
      piece->overleaf = block->overleaf;
      piece->container = topics || form ? NULL : "Table";
      piece->table = block->heading[0] == '\0' ? NULL : block;
      g_ptr_array_add (pieces, piece);
    }
}

double
meso_handout_layout_again (const MesoHandoutLayout *self,
                           MesoSlab                *slab,
                           const MesoHandoutBlock  *block,
                           double                   top)
{
  MesoTextStyle style = meso_typesetter_style (self->type, self->body_size, 700, MESO_INK_ACCENT);
  MesoText heading = { .text = block->heading, .style = style, .tag = "P", .fit = TRUE };
  double height = meso_handout_layout_put (self, slab, &heading, 0, top, meso_handout_layout_width (self)) + 2;

  if (block->type == MESO_HANDOUT_BLOCK_GRID)
    return height + meso_handout_layout_grid_heads (self, slab, block, top + height);
  if (slab != NULL)
    meso_handout_layout_rule (self, slab, 0, meso_handout_layout_width (self), top + height, RULE, MESO_INK_RULE);

  return height;
}

MesoSlab *
meso_handout_layout_questions (const MesoHandoutLayout *self,
                               const MesoHandoutBlock  *block,
                               double                   room)
{
  double width = meso_handout_layout_width (self);
  double x = meso_typesetter_get_x (self->type, 0, width);
  g_autoptr (MesoSlab) slab = meso_slab_new ();
  double y = 22 + put_heading (self, slab, block, 0, 22, width) + WRITING_LINE - 6;
  int lines = 0;

  for (; lines < MAX_WRITING_LINES && y <= room; y += WRITING_LINE)
    {
      meso_slab_add_dotted (slab, x, x + width, y);
      lines++;
    }

  return lines >= 2 ? g_steal_pointer (&slab) : NULL;
}
