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
 * @facts_start: where the second of two facts starts, @facts_width: of the first
 * @hang: how far boxes hang out, so that their text stays on the grid
 * @icon: diameter of a ring beside an instruction, @small_icon: of one beside a paragraph
 * @section_space: between sections, a rule in its middle
 * @row_gap: between and around instructions, what room there is
 * @row_leading: part of the usual distance of an instruction's lines, at most 1
 * @group_air: more of it around instructions that share a date, on a page that has it
 * @schedule: (nullable): the instructions with dates
 * @details: how many of them show their second lines, from the first
 * @section_air: more space above the sections of a first page that has it
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
  double facts_start;
  double facts_width;
  double hang;
  double icon;
  double small_icon;
  double title_size;
  double date_size;
  double section_size;
  double lead_size;
  double body_size;
  double phone_size;
  double section_space;
  double row_gap;
  double row_leading;
  double group_air;
  const MesoHandoutBlock *schedule;
  guint details;
  double section_air;
  double air;
} MesoHandoutLayout;

/**
 * MesoPagePiece:
 * @slab: what is drawn, @height: what it takes
 * @before: space above it, unless it comes first on a page
 * @keep_next: not at the end of a page: the next piece follows on the same one
 * @rule_before: a rule in the middle of that space, unless it comes first on a page
 * @not_at_top: left out where it would come first on a page
 * @overleaf: not on the first page
 * @anchored: stands at the end of its page
 * @container: (nullable): tag around all pieces of this kind that follow one another on a page
 * @table: (nullable): the table it is a row of, whose head is said again where the row comes first on a page
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
  gboolean not_at_top;
  gboolean overleaf;
  gboolean anchored;
  const char *container;
  const MesoHandoutBlock *table;
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
/* (transfer full): the box in one line, for a second page */
MesoPagePiece *meso_handout_layout_call_line (const MesoHandoutLayout *self, const MesoHandoutBlock *block);
/* `beside` (nullable) stands at the side of `block` */
void    meso_handout_layout_columns    (const MesoHandoutLayout *self, const MesoHandoutBlock *block,
                                        const MesoHandoutBlock *beside, GPtrArray *pieces);
void    meso_handout_layout_rows       (const MesoHandoutLayout *self, const MesoHandoutBlock *block, GPtrArray *pieces);
void    meso_handout_layout_grid       (const MesoHandoutLayout *self, const MesoHandoutBlock *block, GPtrArray *pieces);
/* The heads of a grid's columns; the height they take. With a NULL slab they are only measured. */
double  meso_handout_layout_grid_heads (const MesoHandoutLayout *self, MesoSlab *slab, const MesoHandoutBlock *block, double top);
/* What all sections begin with: the heading with its note as a piece that keeps the next one */
void    meso_handout_layout_heading    (const MesoHandoutLayout *self, const MesoHandoutBlock *block, GPtrArray *pieces);
/* A question with its boxes or its line; the height it takes */
double  meso_handout_layout_form_row  (const MesoHandoutLayout *self, MesoSlab *slab, const MesoHandoutRow *row);
/* The head of a table that goes on on a new page; with a NULL slab it is only measured. */
double  meso_handout_layout_again      (const MesoHandoutLayout *self, MesoSlab *slab, const MesoHandoutBlock *block, double top);
double  meso_handout_layout_boxed      (const MesoHandoutLayout *self, MesoSlab *slab, const MesoHandoutRow *row,
                                        double start, double top, double width);
/* (transfer full): lines to write on that fill `room`; NULL when fewer than two would */
MesoSlab *meso_handout_layout_questions (const MesoHandoutLayout *self, const MesoHandoutBlock *block, double room);

/* The sheet's first block of a type; NULL for none. */
const MesoHandoutBlock *meso_handout_layout_find (const MesoHandoutSheet *sheet, MesoHandoutBlockType type);
/* (transfer full) (element-type MesoPagePiece): the sheet in order, or only what doesn't have to go overleaf */
GPtrArray *meso_handout_layout_pieces    (const MesoHandoutLayout *self, gboolean first_page_only);
double  meso_handout_layout_title_space  (const MesoHandoutLayout *self);
/* Chooses sizes and gaps for all that belongs on the first page; whether it fits there. */
gboolean meso_handout_layout_fit         (MesoHandoutLayout *self);

G_END_DECLS
