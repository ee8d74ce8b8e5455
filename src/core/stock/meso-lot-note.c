/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-note.h"

/* In the order of MesoLotNoteKind. */
static const char *const kinds[] = {
  "received", "used", "wasted", "corrected", "opened", "thrown-away", "state", "amended",
};

/**
 * meso_lot_note_kind_to_string:
 *
 * Returns: (transfer none): the kind's stable name
 */
const char *
meso_lot_note_kind_to_string (MesoLotNoteKind kind)
{
  return kinds[kind];
}

/**
 * meso_lot_note_free:
 * @self: (transfer full) (nullable): a line of a lot's history
 */
void
meso_lot_note_free (MesoLotNote *self)
{
  if (self == NULL)
    return;
  g_free (self->at);
  g_free (self->by);
  g_free (self->reason);
  g_free (self->preparation);
  g_free (self->patient);
  g_free (self->field);
  g_free (self->old_value);
  g_free (self->new_value);
  g_free (self);
}
