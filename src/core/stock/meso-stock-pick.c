/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-stock-pick.h"

#include "meso-lot-use.h"

/* A container, or all the unopened ones of a lot. */
typedef struct
{
  const MesoLot *lot;
  const MesoOpening *opening;
  gint64 left_ul;
} Source;

/**
 * meso_stock_compare_lots:
 * @a: a lot
 * @b: another
 *
 * First expired, first out. Lots that are alike in both days stand in the order of their ids, so that the order is one.
 *
 * Returns: negative, 0 or positive, as @a is to be used before, with or after @b
 */
int
meso_stock_compare_lots (gconstpointer a,
                         gconstpointer b)
{
  const MesoLot *one = a, *other = b;
  int order = meso_calendar_date_compare (one->expiry, other->expiry);

  if (order == 0)
    order = meso_calendar_date_compare (one->received_on, other->received_on);
  return order != 0 ? order : g_strcmp0 (one->id, other->id);
}

/* What is open goes before what isn't; of that, what must be discarded first. */
static int
compare_sources (gconstpointer a,
                 gconstpointer b)
{
  const Source *one = a, *other = b;
  int order;

  if ((one->opening != NULL) != (other->opening != NULL))
    return one->opening != NULL ? -1 : 1;
  if (one->opening != NULL && (order = g_strcmp0 (one->opening->discard_by, other->opening->discard_by)) != 0)
    return order;
  order = meso_stock_compare_lots (one->lot, other->lot);
  if (order == 0 && one->opening != NULL)
    order = (one->opening->n > other->opening->n) - (one->opening->n < other->opening->n);
  return order;
}

static void
add_source (GArray            *sources,
            const MesoLot     *lot,
            const MesoOpening *opening,
            gint64             left_ul,
            const GPtrArray   *taken)
{
  Source source = { lot, opening, left_ul };

  for (guint i = 0; taken != NULL && i < taken->len; i++)
    {
      const MesoPreparationDraw *draw = g_ptr_array_index (taken, i);

      if (g_strcmp0 (draw->lot, lot->id) == 0 && g_strcmp0 (draw->opening, opening != NULL ? opening->id : NULL) == 0)
        source.left_ul -= draw->volume_ul;
    }
  if (source.left_ul > 0)
    g_array_append_val (sources, source);
}

static GArray *
list_sources (const GPtrArray  *lots,
              const GPtrArray  *taken,
              MesoCalendarDate  today,
              const char       *now_utc)
{
  GArray *sources = g_array_new (FALSE, FALSE, sizeof (Source));

  for (guint i = 0; i < lots->len; i++)
    {
      const MesoLot *lot = g_ptr_array_index (lots, i);

      if (meso_lot_get_use (lot, today, now_utc) != MESO_LOT_USABLE)
        continue;
      for (guint k = 0; k < lot->openings->len; k++)
        {
          const MesoOpening *opening = g_ptr_array_index (lot->openings, k);

          if (meso_lot_can_draw_from (lot, opening, now_utc))
            add_source (sources, lot, opening, opening->left_ul, taken);
        }
      add_source (sources, lot, NULL, meso_lot_get_sealed_ul (lot), taken);
    }
  g_array_sort (sources, compare_sources);
  return sources;
}

/**
 * meso_stock_pick:
 * @lots: (element-type MesoLot): those that fit the item, in any order; the unusable among them are passed over
 * @item: index of the item, or %MESO_PREPARATION_DILUENT
 * @volume_ul: how much it needs
 * @taken: (nullable) (element-type MesoPreparationDraw): what other items of the same preparation draw already
 * @today: the clinic's day when it is mixed
 * @now_utc: the same moment, as moments are stored
 * @short_ul_out: (out): what no lot covers; 0 when all is covered
 *
 * First expired, first out: opened containers before unopened ones, the first to be discarded first; then the lots by their expiry, and
 * by the day they were received.
 *
 * Returns: (transfer full) (element-type MesoPreparationDraw): what to draw, in that order; its volumes and @short_ul_out are
 *   @volume_ul together
 */
GPtrArray *
meso_stock_pick (const GPtrArray  *lots,
                 guint             item,
                 gint64            volume_ul,
                 const GPtrArray  *taken,
                 MesoCalendarDate  today,
                 const char       *now_utc,
                 gint64           *short_ul_out)
{
  GPtrArray *draws = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_preparation_draw_free);
  g_autoptr(GArray) sources = list_sources (lots, taken, today, now_utc);
  gint64 missing_ul = volume_ul;

  for (guint i = 0; i < sources->len && missing_ul > 0; i++)
    {
      const Source *source = &g_array_index (sources, Source, i);
      gint64 drawn_ul = MIN (missing_ul, source->left_ul);

      g_ptr_array_add (draws, meso_preparation_draw_new (item, source->lot->id, source->opening != NULL ? source->opening->id : NULL,
                                                         drawn_ul));
      missing_ul -= drawn_ul;
    }
  *short_ul_out = missing_ul;
  return draws;
}
