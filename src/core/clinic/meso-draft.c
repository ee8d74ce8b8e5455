/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-draft.h"

/**
 * meso_draft_free:
 * @self: (transfer full) (nullable): a draft
 */
void
meso_draft_free (MesoDraft *self)
{
  if (self == NULL)
    return;
  g_free (self->entity);
  g_free (self->key);
  g_free (self->text);
  g_free (self->staff);
  g_free (self->updated_at);
  g_free (self);
}
