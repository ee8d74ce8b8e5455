/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-photo.h"

/**
 * meso_photo_free:
 * @self: (transfer full) (nullable): what is known of a photo
 */
void
meso_photo_free (MesoPhoto *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->patient);
  g_free (self->sha256);
  g_free (self->added_at);
  g_free (self->added_by);
  g_free (self->ended_at);
  g_free (self->ended_by);
  g_free (self);
}
