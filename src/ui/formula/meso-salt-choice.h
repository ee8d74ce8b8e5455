/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"
#include "meso-formula-reading.h"

G_BEGIN_DECLS

/**
 * MesoSaltChoice:
 *
 * What an ingredient is weighed as: its element, or one of its salts, with what that holds of the element. Signal `chosen` (salt, nullable).
 */
#define MESO_TYPE_SALT_CHOICE (meso_salt_choice_get_type ())
G_DECLARE_FINAL_TYPE (MesoSaltChoice, meso_salt_choice, MESO, SALT_CHOICE, GtkBox)

/* A drop down that no long name holds open */
GtkWidget     *meso_salt_choice_new_drop_down (void);
/* What a dose of an ingredient can be written as: (transfer full), the element itself and then each salt; and what the choice is called */
GtkStringList *meso_salt_choice_list_names (MesoContext *context, const MesoIngredient *ingredient);
char          *meso_salt_choice_dup_label  (MesoContext *context, const MesoIngredient *ingredient);

/* ingredient: one with salts */
GtkWidget *meso_salt_choice_new  (MesoContext *context, const MesoIngredient *ingredient);
void       meso_salt_choice_show (MesoSaltChoice *self, const MesoFormulaItemReading *reading);

G_END_DECLS
