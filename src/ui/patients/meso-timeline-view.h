/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoTimelineView:
 *
 * All that happened to one patient, newest first, month by month, with a choice of what is shown and how much there is of each. What
 * is entered opens by `win` and `patient` actions.
 */
#define MESO_TYPE_TIMELINE_VIEW (meso_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (MesoTimelineView, meso_timeline_view, MESO, TIMELINE_VIEW, AdwBin)

void meso_timeline_view_begin (MesoTimelineView *self, MesoContext *context, const char *patient);

G_END_DECLS
