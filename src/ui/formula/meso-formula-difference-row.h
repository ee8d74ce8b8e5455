/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"
#include "meso-formula-difference.h"

G_BEGIN_DECLS

/* A row of a list for one difference between two versions: what it is about, what it was and is, and whether it came, went or changed. */
GtkWidget *meso_formula_difference_row_new      (MesoContext *context, const MesoFormulaDifference *difference);
/* The row that stands where nothing differs */
GtkWidget *meso_formula_difference_row_new_none (const char *text);

G_END_DECLS
