/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-lot-use.h"
#include "meso-query-list.h"

G_BEGIN_DECLS

/**
 * MesoLotFacts:
 * @overdue: although it can be drawn from, a container of it should have been discarded by now
 * @history: (element-type MesoLotEvent): oldest first
 *
 * All that the page of a lot shows, as of when it was asked.
 */
typedef struct
{
  MesoLot *lot;
  MesoLotUse use;
  gboolean expiring;
  gboolean overdue;
  GPtrArray *history;
} MesoLotFacts;

/* (transfer full): one row of #MesoLotFacts, kept up to date; lot: an id */
MesoQueryList *meso_lot_facts_list_new (MesoContext *context, const char *lot);

G_END_DECLS
