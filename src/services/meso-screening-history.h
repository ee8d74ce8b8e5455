/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-protocol.h"
#include "meso-screening.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/* Private to services. Inside of a unit of work. */
/* (transfer full) (element-type MesoScreening): those of the person that count, neither amended nor entered in error, up to that
 * day (unset: all), newest first */
GPtrArray           *meso_screening_history_load       (MesoStoreContext *context, const char *patient, MesoCalendarDate upto,
                                                        GError **error);
/* (transfer none) (nullable): the newest full one */
const MesoScreening *meso_screening_history_get_full   (const GPtrArray *history);
/* (transfer none) (nullable): the newest one that answers the short form's questions on that day */
const MesoScreening *meso_screening_history_get_short  (const GPtrArray *history, const MesoProtocol *protocol, MesoCalendarDate day);
/* (transfer container) (element-type MesoScreening): what has to be heeded: the newest full one, and the newest of all where that
 * is another; newest first */
GPtrArray           *meso_screening_history_list_heeded (const GPtrArray *history);

G_END_DECLS
