/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-chart.h"
#include "meso-protocol.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/* Private to services. Inside of a unit of work; day: what counts is what was so on that day. */
MesoChart *meso_chart_gather (MesoStoreContext *context, const MesoProtocol *protocol, const char *patient,
                                     MesoCalendarDate day, GError **error);

G_END_DECLS
