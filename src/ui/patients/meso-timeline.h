/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-query-list.h"
#include "meso-timeline-service.h"

G_BEGIN_DECLS

/**
 * MesoTimelineItem:
 * @month: in the calendar in use, later months are greater; today comes after all
 * @place: of a session among those of its course, without check-ups; 0 when it belongs to none
 *
 * One entry as the timeline shows it: the value of its rows.
 */
typedef struct
{
  MesoTimelineEntry *entry;
  gint month;
  int place;
} MesoTimelineItem;

/* (transfer full): rows of #MesoTimelineItem, newest first */
MesoQueryList *meso_timeline_new     (MesoContext *context, const char *patient);
/* (transfer full): with a section for each month */
GListModel    *meso_timeline_section (MesoQueryList *timeline);
/* (transfer full): only one kind */
GListModel    *meso_timeline_filter  (MesoQueryList *timeline, MesoTimelineKind kind);
/* (nullable) (transfer none): the record of a planned session that took place */
const MesoTimelineEntry *meso_timeline_find_session (MesoQueryList *timeline, const MesoPlannedSession *planned);

G_END_DECLS
