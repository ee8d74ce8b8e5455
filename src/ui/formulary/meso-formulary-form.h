/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-formulary-values.h"

G_BEGIN_DECLS

/**
 * MesoFormularyForm:
 *
 * Writes an ingredient, a product, what is known of two ingredients, or what the clinic wants otherwise in an ingredient. Signal `wished`,
 * with a MesoProtocolEdit that belongs to the form: all fields are sound, and it is to be looked at as a whole.
 */
#define MESO_TYPE_FORMULARY_FORM (meso_formulary_form_get_type ())
G_DECLARE_FINAL_TYPE (MesoFormularyForm, meso_formulary_form, MESO, FORMULARY_FORM, AdwNavigationPage)

/* values (transfer full): what it begins with; key: of its draft */
AdwNavigationPage *meso_formulary_form_new     (MesoContext *context, MesoFormularyValues *values, const char *title, const char *key);
/* What was written is stored. */
void               meso_formulary_form_discard (MesoFormularyForm *self);

G_END_DECLS
