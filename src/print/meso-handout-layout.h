/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-handout-sheet.h"
#include "meso-paper.h"
#include "meso-typesetter.h"

G_BEGIN_DECLS

/* A sentence may shrink so far to stay on one line. */
#define MESO_LITTLE_SHRINK 0.84

/**
 * MesoHandoutLayout:
 * @wide: two columns, dates and names in the narrow one; else one column, with the date above its rows
 * @margin_x: at both sides, @margin_y: at top and bottom
 * @narrow: width of the narrow column, @wide_start: where the wide one starts
 * @hang: how far boxes hang out, so that their text stays on the grid
 * @icon: diameter of a ring beside an instruction, @small_icon: of one beside a paragraph
 * @row_gap: between and around instructions, what room there is
 * @details: whether instructions have their second lines
 * @air: part of the usual space between sections and rows, at most 1
 *
 * The grid of one sheet on one paper, and the sizes of its text; points.
 */
typedef struct
{
  const MesoHandoutSheet *sheet;
  const MesoTypesetter *type;
  gboolean wide;
  double page_width;
  double page_height;
  double margin_x;
  double margin_y;
  double narrow;
  double wide_start;
  double hang;
  double icon;
  double small_icon;
  double title_size;
  double date_size;
  double section_size;
  double lead_size;
  double body_size;
  double phone_size;
  double row_gap;
  gboolean details;
  double air;
} MesoHandoutLayout;

/**
 * MesoPagePiece:
 * @slab: what is drawn, @height: what it takes
 * @before: space above it, unless it comes first on a page
 * @keep_next: not at the end of a page: the next piece follows on the same one
 * @rule_before: a rule in the middle of that space, unless it comes first on a page
 * @overleaf: not on the first page
 * @anchored: stands at the end of its page
 * @container: (nullable): tag around all pieces of this kind that follow one another on a page
 *
 * What a page break never splits.
 */
typedef struct
{
  MesoSlab *slab;
  double height;
  double before;
  gboolean keep_next;
  gboolean rule_before;
  gboolean overleaf;
  gboolean anchored;
  const char *container;
} MesoPagePiece;

MesoPagePiece *meso_page_piece_new  (MesoSlab *slab, double height, double before);
void           meso_page_piece_free (MesoPagePiece *self);

void    meso_handout_layout_init      (MesoHandoutLayout *self, const MesoHandoutSheet *sheet, MesoPaper paper);

/* Small things that all parts need. */
double  meso_handout_layout_width     (const MesoHandoutLayout *self);
double  meso_handout_layout_put       (const MesoHandoutLayout *self, MesoSlab *slab, const MesoText *text,
                                       double start, double top, double width);
double  meso_handout_layout_measure   (const MesoHandoutLayout *self, const MesoText *text, double width);
void    meso_handout_layout_rule      (const MesoHandoutLayout *self, MesoSlab *slab, double start, double width,
                                       double y, double line, MesoInk ink);
void    meso_handout_layout_frame     (const MesoHandoutLayout *self, MesoSlab *slab, double start, double width,
                                       double top, double height, double line, MesoInk ink, double radius);
void    meso_handout_layout_icon      (const MesoHandoutLayout *self, MesoSlab *slab, const char *name, MesoIconStyle style,
                                       MesoInk ink, double start, double top, double size);

/* The parts that stand at fixed places; the height they take. */
double  meso_handout_layout_letterhead (const MesoHandoutLayout *self, MesoSlab *slab, double top);
double  meso_handout_layout_running    (const MesoHandoutLayout *self, MesoSlab *slab, double top);
/* Grows upward from the bottom margin. */
double  meso_handout_layout_footer     (const MesoHandoutLayout *self, MesoSlab *slab, int page, int pages);
void    meso_handout_layout_watermark  (const MesoHandoutLayout *self, MesoSlab *slab);

/* The parts that flow: they add pieces (element-type MesoPagePiece). */
void    meso_handout_layout_title      (const MesoHandoutLayout *self, GPtrArray *pieces);
void    meso_handout_layout_schedule   (const MesoHandoutLayout *self, const MesoHandoutBlock *block, GPtrArray *pieces);
void    meso_handout_layout_visit      (const MesoHandoutLayout *self, const MesoHandoutBlock *block, GPtrArray *pieces);
void    meso_handout_layout_call       (const MesoHandoutLayout *self, const MesoHandoutBlock *block, GPtrArray *pieces);
/* `beside` (nullable) stands at the side of `block` */
void    meso_handout_layout_columns    (const MesoHandoutLayout *self, const MesoHandoutBlock *block,
                                        const MesoHandoutBlock *beside, GPtrArray *pieces);
void    meso_handout_layout_rows       (const MesoHandoutLayout *self, const MesoHandoutBlock *block, GPtrArray *pieces);
double  meso_handout_layout_boxed      (const MesoHandoutLayout *self, MesoSlab *slab, const MesoHandoutRow *row,
                                        double start, double top, double width);
/* (transfer full): lines to write on that fill `room`; NULL when fewer than two would */
MesoSlab *meso_handout_layout_questions (const MesoHandoutLayout *self, const MesoHandoutBlock *block, double room);

G_END_DECLS
