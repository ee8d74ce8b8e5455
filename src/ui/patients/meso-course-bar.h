/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-course.h"

G_BEGIN_DECLS

/**
 * MesoCourseBar:
 *
 * The treatments of a course as segments: done, next, still planned, and not held. What it shows is said in words beside it.
 */
#define MESO_TYPE_COURSE_BAR (meso_course_bar_get_type ())
G_DECLARE_FINAL_TYPE (MesoCourseBar, meso_course_bar, MESO, COURSE_BAR, GtkWidget)

/* course (nullable) */
void meso_course_bar_show (MesoCourseBar *self, const MesoCourse *course);

/* What the course is counted by: treatments, and recalls where it has nothing else. */
MesoPlanKind meso_course_get_main_kind (const MesoCourse *course);

G_END_DECLS
