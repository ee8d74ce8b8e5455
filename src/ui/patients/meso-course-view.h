/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-chart.h"
#include "meso-context.h"
#include "meso-row.h"

G_BEGIN_DECLS

/**
 * MesoCourseView:
 *
 * The course of a patient with its dates: planned, done, missed, cancelled, and what may be done about each.
 */
#define MESO_TYPE_COURSE_VIEW (meso_course_view_get_type ())
G_DECLARE_FINAL_TYPE (MesoCourseView, meso_course_view, MESO, COURSE_VIEW, AdwBin)

/* row: of #MesoPageFacts */
void  meso_course_view_show     (MesoCourseView *self, MesoContext *context, MesoRow *row);
/* (transfer full): "4 of 8 done · last planned Sun 14 Feb"; "" without a course */
char *meso_course_view_describe (MesoContext *context, const MesoChart *chart);

G_END_DECLS
