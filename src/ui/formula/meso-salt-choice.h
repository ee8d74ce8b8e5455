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

/* ingredient: one with salts */
GtkWidget *meso_salt_choice_new  (MesoContext *context, const MesoIngredient *ingredient);
void       meso_salt_choice_show (MesoSaltChoice *self, const MesoFormulaItemReading *reading);

G_END_DECLS
