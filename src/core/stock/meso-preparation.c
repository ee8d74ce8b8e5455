/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-preparation.h"

/**
 * meso_preparation_new:
 *
 * Returns: (transfer full): a preparation of which nothing is known yet
 */
MesoPreparation *
meso_preparation_new (void)
{
  MesoPreparation *self = g_new0 (MesoPreparation, 1);

  self->draws = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_preparation_draw_free);
  self->notes = g_strdup ("");
  self->reason = g_strdup ("");
  return self;
}

/**
 * meso_preparation_add_draw:
 * @item: index of an item of the formula, or %MESO_PREPARATION_DILUENT
 * @lot: id of a lot
 * @opening: (nullable): id of an opened container of it; %NULL for unopened ones
 * @volume_ul: how much
 */
void
meso_preparation_add_draw (MesoPreparation *self,
                           guint            item,
                           const char      *lot,
                           const char      *opening,
                           gint64           volume_ul)
{
  g_ptr_array_add (self->draws, meso_preparation_draw_new (item, lot, opening, volume_ul));
}

static gpointer
copy_draw (gconstpointer draw,
           gpointer      unused)
{
  const MesoPreparationDraw *self = draw;

  return meso_preparation_draw_new (self->item, self->lot, self->opening, self->volume_ul);
}

/**
 * meso_preparation_copy:
 * @self: a preparation
 *
 * Returns: (transfer full): an independent copy
 */
MesoPreparation *
meso_preparation_copy (const MesoPreparation *self)
{
  MesoPreparation *copy = g_memdup2 (self, sizeof *self);

  copy->id = g_strdup (self->id);
  copy->patient = g_strdup (self->patient);
  copy->formula = g_strdup (self->formula);
  copy->draws = g_ptr_array_copy (self->draws, copy_draw, NULL);
  copy->prepared_by = g_strdup (self->prepared_by);
  copy->checked_by = g_strdup (self->checked_by);
  copy->mixed_at = g_strdup (self->mixed_at);
  copy->zone = g_strdup (self->zone);
  copy->use_before = g_strdup (self->use_before);
  copy->notes = g_strdup (self->notes);
  copy->amends = g_strdup (self->amends);
  copy->reason = g_strdup (self->reason);
  copy->amended_by = g_strdup (self->amended_by);
  copy->error_reason = g_strdup (self->error_reason);
  copy->session = g_strdup (self->session);
  copy->discarded_at = g_strdup (self->discarded_at);
  copy->discard_reason = g_strdup (self->discard_reason);
  copy->recorded_at = g_strdup (self->recorded_at);
  copy->recorded_by = g_strdup (self->recorded_by);
  return copy;
}

/**
 * meso_preparation_free:
 * @self: (transfer full) (nullable): a preparation
 */
void
meso_preparation_free (MesoPreparation *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->patient);
  g_free (self->formula);
  g_ptr_array_unref (self->draws);
  g_free (self->prepared_by);
  g_free (self->checked_by);
  g_free (self->mixed_at);
  g_free (self->zone);
  g_free (self->use_before);
  g_free (self->notes);
  g_free (self->amends);
  g_free (self->reason);
  g_free (self->amended_by);
  g_free (self->error_reason);
  g_free (self->session);
  g_free (self->discarded_at);
  g_free (self->discard_reason);
  g_free (self->recorded_at);
  g_free (self->recorded_by);
  g_free (self);
}

/**
 * meso_preparation_counts:
 *
 * Returns: whether it was neither amended nor entered in error
 */
gboolean
meso_preparation_counts (const MesoPreparation *self)
{
  return self->amended_by == NULL && self->error_reason == NULL;
}

/**
 * meso_preparation_is_ready:
 * @now_utc: a moment as it is stored
 *
 * What became of its lots since isn't looked at: see meso_lot_get_use().
 *
 * Returns: whether it waits to be given, and may still be given then
 */
gboolean
meso_preparation_is_ready (const MesoPreparation *self,
                           const char            *now_utc)
{
  return meso_preparation_counts (self) && self->session == NULL && self->discarded_at == NULL
         && g_strcmp0 (now_utc, self->use_before) <= 0;
}
