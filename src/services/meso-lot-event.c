/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-event.h"

/**
 * meso_lot_event_free:
 * @self: (transfer full) (nullable): a line of a lot's history
 */
void
meso_lot_event_free (MesoLotEvent *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->note, meso_lot_note_free);
  g_free (self->who);
  g_free (self->patient_name);
  g_free (self->file_number);
  g_free (self);
}
