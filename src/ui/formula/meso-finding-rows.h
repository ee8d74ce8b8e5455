/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"

G_BEGIN_DECLS

/* Fills box with a #MesoFindingRow for each finding (element-type MesoFormulaFinding). Rows that stay, stay in place, with the focus.
 * remedy: called as the rows' signal of that name, with receiver first */
void meso_finding_rows_show (GtkBox          *box,
                             MesoContext     *context,
                             const GPtrArray *findings,
                             gboolean         with_remedies,
                             GCallback        remedy,
                             gpointer         receiver);

G_END_DECLS
