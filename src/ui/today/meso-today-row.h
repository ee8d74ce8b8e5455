/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"
#include "meso-today-agenda.h"

G_BEGIN_DECLS

/**
 * MesoTodayRow:
 *
 * One patient of the day, and the one button of what comes next. Properties `narrow`: the button stands below; `tight`: no
 * picture either.
 */
#define MESO_TYPE_TODAY_ROW (meso_today_row_get_type ())
G_DECLARE_FINAL_TYPE (MesoTodayRow, meso_today_row, MESO, TODAY_ROW, GtkListBoxRow)

/* row: of a #MesoTodayLine */
GtkWidget  *meso_today_row_new         (MesoContext *context, MesoRow *row);
/* (transfer none): whose row it is */
const char *meso_today_row_get_patient (MesoTodayRow *self);

G_END_DECLS
