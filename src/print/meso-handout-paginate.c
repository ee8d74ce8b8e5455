/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-paginate.h"

#define RUNNING_SPACE 16.0
#define TIGHT_ICON 0.86          /* of the usual sizes, where it saves a page */
#define TIGHT_LEADING 0.92
#define HEAD_SPACE 5.0           /* below a repeated head, above what has no space of its own as rows of tables have */

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
    filling->top += meso_handout_layout_letterhead (layout, filling->page, filling->top) + meso_handout_layout_title_space (layout);
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

  if (at_top && piece->not_at_top)
    return;
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

      if (!at_top || !piece->not_at_top || i > first)
        height += piece->height + (i == first && at_top ? 0 : piece->before);
      if (!piece->keep_next)
        break;
    }

  return height;
}

/* Where in a sheet that goes on overleaf the whole call box stands: on its first page, or in its turn; the other
 * place has the one in a line. */
typedef enum {
  CALL_IN_TURN,            /* nowhere else */
  CALL_FIRST,
  CALL_LINE_FIRST,
} CallPlace;

static void
reserve_call_box (Filling                *filling,
                  const MesoHandoutBlock *call,
                  CallPlace               place)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_page_piece_free);
  MesoPagePiece *piece;

  if (place == CALL_LINE_FIRST)
    g_ptr_array_add (pieces, meso_handout_layout_call_line (filling->layout, call));
  else
    meso_handout_layout_call (filling->layout, call, pieces);

  piece = g_ptr_array_index (pieces, 0);
  filling->bottom -= piece->height;
  meso_slab_take (filling->page, g_steal_pointer (&piece->slab), filling->bottom);
  filling->bottom -= piece->before;
}

/* A table that goes on on this page says its head again. */
static void
repeat_head (Filling         *filling,
             const GPtrArray *pieces,
             guint            i)
{
  const MesoPagePiece *piece = g_ptr_array_index (pieces, i);
  const MesoPagePiece *before = i > 0 ? g_ptr_array_index (pieces, i - 1) : NULL;

  if (piece->table == NULL || before->table != piece->table)
    return;

  filling->y += meso_handout_layout_again (filling->layout, filling->page, piece->table, filling->y) +
                (piece->container != NULL ? 0 : HEAD_SPACE);
  filling->top = filling->y;
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
        {
          begin_page (filling);
          repeat_head (filling, pieces, i);
        }
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
  const MesoHandoutBlock *block = meso_handout_layout_find (filling->layout->sheet, MESO_HANDOUT_BLOCK_QUESTIONS);
  MesoSlab *slab;

  if (block == NULL)
    return;

  slab = meso_handout_layout_questions (filling->layout, block, filling->bottom - filling->y);
  if (slab != NULL)
    meso_slab_take (filling->page, slab, filling->y);
}

/* The whole call box is on the first page already: in its turn comes the one in a line. */
static void
shorten_call_box (const MesoHandoutLayout *layout,
                  const MesoHandoutBlock  *call,
                  GPtrArray               *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      if (!((const MesoPagePiece *) g_ptr_array_index (pieces, i))->anchored)
        continue;
      g_ptr_array_remove_index (pieces, i);
      g_ptr_array_insert (pieces, i, meso_handout_layout_call_line (layout, call));
    }
}

/* One attempt: whether the first page says anything but its title is in `begun_out`. */
static GPtrArray *
fill_sheet (const MesoHandoutLayout *layout,
            gboolean                 fits,
            CallPlace                place,
            gboolean                *begun_out)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_slab_free);
  const MesoHandoutBlock *call = meso_handout_layout_find (layout->sheet, MESO_HANDOUT_BLOCK_CALL);
  g_autoptr (GPtrArray) pieces = meso_handout_layout_pieces (layout, FALSE);
  Filling filling = { .layout = layout, .pages = pages };

  filling.footer = meso_handout_layout_footer (layout, NULL, 1, 1);
  begin_page (&filling);
  if (place != CALL_IN_TURN)
    reserve_call_box (&filling, call, place);
  if (place == CALL_FIRST)
    shorten_call_box (layout, call, pieces);
  *begun_out = fill_pages (&filling, pieces, fits) || pages->len == 1;
  close_container (&filling);
  fill_questions (&filling);

  return pages;
}

/* The fewest pages, with as much air as they have; instructions that had to go overleaf may draw together too. */
static GPtrArray *
fill_with_air (MesoHandoutLayout *layout,
               gboolean           fits,
               CallPlace          place,
               gboolean          *begun_out)
{
  static const double air[] = { 1, 0.78, 0.55, 0.4, 0.4 };
  double icon = layout->icon;
  double row_leading = layout->row_leading;
  g_autoptr (GPtrArray) best = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (air) && (best == NULL || best->len > 1); i++)
    {
      g_autoptr (GPtrArray) pages = NULL;
      gboolean begun;

      layout->air = air[i];
      if (!fits && i + 1 == G_N_ELEMENTS (air))
        {
          layout->icon = icon * TIGHT_ICON;
          layout->row_leading = row_leading * TIGHT_LEADING;
        }
      pages = fill_sheet (layout, fits, place, &begun);
      if (best != NULL && pages->len >= best->len)
        continue;
      g_clear_pointer (&best, g_ptr_array_unref);
      best = g_steal_pointer (&pages);
      *begun_out = begun;
    }
  layout->icon = icon;
  layout->row_leading = row_leading;

  return g_steal_pointer (&best);
}

/**
 * meso_handout_paginate:
 * @layout: the grid, with a typesetter
 *
 * Breaks a sheet into pages. The instructions, the next visit and the call box stand together on the first
 * page when they can. When they can't, they go on overleaf, and the call box of the aftercare stands on both
 * pages, once in a line: the whole box on the first page, unless that leaves no room for any instruction.
 * Less air between sections is accepted where it saves a page.
 *
 * Returns: (transfer full) (element-type MesoSlab): one slab a page
 */
GPtrArray *
meso_handout_paginate (MesoHandoutLayout *layout)
{
  const MesoHandoutBlock *call = meso_handout_layout_find (layout->sheet, MESO_HANDOUT_BLOCK_CALL);
  gboolean fits = meso_handout_layout_fit (layout);
  gboolean twice = !fits && layout->schedule != NULL && call != NULL && call->call->emergency_text[0] != '\0';
  gboolean begun;
  GPtrArray *pages = fill_with_air (layout, fits, twice ? CALL_FIRST : CALL_IN_TURN, &begun);

  if (twice && !begun)
    {
      g_ptr_array_unref (pages);
      pages = fill_with_air (layout, fits, CALL_LINE_FIRST, &begun);
    }

  for (guint i = 0; i < pages->len; i++)
    meso_handout_layout_footer (layout, g_ptr_array_index (pages, i), i + 1, pages->len);

  return pages;
}
