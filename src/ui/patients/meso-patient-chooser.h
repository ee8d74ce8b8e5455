/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-patient.h"

G_BEGIN_DECLS

/**
 * MesoPatientChooser:
 *
 * Asks for a patient, on file or new, and goes on with them.
 */
#define MESO_TYPE_PATIENT_CHOOSER (meso_patient_chooser_get_type ())
G_DECLARE_FINAL_TYPE (MesoPatientChooser, meso_patient_chooser, MESO, PATIENT_CHOOSER, AdwDialog)

/* Asks whom to screen, and begins. */
MesoPatientChooser *meso_patient_chooser_new     (MesoContext *context);
/* action: of the window, with the id of who was chosen (s) */
MesoPatientChooser *meso_patient_chooser_new_for (MesoContext *context, const char *title, const char *action);
/* Somebody is chosen beside that patient, who is not listed; those who may be the same person stand over all others. */
void                meso_patient_chooser_set_beside   (MesoPatientChooser *self, const MesoPatient *patient);

G_END_DECLS
