/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MesoPressureRow:
 *
 * Two short entries for a blood pressure in mmHg. Signal `changed`.
 */
#define MESO_TYPE_PRESSURE_ROW (meso_pressure_row_get_type ())
G_DECLARE_FINAL_TYPE (MesoPressureRow, meso_pressure_row, MESO, PRESSURE_ROW, AdwActionRow)

/* texts: two of them, as typed */
void        meso_pressure_row_set_texts (MesoPressureRow *self, char *const *texts);
/* which: 0 for the systolic value, 1 for the diastolic */
const char *meso_pressure_row_get_text  (MesoPressureRow *self, int which);

G_END_DECLS
