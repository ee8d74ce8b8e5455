/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-chart.h"
#include "meso-clinic.h"
#include "meso-patient-record.h"

G_BEGIN_DECLS

/**
 * MesoPatientOverview:
 * @chart: what comes next, and what screening said
 * @record: the patient with allergies, medicines and conditions
 *
 * What a patient's page shows above everything.
 */
typedef struct
{
  MesoChart *chart;
  MesoPatientRecord *record;
} MesoPatientOverview;

void                 meso_patient_overview_free (MesoPatientOverview *self);
/* patient: an id or a file number; a record that was merged into another shows as that other */
MesoPatientOverview *meso_patient_overview_get  (MesoClinic *clinic, const char *patient, MesoCalendarDate today, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoPatientOverview, meso_patient_overview_free)

G_END_DECLS
