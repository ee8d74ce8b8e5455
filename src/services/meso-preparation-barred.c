/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-preparation-barred.h"

#include "meso-lot-repository.h"

/**
 * meso_preparation_barred_find:
 * @preparation: what was made
 * @day: on which it would be given
 * @lot_out: (out) (transfer full) (nullable): the first lot in it that was recalled or put into quarantine since, or whose expiry, as it
 *   was corrected since, is before that day; %NULL where none was
 *
 * Returns: whether its lots could be looked up
 */
gboolean
meso_preparation_barred_find (MesoStoreContext       *context,
                              const MesoPreparation  *preparation,
                              MesoCalendarDate        day,
                              MesoLot               **lot_out,
                              GError                **error)
{
  *lot_out = NULL;
  for (guint i = 0; i < preparation->draws->len; i++)
    {
      const MesoPreparationDraw *draw = g_ptr_array_index (preparation->draws, i);
      g_autoptr(MesoLot) lot = meso_lot_repository_get (context, draw->lot, error);

      if (lot == NULL)
        return FALSE;
      if (lot->state == MESO_LOT_AVAILABLE && meso_calendar_date_compare (lot->expiry, day) >= 0)
        continue;
      *lot_out = g_steal_pointer (&lot);
      return TRUE;
    }
  return TRUE;
}
