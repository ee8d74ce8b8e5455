/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/* What mixes with an ingredient: a group of rows, one for each thing that is known, and one with all of which nothing is. Rows have the
 * actions `formulary.pair` and `formulary.reset-pair` with the other ingredient's id. */
GtkWidget *meso_formulary_pairs_new (MesoContext *context, const MesoIngredient *ingredient);

G_END_DECLS
