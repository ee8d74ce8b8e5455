/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-paginate.h"

#define LEAST_ROW_GAP 4.0
#define MOST_ROW_GAP 10.0
#define TITLE_SPACE 13.0
#define TITLE_SPACE_SMALL 9.0
#define RUNNING_SPACE 16.0

/* A page that is being filled. */
typedef struct
{
  const MesoHandoutLayout *layout;
  GPtrArray *pages;          /* of MesoSlab */
  MesoSlab *page;
  double top;                /* where the content starts */
  double y;
  double bottom;             /* where it has to end */
  double footer;             /* what the footer takes */
  const char *container;     /* the open tag around pieces */
} Filling;

static double
get_title_space (const MesoHandoutLayout *layout)
{
  return layout->wide ? TITLE_SPACE : TITLE_SPACE_SMALL;
}

static void
close_container (Filling *filling)
{
  if (filling->container != NULL)
    meso_slab_end_tag (filling->page, filling->container);
  filling->container = NULL;
}

static void
begin_page (Filling *filling)
{
  const MesoHandoutLayout *layout = filling->layout;
  gboolean first = filling->pages->len == 0;

  if (filling->page != NULL)
    close_container (filling);

  filling->page = meso_slab_new ();
  g_ptr_array_add (filling->pages, filling->page);
  meso_handout_layout_watermark (layout, filling->page);
  filling->top = layout->margin_y;
  if (first)
    filling->top += meso_handout_layout_letterhead (layout, filling->page, filling->top) + get_title_space (layout);
  else
    filling->top += meso_handout_layout_running (layout, filling->page, filling->top) + RUNNING_SPACE;
  filling->y = filling->top;
  filling->bottom = layout->page_height - layout->margin_y - filling->footer;
}

/* Puts a piece down; it is used up. */
static void
place (Filling       *filling,
       MesoPagePiece *piece)
{
  gboolean at_top = filling->y <= filling->top;
  double before = at_top ? 0 : piece->before;

  if (filling->container != NULL && piece->container != filling->container)
    close_container (filling);
  if (piece->container != NULL && filling->container == NULL)
    {
      meso_slab_begin_tag (filling->page, piece->container);
      filling->container = piece->container;
    }

  if (piece->rule_before && !at_top)
    meso_handout_layout_rule (filling->layout, filling->page, 0, meso_handout_layout_width (filling->layout),
                              filling->y + before / 2, 0.75, MESO_INK_RULE);
  meso_slab_take (filling->page, g_steal_pointer (&piece->slab), filling->y + before);
  filling->y += before + piece->height;
}

/* What the piece takes together with all that must follow it on the same page. */
static double
measure_kept (const GPtrArray *pieces,
              guint            first,
              gboolean         at_top)
{
  double height = 0;

  for (guint i = first; i < pieces->len; i++)
    {
      const MesoPagePiece *piece = g_ptr_array_index (pieces, i);

      height += piece->height + (i == first && at_top ? 0 : piece->before);
      if (!piece->keep_next)
        break;
    }

  return height;
}

static void
add_block_pieces (const MesoHandoutLayout *layout,
                  const MesoHandoutBlock  *block,
                  const MesoHandoutBlock  *beside,
                  GPtrArray               *pieces)
{
  switch (block->type)
    {
    case MESO_HANDOUT_BLOCK_SCHEDULE:
      meso_handout_layout_schedule (layout, block, pieces);
      break;
    case MESO_HANDOUT_BLOCK_VISIT:
      meso_handout_layout_visit (layout, block, pieces);
      break;
    case MESO_HANDOUT_BLOCK_CALL:
      meso_handout_layout_call (layout, block, pieces);
      break;
    case MESO_HANDOUT_BLOCK_LIST:
    case MESO_HANDOUT_BLOCK_ICONS:
    case MESO_HANDOUT_BLOCK_PARAGRAPHS:
    case MESO_HANDOUT_BLOCK_NOTE:
      meso_handout_layout_columns (layout, block, beside, pieces);
      break;
    case MESO_HANDOUT_BLOCK_TOPICS:
    case MESO_HANDOUT_BLOCK_DATES:
    case MESO_HANDOUT_BLOCK_TABLE:
      meso_handout_layout_rows (layout, block, pieces);
      break;
    case MESO_HANDOUT_BLOCK_QUESTIONS:
      /* fills what the last page has left */
      break;
    default:
      g_assert_not_reached ();
    }
}

