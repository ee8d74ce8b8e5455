/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-preparation-draw.h"

/**
 * meso_preparation_draw_new:
 * @item: index of an item of the formula, or %MESO_PREPARATION_DILUENT
 * @lot: id of a lot
 * @opening: (nullable): id of an opened container of it; %NULL for unopened ones
 * @volume_ul: how much
 *
 * Returns: (transfer full): a draw
 */
MesoPreparationDraw *
meso_preparation_draw_new (guint       item,
                           const char *lot,
                           const char *opening,
                           gint64      volume_ul)
{
  MesoPreparationDraw *self = g_new0 (MesoPreparationDraw, 1);

  self->item = item;
  self->lot = g_strdup (lot);
  self->opening = g_strdup (opening);
  self->volume_ul = volume_ul;
  return self;
}

/**
 * meso_preparation_draw_free:
 * @self: (transfer full) (nullable): a draw
 */
void
meso_preparation_draw_free (MesoPreparationDraw *self)
{
  if (self == NULL)
    return;
  g_free (self->lot);
  g_free (self->opening);
  g_free (self);
}
