/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-layout.h"

#define MM (72.0 / 25.4)

MesoPagePiece *
meso_page_piece_new (MesoSlab *slab,
                     double    height,
                     double    before)
{
  MesoPagePiece *self = g_new0 (MesoPagePiece, 1);

  self->slab = slab;
  self->height = height;
  self->before = before;

  return self;
}

void
meso_page_piece_free (MesoPagePiece *self)
{
  g_clear_pointer (&self->slab, meso_slab_free);
  g_free (self);
}

static void
init_wide (MesoHandoutLayout *self)
{
  self->wide = TRUE;
  self->margin_x = 19.5 * MM;
  self->margin_y = 15 * MM;
  self->narrow = 58 * MM;
  self->wide_start = 64 * MM;
  self->hang = 4.5 * MM;
  self->icon = 13 * MM;
  self->small_icon = 11 * MM;
  self->title_size = 27;
  self->date_size = 22;
  self->section_size = 17;
  self->lead_size = 13;
  self->body_size = 12;
  self->phone_size = 22.5;
  self->section_space = 28;
}

static void
init_small (MesoHandoutLayout *self)
{
  self->wide = FALSE;
  self->margin_x = 13 * MM;
  self->margin_y = 12 * MM;
  self->narrow = 42 * MM;
  self->wide_start = 46 * MM;
  self->hang = 0;
  self->icon = 11 * MM;
  self->small_icon = 9.5 * MM;
  self->title_size = 21;
  self->date_size = 17;
  self->section_size = 15;
  self->lead_size = 12.5;
  self->body_size = 12;
  self->phone_size = 20;
  self->section_space = 20;
}

/* What staff work from: all of it at a glance. */
static void
make_compact (MesoHandoutLayout *self)
{
  self->margin_x = self->wide ? 16 * MM : 11 * MM;
  self->margin_y = self->wide ? 12 * MM : 10 * MM;
  self->facts_start = self->wide ? 92 * MM : 66 * MM;
  self->facts_width = self->wide ? 86 * MM : 62 * MM;
  self->narrow = self->wide ? 42 * MM : 32 * MM;
  self->wide_start = self->wide ? 46 * MM : 35 * MM;
  self->title_size = self->wide ? 22 : 18;
  self->section_size = self->wide ? 13.5 : 12.5;
  self->body_size = self->wide ? 10.2 : 9.8;
  self->section_space = self->wide ? 17 : 14;
}

/* The typesetter is the caller's to set: it needs the margins. */
void
meso_handout_layout_init (MesoHandoutLayout      *self,
                          const MesoHandoutSheet *sheet,
                          MesoPaper               paper)
{
  *self = (MesoHandoutLayout) { .sheet = sheet, .details = G_MAXUINT, .row_leading = 1, .air = 1 };
  self->schedule = meso_handout_layout_find (sheet, MESO_HANDOUT_BLOCK_SCHEDULE);
  self->page_width = meso_paper_get_width (paper);
  self->page_height = meso_paper_get_height (paper);
  if (paper == MESO_PAPER_A5)
    init_small (self);
  else
    init_wide (self);
  self->facts_start = self->wide_start;
  self->facts_width = self->narrow;
  if (sheet->compact)
    make_compact (self);
}

double
meso_handout_layout_width (const MesoHandoutLayout *self)
{
  return meso_typesetter_get_width (self->type);
}

double
meso_handout_layout_put (const MesoHandoutLayout *self,
                         MesoSlab                *slab,
                         const MesoText          *text,
                         double                   start,
                         double                   top,
                         double                   width)
{
  return meso_typesetter_put (self->type, slab, text, start, top, width);
}

double
meso_handout_layout_measure (const MesoHandoutLayout *self,
                             const MesoText          *text,
                             double                   width)
{
  return meso_typesetter_put (self->type, NULL, text, 0, 0, width);
}

void
meso_handout_layout_rule (const MesoHandoutLayout *self,
                          MesoSlab                *slab,
                          double                   start,
                          double                   width,
                          double                   y,
                          double                   line,
                          MesoInk                  ink)
{
  double x = meso_typesetter_get_x (self->type, start, width);

  meso_slab_add_rule (slab, x, x + width, y, line, ink);
}

void
meso_handout_layout_frame (const MesoHandoutLayout *self,
                           MesoSlab                *slab,
                           double                   start,
                           double                   width,
                           double                   top,
                           double                   height,
                           double                   line,
                           MesoInk                  ink,
                           double                   radius)
{
  meso_slab_add_box (slab, meso_typesetter_get_x (self->type, start, width), top, width, height, radius, line, ink, MESO_INK_NONE);
}

void
meso_handout_layout_icon (const MesoHandoutLayout *self,
                          MesoSlab                *slab,
                          const char              *name,
                          MesoIconStyle            style,
                          MesoInk                  ink,
                          double                   start,
                          double                   top,
                          double                   size)
{
  meso_slab_add_icon (slab, name, style, ink, meso_typesetter_get_x (self->type, start, size), top, size);
}
