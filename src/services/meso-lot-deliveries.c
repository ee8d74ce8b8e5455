/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-deliveries.h"

#include "meso-lot-match.h"
#include "meso-lot-repository.h"

/* (transfer full) (nullable) (element-type MesoLot): also such as bore that number only before it was corrected, and itself */
static GPtrArray *
find (MesoStoreContext  *context,
      const char        *id,
      MesoLot          **lot_out,
      GError           **error)
{
  *lot_out = meso_lot_repository_get (context, id, error);
  return *lot_out != NULL ? meso_lot_repository_find (context, (*lot_out)->number, error) : NULL;
}

/* The states are in the order of their weight. */
static gboolean
follow (MesoStoreContext  *context,
        const char        *staff,
        const MesoLot     *lot,
        const MesoLot     *leader,
        GError           **error)
{
  if (leader->state <= lot->state || !meso_lot_match (lot, leader))
    return TRUE;
  return meso_lot_repository_set_state (context, staff, lot->id, leader->state, leader->state_reason, error);
}

/**
 * meso_lot_deliveries_take_state:
 * @staff: who received it, or corrected what was typed about it
 * @lot: id of that lot
 *
 * Takes over the weightiest state that another delivery of the same lot is in, with its reason: a recall before a quarantine.
 *
 * Returns: whether that could be stored; %TRUE too where nothing was due
 */
gboolean
meso_lot_deliveries_take_state (MesoStoreContext  *context,
                                const char        *staff,
                                const char        *lot,
                                GError           **error)
{
  g_autoptr(MesoLot) own = NULL;
  g_autoptr(GPtrArray) found = find (context, lot, &own, error);
  const MesoLot *heaviest = own;

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const MesoLot *other = g_ptr_array_index (found, i);

      if (other->state > heaviest->state && meso_lot_match (own, other))
        heaviest = other;
    }
  return found != NULL && follow (context, staff, own, heaviest, error);
}

/**
 * meso_lot_deliveries_give_state:
 * @staff: who decided
 * @lot: id of the lot that was decided about
 *
 * Stops the other deliveries of the same lot as that one is stopped. What is stopped already by something weightier stays so.
 *
 * Returns: whether that could be stored
 */
gboolean
meso_lot_deliveries_give_state (MesoStoreContext  *context,
                                const char        *staff,
                                const char        *lot,
                                GError           **error)
{
  g_autoptr(MesoLot) own = NULL;
  g_autoptr(GPtrArray) found = find (context, lot, &own, error);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      if (!follow (context, staff, g_ptr_array_index (found, i), own, error))
        return FALSE;
    }
  return found != NULL;
}
