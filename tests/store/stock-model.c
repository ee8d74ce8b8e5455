/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "stock-model.h"

static void
free_opening (gpointer data)
{
  StockModelOpening *opening = data;

  g_free (opening->id);
  g_free (opening);
}

static void
free_lot (gpointer data)
{
  StockModelLot *lot = data;

  g_free (lot->id);
  g_ptr_array_unref (lot->openings);
  g_ptr_array_unref (lot->numbers);
  g_free (lot);
}

static void
free_preparation (gpointer data)
{
  StockModelPreparation *preparation = data;

  g_free (preparation->id);
  g_free (preparation->session);
  g_array_unref (preparation->draws);
  g_free (preparation);
}

StockModel *
stock_model_new (void)
{
  StockModel *self = g_new0 (StockModel, 1);

  self->lots = g_ptr_array_new_with_free_func (free_lot);
  self->preparations = g_ptr_array_new_with_free_func (free_preparation);
  return self;
}

void
stock_model_free (StockModel *self)
{
  g_ptr_array_unref (self->lots);
  g_ptr_array_unref (self->preparations);
  g_free (self);
}

void
stock_model_add_lot (StockModel *self, char *id, guint substance, const char *number, const MesoLot *received)
{
  StockModelLot *lot = g_new0 (StockModelLot, 1);

  lot->id = id;
  lot->substance = substance;
  lot->single = !received->multi_dose;
  lot->container_ul = received->container_ul;
  lot->sealed_ul = received->container_ul * received->containers;
  lot->openings = g_ptr_array_new_with_free_func (free_opening);
  lot->numbers = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (lot->numbers, g_strdup (number));
  g_ptr_array_add (self->lots, lot);
}

static StockModelLot *
get_lot (const StockModel *self, guint n)
{
  return g_ptr_array_index (self->lots, n);
}

static StockModelOpening *
get_opening (const StockModelLot *lot, guint n)
{
  return g_ptr_array_index (lot->openings, n);
}

static StockModelPreparation *
get_preparation (const StockModel *self, guint n)
{
  return g_ptr_array_index (self->preparations, n);
}

gint64
stock_model_balance (const StockModelLot *lot)
{
  gint64 sum_ul = lot->sealed_ul;

  for (guint i = 0; i < lot->openings->len; i++)
    sum_ul += get_opening (lot, i)->left_ul;
  return sum_ul;
}

gboolean
stock_model_open (StockModel *self, guint n)
{
  StockModelLot *lot = get_lot (self, n);
  StockModelOpening *opening;

  if (lot->state != MESO_LOT_AVAILABLE || lot->sealed_ul == 0)
    return FALSE;
  opening = g_new0 (StockModelOpening, 1);
  opening->left_ul = MIN (lot->container_ul, lot->sealed_ul);
  lot->sealed_ul -= opening->left_ul;
  g_ptr_array_add (lot->openings, opening);
  return TRUE;
}

gboolean
stock_model_throw_away (StockModel *self, guint n, guint which)
{
  StockModelOpening *opening = get_opening (get_lot (self, n), which);

  if (opening->thrown_away || opening->used_up)
    return FALSE;
  opening->left_ul = 0;
  opening->thrown_away = TRUE;
  return TRUE;
}

gboolean
stock_model_move (StockModel *self, guint n, guint which, gint64 volume_ul)
{
  StockModelLot *lot = get_lot (self, n);
  StockModelOpening *opening = which != STOCK_MODEL_NEW ? get_opening (lot, which) : NULL;
  gint64 *left_ul = opening != NULL ? &opening->left_ul : &lot->sealed_ul;

  if (volume_ul == 0 || *left_ul + volume_ul < 0 || (opening != NULL && (opening->thrown_away || opening->used_up)))
    return FALSE;
  *left_ul += volume_ul;
  return TRUE;
}

