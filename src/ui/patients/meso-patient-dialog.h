/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoPatientDialog:
 *
 * Enters a patient, or corrects a record.
 */
#define MESO_TYPE_PATIENT_DIALOG (meso_patient_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MesoPatientDialog, meso_patient_dialog, MESO, PATIENT_DIALOG, AdwDialog)

/* patient (nullable): NULL for a new one, whose record begins with text (nullable) */
MesoPatientDialog *meso_patient_dialog_new       (MesoContext *context, const char *patient, const char *text);
/* Opens a page of the form, "allergies" …; "" for the first one. */
void               meso_patient_dialog_show_part (MesoPatientDialog *self, const char *part);

G_END_DECLS
