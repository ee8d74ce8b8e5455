/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/* What is known of an ingredient or a product, appended to box as groups of rows. */

void meso_formulary_facts_add_ingredient (GtkBox *box, MesoContext *context, const MesoIngredient *ingredient);
void meso_formulary_facts_add_product    (GtkBox *box, MesoContext *context, const MesoProduct *product);

G_END_DECLS
