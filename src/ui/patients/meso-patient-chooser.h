/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoPatientChooser:
 *
 * Asks whom to screen, and begins: a patient on file, or a new one.
 */
#define MESO_TYPE_PATIENT_CHOOSER (meso_patient_chooser_get_type ())
G_DECLARE_FINAL_TYPE (MesoPatientChooser, meso_patient_chooser, MESO, PATIENT_CHOOSER, AdwDialog)

MesoPatientChooser *meso_patient_chooser_new (MesoContext *context);

G_END_DECLS