/* (transfer full) (element-type MesoPagePiece): the whole sheet, in order */
static GPtrArray *
lay_out_pieces (const MesoHandoutLayout *layout)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_page_piece_free);
  const GPtrArray *blocks = layout->sheet->blocks;

  meso_handout_layout_title (layout, pieces);
  for (guint i = 0; i < blocks->len; i++)
    {
      const MesoHandoutBlock *next = i + 1 < blocks->len ? g_ptr_array_index (blocks, i + 1) : NULL;
      gboolean paired = layout->wide && next != NULL && next->beside;

      add_block_pieces (layout, g_ptr_array_index (blocks, i), paired ? next : NULL, pieces);
      i += paired ? 1 : 0;
    }

  /* No rule between the title and what comes first. */
  if (pieces->len > 1)
    ((MesoPagePiece *) g_ptr_array_index (pieces, 1))->rule_before = FALSE;

  return pieces;
}

static const MesoHandoutBlock *
find_block (const MesoHandoutSheet *sheet,
            MesoHandoutBlockType    type)
{
  for (guint i = 0; i < sheet->blocks->len; i++)
    {
      const MesoHandoutBlock *block = g_ptr_array_index (sheet->blocks, i);

      if (block->type == type)
        return block;
    }

  return NULL;
}

/* What all that belongs on the first page takes, with this gap between rows. */
static double
measure_first_page (MesoHandoutLayout *layout,
                    double             row_gap,
                    gboolean           details)
{
  g_autoptr (GPtrArray) pieces = NULL;
  double height = 0;

  layout->row_gap = row_gap;
  layout->details = details;
  pieces = lay_out_pieces (layout);
  for (guint i = 0; i < pieces->len; i++)
    {
      const MesoPagePiece *piece = g_ptr_array_index (pieces, i);

      if (!piece->overleaf)
        height += piece->height + (i > 0 ? piece->before : 0);
    }

  return height;
}

static double
measure_room (const MesoHandoutLayout *layout)
{
  g_autoptr (MesoSlab) scratch = meso_slab_new ();
  double letterhead = meso_handout_layout_letterhead (layout, scratch, 0);

  return layout->page_height - 2 * layout->margin_y - letterhead - get_title_space (layout) - meso_handout_layout_footer (layout, NULL, 1, 1);
}

/* Room that is left widens the rows; too little of it takes the second lines away. Whether all fits on the first page. */
static gboolean
fit_first_page (MesoHandoutLayout *layout)
{
  double room = measure_room (layout);

  for (int details = TRUE; details >= FALSE; details--)
    {
      double most = measure_first_page (layout, MOST_ROW_GAP, details);
      double least = measure_first_page (layout, LEAST_ROW_GAP, details);

      if (most <= room || least <= room)
        {
          double part = most <= room || most <= least ? 1 : (room - least) / (most - least);

          layout->row_gap = LEAST_ROW_GAP + part * (MOST_ROW_GAP - LEAST_ROW_GAP);
          return TRUE;
        }
    }

  layout->row_gap = LEAST_ROW_GAP;
  layout->details = TRUE;

  return FALSE;
}

/* The call box of a sheet that goes on overleaf stands on its first page too. */
static void
reserve_call_box (Filling                *filling,
                  const MesoHandoutBlock *call)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_page_piece_free);
  MesoPagePiece *piece;

  meso_handout_layout_call (filling->layout, call, pieces);
  piece = g_ptr_array_index (pieces, 0);
  filling->bottom -= piece->height;
  meso_slab_take (filling->page, g_steal_pointer (&piece->slab), filling->bottom);
  filling->bottom -= piece->before;
}

