/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-stock-note.h"

/* In the order of MesoStockNoteKind. */
static const char *const kinds[] = { "recalled", "expired", "opened-too-long", "expiring", "low" };

/**
 * meso_stock_note_kind_to_string:
 *
 * Returns: (transfer none): its stable name
 */
const char *
meso_stock_note_kind_to_string (MesoStockNoteKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (kinds), NULL);

  return kinds[kind];
}

/**
 * meso_stock_note_free:
 * @self: (transfer full) (nullable): something to look after
 */
void
meso_stock_note_free (MesoStockNote *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->lot, meso_lot_free);
  g_free (self->opening);
  g_free (self->what);
  g_free (self->name);
  g_free (self);
}
