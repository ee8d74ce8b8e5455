/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-recall-entry.h"

/**
 * meso_recall_entry_free:
 * @self: (transfer full) (nullable): an entry
 */
void
meso_recall_entry_free (MesoRecallEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->lot);
  g_free (self->preparation);
  g_free (self->mixed_at);
  g_free (self->session);
  g_free (self->patient);
  g_free (self->person);
  g_free (self->file_number);
  g_free (self->given_name);
  g_free (self->family_name);
  g_free (self->phone);
  g_free (self->second_phone);
  g_free (self->language);
  g_free (self);
}
