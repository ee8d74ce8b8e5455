/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"
#include "meso-preparation-call.h"

G_BEGIN_DECLS

/* Fill an empty list: what was drawn from which lot, and what is to be known of that lot today; who made it, when, and what became of it. */
void meso_preparation_lists_add_draws (GtkListBox *list, MesoContext *context, const MesoPreparationFacts *facts);
void meso_preparation_lists_add_facts (GtkListBox *list, MesoContext *context, const MesoPreparationFacts *facts);

G_END_DECLS
