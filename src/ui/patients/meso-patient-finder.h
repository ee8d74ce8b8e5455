/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoPatientFinder:
 *
 * Type anything, and who matches is there. Signals: `chosen (id)` a patient, `new-patient (typed)` nobody matched: enter them.
 */
#define MESO_TYPE_PATIENT_FINDER (meso_patient_finder_get_type ())
G_DECLARE_FINAL_TYPE (MesoPatientFinder, meso_patient_finder, MESO, PATIENT_FINDER, AdwBin)

/* For a finder that a template made. */
void        meso_patient_finder_set_context (MesoPatientFinder *self, MesoContext *context);
/* (transfer none) */
const char *meso_patient_finder_get_typed   (MesoPatientFinder *self);
/* What is typed anywhere in widget goes into the entry. */
void        meso_patient_finder_capture     (MesoPatientFinder *self, GtkWidget *widget);

G_END_DECLS
