/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-prepare-picking.h"

#include "meso-stock-pick.h"

const MesoPreparationCandidate *
meso_prepare_picking_find_lot (const MesoPreparationPart *part,
                               const char                *lot)
{
  for (guint i = 0; i < part->candidates->len; i++)
    {
      const MesoPreparationCandidate *candidate = g_ptr_array_index (part->candidates, i);

      if (g_strcmp0 (candidate->lot->id, lot) == 0)
        return candidate;
    }
  return NULL;
}

static MesoPreparationDraw *
copy_draw (const MesoPreparationDraw *draw)
{
  return meso_preparation_draw_new (draw->item, draw->lot, draw->opening, draw->volume_ul);
}

static GPtrArray *
new_draws (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) meso_preparation_draw_free);
}

/* Those of one item, at most count. */
static void
append_draws (GPtrArray       *to,
              const GPtrArray *from,
              guint            item,
              guint            count)
{
  for (guint i = 0; i < from->len && count > 0; i++)
    {
      const MesoPreparationDraw *draw = g_ptr_array_index (from, i);

      if (draw->item != item)
        continue;
      g_ptr_array_add (to, copy_draw (draw));
      count--;
    }
}

static void
append_others (GPtrArray       *to,
               const GPtrArray *from,
               guint            item)
{
  for (guint i = 0; i < from->len; i++)
    {
      const MesoPreparationDraw *draw = g_ptr_array_index (from, i);

      if (draw->item != item)
        g_ptr_array_add (to, copy_draw (draw));
    }
}

GPtrArray *
meso_prepare_picking_offer (const MesoPreparationPlan *plan)
{
  GPtrArray *draws = new_draws ();

  for (guint i = 0; i < plan->parts->len; i++)
    {
      const MesoPreparationPart *part = g_ptr_array_index (plan->parts, i);

      append_draws (draws, part->picks, part->item, G_MAXUINT);
    }
  return draws;
}

GPtrArray *
meso_prepare_picking_complete (const MesoPreparationPlan *plan,
                               const GPtrArray           *draws)
{
  GPtrArray *complete = new_draws ();

  for (guint i = 0; i < plan->parts->len; i++)
    {
      const MesoPreparationPart *part = g_ptr_array_index (plan->parts, i);
      guint before = complete->len;

      append_draws (complete, draws, part->item, G_MAXUINT);
      if (complete->len == before)
        append_draws (complete, part->picks, part->item, G_MAXUINT);
    }
  return complete;
}

static gboolean
is_same_source (const MesoPreparationDraw *draw,
                const char                *lot,
                const char                *opening)
{
  return g_strcmp0 (draw->lot, lot) == 0 && g_strcmp0 (draw->opening, opening) == 0;
}

gint64
meso_prepare_picking_get_left (const MesoPreparationCandidate *candidate,
                               const char                     *opening,
                               const GPtrArray                *taken,
                               MesoPickMoment                  moment)
{
  const MesoLot *lot = candidate->lot;
  const MesoOpening *container = meso_lot_find_opening (lot, opening);
  gint64 left_ul = 0;

  if (meso_lot_get_use (lot, moment.day, moment.now_utc) != MESO_LOT_USABLE || meso_preparation_candidate_get_bar (candidate) != NULL)
    return 0;
  if (opening == NULL)
    left_ul = meso_lot_get_sealed_ul (lot);
  else if (container != NULL && meso_lot_can_draw_from (lot, container, moment.now_utc))
    left_ul = container->left_ul;
  for (guint i = 0; taken != NULL && i < taken->len; i++)
    {
      const MesoPreparationDraw *draw = g_ptr_array_index (taken, i);

      if (is_same_source (draw, lot->id, opening))
        left_ul -= draw->volume_ul;
    }
  return MAX (left_ul, 0);
}

gint64
meso_prepare_picking_get_short (const MesoPreparationPart *part,
                                const GPtrArray           *draws)
{
  gint64 short_ul = part->volume_ul;

  for (guint i = 0; i < draws->len; i++)
    {
      const MesoPreparationDraw *draw = g_ptr_array_index (draws, i);

      if (draw->item == part->item)
        short_ul -= draw->volume_ul;
    }
  return short_ul;
}

/* Those that may be proposed */
static GPtrArray *
list_lots (const MesoPreparationPart *part)
{
  GPtrArray *lots = g_ptr_array_new ();

  for (guint i = 0; i < part->candidates->len; i++)
    {
      const MesoPreparationCandidate *candidate = g_ptr_array_index (part->candidates, i);

      if (meso_preparation_candidate_get_bar (candidate) == NULL)
        g_ptr_array_add (lots, candidate->lot);
    }
  return lots;
}

