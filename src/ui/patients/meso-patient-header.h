/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-patient-overview.h"

G_BEGIN_DECLS

/**
 * MesoPatientHeader:
 *
 * Who it is, what must not be overlooked, and the one thing that comes next: in sight above all of a patient's page. Property
 * `narrow`: parts stand below one another; `tight`: without the name, which the page's title says.
 */
#define MESO_TYPE_PATIENT_HEADER (meso_patient_header_get_type ())
G_DECLARE_FINAL_TYPE (MesoPatientHeader, meso_patient_header, MESO, PATIENT_HEADER, AdwBin)

/* merged (element-type MesoPatient): records that were merged into this one */
void meso_patient_header_show      (MesoPatientHeader *self, MesoContext *context, const MesoPatientOverview *overview,
                                    const GPtrArray *merged);
/* photo (nullable): NULL shows the initials */
void meso_patient_header_set_photo (MesoPatientHeader *self, GdkPaintable *photo);

G_END_DECLS