/* By the rule: unopened first, then the opened ones, the first to be discarded first. */
gboolean
stock_model_count (StockModel *self, guint n, gint64 counted_ul)
{
  StockModelLot *lot = get_lot (self, n);
  gint64 difference_ul = counted_ul - stock_model_balance (lot);

  if (counted_ul < 0)
    return FALSE;
  if (difference_ul >= -lot->sealed_ul)
    {
      lot->sealed_ul += difference_ul;
      return TRUE;
    }
  difference_ul += lot->sealed_ul;
  lot->sealed_ul = 0;
  /* All containers of a history are opened at one moment: they are discarded in the order of their numbers. */
  for (guint i = 0; i < lot->openings->len && difference_ul < 0; i++)
    {
      gint64 taken_ul = MIN (-difference_ul, get_opening (lot, i)->left_ul);

      get_opening (lot, i)->left_ul -= taken_ul;
      difference_ul += taken_ul;
    }
  return TRUE;
}

static gboolean
stands (const StockModel *self, guint n)
{
  return !get_preparation (self, n)->amended && !get_preparation (self, n)->in_error;
}

static const StockModelDraw *
get_draw (const GArray *draws, guint n)
{
  return &g_array_index (draws, StockModelDraw, n);
}

static gboolean
drew_from (const GArray *draws, guint lot, guint opening)
{
  for (guint i = 0; draws != NULL && i < draws->len; i++)
    if (get_draw (draws, i)->lot == lot && (opening == STOCK_MODEL_NEW || get_draw (draws, i)->opening == opening))
      return TRUE;
  return FALSE;
}

/* Whether another batch ever drew from a container. */
static gboolean
served (const StockModel *self, guint batch, guint lot, guint opening)
{
  for (guint i = 0; i < self->preparations->len; i++)
    if (get_preparation (self, i)->batch != batch && drew_from (get_preparation (self, i)->draws, lot, opening))
      return TRUE;
  return FALSE;
}

static gboolean
may_draw (const StockModel *self, const StockModelDraw *draw, const GArray *before, guint batch)
{
  const StockModelLot *lot = get_lot (self, draw->lot);
  const StockModelOpening *opening = get_opening (lot, draw->opening);

  return (lot->state == MESO_LOT_AVAILABLE || drew_from (before, draw->lot, STOCK_MODEL_NEW))
         && (!opening->thrown_away || drew_from (before, draw->lot, draw->opening))
         && !(lot->single && served (self, batch, draw->lot, draw->opening));
}

/* (transfer full) (nullable): the draws, each of one container; new ones are opened, from the first on */
static GArray *
open_containers (StockModel *self, const GArray *asked, GArray *first_new)
{
  g_autoptr(GArray) draws = g_array_new (FALSE, FALSE, sizeof (StockModelDraw));
  g_autofree gint64 *promised = g_new0 (gint64, 10000);

  for (guint i = 0; i < asked->len; i++)
    {
      StockModelDraw draw = *get_draw (asked, i);
      StockModelLot *lot = get_lot (self, draw.lot);
      gint64 missing_ul = draw.volume_ul;

      if (draw.opening != STOCK_MODEL_NEW)
        {
          g_array_append_val (draws, draw);
          continue;
        }
      for (guint k = g_array_index (first_new, guint, draw.lot); missing_ul > 0; k++)
        {
          gint64 *spoken_for = &promised[draw.lot * 200 + k];

          g_assert_cmpuint (k, <, 200);
          if (k == lot->openings->len && !stock_model_open (self, draw.lot))
            return NULL;
          draw.opening = k;
          draw.volume_ul = MIN (missing_ul, get_opening (lot, k)->left_ul - *spoken_for);
          if (draw.volume_ul == 0)
            continue;
          *spoken_for += draw.volume_ul;
          missing_ul -= draw.volume_ul;
          g_array_append_val (draws, draw);
        }
    }
  return g_steal_pointer (&draws);
}

static void
add_all (StockModel *self, const GArray *draws, int sign)
{
  for (guint i = 0; draws != NULL && i < draws->len; i++)
    get_opening (get_lot (self, get_draw (draws, i)->lot), get_draw (draws, i)->opening)->left_ul += sign * get_draw (draws, i)->volume_ul;
}

static gboolean
nothing_below_zero (const StockModel *self, const GArray *draws)
{
  for (guint i = 0; i < draws->len; i++)
    if (get_opening (get_lot (self, get_draw (draws, i)->lot), get_draw (draws, i)->opening)->left_ul < 0)
      return FALSE;
  return TRUE;
}

