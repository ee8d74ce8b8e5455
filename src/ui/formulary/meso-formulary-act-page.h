/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-protocol-edit.h"

G_BEGIN_DECLS

/**
 * MesoFormularyActPage:
 *
 * What a change of the formulary comes to, in words; who decides it, and why. Signal `done` once it is stored.
 */
#define MESO_TYPE_FORMULARY_ACT_PAGE (meso_formulary_act_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoFormularyActPage, meso_formulary_act_page, MESO, FORMULARY_ACT_PAGE, AdwNavigationPage)

/* edit (transfer full); button: what its button says, with a mnemonic */
AdwNavigationPage *meso_formulary_act_page_new (MesoContext *context, MesoProtocolEdit *edit, const char *title, const char *button);

G_END_DECLS
