/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"
#include "meso-timeline.h"

G_BEGIN_DECLS

/**
 * MesoTimelineRow:
 *
 * One thing that happened: what, when and by whom. What was entered in error stays in sight, struck through, with the reason.
 */
#define MESO_TYPE_TIMELINE_ROW (meso_timeline_row_get_type ())
G_DECLARE_FINAL_TYPE (MesoTimelineRow, meso_timeline_row, MESO, TIMELINE_ROW, GtkBox)

GtkWidget *meso_timeline_row_new  (void);
/* (transfer full): what a screen reader says of it */
char      *meso_timeline_row_show (MesoTimelineRow *self, MesoContext *context, const MesoTimelineItem *item);

/* What a click on it opens. */
void       meso_timeline_entry_open (GtkWidget *widget, const char *patient, const MesoTimelineEntry *entry);

G_END_DECLS
