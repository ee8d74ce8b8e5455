/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-patient-overview.h"

G_BEGIN_DECLS

/**
 * MesoPreparePatient:
 *
 * For whom something is prepared, and what must not be overlooked about them.
 */
#define MESO_TYPE_PREPARE_PATIENT (meso_prepare_patient_get_type ())
G_DECLARE_FINAL_TYPE (MesoPreparePatient, meso_prepare_patient, MESO, PREPARE_PATIENT, AdwBin)

void meso_prepare_patient_show (MesoPreparePatient *self, MesoContext *context, const MesoPatientOverview *overview);

G_END_DECLS