/* What the chosen source doesn't cover. */
static void
append_rest (GPtrArray                 *own,
             const GPtrArray           *draws,
             const MesoPreparationPart *part,
             MesoPickMoment             moment)
{
  gint64 missing_ul = meso_prepare_picking_get_short (part, own);
  g_autoptr(GPtrArray) lots = list_lots (part);
  g_autoptr(GPtrArray) taken = new_draws ();
  g_autoptr(GPtrArray) rest = NULL;

  if (missing_ul <= 0)
    return;
  append_others (taken, draws, part->item);
  append_draws (taken, own, part->item, G_MAXUINT);
  rest = meso_stock_pick (lots, part->item, missing_ul, taken, moment.day, moment.now_utc, &missing_ul);
  append_draws (own, rest, part->item, G_MAXUINT);
}

GPtrArray *
meso_prepare_picking_list_kept (const GPtrArray *draws,
                                guint            item,
                                guint            nth)
{
  GPtrArray *kept = new_draws ();

  append_others (kept, draws, item);
  append_draws (kept, draws, item, nth);
  return kept;
}

GPtrArray *
meso_prepare_picking_choose (const MesoPreparationPlan *plan,
                             const GPtrArray           *draws,
                             const MesoPreparationPart *part,
                             guint                      nth,
                             const char                *lot,
                             const char                *opening,
                             MesoPickMoment             moment)
{
  const MesoPreparationCandidate *candidate = meso_prepare_picking_find_lot (part, lot);
  g_autoptr(GPtrArray) taken = meso_prepare_picking_list_kept (draws, part->item, nth);
  g_autoptr(GPtrArray) own = new_draws ();
  GPtrArray *all = new_draws ();
  gint64 volume_ul;

  append_draws (own, draws, part->item, nth);
  volume_ul = candidate != NULL ? meso_prepare_picking_get_left (candidate, opening, taken, moment) : 0;
  volume_ul = MIN (volume_ul, meso_prepare_picking_get_short (part, own));
  if (volume_ul > 0)
    g_ptr_array_add (own, meso_preparation_draw_new (part->item, lot, opening, volume_ul));
  append_rest (own, draws, part, moment);
  for (guint i = 0; i < plan->parts->len; i++)
    {
      const MesoPreparationPart *each = g_ptr_array_index (plan->parts, i);

      append_draws (all, each == part ? own : draws, each->item, G_MAXUINT);
    }
  return all;
}

/* What a correction takes from the same place is there: it was taken already. */
static gboolean
was_drawn (const MesoPreparationDraw *draw,
           const GPtrArray           *original)
{
  for (guint i = 0; original != NULL && i < original->len; i++)
    {
      const MesoPreparationDraw *each = g_ptr_array_index (original, i);

      if (each->item == draw->item && is_same_source (each, draw->lot, draw->opening) && draw->volume_ul <= each->volume_ul)
        return TRUE;
    }
  return FALSE;
}

MesoPickFault
meso_prepare_picking_judge (const MesoPreparationPart *part,
                            const GPtrArray           *draws,
                            const MesoPreparationDraw *draw,
                            const GPtrArray           *original,
                            MesoPickMoment             moment)
{
  const MesoPreparationCandidate *candidate = meso_prepare_picking_find_lot (part, draw->lot);
  gint64 taken_ul = 0;
  gint64 left_ul;

  if (was_drawn (draw, original))
    return MESO_PICK_FINE;
  if (candidate == NULL)
    return MESO_PICK_GONE;
  if (meso_lot_get_use (candidate->lot, moment.day, moment.now_utc) != MESO_LOT_USABLE)
    return MESO_PICK_UNUSABLE;
  if (meso_preparation_candidate_get_bar (candidate) != NULL)
    return MESO_PICK_BARRED;
  left_ul = meso_prepare_picking_get_left (candidate, draw->opening, NULL, moment);
  if (left_ul == 0 && draw->opening != NULL)
    return MESO_PICK_CONTAINER;
  /* Whoever comes first draws first. */
  for (guint i = 0; i < draws->len; i++)
    {
      const MesoPreparationDraw *each = g_ptr_array_index (draws, i);

      if (is_same_source (each, draw->lot, draw->opening))
        taken_ul += each->volume_ul;
      if (each == draw)
        break;
    }
  return taken_ul > left_ul ? MESO_PICK_LITTLE : MESO_PICK_FINE;
}
