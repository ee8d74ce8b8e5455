/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-questionnaire-response.h"

G_BEGIN_DECLS

/**
 * MesoScreeningDialog:
 *
 * The guided questions, the verdict, the decision.
 */
#define MESO_TYPE_SCREENING_DIALOG (meso_screening_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MesoScreeningDialog, meso_screening_dialog, MESO, SCREENING_DIALOG, AdwDialog)

MesoScreeningDialog *meso_screening_dialog_new (MesoContext *context, const char *patient, MesoForm form, const char *screening);

G_END_DECLS
