/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-timeline.h"

G_BEGIN_DECLS

/* One entry of the timeline in words. */
const char *meso_timeline_words_icon  (const MesoTimelineEntry *entry);
/* as #MesoTag knows them */
const char *meso_timeline_words_kind  (const MesoTimelineEntry *entry);
/* (transfer full): "Session 4", "Verdict signed" */
char       *meso_timeline_words_title (MesoContext *context, const MesoTimelineItem *item);
/* (transfer full): "5.0 mL in 50 points · pain 3 of 10"; "" when there is no more to say */
char       *meso_timeline_words_line  (MesoContext *context, const MesoTimelineEntry *entry);
/* (transfer full): when and by whom */
char       *meso_timeline_words_who   (MesoContext *context, const MesoTimelineEntry *entry);
/* (transfer full): "November 2026", «آذر ۱۴۰۵» */
char       *meso_timeline_words_month (MesoContext *context, MesoCalendarDate date);

G_END_DECLS