/* What serves one preparation is used up by it, and what is gone holds nothing. */
static void
waste_rest (StockModel *self, const GArray *draws, gboolean drawn)
{
  for (guint i = 0; draws != NULL && i < draws->len; i++)
    {
      const StockModelLot *lot = get_lot (self, get_draw (draws, i)->lot);
      StockModelOpening *opening = get_opening (lot, get_draw (draws, i)->opening);

      if (lot->single || opening->thrown_away)
        opening->left_ul = 0;
      if (lot->single && drawn && !opening->thrown_away)
        opening->used_up = TRUE;
    }
}

/* Back to what stood before: the containers that were opened for nothing are sealed again. */
static void
take_back (StockModel *self, const GArray *first_new)
{
  for (guint i = 0; i < self->lots->len; i++)
    {
      StockModelLot *lot = get_lot (self, i);

      while (lot->openings->len > g_array_index (first_new, guint, i))
        {
          lot->sealed_ul += get_opening (lot, lot->openings->len - 1)->left_ul;
          g_ptr_array_set_size (lot->openings, (int) lot->openings->len - 1);
        }
    }
}

static gboolean
try_draws (StockModel *self, const GArray *draws, const GArray *before, guint batch)
{
  for (guint i = 0; i < draws->len; i++)
    if (!may_draw (self, get_draw (draws, i), before, batch))
      return FALSE;
  add_all (self, before, 1);
  add_all (self, draws, -1);
  if (nothing_below_zero (self, draws))
    return TRUE;
  add_all (self, draws, 1);
  add_all (self, before, -1);
  return FALSE;
}

StockModelPreparation *
stock_model_prepare (StockModel *self, guint person, guint amends, GArray *asked)
{
  g_autoptr(GArray) given = asked;
  g_autoptr(GArray) first_new = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) draws = NULL;
  StockModelPreparation *old = amends != STOCK_MODEL_NEW ? get_preparation (self, amends) : NULL;
  guint batch = old != NULL ? old->batch : self->preparations->len;
  StockModelPreparation *made;

  if (old != NULL && !stands (self, amends))
    return NULL;
  for (guint i = 0; i < self->lots->len; i++)
    g_array_append_val (first_new, get_lot (self, i)->openings->len);
  draws = open_containers (self, asked, first_new);
  if (draws == NULL || !try_draws (self, draws, old != NULL ? old->draws : NULL, batch))
    {
      take_back (self, first_new);
      return NULL;
    }
  waste_rest (self, draws, TRUE);
  waste_rest (self, old != NULL ? old->draws : NULL, FALSE);
  if (old != NULL)
    old->amended = TRUE;
  made = g_new0 (StockModelPreparation, 1);
  made->person = person;
  made->amends = amends;
  made->batch = batch;
  made->draws = g_steal_pointer (&draws);
  g_ptr_array_add (self->preparations, made);
  return made;
}

gboolean
stock_model_mark (StockModel *self, guint n)
{
  if (!stands (self, n) || get_preparation (self, get_preparation (self, n)->batch)->session != NULL)
    return FALSE;
  get_preparation (self, n)->in_error = TRUE;
  return TRUE;
}

gboolean
stock_model_discard (StockModel *self, guint n)
{
  StockModelPreparation *batch = get_preparation (self, get_preparation (self, n)->batch);
  gboolean standing = FALSE;

  for (guint i = 0; i < self->preparations->len; i++)
    standing |= get_preparation (self, i)->batch == get_preparation (self, n)->batch && stands (self, i);
  if (!standing || batch->discarded || batch->session != NULL)
    return FALSE;
  batch->discarded = TRUE;
  return TRUE;
}

gboolean
stock_model_may_give (const StockModel *self, guint n)
{
  const StockModelPreparation *preparation = get_preparation (self, n);
  const StockModelPreparation *batch = get_preparation (self, preparation->batch);

  if (!stands (self, n) || batch->discarded || batch->session != NULL)
    return FALSE;
  for (guint i = 0; i < preparation->draws->len; i++)
    if (get_lot (self, get_draw (preparation->draws, i)->lot)->state != MESO_LOT_AVAILABLE)
      return FALSE;
  return TRUE;
}
