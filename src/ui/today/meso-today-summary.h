/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-query-list.h"

G_BEGIN_DECLS

/* (transfer full): the day in a line: "6 sessions · 1 signed · Leila Ahmadi is next, 10:30"; agenda: rows of #MesoTodayLine */
char *meso_today_summary_write (MesoContext *context, MesoQueryList *agenda);

G_END_DECLS