/* Whether anything but the title stands on the first page. */
static gboolean
fill_pages (Filling   *filling,
            GPtrArray *pieces,
            gboolean   anchor)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < pieces->len; i++)
    {
      MesoPagePiece *piece = g_ptr_array_index (pieces, i);
      gboolean at_top = filling->y <= filling->top;
      double needed = measure_kept (pieces, i, at_top);
      gboolean too_high = filling->y + needed > filling->bottom + 0.01;

      if ((too_high && !at_top) || (piece->overleaf && filling->pages->len == 1))
        begin_page (filling);
      if (piece->anchored && anchor)
        filling->y = MAX (filling->y, filling->bottom - piece->height - piece->before);
      begun = begun || (filling->pages->len == 1 && !piece->keep_next);
      place (filling, piece);
    }

  return begun;
}

static void
fill_questions (Filling *filling)
{
  const MesoHandoutBlock *block = find_block (filling->layout->sheet, MESO_HANDOUT_BLOCK_QUESTIONS);
  MesoSlab *slab;

  if (block == NULL)
    return;

  slab = meso_handout_layout_questions (filling->layout, block, filling->bottom - filling->y);
  if (slab != NULL)
    meso_slab_take (filling->page, slab, filling->y);
}

/* One attempt: whether the first page says anything but its title is in `begun_out`. */
static GPtrArray *
fill_sheet (const MesoHandoutLayout *layout,
            gboolean                 fits,
            gboolean                *begun_out)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_slab_free);
  const MesoHandoutBlock *call = find_block (layout->sheet, MESO_HANDOUT_BLOCK_CALL);
  gboolean scheduled = find_block (layout->sheet, MESO_HANDOUT_BLOCK_SCHEDULE) != NULL;
  g_autoptr (GPtrArray) pieces = lay_out_pieces (layout);
  Filling filling = { .layout = layout, .pages = pages };

  filling.footer = meso_handout_layout_footer (layout, NULL, 1, 1);
  begin_page (&filling);
  if (!fits && scheduled && call != NULL && call->call->emergency_text[0] != '\0')
    reserve_call_box (&filling, call);
  *begun_out = fill_pages (&filling, pieces, fits) || pages->len == 1;
  close_container (&filling);
  fill_questions (&filling);

  return pages;
}

/**
 * meso_handout_paginate:
 * @layout: the grid, with a typesetter
 *
 * Breaks a sheet into pages. The instructions, the next visit and the call box stand together on the first
 * page when they can: with more or less air between the rows, then without their second lines. When even
 * that isn't enough, they go on overleaf, and the call box of the aftercare stands on both pages. Less
 * air between sections, and then no second lines, is accepted where it saves a page.
 *
 * Returns: (transfer full) (element-type MesoSlab): one slab a page
 */
GPtrArray *
meso_handout_paginate (MesoHandoutLayout *layout)
{
  static const double air[] = { 1, 0.78, 0.55 };
  gboolean fits = fit_first_page (layout);
  gboolean details = layout->details;
  g_autoptr (GPtrArray) best = NULL;
  guint best_score = G_MAXUINT;

  for (guint attempt = 0; attempt < G_N_ELEMENTS (air) * (fits ? 1 : 2) && (best == NULL || best->len > 1); attempt++)
    {
      g_autoptr (GPtrArray) pages = NULL;
      gboolean begun;
      guint score;

      layout->air = air[attempt % G_N_ELEMENTS (air)];
      layout->details = details && attempt < G_N_ELEMENTS (air);
      pages = fill_sheet (layout, fits, &begun);
      score = 2 * pages->len + (begun ? 0 : 1);
      if (score < best_score)
        {
          best_score = score;
          g_clear_pointer (&best, g_ptr_array_unref);
          best = g_steal_pointer (&pages);
        }
    }

  for (guint i = 0; i < best->len; i++)
    meso_handout_layout_footer (layout, g_ptr_array_index (best, i), i + 1, best->len);

  return g_steal_pointer (&best);
}
