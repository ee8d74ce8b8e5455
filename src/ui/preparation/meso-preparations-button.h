/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoPreparationsButton:
 *
 * Leads to what was prepared from a formula, newest first; hidden while there is nothing.
 */
#define MESO_TYPE_PREPARATIONS_BUTTON (meso_preparations_button_get_type ())
G_DECLARE_FINAL_TYPE (MesoPreparationsButton, meso_preparations_button, MESO, PREPARATIONS_BUTTON, AdwBin)

/* formula (nullable): a patient's; may be told again at each change */
void meso_preparations_button_show (MesoPreparationsButton *self, MesoContext *context, const char *formula);

G_END_DECLS
