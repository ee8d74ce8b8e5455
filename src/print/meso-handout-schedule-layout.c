/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-date-layout.h"

#define ICON_GAP 10.5            /* from a picture to its text */
#define STRONG_RULE 1.5
#define RULE 0.75

/* A page that is too full shows the second lines of its first instructions only: those end soonest. */
static gboolean
shows_detail (const MesoHandoutLayout *self,
              const MesoHandoutRow    *row)
{
  guint before = 0;

  for (guint i = 0; i < self->schedule->groups->len; i++)
    {
      const MesoHandoutGroup *group = g_ptr_array_index (self->schedule->groups, i);

      for (guint j = 0; j < group->rows->len && before < self->details; j++)
        {
          const MesoHandoutRow *other = g_ptr_array_index (group->rows, j);

          if (other == row)
            return TRUE;
          before += other->text[0] != '\0' ? 1 : 0;
        }
    }

  return FALSE;
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
  MesoText detail = { .text = shows_detail (self, row) ? row->text : "", .style = detail_style, .tag = "LBody" };
  double text_height, height, y;

  lead.style.leading *= self->row_leading;
  detail.style.leading *= self->row_leading;
  text_height = meso_handout_layout_measure (self, &lead, width) + meso_handout_layout_measure (self, &detail, width);
  height = MAX (self->icon, text_height);

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
                const MesoDateSetting   *setting)
{
  double padding = self->row_gap + self->group_air;
  double date_height = meso_handout_date_put (self, NULL, group, setting, 0);
  double rows_height = put_rows (self, NULL, group, self->wide_start, 0);
  double height = MAX (date_height, rows_height);
  double date_top = padding;
  double level = (self->icon - meso_handout_date_get_first_line (self, group, setting)) / 2;

  /* The date starts level with the first picture, and stands in the middle when there is but one row. */
  if (group->rows->len == 1 && group->boxed == NULL)
    date_top += (height - date_height) / 2;
  else if (date_height + level <= height)
    date_top += MAX (level, 0);

  meso_slab_begin_tag (slab, "P");
  meso_handout_date_put (self, slab, group, setting, date_top);
  meso_slab_end_tag (slab, "P");
  put_rows (self, slab, group, self->wide_start, padding + (height - rows_height) / 2);

  return height + 2 * padding;
}

static double
put_small_group (const MesoHandoutLayout *self,
                 MesoSlab                *slab,
                 const MesoHandoutGroup  *group)
{
  MesoDateSetting setting = meso_handout_date_find_line (self, group);
  double y = 5 + self->group_air;

  meso_slab_begin_tag (slab, "P");
  y += meso_handout_date_put (self, slab, group, &setting, y);
  meso_slab_end_tag (slab, "P");
  y += 3;
  y += put_rows (self, slab, group, 0, y);

  return y + self->row_gap + self->group_air;
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
  piece->not_at_top = !self->wide;
  g_ptr_array_add (pieces, piece);
}

void
meso_handout_layout_schedule (const MesoHandoutLayout *self,
                              const MesoHandoutBlock  *block,
                              GPtrArray               *pieces)
{
  MesoDateSetting setting = meso_handout_date_find (self, block);

  add_head (self, block, pieces);
  for (guint i = 0; i < block->groups->len; i++)
    {
      const MesoHandoutGroup *group = g_ptr_array_index (block->groups, i);
      gboolean last = i + 1 == block->groups->len;
      MesoSlab *slab = meso_slab_new ();
      double height;

      height = self->wide ? put_wide_group (self, slab, group, &setting) : put_small_group (self, slab, group);
      meso_handout_layout_rule (self, slab, 0, meso_handout_layout_width (self), height, last ? STRONG_RULE : RULE,
                                last ? MESO_INK_ACCENT : MESO_INK_RULE);
      g_ptr_array_add (pieces, meso_page_piece_new (slab, height, 0));
    }
}
