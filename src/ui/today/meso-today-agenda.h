/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-agenda-service.h"
#include "meso-context.h"
#include "meso-query-list.h"

G_BEGIN_DECLS

typedef enum {
  MESO_TODAY_SESSION,
  MESO_TODAY_BEGUN,
  MESO_TODAY_OVERDUE,
  MESO_TODAY_DUE,
  MESO_TODAY_TOMORROW,
} MesoTodayGroup;

/**
 * MesoTodayLine:
 * @session: (nullable): what was planned; %NULL for a visit that was begun
 * @current: the one row whose button is the primary one
 *
 * One line of the page Today: the value of its rows.
 */
typedef struct
{
  MesoTodayGroup group;
  MesoPlannedSession *session;
  MesoChart *chart;
  gboolean current;
} MesoTodayLine;

/* (transfer full): rows of #MesoTodayLine, of the clinic's day as it is now */
MesoQueryList *meso_today_agenda_new    (MesoContext *context);
/* (transfer full): those of one group */
GListModel    *meso_today_agenda_filter (MesoQueryList *agenda, MesoTodayGroup group);
/* (nullable) (transfer none): the line whose button is the primary one */
const MesoTodayLine *meso_today_agenda_find_current (MesoQueryList *agenda);
/* Whether time alone made something of it untrue: what was prepared may not be given any more */
gboolean       meso_today_agenda_is_outdated (MesoQueryList *agenda);

G_END_DECLS
