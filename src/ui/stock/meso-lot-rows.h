/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-ingredient.h"
#include "meso-lot-draft.h"

G_BEGIN_DECLS

/* The rows of a delivery's form. All widgets (transfer floating). */

/* As meso_field_row_dup_text () and its like read them. */
GtkWidget *meso_lot_field_row_new (MesoLotField field);
/* What the strength of an ingredient may be of: itself, or one of its salts */
void       meso_lot_salt_row_show (GtkWidget *row, const MesoIngredient *ingredient, const char *language);
/* A row of what is offered while one types; label: what a screen reader says of it */
GtkWidget *meso_picks_row_new     (const char *label);
/* labels: (element-type utf8); none: the row isn't there. clicked (owner, button) while owner lives */
void       meso_picks_row_show    (GtkWidget *row, const GPtrArray *labels, GCallback clicked, gpointer owner);

G_END_DECLS
