/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MesoDaysRow:
 *
 * The seven days of a week, each on or off, in the order that the window's language counts them.
 */
#define MESO_TYPE_DAYS_ROW (meso_days_row_get_type ())
G_DECLARE_FINAL_TYPE (MesoDaysRow, meso_days_row, MESO, DAYS_ROW, AdwPreferencesRow)

/* (transfer none): seven, from Monday on */
GtkToggleButton **meso_days_row_get_days (MesoDaysRow *self);

G_END_DECLS
