/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-formulary-values.h"

G_BEGIN_DECLS

/**
 * MesoFormularyDialog:
 *
 * One entry of the formulary: what is known of it, forms that change it, and the look at a change before it is stored.
 */
#define MESO_TYPE_FORMULARY_DIALOG (meso_formulary_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MesoFormularyDialog, meso_formulary_dialog, MESO, FORMULARY_DIALOG, AdwDialog)

AdwDialog *meso_formulary_dialog_new       (MesoContext *context, const char *id);
/* A form for a new ingredient or product */
AdwDialog *meso_formulary_dialog_new_form  (MesoContext *context, MesoFormularyKind kind);
/* values, edit (transfer full) */
void       meso_formulary_dialog_push_form (MesoFormularyDialog *self, MesoFormularyValues *values, const char *title);
void       meso_formulary_dialog_push_act  (MesoFormularyDialog *self, MesoProtocolEdit *edit, const char *title, const char *button);

G_END_DECLS
