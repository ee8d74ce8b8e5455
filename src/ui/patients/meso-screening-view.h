/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-chart.h"
#include "meso-context.h"
#include "meso-timeline.h"

G_BEGIN_DECLS

/**
 * MesoScreeningView:
 *
 * What the newest screening of a patient says, and all that came before.
 */
#define MESO_TYPE_SCREENING_VIEW (meso_screening_view_get_type ())
G_DECLARE_FINAL_TYPE (MesoScreeningView, meso_screening_view, MESO, SCREENING_VIEW, AdwBin)

void meso_screening_view_begin (MesoScreeningView *self, MesoContext *context, const char *patient);
void meso_screening_view_show  (MesoScreeningView *self, MesoContext *context, const MesoChart *chart);

G_END_DECLS
