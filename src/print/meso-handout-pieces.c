/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-layout.h"

const MesoHandoutBlock *
meso_handout_layout_find (const MesoHandoutSheet *sheet,
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
    case MESO_HANDOUT_BLOCK_FORM:
      meso_handout_layout_rows (layout, block, pieces);
      break;
    case MESO_HANDOUT_BLOCK_GRID:
      meso_handout_layout_grid (layout, block, pieces);
      break;
    case MESO_HANDOUT_BLOCK_QUESTIONS:
      /* fills what the last page has left */
      break;
    default:
      g_assert_not_reached ();
    }
}

GPtrArray *
meso_handout_layout_pieces (const MesoHandoutLayout *layout,
                            gboolean                 first_page_only)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_page_piece_free);
  const GPtrArray *blocks = layout->sheet->blocks;
  guint n_head;

  meso_handout_layout_title (layout, pieces);
  n_head = pieces->len;
  for (guint i = 0; i < blocks->len; i++)
    {
      const MesoHandoutBlock *next = i + 1 < blocks->len ? g_ptr_array_index (blocks, i + 1) : NULL;
      const MesoHandoutBlock *block = g_ptr_array_index (blocks, i);
      guint first;
      gboolean paired = layout->wide && next != NULL && next->beside;

      first = pieces->len;
      if (!first_page_only || !block->overleaf)
        add_block_pieces (layout, block, paired ? next : NULL, pieces);
      /* A grid ends with a rule of its own. */
      if (i > 0 && first < pieces->len && ((const MesoHandoutBlock *) g_ptr_array_index (blocks, i - 1))->type == MESO_HANDOUT_BLOCK_GRID)
        ((MesoPagePiece *) g_ptr_array_index (pieces, first))->rule_before = FALSE;
      i += paired ? 1 : 0;
    }

  for (guint i = 1; i < pieces->len; i++)
    {
      MesoPagePiece *piece = g_ptr_array_index (pieces, i);

      if (piece->before > 0 && !piece->overleaf)
        piece->before += layout->section_air;
    }

  /* No rule between the title and what comes first. */
  if (pieces->len > n_head)
    ((MesoPagePiece *) g_ptr_array_index (pieces, n_head))->rule_before = FALSE;

  return pieces;
}
