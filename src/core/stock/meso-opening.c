/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-opening.h"

/**
 * meso_opening_new:
 *
 * Returns: (transfer full): an opened container of which nothing is known yet
 */
MesoOpening *
meso_opening_new (void)
{
  return g_new0 (MesoOpening, 1);
}

/**
 * meso_opening_copy:
 * @self: an opened container
 *
 * Returns: (transfer full): an independent copy
 */
MesoOpening *
meso_opening_copy (const MesoOpening *self)
{
  MesoOpening *copy = g_memdup2 (self, sizeof *self);

  copy->id = g_strdup (self->id);
  copy->opened_at = g_strdup (self->opened_at);
  copy->opened_by = g_strdup (self->opened_by);
  copy->discard_by = g_strdup (self->discard_by);
  return copy;
}

/**
 * meso_opening_free:
 * @self: (transfer full) (nullable): an opened container
 */
void
meso_opening_free (MesoOpening *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->opened_at);
  g_free (self->opened_by);
  g_free (self->discard_by);
  g_free (self);
}
