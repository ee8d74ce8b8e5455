/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoComponentRows:
 *
 * What a product holds: a row a component, each an ingredient, the salt that its strength is of where it has salts, and the strength.
 * Signal `changed`.
 */
#define MESO_TYPE_COMPONENT_ROWS (meso_component_rows_get_type ())
G_DECLARE_FINAL_TYPE (MesoComponentRows, meso_component_rows, MESO, COMPONENT_ROWS, AdwBin)

GtkWidget *meso_component_rows_new       (MesoContext *context);
/* As #MesoFormularyValues has them */
void       meso_component_rows_set_text  (MesoComponentRows *self, const char *text);
char      *meso_component_rows_dup_text  (MesoComponentRows *self);
/* text (nullable): says at the components what is wrong with them */
void       meso_component_rows_set_error (MesoComponentRows *self, const char *text);

G_END_DECLS
