/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MesoLinesRow:
 *
 * A row to type several lines into. Tab leaves it.
 */
#define MESO_TYPE_LINES_ROW (meso_lines_row_get_type ())
G_DECLARE_FINAL_TYPE (MesoLinesRow, meso_lines_row, MESO, LINES_ROW, AdwPreferencesRow)

GtkTextView *meso_lines_row_get_view   (MesoLinesRow *self);
/* Beside the title. */
void         meso_lines_row_add_button (MesoLinesRow *self, GtkWidget *button);

G_END_DECLS
