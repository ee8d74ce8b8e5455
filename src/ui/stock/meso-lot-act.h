/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic-call.h"
#include "meso-lot.h"

G_BEGIN_DECLS

typedef enum {
  MESO_LOT_ACT_OPEN,
  MESO_LOT_ACT_COUNT,
  MESO_LOT_ACT_WASTE,
  MESO_LOT_ACT_THROW_AWAY,
  MESO_LOT_ACT_QUARANTINE,
  MESO_LOT_ACT_RECALL,
  MESO_LOT_ACT_RELEASE,
} MesoLotAct;

/**
 * MesoLotActRequest:
 * @opening: (nullable): id of the opened container that is meant
 * @volume_ul: what was counted or wasted
 *
 * What is to be done with a lot.
 */
typedef struct
{
  MesoLotAct act;
  char *lot;
  char *opening;
  gint64 volume_ul;
  char *reason;
} MesoLotActRequest;

MesoLotActRequest *meso_lot_act_request_new  (MesoLotAct act, const MesoLot *lot, const char *opening);
void               meso_lot_act_request_free (MesoLotActRequest *self);
/* For meso_context_call (): does it */
gpointer           meso_lot_act_run          (MesoClinic *clinic, gpointer request, GError **error);

G_END_DECLS
