/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-formula-version.h"

G_BEGIN_DECLS

/**
 * MesoHandoutReasons:
 *
 * Why a sheet says what it says: the paragraphs that were added for this patient, and behind a row that opens, those that were left out.
 * Out of sight where there are none.
 */
#define MESO_TYPE_HANDOUT_REASONS (meso_handout_reasons_get_type ())
G_DECLARE_FINAL_TYPE (MesoHandoutReasons, meso_handout_reasons, MESO, HANDOUT_REASONS, AdwPreferencesGroup)

/* kind: of the sheet; formula (nullable): the patient's */
void meso_handout_reasons_show (MesoHandoutReasons *self, MesoContext *context, const char *kind, const MesoFormulaVersion *formula);

G_END_DECLS
