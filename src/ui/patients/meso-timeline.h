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
 *
 * One entry as the timeline shows it: the value of its rows.
 */
typedef struct
{
  MesoTimelineEntry *entry;
  gint month;
} MesoTimelineItem;

/**
 * MesoTimeline:
 *
 * What happened to one patient, newest first: the beginning of it, and more when asked. Its rows stay in place while more come.
 */
#define MESO_TYPE_TIMELINE (meso_timeline_get_type ())
G_DECLARE_FINAL_TYPE (MesoTimeline, meso_timeline, MESO, TIMELINE, GObject)

MesoTimeline  *meso_timeline_new          (MesoContext *context, const char *patient, MesoTimelineFilter filter);
/* (transfer none): rows of #MesoTimelineItem */
MesoQueryList *meso_timeline_get_rows     (MesoTimeline *self);
void           meso_timeline_set_filter   (MesoTimeline *self, MesoTimelineFilter filter);
MesoTimelineFilter meso_timeline_get_filter (MesoTimeline *self);
/* Nothing while the last page is still on its way, or when all is there. */
void           meso_timeline_load_more    (MesoTimeline *self);
/* How many entries there are of a kind, in sight or not. */
guint          meso_timeline_get_count    (MesoTimeline *self, MesoTimelineFilter filter);
/* (transfer full): the rows with a section for each month */
GListModel    *meso_timeline_section      (MesoTimeline *self);

G_END_DECLS
