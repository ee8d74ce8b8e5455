/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-text.h"

/**
 * meso_handout_item_free:
 * @self: (transfer full): one line of a sheet
 */
void
meso_handout_item_free (MesoHandoutItem *self)
{
  g_free (self->id);
  g_free (self->section);
  g_free (self->icon);
  g_free (self->when_ingredient);
  g_free (self->when_flag);
  g_clear_pointer (&self->text, meso_local_text_unref);
  g_clear_pointer (&self->detail, meso_local_text_unref);
  meso_provenance_clear (&self->provenance);
  g_free (self);
}

/**
 * meso_handout_text_free:
 * @self: (transfer full): the wording of a sheet
 */
void
meso_handout_text_free (MesoHandoutText *self)
{
  g_free (self->kind);
  g_clear_pointer (&self->title, meso_local_text_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  meso_provenance_clear (&self->provenance);
  g_free (self);
}
