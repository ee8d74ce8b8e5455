/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-layout.h"

#define LEAST_ROW_GAP 4.0
#define MOST_ROW_GAP 10.0
#define MOST_GROUP_AIR 10.0
#define MOST_SECTION_AIR 14.0
#define TITLE_SPACE 13.0
#define TITLE_SPACE_SMALL 9.0

/* Parts of the usual sizes, to be tried one after the other: what is read from afar gets smaller last. */
static const struct
{
  double leading;
  double icon;
  double date;
} stages[] = { { 1, 1, 1 }, { 0.96, 1, 1 }, { 0.92, 0.92, 0.92 }, { 0.92, 0.86, 0.84 }, { 0.92, 0.8, 0.74 } };

double
meso_handout_layout_title_space (const MesoHandoutLayout *self)
{
  return self->wide ? TITLE_SPACE : TITLE_SPACE_SMALL;
}

/* What all that belongs on the first page takes, with this gap between rows; and between how many of its
 * pieces there is space. */
static double
measure_first_page (MesoHandoutLayout *self,
                    double             row_gap,
                    guint             *n_spaces_out)
{
  g_autoptr (GPtrArray) pieces = NULL;
  double height = 0;
  guint n_spaces = 0;

  self->row_gap = row_gap;
  pieces = meso_handout_layout_pieces (self, TRUE);
  for (guint i = 0; i < pieces->len; i++)
    {
      const MesoPagePiece *piece = g_ptr_array_index (pieces, i);

      height += piece->height + (i > 0 ? piece->before : 0);
      n_spaces += i > 0 && piece->before > 0 ? 1 : 0;
    }
  if (n_spaces_out != NULL)
    *n_spaces_out = n_spaces;

  return height;
}

static double
measure_room (const MesoHandoutLayout *self)
{
  g_autoptr (MesoSlab) scratch = meso_slab_new ();
  double letterhead = meso_handout_layout_letterhead (self, scratch, 0);

  return self->page_height - 2 * self->margin_y - letterhead - meso_handout_layout_title_space (self) -
         meso_handout_layout_footer (self, NULL, 1, 1);
}

/* Room that is left widens the rows; what they don't take goes around the groups, then above the sections. */
static gboolean
fit_rows (MesoHandoutLayout *self,
          double             room)
{
  double least = measure_first_page (self, LEAST_ROW_GAP, NULL);
  double most, left;
  guint n_spaces;

  if (least > room)
    return FALSE;

  most = measure_first_page (self, MOST_ROW_GAP, &n_spaces);
  if (most > room)
    {
      self->row_gap = LEAST_ROW_GAP + (room - least) / (most - least) * (MOST_ROW_GAP - LEAST_ROW_GAP);
      return TRUE;
    }

  left = room - most;
  if (self->schedule != NULL && self->schedule->groups->len > 0)
    {
      self->group_air = MIN (left / (2 * self->schedule->groups->len), MOST_GROUP_AIR);
      left -= self->group_air * 2 * self->schedule->groups->len;
      self->section_air = n_spaces > 0 ? MIN (left / n_spaces, MOST_SECTION_AIR) : 0;
    }

  return TRUE;
}

static guint
count_details (const MesoHandoutLayout *self)
{
  guint n = 0;

  for (guint i = 0; self->schedule != NULL && i < self->schedule->groups->len; i++)
    {
      const MesoHandoutGroup *group = g_ptr_array_index (self->schedule->groups, i);

      for (guint j = 0; j < group->rows->len; j++)
        n += ((const MesoHandoutRow *) g_ptr_array_index (group->rows, j))->text[0] != '\0' ? 1 : 0;
    }

  return n;
}

gboolean
meso_handout_layout_fit (MesoHandoutLayout *self)
{
  double room = measure_room (self);
  double date_size = self->date_size;
  double icon = self->icon;
  guint n_stages = self->schedule != NULL ? G_N_ELEMENTS (stages) : 1;
  guint details = count_details (self);

  self->details = details;
  for (guint i = 0; i < n_stages; i++)
    {
      self->date_size = date_size * stages[i].date;
      self->icon = icon * stages[i].icon;
      self->row_leading = stages[i].leading;
      if (fit_rows (self, room))
        return TRUE;
    }

  /* No more second lines go than have to; none when that wouldn't be enough. */
  self->details = 0;
  if (details > 0 && fit_rows (self, room))
    {
      while (self->details < details)
        {
          self->details++;
          if (!fit_rows (self, room))
            break;
        }
      self->details--;
      return fit_rows (self, room);
    }

  self->details = details;
  self->date_size = date_size;
  self->icon = icon;
  self->row_leading = 1;
  self->row_gap = LEAST_ROW_GAP;

  return FALSE;
}
