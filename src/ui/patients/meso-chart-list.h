/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-chart.h"
#include "meso-context.h"
#include "meso-query-list.h"

G_BEGIN_DECLS

/* (transfer full): one row of #MesoChart, of one patient on the clinic's day */
MesoQueryList *meso_chart_list_new (MesoContext *context, const char *patient);

G_END_DECLS
