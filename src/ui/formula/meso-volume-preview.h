/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"
#include "meso-formula-adjust.h"

G_BEGIN_DECLS

/* Fills list with a row for each adjustment that changes something (element-type MesoFormulaAdjustment) of formula, as it was before. marks:
 * what is rounded away is a rest that is named. (transfer full): a sentence about all of it. */
char *meso_volume_preview_show (GtkListBox *list, MesoContext *context, const MesoFormula *formula, const GPtrArray *adjustments,
                                gboolean marks);
/* (transfer full): "2 × 2.5 mL, 0.4 mL left over" */
char *meso_volume_preview_split (MesoContext *context, const MesoSyringeSplit *split);
/* (transfer full): "5 mL, marks of 0.2 mL" */
char *meso_volume_preview_syringe (MesoContext *context, const MesoSyringe *syringe);

G_END_DECLS
