/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-act.h"

#include "meso-stock-service.h"

MesoLotActRequest *
meso_lot_act_request_new (MesoLotAct     act,
                          const MesoLot *lot,
                          const char    *opening)
{
  MesoLotActRequest *self = g_new0 (MesoLotActRequest, 1);

  self->act = act;
  self->lot = g_strdup (lot->id);
  self->opening = g_strdup (opening);
  self->reason = g_strdup ("");
  return self;
}

void
meso_lot_act_request_free (MesoLotActRequest *self)
{
  g_free (self->lot);
  g_free (self->opening);
  g_free (self->reason);
  g_free (self);
}

gpointer
meso_lot_act_run (MesoClinic  *clinic,
                  gpointer     request,
                  GError     **error)
{
  const MesoLotActRequest *self = request;

  switch (self->act)
    {
    case MESO_LOT_ACT_OPEN:
      g_free (meso_stock_service_open (clinic, self->lot, error));
      break;
    case MESO_LOT_ACT_COUNT:
      meso_stock_service_count (clinic, self->lot, self->opening, self->volume_ul, self->reason, error);
      break;
    case MESO_LOT_ACT_WASTE:
      meso_stock_service_waste (clinic, self->lot, self->opening, self->volume_ul, self->reason, error);
      break;
    case MESO_LOT_ACT_THROW_AWAY:
      meso_stock_service_throw_away (clinic, self->opening, self->reason, error);
      break;
    case MESO_LOT_ACT_QUARANTINE:
      meso_stock_service_set_state (clinic, self->lot, MESO_LOT_QUARANTINED, self->reason, error);
      break;
    case MESO_LOT_ACT_RECALL:
      meso_stock_service_set_state (clinic, self->lot, MESO_LOT_RECALLED, self->reason, error);
      break;
    case MESO_LOT_ACT_RELEASE:
      meso_stock_service_set_state (clinic, self->lot, MESO_LOT_AVAILABLE, self->reason, error);
      break;
    default:
      g_assert_not_reached ();
    }
  return NULL;
}
